"""Talks that came to their end are opened again from the page of what was practised."""

import shutil
from itertools import count
from pathlib import Path

import pytest

from simulator.journal.events import Play, Reflection
from simulator.partner.moves import Role
from simulator.practice.keeping import Keeping
from simulator.tui.leaving import LeaveWatch
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.talks import TalksScreen
from tests.journal.talks import SMALL
from tests.support.journal import MemoryJournal, keeping_in
from tests.support.kept import keep_reflected
from tests.support.practised import keep_in_turn
from tests.tui.frame import READ, app_of, at_rest, opened, press, read, said


@pytest.fixture(autouse=True)
def library(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the small scenario alone."""
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: home / "shipped")
    (home / "shipped").mkdir()
    return Path(shutil.copy(SMALL, home / "shipped" / "small.yaml"))


async def test_a_finished_talk_is_opened_with_what_was_written_and_more_can_be_added() -> None:
    keep_reflected("I was frightened.")
    async with opened(journal=Keeping) as pilot:
        await press(pilot, "p")
        assert "t talks you had" in said(pilot)
        await press(pilot, "t")
        assert "The spare key" in said(pilot)
        assert "you were Ada" in said(pilot)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, DebriefScreen)
        assert "1 of 9" in read(pilot)
        assert "Esc back" in said(pilot)
        app_of(pilot)._watch = LeaveWatch(count(step=10).__next__)
        await press(pilot, "o", "k", "enter", "escape", "escape")
        assert isinstance(pilot.app.screen, TalksScreen)
        await press(pilot, "1")
        assert "ok" in read(pilot)
        await press(pilot, "f3", *["down"] * 4, "enter", "1")
        assert "I was frightened." in said(pilot)
        await press(pilot, "f3", *["down"] * 3, "enter")
        assert "Again from one of your replies" not in said(pilot)
    keeping = Keeping()
    [play] = keeping.ask(lambda journal: journal.plays()).result()
    keeping.close()
    assert [one.words for one in play.reflections if one.what is Reflection.NOW] == ["ok"]


async def test_from_a_past_talk_one_goes_home_or_has_it_once_more() -> None:
    keep_in_turn("stranger half_hour back")
    async with opened(journal=Keeping) as pilot:
        await press(pilot, "p", "t", "1", "3")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "p", "t", "1", "f3", *["down"] * 7, "enter")
        assert "Another evening" in said(pilot)
        await press(pilot, "2", "f3", "end", "up", "enter", "1")
        [talk] = [s for s in pilot.app.screen_stack if isinstance(s, PlayScreen)]
        assert talk.sitting.role is Role.PURSUER
        assert talk.sitting.turns == ()
        assert talk.sitting.keeper is not None


async def test_only_talks_that_came_to_their_end_are_listed_the_latest_first() -> None:
    keep_in_turn("stranger", "always stranger", "stranger half_hour back")
    async with opened(journal=Keeping, size=(80, 40)) as pilot:
        await press(pilot, "p", "t")
        finished = [play for play in _plays() if play.finished]
        assert read(pilot).count("The spare key") == len(finished) == 1


async def test_without_any_and_without_a_journal_it_says_so() -> None:
    for journal in (Keeping, None):
        async with opened(journal=journal) as pilot:
            await press(pilot, "p", "t")
            assert "No talk has come to its end yet." in said(pilot)
            await press(pilot, "enter", "1", "q", "q")
            assert isinstance(pilot.app.screen, HomeScreen)


async def test_somebody_discreet_reads_no_title() -> None:
    keep_in_turn("stranger half_hour back")
    async with opened(READ._replace(discreet=True), journal=Keeping) as pilot:
        await press(pilot, "p", "t")
        assert "A talk" in said(pilot)
        for word in ("spare key", "Ada", "Ben"):
            assert word not in said(pilot)


async def test_a_talk_that_was_erased_meanwhile_or_cannot_be_read_is_said() -> None:
    [play] = keep_in_turn("stranger half_hour back")
    journal = MemoryJournal()

    def broken(**_: object) -> None:
        from simulator.journal.errors import JournalError

        raise JournalError("the journal is away")

    async with opened(journal=lambda: keeping_in(journal)) as pilot:
        journal.plays = broken  # type: ignore[assignment, method-assign]
        await press(pilot, "p", "t")
        assert "The journal is away." in said(pilot)
    async with opened(journal=Keeping) as pilot:
        await press(pilot, "p", "t")
        keeping = Keeping()
        keeping.ask(lambda kept: kept.erase([play])).result()
        keeping.close()
        await press(pilot, "1")
        await at_rest(pilot)
        assert "This talk cannot be opened" in said(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TalksScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_it_fits(size: tuple[int, int]) -> None:
    keep_in_turn(*["stranger half_hour back"] * 8)
    async with opened(journal=Keeping, size=size) as pilot:
        await press(pilot, "p", "t", "end")
        assert all(len(line) <= size[0] for line in read(pilot).splitlines())
        assert read(pilot).count("The spare key") >= 2


def _plays() -> tuple[Play, ...]:
    keeping = Keeping()
    plays = keeping.ask(lambda journal: journal.plays()).result()
    keeping.close()
    return plays
