"""The therapist's side: what was given, what came back, and what is noted for the session."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from simulator.homework.assignment import (
    Assignment,
    Withdrawal,
    assignment_of,
    body_of,
)
from simulator.homework.report import Report, report_of
from simulator.homework.review import Client, Given, review
from simulator.homework.verifying import OtherAssignmentError, verify
from simulator.journal.desk import Entry, Kept
from simulator.journal.journal import Journal
from simulator.language import _
from simulator.practice.homework.client import HomeworkError, within_limits
from simulator.practice.homework.days import local_day
from simulator.practice.safe import shown

THERAPIST = "therapist"
REPORT, WITHDRAWN, NOTE, RATING = "report", "withdrawn", "note", "rating"
DROPPED = "dropped"
SEALED_TO, SIGNED = "sealed_to", "signed"
HIGHEST_RATING = 4


def give(journal: Journal, assignment: Assignment, at: datetime) -> None:
    """Keep an assignment that was made, or that was opened here; twice is as once.

    Raises `JournalError`, where another one of this id is here `ConflictError`.
    """
    journal.desk.add(THERAPIST, assignment.id, body_of(assignment), at)


def given(journal: Journal, id_: str) -> Given:
    """One assignment by the beginning of its id. Raises `HomeworkError`."""
    try:
        return _given(journal.desk.one(id_, THERAPIST))
    except LookupError as error:
        raise HomeworkError(str(error)) from error


def every(journal: Journal) -> tuple[Given, ...]:
    """Everything that was given, oldest first."""
    return tuple(map(_given, journal.desk.all(THERAPIST)))


def withdrawal(assignment: Assignment, words: str, at: datetime) -> Withdrawal:
    """What tells the client that an assignment is no longer asked for; to be sealed.

    Raises `HomeworkError` where the words are too many.
    """
    with within_limits():
        return Withdrawal(
            assignment=assignment.id,
            nonce=assignment.nonce,
            made=local_day(at).isoformat(),
            words=shown(words),
        )


def take_back(journal: Journal, assignment: Assignment, words: str, at: datetime) -> None:
    """Keep that an assignment was withdrawn."""
    journal.desk.note(assignment.id, WITHDRAWN, {"words": words}, at, THERAPIST)


def sealed_to(journal: Journal, assignment: Assignment, keys: str, at: datetime) -> None:
    """Keep for whose keys an assignment was sealed, as their line."""
    journal.desk.note(assignment.id, SEALED_TO, {"keys": keys}, at, THERAPIST)


def signed(journal: Journal, report: Report, name: str, at: datetime) -> None:
    """Keep who has signed a report that is here, by the name they have here; twice is as once."""
    data = {"report": report.id, "by": name}
    kept = journal.desk.one(report.assignment, THERAPIST)
    if all(entry.data != data for entry in _of(kept, SIGNED)):
        journal.desk.note(report.assignment, SIGNED, data, at, THERAPIST)


def check_sender(journal: Journal, report: Report, keys: str | None) -> None:
    """Raises `HomeworkError` where an assignment was sealed for other keys than have signed this
    report on it; also where nobody has (`None`), and a passphrase is all that it was under."""
    for kept in journal.desk.all(THERAPIST):
        lines = {str(entry.data["keys"]) for entry in _of(kept, SEALED_TO)}
        if kept.id == report.assignment and lines and keys is None:
            raise HomeworkError(
                _(
                    "Its homework was sealed for the keys of one person, and this report is signed "
                    "by nobody. Ask for it once more, sealed with --to."
                )
            )
        if kept.id == report.assignment and lines and keys not in lines:
            raise HomeworkError(
                _("This report was signed by somebody else than the one its homework was for.")
            )


def receive(journal: Journal, report: Report, at: datetime) -> Given:
    """Put a report to its assignment; the same one again is not kept twice.

    Raises `HomeworkError` where its assignment was not made or opened here, where it answers
    another, or carries another code name or aim. A report whose numbers do not come out of its
    replies is kept, and says so wherever it is shown.
    """
    found = next((one for one in every(journal) if one.assignment.id == report.assignment), None)
    if found is None:
        raise HomeworkError(
            _(
                "The assignment that this report answers is not here. Open its homework file "
                "together with the report."
            )
        )
    try:
        verify(report, found.assignment)
    except OtherAssignmentError as error:
        raise HomeworkError(str(error)) from error
    _check_agreed(report, found.assignment)
    if report not in found.reports:
        journal.desk.note(found.assignment.id, REPORT, body_of(report), at, THERAPIST)
    return given(journal, found.assignment.id)


def _check_agreed(report: Report, assignment: Assignment) -> None:
    if (report.client, report.aim) != (assignment.client, assignment.aim):
        raise HomeworkError(
            _(
                "This report carries another code name or another aim than its homework. Nothing "
                "of it was taken in; ask for the report again."
            )
        )


def drop(journal: Journal, id_: str, at: datetime) -> Given:
    """Put one report away, by the beginning of its id: nothing of it is shown or counted any more.

    It is gone for good with all else of its client (`forget`); reading its file again brings it
    back. Raises `HomeworkError` where none, or more than one, is meant.
    """
    begins = id_.lower()
    found = {
        (report.id, one.assignment.id)
        for one in every(journal)
        for report in one.reports
        if begins and report.id.startswith(begins)
    }
    if not found:
        raise HomeworkError(_("There is no report {id} here.").format(id=id_))
    if len(found) > 1:
        raise HomeworkError(
            _("More than one report begins with {id}; give more letters of it.").format(id=id_)
        )
    [(report_id, assignment)] = found
    journal.desk.note(assignment, DROPPED, {"report": report_id}, at, THERAPIST)
    return given(journal, assignment)


def note(journal: Journal, assignment: Assignment, words: str, at: datetime) -> None:
    """A note for the session."""
    journal.desk.note(assignment.id, NOTE, {"words": shown(words)}, at, THERAPIST)


def rate(journal: Journal, assignment: Assignment, number: int, at: datetime) -> None:
    """The therapist's own rating of how the homework went. Raises `HomeworkError`."""
    if not 0 <= number <= HIGHEST_RATING:
        raise HomeworkError(_("A rating is a number from 0 to {most}.").format(most=HIGHEST_RATING))
    journal.desk.note(assignment.id, RATING, {"number": number}, at, THERAPIST)


def clients(
    journal: Journal, ids: Collection[str] | None = None, reports: Sequence[Report] = ()
) -> tuple[Client, ...]:
    """Every client, by code name; where `ids` or `reports` name some assignments, those alone.

    Of an assignment that some of `reports` answer, these are what is reviewed; of every other, all
    that came back.
    """
    if ids is None:
        return review(every(journal))
    wanted = {*ids, *(report.assignment for report in reports)}
    return review(_with(one, reports) for one in every(journal) if one.assignment.id in wanted)


def _with(one: Given, reports: Sequence[Report]) -> Given:
    answering = tuple(each for each in reports if each.assignment == one.assignment.id)
    return one._replace(reports=answering) if answering else one


def forget(journal: Journal, client: str) -> int:
    """Erase all that is kept of a client on this desk; how many assignments that was."""
    ids = [one.assignment.id for one in every(journal) if one.assignment.client == client]
    return journal.desk.erase(ids, THERAPIST) if ids else 0


def _given(kept: Kept) -> Given:
    return Given(
        assignment_of(kept.body),
        tuple(_reports(kept)),
        bool(_of(kept, WITHDRAWN)),
        tuple(str(entry.data["words"]) for entry in _of(kept, NOTE)),
        _last(kept, RATING).get("number"),
        tuple((str(entry.data["report"]), str(entry.data["by"])) for entry in _of(kept, SIGNED)),
    )


def _reports(kept: Kept) -> list[Report]:
    """What came back and was not put away since."""
    found: list[Report] = []
    for entry in kept.entries:
        if entry.kind == REPORT:
            found.append(report_of(entry.data))
        elif entry.kind == DROPPED:
            found = [one for one in found if one.id != entry.data.get("report")]
    return found


def _of(kept: Kept, kind: str) -> list[Entry]:
    return [entry for entry in kept.entries if entry.kind == kind]


def _last(kept: Kept, kind: str) -> Mapping[str, Any]:
    found = _of(kept, kind)
    return found[-1].data if found else {}
