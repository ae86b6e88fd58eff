"""The third step of a hint: which reply leaves most possible, and what it does now."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.coach.causes import both, heard_as
from simulator.coach.hints import WHICH, Hint, Now
from simulator.coach.landing import Landing, landing
from simulator.coach.outlook import Outlook, ReplyProspect
from simulator.coach.people import capital, number
from simulator.coach.possible import ALIKE, comes_to, share
from simulator.coach.reaching import not_landed, reaches_for
from simulator.coach.spoken import offer_words
from simulator.dialogue.conversation import Turn
from simulator.language import _, ngettext


class _Choice(NamedTuple):
    """A reply that is offered, what would come of it now, and what stays possible after it."""

    number: int
    """as it stands on the screen, from 1"""
    turn: Turn
    prospect: ReplyProspect


def which(now: Now, outlook: Outlook | None, unknown: str) -> Hint:
    """Which reply leaves most possible, and why now; `unknown` where it is not worked out."""
    choices = [] if outlook is None else list(_choices(now, outlook))
    if outlook is None or not choices:
        return Hint(WHICH, unknown, None, None)
    most = [choice for choice in choices if choice.prospect.is_best]
    if len(most) in {0, len(choices)}:
        return Hint(WHICH, _all_alike(now, outlook), None, None)
    chosen = min(most, key=lambda choice: _heard_less(choice, now))
    less = [choice for choice in choices if choice not in most]
    ties = [choice for choice in most if choice is not chosen]
    told = (
        _leaves_most(chosen, ties),
        *_now(chosen.turn, now),
        *_further(chosen, less, outlook, now),
    )
    return Hint(WHICH, " ".join(filter(None, told)), chosen.prospect.reply, None)


def _choices(now: Now, outlook: Outlook) -> Iterator[_Choice]:
    """Those that do not cross the line."""
    places = {offer.id: place for place, offer in enumerate(now.then.offered, 1)}
    for prospect in outlook.replies:
        would = now.then.of(prospect.reply)
        if would is not None:
            yield _Choice(places[prospect.reply], would.turn, prospect)


def _heard_less(choice: _Choice, now: Now) -> tuple[int, int, bool]:
    """Among replies that leave as much possible: first those that land, then what leaves less
    tension, then what the author would rather have tried."""
    return _trouble(choice.turn), choice.turn.state.tension, choice.turn.reply not in now.rather


def _trouble(turn: Turn) -> int:
    """0 for a reply that lands, 1 where a part comes too early, 2 where all does, 3 for what puts
    something between the two."""
    if landing(turn) is Landing.FURTHER:
        return 3
    early = not_landed(turn)
    return 0 if not early else 1 + early.issuperset(turn.moves)


def _leaves_most(chosen: _Choice, ties: Sequence[_Choice]) -> str:
    places = {"number": chosen.number, "reply": offer_words(chosen.turn.you)}
    if not ties:
        return _("Reply {number} leaves most possible now: {reply}").format(**places)
    return ngettext(
        "Reply {number} leaves as much possible as reply {others}, and more than the rest: {reply}",
        "Reply {number} leaves as much possible as replies {others}, and more than the rest: "
        "{reply}",
        len(ties),
    ).format(others=both([str(tie.number) for tie in ties]), **places)


def _now(turn: Turn, now: Now) -> Iterator[str]:
    """What it reaches for and how it is taken; where that stands against what it leaves possible,
    it is said so."""
    name, trouble = now.them.name, _trouble(turn)
    yield reaches_for(turn.moves)
    if trouble == 3:
        yield _against_now(turn).format(name=name)
    elif trouble:
        early = both([heard_as(move, now.them) for move in turn.moves if move in not_landed(turn)])
        text = (
            _("And yet it is early: {name} cannot take it in now. What it leaves open comes later.")
            if trouble == 2
            else _("One part of it is early, and {name} cannot take it in now: {moves}.")
        )
        yield text.format(name=name, moves=early)
    elif landing(turn) is Landing.CLOSER:
        yield _("It can reach {name} as things stand now.").format(name=name)
    else:
        yield _("It takes nothing away as things stand now.")


def _against_now(turn: Turn) -> str:
    if turn.state.connection < turn.before.connection:
        return _(
            "And yet it puts some distance between you and {name} now. What it leaves open comes "
            "later."
        )
    return _("And yet it makes things tenser with {name} now. What it leaves open comes later.")


def _further(chosen: _Choice, less: Sequence[_Choice], outlook: Outlook, now: Now) -> Iterator[str]:
    """What stays possible after it beside those that leave less, and how far it is."""
    goal, after = comes_to(outlook.goal, now.them.name), chosen.prospect
    yield _beside(after.random, [choice.prospect.random for choice in less], goal)
    if after.exchanges is not None:
        yield ngettext(
            "{goal} is {count} reply away: this one.",
            "{goal} is at least {count} replies away, this one counted.",
            after.exchanges,
        ).format(goal=capital(goal), count=number(after.exchanges))


def _beside(chance: float, others: Sequence[float], goal: str) -> str:
    of_these, of_most = share(chance), share(max(others))
    if of_these == of_most:
        text = _(
            "Left to chance from there, {share} of the talks would still come to {goal}; after the "
            "rest, fewer."
        )
    elif of_most == share(min(others)):
        text = _(
            "Left to chance from there, {share} of the talks would still come to {goal}; after the "
            "rest, {others}."
        )
    else:
        text = _(
            "Left to chance from there, {share} of the talks would still come to {goal}; after the "
            "rest, {others} at most."
        )
    return text.format(share=of_these, goal=goal, others=of_most)


def _all_alike(now: Now, outlook: Outlook) -> str:
    name = now.them.name
    if outlook.now.random > ALIKE:
        return _(
            "No reply leaves more possible than another just now. Take the one you would want to "
            "have said."
        )
    return _(
        "{goal} is further than this talk can go from here; {best} is still possible. Take the "
        "reply you would want to have said."
    ).format(goal=capital(comes_to(outlook.goal, name)), best=comes_to(outlook.now.best, name))
