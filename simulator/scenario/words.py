"""Scalar types of the language: text until a field says otherwise."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.partner.moves import MOVES
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.reader import Plain

_WHOLE = re.compile(r"-?[0-9]{1,4}")
_LATER = re.compile(r"([0-9]{1,4}) (minute|minutes|hour|hours)")
_BOOLEANS = {"true": True, "false": False}


def _whole_number(value: Any) -> int:
    if type(value) is Plain and _WHOLE.fullmatch(value):
        return int(value)
    if type(value) is int:
        return value
    raise PydanticCustomError("not-a-number", "a whole number of up to four digits, unquoted")


def _boolean(value: Any) -> bool:
    if type(value) is Plain and value in _BOOLEANS:
        return _BOOLEANS[value]
    if type(value) is bool:
        return value
    raise PydanticCustomError("not-true-or-false", "`true` or `false`, unquoted")


def _move(value: Any) -> str:
    if isinstance(value, str) and value in MOVES:
        return str(value)
    raise PydanticCustomError("unknown-move", "a move")


def _temperament(value: Any) -> str:
    if isinstance(value, str) and value in TEMPERAMENTS:
        return str(value)
    raise PydanticCustomError("unknown-temperament", "a temperament")


def minutes_of(later: str) -> int | None:
    """A span such as “40 minutes” or “2 hours” in minutes, or `None` where it is none."""
    match = _LATER.fullmatch(later)
    if match is None:
        return None
    return int(match[1]) * (60 if match[2].startswith("hour") else 1)


def _later(value: Any) -> str:
    if isinstance(value, str) and minutes_of(value) is not None:
        return str(value)
    raise PydanticCustomError("not-a-span", "a span of time")


_TEXT_SCHEMA = {"type": ["string", "number", "boolean"], "minLength": 1}

Text = Annotated[str, StringConstraints(min_length=1), WithJsonSchema(_TEXT_SCHEMA)]
"""words; an editor's YAML may have read a number or a boolean in them"""

Name = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$"),
]
"""an id: lower-case letters, digits and underscores, a letter first"""

Whole = Annotated[int, BeforeValidator(_whole_number)]
Format = Annotated[Literal[1], BeforeValidator(_whole_number)]
"""the version of the language"""
Percent = Annotated[Whole, Field(ge=0, le=100)]
HopeLevel = Annotated[Whole, Field(ge=0, le=10)]
Flag = Annotated[bool, BeforeValidator(_boolean)]

MoveName = Annotated[
    str, BeforeValidator(_move), WithJsonSchema({"type": "string", "enum": list(MOVES)})
]
TemperamentName = Annotated[
    str,
    BeforeValidator(_temperament),
    WithJsonSchema({"type": "string", "enum": list(TEMPERAMENTS)}),
]
Later = Annotated[
    str,
    BeforeValidator(_later),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,4} (minute|minutes|hour|hours)$"}),
]
