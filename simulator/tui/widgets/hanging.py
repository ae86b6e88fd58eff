"""Text with a lead in the margin: "You", a number, a quiet bar. Line by line, never markup."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

MIN_BODY = 12
"""cells a body keeps at least; narrower than that the lead is dropped"""
ROOMY = 42
"""cells from which on a paragraph is set in as it asks"""


class Hanging(Visual):
    """A body whose first line has a lead before it, and whose other lines stand under the first.

    `then` stands before the other lines; by default it is as many spaces as the lead is wide.
    """

    def __init__(
        self,
        body: Content,
        lead: Content | str = "",
        then: Content | str = "",
        *,
        indent: int = 0,
    ) -> None:
        """`indent`: cells it is set in besides, where there is room."""
        self.body = body
        self.lead = lead if isinstance(lead, Content) else Content(lead)
        after = then if isinstance(then, Content) else Content(then)
        self.then = after or Content(" " * self.lead.cell_length)
        self._indent = indent
        self._laid: dict[int, list[Content]] = {}

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines at this width (cells)."""
        return [line_strip(line, style, options) for line in self.lines(width)[:height]]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Cells the text takes unwrapped."""
        return self.lead.cell_length + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 (the base's signature)
        """Lines at this width (cells)."""
        return len(self.lines(width))

    @property
    def plain(self) -> str:
        """The words, unstyled and unwrapped."""
        return self.lead.plain + self.body.plain

    def lines(self, width: int) -> Sequence[Content]:
        """The lines at this width (cells), kept: a list may ask at one and draw at another."""
        laid = self._laid.get(width)
        if laid is None:
            laid = self._laid[width] = self._lines(width)
        return laid

    def _lines(self, width: int) -> list[Content]:
        set_in = Content(" " * (self._indent if width >= ROOMY else 0))
        room = width - self.lead.cell_length - len(set_in)
        if room < MIN_BODY:
            return self.body.wrap(max(1, width))
        first, *rest = self.body.wrap(room)
        return [set_in + self.lead + first, *(set_in + self.then + line for line in rest)]


class Lines(Visual):
    """Lines that need no more breaking, one below the other."""

    def __init__(self, lines: Sequence[Content]) -> None:
        self._lines = lines

    def render_strips(
        self,
        width: int,  # noqa: ARG002 (the base's signature)
        height: int | None,
        style: Style,
        options: RenderOptions,
    ) -> list[Strip]:
        """The lines as they are."""
        return [line_strip(line, style, options) for line in self._lines[:height]]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Cells of the longest line."""
        return max((line.cell_length for line in self._lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 (the base's signature)
        """Lines there are."""
        return len(self._lines)


def line_strip(line: Content, style: Style, options: RenderOptions) -> Strip:
    """A line that needs no more breaking, drawn without Textual's trying to."""
    parts = line.render(style, end="", parse_style=options.get_style)
    segments = [Segment(text, (style + own).rich_style) for text, own in parts]
    return Strip(segments, line.cell_length)
