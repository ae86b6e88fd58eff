"""The pages to read: the list, one page, its sources and the pages that go on from it."""

from pathlib import Path

import pytest
from textual.widgets import Collapsible

from simulator.practice import learning
from simulator.practice.learning import IDS, Kind
from simulator.tui.screens.learn import LearnScreen
from simulator.tui.screens.learn_list import LearnListScreen
from simulator.tui.screens.page import Reading
from simulator.tui.screens.safety import SafetyScreen
from simulator.tui.widgets.numbered import Numbered
from tests.tui.frame import READ, opened, press, read, said

TALL = 250


def words(text: str) -> str:
    return " ".join(text.split())


async def test_from_the_list_to_a_page_and_back(home: Path) -> None:
    async with opened(first=LearnListScreen(), size=(100, 80)) as pilot:
        for page in learning.pages():
            assert page.title in said(pilot)
            assert words(page.line) in said(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, LearnScreen)
        assert "You notice the distance first." in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LearnListScreen)


async def test_home_opens_the_list_and_one_esc_goes_back(home: Path) -> None:
    async with opened() as pilot:
        at_home = pilot.app.screen
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, LearnListScreen)
        await press(pilot, "escape")
        assert pilot.app.screen is at_home


@pytest.mark.parametrize("name", IDS)
async def test_a_whole_page_can_be_read_at_forty_columns(name: str) -> None:
    page = learning.page(name)
    async with opened(first=LearnScreen(name), size=(40, TALL)) as pilot:
        lines = read(pilot).splitlines()
        assert all(len(line) <= 40 for line in lines)
        for part in page.parts:
            if part.kind is Kind.DRAWING:
                assert all(any(drawn in line for line in lines) for drawn in part.text.splitlines())
            else:
                assert words(part.text) in said(pilot)
        assert not pilot.app.screen.query_one(Reading).has_more


async def test_sources_are_folded_until_asked_for() -> None:
    source = learning.page("loop").sources[0]
    async with opened(first=LearnScreen("loop"), size=(120, 80)) as pilot:
        assert "Where this comes from" in said(pilot)
        assert words(source.citation) not in said(pilot)
        await press(pilot, "r")
        assert words(source.citation) in said(pilot)
        assert "Advice, not a finding: Observing Solution" in said(pilot)
        await press(pilot, "r")
        assert words(source.citation) not in said(pilot)


async def test_unfolded_sources_come_into_view_on_a_small_screen() -> None:
    async with opened(first=LearnScreen("attachment"), size=(80, 24)) as pilot:
        await press(pilot, "r")
        assert "Where this comes from" in said(pilot)


async def test_a_page_that_rests_on_nothing_offers_no_sources() -> None:
    async with opened(first=LearnScreen("signs-and-costs"), size=(120, 80)) as pilot:
        assert not pilot.app.screen.query(Collapsible)
        assert "r sources" not in said(pilot)
        await press(pilot, "r")
        assert "Some questions to yourself" in said(pilot)


async def test_a_number_goes_on_and_one_esc_goes_back_to_where_one_was(home: Path) -> None:
    async with opened() as pilot:
        at_home = pilot.app.screen
        pilot.app.push_screen(LearnScreen("loop"))
        await press(pilot, "1")
        assert "You notice the distance first." in said(pilot)
        await press(pilot, "2")
        assert "You hear the tone before the words." in said(pilot)
        await press(pilot, "backspace")
        assert "You notice the distance first." in said(pilot)
        await press(pilot, "9", "0")
        assert "You notice the distance first." in said(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is at_home


async def test_enter_reads_on_and_then_goes_on() -> None:
    async with opened(first=LearnScreen("power"), size=(80, 24)) as pilot:
        reading = pilot.app.screen.query_one(Reading)
        for _ in range(20):
            if not reading.has_more:
                break
            await press(pilot, "enter")
        await press(pilot, "enter")
        assert isinstance(pilot.app.focused, Numbered)
        await press(pilot, "down", "enter")
        assert "For a long time one of you asked." in said(pilot)
        assert isinstance(pilot.app.focused, Reading)


async def test_the_link_to_safety_opens_the_safety_page_over_this_one(home: Path) -> None:
    links = learning.page("power").links
    number = str(links.index("safety") + 1)
    async with opened(first=LearnScreen("power")) as pilot:
        await press(pilot, number)
        assert isinstance(pilot.app.screen, SafetyScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LearnScreen)


async def test_other_keys_can_be_chosen() -> None:
    prefs = READ._replace(keys={"learn.sources": "w", "learn.before": "f4"})
    async with opened(prefs, first=LearnScreen("loop"), size=(120, 80)) as pilot:
        assert "w sources" in said(pilot)
        await press(pilot, "w")
        assert "Papp, Kouros" in said(pilot)
        await press(pilot, "1", "f4")
        assert "It often begins small." in said(pilot)


async def test_without_colour_everything_is_still_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(first=LearnScreen("loop"), size=(80, 80)) as pilot:
        assert "▶ Where this comes from" in said(pilot)
        assert "1 The one who reaches out" in said(pilot)
