"""For authors: how often each reply is taken over many reports, and how it divides the plays.

Says nothing of any client and stands on no client's page. Few plays say little: below a minimum
nothing is counted, and what is counted comes with how far it can be off.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import sqrt
from typing import NamedTuple

from simulator.dialogue.conversation import NotOfferedError
from simulator.homework.assignment import Assignment, Task
from simulator.homework.attempts import Attempt, again, is_stopped, setup_of
from simulator.homework.verifying import begins_as_asked, scenario_of
from simulator.language import N_, _, ngettext
from simulator.scenario.model import Scenario
from simulator.scenario.text import shown

LEAST_PLAYS = 20
"""of one chair, below which nothing is said"""
LEAST_TAKEN = 5
"""times that a reply was taken, and not taken where it was offered, to say how it divides plays"""
_SURE = 1.96
"""standard errors to either side that hold 95 of 100 such counts"""

WARNING = N_(
    "How far a share can be off is given for 95 of 100 such counts, as if every play were by "
    "somebody else. They are not: people play more than once, learn, and choose what they hand in, "
    "so it can be off by more. Replies taken back are not in it. A reply that goes with an ending "
    "need not be what led there."
)
TOO_FEW = N_("Fewer than {least} plays: too few to say anything.")


class Taken(NamedTuple):
    """One reply over many plays."""

    beat: str
    reply: str
    offered: int
    """plays in which it was offered at least once"""
    taken: int
    """plays in which it was taken at least once"""
    off_by: float
    """how far the share `taken / offered` can be off, to the farther side (95 %)"""
    reached_with: float | None
    """share of the plays with it that came to the role's best outcome; `None` where too few"""
    reached_without: float | None
    """the same of the plays in which it was offered and not taken"""
    with_off_by: float | None = None
    """how far `reached_with` can be off"""
    without_off_by: float | None = None


class Counted(NamedTuple):
    """One chair of one text of a scenario."""

    scenario: str
    role: str
    hash: str
    plays: int
    """that could be played again here"""
    replies: tuple[Taken, ...]
    """none where there are fewer than `LEAST_PLAYS` plays"""
    assignments: int = 0
    """how many different ones the plays come from"""


def count(pairs: Iterable[tuple[Assignment, Iterable[Attempt]]]) -> tuple[Counted, ...]:
    """Count over assignments and the attempts that were handed in for them.

    A play that was stopped, or that does not come out of its replies, is not counted; one that was
    handed in twice counts once.
    """
    tasks: dict[tuple[str, str, str], Task] = {}
    attempts: dict[tuple[str, str, str], dict[str, tuple[str, Attempt]]] = {}
    for assignment, handed_in in pairs:
        for one in handed_in:
            task = _task(assignment, one)
            if task is None or is_stopped(one):
                continue
            key = (task.scenario, task.role, task.hash)
            tasks[key] = task
            attempts.setdefault(key, {})[one.play] = (assignment.id, one)
    return tuple(_counted(tasks[key], tuple(attempts[key].values())) for key in sorted(tasks))


def counts_text(counted: Sequence[Counted]) -> str:
    """The counts in words, with how far they can be off; for authors, never for a client's page."""
    parts = [part for chair in counted for part in ("", *_chair_lines(chair))]
    if any(chair.replies for chair in counted):
        parts += ["", _(WARNING)]
    elif not counted:
        parts += [_(TOO_FEW).format(least=LEAST_PLAYS)]
    return shown("\n".join(parts).strip())


def _task(assignment: Assignment, given: Attempt) -> Task | None:
    wanted = (given.scenario, given.role)
    return next((t for t in assignment.scenarios if (t.scenario, t.role) == wanted), None)


class _Play(NamedTuple):
    assignment: str
    offered: frozenset[tuple[str, str]]
    taken: frozenset[tuple[str, str]]
    reached: bool


def _counted(task: Task, attempts: Iterable[tuple[str, Attempt]]) -> Counted:
    scenario = scenario_of(task)
    plays = [play for each in attempts if scenario and (play := _play(task, scenario, *each))]
    replies = tuple(_taken(plays)) if len(plays) >= LEAST_PLAYS else ()
    assignments = len({play.assignment for play in plays})
    return Counted(task.scenario, task.role, task.hash, len(plays), replies, assignments)


def _taken(plays: Sequence[_Play]) -> Iterator[Taken]:
    offered = Counter(reply for play in plays for reply in play.offered)
    for reply in sorted(offered):
        with_it = [play.reached for play in plays if reply in play.taken]
        without = [play.reached for play in plays if reply in play.offered - play.taken]
        reached, reached_off = _share(with_it)
        otherwise, otherwise_off = _share(without)
        off_by = _off_by(len(with_it), offered[reply])
        yield Taken(
            *reply,
            offered[reply],
            len(with_it),
            off_by,
            reached,
            otherwise,
            reached_off,
            otherwise_off,
        )


def _share(reached: Sequence[bool]) -> tuple[float | None, float | None]:
    if len(reached) < LEAST_TAKEN:
        return None, None
    return sum(reached) / len(reached), _off_by(sum(reached), len(reached))


def _off_by(some: int, of: int) -> float:
    """The farther end of Wilson's interval (1927, J Am Stat Assoc 22:209–212): unlike the plain
    one it does not claim to be exact where all or none were counted."""
    share, square = some / of, _SURE**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _SURE * sqrt(share * (1 - share) / of + square / (4 * of**2)) / (1 + square / of)
    return half + abs(middle - share)


def _play(task: Task, scenario: Scenario, assignment: str, given: Attempt) -> _Play | None:
    """What was offered and taken, from the replies; `None` where they cannot be played again."""
    if not begins_as_asked(given, task, scenario):
        return None
    best = scenario.chair(task.chair).best
    offered: set[tuple[str, str]] = set()
    taken: set[tuple[str, str]] = set()
    try:
        talk = again(scenario, setup_of(task, given), ())
        for reply in given.replies:
            offered |= {(talk.beat, offer.id) for offer in talk.offered}
            taken.add((talk.beat, reply))
            talk.choose(reply)
    except (NotOfferedError, ValueError, KeyError):
        return None
    if talk.stopped or not talk.finished:
        return None
    return _Play(assignment, frozenset(offered), frozenset(taken), talk.outcome is best)


def _chair_lines(chair: Counted) -> Iterator[str]:
    name = _("{scenario}, as {role} (text {hash})").format(
        scenario=chair.scenario, role=chair.role, hash=chair.hash[:8]
    )
    if not chair.replies:
        yield f"{name}:"
        yield "  " + _(TOO_FEW).format(least=LEAST_PLAYS)
        return
    plays = _("{plays} plays").format(plays=chair.plays)
    from_all = ngettext("from {count} assignment", "from {count} assignments", chair.assignments)
    yield f"{name}: {plays}, {from_all.format(count=chair.assignments)}"
    for beat, replies in groupby(chair.replies, lambda one: one.beat):
        yield f"  {beat}"
        for reply in replies:
            yield f"    {reply.reply}: {_how_often(reply)}{_divides(reply)}"


def _how_often(reply: Taken) -> str:
    words = _("taken in {taken} of {offered} plays it was offered in ({share} %, ± {off} at most)")
    return words.format(
        taken=reply.taken,
        offered=reply.offered,
        share=_percent(reply.taken / reply.offered),
        off=_percent(reply.off_by),
    )


def _divides(reply: Taken) -> str:
    if reply.reached_with is None or reply.reached_without is None:
        return _("; too few to say how it divides them")
    words = _(
        "; the best ending came in {with_it} % (± {with_off}) of those with it, in {without} % "
        "(± {without_off}) of those without"
    )
    return words.format(
        with_it=_percent(reply.reached_with),
        with_off=_percent(reply.with_off_by or 0),
        without=_percent(reply.reached_without),
        without_off=_percent(reply.without_off_by or 0),
    )


def _percent(share: float) -> int:
    return round(share * 100)
