"""Homework as plain values, for JSON. The names are a contract for scripts; more may be added."""

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt
from simulator.homework.review import Client, Reviewed
from simulator.homework.standing import Share
from simulator.journal.events import Play
from simulator.practice.homework.client import Homework
from simulator.practice.homework.words import aim_line

Record = Mapping[str, Any]


def assignment_record(given: Assignment) -> Record:
    """An assignment without the texts of its scenarios."""
    return {
        "id": given.id,
        "client": given.client,
        "made": given.made,
        "due": given.due,
        "aim": aim_line(given.aim),
        "spacing": given.spacing,
        "coaching": given.coaching,
        "undo_counts": given.undo_counts,
        "rationale": given.rationale,
        "questions": list(given.questions),
        "share": list(given.share),
        "scenarios": [
            {
                "scenario": task.scenario,
                "role": task.role,
                "temperament": task.temperament,
                "plays": task.plays,
                "hash": task.hash,
            }
            for task in given.scenarios
        ],
    }


def homework_record(homework: Homework, firsts: frozenset[str]) -> Record:
    """One homework as its client has it."""
    standing = homework.standing
    until = standing.next_from
    return {
        **assignment_record(homework.assignment),
        "status": standing.stage.value,
        "opened": homework.opened.isoformat(),
        "days_left": standing.days_left,
        "next_from": None if until is None else until.isoformat(),
        "scenarios": [_share(share) for share in standing.shares],
        "attempts": [_play(play, firsts) for play in homework.plays],
        "farewell": homework.farewell,
    }


def clients_record(clients: Sequence[Client]) -> Record:
    """Clients with their assignments and attempts, as the review prints them."""
    return {
        "clients": [
            {"client": one.name, "assignments": [_reviewed(each) for each in one.assignments]}
            for one in clients
        ]
    }


def _share(share: Share) -> Record:
    task = share.task
    return {
        "scenario": task.scenario,
        "role": task.role,
        "temperament": task.temperament,
        "plays": task.plays,
        "hash": task.hash,
        "finished": share.finished,
        "left": share.left,
        "declined": share.declined,
    }


def _play(play: Play, firsts: frozenset[str]) -> Record:
    return {
        "play": play.id,
        "scenario": play.scenario,
        "role": play.setup.role.value,
        "outcome": None if play.outcome is None else play.outcome.value,
        "turns": len(play.turns),
        "undone": play.undone,
        "first_try": play.id in firsts,
        "started": play.started.isoformat(),
    }


def _reviewed(reviewed: Reviewed) -> Record:
    given = reviewed.given
    ids = {report.id for report in given.reports}
    last = reviewed.last
    return {
        **assignment_record(given.assignment),
        "withdrawn": given.withdrawn,
        "reports": [report.id for report in given.reports],
        "signed_by": {id_: name for id_, name in given.signed if id_ in ids},
        "met": reviewed.met,
        "verified": reviewed.verified,
        "differences": list(reviewed.differences),
        "remarks": list(reviewed.remarks),
        "attempts": [_attempt(row.attempt, asked=row.asked) for row in reviewed.rows],
        "shared": list(last.shared) if last else [],
        "declined": [one.model_dump(mode="json") for one in reviewed.declined],
        "answers": [one.model_dump(mode="json") for one in last.answers] if last else [],
        "words": last.words if last else "",
        "notes": list(given.notes),
        "rating": given.rating,
    }


def _attempt(given: Attempt, *, asked: bool) -> Record:
    facts = given.facts
    return {
        "play": given.play,
        "scenario": given.scenario,
        "role": given.role,
        "temperament": given.temperament,
        "day": given.day,
        "outcome": facts.outcome,
        "ending": facts.ending,
        "turns": facts.turns,
        "undone": given.undone,
        "hints": given.hints,
        "first_try": given.first_try,
        "asked": asked,
        "aim_met": facts.aim_met,
        "evidence": list(facts.evidence),
        "hardest": facts.hardest,
        "moves": dict(facts.moves),
        "guesses": given.guesses.model_dump() if given.guesses else None,
        "notes": [note.model_dump(mode="json", exclude_none=True) for note in given.notes],
        "replies": list(given.replies),
        "curve": [point.model_dump(mode="json") for point in facts.curve],
    }
