"""The line of keys at the bottom, which the mouse can press too."""

from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from simulator.language import N_, _
from simulator.practice.keys import BOUND, label, labels, spelt
from simulator.tui.host import prefs_of


class Key(NamedTuple):
    """One entry. It shows the key in force, whatever key is written here."""

    key: str
    """as printed on the keyboard"""
    does: str
    """marked; shown in the language in use"""
    action: str | None = None
    """run on a click: an action's name such as `app.help`; `None` where a click has no sense"""
    ids: tuple[str, ...] = ()
    """of what the keys do, where there are several, or where no action says it"""


_CHOOSING = ("list.up", "list.down", "list.choose")
_READING = ("page.up", "page.down")
HELP = Key("?", N_("help"), "app.help")
SAFETY = Key("s", N_("safety"), "app.safety")
LEAVE = Key("Esc Esc", N_("leave at once"), "app.leave", ("app.leave",))
BACK = Key("Esc", N_("back"), "screen.back")
CHOOSE = Key("↑↓ Enter", N_("choose"), ids=_CHOOSING)
CHANGE = Key("↑↓ Enter", N_("change"), ids=_CHOOSING)
READ = Key("↑↓", N_("read"), ids=_READING)
MOST = 6
_GAPS = ("   ", "  ")
_META = "action"


class KeyBar(Widget):
    """At most six keys; breaks between entries, never inside one."""

    DEFAULT_CSS = "KeyBar { height: auto; padding: 0 1; background: $panel; color: $quiet; }"

    def __init__(self, *keys: Key) -> None:
        super().__init__()
        self._keys = _few(keys)

    def show(self, *keys: Key) -> None:
        """Show other keys."""
        if self._keys == _few(keys):
            return
        width = self.content_size.width
        before = len(_lines(self._entries(), width))
        self._keys = _few(keys)
        self.refresh(layout=len(_lines(self._entries(), width)) != before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the entries need."""
        return len(_lines(self._entries(), width))

    def render(self) -> Content:
        """The entries, line by line."""
        return Content("\n").join(_lines(self._entries(), self.content_size.width))

    def _entries(self) -> list[Content]:
        return [_entry(self._printed(key), key) for key in self._keys]

    def _printed(self, key: Key) -> str:
        """The key in force, as printed on the keyboard."""
        chosen = prefs_of(self).keys
        ids = key.ids or self._bound(key)
        if ids == LEAVE.ids or not chosen.keys() & set(ids):
            return _named(key)
        return labels(ids, chosen)

    def _bound(self, key: Key) -> tuple[str, ...]:
        """The id of the binding that the entry stands for: of its action, and with its key."""
        where, _dot, action = (key.action or "").partition(".")
        node = {"screen": self.screen, "app": self.app}.get(where)
        if node is None:
            return ()
        for one, binding in node._bindings:  # noqa: SLF001 (a node's own bindings have no other name)
            id_ = str(binding.id)
            if binding.action == action and id_ in BOUND and label(spelt(one)) == _named(key):
                return (id_,)
        return ()

    async def on_click(self, event: Click) -> None:
        """Do what the entry under the mouse does."""
        if action := event.style.meta.get(_META):
            await self.run_action(str(action))


def _few(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    if len(keys) > MOST:
        raise ValueError(f"{len(keys)} keys, but {MOST} are as many as one takes in")
    return keys


def _named(key: Key) -> str:
    return " ".join(_(part) if len(part) > 1 else part for part in key.key.split(" "))


def _entry(printed: str, key: Key) -> Content:
    entry = Content.assemble((printed, "$primary bold"), " ", _(key.does))
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
