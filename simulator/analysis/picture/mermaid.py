"""The picture as a Mermaid flowchart."""

import re
from collections.abc import Iterable, Iterator

from simulator.analysis.picture.labels import box_lines, way_lines
from simulator.analysis.picture.parts import Kind, Picture

_NOT_PLAIN = re.compile(r"[^\w ,?!()/–—…’‘“”'-]")
_OPEN_CLOSE = {Kind.BEAT: ('["', '"]'), Kind.ENDING: ('(["', '"])'), Kind.STOPPED: ('{{"', '"}}')}


def mermaid(picture: Picture) -> str:
    """The text of the flowchart; ends in a line feed.

    Ids are numbers of ours, so that no name can be a word of Mermaid's; what an author wrote
    stands in quotation marks, with all but letters, digits and harmless marks as their numbers.
    """
    return "\n".join(_lines(picture)) + "\n"


def _lines(picture: Picture) -> Iterator[str]:
    ids = {box.id: f"n{number}" for number, box in enumerate(picture.boxes)}
    yield "flowchart TD"
    yield f"  accTitle: {_escaped(picture.title)}"
    yield f"  accDescr: {_escaped(picture.description)}"
    for box in picture.boxes:
        opening, closing = _OPEN_CLOSE[box.kind]
        yield f"  {ids[box.id]}{opening}{_label(box_lines(box))}{closing}"
    for way in picture.ways:
        arrow = "==>" if way.steps else "-->"
        yield f'  {ids[way.source]} {arrow}|"{_label(way_lines(way, picture.marks))}"| {ids[way.target]}'
    for number, (words, target) in enumerate(picture.interrupts):
        yield f'  i{number}>"{_escaped(words)}"] -.-> {ids[target]}'
    yield "  classDef opens stroke-width:3px"
    yield f"  class {ids[picture.opens]} opens"


def _label(lines: Iterable[str]) -> str:
    return "<br/>".join(map(_escaped, lines))


def _escaped(text: str) -> str:
    return _NOT_PLAIN.sub(lambda found: f"#{ord(found[0])};", text)
