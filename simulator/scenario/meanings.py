"""What an editor tells an author about every word of the language that is one of a fixed set.

What the model of the partner already says of a move or a temperament is taken from there, with its
numbers; nothing of the rule is written a second time.
"""

from collections.abc import Iterable, Mapping

from simulator.partner.moves import MOVES, PROMISES, RETURNS, Family, Late, Move, Role
from simulator.partner.outcomes import EARNED_GAIN, NEEDS_OTHERWISE, Outcome
from simulator.partner.stances import GIVEN_UP_AT_HOPE, LEVELS, Level, Stance
from simulator.partner.step import COMEBACK_HOPE, HIT_HARDER, PROMISE_TENSION
from simulator.partner.temperaments import TEMPERAMENTS, Temperament
from simulator.scenario.hover import Hover

_FAMILIES = {
    Family.PRESSURE: "It presses.",
    Family.DISTANCE: "It moves away.",
    Family.SPACE: "It gives room.",
    Family.OPENNESS: "It opens up.",
}
_ONCE_NEARER = (
    "it is not heard while the partner is far away, nor before a first good word has landed"
)
_LATE = {
    Late.NEVER: "",
    Late.EVERYBODY: f" A solution: {_ONCE_NEARER}.",
    Late.WITHDRAWER: f" With a withdrawer {_ONCE_NEARER}.",
}
_STANCES = {
    Stance.ENGAGED: "Here, and in the talk.",
    Stance.GUARDED: "Still answers, and weighs every word.",
    Stance.WITHDRAWING: "Looks away, answers late, wants it to be over.",
    Stance.SHUT_DOWN: "Hardly takes in what is said. Only room helps now.",
    Stance.LEFT: "Has left the talk. Only an ending can follow.",
    Stance.CALM: "At ease, and near.",
    Stance.PROTESTING: "Complains and asks again: the talk matters.",
    Stance.ESCALATING: "Louder, sharper, everything at once.",
    Stance.GIVING_UP: "Calm, polite, and no longer asking. This calm is a loss.",
}
_OUTCOMES = {
    Outcome.RECONNECTED: f"Found each other again. Only where it is earned: the mildest stance, at least {EARNED_GAIN} points of connection above the start, a last word that was no dig, something of the player's own said, no return owed.",
    Outcome.TRUCE: "Calmer, not closer. Only with connection no lower than at the start, and no return owed.",
    Outcome.PAUSED: "A talk that stops on a promise. Only while a return is owed.",
    Outcome.PARTED: "An end, or a no, with respect. Possible at any time.",
    Outcome.STUCK: "Nothing has moved. Possible at any time.",
    Outcome.WITHDRAWN: "The partner, who needed room, has left the talk. Only then.",
    Outcome.GIVEN_UP: "The partner, who reached out, has stopped asking. Only then.",
    Outcome.RUPTURED: "It ended in anger, or the player walked out. Possible at any time.",
}  # fmt: skip


def moves() -> dict[str, Hover]:
    """Every move: its name on screen, its definition, and what it does to whom."""
    return {move.id: Hover(_capital(move.name), _of_move(move)) for move in MOVES.values()}


def temperaments() -> dict[str, Hover]:
    """Every temperament: its name on screen, and what it changes."""
    return {t.id: Hover(_capital(t.name), _of_temperament(t)) for t in TEMPERAMENTS.values()}


def stances() -> dict[str, Hover]:
    """Every stance: its name on screen, what is seen of it, and its levels."""
    return {
        level.stance.value: Hover(_capital(level.name), _of_stance(role, level))
        for role, levels in LEVELS.items()
        for level in levels
    }


def outcomes() -> dict[str, Hover]:
    """Every outcome an ending may have: what it means, and where it may be reached."""
    return {
        outcome.value: Hover(_capital(outcome.value.replace("_", " ")), _of_outcome(outcome))
        for outcome in _OUTCOMES
    }


OTHERS: Mapping[str, dict[str, Hover]] = {
    "Kind": {
        "scenario": Hover("Scenario", "A talk to practise, from six to ten exchanges."),
        "tutorial": Hover("Tutorial", "Explains the screen on the way; it may be short."),
    },
    "Relationship": {
        "romantic": Hover("A couple", "Two who love each other, or did."),
        "friendship": Hover("Friends", "Friends, flatmates, neighbours."),
        "family": Hover("Family", "Parents, children, brothers, sisters, in-laws."),
        "work": Hover("Work", "Colleagues, partners in a business, a team."),
    },
    "PronounWord": {
        "he": Hover("He", "He, him, his, himself."),
        "she": Hover("She", "She, her, hers, herself."),
        "they": Hover("They", "They, them, their, themselves."),
    },
}


def _of_move(move: Move) -> str:
    return f"{_capital(move.plain)}. {_FAMILIES[move.family]} {_effect(move)}{_LATE[move.late]}"


def _effect(move: Move) -> str:
    owed = " Offered only while a return is owed." if move.id in RETURNS else ""
    if move.id in PROMISES:
        to_one, to_other = (_signed(PROMISE_TENSION[move.id, role]) for role in reversed(Role))
        return f"Tension {to_one} in a withdrawer, {to_other} in a pursuer.{owed}"
    to_one, to_other = _signed(move.to_withdrawer), _signed(move.to_pursuer)
    return f"On a scale from −4 to +4: {to_one} to a withdrawer, {to_other} to a pursuer."


def _of_outcome(outcome: Outcome) -> str:
    also = " It needs an “otherwise”." if outcome in NEEDS_OTHERWISE else ""
    return _OUTCOMES[outcome] + also


def _of_temperament(temperament: Temperament) -> str:
    families = _joined(family.value for family in Family if family in temperament.hit_harder)
    soothing = _joined(sorted(temperament.soothed_more))
    parts = (
        f"Comes to rest at a tension of {temperament.set_point}.",
        f"One point of negative charge costs {temperament.negative}.",
        f"A deep stance lifts after {temperament.need} good replies in a row."
        if temperament.need > 1
        else "A deep stance lifts after one good reply.",
        f"What belongs to {families} costs {HIT_HARDER} more." if families else "",
        f"Soothed more by {soothing}." if soothing else "",
        "Believes a good word late." if temperament.believes_late else "",
    )
    return " ".join(part for part in parts if part)


def _of_stance(role: Role, level: Level) -> str:
    return f"{_STANCES[level.stance]} {_way_in(role, level)}"


def _way_in(role: Role, level: Level) -> str:
    if level.stance is Stance.GIVING_UP:
        lifts = f"lifts at a hope of {COMEBACK_HOPE}, after {level.needs} good replies in a row"
        return f"A {role.value} comes into it where hope falls to {GIVEN_UP_AT_HOPE}; it {lifts}."
    if not level.enters:
        return f"The mildest stance of a {role.value}."
    lifts = "for good" if level.leaves is None else f"it lifts at {level.leaves} or less"
    joint = "," if level.leaves is None else ";"
    return f"A {role.value} comes into it at a tension of {level.enters} or more{joint} {lifts}."


def _joined(words: Iterable[str]) -> str:
    *before, last = [*words] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def _capital(text: str) -> str:
    for at, letter in enumerate(text):
        if letter.isalpha():
            return text[:at] + letter.upper() + text[at + 1 :]
    return text


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"
