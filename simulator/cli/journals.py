"""What the commands that work on the whole journal share: opening it, and finding a talk."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from simulator.cli.errors import Misuse
from simulator.cli.trouble import troubles

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal


@contextmanager
def opened() -> "Iterator[Journal | None]":
    """The journal in its usual place, unlocked; `None` where there is none yet."""
    from simulator.cli.unlock import ensure_unlocked  # noqa: PLC0415
    from simulator.practice.keeping import open_usual  # noqa: PLC0415
    from simulator.practice.places import may_hold_talks  # noqa: PLC0415

    if not may_hold_talks():
        yield None
        return
    with troubles():
        ensure_unlocked()
        with closing(open_usual()) as journal:
            yield journal


def find(journal: "Journal | None", id_: str) -> "Play":
    """The play that is meant by an id or its beginning. Raises `Misuse`."""
    hint = "`simulator history` lists the talks with their ids."
    if journal is None:
        raise Misuse(f"--play: “{id_}” is not there; no talk is kept yet", hint)
    try:
        return journal.play(id_)
    except LookupError as error:
        raise Misuse(f"--play: {error}", hint) from error
