"""Causes in words, with the partner's name: written once, for every player."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from simulator.coach.people import Forms, Worded, capital, worded
from simulator.coach.stances import stance_words, unnumbered
from simulator.dialogue.conversation import Turn
from simulator.language import N_, _
from simulator.partner.causes import Cause
from simulator.partner.moves import MOVES, TIME_OUT, Family, Role
from simulator.partner.temperaments import Temperament

_SMALL = frozenset({"drift", "quarter_limit", "meter_end"})
_OF_THEM = {
    "criticism": Worded(
        N_("about who he is"),
        N_("about who she is"),
        N_("about who they are"),
        N_("about who {name} is"),
    ),
    "contempt": Worded(
        N_("looking down on him"),
        N_("looking down on her"),
        N_("looking down on them"),
        N_("looking down on {object}"),
    ),
    "mind_reading": Worded(
        N_("guessing his mind"),
        N_("guessing her mind"),
        N_("guessing their mind"),
        N_("guessing {possessive} mind"),
    ),
}
"""moves whose plain name speaks of the one who hears them"""
_OF_YOU = {
    "defensiveness": N_("explaining yourself"),
    "self_soothing": N_("steadying yourself"),
    "i_statement": N_("speaking for yourself"),
}
"""moves whose plain name speaks of the one who makes them"""
_ENDS = N_("The meter ends here.")
_TENSION = {
    "company": N_("{move} stood beside it and eased a little more."),
    "softener": N_("{move} beside it took a little of the edge off; it did not undo it."),
    "charge_limit": N_("Several stings at once: beyond a point, more of them weighs no more."),
    "soothes_more": N_("It is one of the things that calm {name} most."),
    "believes_late": N_("{name} does not trust a first kindness yet."),
    "quarter_limit": N_("One reply can take off only so much of what is there."),
    "time_overridden": N_("{name} had just asked for time."),
    "hit_harder": N_("This is what hits {name} harder than it hits others."),
    "giving_up": N_("{name} has stopped asking. The quiet is not calm."),
    "coming_back": N_("{name} asks again, and the anger comes back before the calm."),
    "meter_end": _ENDS,
    "not_landed_late": N_("{move} came before there was room for it."),
    "not_landed_time_asked": N_("{name} had asked for time, and {small} gave none."),
}
"""why tension moved; `{move}` begins a sentence, `{small}` stands inside one"""
_CONNECTION = {
    "hidden_wish": N_("A yes that is not meant leaves your own wish outside the room."),
    "left": N_("{name} has gone."),
    "giving_up": N_("While {name} has stopped asking, waiting costs a little each time."),
    "meter_end": _ENDS,
}
_NOT_REACHED = Worded(
    N_("{moves} did not reach him yet."),
    N_("{moves} did not reach her yet."),
    N_("{moves} did not reach them yet."),
    N_("{moves} did not reach {object} yet."),
)


class Reason(NamedTuple):
    """One reason why a meter moved, in words."""

    meter: str
    text: str
    points: int | None
    """shown on request; `None` for a stance"""
    quotes: tuple[str, ...]
    """the player's own words that carried it, where the author marked them"""
    small: bool = False
    """of a kind that comes at nearly every turn; told with the points, on request"""
    unnumbered: str = ""
    """the same without a level of the meter, where `text` holds one"""

    @property
    def signed(self) -> str:
        """The points with their sign; empty for none and for 0, which moved nothing."""
        return f"{self.points:+d}".replace("-", "−") if self.points else ""


class Explanation(NamedTuple):
    """Why a reply was taken as it was."""

    took_as: str
    """“Marit took it as: pressing. She asked for time.”"""
    moved: tuple[Reason, ...]

    def shown(self, *, points: bool, numbers: bool = True) -> tuple[Reason, ...]:
        """The reasons to show: with points all of them, so that they add up; without, not those
        that come at nearly every turn. Levels only where `numbers` are wanted."""
        told = [reason for reason in self.moved if points or not reason.small]
        if numbers:
            return tuple(told)
        return tuple(r._replace(text=r.unnumbered) if r.unnumbered else r for r in told)

    def by_meter(
        self, *, points: bool, numbers: bool = True
    ) -> tuple[tuple[str, tuple[Reason, ...]], ...]:
        """The same under the meter they moved, by its id."""
        groups = groupby(self.shown(points=points, numbers=numbers), key=lambda one: one.meter)
        return tuple((meter, tuple(reasons)) for meter, reasons in groups)


def explain(turn: Turn, them: Forms, partner: Role, temperament: Temperament) -> Explanation:
    """What moved the meters at this turn; empty for a turn that stopped the talk."""
    if not turn.causes and not turn.moment.lines:
        return Explanation("", ())
    teller = _Teller(turn, them, partner, temperament)
    return Explanation(_took_as(turn, them), tuple(teller.reasons()))


def _took_as(turn: Turn, them: Forms) -> str:
    lost = {c.move for c in turn.causes if c.cause.startswith("not_landed") and c.move}
    heard = [heard_as(move, them) for move in turn.moves if move not in lost]
    parts = []
    if heard:
        parts.append(
            _("{name} took it as: {moves}.").format(name=them.name, moves=", ".join(heard))
        )
    if lost:
        missed = both([heard_as(move, them) for move in turn.moves if move in lost])
        parts.append(capital(worded(_NOT_REACHED, them, moves=missed)))
    if any(line.asks_time for line in turn.moment.lines):
        parts.append(_("{name} asked for time.").format(name=them.name))
    return " ".join(parts)


def both(names: Sequence[str]) -> str:
    """Names in a row, *and* before the last."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])


def heard_as(move: str, them: Forms) -> str:
    """The plain name of a move as this partner heard it: of her, from you."""
    if move in _OF_THEM:
        return worded(_OF_THEM[move], them)
    return _(_OF_YOU.get(move) or MOVES[move].name)


class _Teller:
    """Finds the sentence for each cause of one turn."""

    def __init__(self, turn: Turn, them: Forms, partner: Role, temperament: Temperament) -> None:
        self._turn = turn
        self._them = them
        self._partner = partner
        self._place = (turn, them.name, temperament)
        self._quotes = dict(turn.carried)

    def reasons(self) -> Iterator[Reason]:
        for cause in self._turn.causes:
            if cause.points == 0 and cause.cause in {"company", "softener"}:
                continue
            quotes = self._quotes.get(cause.move, ()) if cause.move else ()
            bare = "" if cause.points is not None else unnumbered(cause, *self._place)
            text, small = self._sentence(cause), cause.cause in _SMALL
            yield Reason(cause.meter, text, cause.points, quotes, small, bare)

    def _sentence(self, cause: Cause) -> str:
        match cause.meter:
            case "tension":
                return self._tension(cause)
            case "connection":
                return self._connection(cause)
            case "hope":
                return self._hope(cause)
            case _:
                return stance_words(cause, *self._place)

    def _tension(self, cause: Cause) -> str:
        them = self._them
        if cause.cause == "move":
            return self._move(cause)
        if cause.cause in {"promise_made", "promise_kept", "promise_broken"}:
            return self._promise(cause)
        move = capital(heard_as(cause.move, them)) if cause.move else ""
        if cause.cause == "drift":
            return self._drift(cause)
        return _(_TENSION[cause.cause]).format(name=them.name, move=move, small=move.lower())

    def _move(self, cause: Cause) -> str:
        move, name = MOVES[cause.move or ""], self._them.name
        heard = capital(heard_as(move.id, self._them))
        if (cause.points or 0) <= 0:
            gave_room = move.family is Family.SPACE
            text = (
                _("{heard}: it gave {name} room.")
                if gave_room
                else _("{heard}: it let {name} ease.")
            )
            return text.format(heard=heard, name=name)
        if self._partner is Role.WITHDRAWER:
            return _("{heard}: it made {name} brace harder.").format(heard=heard, name=name)
        return _("{heard}: it made {name} press harder.").format(heard=heard, name=name)

    def _promise(self, cause: Cause) -> str:
        name = self._them.name
        if cause.cause == "promise_kept":
            return _("You came back when you had said you would.")
        if cause.cause == "promise_broken":
            text = _("The time you had named passed, and {name} was left waiting.")
        elif cause.move == TIME_OUT and self._partner is Role.WITHDRAWER:
            text = _("A pause with a return named gave {name} room to come down.")
        else:
            text = _("A pause with a return named: {name} knows when, and still has to wait.")
        return text.format(name=name)

    def _drift(self, cause: Cause) -> str:
        if (cause.points or 0) < 0:
            text = _("A little of it passes with time, as it does with {name}.")
        else:
            text = _("Left alone, it drifts back up towards the level usual for {name}.")
        return text.format(name=self._them.name)

    def _connection(self, cause: Cause) -> str:
        points = cause.points or 0
        if cause.cause != "charge":
            text = _(_CONNECTION[cause.cause])
        elif points > 0:
            text = _("{name} felt reached.")
        elif points < 0:
            text = _("It put distance between you and {name}.")
        else:
            text = _("{name} is too far inside to feel it as closeness yet.")
        return text.format(name=self._them.name)

    def _hope(self, cause: Cause) -> str:
        name = self._them.name
        if cause.cause == "meter_end":
            return _(_ENDS)
        if cause.cause == "promise_kept":
            return _("You came back: {name} can hope on that.").format(name=name)
        if cause.cause == "promise_broken":
            return _("{name} waited, and it cost hope.").format(name=name)
        move = capital(heard_as(cause.move or "", self._them))
        if (cause.points or 0) > 0:
            return _("{move}: {name} hopes a little more.").format(move=move, name=name)
        return _("{move}: {name} hopes less.").format(move=move, name=name)
