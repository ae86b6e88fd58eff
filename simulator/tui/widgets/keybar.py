"""The line of keys at the bottom, which the mouse can press too."""

from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget


class Key(NamedTuple):
    """One entry."""

    key: str
    """as printed on the keyboard"""
    does: str
    action: str | None = None
    """run on a click: an action's name such as `app.help`; `None` where a click has no sense"""


HELP = Key("?", "help", "app.help")
SAFETY = Key("s", "safety", "app.safety")
LEAVE = Key("Esc Esc", "leave at once", "app.leave")
MOST = 6
_GAPS = ("   ", "  ")
_META = "action"


class KeyBar(Widget):
    """At most six keys; breaks between entries, never inside one."""

    DEFAULT_CSS = "KeyBar { height: auto; padding: 0 1; background: $panel; color: $quiet; }"

    def __init__(self, *keys: Key) -> None:
        super().__init__()
        self._entries = _entries(keys)

    def show(self, *keys: Key) -> None:
        """Show other keys."""
        self._entries = _entries(keys)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the entries need."""
        return len(_lines(self._entries, width))

    def render(self) -> Content:
        """The entries, line by line."""
        return Content("\n").join(_lines(self._entries, self.content_size.width))

    async def on_click(self, event: Click) -> None:
        """Do what the entry under the mouse does."""
        if action := event.style.meta.get(_META):
            await self.run_action(str(action))


def _entries(keys: tuple[Key, ...]) -> list[Content]:
    if len(keys) > MOST:
        raise ValueError(f"{len(keys)} keys, but {MOST} are as many as one takes in")
    return [_entry(key) for key in keys]


def _entry(key: Key) -> Content:
    entry = Content.assemble((key.key, "$primary bold"), " ", key.does)
    return entry.stylize(Style.from_meta({_META: key.action})) if key.action else entry


def _lines(entries: list[Content], width: int) -> list[Content]:
    for gap in _GAPS:
        line = Content(gap).join(entries)
        if line.cell_length <= width:
            return [line]
    return _broken(entries, width)


def _broken(entries: list[Content], width: int) -> list[Content]:
    lines: list[Content] = []
    for entry in entries:
        if lines and lines[-1].cell_length + len(_GAPS[-1]) + entry.cell_length <= width:
            lines[-1] = Content(_GAPS[-1]).join([lines[-1], entry])
        else:
            lines.append(entry)
    return lines
