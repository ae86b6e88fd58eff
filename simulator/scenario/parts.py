"""Which part of a scenario a path leads to: what fields it has, and what could stand there."""

from simulator.partner.stances import Stance
from simulator.scenario import model
from simulator.scenario.positions import Path

_NAMED = "named"
"""one part a name or number below the field"""
_LINES = "lines"
"""a line, or one below stances and numbers"""
_HERE = "here"

_STANCES = frozenset(Stance)

_WITHIN: dict[type[model.Part], dict[str, tuple[str, type[model.Part]]]] = {
    model.Scenario: {
        "cast": (_HERE, model.Cast),
        "pursuer": (_HERE, model.Chair),
        "withdrawer": (_HERE, model.Chair),
    },
    model.Cast: {"pursuer": (_HERE, model.Person), "withdrawer": (_HERE, model.Person)},
    model.Person: {"pronouns": (_HERE, model.PronounForms)},
    model.Chair: {
        "partner": (_HERE, model.Partner),
        "beats": (_NAMED, model.Beat),
        "endings": (_NAMED, model.Ending),
    },
    model.Beat: {
        "lines": (_LINES, model.Line),
        "replies": (_NAMED, model.Reply),
        "to": (_NAMED, model.Route),
    },
    model.Ending: {"lines": (_LINES, model.Line)},
    model.Reply: {
        "answer": (_LINES, model.Line),
        "to": (_NAMED, model.Route),
        "when": (_HERE, model.Condition),
    },
    model.Line: {"when": (_HERE, model.Condition)},
    model.Route: {"when": (_HERE, model.Condition)},
    model.Condition: {
        "tension": (_HERE, model.Bounds),
        "connection": (_HERE, model.ConnectionBounds),
        "hope": (_HERE, model.HopeBounds),
    },
}


def fields_at(path: Path) -> tuple[str, ...]:
    """The names that may stand in the map at this path."""
    part, is_lines = _part_at(path)
    return (*part.model_fields, *(Stance if is_lines else ()))


def _part_at(path: Path) -> tuple[type[model.Part], bool]:
    part: type[model.Part] = model.Scenario
    rest = list(path)
    is_lines = False
    while rest:
        how, inner = _WITHIN.get(part, {}).get(str(rest.pop(0)), (_HERE, None))
        if inner is None:
            break
        part, is_lines = inner, False
        if how == _NAMED and rest:
            rest.pop(0)
        if how == _LINES:
            is_lines = not rest
            while rest and (isinstance(rest[0], int) or rest[0] in _STANCES):
                rest.pop(0)
    return part, is_lines
