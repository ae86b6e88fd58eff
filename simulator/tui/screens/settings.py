"""The few things one can set, each changed by Enter and seen at once."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.practice.places import settings_file
from simulator.practice.settings import MOTION_NAMES, THEME_NAMES, Settings
from simulator.tui.host import host
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

_SHAPE = {"high-contrast": "high contrast"}


class SettingsScreen(Screen[None]):
    """Colours, motion, thoughts, and whether intimacy is listed."""

    DEFAULT_CSS = "SettingsScreen .notice { height: auto; color: $quiet; padding: 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,o", "back", "back")]

    def compose(self) -> ComposeResult:
        """A list of what can be set, as it stands."""
        here = host(self)
        yield TopBar()
        yield Words("Settings", classes="heading intro")
        yield Choices(_entries(here.prefs))
        yield Words(_about(here.notices), classes="notice")
        yield KeyBar(
            Key("↑↓ Enter", "change"),
            Key("Esc", "back", "screen.back"),
            HELP,
            SAFETY,
            LEAVE,
        )

    @on(OptionList.OptionSelected)
    def change(self, event: OptionList.OptionSelected) -> None:
        """To the next value of what was chosen."""
        here, name = host(self), str(event.option_id)
        here.choose(**{name: _next(here.prefs, name)})
        self.query_one(Choices).fill(_entries(here.prefs))
        self.query_one(".notice", Words).show(_about(here.notices))

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)


def _about(notices: tuple[str, ...]) -> str:
    return "\n".join(notices) or f"Kept in {settings_file()}"


def _next(prefs: Settings, name: str) -> str | bool:
    match name:
        case "theme":
            return _after(prefs.theme, THEME_NAMES)
        case "motion":
            return _after(prefs.motion, MOTION_NAMES)
        case _:
            return not getattr(prefs, name)


def _after(value: str, values: tuple[str, ...]) -> str:
    return values[(values.index(value) + 1) % len(values)]


def _entries(prefs: Settings) -> list[tuple[str, Content]]:
    closeness = "shown" if prefs.show_intimacy else "hidden"
    return [
        _entry("theme", "Colours", _SHAPE.get(prefs.theme, prefs.theme)),
        _entry("motion", "Motion", prefs.motion),
        _entry("thoughts", "What the other one thinks", "shown" if prefs.thoughts else "not shown"),
        _entry("show_intimacy", "Scenarios about physical closeness", closeness),
    ]


def _entry(name: str, what: str, value: str) -> tuple[str, Content]:
    return name, Content.assemble(content(what), "  ", content(value, "$primary bold"))
