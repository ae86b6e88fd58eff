"""Progress on the screen: from home, read in the background, and on to what could come next."""

import shutil
from pathlib import Path

import pytest

from simulator.partner.moves import Role
from simulator.practice.keeping import Keeping
from simulator.practice.settings import Settings
from simulator.scenario.library import list_library
from simulator.tui.screens.chair import ChairScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.progress import NextScreen, ProgressScreen
from simulator.tui.widgets.choices import Choices
from tests.journal.talks import SMALL
from tests.support.journal import MemoryJournal, keeping_in
from tests.support.kept import keep_reflected
from tests.support.practised import keep_in_turn
from tests.tui.frame import READ, opened, press, read, said


@pytest.fixture(autouse=True)
def library(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the small scenario alone."""
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: home / "shipped")
    (home / "shipped").mkdir()
    return Path(shutil.copy(SMALL, home / "shipped" / "small.yaml"))


async def test_from_home_it_is_one_key_away_and_esc_goes_back() -> None:
    async with opened(journal=Keeping) as pilot:
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, ProgressScreen)
        assert "No talk is kept yet." in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_without_a_journal_there_is_something_to_begin_with() -> None:
    async with opened() as pilot:
        await press(pilot, "p", "enter")
        assert isinstance(pilot.app.screen, NextScreen)
        assert "You could begin with a gentle talk, as Ada." in said(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChairScreen)


async def test_what_was_practised_is_told_and_first_tries_are_drawn() -> None:
    keep_in_turn("always stranger", "nothing noor")
    keep_reflected("I was frightened.")
    async with opened(journal=Keeping, size=(80, 70)) as pilot:
        await press(pilot, "p")
        words = said(pilot)
        assert "The spare key, as Ada: it got harder once" in words
        assert "The spare key, as Ben: it got harder" in words
        assert "Two steps back is what practice looks like." in words
        assert "Way back" in words
        assert "One talk was practice" in words
        assert "You wrote one sentence as you would say it." in words
        assert "plain complaint" in words


async def test_a_suggestion_that_is_chosen_begins_the_talk_as_it_says() -> None:
    keep_in_turn("stranger half_hour back")
    async with opened(journal=Keeping) as pilot:
        await press(pilot, "p", "enter")
        assert "You could take the other chair, Ben’s" in said(pilot)
        await press(pilot, "1")
        [talk] = [s for s in pilot.app.screen_stack if isinstance(s, PlayScreen)]
        assert talk.sitting.role is Role.WITHDRAWER
        assert talk.sitting.keeper is not None


async def test_another_partner_is_set_up_as_suggested() -> None:
    keep_in_turn("nothing noor", "stranger half_hour back")
    async with opened(journal=Keeping) as pilot:
        await press(pilot, "p", "enter")
        assert "with another Ben, who takes pressure hard" in said(pilot)
        await press(pilot, "1")
        [talk] = [s for s in pilot.app.screen_stack if isinstance(s, PlayScreen)]
        assert talk.sitting.setup.temperament == "avoidant"


async def test_a_scenario_that_has_errors_by_now_is_said_and_not_begun(library: Path) -> None:
    keep_in_turn("stranger half_hour back")
    async with opened(journal=Keeping) as pilot:
        await press(pilot, "p", "enter")
        library.write_text(library.read_text().replace("to: told", "to: nowhere"))
        await press(pilot, "1")
        assert "nowhere" in said(pilot)
        assert not any(isinstance(s, PlayScreen) for s in pilot.app.screen_stack)


async def test_a_journal_that_cannot_be_read_is_said_on_the_page() -> None:
    from simulator.journal.errors import JournalError

    keep_in_turn("stranger")
    journal = MemoryJournal()

    def broken(**_: object) -> None:
        raise JournalError("the journal is away")

    journal.plays = broken  # type: ignore[assignment, method-assign]
    async with opened(journal=lambda: keeping_in(journal)) as pilot:
        await press(pilot, "p")
        assert "The journal is away." in said(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 24)])
@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast"])
async def test_it_fits_every_size_and_theme(size, theme) -> None:
    keep_in_turn("nothing noor", "always stranger")
    prefs = Settings(terms_accepted=True, theme=theme)
    async with opened(prefs, size=size, journal=Keeping) as pilot:
        await press(pilot, "p", "end")
        assert "who are invented." in said(pilot)
        assert all(len(line) <= size[0] for line in read(pilot).splitlines())
        await press(pilot, "home")
        assert "First tries" in said(pilot)


async def test_somebody_discreet_reads_no_title() -> None:
    keep_in_turn("stranger")
    async with opened(READ._replace(discreet=True), journal=Keeping, size=(80, 50)) as pilot:
        await press(pilot, "p")
        assert "A talk, reaching out" in said(pilot)
        assert "spare key" not in said(pilot)


async def test_a_chair_that_is_suggested_is_the_one_marked() -> None:
    head = next(iter(list_library().heads))
    for role in head.roles:
        async with opened(first=ChairScreen(head, Role(role))) as pilot:
            marked = pilot.app.screen.query_one(Choices).highlighted_option
            assert marked is not None
            assert marked.id == role
