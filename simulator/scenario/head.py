"""The head of a file, for a list of many: read up to the first chair, without the model."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from simulator.partner.moves import Role
from simulator.scenario.notes import is_intimate
from simulator.scenario.reader import MAX_BYTES, read
from simulator.scenario.scalars import whole

CHAIRS = tuple(role.value for role in Role)
_STOP = frozenset(CHAIRS)
_AT_MARGIN = re.compile(rb"^[^\s#]", re.MULTILINE)
_CHAIR = re.compile(rb"""^["']?(pursuer|withdrawer)["']?[ \t]*:""", re.MULTILINE)


class Head(NamedTuple):
    """What a list shows of a scenario."""

    id: str
    kind: str
    title: str
    summary: str
    relationship: str
    minutes: int
    level: int
    skills: tuple[str, ...]
    content_notes: tuple[str, ...]
    roles: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    """role and name of each of the two"""
    path: Path

    @property
    def is_intimate(self) -> bool:
        """Whether it is shown only to those who chose to see it."""
        return is_intimate(self.content_notes)


def read_head(path: Path) -> Head | str:
    """The head of a file, or a sentence that says why it has none."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return f"the file cannot be read: {error.strerror or error}"
    return head_of(path, data)


def head_of(path: Path, data: bytes) -> Head | str:
    """The head of a file's bytes, or a sentence that says why it has none."""
    roles = {found.decode() for found in _CHAIR.findall(data)}
    value = read(data, stop_at=_STOP).value
    head = _head(path, value, roles)
    if head is None or len(value) + len(roles) != len(_AT_MARGIN.findall(data)):
        # something stands after a chair, or not at the margin: what is not seen is not left out
        head = _whole_file(path, data)
    return head or "it is not a scenario; `simulator check` says why"


def _whole_file(path: Path, data: bytes) -> Head | None:
    """The head of a file in which fields stand after a chair, or a chair is not at the margin."""
    got = read(data)
    chairs = got.value if isinstance(got.value, dict) and not got.problems else {}
    return _head(path, got.value, {role for role in CHAIRS if role in chairs})


def _head(path: Path, value: Any, roles: set[str]) -> Head | None:
    try:
        return Head(
            path.stem,
            _text(value.get("kind", "scenario")),
            _text(value["title"]),
            _text(value["summary"]),
            _text(value["relationship"]),
            _number(value["minutes"]),
            _number(value["level"]),
            _texts(value.get("skills", [])),
            _texts(value.get("content_notes", [])),
            tuple(role for role in CHAIRS if role in roles),
            tuple((role, _text(value["cast"][role]["name"])) for role in CHAIRS),
            path,
        )
    except (AttributeError, KeyError, ValueError, TypeError):
        return None


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(type(value).__name__)
    return str(value)


def _number(value: Any) -> int:
    number = whole(value)
    if number is None:
        raise TypeError(type(value).__name__)
    return number


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(type(value).__name__)
    return tuple(_text(item) for item in value)
