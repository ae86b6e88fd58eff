"""The Learn pages as plain text."""

from collections.abc import Sequence

from simulator.language import _
from simulator.plain.paper import Paper
from simulator.practice import learning
from simulator.practice.learning import SAFETY, Kind, LearnPage, Part


def write_list(paper: Paper, pages: Sequence[LearnPage]) -> None:
    """Every page by its name, its title and what it is about; the safety page last."""
    paper.write(_("Pages to read. `simulator learn PAGE` prints one."))
    for page in pages:
        _entry(paper, page.id, page.title, page.line)
    _entry(paper, SAFETY, learning.title(SAFETY), _("If you are afraid or in danger."))


def write_learn_page(paper: Paper, page: LearnPage, language: str) -> None:
    """The whole page, its sources, and the names of pages to go on with."""
    paper.write(page.title)
    paper.blank()
    paper.write(page.line)
    paper.blank()
    for number, part in enumerate(page.parts):
        if number and not part.kind is page.parts[number - 1].kind is Kind.POINT:
            paper.blank()
        _part(paper, part)
    paper.blank()
    _foot(paper, page, language)


def _entry(paper: Paper, name: str, title: str, line: str) -> None:
    paper.blank()
    paper.write(name)
    paper.write(f"{title}: {line}", lead="  ")


def _part(paper: Paper, part: Part) -> None:
    match part.kind:
        case Kind.POINT:
            paper.write(part.text, lead="- ")
        case Kind.DRAWING:
            if max(map(len, part.text.splitlines())) <= paper.width:
                paper.write(part.text)
        case _:
            paper.write(part.text)


def _foot(paper: Paper, page: LearnPage, language: str) -> None:
    if page.sources:
        paper.write(_("Where this comes from:"))
        for number, source in enumerate(page.sources, 1):
            paper.write(learning.source_words(source), lead=f"[{number}] ")
        paper.blank()
    paper.write(_("To go on with:"))
    for link in page.links:
        paper.write(f"{link}: {learning.title(link, language)}", lead="- ")
