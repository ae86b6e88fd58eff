"""A file as a scenario, or as findings that say why it is none."""

from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from pydantic import ValidationError

from simulator.partner.moves import MOVES
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import Stance
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario import model
from simulator.scenario.findings import Finding, finding
from simulator.scenario.positions import Path, Place, SourceMap
from simulator.scenario.reader import MAX_BYTES, read


class Loaded(NamedTuple):
    """One file after reading and typing."""

    file: str
    """as it is named to people"""
    text: str
    scenario: model.Scenario | None
    """`None` where findings keep it from being one"""
    places: SourceMap
    findings: tuple[Finding, ...]


def load_file(path: FilePath, *, name: str | None = None, max_bytes: int = MAX_BYTES) -> Loaded:
    """Read and type one file. Never raises for what the file is or holds."""
    name = name or str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except OSError as error:
        problem = finding("unreadable", (), problem=error.strerror or str(error))
        return Loaded(name, "", None, SourceMap(Place(0, 0, 0, 0)), (problem,))
    return load_bytes(data, name, max_bytes=max_bytes)


def load_bytes(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> Loaded:
    """Type the bytes of a file; `name` is how people know it."""
    got = read(data, max_bytes=max_bytes)
    text = data[: max_bytes + 1].decode("utf-8-sig", "replace")
    if got.value is None and got.problems:
        return Loaded(name, text, None, got.places, got.problems)
    if not isinstance(got.value, dict):
        problem = finding("not-a-map", (), found=_kind(got.value))
        return Loaded(name, text, None, got.places, (*got.problems, problem))
    scenario, findings = type_value(got.value)
    found = (*got.problems, *findings)
    return Loaded(name, text, scenario if not got.problems else None, got.places, found)


def type_value(value: dict[str, Any]) -> tuple[model.Scenario | None, tuple[Finding, ...]]:
    """Plain values as a scenario, or every finding that keeps them from being one."""
    try:
        return model.Scenario.model_validate(value), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(_translated(detail) for detail in details)


def nearest(name: str, known: Any) -> str | None:
    """The known name that is nearest, if one is near."""
    return next(iter(get_close_matches(name, [str(k) for k in known], n=1, cutoff=0.6)), None)


def _kind(value: Any) -> str:
    if value is None or value == "":
        return "empty"
    return {"list": "a list", "dict": "a map"}.get(type(value).__name__, "text")


_SHAPES = {
    "string_type": "text",
    "string_too_short": "some text",
    "model_type": "a map of fields",
    "model_attributes_type": "a map of fields",
    "dict_type": "a map",
    "mapping_type": "a map",
    "tuple_type": "a list",
    "list_type": "a list",
}
_WORDS = {
    "unknown-move": tuple(MOVES),
    "unknown-temperament": tuple(TEMPERAMENTS),
    "unknown-stance": tuple(Stance),
    "unknown-outcome": tuple(o for o in Outcome if o is not Outcome.STOPPED),
}


def _translated(detail: Any) -> Finding:
    kind: str = detail["type"]
    path: Path = tuple(item for item in detail["loc"] if not str(item).startswith(("<", "[")))
    given = detail["input"]
    found = str(given) if isinstance(given, str) else _kind(given)
    if kind == "missing":
        return finding("missing-field", path, field=path[-1])
    if kind == "extra_forbidden":
        known = _fields_at(path[:-1])
        return finding(
            "unknown-field",
            path,
            name=path[-1],
            known=", ".join(known),
            nearest=nearest(str(path[-1]), known),
        )
    if kind in _SHAPES:
        return finding("wrong-shape", path, expected=_SHAPES[kind])
    if kind == "enum":
        kind = "unknown-stance" if "engaged" in detail["ctx"]["expected"] else "unknown-outcome"
    if kind in _WORDS:
        words = _WORDS[kind]
        return finding(
            kind, path, found=found, known=", ".join(words), nearest=nearest(found, words)
        )
    if kind == "literal_error":
        return finding("unknown-word", path, found=found, known=detail["ctx"]["expected"])
    if kind == "string_pattern_mismatch":
        return finding("bad-name", path, found=found)
    if kind in {"not-a-number", "not-true-or-false", "not-a-span"}:
        return finding(kind, path, found=found)
    return finding("out-of-range", path, problem=_range_problem(detail))


def _range_problem(detail: Any) -> str:
    ctx = detail.get("ctx", {})
    match detail["type"]:
        case "greater_than_equal":
            return f"{detail['input']} is too low: {ctx['ge']} is the least"
        case "less_than_equal":
            return f"{detail['input']} is too high: {ctx['le']} is the most"
        case "too_short":
            return f"at least {ctx['min_length']} needed here, found {ctx['actual_length']}"
        case "too_long":
            return f"at most {ctx['max_length']} allowed here, found {ctx['actual_length']}"
        case _:
            return str(detail["msg"])


_BY_LAST: dict[str, type[model.Part]] = {
    "when": model.Condition,
    "partner": model.Partner,
    "pronouns": model.PronounForms,
}
_BY_PARENT: dict[str, type[model.Part]] = {
    "beats": model.Beat,
    "replies": model.Reply,
    "endings": model.Ending,
    "to": model.Route,
    "cast": model.Person,
}
_BOUNDS: dict[str, type[model.Part]] = {
    "tension": model.Bounds,
    "connection": model.ConnectionBounds,
    "hope": model.HopeBounds,
}


def _fields_at(path: Path) -> tuple[str, ...]:
    return tuple(_part_at(path).model_fields)


def _part_at(path: Path) -> type[model.Part]:
    if not path:
        return model.Scenario
    last, parent = str(path[-1]), str(path[-2]) if len(path) > 1 else ""
    if parent == "when":
        return _BOUNDS.get(last, model.Condition)
    if len(path) == 1:
        return model.Cast if last == "cast" else model.Chair
    if parent in _BY_PARENT:
        return _BY_PARENT[parent]
    return _BY_LAST.get(last, model.Line)
