"""Dialogue practice for couples in a pursue–withdraw loop."""

__version__ = "0.1.0"
