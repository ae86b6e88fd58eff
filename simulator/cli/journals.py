"""What the commands that work on the whole journal share: opening it, and finding a talk."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import click

from simulator.cli.errors import Misuse
from simulator.cli.trouble import Trouble, troubles
from simulator.journal.errors import DamagedError, WrongKeyError

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal


_DAMAGED = (
    "A backup of the journal may still hold what was there. `simulator erase --play ID` erases it."
)


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


def listed(journal: "Journal | None", *, stopped: bool) -> "tuple[Play, ...]":
    """The plays that can be read, oldest first, those that stopped at a crossed line only if asked
    for. The others are named on standard error."""
    if journal is None:
        return ()
    found = journal.listing(with_stopped=stopped)
    if found.damaged:
        click.echo(_left_out([play.id for play in found.damaged]), err=True)
    return found.plays


def _left_out(ids: Sequence[str]) -> str:
    count = len(ids)
    what = "1 talk was left out: it is" if count == 1 else f"{count} talks were left out: they are"
    which = "\n".join(f"  {id_}" for id_ in ids)
    return f"note: {what} damaged, and cannot be read.\n{which}\n{_DAMAGED}"


def find(journal: "Journal | None", id_: str, *, where: str = "--play") -> "Play":
    """The play that is meant by an id or its beginning; `where` it was given.

    Raises `Misuse`, and `Trouble` where it is damaged.
    """
    hint = "`simulator history` lists the talks with their ids."
    if journal is None:
        raise Misuse(f"{where}: “{id_}” is not there; no talk is kept yet", hint)
    try:
        return journal.play(id_)
    except (DamagedError, WrongKeyError) as error:
        raise Trouble(f"the talk “{id_}” is damaged, and cannot be read.\n{_DAMAGED}") from error
    except LookupError as error:
        raise Misuse(f"{where}: {error}", hint) from error
