"""The Learn pages: short texts to read, each with the sources of what it states.

A page is the same in every player; what it says is held by tests to what its sources allow.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from simulator.language import ENGLISH, _

IDS = (
    "loop",
    "pursuer",
    "withdrawer",
    "attachment",
    "pursuer-strategies",
    "withdrawer-strategies",
    "together",
    "boundary-and-stonewalling",
    "time-outs",
    "giving-up",
    "power",
    "signs-and-costs",
    "when-to-seek-help",
    "what-this-cannot-know",
)
"""every page, in the order in which they are listed"""

SAFETY = "safety"
"""a link to this leads to the program's own safety page"""


class Standing(StrEnum):
    """How sure a source is."""

    SEEN = "seen"
    """the paper or its abstract was read: what it reports may be told as a finding"""
    ADVISED = "advised"
    """no more than advice that is often given, and told as that"""


class Source(NamedTuple):
    """Where something comes from."""

    id: str
    citation: str
    standing: Standing


class Kind(Enum):
    """What a part of a page is."""

    TEXT = "text"
    POINT = "point"
    HEADING = "heading"
    DRAWING = "drawing"


class Part(NamedTuple):
    """One paragraph, point, heading or drawing."""

    kind: Kind
    text: str
    """as it is shown: a source is a number in brackets; a drawing keeps its lines"""
    cites: tuple[str, ...] = ()
    """ids of the sources named in it"""


class LearnPage(NamedTuple):
    """One page."""

    id: str
    title: str
    line: str
    """what it is about, in one sentence"""
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    """in the order of their numbers, from 1"""
    links: tuple[str, ...]
    """ids of pages that go on from here; `SAFETY` may be among them"""


def pages(language: str = ENGLISH) -> tuple[LearnPage, ...]:
    """Every page, in order; in English where the language has none of its own."""
    return tuple(page(name, language) for name in IDS)


def page(name: str, language: str = ENGLISH) -> LearnPage:
    """One page. Raises `LookupError`, with the nearest id, where there is none of that name."""
    if name not in IDS:
        from simulator.scenario.nearest import nearest  # noqa: PLC0415

        near = nearest(name, IDS)
        hint = f"Did you mean “{near}”?" if near else f"Known: {', '.join(IDS)}."
        raise LookupError(f"There is no page “{name}”. {hint}")
    return _kept(name, language)


@cache
def _kept(name: str, language: str) -> LearnPage:
    return read(name, _text(name, language), sources())


@cache
def sources() -> Mapping[str, Source]:
    """Every source there is, by its id."""
    table = tomllib.loads(_folder().joinpath("sources.toml").read_text(encoding="utf-8"))
    return {
        name: Source(name, entry["citation"], Standing(entry["standing"]))
        for name, entry in table.items()
    }


def title(link: str, language: str = ENGLISH) -> str:
    """What the page that a link leads to is called."""
    return _("Safety") if link == SAFETY else page(link, language).title


def source_words(source: Source) -> str:
    """A source as it stands at the foot of a page; of advice it says that it is no more."""
    if source.standing is Standing.SEEN:
        return source.citation
    return _("Advice, not a finding: {citation}").format(citation=source.citation)


def read(name: str, text: str, known: Mapping[str, Source]) -> LearnPage:
    """A page from its Markdown. Raises `LookupError` for a source that is not among the known."""
    blocks = list(_blocks(text))
    title, line = (block.partition(" ")[2] for block in blocks[:2])
    body = [block for block in blocks[2:] if not block.startswith(_SEE_ALSO)]
    cited = tuple(dict.fromkeys(_CITED.findall("\n\n".join(body))))
    return LearnPage(
        name,
        title,
        line,
        tuple(_part(block, cited) for block in body),
        tuple(known[one] for one in cited),
        tuple(
            link for block in blocks if block.startswith(_SEE_ALSO) for link in _LINK.findall(block)
        ),
    )


_SEE_ALSO = "See also:"
_FENCE = "```"
_CITED = re.compile(r"\[\^([a-z0-9-]+)\]")
_LINK = re.compile(r"\[[^\]]+\]\(([a-z-]+)\.md\)")


def _blocks(text: str) -> Iterator[str]:
    """What is divided by empty lines, and each point; a drawing with its lines as they are."""
    drawn = text.split(_FENCE)
    for number, stretch in enumerate(drawn):
        if number % 2:
            yield _FENCE + stretch.strip("\n")
        else:
            for block in re.split(r"\n\s*\n|\n(?=- )", stretch):
                if block.strip():
                    yield " ".join(block.split())


def _part(block: str, cited: Sequence[str]) -> Part:
    if block.startswith(_FENCE):
        return Part(Kind.DRAWING, block.removeprefix(_FENCE))
    if block.startswith("## "):
        return Part(Kind.HEADING, block.removeprefix("## "))
    kind = Kind.POINT if block.startswith("- ") else Kind.TEXT
    shown = _CITED.sub(lambda found: f"[{cited.index(found[1]) + 1}]", block.removeprefix("- "))
    return Part(kind, shown, tuple(_CITED.findall(block)))


def _text(name: str, language: str) -> str:
    for folder in _folders(language):
        found = folder.joinpath(f"{name}.md")
        if found.is_file():
            return found.read_text(encoding="utf-8")
    raise LookupError(f"The page “{name}” is not in this installation.")


def _folders(language: str) -> Iterable[Traversable]:
    """The folders in which a page of this language may be: `pt_BR`, then `pt`, then `en`."""
    wanted = dict.fromkeys((language, language.partition("_")[0], ENGLISH))
    there = {folder.name: folder for folder in _folder().iterdir() if folder.is_dir()}
    return [there[name] for name in wanted if name in there]


def _folder() -> Traversable:
    return files("simulator.practice.learn")
