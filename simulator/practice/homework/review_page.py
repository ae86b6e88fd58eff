"""One client as text, for the one who reviews: assignments, what came back, what was hard."""

from collections.abc import Iterator

from simulator.homework.attempts import Attempt
from simulator.homework.review import Client, Reviewed
from simulator.language import _, ngettext
from simulator.partner.outcomes import Outcome
from simulator.practice.homework.days import day_words
from simulator.practice.homework.words import INVENTED, aim_line, part_words, title_of
from simulator.practice.outcomes import outcome_words
from simulator.practice.safe import shown
from simulator.practice.words import POINT, Page


def client_page(client: Client) -> Page:
    """All that is shown of a client. None of it is a diagnosis, or a score of a person."""
    return Page(shown(client.name), tuple(_parts(client)))


def checked_words(reviewed: Reviewed) -> str:
    """Whether the numbers come out of the replies."""
    if not reviewed.given.reports:
        return _("No report yet.")
    if reviewed.verified:
        return _("Checked: every number comes out again when the replies are played again.")
    if reviewed.verified is None:
        return _("Not checked: it was played by another version of the partner's rule.")
    return _("These numbers do not come out of the replies in it. Ask how the report was made.")


def _parts(client: Client) -> Iterator[str]:
    yield _(INVENTED)
    for one in client.assignments:
        yield from _assignment(one)


def _assignment(one: Reviewed) -> Iterator[str]:
    given = one.given.assignment
    head = _("Homework {id}, of {day}").format(id=given.id[:8], day=day_words(given.made))
    if given.due:
        head += ", " + _("until {day}").format(day=day_words(given.due))
    if one.given.withdrawn:
        head += ", " + _("withdrawn")
    yield head
    for task in given.scenarios:
        had = sum((a.scenario, a.role) == (task.scenario, task.role) for a in one.attempts)
        text = _("{part}: {had} handed in, {count} asked for")
        yield POINT + text.format(part=part_words(task), had=had, count=task.plays)
    yield from _aim(one)
    yield checked_words(one)
    yield from (POINT + shown(what) for what in one.differences)
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
    yield text.format(aim=aim.rstrip("."))


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
    replies = ngettext("{count} reply", "{count} replies", facts.turns).format(count=facts.turns)
    said = [
        day_words(given.day),
        _title(given, one),
        outcome_words(Outcome(facts.outcome), _("the partner")),
        replies,
    ]
    if given.undone:
        said.append(_("{count} taken back").format(count=given.undone))
    said.append(_("a first try") if given.first_try else _("practice"))
    if facts.aim_met:
        said.append(_("the aim was met there"))
    return "; ".join(said) + "."


def _title(given: Attempt, one: Reviewed) -> str:
    tasks = one.given.assignment.scenarios
    task = next((t for t in tasks if (t.scenario, t.role) == (given.scenario, given.role)), None)
    title = title_of(task) if task else shown(given.scenario)
    return _("“{title}” as {role}").format(title=title, role=given.role)


def _said(one: Reviewed) -> Iterator[str]:
    for declined in one.declined:
        why = f" {shown(declined.why)}" if declined.why else ""
        yield _("Said no to {what}.{why}").format(what=shown(declined.what), why=why)
    for report in one.given.reports[-1:]:
        for answer in report.answers:
            yield _("{question} “{words}”").format(
                question=shown(answer.question), words=shown(answer.words)
            )
        if report.words:
            yield _("Their words: {words}").format(words=shown(report.words))


def _own(one: Reviewed) -> Iterator[str]:
    if one.given.rating is not None:
        yield _("Your own rating: {number} of 4.").format(number=one.given.rating)
    yield from (_("Your note: {words}").format(words=shown(words)) for words in one.given.notes)
