"""From what stands on the page to a draft, and what keeps it from being an assignment in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from simulator.coach.aims import aim_of, aim_words
from simulator.homework.assignment import Assignment
from simulator.homework.couple import pair_from
from simulator.homework.drafting import DraftError, Problem, assignment_from
from simulator.language import N_, _
from simulator.practice.homework.drafts import found
from simulator.practice.safe import shown

_WHERE: Mapping[str, str] = {
    "client": N_("Code name"),
    "couple": N_("The other one of a couple"),
    "scenarios": N_("Scenarios"),
    "aim": N_("Aim"),
    "due": N_("Until when"),
    "rationale": N_("Why"),
    "questions": N_("Questions"),
    "attested": N_("What you state"),
}
_WANTED: Mapping[str, str] = {
    "client": N_("write a code name that you two agreed on."),
    "scenarios": N_("choose at least one scenario with one talk or more."),
    "due": N_("write a day to come, such as 2030-01-31, or nothing."),
    "attested": N_("every statement is needed before homework can be given."),
}


def made(draft: Mapping[str, Any], today: date) -> tuple[Assignment, ...]:
    """The assignments a draft makes: one, or one for each of two. Raises `DraftError`."""
    if draft.get("couple"):
        return pair_from(draft, found, today)
    alone = {name: value for name, value in draft.items() if name != "couple"}
    return (assignment_from(alone, found, today),)


def as_words(sentence: str) -> str:
    """The same aim as people say it, where that can be read back in the language in use."""
    aim = aim_of(sentence)
    said = aim_words(aim)
    try:
        return said if aim_of(said) == aim else sentence
    except ValueError:
        return sentence


def amiss(error: DraftError) -> str:
    """What is amiss, a line for each."""
    return "\n".join(dict.fromkeys(map(_line, error.problems)))


def judged(sentence: str) -> str:
    """How the aim is judged, or what is amiss with it."""
    if not sentence:
        return _("Without an aim, the talks are looked at as they come.")
    try:
        return _("As it is judged: {aim}.").format(aim=aim_words(aim_of(sentence)))
    except ValueError as error:
        return shown(str(error))


def _line(problem: Problem) -> str:
    top = str(problem.path[0]) if problem.path else ""
    place = _(_WHERE[top]) if top in _WHERE else top
    deep = len(problem.path) > 1
    words = shown(problem.what) if deep or top not in _WANTED else _(_WANTED[top])
    return _("{place}: {what}").format(place=place, what=words) if place else words
