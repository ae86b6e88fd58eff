"""The exact document as text: every value that is sealed stands on it, and nothing besides."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, Note
from simulator.homework.report import Report, counts
from simulator.homework.verifying import scenario_of
from simulator.language import N_, _, ngettext
from simulator.partner.moves import MOVES
from simulator.partner.outcomes import Outcome
from simulator.practice.homework.days import day_words
from simulator.practice.homework.words import INVENTED, aim_line, title_of
from simulator.practice.outcomes import outcome_words
from simulator.practice.safe import shown
from simulator.practice.words import POINT, Page

IDS = N_(
    "The replies you gave are in it by their ids, so that its numbers can be checked. Whoever has "
    "the scenario can put the talk together again from them, also where the talk itself is not "
    "ticked."
)
_SHARED: Mapping[str, str] = {
    "summary": N_("the summary"),
    "transcript": N_("the talk itself, line by line"),
    "reflections": N_("reflections and answers"),
}
_NOTES: Mapping[str, str] = {
    "now": N_("How you were right after it"),
    "connected": N_("How connected you felt"),
    "steady": N_("How steady you felt"),
    "expected": N_("How connected you had expected to come out"),
    "own_words": N_("In your own words"),
    "for_myself": N_("What you said for yourself"),
    "if_then": N_("Your if–then for home"),
    "likely": N_("How likely you are to do it"),
    "in_the_way": N_("What might get in the way"),
}


def report_page(report: Report, assignment: Assignment) -> Page:
    """The document as the client reads it before it is sealed."""
    return Page(
        _("Report of {client} on {day}").format(
            client=shown(report.client), day=day_words(report.made)
        ),
        tuple(_parts(report, assignment)),
    )


def _parts(report: Report, assignment: Assignment) -> Iterator[str]:
    yield _(INVENTED)
    yield from _aim(report)
    if not report.attempts:
        yield _("No talk is in this report.")
    for number, one in enumerate(report.attempts, 1):
        yield from _attempt(number, one, assignment)
    yield from _said(report)
    yield from _shared(report)
    yield from _beside(report)


def _aim(report: Report) -> Iterator[str]:
    if report.aim is None:
        return
    aim = (aim_line(report.aim) or "").rstrip(".")
    yield _("What you practised towards: {aim}.").format(aim=aim)
    fields = report.aim.model_dump(exclude={"words"}, exclude_none=True)
    yield _("As it is judged: {fields}.").format(fields=_pairs(fields))
    if report.met is not None:
        yield _reached(met=report.met)


def _reached(*, met: bool) -> str:
    if met:
        return _("In these talks you came to it as often as it asks.")
    return _("In these talks you did not come to it as often as it asks, or not yet.")


def _attempt(number: int, one: Attempt, assignment: Assignment) -> Iterator[str]:
    facts = one.facts
    yield _("Talk {number}: {title}, as {role}, on {day}").format(
        number=number, title=_title(one, assignment), role=one.role, day=day_words(one.day)
    )
    yield POINT + _came_to(one, assignment)
    yield POINT + (
        _("A first try.")
        if one.first_try
        else _("Practice: a scenario had before, or replies repeated.")
    )
    if facts.aim_met is not None:
        yield POINT + _aim_here(facts.aim_met, facts.evidence)
        if facts.aim_met and not counts(one, assignment):
            yield POINT + _("Replies were taken back, so it does not count here.")
    points = (f"{p.tension}/{p.connection}{_hope(p.hope)} {p.stance}" for p in facts.curve)
    curve = _("Tension/connection and stance, from the start on: {points}.")
    if any(point.hope is not None for point in facts.curve):
        curve = _("Tension/connection/hope and stance, from the start on: {points}.")
    yield POINT + curve.format(points=", ".join(points))
    yield from _turns(one)
    yield from (POINT + line for line in map(_note, one.notes))
    yield POINT + _("The replies, by their ids: {ids}.").format(ids=", ".join(one.replies) or "–")
    start = one.start.model_dump(exclude_none=True)
    yield POINT + _("Begun with: {fields}.").format(
        fields=_pairs({"scenario": one.scenario, "temperament": one.temperament, **start})
    )
    yield POINT + _("Its id in your journal: {id}.").format(id=one.play)


def _turns(one: Attempt) -> Iterator[str]:
    facts = one.facts
    if facts.hardest is not None:
        yield POINT + _("The hardest moment: after reply {turn}.").format(turn=facts.hardest)
    for each in facts.breaks:
        if each.back is None:
            text = _("It got harder after reply {turn}, and stayed so in this talk.")
        else:
            text = ngettext(
                "It got harder after reply {turn}; {back} reply later it was as before.",
                "It got harder after reply {turn}; {back} replies later it was as before.",
                each.back,
            )
        yield POINT + text.format(turn=each.turn, back=each.back)
    moves = [_move(move, how) for move, how in sorted(facts.moves.items())]
    if moves:
        yield POINT + _("What you tried: {moves}.").format(moves=", ".join(moves))
    if one.guesses:
        text = _("You guessed how {made} replies landed; the meters said the same {matched} times.")
        yield POINT + text.format(made=one.guesses.made, matched=one.guesses.matched)


def _move(move: str, how: str) -> str:
    name = _(MOVES[move].name) if move in MOVES else shown(move)
    text = _("{name} (it landed)") if how == "landed" else _("{name} (before there was room)")
    return text.format(name=name)


def _came_to(one: Attempt, assignment: Assignment) -> str:
    facts = one.facts
    words = outcome_words(Outcome(facts.outcome), _partner(one, assignment))
    ending = f" ({facts.ending})" if facts.ending else ""
    text = ngettext(
        "{words}{ending}, after {turns} reply",
        "{words}{ending}, after {turns} replies",
        facts.turns,
    )
    said = [text.format(words=words, ending=ending, turns=facts.turns)]
    if one.undone:
        said.append(_("{count} taken back").format(count=one.undone))
    if one.hints:
        said.append(_("a hint named a reply {count} times").format(count=one.hints))
    return "; ".join(said) + "."


def _aim_here(met: bool, evidence: tuple[int, ...]) -> str:  # noqa: FBT001
    at = ", ".join(map(str, evidence))
    if met:
        text = _("You came to what you practised towards; replies {at} show it.")
        return text.format(at=at) if at else _("You came to what you practised towards.")
    text = _("Not yet what you practised towards; replies {at} belong to it.")
    return text.format(at=at) if at else _("Not yet what you practised towards.")


def _note(note: Note) -> str:
    what = _(_NOTES.get(note.what, note.what))
    if note.turn is not None:
        what = _("{what} (reply {turn})").format(what=what, turn=note.turn)
    values = [] if note.number is None else [_("{number} of 10").format(number=note.number)]
    values += [_("“{words}”").format(words=shown(note.words))] if note.words else []
    return f"{what}: {', '.join(values)}."


def _said(report: Report) -> Iterator[str]:
    for one in report.declined:
        why = f" {shown(one.why)}" if one.why else ""
        yield _("You say no to {what}.{why}").format(what=shown(one.what), why=why)
    for answer in report.answers:
        question, words = shown(answer.question), shown(answer.words)
        yield _("{question} “{words}”").format(question=question, words=words)
    if report.words:
        yield _("Your words: {words}").format(words=shown(report.words))


def _shared(report: Report) -> Iterator[str]:
    shared = ", ".join(_(_SHARED[one]) for one in report.shared)
    yield _("What is shared: {shared}.").format(shared=shared)
    yield _(IDS)


def _beside(report: Report) -> Iterator[str]:
    yield _("So that it can be checked, and belongs to this homework alone:")
    yield POINT + _pairs(
        {
            "program": report.program,
            "rule": report.rule,
            "assignment": report.assignment,
            "nonce": report.nonce,
            "report": report.id,
        }
    )
    for one in report.scenarios:
        yield POINT + f"{shown(one.scenario)}: {one.hash}"


def _pairs(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {shown(str(value))}" for name, value in fields.items())


def _hope(hope: int | None) -> str:
    return "" if hope is None else f"/{hope}"


def _title(one: Attempt, assignment: Assignment) -> str:
    tasks = assignment.scenarios
    task = next((t for t in tasks if (t.scenario, t.role) == (one.scenario, one.role)), None)
    return _("“{title}”").format(title=title_of(task) if task else shown(one.scenario))


def _partner(one: Attempt, assignment: Assignment) -> str:
    for task in assignment.scenarios:
        scenario = scenario_of(task) if task.scenario == one.scenario else None
        if scenario is not None:
            return shown(scenario.person(task.chair.other).name)
    return _("the other one")
