"""Every key, and what the parts of the screen mean."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widgets import Static

from simulator.practice.words import PARTS, Page
from simulator.tui.screens.page import PageScreen
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.keybar import LEAVE, SAFETY, Key
from simulator.tui.widgets.words import Words, content

_ANYWHERE = (
    ("Esc Esc, F12", "leave at once; the screen is emptied"),
    ("?, F1", "this page"),
    ("s", "the safety page"),
    ("Esc", "back"),
    ("↑ ↓ Enter", "choose from a list; a number does too, and so does the mouse"),
)
_HOME = (
    ("o", "settings: colours, motion, thoughts"),
    ("i", "show or hide scenarios about physical closeness"),
    ("q", "close the program"),
)
_PLAY = (
    ("1 to 9", "give that reply"),
    ("u", "take the last reply back"),
    ("t", "thoughts, on and off"),
    ("p", "the points behind what moved the meters"),
    ("b", "the brief once more"),
    ("PgUp PgDn", "earlier and later in the talk"),
    ("q", "leave the talk; it asks first, since talks are not kept"),
)
_PLAIN = (
    "For a screen reader, or a terminal without a full screen, `simulator play NAME --as pursuer "
    "--plain` (or `--as withdrawer`) plays the same talk line by line."
)
_WIDTH = 14


class HelpScreen(PageScreen):
    """Opens over any screen."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("↑↓", "read"),
        Key("Esc", "back", "screen.back"),
        SAFETY,
        LEAVE,
    )

    def __init__(self) -> None:
        super().__init__(Page("Help", ()))

    def body(self) -> Iterable[Static]:
        """Keys first, then the screen's parts."""
        yield from _section("Everywhere", _ANYWHERE)
        yield from _section("In a talk", _PLAY)
        yield from _section("Among the scenarios", _HOME)
        yield Words("What the screen shows", classes="heading section")
        for part in PARTS:
            yield Static(Hanging(content(part.means), content(f"{part.name:<{_WIDTH}}", "bold")))
        yield Words(_PLAIN)


def _section(name: str, keys: tuple[tuple[str, str], ...]) -> Iterable[Static]:
    yield Words(name, classes="heading section")
    for key, does in keys:
        entry = Hanging(content(does), content(f"{key:<{_WIDTH}}", "$primary bold"))
        yield Static(entry, classes="tight")
    yield Static("", classes="tight")
