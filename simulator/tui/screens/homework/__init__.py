"""Homework on screen: what a client was given, and what a therapist gives and reads."""
