"""The aim of a draft: as it was written, as it is judged, and whether there are talks enough."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from simulator.coach.aims import Aim, aim_of
from simulator.homework.assignment import AimBody, checked
from simulator.scenario.text import shown


class Aimed(NamedTuple):
    """An aim as it was read."""

    aim: Aim
    words: str | None
    """as it was written, where it was written in words"""


def aimed(given: Any) -> Aimed:
    """An aim out of a sentence or a mapping, whose numbers may stand as text. Raises `ValueError`."""
    words = shown(given) if isinstance(given, str) else None
    return Aimed(aim_of(words or _numbers(given)), words)


def aim_body(aim: Aim, words: str | None = None) -> AimBody:
    """An aim as it travels, with the words it was written in. Raises `MalformedError`."""
    return checked(AimBody, {**aim._asdict(), "words": words})


def plays_of(tasks: Any) -> int | None:
    """How many talks the parts of a draft come to; `None` where that cannot be told."""
    if not isinstance(tasks, list):
        return None
    plays = [str(one.get("plays", 1)) for one in tasks if isinstance(one, Mapping)]
    if len(plays) < len(tasks) or not all(one[:6].isdecimal() for one in plays):
        return None
    return sum(int(one[:6]) for one in plays)


def _numbers(given: Any) -> Any:
    """A mapping in which numbers may stand as text, as they do in a file."""
    if not isinstance(given, Mapping):
        return given
    return {
        name: int(value) if isinstance(value, str) and value[:6].isdecimal() else value
        for name, value in given.items()
        if value != ""
    }
