"""A file as a scenario, or as findings that say why it is none."""

import errno
import re
from pathlib import Path as FilePath
from typing import NamedTuple

from pydantic import ValidationError

from simulator.memory import held
from simulator.scenario.drafts import findings_of_draft, findings_of_refused
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Path, Place, SourceMap
from simulator.scenario.reader import MAX_BYTES, Read, read
from simulator.scenario.typing_errors import is_echo, kind_of, translated

_MOST_MISTYPED = 400
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*\.ya?ml")


class Loaded(NamedTuple):
    """One file after reading and typing."""

    file: str
    """as it is named to people"""
    text: str
    scenario: Scenario | None
    """`None` where findings keep it from being one"""
    places: SourceMap
    findings: tuple[Finding, ...]


def load_file(path: FilePath, *, name: str | None = None, max_bytes: int = MAX_BYTES) -> Loaded:
    """Read and type one file. Never raises for what the file is or holds."""
    name = name or str(path)
    try:
        _refuse_other_kinds(path)
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        problem = finding("unreadable", (), problem=getattr(error, "strerror", None) or str(error))
        return Loaded(name, "", None, SourceMap(Place(0, 0, 0, 0)), (problem,))
    loaded = load_bytes(data, name, max_bytes=max_bytes)
    if _ID.fullmatch(path.name):
        return loaded
    odd = finding("bad-file-name", (), name=path.name)
    return loaded._replace(findings=(*loaded.findings, odd))


def _refuse_other_kinds(path: FilePath) -> None:
    """A pipe or a device would be waited for, perhaps for ever."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not an ordinary file")


def load_bytes(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> Loaded:
    """Type the bytes of a file; `name` is how people know it.

    Where the file does not make a scenario, the findings hold every problem that can be told all
    the same, of the reader, of the types and of the form.
    """
    with held():
        got = read(data, max_bytes=max_bytes)
        scenario, findings = _typed(got)
    text = data[: max_bytes + 1].decode("utf-8-sig", "replace")
    return Loaded(name, text, scenario, got.places, (*got.problems, *findings))


def _typed(got: Read) -> tuple[Scenario | None, tuple[Finding, ...]]:
    if not isinstance(got.value, dict):
        if got.problems:
            return None, ()
        return None, (finding("not-a-map", (), found=kind_of(got.value)),)
    try:
        scenario = Scenario.model_validate(got.value)
    except ValidationError as error:
        return None, _mistyped(got, error)
    if got.problems:
        return None, findings_of_refused(scenario, _paths_of(got.problems))
    return scenario, ()


def _mistyped(got: Read, error: ValidationError) -> tuple[Finding, ...]:
    details = [detail for detail in error.errors(include_url=False) if not is_echo(detail)]
    refused = _paths_of(got.problems)
    findings = (translated(detail, got.places) for detail in details[:_MOST_MISTYPED])
    told = tuple(found for found in findings if not _is_below(found.path, refused))
    if len(details) > _MOST_MISTYPED:
        more = finding("more-problems", (), count=len(details) - _MOST_MISTYPED)
        return (*told, more)
    return (*told, *findings_of_draft(got.value, details, refused))


def _paths_of(problems: tuple[Finding, ...]) -> frozenset[Path]:
    return frozenset(found.path for found in problems if found.path)


def _is_below(path: Path, refused: frozenset[Path]) -> bool:
    return any(path[:length] in refused for length in range(len(path) + 1))
