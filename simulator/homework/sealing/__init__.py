"""Sealed files: canonical JSON inside age, under a passphrase or for paired keys, and no archive.

This knows nothing of assignments: what a body holds is told by those who write and read it.
"""
