"""What is refused before a parser sees the bytes, and the parser's own complaints in plain words."""

import re
from typing import Any, NamedTuple

import yaml

from simulator.scenario.findings import Finding, finding
from simulator.scenario.positions import Mark
from simulator.scenario.text import UNSAFE

MAX_PROBLEMS = 50

_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_DIRECTIVE = re.compile(r"(?:\A|(?<=[\r\n]))%")
_BREAK = re.compile(r"\r\n?|\n")


class RefusedError(Exception):
    """Reading stops here; carries the finding."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.code)
        self.found = found


class Vetted(NamedTuple):
    """Bytes that a parser may see."""

    data: bytes
    problems: tuple[Finding, ...]


def vetted(data: bytes, max_bytes: int) -> Vetted:
    """The bytes, with a stand-in for what does not print. Raises `RefusedError`."""
    if not yaml.__with_libyaml__:
        raise RefusedError(finding("no-libyaml", ()))
    if len(data) > max_bytes:
        raise RefusedError(finding("too-large", (), limit=max_bytes))
    text = _decoded(data)
    if found := _DIRECTIVE.search(text):
        raise RefusedError(finding("directive", (), at=mark_of(text, found.start())))
    problems = tuple(
        finding("unsafe-character", (), at=mark_of(text, match.start()), character=_name(match[0]))
        for match, _ in zip(UNSAFE.finditer(text), range(MAX_PROBLEMS), strict=False)
    )
    return Vetted(UNSAFE.sub(_STAND_IN, text).encode() if problems else data, problems)


def unsafe_in(text: str) -> str | None:
    """The name of the first character of a text that is refused, if one is."""
    if text.isprintable():
        return None
    found = UNSAFE.search(text)
    return _name(found[0]) if found else None


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them."""
    return _BREAK.split(text)


def mark_of(text: str, index: int) -> Mark:
    """The place of a character of a text."""
    lines = lines_of(text[:index])
    return Mark(len(lines), len(lines[-1]) + 1)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        at = mark_of(before, len(before))
        raise RefusedError(finding("not-utf8", (), at=at, byte=error.start + 1)) from None


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


_IN_QUOTES = "If the text holds “: ”, “ #” or begins with a special sign, put all of it in quotes."
_INDENT = "Compare the indentation with the lines above: two spaces a level, and no tabs."
_CLOSE = "Look for a quote or a bracket that is opened and not closed."

_COMPLAINTS = (
    ("mapping values are not allowed", "a second “: ” on this line, or a line that is indented too far", _IN_QUOTES),
    ("could not find expected ':'", "here or just above, a name is not followed by “:”", _INDENT),
    ("did not find expected key", "the line does not fit the ones above it, or goes on after its closing quote", "Put a text with quotes or apostrophes in double quotes as a whole. " + _INDENT),
    ("did not find expected '-'", "a list goes on without its “-”", _INDENT),
    ("did not find expected ','", "a list or map in brackets goes on without a “,” or its end", _CLOSE),
    ("did not find expected node content", "something is missing before this sign", _CLOSE),
    ("block sequence entries are not allowed", "a list begins where none can stand", "Put the “-” on a line of its own, below the name."),
    ("found unexpected end of stream", "this quote is never closed", "Add the closing quote."),
    ("found unexpected document indicator", "the text breaks off inside a quote", "Close the quote, and delete the “---” or “...”."),
    ("found character that cannot start", "text cannot begin with this sign", "Put the text in quotes; indent with spaces, not tabs."),
    ("found unknown escape character", "this backslash means nothing here", "Write \\\\ for a backslash, or use single quotes."),
    ("found undefined tag handle", "“!” begins a tag here", _IN_QUOTES),
    ("did not find expected <document start>", "something stands after the end of the file's map", _INDENT),
    ("did not find expected alphabetic or numeric character", "“&” and “*” begin a reference here", _IN_QUOTES),
    ("exceeded", "the nesting is too deep to be read", "No scenario needs that; look for a stray bracket."),
)  # fmt: skip


def complaint(error: yaml.YAMLError | ValueError | MemoryError) -> Finding:
    """A parser's complaint in plain words, with its place."""
    said = str(getattr(error, "problem", None) or error or "the text breaks off")
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if said.startswith("found unexpected end of stream"):
        mark = getattr(error, "context_mark", None) or mark
    at = Mark(mark.line + 1, mark.column + 1) if mark else None
    for begins, problem, hint in _COMPLAINTS:
        if said.startswith(begins):
            where = _opened(getattr(error, "context_mark", None), hint)
            return finding("not-yaml", (), at=at, problem=problem, hint=hint + where)
    return finding("not-yaml", (), at=at, problem=said[:200])


def _opened(context: Any, hint: str) -> str:
    return f" It may begin on line {context.line + 1}." if context and hint is _CLOSE else ""
