"""What a check returns, wherever it stands: a code, the path it speaks of, and the facts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from simulator.scenario.positions import Path

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Finding(NamedTuple):
    """One thing a check found."""

    code: str
    path: Path
    data: Mapping[str, object] = _NOTHING
    """the facts the message names; `nearest` becomes the hint where a name is unknown"""


def finding(code: str, path: Path, /, **data: object) -> Finding:
    """A finding from keyword facts."""
    return Finding(code, path, data)
