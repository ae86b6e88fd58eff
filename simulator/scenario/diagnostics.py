"""Findings as diagnostics: data for programs, and two lines of context and a caret for people."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.scenario.codes import CODES, Severity
from simulator.scenario.findings import Finding
from simulator.scenario.load import Loaded

CONTEXT = 2


class Diagnostic(NamedTuple):
    """One problem of one file."""

    code: str
    severity: Severity
    message: str
    file: str
    line: int
    """from 1"""
    column: int
    """from 1, in characters"""
    hint: str

    def as_dict(self) -> dict[str, object]:
        """The fields by name, for JSON."""
        return self._asdict()


def diagnose(loaded: Loaded, findings: Iterable[Finding]) -> tuple[Diagnostic, ...]:
    """The diagnostics of a file in the order of its lines, suppressed warnings left out."""
    reasons = loaded.scenario.suppress if loaded.scenario is not None else {}
    shown = [f for f in findings if f.code not in reasons or not _is_warning(f.code)]
    found = [_diagnostic(loaded, item) for item in dict.fromkeys(map(_Comparable, shown))]
    return tuple(sorted(found, key=lambda d: (d.line, d.column, d.severity, d.code)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them keeps the file from being played."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def as_text(diagnostic: Diagnostic, text: str) -> str:
    """A diagnostic for people, with the lines around it."""
    d = diagnostic
    head = f"{d.file}:{d.line}:{d.column}: {d.severity}[{d.code}] {d.message}"
    return "\n".join([head, *_context(d, text.splitlines()), f"   hint: {d.hint}"])


def as_github(diagnostic: Diagnostic) -> str:
    """A diagnostic as an annotation that a GitHub workflow shows beside the line."""
    d = diagnostic
    body = f"{d.message} {d.hint}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    name = d.file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{d.severity} file={name},line={d.line},col={d.column},title={d.code}::{body}"


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Diagnostics as a JSON list."""
    rows = [diagnostic.as_dict() for diagnostic in diagnostics]
    return json.dumps(rows, ensure_ascii=False, indent=2)


class _Comparable:
    """A finding that can be put in a set: its facts compare by their text."""

    def __init__(self, found: Finding) -> None:
        self.found = found
        self._key = (found.code, found.path, str(sorted(found.data.items(), key=str)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Comparable) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


def _is_warning(code: str) -> bool:
    return CODES[code].severity is Severity.WARNING


def _diagnostic(loaded: Loaded, comparable: _Comparable) -> Diagnostic:
    found = comparable.found
    code = CODES[found.code]
    mark = loaded.places.mark(found.path, key=code.at_key)
    return Diagnostic(
        code.id,
        code.severity,
        _one_line(code.message.format(**found.data)),
        loaded.file,
        mark.line,
        mark.column,
        _one_line(_hint(code.hint, found)),
    )


def _hint(template: str, found: Finding) -> str:
    near = found.data.get("nearest")
    if near:
        return f"Did you mean “{near}”?"
    return str(found.data.get("hint") or template.format(**found.data))


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _context(diagnostic: Diagnostic, lines: list[str]) -> Iterator[str]:
    last = diagnostic.line
    if not 0 < last <= len(lines):
        return
    for number in range(max(1, last - CONTEXT), last + 1):
        shown = "".join(c if c.isprintable() else " " for c in lines[number - 1])[:160]
        yield f"{number:>5} │ {shown}".rstrip()
    rest = lines[last - 1][diagnostic.column - 1 :]
    width = max(1, len(rest.split(maxsplit=1)[0]) if rest.split() else 1)
    yield "      │ " + " " * (diagnostic.column - 1) + "^" * min(width, 60)
