"""Small scenarios for tests, written as plain values and changed at a path."""

import copy
from typing import Any

from simulator.partner.moves import Role
from simulator.practice.sitting import Sitting, begin
from simulator.scenario.model import Scenario

Value = dict[str, Any]


def reply(to: Any, *moves: str, say: str = "Words.", **more: Any) -> Value:
    """A reply with these moves."""
    return {
        "say": say,
        "moves": list(moves),
        "feedback": "It reached for something.",
        "to": to,
    } | more


def line(says: str = "Well.", **more: Any) -> Value:
    """A line."""
    return {"says": says} | more


def ending(outcome: str, otherwise: str | None = None, **more: Any) -> Value:
    """An ending."""
    given = {
        "outcome": outcome,
        "lines": line("And so it ends."),
        "meaning": "A meaning.",
        "cost": "A cost.",
        "theirs": "Their part.",
    }
    return given | ({"otherwise": otherwise} if otherwise else {}) | more


def story(role: Role, beats: Value, endings: Value | None = None, **chair: Any) -> Value:
    """A scenario of one chair; endings default to `good` (a truce), `flat` (stuck) and `gone`."""
    partner_leaves = role is Role.PURSUER
    ends = endings or {
        "good": ending("truce", "flat"),
        "flat": ending("stuck"),
        **({"gone": ending("withdrawn")} if partner_leaves else {}),
    }
    whole = {
        "brief": "A brief.",
        "opens": next(iter(beats)),
        "best": "truce",
        "interrupts": {"left": "gone"} if partner_leaves else {},
        "beats": beats,
        "endings": ends,
    }
    return {
        "format": 1,
        "title": "A talk",
        "summary": "A summary.",
        "relationship": "romantic",
        "minutes": 5,
        "level": 1,
        "cast": {
            "pursuer": {"name": "Ana", "pronouns": "she"},
            "withdrawer": {"name": "Bo", "pronouns": "they"},
        },
        role.value: whole | chair,
    }


def typed(value: Value) -> Scenario:
    """The value as a scenario; raises `ValidationError` where it is none."""
    return Scenario.model_validate(copy.deepcopy(value))


def sitting(value: Value, role: Role, **setup: Any) -> Sitting:
    """A sitting at a story."""
    return begin(typed(value), role, **({"seed": 1} | setup))
