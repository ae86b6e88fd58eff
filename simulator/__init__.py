"""Dialogue practice for couples in a pursue–withdraw loop."""

__version__ = "0.1.0"
FOLDER = "dialogue-practice"
"""what the program's own folders are called, in the places the platform has for them"""
