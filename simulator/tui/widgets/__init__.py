"""Widgets of our own, one a module."""
