"""What a check returns, wherever it stands: a code, the path it speaks of, and the facts."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from simulator.scenario.positions import Mark, Path

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Near(NamedTuple):
    """A name that is not known, and those that are; the nearest is looked for when it is shown."""

    given: str
    known: Iterable[object]


class Finding(NamedTuple):
    """One thing a check found."""

    code: str
    path: Path
    data: Mapping[str, object] = _NOTHING
    """the facts the message names; `near` (a `Near`) and `hint` may better the hint"""
    at: Mark | None = None
    """where it stands, if not where its path begins"""


def finding(code: str, path: Path, /, *, at: Mark | None = None, **data: object) -> Finding:
    """A finding from keyword facts."""
    return Finding(code, path, data, at)
