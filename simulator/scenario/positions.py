"""Where each value of a file stands, kept beside the model under the same paths."""

from collections.abc import Sequence
from typing import NamedTuple

PathItem = str | int
Path = tuple[PathItem, ...]
"""A way through the file: keys and list indices from the top"""


class Mark(NamedTuple):
    """A place in a file, counted from 1 in characters."""

    line: int
    column: int


START = Mark(1, 1)


class Place(NamedTuple):
    """Where one value and its key begin (counted from 0), and the places within it."""

    line: int
    column: int
    key_line: int
    key_column: int
    within: "dict[str, Place] | list[Place] | None" = None


class SourceMap(NamedTuple):
    """Positions of a file's values by path."""

    root: Place

    def mark(self, path: Sequence[PathItem], *, key: bool = False) -> Mark:
        """Where a path begins; of a path that is not there, its nearest ancestor.

        With `key`, or where the value is a map or a list, the place of its key.
        """
        place = self.root
        for item in path:
            inner = _inner(place, item)
            if inner is None:
                return _mark(place, key=True)
            place = inner
        return _mark(place, key=key or place.within is not None)


def _inner(place: Place, item: PathItem) -> Place | None:
    match place.within:
        case dict() as named:
            found: Place | None = named.get(str(item))
            return found
        case list() as listed if isinstance(item, int) and item < len(listed):
            element: Place = listed[item]
            return element
        case _:
            return None


def _mark(place: Place, *, key: bool) -> Mark:
    if key:
        return Mark(place.key_line + 1, place.key_column + 1)
    return Mark(place.line + 1, place.column + 1)
