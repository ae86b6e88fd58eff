"""Homework: assigned, practised, reported and reviewed between two sessions, without a server."""
