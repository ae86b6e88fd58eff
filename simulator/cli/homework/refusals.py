"""What the homework commands share: the journal, the day, and refusing in words (status 1)."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from simulator.cli.trouble import Trouble, troubles
from simulator.homework.assignment import MalformedError
from simulator.homework.sealing.errors import SealError
from simulator.homework.verifying import OtherAssignmentError
from simulator.language import _
from simulator.practice.homework.client import HomeworkError

if TYPE_CHECKING:
    from simulator.journal.journal import Journal


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what cannot be done into words and exit status 1."""
    with troubles():
        try:
            yield
        except MalformedError as error:
            raise Trouble(
                _("This file opens, but what is in it cannot be used. {reason}").format(
                    reason=str(error)
                )
            ) from error
        except (HomeworkError, SealError, OtherAssignmentError) as error:
            raise Trouble(str(error)) from error


@contextmanager
def journal() -> "Iterator[Journal]":
    """The journal in its usual place, unlocked; made where there is none yet."""
    from simulator.cli.unlock import ensure_unlocked  # noqa: PLC0415
    from simulator.practice.keeping import open_usual  # noqa: PLC0415

    with refusals():
        ensure_unlocked()
        with closing(open_usual()) as opened:
            yield opened


def tell_damaged(kept: "Journal", side: str) -> None:
    """Say which homework of a side is damaged, and so left out."""
    ids = kept.desk.damaged(side)
    if ids:
        click.echo(
            _("note: some homework is damaged, and left out: {ids}.").format(ids=", ".join(ids)),
            err=True,
        )


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def today() -> date:
    """This day, here."""
    return now().astimezone().date()
