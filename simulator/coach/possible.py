"""What was still possible at each turn, in words, and where most of it fell away."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from simulator.coach.debrief import TurningPoint
from simulator.coach.outlook import Outlook
from simulator.coach.retracing import Then
from simulator.coach.spoken import moment_words
from simulator.language import N_, Marked, _
from simulator.partner.outcomes import Outcome

ALIKE = 1e-9
"""chances that differ by no more are the same"""
_MUCH = 1.5
"""times as likely or unlikely as before: below, it stood about as it did"""
_COMES_TO: Mapping[Outcome, str] = Marked(
    {
        Outcome.RECONNECTED: N_("finding each other again"),
        Outcome.TRUCE: N_("a calm truce"),
        Outcome.PAUSED: N_("a pause with a return promised"),
        Outcome.PARTED: N_("a parting with respect"),
        Outcome.STUCK: N_("staying stuck"),
        Outcome.WITHDRAWN: N_("{name} leaving the talk"),
        Outcome.GIVEN_UP: N_("{name} no longer asking"),
        Outcome.RUPTURED: N_("breaking off in anger"),
        Outcome.STOPPED: N_("a talk that stops"),
    }
)
_HALVES = frozenset({Outcome.RECONNECTED, Outcome.TRUCE, Outcome.PAUSED, Outcome.PARTED})
"""what one would wish for, as far as there is no better"""


_SHARES = (
    (0.15, N_("few")),
    (0.4, N_("some")),
    (0.6, N_("about half")),
    (0.95, N_("most")),
    (1.0, N_("nearly all")),
)
"""the words below so large a chance"""


def comes_to(outcome: Outcome, name: str) -> str:
    """An outcome inside a sentence; `name` is the partner's."""
    return _COMES_TO[outcome].format(name=name)


def share(chance: float) -> str:
    """How many of many talks, in a word before “of the talks”; the numbers stand elsewhere."""
    if chance <= ALIKE:
        return _("none")
    if chance >= 1 - ALIKE:
        return _("all")
    return _(next(words for most, words in _SHARES if chance < most))


def turning_point(outlooks: Sequence[Outlook | None], then: Sequence[Then]) -> TurningPoint | None:
    """The first of the turns at which the chance of the role's best outcome fell most.

    Both are of the moments of a play, from before its first reply on. `None` where nothing fell,
    or not everything is known.
    """
    chances = [None if outlook is None else outlook.now.random for outlook in outlooks]
    if None in chances:
        return None
    known = [chance or 0.0 for chance in chances]
    falls = [before - after for before, after in pairwise(known)]
    most = max(falls, default=0.0)
    if most <= ALIKE:
        return None
    turn = next(place for place, fall in enumerate(falls) if fall >= most - ALIKE) + 1
    return TurningPoint(turn, moment_words(then[turn - 1].moment), falls[turn - 1])


def still_possible(
    before: Outlook | None, after: Outlook | None, name: str, *, over: bool, unknown: str
) -> str:
    """What was still possible after a turn; `unknown` where it is not worked out."""
    if after is None:
        return unknown
    best, goal = comes_to(after.now.best, name), comes_to(after.goal, name)
    if over:
        return _("Here it came to its end: {best}.").format(best=best)
    if after.now.best is after.goal:
        return _nearer_or_harder(before, after).format(goal=goal)
    return _out_of_reach(before, after).format(goal=goal, best=best)


def _nearer_or_harder(before: Outlook | None, after: Outlook) -> str:
    was, now = before.now.random if before else after.now.random, after.now.random
    if now * _MUCH < was:
        return _("Harder from here; {goal} was still possible.")
    if now > was * _MUCH:
        return _("Nearer from here; {goal} was still possible.")
    return _("About as near as before; {goal} was still possible.")


def _out_of_reach(before: Outlook | None, after: Outlook) -> str:
    if after.now.best not in _HALVES:
        return _("Harder from here: the talk could come to no more than {best}.")
    if before is None or before.now.best is before.goal:
        return _(
            "Harder from here: {goal} was further than this talk could go; {best} was still possible."
        )
    return _("From here, {best} was still possible.")
