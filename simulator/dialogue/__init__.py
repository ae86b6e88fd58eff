"""A role compiled: a graph and a program of integers; a conversation walking it; checks on the
graph."""
