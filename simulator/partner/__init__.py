"""How a partner takes a reply: moves, temperaments, stances, one pure step, its causes, and what
an ending may be called. No I/O; imports nothing else of this project."""
