"""How the picture looks: light, dark, and on paper. Nothing is told by colour alone."""

SCOPE = "talk-graph"
"""class of the drawing: its rules reach nothing else on a page it is put into"""
FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"

_LIGHT = """
.page, .mask {fill: #ffffff}
.beat {fill: #f4f6f8; stroke: #51606e}
.ending, .inner {fill: #fbf6ea; stroke: #6b5a2b}
.note {fill: #ffffff; stroke: #51606e}
.stopped {fill: #f7e9e7; stroke: #8a3b30}
.line {stroke: #74828f}
.line.best, .box.best {stroke: #12324d}
.head {fill: #74828f}
.head.best, .badge {fill: #12324d}
.number {fill: #ffffff}
text {fill: #1b242c}
.small, .odds, .depth {fill: #4c5a67}
.depths {stroke: #c9d1d8}
"""

_DARK = """
.page, .mask {fill: #14191e}
.beat {fill: #1f272e; stroke: #93a3b1}
.ending, .inner {fill: #2b2718; stroke: #c9b67a}
.note {fill: #14191e; stroke: #93a3b1}
.stopped {fill: #33201d; stroke: #d98b7f}
.line {stroke: #8593a0}
.line.best, .box.best {stroke: #e4eef7}
.head {fill: #8593a0}
.head.best, .badge {fill: #e4eef7}
.number {fill: #14191e}
text {fill: #e6ebef}
.small, .odds, .depth {fill: #b4c0ca}
.depths {stroke: #3a454f}
"""

_ONE_PAGE = f".{SCOPE} {{max-width: 100%; max-height: 100vh}}\n"


def style(name: float, text: float, small: float, title: float) -> str:
    """The style sheet for these sizes of letters, in pixels."""
    shapes = f"""
text {{font-family: {FONT}; font-size: {text}px}}
.title {{font-size: {title}px; font-weight: bold}}
.name {{font-size: {name}px; font-weight: bold}}
.letter {{font-weight: bold}}
.chosen {{font-weight: bold}}
.small, .odds, .depth {{font-size: {small}px; font-weight: normal}}
.label {{font-size: {small}px; font-weight: bold}}
.number {{font-size: {small}px; font-weight: bold}}
.middle {{text-anchor: middle}}
.box {{stroke-width: 1.2px}}
.box.opens {{stroke-width: 2.6px}}
.box.best {{stroke-width: 2.6px}}
.note {{stroke-dasharray: 4 3}}
.line {{fill: none; stroke-width: 1.1px}}
.line.best {{stroke-width: 3px}}
.line.dashed {{stroke-dasharray: 7 4}}
.line.dotted {{stroke-dasharray: 1.5 3.5; stroke-width: 1.6px}}
.depths {{stroke-width: 1px}}
"""
    dark = f"@media (prefers-color-scheme: dark) {{{_scoped(_DARK)}}}"
    on_paper = f"@media print {{{_ONE_PAGE}{_scoped(_LIGHT)}}}"
    return "\n".join((_scoped(shapes), _scoped(_LIGHT), dark, on_paper))


def _scoped(rules: str) -> str:
    """Each rule, a line each, for what is in the drawing only."""
    return "\n".join(map(_of_drawing, rules.strip().splitlines()))


def _of_drawing(rule: str) -> str:
    selectors, _, body = rule.partition(" {")
    return f"{', '.join(f'.{SCOPE} {one}' for one in selectors.split(', '))} {{{body}"
