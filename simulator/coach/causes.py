"""Causes in words, with the partner's name: written once, for every player."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.coach.people import Forms, capital, number, who_they_are
from simulator.dialogue.conversation import Turn
from simulator.partner.causes import Cause
from simulator.partner.moves import MOVES, TIME_OUT, Family, Role
from simulator.partner.stances import Stance, level_of
from simulator.partner.temperaments import Temperament

_SMALL = frozenset({"drift", "quarter_limit", "meter_end"})


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


class Explanation(NamedTuple):
    """Why a reply was taken as it was."""

    took_as: str
    """“Marit took it as: pressing. She asked for time.”"""
    moved: tuple[Reason, ...]


def explain(turn: Turn, them: Forms, partner: Role, temperament: Temperament) -> Explanation:
    """What moved the meters at this turn; empty for a turn that stopped the talk."""
    if not turn.causes and not turn.moment.lines:
        return Explanation("", ())
    teller = _Teller(turn, them, partner, temperament)
    return Explanation(_took_as(turn, them), tuple(teller.reasons()))


def _took_as(turn: Turn, them: Forms) -> str:
    lost = {c.move for c in turn.causes if c.cause.startswith("not_landed") and c.move}
    heard = [_named(move, them) for move in turn.moves if move not in lost]
    parts = []
    if heard:
        parts.append(f"{them.name} took it as: {', '.join(heard)}.")
    if lost:
        names = " and ".join(_named(move, them) for move in turn.moves if move in lost)
        parts.append(f"{capital(names)} did not reach {them.object} yet.")
    if any(line.asks_time for line in turn.moment.lines):
        parts.append(f"{them.name} asked for time.")
    return " ".join(parts)


def _named(move: str, them: Forms) -> str:
    """The plain name of a move as this partner heard it: of her, from you."""
    heard = {
        "criticism": f"about {who_they_are(them)}",
        "contempt": f"looking down on {them.object}",
        "mind_reading": f"guessing {them.possessive} mind",
    }
    return heard.get(move) or MOVES[move].name.replace("oneself", "yourself")


class _Teller:
    """Finds the sentence for each cause of one turn."""

    def __init__(self, turn: Turn, them: Forms, partner: Role, temperament: Temperament) -> None:
        self._turn = turn
        self._them = them
        self._partner = partner
        self._temperament = temperament
        self._quotes = dict(turn.carried)

    def reasons(self) -> Iterator[Reason]:
        for cause in self._turn.causes:
            if cause.points == 0 and cause.cause in {"company", "softener"}:
                continue
            quotes = self._quotes.get(cause.move, ()) if cause.move else ()
            yield Reason(
                cause.meter, self._sentence(cause), cause.points, quotes, cause.cause in _SMALL
            )

    def _sentence(self, cause: Cause) -> str:
        match cause.meter:
            case "tension":
                return self._tension(cause)
            case "connection":
                return self._connection(cause)
            case "hope":
                return self._hope(cause)
            case _:
                return self._stance(cause)

    def _tension(self, cause: Cause) -> str:
        them = self._them
        if cause.cause == "move":
            return self._move(cause)
        if cause.cause in {"promise_made", "promise_kept", "promise_broken"}:
            return self._promise(cause)
        move = capital(_named(cause.move, them)) if cause.move else ""
        sentences = {
            "company": f"{move} stood beside it and eased a little more.",
            "softener": f"{move} beside it took a little of the edge off; it did not undo it.",
            "charge_limit": "Several stings at once: beyond a point, more of them weighs no more.",
            "soothes_more": f"It is one of the things that calm {them.name} most.",
            "believes_late": f"{them.name} does not trust a first kindness yet.",
            "quarter_limit": "One reply can take off only so much of what is there.",
            "time_overridden": f"{them.name} had just asked for time.",
            "hit_harder": f"This is what hits {them.name} harder than it hits others.",
            "drift": self._drift(cause),
            "giving_up": f"{them.name} has stopped asking. The quiet is not calm.",
            "coming_back": f"{them.name} asks again, and the anger comes back before the calm.",
            "meter_end": "The meter ends here.",
            "not_landed_late": f"{move} came before there was room for it.",
            "not_landed_time_asked": f"{them.name} had asked for time, and {move.lower()} "
            "came without any.",
        }
        return sentences[cause.cause]

    def _move(self, cause: Cause) -> str:
        move, name = MOVES[cause.move or ""], self._them.name
        heard = capital(_named(move.id, self._them))
        if (cause.points or 0) > 0:
            does = "brace" if self._partner is Role.WITHDRAWER else "press"
            return f"{heard}: it made {name} {does} harder."
        if move.family is Family.SPACE:
            return f"{heard}: it gave {name} room."
        return f"{heard}: it let {name} ease."

    def _promise(self, cause: Cause) -> str:
        name = self._them.name
        if cause.cause == "promise_kept":
            return "You came back when you had said you would."
        if cause.cause == "promise_broken":
            return f"The time you had named passed, and {name} was left waiting."
        if cause.move == TIME_OUT and self._partner is Role.WITHDRAWER:
            return f"A pause with a return named gave {name} room to come down."
        return f"A pause with a return named: {name} knows when, and still has to wait."

    def _drift(self, cause: Cause) -> str:
        name = self._them.name
        if (cause.points or 0) < 0:
            return f"A little of it passes with time, as it does with {name}."
        return f"Left alone, it drifts back up towards the level usual for {name}."

    def _connection(self, cause: Cause) -> str:
        name, points = self._them.name, cause.points or 0
        if cause.cause == "charge":
            if points > 0:
                return f"{name} felt reached."
            if points < 0:
                return f"It put distance between you and {name}."
            return f"{name} is too far inside to feel it as closeness yet."
        sentences = {
            "hidden_wish": "A yes that is not meant leaves your own wish outside the room.",
            "left": f"{name} has gone.",
            "giving_up": f"While {name} has stopped asking, waiting costs a little each time.",
            "meter_end": "The meter ends here.",
        }
        return sentences[cause.cause]

    def _hope(self, cause: Cause) -> str:
        name = self._them.name
        if cause.cause == "meter_end":
            return "The meter ends here."
        if cause.cause == "promise_kept":
            return f"You came back: {name} can hope on that."
        if cause.cause == "promise_broken":
            return f"{name} waited, and it cost hope."
        move = capital(_named(cause.move or "", self._them))
        if (cause.points or 0) > 0:
            return f"{move}: {name} hopes a little more."
        return f"{move}: {name} hopes less."

    def _stance(self, cause: Cause) -> str:
        name, turn = self._them.name, self._turn
        now = level_of(turn.state.stance)
        if cause.cause == "gave_up":
            return f"Hope has run out. {name} has stopped asking."
        if cause.cause == "came_back":
            return f"{name} is asking again, and protesting."
        if turn.state.stance is Stance.LEFT:
            return f"Tension reached {now.enters}. {name} leaves."
        if cause.cause == "worsened":
            return f"Tension reached {now.enters}: {name} is {now.name} now."
        was = level_of(turn.before.stance)
        needed = was.streak_needed(self._temperament)
        if turn.state.streak < needed:
            return f"You came back, and tension fell to {was.leaves} or less: {name} is {now.name}."
        good = f"{number(needed)} good {'reply' if needed == 1 else 'replies in a row'}"
        return f"Tension fell to {was.leaves} or less, after {good}: {name} is {now.name} again."
