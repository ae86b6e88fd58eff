"""What it meant: causes in words, meters in words. Values in, values out; for every player."""
