"""The picture in the language of Graphviz."""

from collections.abc import Iterator

from simulator.analysis.picture.labels import box_lines, way_lines
from simulator.analysis.picture.marks import Marks
from simulator.analysis.picture.parts import Kind, Picture, Way

_SHAPES = {
    Kind.BEAT: "shape=box, style=rounded",
    Kind.ENDING: "shape=box, peripheries=2",
    Kind.STOPPED: "shape=octagon",
}


def dot(picture: Picture) -> str:
    """The text of the digraph; ends in a line feed."""
    return "\n".join(_lines(picture)) + "\n"


def _lines(picture: Picture) -> Iterator[str]:
    title = _quoted(picture.title)
    yield f"digraph {title} {{"
    yield f'  graph [label={title}, labelloc=t, charset="UTF-8", rankdir=TB]'
    yield '  node [fontname="sans-serif", fontsize=11]'
    yield '  edge [fontname="sans-serif", fontsize=9]'
    for box in picture.boxes:
        bold = ", penwidth=2" if box.id == picture.opens else ""
        yield f"  {_quoted(box.id)} [{_SHAPES[box.kind]}, label={_quoted(*box_lines(box))}{bold}]"
    for way in picture.ways:
        yield f"  {_quoted(way.source)} -> {_quoted(way.target)} [{_look(way, picture.marks)}]"
    for number, (words, target) in enumerate(picture.interrupts, start=1):
        note = _quoted(f"interrupt {number}")
        yield f"  {note} [shape=note, style=dashed, label={_quoted(words)}]"
        yield f"  {note} -> {_quoted(target)} [style=dotted]"
    yield "}"


def _look(way: Way, marks: Marks) -> str:
    label = f"label={_quoted(*way_lines(way, marks))}"
    if way.steps:
        return f"{label}, style=bold, penwidth=2.5"
    return label if way.parts else f"{label}, style=dashed"


def _quoted(*lines: str) -> str:
    """Lines as one quoted string; within it only quotation marks and backslashes mean anything."""
    joined = "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return f'"{joined}"'
