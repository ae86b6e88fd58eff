"""From bytes to plain values and their positions, in one pass over PyYAML's C event stream.

Files come from strangers. Whatever would make a loader build objects, expand references or recurse
is refused here, before any model sees it. Every scalar stays text; `Plain` marks the unquoted.
"""

from typing import Any, NamedTuple

import yaml

from simulator.scenario.findings import Finding, finding
from simulator.scenario.positions import Mark, Path, Place, SourceMap
from simulator.scenario.refusals import MAX_PROBLEMS, RefusedError, complaint, unsafe_in, vetted
from simulator.scenario.scalars import Plain

MAX_BYTES = 1 << 20
MAX_DEPTH = 24
MAX_SCALAR = 8_000
MAX_EVENTS = 100_000
_BYTES_AN_EVENT = 10
"""where more bytes are allowed, so are events; a real file has one in about 25"""

_LONGEST_PLAIN = 5
_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""what YAML reads as no value at all"""


class Read(NamedTuple):
    """A file as plain values: maps, lists and text."""

    value: Any
    """`None` where nothing could be read"""
    places: SourceMap
    problems: tuple[Finding, ...]


_START = Place(0, 0, 0, 0)
_new = tuple.__new__


def read(data: bytes, *, max_bytes: int = MAX_BYTES, stop_at: frozenset[str] = frozenset()) -> Read:
    """Read one YAML document into plain values.

    `stop_at` names top-level keys at which reading ends early, with what came before. Never
    raises for what the file holds: every refusal is a finding in `problems`. Where one lets
    reading go on, the rest is read too.
    """
    problems: list[Finding] = []
    try:
        clean = vetted(data, max_bytes)
        problems += clean.problems
        builder = _Builder(
            clean.data, max(MAX_EVENTS, max_bytes // _BYTES_AN_EVENT), stop_at, problems
        )
        return builder.build()
    except RefusedError as refused:
        return Read(None, SourceMap(_START), (*problems, refused.found))


class _Frame:
    """One open map or list."""

    __slots__ = ("column", "is_map", "key", "key_mark", "line", "places", "values")

    def __init__(self, is_map: bool, mark: Any) -> None:  # noqa: FBT001
        self.is_map = is_map
        self.values: Any = {} if is_map else []
        self.places: Any = {} if is_map else []
        self.line: int = mark.line
        self.column: int = mark.column
        self.key: str | None = None
        self.key_mark: Any = None


class _Builder:
    """Builds values and places from events, one frame an open collection."""

    def __init__(
        self, data: bytes, max_events: int, stop_at: frozenset[str], problems: list[Finding]
    ) -> None:
        self._next = yaml.CSafeLoader(data).get_event
        self._max_events = max_events
        self._stop_at = stop_at
        self._frames: list[_Frame] = []
        self._top: _Frame | None = None
        self._problems = problems
        self._value: Any = None
        self._place = _START

    def build(self) -> Read:
        try:
            self._run()
        except (yaml.YAMLError, ValueError, MemoryError) as error:
            raise RefusedError(complaint(error)) from None
        return Read(self._value, SourceMap(self._place), tuple(self._problems))

    def _run(self) -> None:
        documents = 0
        get_event, scalar = self._next, yaml.ScalarEvent
        for _ in range(self._max_events):
            event = get_event()
            kind = type(event)
            if kind is scalar:
                if self._scalar(event):
                    return
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close()
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise RefusedError(finding("second-document", (), at=_at(event)))
            elif kind is yaml.StreamEndEvent:
                return
        raise RefusedError(finding("too-many-nodes", (), limit=self._max_events))

    def _scalar(self, event: Any) -> bool:
        """Take a scalar; true where reading may stop here."""
        text: str = event.value
        style = event.style
        if (
            style == '"'
            or len(text) > MAX_SCALAR
            or event.anchor is not None
            or event.tag is not None
        ):
            text = self._vetted(event)
        top = self._top
        if top is None:
            self._add(text, event.start_mark.line, event.start_mark.column, None)
            return False
        if top.is_map and top.key is None:
            return self._key(top, text, event)
        if not style and len(text) <= _LONGEST_PLAIN:
            text = Plain("" if text in _NOTHING else text)
        mark = event.start_mark
        line, column = mark.line, mark.column
        if top.is_map:
            # the way of nearly every value of a file, so without a call
            key, named = top.key, top.key_mark
            top.key = None
            if key not in top.values:
                top.values[key] = text
                top.places[key] = _new(Place, (line, column, named.line, named.column, None))
        else:
            top.values.append(text)
            top.places.append(_new(Place, (line, column, line, column, None)))
        return False

    def _vetted(self, event: Any) -> str:
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._note_reference(event)
        if event.style == '"' and (character := unsafe_in(text)) is not None:
            self._note(event, "unsafe-character", self._here(), character=character)
        if len(text) > MAX_SCALAR:
            self._note(event, "text-too-long", self._here(), length=len(text), limit=MAX_SCALAR)
        return text[:MAX_SCALAR]

    def _key(self, frame: _Frame, text: str, event: Any) -> bool:
        if text in self._stop_at and len(self._frames) == 1:
            self._value, self._place = frame.values, Place(0, 0, 0, 0, frame.places)
            return True
        frame.key = text
        frame.key_mark = event.start_mark
        if text in frame.values:
            first = frame.places[text].key_line + 1
            self._note(event, "duplicate-key", self._here(), key=text, first=first)
        elif text == "<<":
            self._note(event, "reference", self._here(), what="a merge key (<<)")
        return False

    def _open(self, event: Any, is_map: bool) -> None:  # noqa: FBT001
        if event.anchor is not None or event.tag is not None:
            self._note_reference(event)
        if len(self._frames) >= MAX_DEPTH:
            raise RefusedError(finding("too-deep", (), at=_at(event), limit=MAX_DEPTH))
        top = self._top
        if top is not None and top.is_map and top.key is None:
            raise RefusedError(finding("key-not-text", (), at=_at(event)))
        self._top = _Frame(is_map, event.start_mark)
        self._frames.append(self._top)

    def _close(self) -> None:
        frames = self._frames
        frame = frames.pop()
        self._top = frames[-1] if frames else None
        self._add(frame.values, frame.line, frame.column, frame.places)

    def _alias(self, event: Any) -> None:
        top = self._top
        if top is not None and top.is_map and top.key is None:
            top.key, top.key_mark = f"*{event.anchor}", event.start_mark
            self._note_reference(event)
            return
        self._note_reference(event)
        self._add("", event.start_mark.line, event.start_mark.column, None)

    def _add(self, value: Any, line: int, column: int, within: Any) -> None:
        frame = self._top
        if frame is None:
            self._value = value
            self._place = Place(line, column, line, column, within)
        elif frame.is_map:
            key, mark = frame.key, frame.key_mark
            frame.key = None
            if key not in frame.values:
                frame.values[key] = value
                frame.places[key] = Place(line, column, mark.line, mark.column, within)
        else:
            frame.values.append(value)
            frame.places.append(Place(line, column, line, column, within))

    def _note_reference(self, event: Any) -> None:
        if type(event) is yaml.AliasEvent:
            what = f"the alias *{event.anchor}"
        elif event.anchor is not None:
            what = f"the anchor &{event.anchor}"
        else:
            what = f"the tag {event.tag}"
        self._note(event, "reference", self._here(), what=what)

    def _note(self, event: Any, code: str, path: Path, **data: object) -> None:
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(finding(code, path, at=_at(event), **data))

    def _here(self) -> Path:
        """The path of the value that is being read; of a key, that of its map."""
        return tuple(
            item
            for frame in self._frames
            if (item := frame.key if frame.is_map else len(frame.values)) is not None
        )


def _at(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
