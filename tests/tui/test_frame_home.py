"""Home and the way from there to a talk."""

import shutil
from pathlib import Path
from typing import Literal

import pytest
from textual.pilot import Pilot

from simulator.practice import settings
from simulator.tui.opening import Wanted
from simulator.tui.over import PlayOver
from simulator.tui.screens.chair import ChairScreen, TemperScreen
from simulator.tui.screens.faults import FaultsScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.straight import StraightScreen
from tests.tui.frame import READ, app_of, at_rest, opened, press, read, said

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
HEAD = """\
format: 1
title: "{title}"
summary: "{summary}"
relationship: romantic
minutes: 5
level: 1
content_notes: [{notes}]
cast:
  pursuer: {{name: Teo, pronouns: he}}
  withdrawer: {{name: "{name}", pronouns: she}}
pursuer:
  brief: "…"
  opens: nowhere
"""


def head(title: str, *, summary: str = "…", notes: str = "", name: str = "Marit") -> str:
    return HEAD.format(title=title, summary=summary, notes=notes, name=name)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """The user's own folder of scenarios."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    return folder


@pytest.fixture
def small(own: Path) -> Path:
    """A scenario that can be played, alone in the library."""
    return Path(shutil.copy(SMALL, own / "small.yaml"))


@pytest.fixture(autouse=True)
def _only_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    shipped = tmp_path_factory.mktemp("shipped")
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: shipped)


async def test_the_library_says_what_a_scenario_is(own: Path) -> None:
    (own / "a.yaml").write_text(head("The letter", summary="A drawer.", notes="money"))
    async with opened() as pilot:
        assert "The letter" in read(pilot)
        assert "a couple · 5 minutes · gentle · money" in read(pilot)
        assert "A drawer." in read(pilot)
        assert "Teo, who is reaching out" in said(pilot)


async def test_intimacy_is_hidden_until_it_is_chosen_and_that_is_kept(own: Path) -> None:
    (own / "a.yaml").write_text(head("The letter"))
    (own / "b.yaml").write_text(head("Nearness", notes="intimacy"))
    async with opened(READ) as pilot:
        assert "Nearness" not in read(pilot)
        assert "1 scenario about physical closeness kept out of sight" in said(pilot)
        await press(pilot, "i")
        assert "Nearness" in read(pilot)
        assert settings.load().settings.show_intimacy
        await press(pilot, "i")
        assert "Nearness" not in read(pilot)


@pytest.mark.parametrize("words", ["[/]", "[she left]", "[@click=app.leave]go[/]", "[b]bold"])
async def test_words_are_shown_as_typed(own: Path, words: str) -> None:
    (own / "a.yaml").write_text(head(words, summary=f"Once {words}", name=words))
    async with opened() as pilot:
        assert words in read(pilot)
        assert f"Once {words}" in said(pilot)
        await press(pilot, "enter")
        assert f"{words} needs room." in said(pilot)


async def test_a_file_with_errors_is_a_page_and_not_a_crash(own: Path) -> None:
    (own / "a.yaml").write_text(head("The letter"))
    async with opened() as pilot:
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, FaultsScreen)
        assert "This file cannot be played yet" in read(pilot)
        assert "Line 11" in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ChairScreen)


async def test_a_file_that_is_no_scenario_is_listed_with_its_reason(own: Path) -> None:
    (own / "junk.yaml").write_text("a: [")
    async with opened() as pilot:
        assert "! junk.yaml" in read(pilot)
        await press(pilot, "enter")
        assert "not YAML" in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_from_home_to_the_talk(small: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChairScreen)
        assert "reaching out" in said(pilot)
        assert "needing room" in said(pilot)
        await press(pilot, "1")
        if isinstance(pilot.app.screen, TemperScreen):
            await press(pilot, "enter")
        assert type(pilot.app.screen).__module__ in {
            "simulator.tui.screens.brief",
            "simulator.tui.screens.play",
        }


async def test_the_ids_of_temperaments_are_not_shown(own: Path) -> None:
    allowed = "temperament: even\n    allows: [even, secure, avoidant, anxious, fearful]"
    text = SMALL.read_text()
    (own / "small.yaml").write_text(_with_partner(text, allowed))
    async with opened() as pilot:
        await press(pilot, "enter", "1")
        assert isinstance(pilot.app.screen, TemperScreen)
        shown = said(pilot)
        assert "Takes pressure hard" in shown
        assert "Steady as written" in shown
        assert not {"avoidant", "anxious", "fearful"} & set(shown.lower().split())


def _with_partner(text: str, partner: str) -> str:
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if line.strip().startswith("partner:"))
    rest = at + 1
    while lines[at] == "  partner:" and lines[rest].startswith("    "):
        rest += 1
    return "\n".join([*lines[:at], "  partner:", f"    {partner}", *lines[rest:]]) + "\n"


async def test_after_a_talk_the_same_again_the_other_chair_or_home(small: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "enter", "1")
        for goes_to, role in (("again", "pursuer"), ("other_chair", "withdrawer")):
            await _end_talk(pilot, goes_to)
            assert _talk(pilot)._sitting.role == role
        await _end_talk(pilot, "home")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert len(pilot.app.screen_stack) == 1


def _talk(pilot: Pilot[None]) -> PlayScreen:
    return next(s for s in reversed(pilot.app.screen_stack) if isinstance(s, PlayScreen))


async def _end_talk(pilot: Pilot[None], goes_to: Literal["home", "again", "other_chair"]) -> None:
    if not isinstance(pilot.app.screen, PlayScreen):
        await press(pilot, "enter")
    pilot.app.screen.dismiss(PlayOver(goes_to))
    await at_rest(pilot)


async def test_a_file_that_was_mended_is_seen_on_coming_back(own: Path) -> None:
    (own / "junk.yaml").write_text("a: [")
    async with opened() as pilot:
        await press(pilot, "enter")
        (own / "junk.yaml").write_text(head("Mended"))
        await press(pilot, "escape")
        assert "Mended" in read(pilot)


async def test_an_empty_library_says_so(own: Path) -> None:
    async with opened() as pilot:
        assert "There are no scenarios here." in said(pilot)


async def test_a_missing_library_is_told_and_not_a_crash(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        raise FileNotFoundError("the scenarios are missing; install it anew")

    monkeypatch.setattr("simulator.scenario.library.shipped_folder", missing)
    async with opened() as pilot:
        assert "! The library" in read(pilot)
        await press(pilot, "enter")
        assert "The scenarios are missing; install it anew" in said(pilot)


async def test_straight_to_a_talk(small: Path) -> None:
    async with opened(first=StraightScreen(Wanted(small, "pursuer", seed=1))) as pilot:
        assert type(pilot.app.screen).__module__.rpartition(".")[2] in {"brief", "play"}


async def test_straight_to_a_talk_still_shows_the_first_pages(small: Path) -> None:
    async with opened(None, first=StraightScreen(Wanted(small, "pursuer"))) as pilot:
        assert "Before you begin" in read(pilot)
        await press(pilot, "enter", "enter")
        assert type(pilot.app.screen).__module__.rpartition(".")[2] in {"brief", "play"}


async def test_straight_to_a_talk_without_a_chair_asks_for_one(small: Path) -> None:
    async with opened(first=StraightScreen(Wanted(small))) as pilot:
        assert isinstance(pilot.app.screen, ChairScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_straight_to_a_file_with_errors_ends_with_one(own: Path) -> None:
    path = own / "a.yaml"
    path.write_text(head("The letter"))
    async with opened(first=StraightScreen(Wanted(path, "pursuer"))) as pilot:
        assert isinstance(pilot.app.screen, FaultsScreen)
        await pilot.press("escape")
    assert pilot.app.return_code == 1


async def test_a_setup_that_is_not_allowed_ends_with_two(small: Path) -> None:
    wanted = Wanted(small, "pursuer", temperament="fearful")
    async with opened(first=StraightScreen(wanted)) as pilot:
        pass
    assert pilot.app.return_code == 2


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 40)])
async def test_every_size_shows_where_one_is_and_how_to_leave(
    small: Path, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        for keys in ([], ["o"], ["escape", "enter"], ["question_mark"], ["s"]):
            await press(pilot, *keys)
            assert "Esc Esc leave at once" in read(pilot)
            assert max(map(len, read(pilot).splitlines())) <= size[0]


async def test_home_says_what_is_amiss_with_the_settings(own: Path) -> None:
    (own / "a.yaml").write_text(head("The letter"))
    async with opened(READ) as pilot:
        app_of(pilot)._loaded = app_of(pilot)._loaded._replace(problems=("no setting “them”",))
        await press(pilot, "o", "escape")
        assert "no setting “them”" in said(pilot)
