"""Single values as they stand in a file, before any model: numbers and spans of time in text."""

import re

_WHOLE = re.compile(r"-?[0-9]{1,4}")
SPAN = "^[1-9][0-9]{0,3} (minute|minutes|hour|hours)$"
"""pattern of a span of time"""
_SPAN = re.compile(SPAN[1:-1])
_MINUTES = {"minute": 1, "minutes": 1, "hour": 60, "hours": 60}


class Plain(str):
    """Text that stood without quotes and is short enough for a number or `true`."""

    __slots__ = ()


def whole(value: object) -> int | None:
    """A whole number of up to four digits that stood without quotes, or `None`."""
    if type(value) is Plain and _WHOLE.fullmatch(value):
        return int(value)
    return value if type(value) is int else None


def minutes_of(later: str) -> int | None:
    """A span such as “40 minutes” or “2 hours” in minutes, or `None` where it is none."""
    match = _SPAN.fullmatch(later)
    if match is None:
        return None
    count, unit = later.split(" ")
    return int(count) * _MINUTES[unit]
