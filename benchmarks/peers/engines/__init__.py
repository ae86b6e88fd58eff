"""What runs inside a peer's own environment: a loop that does what it is told and tells the time.

Each reads requests from standard input, a JSON value a line, and answers each with one. They know
nothing of this project. Times are seconds of the processor.
"""
