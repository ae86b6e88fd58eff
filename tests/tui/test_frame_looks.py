"""Colours, their absence, motion, and the small parts every screen is made of."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content

from simulator.practice.settings import THEME_NAMES, load
from simulator.tui.themes import THEMES
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import LEAVE, MOST, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words
from tests.tui.frame import READ, app_of, opened, press, read, said

TEXT = ("foreground", "quiet", "primary", "secondary", "warning", "error", "success")
METERS = ("tension", "connection", "hope", "you")
GROUNDS = ("background", "panel", "cursor")


def test_every_theme_that_can_be_chosen_is_there() -> None:
    assert tuple(THEMES) == THEME_NAMES


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", [*TEXT, *METERS])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_in_every_theme(name: str, ink: str, ground: str) -> None:
    theme = THEMES[name]
    colours = {**theme.to_color_system().generate(), **theme.variables}
    least = 7.0 if name == "high-contrast" else 4.5
    assert _contrast(Color.parse(colours[ink]), Color.parse(colours[ground])) >= least


def _contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", THEMES)
async def test_each_theme_stands_from_the_first_frame(name: str) -> None:
    async with opened(READ._replace(theme=name)) as pilot:
        assert pilot.app.current_theme is THEMES[name]
        background = pilot.app.screen.styles.background
        assert background == Color.parse(THEMES[name].background or "")


async def test_settings_are_seen_at_once_and_kept(home: Path) -> None:
    async with opened(READ) as pilot:
        await press(pilot, "o", "enter")
        assert pilot.app.current_theme is THEMES["light"]
        assert "Colours light" in said(pilot)
        await press(pilot, "2", "6", "down", "enter")
        assert pilot.app.animation_level == "none"
    expected = READ._replace(theme="light", motion="reduced", thoughts=True, meters="words")
    assert load().settings == expected


async def test_reduced_motion_from_the_start() -> None:
    async with opened(READ._replace(motion="reduced")) as pilot:
        assert pilot.app.animation_level == "none"


async def test_without_colour_a_shape_says_where_one_is(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(READ) as pilot:
        assert pilot.app.no_color
        assert read(pilot).count("▸ First words") == 1


async def test_the_window_has_a_neutral_title() -> None:
    async with opened(READ) as pilot:
        assert app_of(pilot).title == "Dialogue practice"


class Host(App[None]):
    """Ten lines to hang a widget in."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES["dark"].variables

    def compose(self) -> ComposeResult:
        yield TopBar("[/] the talk about [b]May[/b]")
        yield Words("tick \x1b[31m\u202e[she left] [@click=app.bell]here[/]\x07")
        yield Choices((str(n), Content(f"entry {n}")) for n in range(3))
        yield KeyBar(Key("b", "bell", "app.bell"), LEAVE)


async def test_words_lose_what_could_steer_a_terminal_and_nothing_else() -> None:
    app = Host()
    async with app.run_test(size=(80, 10)) as pilot:
        assert "tick [31m[she left] [@click=app.bell]here[/]" in read(pilot)


async def test_the_top_line_prefers_where_one_is() -> None:
    app = Host()
    async with app.run_test(size=(80, 10)) as pilot:
        top = " ".join(read(pilot).splitlines()[0].split())
        assert top == "Dialogue practice [/] the talk about [b]May[/b]"
    app = Host()
    async with app.run_test(size=(40, 10)) as pilot:
        assert "Dialogue" not in read(pilot).splitlines()[0]


async def test_a_key_at_the_bottom_can_be_clicked() -> None:
    app = Host()
    rung: list[bool] = []
    app.action_bell = lambda: rung.append(True)  # type: ignore[attr-defined]
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.click(KeyBar, offset=(1, 0))
        await pilot.pause()
    assert rung == [True]


def test_more_than_six_keys_are_too_many() -> None:
    with pytest.raises(ValueError, match="6"):
        KeyBar(*[Key("x", "y")] * (MOST + 1))


async def test_a_list_is_chosen_from_by_number_arrows_and_mouse() -> None:
    chosen: list[str | None] = []

    class Listening(Host):
        def on_option_list_option_selected(self, event: Choices.OptionSelected) -> None:
            chosen.append(event.option_id)

    async with Listening().run_test(size=(80, 12)) as pilot:
        await pilot.press("3", "up", "enter", "9", "k", "space")
        await pilot.click(Choices, offset=(4, 4))
        await pilot.pause()
    assert chosen == ["2", "1", "0", "2"]
