"""Roles cut small: one start, a few beats from one of them on, everything beyond made an ending."""

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.reader import read
from tests.support.stories import ending, line, reply, story

MOST_BEATS = 6

Value = dict[str, Any]
Reference = tuple[Any, Any]
"""a map or list and the key in it under which a target's name stands"""

_HERE = Path(__file__).parent
_SHIPPED = _HERE.parents[1] / "scenarios"


class Source(NamedTuple):
    """A role that is cut."""

    name: str
    role: Role
    value: Value
    """the scenario as plain values, with this role alone"""


def sources() -> tuple[list[Source], list[Source]]:
    """The shipped roles; those of the corpus, with small stories made for the purpose."""
    made = {"a_loop": _a_loop(), "a_promise": _a_promise()}
    small = [*_of_folder(_HERE / "corpus"), *(_alone(name, *each) for name, each in made.items())]
    return list(_of_folder(_SHIPPED)), small


def _of_folder(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.glob("*.yaml")):
        value = read(path.read_bytes()).value
        assert isinstance(value, dict)
        yield from (_alone(path.stem, role, value) for role in Role if role.value in value)


def cut(source: Source, dice: random.Random) -> Value:
    """A copy of the role with at most six beats, from a beat that is drawn, and one start."""
    value = copy.deepcopy(source.value)
    if source.value.get("kind") == "tutorial" and dice.random() < 0.5:
        value["kind"] = "scenario"
    chair = value[source.role.value]
    chair["opens"] = dice.choice(list(chair["beats"]))
    kept = _first_beats(chair, dice.randint(2, MOST_BEATS))
    _drop_beats(chair, kept, dice)
    _drop_endings(chair)
    chair["partner"] = _start(source.role, dice)
    return value


def references(chair: Value) -> Iterator[Reference]:
    """Every place where a reply or a beat names where it leads."""
    for beat in chair["beats"].values():
        for part in (beat, *beat["replies"].values()):
            if isinstance(part.get("to"), str):
                yield part, "to"
            for route in part["to"] if isinstance(part.get("to"), list) else ():
                yield route, "go"


def _alone(name: str, role: Role, value: Value) -> Source:
    gone = {role.other.value, "suppress"}
    return Source(f"{name}/{role}", role, {k: v for k, v in value.items() if k not in gone})


def _first_beats(chair: Value, count: int) -> list[str]:
    """So many beats, breadth first from the opening one."""
    kept = [chair["opens"]]
    for name in kept:
        alone = {"beats": {name: chair["beats"][name]}}
        for holder, key in references(alone):
            target = holder[key]
            if target in chair["beats"] and target not in kept:
                kept.append(target)
    return kept[:count]


def _drop_beats(chair: Value, kept: list[str], dice: random.Random) -> None:
    """Leave the other beats out; what led to one of them leads to an ending, the same each time."""
    last = [name for name, each in chair["endings"].items() if _may_be_led_to(each)]
    instead = {name: dice.choice(last) for name in chair["beats"] if name not in kept}
    chair["beats"] = {name: beat for name, beat in chair["beats"].items() if name in kept}
    for holder, key in references(chair):
        holder[key] = instead.get(holder[key], holder[key])
    for stance, name in chair.get("interrupts", {}).items():
        chair["interrupts"][stance] = instead.get(name, name)


def _may_be_led_to(each: Value) -> bool:
    return each["outcome"] not in {"withdrawn", "given_up"} or "otherwise" in each


def _drop_endings(chair: Value) -> None:
    """Leave out the endings that nothing names any more, and name the best that is left."""
    named = [holder[key] for holder, key in references(chair)]
    named += chair.get("interrupts", {}).values()
    for name in named:
        other = chair["endings"].get(name, {}).get("otherwise")
        if other is not None and other not in named:
            named.append(other)
    chair["endings"] = {n: each for n, each in chair["endings"].items() if n in named}
    outcomes = [each["outcome"] for each in chair["endings"].values()]
    chair["best"] = min(outcomes, key=list(Outcome).index)


def _start(role: Role, dice: random.Random) -> Value:
    partner: Value = {
        "temperament": dice.choice(["even", "even", *TEMPERAMENTS]),
        "tension": dice.randint(20, 70),
        "connection": dice.randint(25, 60),
    }
    return partner if role is Role.PURSUER else partner | {"hope": dice.randint(2, 8)}


def _a_loop() -> tuple[Role, Value]:
    """A beat that is come back to, a reply given once, a flag, a crossed line, one odd word."""
    beats = {
        "window": {
            "lines": {
                "engaged": [
                    line("You again.", when={"again": True}),
                    line("It's open.", remember=["aired"]),
                ],
                "withdrawing": line("Leave it.", asks_time=True),
            },
            "replies": {
                "shut_it": reply("window", "engaging", say="I'll shut it.", once=True),
                "your_turn": reply(
                    [{"when": {"remembers": ["aired"]}, "go": "chair"}, {"go": "window"}],
                    "blame",
                    say="It's always me.",
                ),
                "sit": reply("chair", "warmth", say="Sit with me?"),
            },
        },
        "chair": {
            "lines": [line("There.", when={"tension": {"at_most": 34}}), line("It creaks.")],
            "replies": {
                "good": reply("good", "validation", say="It does creak."),
                "mock": reply("window", "contempt", say="So do you.", forget=["aired"]),
                "no": reply("good", "declining", say="I won't sit there."),
                "shake": {"does": "Kick the chair away.", "crosses_line": True},
            },
        },
    }
    return Role.PURSUER, story(Role.PURSUER, beats)


def _a_promise() -> tuple[Role, Value]:
    """A time-out that can be kept or broken, with an ending of each kind."""
    beats = {
        "talk": {
            "lines": {"calm": line("Well?"), "escalating": line("Now!", asks_time=True)},
            "replies": {
                "at_eight": reply("eight", "time_out", say="At eight."),
                "hear": reply(
                    [{"when": {"earned": True}, "go": "close"}, {"go": "talk"}],
                    "reflecting",
                    say="You'd like to know now.",
                    answer={"calm": line("Yes."), "protesting": line("I would!", instead=True)},
                ),
                "own": reply("talk", "disclosure", say="I was afraid you'd ask.", once=True),
            },
        },
        "eight": {
            "lines": line("It's eight."),
            "replies": {
                "here": reply("talk", "returning", say="Here I am."),
                "not_here": reply("flat", "not_returning", say="(The phone stays dark.)"),
                "still": reply("pause", "deferring", say="Still on the way."),
            },
        },
    }
    ends = {
        "close": ending("reconnected", "flat"),
        "pause": ending("paused", "flat"),
        "flat": ending("stuck"),
        "done": ending("given_up"),
    }
    more = {"best": "reconnected", "interrupts": {"giving_up": "done"}}
    return Role.WITHDRAWER, story(Role.WITHDRAWER, beats, ends, **more)
