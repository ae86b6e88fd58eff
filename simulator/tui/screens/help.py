"""Every key, and what the parts of the screen mean."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widgets import Static

from simulator.practice.words import PARTS, TERMS, Page
from simulator.tui.screens.page import PageScreen, paragraphs
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.keybar import LEAVE, SAFETY, Key
from simulator.tui.widgets.words import Words, content

_ANYWHERE = (
    ("Esc Esc, F12", "leave at once; the screen is emptied"),
    ("?, F1", "this page"),
    ("s", "the safety page"),
    ("Esc", "back from a page or a list"),
    ("PgUp PgDn", "a page up and down, wherever there is more to read"),
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
    ("q", "leave the talk; it asks first, and says whether the talk can be picked up again"),
)
_AFTER = (
    ("1 to 4", "choose where to go"),
    ("Esc", "look at the talk once more"),
)
_SHAPES = (
    ("▸", "the tension now"),
    ("─  ┊", "where a stance begins"),
    ("◆", "the stance the other one is in now"),
    ("◇", "the level to which tension has to come down before that stance can lift"),
    ("▲ ▼", "more, less; two of them: much"),
    ("an empty bar", "has stopped asking: low, and a loss"),
)
_PLAIN = (
    "For a screen reader, or a terminal without a full screen, `simulator play NAME --as pursuer "
    "--plain` (or `--as withdrawer`) plays the same talk line by line."
)
_WIDTH = 15


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
        yield from _section("After a talk", _AFTER)
        yield from _section("Among the scenarios", _HOME)
        yield Words("What the screen shows", classes="heading section")
        for part in PARTS:
            yield Static(Hanging(content(part.means), content(f"{part.name:<{_WIDTH}}", "bold")))
        yield from _section("The shapes on the meters", _SHAPES)
        yield Words(_PLAIN)
        yield Words(TERMS.title, classes="heading section")
        yield from paragraphs(TERMS.parts)


def _section(name: str, keys: tuple[tuple[str, str], ...]) -> Iterable[Static]:
    yield Words(name, classes="heading section")
    for key, does in keys:
        entry = Hanging(content(does), content(f"{key:<{_WIDTH}}", "$primary bold"))
        yield Static(entry, classes="tight")
    yield Static("", classes="tight")
