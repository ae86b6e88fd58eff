"""Clients for the tests of what a therapist reads: an ordinary one, and one whose words are hostile."""

from datetime import date
from functools import cache
from typing import Any

from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, Note, Point
from simulator.homework.report import Answer, Declined, Report, report
from simulator.homework.review import Client, Given, review
from tests.homework.talks import assigned, played

TODAY = date(2030, 1, 18)
LONG = "w" * 4_000
HOSTILE = (
    "<script>alert(1)</script><img src=http://hostile.invalid/a.png onerror=alert(1)>"
    "{{ 7 * 7 }}{% raw %}\"'><b>\u202eright\u2066\x07\x1b[31m</style></title>&amp;[/red]"
)
SHOWN = (
    "<script>alert(1)</script><img src=http://hostile.invalid/a.png onerror=alert(1)>"
    "{{ 7 * 7 }}{% raw %}\"'><b>right[31m</style></title>&amp;[/red]"
)
"""the same, without what steers or reorders"""
BOTH = [
    {"scenario": "vacation-planning", "role": "pursuer", "plays": "2"},
    {"scenario": "emotional-disconnection", "role": "withdrawer", "plays": "2"},
]


@cache
def everything() -> tuple[Assignment, tuple[Attempt, ...]]:
    """An assignment that asks for all there is, and plays under it."""
    given = assigned(
        share=["summary", "transcript", "reflections"],
        aim="use validation before a solution",
        scenarios=BOTH,
    )
    first, second = given.scenarios
    plays = [played(given, first, number, pick=number) for number in range(4)]
    plays += [played(given, second, 8 + number, pick=number) for number in range(2)]
    return given, tuple(_with_notes(one, place) for place, one in enumerate(plays))


def _with_notes(given: Attempt, place: int) -> Attempt:
    notes = (
        Note(what="expected", number=4),
        Note(what="connected", number=6),
        Note(what="if_then", words="If she looks away, then I wait."),
    )
    update = {"notes": notes, "undone": place % 2, "day": f"2030-01-{12 + place}"}
    return given.model_copy(update=update)


def made(share: tuple[Any, ...] = ("transcript", "reflections"), **changes: Any) -> Report:
    """A report of all of it."""
    given, attempts = everything()
    told = report(
        given,
        changes.pop("attempts", attempts),
        "2030-01-17",
        share=share,
        declined=[Declined(what="emotional-disconnection/withdrawer", why="Too near just now.")],
        answers=[Answer(question="What surprised you?", words="How early I wanted a plan.")],
        words="It was a long week.",
        stopped=True,
    )
    return told.model_copy(update=changes)


def client(*reports: Report, **changes: Any) -> Client:
    """One client with one assignment and these reports."""
    given, _ = everything()
    told = Given(given, reports, **changes)
    (found,) = review([told])
    return found


@cache
def ordinary() -> Client:
    """A client with notes, a rating, and an assignment that nothing came back on yet."""
    given, _ = everything()
    later = assigned(aim="stay below tension 55", due="2030-02-01")
    told = Given(given, (made(),), notes=("Ask about the second talk.",), rating=3)
    (found,) = review([told, Given(later, ())])
    return found


@cache
def hostile() -> Client:
    """A client whose every free word would break a page, and whose numbers come out of nothing."""
    given, attempts = everything()
    words = f"{HOSTILE} {LONG}"[:4_000]
    given = given.model_copy(
        update={"client": HOSTILE[:60], "rationale": words, "questions": (HOSTILE[:200],)}
    )
    first = attempts[0]
    facts = first.facts.model_copy(
        update={
            "outcome": HOSTILE[:64],
            "hardest": 9_999,
            "evidence": (0, 77, 9_000),
            "moves": {HOSTILE[:64]: "used", LONG[:64]: "landed"},
            "curve": tuple(
                Point(tension=place % 101, connection=50, stance=HOSTILE[:64])
                for place in range(401)
            ),
        }
    )
    odd = first.model_copy(
        update={
            "facts": facts,
            "temperament": LONG[:64],
            "day": "9999-99-99",
            "notes": (Note(what=HOSTILE[:64], words=words),),
        }
    )
    told = report(given, (odd, attempts[1]), "2030-01-17", share=("transcript", "reflections"))
    told = told.model_copy(
        update={
            "words": words,
            "declined": (Declined(what=HOSTILE[:200], why=words),),
            "answers": (Answer(question=HOSTILE[:200], words=words),),
        }
    )
    (found,) = review([Given(given, (told,), notes=(words,), rating=4)])
    return found
