"""JSON in the one form it is written in, byte for byte: what is signed has no second spelling.

This is RFC 8785 without fractions: keys sorted by their UTF-16 code units, no blanks, UTF-8, text
left as it is (no Unicode normalisation), whole numbers up to 2^53 - 1 either way.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from simulator.homework.sealing.errors import Damaged, TooLarge
from simulator.language import _

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"

MOST_BYTES = 4 * 2**20
MOST_DEPTH = 32
"""lists and objects within each other"""
MOST_NUMBER = 2**53 - 1
"""what every reader of JSON can hold exactly"""
_MOST_DIGITS = 17
_STRINGS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""one that never ends is taken as a whole, so that looking takes no longer than it is"""


def canonical(value: Json) -> bytes:
    """The value in its one form.

    Raises `TypeError` for what has no place in it (fractions, bytes, keys that are no text),
    `ValueError` for a number too large or text that is no Unicode, `TooLarge` past the limits.
    """
    ordered = _ordered(value, MOST_DEPTH)
    written = json.dumps(ordered, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _within(written.encode())


def parse(data: bytes) -> Json:
    """The value of bytes that `canonical` has written. Raises `Damaged` or `TooLarge`."""
    _within(data)
    if _deep(data):
        raise TooLarge(_too_large())
    try:
        value: Json = json.loads(data.decode(), parse_int=_number)
        same = canonical(value) == data
    except (ValueError, TypeError, RecursionError) as error:
        raise Damaged(_not_ours()) from error
    if not same:
        raise Damaged(_not_ours())
    return value


def _ordered(value: Json, depth: int) -> object:
    match value:
        case None | bool():
            return value
        case str():
            return str.__str__(value)
        case int():
            return _held(value)
        case Mapping():
            inside = _down(depth)
            return {key: _ordered(value[key], inside) for key in _keys(value)}
        case list() | tuple():
            inside = _down(depth)
            return [_ordered(item, inside) for item in value]
        case _:
            raise TypeError(f"no place in canonical JSON: {type(value).__name__}")


def _keys(value: Mapping[str, Json]) -> Iterable[str]:
    if not all(isinstance(key, str) for key in value):
        raise TypeError("a key in canonical JSON is text")
    return sorted(value, key=lambda key: key.encode("utf-16-be"))


def _held(value: int) -> int:
    if abs(value) > MOST_NUMBER:
        raise ValueError("a number too large for canonical JSON")
    return int(value)


def _down(depth: int) -> int:
    if depth == 0:
        raise TooLarge(_too_large())
    return depth - 1


def _number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("a number too large for canonical JSON")
    return int(digits)


def _deep(data: bytes) -> bool:
    """Whether it nests deeper than is read: seen before a parser goes down into it."""
    depth = 0
    for bracket in re.findall(rb"[\[\]{}]", _STRINGS.sub(b"", data)):
        depth += 1 if bracket in b"[{" else -1
        if depth > MOST_DEPTH:
            return True
    return False


def _within(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise TooLarge(_too_large())
    return data


def _too_large() -> str:
    return _("This is more than a sealed file may hold. Share less of it, or share it in parts.")


def _not_ours() -> str:
    return _(
        "What is inside this file is not written as this program writes it. Nothing was read from"
        " it; ask for the file again."
    )
