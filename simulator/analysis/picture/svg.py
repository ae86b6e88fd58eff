"""The picture as SVG, drawn by ourselves: one file that needs no other program and no font."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from simulator.analysis.picture.blocks import LEADING, NAME, SMALL, TEXT, Block, loop_room
from simulator.analysis.picture.layout import Layout, Line, Put, laid_out
from simulator.analysis.picture.legend import described, legend
from simulator.analysis.picture.measure import BOLD, wrapped
from simulator.analysis.picture.net import PieceKind
from simulator.analysis.picture.parts import Box, Kind, Picture, Way
from simulator.analysis.picture.style import SCOPE, style

TITLE = 17.0
_MARGIN = 14.0
_GUTTER = 46.0
"""at the left, for how many replies it takes"""
_LEAST_WIDTH = 420.0
_ROUND = {Kind.BEAT: 4.0, Kind.ENDING: 14.0, Kind.STOPPED: 0.0}


def svg(picture: Picture) -> str:
    """The text of the file; ends in a line feed."""
    return _Drawing(picture, laid_out(picture)).text()


class _Drawing:
    def __init__(self, picture: Picture, layout: Layout) -> None:
        self._picture = picture
        self._layout = layout
        self._width = max(_LEAST_WIDTH, layout.width + _GUTTER) + 2 * _MARGIN
        self._root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": SCOPE,
                "role": "img",
                "aria-labelledby": "title description",
                "lang": "en",
            },
        )

    def text(self) -> str:
        self._about()
        page = _into(self._root, "rect", class_="page", width="100%", height="100%")
        top = self._head()
        height = top + self._layout.height + _MARGIN
        page.set("height", _n(height))
        self._root.set("viewBox", f"0 0 {_n(self._width)} {_n(height)}")
        self._root.set("width", _n(self._width))
        self._root.set("height", _n(height))
        self._depths(top)
        left = _MARGIN + _GUTTER
        body = _into(self._root, "g", transform=f"translate({_n(left)} {_n(top)})")
        self._lines(body)
        for put in self._layout.puts:
            self._piece(body, put)
        return ET.tostring(self._root, encoding="unicode") + "\n"

    def _about(self) -> None:
        _into(self._root, "title", self._picture.title, id="title")
        _into(self._root, "desc", described(self._picture), id="description")
        _into(self._root, "style", style(NAME, TEXT, SMALL, TITLE))
        defs = _into(self._root, "defs")
        for name, size in (("head", 7), ("head best", 3.6)):
            marker = _into(
                defs,
                "marker",
                id=name.replace(" ", "-"),
                viewBox="0 0 8 8",
                refX="7",
                refY="4",
                markerWidth=str(size),
                markerHeight=str(size),
                orient="auto",
            )
            _into(marker, "path", class_=name, d="M0 0.5 L8 4 L0 7.5 z")

    def _head(self) -> float:
        room, top = self._width - 2 * _MARGIN, _MARGIN
        for words, size, look in self._headings():
            for line in wrapped(words, size * (BOLD if look == "title" else 1), room):
                _into(self._root, "text", line, class_=look, x=_n(_MARGIN), y=_n(top + size))
                top += size * LEADING
            top += 3
        return top + 12

    def _headings(self) -> Iterator[tuple[str, float, str]]:
        yield self._picture.title, TITLE, "title"
        yield from ((words, TEXT, "legend") for words in legend(self._picture))

    def _depths(self, top: float) -> None:
        for at, depth in self._layout.depths:
            y = _n(top + at - 5)
            right = _n(self._width - _MARGIN)
            _into(self._root, "line", class_="depths", x1=_n(_MARGIN), y1=y, x2=right, y2=y)
            words = ("at the", "opening") if depth == 0 else _after(depth)
            for number, line in enumerate(words):
                below = top + at + SMALL + number * SMALL * LEADING
                _into(self._root, "text", line, class_="depth", x=_n(_MARGIN), y=_n(below))

    def _lines(self, body: ET.Element) -> None:
        for line in sorted(self._layout.lines, key=lambda line: line.look.best):
            look = line.look
            on = [name for name in ("best", "dashed", "dotted") if getattr(look, name)]
            drawn = _into(body, "path", class_=" ".join(["line", *on]), d=_path(line))
            if look.arrow:
                drawn.set("marker-end", "url(#head-best)" if look.best else "url(#head)")

    def _piece(self, body: ET.Element, put: Put) -> None:
        kind, at = put.piece.kind, put.piece.at
        if kind is PieceKind.TRUNK:
            return
        group = _into(body, "g", transform=f"translate({_n(put.left)} {_n(put.top)})")
        if kind is PieceKind.BOX:
            self._box(group, put, self._picture.boxes[at])
        elif kind is PieceKind.NOTE:
            _rect(group, put.piece.block, "note", 3)
        else:
            _into(group, "title", _way_words(self._picture.ways[at]))
            _rect(group, put.piece.block, "mask", 0)
        _write(group, put.piece.block)

    def _box(self, group: ET.Element, put: Put, box: Box) -> None:
        looks = ["box", box.kind.value]
        looks += ["opens"] if box.id == self._picture.opens else []
        best = {beat for beat, _ in self._picture.marks.best} | {self._picture.marks.ending}
        looks += ["best"] if box.id in best else []
        if box.words:
            _into(group, "title", box.words)
        if put.piece.loop is not None:
            self._loop(group, put.piece.block, put.piece.loop, box.id)
        _rect(group, put.piece.block, " ".join(looks), _ROUND[box.kind])
        if box.kind is not Kind.BEAT:
            _rect(group, put.piece.block, "inner", _ROUND[box.kind] - 3, inside=3.0)

    def _loop(self, group: ET.Element, block: Block, label: Block, name: str) -> None:
        way = next(w for w in self._picture.ways if w.source == w.target == name)
        right, low, high = (
            block.width,
            block.height * 0.35,
            min(block.height * 0.35 + 22, block.height - 4),
        )
        out = right + loop_room(label) - label.width
        path = f"M{_n(right)} {_n(low)} C{_n(out)} {_n(low - 8)} {_n(out)} {_n(high + 8)} {_n(right)} {_n(high)}"
        look = "line best" if way.steps else "line"
        _into(
            group,
            "path",
            class_=look,
            d=path,
            marker_end=f"url(#{'head-best' if way.steps else 'head'})",
        )
        middle = (low + high - label.height) / 2
        beside = _into(group, "g", transform=f"translate({_n(out - 2)} {_n(middle)})")
        _into(beside, "title", _way_words(way))
        _write(beside, label)


def _after(depth: int) -> tuple[str, str]:
    return f"after {depth}", "reply" if depth == 1 else "replies"


def _way_words(way: Way) -> str:
    parts = "; ".join(
        f"{', '.join(replies)} {condition}".strip() for replies, condition in way.parts
    )
    return f"{way.source} to {way.target}: {parts or 'where its outcome cannot be called so'}"


def _path(line: Line) -> str:
    """Upright, aside between the ranks, upright; from the end that has no arrow."""
    (x1, y1), (x2, y2) = line.upper, line.lower
    start, end = line.turn
    half = _n((start + end) / 2)
    low = y2 + line.through
    if line.look.arrow < 0:
        aside = f"C{_n(x2)} {half} {_n(x1)} {half} {_n(x1)} {_n(start)}"
        return f"M{_n(x2)} {_n(low)}{_upright(low, end)} {aside}{_upright(start, y1)}"
    aside = f"C{_n(x1)} {half} {_n(x2)} {half} {_n(x2)} {_n(end)}"
    return f"M{_n(x1)} {_n(y1)}{_upright(y1, start)} {aside}{_upright(end, low)}"


def _upright(start: float, end: float) -> str:
    """Nothing where there is no way to go: an arrow at the end of nothing has no direction."""
    return "" if _n(start) == _n(end) else f" V{_n(end)}"


def _rect(group: ET.Element, block: Block, look: str, rounded: float, *, inside: float = 0) -> None:
    _into(
        group,
        "rect",
        class_=look,
        x=_n(inside),
        y=_n(inside),
        width=_n(block.width - 2 * inside),
        height=_n(block.height - 2 * inside),
        rx=_n(max(0, rounded)),
    )


def _write(group: ET.Element, block: Block) -> None:
    for left, top, width, height, words in block.titles:
        area = _into(
            group, "rect", x=_n(left), y=_n(top), width=_n(width), height=_n(height),
            fill_opacity="0",
        )  # fmt: skip
        _into(area, "title", words)
    for words, x, y, look, middle, tail in block.texts:
        name = f"{look} middle" if middle else look
        text = _into(group, "text", words, class_=name, x=_n(x), y=_n(y))
        if tail:
            _into(text, "tspan", tail, class_="small", dx="4")
    for number, x, y in block.badges:
        _into(group, "circle", class_="badge", cx=_n(x), cy=_n(y), r="6.6")
        _into(group, "text", str(number), class_="number middle", x=_n(x), y=_n(y + SMALL * 0.36))


def _into(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """A new element; an underscore in an attribute's name stands for a dash, or for nothing."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, named)
    element.text = text
    return element


def _n(number: float) -> str:
    """At most one place after the point."""
    return f"{number:.1f}".removesuffix(".0")
