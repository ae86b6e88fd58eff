"""A whole page of text on paper."""

from simulator.plain.paper import Paper
from simulator.practice.words import POINT, Page


def write_page(paper: Paper, page: Page) -> None:
    """Its title, then its paragraphs and points."""
    paper.write(page.title)
    for part in page.parts:
        if part.startswith(POINT):
            paper.write(part.removeprefix(POINT), lead="- ")
        else:
            paper.blank()
            paper.write(part)
    paper.blank()
