"""What came back as a table for a spreadsheet: one row an attempt, safe to open in one.

Every number is of an invented partner. Words that a client wrote are not in it.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from simulator.cells import cell
from simulator.coach.aims import aim_words
from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, is_stopped
from simulator.homework.review import Client, Reviewed, Row
from simulator.homework.taken import Counted, Taken
from simulator.scenario.text import shown

Cell = str | int | None
COLUMNS = (
    *("client", "assignment", "made", "due", "aim", "met", "verified", "withdrawn"),
    *("scenario", "role", "temperament", "play", "day", "first_try", "asked"),
    *("outcome", "ending", "turns", "undone", "hints", "guesses", "guesses_matched"),
    *("tension_start", "tension_highest", "tension_end", "connection_start", "connection_end"),
    *("aim_met", "evidence", "hardest_turn", "got_harder", "came_back", "landed", "used"),
    *("expected", "connected", "steady", "likely", "own_rating"),
)
"""of `rows`. Columns are added at the end, never renamed or moved"""
COUNT_COLUMNS = (
    *("scenario", "role", "hash", "plays", "assignments", "beat", "reply"),
    *("offered", "taken", "off_by"),
    *("reached_with", "with_off_by", "reached_without", "without_off_by"),
)
"""of `count_rows`; shares in thousandths"""
_RATINGS = ("expected", "connected", "steady", "likely")


def table(clients: Iterable[Client]) -> str:
    """The rows as CSV, with their heads."""
    return _csv(COLUMNS, rows(clients))


def count_table(counted: Iterable[Counted]) -> str:
    """The authors' counts as CSV, with their heads."""
    return _csv(COUNT_COLUMNS, count_rows(counted))


def rows(clients: Iterable[Client]) -> Iterator[tuple[Cell, ...]]:
    """One row for each attempt, as `COLUMNS` names its cells, and one for an assignment that
    nothing came back on. A talk that was stopped has its day and no numbers."""
    for client in clients:
        for reviewed in client.assignments:
            about = _assignment(reviewed)
            for row in reviewed.rows or (None,):
                yield _cells(COLUMNS, {**about, **(_attempt(row) if row else {})})


def count_rows(counted: Iterable[Counted]) -> Iterator[tuple[Cell, ...]]:
    """One row for each reply, where there are plays enough to say anything."""
    for chair in counted:
        for reply in chair.replies:
            yield _cells(COUNT_COLUMNS, _reply(chair, reply))


def _assignment(reviewed: Reviewed) -> Mapping[str, Cell]:
    given = reviewed.given.assignment
    return {
        "client": given.client,
        "assignment": given.id,
        "made": given.made,
        "due": given.due,
        "aim": _aim(given),
        "met": _truth(reviewed.met),
        "verified": _truth(reviewed.verified),
        "withdrawn": _truth(reviewed.given.withdrawn),
        "own_rating": reviewed.given.rating,
    }


def _aim(given: Assignment) -> str | None:
    if given.aim is None:
        return None
    try:
        return given.aim.words or aim_words(given.aim.aim)
    except (KeyError, ValueError):
        return given.aim.kind


def _attempt(row: Row) -> Mapping[str, Cell]:
    one = row.attempt
    known = {"scenario": one.scenario, "role": one.role, "play": one.play, "day": one.day}
    if is_stopped(one):
        return {**known, "outcome": one.facts.outcome}
    return {
        **known,
        "temperament": one.temperament,
        "first_try": _truth(one.first_try),
        "asked": _truth(row.asked),
        "undone": one.undone,
        "hints": one.hints,
        "guesses": one.guesses.made if one.guesses else None,
        "guesses_matched": one.guesses.matched if one.guesses else None,
        **_facts(one),
        **{what: _rating(one, what) for what in _RATINGS},
    }


def _facts(one: Attempt) -> Mapping[str, Cell]:
    facts = one.facts
    start, end = (facts.curve[0], facts.curve[-1]) if facts.curve else (None, None)
    return {
        "outcome": facts.outcome,
        "ending": facts.ending,
        "turns": facts.turns,
        "tension_start": start.tension if start else None,
        "tension_highest": max((point.tension for point in facts.curve), default=None),
        "tension_end": end.tension if end else None,
        "connection_start": start.connection if start else None,
        "connection_end": end.connection if end else None,
        "aim_met": _truth(facts.aim_met),
        "evidence": " ".join(map(str, facts.evidence)),
        "hardest_turn": facts.hardest,
        "got_harder": len(facts.breaks),
        "came_back": sum(each.back is not None for each in facts.breaks),
        "landed": _moves(one, "landed"),
        "used": _moves(one, "used"),
    }


def _moves(one: Attempt, how: str) -> str:
    return " ".join(sorted(move for move, was in one.facts.moves.items() if was == how))


def _rating(one: Attempt, what: str) -> int | None:
    found = [note.number for note in one.notes if note.what == what and note.number is not None]
    return found[-1] if found else None


def _reply(chair: Counted, reply: Taken) -> Mapping[str, Cell]:
    return {
        "scenario": chair.scenario,
        "role": chair.role,
        "hash": chair.hash,
        "plays": chair.plays,
        "assignments": chair.assignments,
        "beat": reply.beat,
        "reply": reply.reply,
        "offered": reply.offered,
        "taken": reply.taken,
        "off_by": _thousandths(reply.off_by),
        "reached_with": _thousandths(reply.reached_with),
        "with_off_by": _thousandths(reply.with_off_by),
        "reached_without": _thousandths(reply.reached_without),
        "without_off_by": _thousandths(reply.without_off_by),
    }


def _thousandths(share: float | None) -> int | None:
    return None if share is None else round(share * 1000)


def _truth(value: bool | None) -> str | None:  # noqa: FBT001 (of a cell)
    return None if value is None else str(value).lower()


def _cells(columns: Sequence[str], values: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return tuple(_cell(values.get(name)) for name in columns)


def _cell(value: Cell) -> Cell:
    return cell(shown(value)) if isinstance(value, str) else value


def _csv(columns: Sequence[str], lines: Iterable[tuple[Cell, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(lines)
    return out.getvalue()
