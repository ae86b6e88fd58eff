"""From bytes to plain values and their positions, in one pass over PyYAML's C event stream.

Files come from strangers. Whatever would make a loader build objects, expand references or recurse
is refused here, before any model sees it. Every scalar stays text; `Plain` marks the unquoted.
"""

import re
from typing import Any, NamedTuple

import yaml

from simulator.scenario.findings import Finding, finding
from simulator.scenario.positions import Place, SourceMap

MAX_BYTES = 1 << 20
MAX_DEPTH = 24
MAX_SCALAR = 8_000
MAX_EVENTS = 400_000
MAX_PROBLEMS = 50

_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


class Plain(str):
    """Text that stood without quotes, so that a model may read a number or `true` in it."""

    __slots__ = ()


class Read(NamedTuple):
    """A file as plain values: maps, lists and text."""

    value: Any
    """`None` where nothing could be read"""
    places: SourceMap
    problems: tuple[Finding, ...]


class RefusedError(Exception):
    """Reading stopped here; carries the finding and its place (counted from 0)."""

    def __init__(self, found: Finding, line: int = 0, column: int = 0) -> None:
        super().__init__(found.code)
        self.found = found
        self.place = Place(line, column, line, column)


_EMPTY = SourceMap(Place(0, 0, 0, 0))


def read(data: bytes, *, max_bytes: int = MAX_BYTES, stop_at: frozenset[str] = frozenset()) -> Read:
    """Read one YAML document into plain values.

    `stop_at` names top-level keys at which reading ends early, with what came before. Never
    raises for what the file holds: every refusal is a finding in `problems`.
    """
    try:
        _refuse_early(data, max_bytes)
        return _Builder(data, max_bytes, stop_at).build()
    except RefusedError as refused:
        return Read(None, SourceMap(refused.place), (refused.found,))


def _refuse_early(data: bytes, max_bytes: int) -> None:
    if not yaml.__with_libyaml__:
        raise RefusedError(finding("no-libyaml", ()))
    if len(data) > max_bytes:
        raise RefusedError(finding("too-large", (), size=len(data), limit=max_bytes))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start)
        raise RefusedError(finding("not-utf8", (), byte=error.start), line) from None
    for code, pattern in (("unsafe-character", _UNSAFE), ("directive", _DIRECTIVE)):
        if found := pattern.search(text):
            line = text.count("\n", 0, found.start())
            column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
            raise RefusedError(
                finding(code, (), character=f"U+{ord(found.group()):04X}"), line, column
            )


class _Frame:
    """One open map or list."""

    __slots__ = ("column", "key", "key_mark", "line", "places", "values")

    def __init__(self, values: Any, places: Any, line: int, column: int) -> None:
        self.values = values
        self.places = places
        self.line = line
        self.column = column
        self.key: str | None = None
        self.key_mark: Any = None


class _Builder:
    """Builds values and places from events, one frame an open collection."""

    def __init__(self, data: bytes, max_bytes: int, stop_at: frozenset[str]) -> None:
        self._next = yaml.CSafeLoader(data).get_event
        self._max_events = max(MAX_EVENTS, max_bytes // 2)
        self._stop_at = stop_at
        self._frames: list[_Frame] = []
        self._problems: list[Finding] = []
        self._value: Any = None
        self._place = _EMPTY.root

    def build(self) -> Read:
        try:
            self._run()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            problem = finding("not-yaml", (), problem=error.problem or "the text breaks off")
            raise RefusedError(problem, line, column) from None
        except (yaml.YAMLError, ValueError, MemoryError) as error:
            raise RefusedError(finding("not-yaml", (), problem=str(error))) from None
        return Read(self._value, SourceMap(self._place), tuple(self._problems))

    def _run(self) -> None:
        documents = 0
        scalar, end_kinds = yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        for _ in range(self._max_events):
            event = self._next()
            kind = type(event)
            if kind is scalar:
                if self._scalar(event):
                    return
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, kind is yaml.MappingStartEvent)
            elif kind in end_kinds:
                self._close()
            elif kind is yaml.AliasEvent:
                self._refuse_reference(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _at(event, finding("second-document", ()))
            elif kind is yaml.StreamEndEvent:
                return
        raise RefusedError(finding("too-many-nodes", (), limit=self._max_events))

    def _scalar(self, event: Any) -> bool:
        """Take a scalar; true where reading may stop here."""
        text = event.value
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._refuse_reference(event)
        if len(text) > MAX_SCALAR:
            raise _at(event, finding("text-too-long", (), length=len(text), limit=MAX_SCALAR))
        frame = self._frames[-1] if self._frames else None
        if frame is not None and type(frame.values) is dict and frame.key is None:
            return self._key(frame, text, event)
        self._add(
            Plain(text) if event.style is None or event.style == "" else text,
            mark.line,
            mark.column,
            None,
        )
        return False

    def _key(self, frame: _Frame, text: str, event: Any) -> bool:
        if len(self._frames) == 1 and text in self._stop_at:
            self._value, self._place = frame.values, Place(0, 0, 0, 0, frame.places)
            return True
        if text == "<<":
            raise _at(event, finding("reference", self._path(), what="a merge key (<<)"))
        if text in frame.values:
            self._note(event, finding("duplicate-key", (*self._path(), text), key=text))
        frame.key = text
        frame.key_mark = event.start_mark
        return False

    def _open(self, event: Any, is_map: bool) -> None:  # noqa: FBT001
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._refuse_reference(event)
        if len(self._frames) >= MAX_DEPTH:
            raise _at(event, finding("too-deep", (), limit=MAX_DEPTH))
        parent = self._frames[-1] if self._frames else None
        if parent is not None and type(parent.values) is dict and parent.key is None:
            raise _at(event, finding("key-not-text", self._path()))
        values: Any = {} if is_map else []
        places: Any = {} if is_map else []
        self._frames.append(_Frame(values, places, mark.line, mark.column))

    def _close(self) -> None:
        frame = self._frames.pop()
        self._add(frame.values, frame.line, frame.column, frame.places)

    def _add(self, value: Any, line: int, column: int, within: Any) -> None:
        if not self._frames:
            self._value = value
            self._place = Place(line, column, line, column, within)
            return
        frame = self._frames[-1]
        if type(frame.values) is dict:
            key, mark = frame.key, frame.key_mark
            frame.key = None
            if key not in frame.values:
                frame.values[key] = value
                frame.places[key] = Place(line, column, mark.line, mark.column, within)
        else:
            frame.values.append(value)
            frame.places.append(Place(line, column, line, column, within))

    def _refuse_reference(self, event: Any) -> None:
        if type(event) is yaml.AliasEvent:
            what = f"the alias *{event.anchor}"
        elif event.anchor is not None:
            what = f"the anchor &{event.anchor}"
        else:
            what = f"the tag {event.tag}"
        raise _at(event, finding("reference", self._path(), what=what))

    def _note(self, event: Any, found: Finding) -> None:
        if len(self._problems) >= MAX_PROBLEMS:
            raise _at(event, found)
        self._problems.append(found)

    def _path(self) -> tuple[str | int, ...]:
        return tuple(
            frame.key if isinstance(frame.values, dict) and frame.key else len(frame.values)
            for frame in self._frames[:-1]
        )


def _at(event: Any, found: Finding) -> RefusedError:
    mark = event.start_mark
    return RefusedError(found, mark.line, mark.column)
