"""Settings on the screen: each explained, changed by keys and mouse, kept; keys of one's own."""

import shutil
from pathlib import Path

import pytest

from simulator.practice.key_choices import checked
from simulator.practice.keys import BOUND, PLACES, in_force, label
from simulator.practice.places import settings_file
from simulator.practice.settings import load
from simulator.practice.settings_words import all_settings
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.keys import KeysScreen, PressScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.safety import SafetyScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.numbered import Numbered
from tests.tui.frame import READ, app_of, opened, press, read, said

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A library with one scenario."""
    folder, shipped = tmp_path / "own", tmp_path / "shipped"
    folder.mkdir()
    shipped.mkdir()
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: shipped)
    return Path(shutil.copy(SMALL, folder / "small.yaml"))


async def test_each_setting_is_explained_where_one_is(home: Path) -> None:
    async with opened(size=(120, 40)) as pilot:
        await press(pilot, "o")
        for setting in all_settings():
            shown = said(pilot)
            assert setting.called in shown
            assert " ".join(setting.means.split()) in shown
            await press(pilot, "down")
        assert "Every key of the program" in said(pilot)


async def test_every_value_is_reached_by_the_arrows_and_back(home: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "o")
        for setting in all_settings():
            before = getattr(app_of(pilot).prefs, setting.name)
            for _ in setting.values:
                await pilot.press("right")
            assert getattr(app_of(pilot).prefs, setting.name) == before
            await press(pilot, "left")
            at = setting.values.index(before)
            assert getattr(app_of(pilot).prefs, setting.name) == setting.values[at - 1]
            await press(pilot, "right", "down")


async def test_the_width_of_the_lines_changes_by_steps_and_is_kept(home: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "o", "8", "right", "left", "left", "left")
        assert "Width of the lines 80" in said(pilot)
    assert load().settings.text_width == 80


async def test_a_width_of_ones_own_goes_on_to_the_next_step(home: Path) -> None:
    async with opened(READ._replace(text_width=50)) as pilot:
        await press(pilot, "o", "8")
        assert app_of(pilot).prefs.text_width == 52


async def test_the_mouse_changes_a_setting_as_enter_does(home: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "o")
        await pilot.click(Numbered, offset=(8, 2))
        await pilot.pause()
        assert app_of(pilot).prefs.coaching == "after"
        assert "▸afterwards" in said(pilot)


async def test_another_key_by_pressing_it_and_the_usual_one_again(own: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "o", "up", "enter")
        assert isinstance(pilot.app.screen, KeysScreen)
        pilot.app.screen.query_one(Choices).go_to("play.undo")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PressScreen)
        assert "Take the last reply back" in said(pilot)
        await press(pilot, "z")
        assert "z take the last reply back your own" in said(pilot)
        assert load().settings.keys == {"play.undo": "z"}
        await press(pilot, "backspace")
        assert load().settings.keys == {}
        await press(pilot, "escape")
        assert "Keys the usual ones" in said(pilot)


async def test_a_key_that_has_another_meaning_there_is_not_taken(own: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "o", "up", "enter")
        for key, why in (("t", "“play.thoughts” has it"), ("s", "“app.safety” has it")):
            pilot.app.screen.query_one(Choices).go_to("play.undo")
            await press(pilot, "enter", key)
            assert isinstance(pilot.app.screen, KeysScreen)
            assert why in said(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, KeysScreen)
        assert app_of(pilot).prefs.keys == {}


async def test_the_usual_key_chosen_again_is_not_ones_own(own: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "o", "up", "enter")
        for before in ({}, {"play.undo": "z"}):
            app_of(pilot).choose(keys=before)
            pilot.app.screen.query_one(Choices).go_to("play.undo")
            await press(pilot, "enter", "u")
            assert app_of(pilot).prefs.keys == {}
            assert "your own" not in read(pilot)


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_of_many_faults_some_are_named_at_home_and_all_in_the_settings(
    home: Path, size: tuple[int, int]
) -> None:
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("terms_accepted = true\n" + "".join(f"odd_{n} = 1\n" for n in range(1, 10)))
    async with opened(None, size=size) as pilot:
        for words in ("What would you like to practise?", "odd_1", "odd_2", "7 more things"):
            assert words in said(pilot)
        assert "odd_3" not in said(pilot)
        assert pilot.app.screen.query_one(Choices).size.height > 0
        await press(pilot, "o", "tab", "end")
        assert "odd_9" in said(pilot)
        await press(pilot, "home")
        assert "odd_1" in said(pilot)


def test_a_key_that_is_not_known_comes_with_the_nearest_that_is() -> None:
    for given, near in (("esc", "escape"), ("pgup", "pageup")):
        [why] = checked({"play.undo": given}).problems
        assert f"Did you mean “{near}”?" in why


async def test_what_leaves_at_once_stays_whatever_is_chosen(own: Path) -> None:
    async with opened(READ._replace(keys={"app.leave": "x"})) as pilot:
        await press(pilot, "o", "up", "enter", "enter")
        assert isinstance(pilot.app.screen, PressScreen)
        await pilot.press("f12")
    assert app_of(pilot).left_at_once
    async with opened(READ._replace(keys={"app.leave": "x"})) as pilot:
        await pilot.press("x")
    assert app_of(pilot).left_at_once
    async with opened(READ._replace(keys={"app.leave": "x"})) as pilot:
        await pilot.press("escape", "escape")
    assert app_of(pilot).left_at_once


async def test_the_keys_in_force_are_those_one_reads_of(own: Path) -> None:
    keys = {"app.safety": "f3", "home.learn": "v", "list.down": "n", "page.back": "x"}
    async with opened(READ._replace(keys=keys), size=(120, 40)) as pilot:
        assert "v learn p progress h homework ? help F3 safety Esc Esc" in said(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "f3")
        assert isinstance(pilot.app.screen, SafetyScreen)
        assert "x back" in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SafetyScreen)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_help_lists_every_key_as_it_is_now(home: Path) -> None:
    keys = {"play.undo": "z", "app.help": "f4"}
    async with opened(READ._replace(keys=keys), size=(140, 200)) as pilot:
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, HelpScreen)
        shown = said(pilot)
        for place in PLACES:
            for bound in place.bound:
                names = ", ".join(label(key) for key in in_force(bound.id, keys))
                if bound.id != "app.leave":
                    assert f"{names} {bound.does}" in shown
        assert "z take the last reply back" in shown


async def test_a_key_of_ones_own_takes_a_reply_back(own: Path) -> None:
    async with opened(READ._replace(keys={"play.undo": "z", "brief.back": "x"})) as pilot:
        await press(pilot, "enter", "1", "enter")
        assert "x to the talk" in said(pilot)
        await press(pilot, "x")
        screen = pilot.app.screen
        assert isinstance(screen, PlayScreen)
        assert "z undo" in said(pilot)
        screen.sitting.choose("stranger")
        await press(pilot, "u")
        assert len(screen.sitting.turns) == 1
        await press(pilot, "z")
        assert not screen.sitting.turns


async def test_to_be_discreet_is_to_name_nothing(own: Path) -> None:
    async with opened(READ._replace(discreet=True)) as pilot:
        assert "Talk 1" in read(pilot)
        assert app_of(pilot).title == "Practice"
        assert read(pilot).splitlines()[0].split() == ["Practice"]
        assert "The spare key" not in read(pilot)
        for _ in range(4):
            await press(pilot, "enter")
            assert read(pilot).splitlines()[0].split() == ["Practice"]
        assert isinstance(pilot.app.screen, PlayScreen)
        assert "The spare key" not in read(pilot)


async def test_neutral_names_come_and_go_with_the_setting(own: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "o", "9")
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert app_of(pilot).title == "Practice"
        await press(pilot, "9", "escape")
        assert "Dialogue practice" in read(pilot)


def test_every_id_stands_once_in_the_table() -> None:
    assert len(BOUND) == sum(len(place.bound) for place in PLACES)
