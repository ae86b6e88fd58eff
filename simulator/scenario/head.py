"""The head of a file, for a list of many: read up to the first chair, without the model."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from simulator.scenario.reader import MAX_BYTES, read

CHAIRS = frozenset({"pursuer", "withdrawer"})
INTIMACY = "intimacy"
_CHAIR = re.compile(rb"^(pursuer|withdrawer)[ \t]*:", re.MULTILINE)


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
        return INTIMACY in self.content_notes


def read_head(path: Path) -> Head | str:
    """The head of a file, or a sentence that says why it has none."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return f"the file cannot be read: {error.strerror or error}"
    return _head(path, data)


def _head(path: Path, data: bytes) -> Head | str:
    got = read(data, stop_at=CHAIRS)
    if got.problems or not isinstance(got.value, dict):
        return "it is not a scenario; `simulator check` says why"
    value: dict[str, Any] = got.value
    roles = {found.decode() for found in _CHAIR.findall(data)}
    try:
        return Head(
            path.stem,
            _text(value.get("kind", "scenario")),
            _text(value["title"]),
            _text(value["summary"]),
            _text(value["relationship"]),
            int(value["minutes"]),
            int(value["level"]),
            _texts(value.get("skills", [])),
            _texts(value.get("content_notes", [])),
            tuple(role for role in ("pursuer", "withdrawer") if role in roles),
            tuple((role, _text(value["cast"][role]["name"])) for role in ("pursuer", "withdrawer")),
            path,
        )
    except (KeyError, ValueError, TypeError):
        return "its title, cast or another field of its head is missing; `simulator check` says why"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return str(value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(type(value).__name__)
    return tuple(_text(item) for item in value)
