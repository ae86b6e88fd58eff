"""A draft in a file: read as scenarios are, and every problem with its line and column."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from simulator.homework.assignment import Assignment
from simulator.homework.couple import pair_from
from simulator.homework.drafting import DraftError, Find, Problem, Text, assignment_from
from simulator.practice.opening import open_scenario
from simulator.scenario.codes import Severity
from simulator.scenario.diagnostics import of_whole_file
from simulator.scenario.library import find
from simulator.scenario.positions import START, Mark, SourceMap
from simulator.scenario.reader import read

M = TypeVar("M")
_PAIR = re.compile(
    rb"(?<!\\)(?P<before>(?:\\\\)*)"
    rb"(?P<pair>\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)
"""a surrogate pair, behind an even number of backslashes"""


class Placed(NamedTuple):
    """One problem of a draft, where it stands."""

    line: int
    """from 1"""
    column: int
    """from 1, in characters"""
    what: str
    hint: str


class FaultyDraftError(Exception):
    """A draft that makes no assignment; all its problems, in the order of its lines."""

    def __init__(self, problems: tuple[Placed, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.what for problem in problems))


class Draft(NamedTuple):
    """A draft as it was read."""

    values: Mapping[str, Any]
    places: SourceMap
    file: Path

    def one(self, today: date) -> Assignment:
        """The assignment it describes; what it says of a couple aside. Raises
        `FaultyDraftError`."""
        values = {name: value for name, value in self.values.items() if name != "couple"}
        return self._made(lambda find: assignment_from(values, find, today))

    def pair(self, today: date) -> tuple[Assignment, Assignment]:
        """One for each of a couple, each from the other chair. Raises `FaultyDraftError`."""
        return self._made(lambda find: pair_from(self.values, find, today))

    @property
    def is_couple(self) -> bool:
        """Whether it names a second person."""
        return bool(self.values.get("couple"))

    def _made(self, make: Callable[[Find], M]) -> M:
        try:
            return make(lambda name: found(name, self.file.parent))
        except DraftError as error:
            raise FaultyDraftError(self._placed(error.problems)) from error

    def _placed(self, problems: tuple[Problem, ...]) -> tuple[Placed, ...]:
        placed = (Placed(*self.places.mark(each.path), each.what, each.hint) for each in problems)
        return tuple(sorted(placed, key=lambda each: (each.line, each.column)))


def read_draft(data: bytes, file: Path) -> Draft:
    """A draft out of a file's bytes. Raises `FaultyDraftError` where it cannot be read."""
    got = read(with_signs(data))
    problems = []
    for each in got.problems:
        told = of_whole_file(file.name, each)
        if told.severity is Severity.ERROR:
            line, column = _mark(each.at, got.places, each.path)
            problems.append(Placed(line, column, told.message, told.hint))
    if not problems and not isinstance(got.value, dict):
        hint = "`simulator homework templates begin-softly` prints one to begin with."
        problems.append(Placed(1, 1, "there is no draft in it", hint))
    if problems:
        raise FaultyDraftError(tuple(problems))
    return Draft(got.value, got.places, file)


def with_signs(data: bytes) -> bytes:
    """JSON in which a sign beyond the first 65 536 is written as two escapes, with the sign itself:
    YAML does not know such pairs. Other data as it is."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return data
    return _PAIR.sub(_sign, data)


def _sign(found: re.Match[bytes]) -> bytes:
    text: str = json.loads(b'"' + found["pair"] + b'"')
    return found["before"] + text.encode()


def _mark(at: Mark | None, places: SourceMap, path: tuple[str | int, ...]) -> Mark:
    if at is not None:
        return at
    return places.mark(path) if path else START


def found(name: str, folder: Path = Path()) -> Text:
    """A scenario by its id or path; a path counts from here, or else from `folder`.

    Raises `LookupError`.
    """
    if not name:
        raise LookupError("there is no scenario named here")
    beside = folder / name
    path = beside if beside.suffix in {".yaml", ".yml"} and beside.is_file() else find(name)
    opened = open_scenario(path)
    if opened.scenario is None:
        raise LookupError(f"“{name}” has errors; `simulator check {name}` explains them")
    return Text(opened.scenario, opened.text)
