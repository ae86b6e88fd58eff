"""What somebody means to practise, measurable in the partner's terms."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from simulator.coach.aim_text import FOR_EXAMPLE, fields_of
from simulator.coach.facts import PRACTISED
from simulator.language import _, ngettext
from simulator.partner.moves import MOVES, Late
from simulator.partner.outcomes import Outcome
from simulator.partner.state import METER_END
from simulator.scenario.nearest import nearest

AimKind = Literal["reach", "below", "before", "recover", "no_and_stay", "use"]


class Aim(NamedTuple):
    """One skill goal. Which fields are used depends on the kind."""

    kind: AimKind
    """`reach` an outcome; stay `below` a tension; one move `before` another, or before a solution;
    `recover` after a rupture; say no and stay; `use` a move where it can land"""
    times: int = 1
    """in how many plays"""
    outcome: str | None = None
    """of `reach`: the id; a better one counts too"""
    tension: int | None = None
    """of `below`"""
    move: str | None = None
    """of `before` and `use`: the id"""
    then: str | None = None
    """of `before`: the id of the move that comes later, or `solution` for any that lands late"""


SOLUTION = "solution"
SOLUTIONS = frozenset(move.id for move in MOVES.values() if move.late is Late.EVERYBODY)
"""moves that land late with everybody"""
MOST_TIMES = 100

_TO_REACH = (Outcome.RECONNECTED, Outcome.TRUCE, Outcome.PAUSED, Outcome.PARTED)
_OWN_FIELDS: Mapping[str, tuple[str, ...]] = {
    "reach": ("outcome",),
    "below": ("tension",),
    "before": ("move", "then"),
    "recover": (),
    "no_and_stay": (),
    "use": ("move",),
}


def aim_of(wanted: str | Mapping[str, object]) -> Aim:
    """The aim that is meant by a sentence such as “use validation before a solution”, or by a
    mapping of `Aim`'s fields.

    Raises `ValueError`, which says what cannot be read and what is possible.
    """
    if isinstance(wanted, str):
        return _checked(fields_of(wanted))
    if isinstance(wanted, Mapping):
        return _checked(wanted)
    raise ValueError(
        f"an aim is a sentence or a mapping of {', '.join(Aim._fields)}; for example {FOR_EXAMPLE}"
    )


def aim_words(aim: Aim) -> str:
    """The aim in plain words; in English, `aim_of` reads them back as the same aim."""
    once = _once(aim)
    if aim.times == 1:
        return once
    in_talks = ngettext("{aim}, in {count} talk", "{aim}, in {count} talks", aim.times)
    return in_talks.format(aim=once, count=aim.times)


def _once(aim: Aim) -> str:
    match aim.kind:
        case "reach":
            return _reach_words(Outcome(aim.outcome or ""))
        case "below":
            return _("stay below a tension of {tension}").format(tension=aim.tension)
        case "before" if aim.then == SOLUTION:
            return _("use “{move}” before a solution").format(move=_named(aim.move))
        case "before":
            names = {"move": _named(aim.move), "then": _named(aim.then)}
            return _("use “{move}” before “{then}”").format(**names)
        case "recover":
            return _("recover after a rupture")
        case "no_and_stay":
            return _("say no and stay")
        case "use":
            return _("use “{move}” when it can land").format(move=_named(aim.move))


def _reach_words(outcome: Outcome) -> str:
    words = {
        Outcome.RECONNECTED: _("reconnect"),
        Outcome.TRUCE: _("reach a truce"),
        Outcome.PAUSED: _("reach a pause with a return promised"),
        Outcome.PARTED: _("part with respect"),
    }
    return words[outcome]


def _named(move: str | None) -> str:
    name = MOVES[move or ""].name
    return _(name)


def _checked(fields: Mapping[str, object]) -> Aim:
    kind = _one_of("kind", fields.get("kind"), tuple(_OWN_FIELDS))
    used = ("kind", "times", *_OWN_FIELDS[kind])
    for name, value in fields.items():
        if name not in used and value is not None:
            raise ValueError(_not_a_field(name, kind, used))
    aim = Aim(
        kind,  # type: ignore[arg-type]  # one of the kinds: just checked
        _whole("times", fields.get("times", 1), MOST_TIMES),
        outcome=_outcome(fields) if kind == "reach" else None,
        tension=_whole("tension", fields.get("tension"), METER_END) if kind == "below" else None,
        move=_practised("move", fields.get("move")) if kind in {"before", "use"} else None,
        then=_later(fields.get("then")) if kind == "before" else None,
    )
    _different(aim)
    return aim


def _outcome(fields: Mapping[str, object]) -> str:
    return _one_of("outcome", fields.get("outcome"), tuple(one.value for one in _TO_REACH))


def _practised(field: str, move: object) -> str:
    if isinstance(move, str) and move in MOVES and move not in PRACTISED:
        raise ValueError(
            f"“{MOVES[move].name}” ({move}) is not practised as an aim; possible as `{field}`: "
            f"{', '.join(PRACTISED)}"
        )
    return _one_of(field, move, PRACTISED)


def _later(move: object) -> str:
    return SOLUTION if move == SOLUTION else _practised("then", move)


def _different(aim: Aim) -> None:
    if aim.kind != "before":
        return
    if aim.move == aim.then:
        raise ValueError(
            f"“{aim.move}” cannot come before itself; name another move after “before”"
        )
    if aim.then == SOLUTION and aim.move in SOLUTIONS:
        raise ValueError(
            f"“{aim.move}” is a solution itself; name a move that comes before one, for example "
            "“use validation before a solution”"
        )


def _one_of(field: str, value: object, known: tuple[str, ...]) -> str:
    if isinstance(value, str) and value in known:
        return str(value)
    allowed = f"possible are: {', '.join(known)}"
    if value is None:
        raise ValueError(f"the aim needs `{field}`; {allowed}")
    near = nearest(value, known) if isinstance(value, str) else None
    meant = f"did you mean “{near}”? " if near else ""
    raise ValueError(f"`{field}` cannot be “{str(value)[:60]}”; {meant}{allowed}")


def _whole(field: str, value: object, most: int) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most:
        return value
    if value is None:
        raise ValueError(f"the aim needs `{field}`: a whole number from 1 to {most}")
    raise ValueError(
        f"`{field}` cannot be “{str(value)[:60]}”; a whole number from 1 to {most} can"
    )


def _not_a_field(name: object, kind: str, used: tuple[str, ...]) -> str:
    if isinstance(name, str) and name in Aim._fields:
        return f"`{name}` has no place in an aim of the kind `{kind}`; it has: {', '.join(used)}"
    near = nearest(str(name), used)
    meant = f"; did you mean `{near}`?" if near else f"; it has: {', '.join(used)}"
    return f"an aim has no field `{str(name)[:60]}`{meant}"
