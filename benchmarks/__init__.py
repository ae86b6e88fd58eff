"""How fast the program is, measured against the least that could do the same."""
