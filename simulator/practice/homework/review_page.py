"""One client as text, for the one who reviews: assignments, what came back, what was hard."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from simulator.homework.attempts import Attempt, is_stopped
from simulator.homework.next_up import next_up
from simulator.homework.page import words
from simulator.homework.report import counts
from simulator.homework.review import Client, Reviewed, stopped
from simulator.language import _, ngettext
from simulator.practice.homework.days import day_words, local_day
from simulator.practice.homework.words import aim_line, part_words, title_of
from simulator.practice.safe import shown
from simulator.practice.words import POINT, Page


def client_page(client: Client, today: date | None = None) -> Page:
    """All that is shown of a client, on this day where no other is named. None of it is a
    diagnosis, or a score of a person."""
    day = today or local_day(datetime.now(UTC))
    return Page(shown(client.name), tuple(_parts(client, day)))


def _parts(client: Client, today: date) -> Iterator[str]:
    yield _(words.INVENTED)
    yield _(words.READ_SO)
    for one in client.assignments:
        yield from _assignment(one, today)
    ideas = next_up(client)
    if ideas:
        yield _("What could be practised next:")
        yield from (POINT + idea.words for idea in ideas)


def _assignment(one: Reviewed, today: date) -> Iterator[str]:
    given = one.given.assignment
    yield _("Homework {id}, of {day}: {status}.").format(
        id=given.id[:8], day=day_words(given.made), status=words.status_words(one, today)
    )
    for task in given.scenarios:
        had = sum(
            (a.scenario, a.role) == (task.scenario, task.role)
            for a in one.attempts
            if not is_stopped(a)
        )
        text = _("{part}: {had} handed in, {count} asked for")
        yield POINT + text.format(part=part_words(task), had=had, count=task.plays)
    yield from _aim(one)
    if one.given.reports:
        yield words.verified_words(one)
    yield from (POINT + shown(what) for what in one.differences)
    yield from _reports(one)
    if stopped(one):
        yield f"{_(words.STOPPED)} {_(words.STOPPED_MEANS)}"
    yield from _attempts(one)
    yield from _said(one)
    yield from _own(one)


def _aim(one: Reviewed) -> Iterator[str]:
    aim = aim_line(one.given.assignment.aim)
    if aim is None:
        return
    text = _("Towards: {aim}.")
    if one.met is not None:
        text = _("Towards: {aim}. Come to as often as it asks.")
        if not one.met:
            text = _("Towards: {aim}. Not come to as often as it asks, or not yet.")
    elif one.verified is False:
        text = _(
            "Towards: {aim}. Whether it was reached is not told, as a report does not come out of "
            "its replies."
        )
    yield text.format(aim=aim.rstrip("."))
    yield from one.remarks


def _reports(one: Reviewed) -> Iterator[str]:
    """By their ids, as one may have to be put away, and by whom they are signed."""
    signed = dict(one.given.signed)
    for report in one.given.reports:
        text = _("Report {id}, of {day}.")
        if report.id in signed:
            text = _("Report {id}, of {day}, signed by {name}.")
        name = shown(signed.get(report.id, ""))
        yield POINT + text.format(id=report.id[:8], day=day_words(report.made), name=name)


def _attempts(one: Reviewed) -> Iterator[str]:
    if not one.rows:
        return
    first = len(one.first_tries)
    text = ngettext(
        "{count} talk, {first} of them a first try:",
        "{count} talks, {first} of them a first try:",
        len(one.rows),
    )
    yield text.format(count=len(one.rows), first=first)
    for row in one.rows:
        yield POINT + _attempt(row.attempt, one)
    hardest = one.hardest
    if hardest is not None:
        yield _("The hardest moment of all: on {day}, after reply {turn}.").format(
            day=day_words(hardest.day), turn=hardest.facts.hardest
        )


def _attempt(given: Attempt, one: Reviewed) -> str:
    facts = given.facts
    if is_stopped(given):
        return f"{day_words(given.day)}; {_title(given, one)}; {_(words.STOPPED)}"
    replies = ngettext("{count} reply", "{count} replies", facts.turns).format(count=facts.turns)
    said = [
        day_words(given.day),
        _title(given, one),
        words.outcome_words(facts.outcome),
        replies,
    ]
    if given.undone:
        said.append(_("{count} taken back").format(count=given.undone))
    said.append(_("a first try") if given.first_try else _("practice"))
    said += _aim_there(given, one)
    said += [
        f"{words.reflection_words(note.what)} {note.number}/10"
        for note in given.notes
        if note.number is not None
    ]
    return "; ".join(said) + "."


def _aim_there(given: Attempt, one: Reviewed) -> Iterator[str]:
    """Nothing where a report does not come out of its replies."""
    if one.verified is False or not given.facts.aim_met:
        return
    if counts(given, one.given.assignment):
        yield _("the aim was met there")
    else:
        yield _("the aim was met there, with replies taken back, so it does not count here")


def _title(given: Attempt, one: Reviewed) -> str:
    tasks = one.given.assignment.scenarios
    task = next((t for t in tasks if (t.scenario, t.role) == (given.scenario, given.role)), None)
    title = title_of(task) if task else shown(given.scenario)
    return _("“{title}” as {role}").format(title=title, role=given.role)


def _said(one: Reviewed) -> Iterator[str]:
    for declined in one.declined:
        why = f" {shown(declined.why)}" if declined.why else ""
        yield _("Said no to {what}.{why}").format(what=shown(declined.what), why=why)
    if one.last is None:
        return
    if "reflections" in set(one.last.shared) & set(one.given.assignment.share):
        for answer in one.last.answers:
            yield _("{question} “{words}”").format(
                question=shown(answer.question), words=shown(answer.words)
            )
    if one.last.words:
        yield _("Their words: {words}").format(words=shown(one.last.words))


def _own(one: Reviewed) -> Iterator[str]:
    if one.given.rating is not None:
        yield _("Your own rating: {number} of 4.").format(number=one.given.rating)
    yield from (_("Your note: {words}").format(words=shown(note)) for note in one.given.notes)
