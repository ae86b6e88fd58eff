"""Files that come back: opened, held against their assignments, and kept on the desk."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from simulator.homework.assignment import Assignment, MalformedError, assignment_of
from simulator.homework.report import Report, report_of
from simulator.homework.review import Client
from simulator.homework.sealing.envelope import Kind
from simulator.journal.errors import ConflictError
from simulator.journal.journal import Journal
from simulator.practice.homework import desk, pairing
from simulator.practice.homework.client import HomeworkError
from simulator.practice.homework.sealed import Secrets, open_file


class Came(NamedTuple):
    """A file that was opened."""

    path: Path
    value: Assignment | Report
    keys: str | None
    """the line of whoever signed it; `None` where it was sealed with a passphrase"""
    sender: str | None = None
    """the name they have here"""


class Refused(NamedTuple):
    """A file that opened and is not used; the reason is for people."""

    path: Path
    why: str


class Received(NamedTuple):
    """What came of the files."""

    clients: tuple[Client, ...]
    """with the assignments that the files are about, and no others"""
    refused: tuple[Refused, ...]


def read(path: Path, secrets: Secrets) -> Came:
    """What is in a file. Raises `SealError`, `HomeworkError` or `MalformedError`."""
    opened, sender = open_file(path, (Kind.REPORT, Kind.ASSIGNMENT), secrets)
    keys = None if sender is None else pairing.person(sender).line
    if opened.kind is Kind.REPORT:
        return Came(path, report_of(opened.body), keys, sender)
    return Came(path, assignment_of(opened.body), keys, sender)


def take_in(journal: Journal, came: Sequence[Came], at: datetime) -> Received:
    """Keep what came, assignments first, and review it. Raises `JournalError`."""
    ids: list[str] = []
    reports: list[Report] = []
    refused: list[Refused] = []
    for one in sorted(came, key=lambda each: isinstance(each.value, Report)):
        try:
            if isinstance(one.value, Assignment):
                desk.give(journal, one.value, at)
                ids.append(one.value.id)
            else:
                _receive(journal, one.value, one, at)
                reports.append(one.value)
        except (HomeworkError, MalformedError, ConflictError) as error:
            refused.append(Refused(one.path, str(error)))
    return Received(desk.clients(journal, ids, reports), tuple(refused))


def _receive(journal: Journal, report: Report, came: Came, at: datetime) -> None:
    desk.check_sender(journal, report, came.keys)
    desk.receive(journal, report, at)
    if came.sender is not None:
        desk.signed(journal, report, came.sender, at)
