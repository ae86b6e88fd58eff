"""The line-by-line player: append-only text for screen readers, pipes and dumb terminals."""
