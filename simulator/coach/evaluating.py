"""What happened in a play, as facts, and whether an aim was met by them.

Progress over plays and the aims of an assignment are read from here, so that both say the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.coach.aims import SOLUTION, SOLUTIONS, Aim
from simulator.coach.facts import Rupture, Use, ruptures, uses
from simulator.coach.spoken import offer_words
from simulator.dialogue.conversation import Turn
from simulator.language import _, ngettext
from simulator.partner.moves import MOVES, NOT_RETURNING
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import Stance

__all__ = ("Evidence", "Judged", "Rupture", "Use", "judge", "ruptures", "uses")

SAYS_NO = frozenset({"declining", "boundary"})
_GOES = frozenset({"leaving", "silence", "refusal", NOT_RETURNING})


class Evidence(NamedTuple):
    """What an aim is judged by: a fact, with what was said there."""

    turn: int | None
    """from 1; `None` for what is said of the whole talk"""
    text: str


class Judged(NamedTuple):
    """Whether an aim was met in one play, and by what that shows."""

    met: bool
    evidence: tuple[Evidence, ...]


def judge(aim: Aim, turns: Sequence[Turn], outcome: Outcome | None) -> Judged:
    """Whether one play met the aim. `outcome` is `None` while the talk is not over.

    - `reach`: it ended so, or better by the order of `Outcome`.
    - `below`: once over, tension had stayed below after every turn: from the start where it began
      below, else from the turn on that brought it there. A partner who stopped asking on the way,
      or has stopped asking at the end, is quiet and not calm: that does not count.
    - `before`: the move landed at an earlier turn than the first landed one that comes later; both
      are needed.
    - `recover`: after some rupture the stance was as mild again as before it.
    - `no_and_stay`: once over, a no or a boundary was said, and at that turn or later the player
      neither left, went quiet, refused to talk nor stayed away; and it did not break off in anger.
    - `use`: the move landed at least once.

    A talk that was stopped meets no aim.
    """
    if outcome is Outcome.STOPPED:
        return Judged(met=False, evidence=())
    match aim.kind:
        case "reach":
            return _reached(Outcome(aim.outcome or ""), turns, outcome)
        case "below":
            return _stayed_below(aim.tension or 0, turns, outcome)
        case "before":
            return _came_before(aim, turns)
        case "recover":
            return _recovered(turns)
        case "no_and_stay":
            return _said_no_and_stayed(turns, outcome)
        case "use":
            return _used(aim.move or "", turns)


def _reached(wanted: Outcome, turns: Sequence[Turn], outcome: Outcome | None) -> Judged:
    if outcome is None:
        return _not_over(turns)
    order = list(Outcome)
    met = order.index(outcome) <= order.index(wanted)
    return Judged(met, (Evidence(len(turns) or None, _came_to(outcome)),))


def _stayed_below(limit: int, turns: Sequence[Turn], outcome: Outcome | None) -> Judged:
    if outcome is None or not turns:
        return _not_over(turns)
    quiet = [turn for turn in turns if _stopped_asking(turn)] or [
        turn for turn in turns[-1:] if turn.state.stance is Stance.GIVING_UP
    ]
    if quiet:
        text = _("The other one had stopped asking. That quiet is not calm.")
        return Judged(met=False, evidence=(Evidence(quiet[0].number, text),))
    since = _since_below(limit, turns)
    met = bool(since) and max(turn.state.tension for turn in since) < limit
    shown = max(since or turns, key=lambda turn: turn.state.tension)
    return Judged(met, (_stood(shown),))


def _stopped_asking(turn: Turn) -> bool:
    return turn.state.stance is Stance.GIVING_UP and turn.before.stance is not Stance.GIVING_UP


def _since_below(limit: int, turns: Sequence[Turn]) -> Sequence[Turn]:
    """All turns where it began below; else those from the one on that brought it there."""
    if turns[0].before.tension < limit:
        return turns
    first = next((turn.number for turn in turns if turn.state.tension < limit), None)
    return () if first is None else turns[first - 1 :]


def _came_before(aim: Aim, turns: Sequence[Turn]) -> Judged:
    later = SOLUTIONS if aim.then == SOLUTION else frozenset({aim.then})
    landed = [use for use in uses(turns) if use.landed]
    first = next((use for use in landed if use.move == aim.move), None)
    then = next((use for use in landed if use.move in later), None)
    met = first is not None and then is not None and first.turn < then.turn
    found = sorted((use for use in (first, then) if use), key=lambda use: use.turn)
    evidence = [_used_at(use, turns) for use in found]
    if first is None:
        evidence.append(_did_not(aim.move or "", turns))
    if then is None:
        evidence.append(Evidence(None, _("What was to come after it did not come, or not yet.")))
    return Judged(met, tuple(evidence))


def _recovered(turns: Sequence[Turn]) -> Judged:
    found = ruptures(turns)
    if not found:
        text = _(
            "At no turn of this talk did it get harder, so there was nothing to come back from."
        )
        return Judged(met=False, evidence=(Evidence(None, text),))
    shown = min(found, key=lambda one: (one.back is None, one.back))
    return Judged(shown.back is not None, (_got_harder(shown, turns),))


def _said_no_and_stayed(turns: Sequence[Turn], outcome: Outcome | None) -> Judged:
    made = uses(turns)
    said = [use for use in made if use.move in SAYS_NO]
    if not said:
        text = _("Neither a no nor a boundary was said.")
        return Judged(met=False, evidence=(Evidence(None, text),))
    went = [use for use in made if use.move in _GOES and use.turn >= said[-1].turn]
    shown = [_used_at(use, turns) for use in (said[-1], *went[:1])]
    if outcome is None:
        return Judged(met=False, evidence=(*shown, *_not_over(turns).evidence))
    shown.append(Evidence(len(turns), _came_to(outcome)))
    return Judged(not went and outcome is not Outcome.RUPTURED, tuple(shown))


def _used(move: str, turns: Sequence[Turn]) -> Judged:
    landed = [use for use in uses(turns) if use.move == move and use.landed]
    if not landed:
        return Judged(met=False, evidence=(_did_not(move, turns),))
    return Judged(met=True, evidence=tuple(_used_at(use, turns) for use in landed))


def _did_not(move: str, turns: Sequence[Turn]) -> Evidence:
    """That a move did not land, or was not there at all."""
    early = next((use for use in uses(turns) if use.move == move), None)
    if early is not None:
        return _used_at(early, turns)
    text = _("“{move}” was not tried in this talk.")
    return Evidence(None, text.format(move=_(MOVES[move].name)))


def _used_at(use: Use, turns: Sequence[Turn]) -> Evidence:
    landed = _("You: {words} ({move})")
    early = _("You: {words} ({move}, before there was room for it)")
    words, move = _words(turns[use.turn - 1], use.move), _(MOVES[use.move].name)
    return Evidence(use.turn, (landed if use.landed else early).format(words=words, move=move))


def _words(turn: Turn, move: str | None = None) -> str:
    """What was said, done or written there: the words that carried the move, where marked."""
    carried = dict(turn.carried).get(move or "", ())
    if carried:
        return " … ".join(_("“{words}”").format(words=words) for words in carried)
    return offer_words(turn.you)


def _stood(turn: Turn) -> Evidence:
    text = _("After {words} tension stood at {tension}.")
    return Evidence(turn.number, text.format(words=_words(turn), tension=turn.state.tension))


def _got_harder(rupture: Rupture, turns: Sequence[Turn]) -> Evidence:
    words = _words(turns[rupture.turn - 1])
    if rupture.back is None:
        text = _("After {words} it got harder, and stayed so in this talk.")
        return Evidence(rupture.turn, text.format(words=words))
    text = ngettext(
        "After {words} it got harder; {turns} turn later it was as it had been.",
        "After {words} it got harder; {turns} turns later it was as it had been.",
        rupture.back,
    )
    return Evidence(rupture.turn, text.format(words=words, turns=rupture.back))


def _not_over(turns: Sequence[Turn]) -> Judged:
    text = _("The talk is not over yet.")
    return Judged(met=False, evidence=(Evidence(len(turns) or None, text),))


def _came_to(outcome: Outcome) -> str:
    words = {
        Outcome.RECONNECTED: _("The talk ended with the two near each other again."),
        Outcome.TRUCE: _("The talk ended calmer, not closer."),
        Outcome.PAUSED: _("The talk ended in a pause, with a return promised."),
        Outcome.PARTED: _("The two parted with respect."),
        Outcome.STUCK: _("The talk ended where it was stuck."),
        Outcome.WITHDRAWN: _("The talk ended when the other one left it."),
        Outcome.GIVEN_UP: _("The talk ended when the other one stopped asking."),
        Outcome.RUPTURED: _("The talk broke off in anger."),
    }
    return words[outcome]
