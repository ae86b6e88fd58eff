"""Who a player is in statements for others: a random name, the same each time, tied to nobody."""

import uuid
from pathlib import Path

from simulator.practice.files import write_whole
from simulator.practice.places import journal_file


def pseudonym() -> str:
    """This player's random name; drawn when it is first needed. Raises `OSError`."""
    path = pseudonym_file()
    try:
        return str(uuid.UUID(path.read_text(encoding="utf-8").strip()))
    except (FileNotFoundError, ValueError):
        drawn = str(uuid.uuid4())
        write_whole(path, f"{drawn}\n")
        return drawn


def pseudonym_file() -> Path:
    """Where it is kept: beside the journal's usual place."""
    return journal_file().with_name("pseudonym")
