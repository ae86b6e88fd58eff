"""Findings as diagnostics: data for programs, and two lines of context and a caret for people."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from simulator.scenario.codes import CODES, Severity
from simulator.scenario.findings import Finding, Near, finding
from simulator.scenario.load import Loaded
from simulator.scenario.nearest import nearest
from simulator.scenario.positions import START, Mark
from simulator.scenario.refusals import lines_of

CONTEXT = 2
MOST = 2_000
"""problems that are shown of one file"""
_MORE = "more-problems"
_MOST_GUESSES = 30
_LONGEST_FACT = 80
_WHOLE = frozenset({"hint", "known", "near", "names", "problem", "witness"})
_WIDTH = 160
_UNPRINTABLE = re.compile(
    r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


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
    shown = [f for f in findings if f.code not in reasons or not _is_warning(f)]
    untold = sum(int(str(f.data["count"])) for f in shown if f.code == _MORE)
    placed = sorted(((_mark(loaded, f), f) for f in shown if f.code != _MORE), key=_order)
    if untold or len(placed) > MOST:
        first = sorted(placed, key=lambda p: (_is_warning(p[1]), *p[0]))[:MOST]
        more = finding(_MORE, (), count=untold + len(placed) - len(first))
        placed = [*sorted(first, key=_order), (placed[-1][0], more)]
    made = [_diagnostic(loaded.file, mark, found, n) for n, (mark, found) in enumerate(placed)]
    return tuple(dict.fromkeys(made))


def of_whole_file(file: str, found: Finding) -> Diagnostic:
    """The diagnostic of a finding that speaks of a file and of no line in it."""
    return _diagnostic(file, START, found, 0)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them keeps the file from being played."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def as_text(diagnostic: Diagnostic, text: str) -> str:
    """A diagnostic for people, with the lines around it."""
    d = diagnostic
    head = f"{_printable(d.file)}:{d.line}:{d.column}: {d.severity}[{d.code}] {d.message}"
    return "\n".join([head, *_context(d, _lines(text)), f"   hint: {d.hint}"])


def as_github(diagnostic: Diagnostic) -> str:
    """A diagnostic as an annotation that a GitHub workflow shows beside the line."""
    d = diagnostic
    body = f"{d.message} {d.hint}".replace("%", "%25")
    name = _printable(d.file).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{d.severity} file={name},line={d.line},col={d.column},title={d.code}::{body}"


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Diagnostics as a JSON list."""
    rows = [diagnostic.as_dict() for diagnostic in diagnostics]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _is_warning(found: Finding) -> bool:
    return _severity(found) is Severity.WARNING


def _severity(found: Finding) -> Severity:
    """What is so with another partner than the declared one keeps nobody from playing."""
    return Severity.WARNING if "temperament" in found.data else CODES[found.code].severity


def _mark(loaded: Loaded, found: Finding) -> Mark:
    return found.at or loaded.places.mark(found.path, key=CODES[found.code].at_key)


def _order(placed: tuple[Mark, Finding]) -> tuple[int, int, str, str]:
    mark, found = placed
    return (*mark, _severity(found), found.code)


def _diagnostic(file: str, mark: Mark, found: Finding, number: int) -> Diagnostic:
    code = CODES[found.code]
    facts = {n: f if n in _WHOLE else _shortened(f) for n, f in found.data.items()}
    near = found.data.get("near") if number < _MOST_GUESSES else None
    guess = nearest(*near) if isinstance(near, Near) else None
    hint = f"Did you mean “{guess}”?" if guess else facts.get("hint") or code.hint.format(**facts)
    return Diagnostic(
        code.id,
        _severity(found),
        _one_line(code.message.format(**facts) + _where(facts)),
        file,
        mark.line,
        mark.column,
        _one_line(f"{hint} {facts.get('witness', '')}"),
    )


def _where(facts: Mapping[str, object]) -> str:
    """With which partner it is so, if not with the declared one."""
    other = facts.get("temperament")
    return f" (with a partner who is {other})" if other else ""


def _shortened(fact: object) -> object:
    if isinstance(fact, str) and len(fact) > _LONGEST_FACT:
        return fact[: _LONGEST_FACT - 1] + "…"
    return fact


def _one_line(text: str) -> str:
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


@lru_cache(maxsize=2)
def _lines(text: str) -> list[str]:
    return lines_of(text)


def _context(diagnostic: Diagnostic, lines: list[str]) -> Iterator[str]:
    last, column = diagnostic.line, diagnostic.column
    if not 0 < last <= len(lines):
        return
    start = max(0, column - _WIDTH // 2) if column > _WIDTH - 40 else 0
    for number in range(max(1, last - CONTEXT), last + 1):
        shown = _printable(lines[number - 1])[start : start + _WIDTH]
        yield f"{number:>5} │ {shown}".rstrip()
    before = _cells(_printable(lines[last - 1])[start : column - 1])
    yield "      │ " + " " * before + "^" * _length(lines[last - 1][column - 1 : start + _WIDTH])


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


_TOKEN = re.compile(
    r"""  "(?:[^"\\]|\\.)*"?      # a text in quotes
        | '[^']*'?
        | [\w-]+(?=\s*:(?:\s|$))  # a name before its colon
        | [^,\[\]{}\#]+           # plain text
        | .                       # a bracket
    """,
    re.VERBOSE,
)


def _length(rest: str) -> int:
    """How many columns the caret spans: the value or name that begins here."""
    token = _TOKEN.match(rest)
    return min(60, max(1, _cells(token[0].rstrip()))) if token else 1
