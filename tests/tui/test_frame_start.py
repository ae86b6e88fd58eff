"""The first start: read once, in full, and nothing kept of somebody who turns back."""

from pathlib import Path

import pytest

from simulator.practice import settings
from simulator.practice.places import settings_file
from simulator.practice.words import FEAR, TERMS
from simulator.tui.screens.fear import FearScreen
from simulator.tui.screens.first_start import TermsScreen
from simulator.tui.screens.home import HomeScreen
from tests.tui.frame import app_of, opened, press, read, said


async def test_terms_then_fear_then_the_library(home: Path) -> None:
    async with opened(None) as pilot:
        assert isinstance(pilot.app.screen, TermsScreen)
        assert "not treatment" in said(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FearScreen)
        assert "None of it is your fault." in said(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "First words" in said(pilot)
    assert settings.load().settings.terms_accepted


async def test_the_pages_are_shown_once(home: Path) -> None:
    settings.save(settings.Settings(terms_accepted=True))
    async with opened(None) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_somebody_who_leaves_at_the_page_about_fear_leaves_no_trace(home: Path) -> None:
    async with opened(None) as pilot:
        await press(pilot, "enter")
        await pilot.press("escape", "escape")
        assert app_of(pilot).left_at_once
    assert not settings_file().exists()


async def test_neither_page_asks_for_a_yes_or_no(home: Path) -> None:
    for page in (TERMS, FEAR):
        assert not any("?" in part for part in page.parts)


async def test_a_single_escape_does_not_skip_a_page(home: Path) -> None:
    async with opened(None) as pilot:
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TermsScreen)


@pytest.mark.parametrize("size", [(40, 24), (40, 12), (80, 24)])
async def test_enter_reads_to_the_end_before_it_goes_on(home: Path, size: tuple[int, int]) -> None:
    async with opened(None, size=size) as pilot:
        seen = said(pilot)
        for _ in range(20):
            await press(pilot, "enter")
            if not isinstance(pilot.app.screen, TermsScreen):
                break
            seen += said(pilot)
        assert isinstance(pilot.app.screen, FearScreen)
        assert "You can erase them for good." in " ".join(seen.split())


async def test_the_keys_say_whether_there_is_more(home: Path) -> None:
    async with opened(None, size=(40, 24)) as pilot:
        assert "Enter read on" in read(pilot)
        await press(pilot, "enter")
        assert "Enter go on" in read(pilot)


async def test_safety_is_one_key_away_from_the_first_page(home: Path) -> None:
    async with opened(None) as pilot:
        await press(pilot, "s")
        assert "If you are in danger now" in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TermsScreen)
