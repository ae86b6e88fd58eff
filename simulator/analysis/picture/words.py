"""Conditions and interrupts in short words, and text made fit to be drawn."""

from collections.abc import Iterator, Sequence

from simulator.partner.stances import Stance, level_of
from simulator.scenario.model import Bounds, Condition, HopeBounds, Reply
from simulator.scenario.shapes import words_of
from simulator.scenario.text import UNSAFE

_YES_NO = {
    "promised": ("a return is owed", "no return is owed"),
    "voiced": ("something of one's own was said", "nothing of one's own was said"),
    "earned": ("closeness is earned", "closeness is not earned"),
    "again": ("here before", "here for the first time"),
}
ONCE = "once"
_ENTERED = {Stance.LEFT: "leaves", Stance.GIVING_UP: "stops asking"}


def drawable(text: str) -> str:
    """Author's text on one line, without characters that hide, steer or reorder."""
    return " ".join(UNSAFE.sub("", text).split())


def condition_words(when: Condition) -> str:
    """Everything a condition asks for, with commas between."""
    return ", ".join(_asked(when))


def offered_words(reply: Reply) -> str:
    """When a reply is offered at all; empty where it always is."""
    asked = [] if reply.when is None else [f"if {condition_words(reply.when)}"]
    return ", ".join([*asked, *([ONCE] if reply.once else [])])


def reply_words(reply: Reply) -> str:
    """What the player says, does and writes."""
    return drawable(" ".join(words_of(reply)))


def interrupt_words(stance: Stance, partner: str) -> str:
    """What brings an interrupt about, from wherever the talk is."""
    does = _ENTERED.get(stance, f"turns {level_of(stance).name}")
    return f"from anywhere, when {partner} {does}"


def _asked(when: Condition) -> Iterator[str]:
    if when.stance is not None:
        yield _either([level_of(stance).name for stance in when.stance])
    for name in ("tension", "connection", "hope"):
        yield from _within(name, getattr(when, name))
    if when.connection is not None and when.connection.gained is not None:
        yield f"{when.connection.gained} closer than at the start"
    for name, (yes, no) in _YES_NO.items():
        asked = getattr(when, name)
        if asked is not None:
            yield yes if asked else no
    yield from (f"{flag} is noted" for flag in when.remembers or ())
    yield from (f"{flag} is not noted" for flag in when.not_remembers or ())


def _within(name: str, bounds: Bounds | HopeBounds | None) -> Iterator[str]:
    if bounds is None:
        return
    low, high = bounds.at_least, bounds.at_most
    if low is not None and high is not None:
        yield f"{name} {low} to {high}"
    elif low is not None:
        yield f"{name} {low} or more"
    elif high is not None:
        yield f"{name} {high} or less"


def _either(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} or {names[-1]}"
