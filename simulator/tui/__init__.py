"""The terminal screens: the only code that knows Textual."""
