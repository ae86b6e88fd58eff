"""What a mutant has wrong with it: one small change of a role's plain values."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from simulator.partner.moves import Role
from simulator.partner.stances import Stance, stances_of
from tests.analysis.cuts import Value, references

_STANCES = frozenset(Stance)


class NotHereError(ValueError):
    """A change for which this role has no place."""


def swap_routes(chair: Value, role: Role, dice: random.Random) -> None:
    """Two targets change places."""
    found = list(references(chair))
    pairs = [
        (one, other) for one in found for other in found if one[0][one[1]] < other[0][other[1]]
    ]
    (one, a), (other, b) = _one_of(pairs, dice)
    one[a], other[b] = other[b], one[a]


def tighten_guard(chair: Value, role: Role, dice: random.Random) -> None:
    """A condition asks for more, or something asks for the first time."""
    part = _one_of(list(_guarded(chair)), dice)
    wishes = _wishes(chair, role, dice)
    part["when"] = dict(part.get("when", {}))
    free = [wish for wish in wishes if wish not in part["when"]]
    wish = _one_of(free, dice)
    part["when"][wish] = wishes[wish]


def unlink_ending(chair: Value, role: Role, dice: random.Random) -> None:
    """Whatever led to an ending leads elsewhere."""
    named = {holder[key] for holder, key in references(chair)}
    ending = _one_of(sorted(named.intersection(chair["endings"])), dice)
    others = [name for name in (*chair["beats"], *chair["endings"]) if name != ending]
    instead = _one_of(others, dice)
    for holder, key in references(chair):
        if holder[key] == ending:
            holder[key] = instead


def rename_flag(chair: Value, role: Role, dice: random.Random) -> None:
    """A flag is misspelt at one place, where it is set or where it is asked for."""
    holder, key = _one_of(list(_flags(chair)), dice)
    holder[key] = [f"{holder[key][0]}_again", *holder[key][1:]]


WRONGS: dict[str, Callable[[Value, Role, random.Random], None]] = {
    "route swapped": swap_routes,
    "guard tightened": tighten_guard,
    "ending unlinked": unlink_ending,
    "flag renamed": rename_flag,
}


def _one_of(found: list[Any], dice: random.Random) -> Any:
    if not found:
        raise NotHereError
    return dice.choice(found)


def _guarded(chair: Value) -> Iterator[Value]:
    """Routes, lines and replies that may be under a condition: something is left without them."""
    for part in _parts(chair):
        yield from (part["to"] if isinstance(part.get("to"), list) else [])[:-1]
        yield from (each for lines in _listed(part) for each in lines[:-1])
    for beat in chair["beats"].values():
        sure = [reply for reply in beat["replies"].values() if _is_sure(reply)]
        for reply in beat["replies"].values():
            if len(sure) > 1 or reply not in sure:
                yield reply


def _is_sure(reply: Value) -> bool:
    returns = {"returning", "not_returning"}.intersection(reply.get("moves", ()))
    return not (returns or {"when", "once", "crosses_line"}.intersection(reply))


def _wishes(chair: Value, role: Role, dice: random.Random) -> Value:
    """Conditions, one of each kind, as they may be asked for."""
    wishes: Value = {
        "tension": {dice.choice(["at_least", "at_most"]): dice.randint(15, 80)},
        "connection": dice.choice([{"gained": dice.randint(-8, 16)}, {"at_least": 40}]),
        "stance": [dice.choice(stances_of(role.other)[:3]).value],
        "voiced": dice.random() < 0.5,
        "promised": dice.random() < 0.5,
    }
    flags = sorted({flag for holder, key in _flags(chair) for flag in holder[key]})
    if flags:
        wishes["remembers"] = [dice.choice(flags)]
    if role is Role.WITHDRAWER:
        wishes["hope"] = {dice.choice(["at_least", "at_most"]): dice.randint(1, 8)}
    return wishes


def _flags(chair: Value) -> Iterator[tuple[Value, str]]:
    """Every map and key under which flags are named."""
    for holder in (*_parts(chair), *_conditions(chair), *_lines(chair)):
        for key in ("remember", "forget", "remembers", "not_remembers"):
            if holder.get(key):
                yield holder, key


def _parts(chair: Value) -> Iterator[Value]:
    """Beats, replies and endings."""
    for beat in chair["beats"].values():
        yield beat
        yield from beat["replies"].values()
    yield from chair["endings"].values()


def _lines(chair: Value) -> Iterator[Value]:
    for part in _parts(chair):
        for spoken in (part.get("lines"), part.get("answer")):
            if isinstance(spoken, dict):
                yield spoken
        yield from (each for lines in _listed(part) for each in lines)
        yield from (each for each in _by_stance(part) if isinstance(each, dict))


def _listed(part: Value) -> Iterator[list[Value]]:
    """Lists of lines."""
    for spoken in (part.get("lines"), part.get("answer"), *_by_stance(part)):
        if isinstance(spoken, list):
            yield spoken


def _by_stance(part: Value) -> Iterator[Any]:
    """What is written for each stance."""
    for spoken in (part.get("lines"), part.get("answer")):
        if isinstance(spoken, dict) and not _STANCES.isdisjoint(spoken):
            yield from spoken.values()


def _conditions(chair: Value) -> Iterator[Value]:
    for part in _parts(chair):
        routes = part["to"] if isinstance(part.get("to"), list) else []
        yield from (each["when"] for each in (*routes, part) if "when" in each)
    yield from (spoken["when"] for spoken in _lines(chair) if "when" in spoken)
