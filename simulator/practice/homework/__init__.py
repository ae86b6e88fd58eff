"""Homework on this machine: what a client was given, and what a therapist gave, in the journal."""
