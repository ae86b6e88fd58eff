"""Scalar types of the language: text until a field says otherwise."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.partner.moves import MOVES
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.scalars import SPAN, Plain, minutes_of, whole

NAME = "^[a-z][a-z0-9_]{0,63}$"
SOMETHING = r"\S"
FORMAT = 1
_BOOLEANS = {"true": True, "false": False}


def _whole_number(value: Any) -> int:
    number = whole(value)
    if number is None:
        raise PydanticCustomError("not-a-number", "a whole number of up to four digits, unquoted")
    return number


def _format(value: Any) -> int:
    number = _whole_number(value)
    if number != FORMAT:
        raise PydanticCustomError("other-format", "another version of the language")
    return number


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


def _later(value: Any) -> str:
    if isinstance(value, str) and minutes_of(value) is not None:
        return str(value)
    raise PydanticCustomError("not-a-span", "a span of time")


def _named(*names: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(names)})


def written(but_not: tuple[str, ...], **constraints: str) -> dict[str, Any]:
    """The schema of text in which an editor's YAML may have read something else.

    Not said as a list of types: an editor would offer `true` and `false` wherever text belongs.
    """
    read_otherwise = {"not": {"type": ["string", *but_not]}}
    return {"anyOf": [{"type": "string", **constraints}, read_otherwise]}


TEXT_SCHEMA = written(("array", "object", "null"), pattern=SOMETHING)
PHRASE_SCHEMA = written(("array", "object"))
NAME_SCHEMA = written(("array", "object", "null", "number"), pattern=NAME)

TextKey = Annotated[str, StringConstraints(pattern=SOMETHING)]
NameKey = Annotated[str, StringConstraints(pattern=NAME)]
"""text and ids where they name a field: an editor reads them as text at any rate"""
Text = Annotated[TextKey, WithJsonSchema(TEXT_SCHEMA)]
"""words; an editor's YAML may have read a number or a boolean in them"""

Name = Annotated[NameKey, WithJsonSchema(NAME_SCHEMA)]
"""an id: lower-case letters, digits and underscores, a letter first"""

Format = Annotated[Literal[1], BeforeValidator(_format)]
"""the version of the language"""
Percent = Annotated[int, Field(ge=0, le=100), BeforeValidator(_whole_number)]
Gain = Annotated[int, Field(ge=-100, le=100), BeforeValidator(_whole_number)]
HopeLevel = Annotated[int, Field(ge=0, le=10), BeforeValidator(_whole_number)]
Minutes = Annotated[int, Field(ge=1, le=120), BeforeValidator(_whole_number)]
Level = Annotated[int, Field(ge=1, le=3), BeforeValidator(_whole_number)]
Flag = Annotated[bool, BeforeValidator(_boolean)]

MoveName = Annotated[str, BeforeValidator(_move), _named(*MOVES)]
TemperamentName = Annotated[str, BeforeValidator(_temperament), _named(*TEMPERAMENTS)]
Later = Annotated[str, BeforeValidator(_later), WithJsonSchema({"type": "string", "pattern": SPAN})]
