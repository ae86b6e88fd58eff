"""Talks on the screen that are kept: cut off anywhere, offered at home, gone on with."""

import shutil
import time
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.journal.errors import FullError
from simulator.journal.events import Left, Play, Replied, TookBack
from simulator.practice.keeping import Keeping, open_usual
from simulator.practice.places import journal_file
from simulator.practice.settings import Settings
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.offered import DEAF_SECONDS
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.play.keeping import STILL_KEEPING
from simulator.tui.screens.resume import EditedScreen, PastScreen, ResumeScreen
from simulator.tui.screens.tell import TellScreen
from simulator.tui.widgets.replies import Replies
from simulator.tui.widgets.transcript import Transcript
from tests.support.journal import MemoryJournal, keeping_in
from tests.tui.frame import READ, at_rest, opened, press, read, said

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"


class Ticking:
    """A clock that moves on by a second whenever it is looked at: nothing is deaf."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A library of one scenario, whose talks are kept in a home of the test's own."""
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(own))
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: shipped)
    return Path(shutil.copy(SMALL, own / "small.yaml"))


@asynccontextmanager
async def at_home(journal=Keeping, prefs: Settings = READ, size=(80, 24)):
    async with opened(
        prefs, first=HomeScreen(clock=Ticking()), size=size, journal=journal
    ) as pilot:
        await at_rest(pilot)
        yield pilot


def talk(pilot: Pilot[None]) -> PlayScreen:
    return next(s for s in reversed(pilot.app.screen_stack) if isinstance(s, PlayScreen))


async def begin(pilot: Pilot[None]) -> None:
    """From home to the replies of a talk as Ada, with the partner as written."""
    for _ in range(pilot.app.screen.query_one("Choices").option_count):
        await press(pilot, "down")
    await press(pilot, "enter", "1", "1", "enter")


def awake(pilot: Pilot[None]) -> None:
    """Replies take keys at once."""
    replies = talk(pilot).query_one(Replies)
    replies._clock = Ticking()
    replies.appear()


def number(pilot: Pilot[None], reply: str) -> str:
    return str([offer.id for offer in talk(pilot).sitting.offered].index(reply) + 1)


async def give(pilot: Pilot[None], *replies: str) -> None:
    for reply in replies:
        awake(pilot)
        await press(pilot, number(pilot, reply))
        await at_rest(pilot)


async def onward(pilot: Pilot[None], choice: str) -> None:
    """From the end of a talk through the list of the debrief's parts to one of the ways on."""
    awake(pilot)
    await press(pilot, "enter", "f3", "home", *["down"] * 7, "enter", choice)


async def out(pilot: Pilot[None], choice: str) -> None:
    """The same, with no sentence written for home."""
    await onward(pilot, choice)
    await press(pilot, "enter", "enter", "enter", "1")


def kept() -> tuple[Play, ...]:
    journal = open_usual()
    plays = journal.plays(with_stopped=True)
    journal.close()
    return plays


async def test_a_talk_cut_off_is_offered_at_home_and_goes_on_at_the_same_line() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger", "always")
        said_before = talk(pilot).query_one(Transcript).text
    async with at_home() as pilot:
        assert "▸ Go on: The spare key" in read(pilot)
        assert "you are Ada, reaching out · 2 replies so far · just now" in said(pilot)
        assert "It goes on at the line where it stopped" in said(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert talk(pilot).query_one(Transcript).text == said_before
        await give(pilot, "half_hour")
    [play] = kept()
    assert play.replies == ("stranger", "always", "half_hour")


async def test_to_be_discreet_is_to_offer_it_without_a_name() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger")
    async with at_home(prefs=READ._replace(discreet=True)) as pilot:
        assert "▸ A talk can be gone on with" in read(pilot)
        for word in ("The spare key", "Ada", "reaching", "1 reply"):
            assert word not in read(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert "The spare key" not in read(pilot)


async def test_nothing_is_kept_before_the_first_reply_not_even_a_file() -> None:
    async with at_home() as pilot:
        assert not journal_file().exists()
        await begin(pilot)
        assert isinstance(pilot.app.screen, PlayScreen)
        await press(pilot, "q")
        assert "You have given no reply yet" in said(pilot)
        await press(pilot, "2")
        assert "Go on" not in read(pilot)
    assert kept() == ()


async def test_taking_back_going_back_and_leaving_are_kept() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger", "always")
        await press(pilot, "u")
        await give(pilot, "half_hour", "back")
        await onward(pilot, "1")
        await press(pilot, "2")
        assert len(talk(pilot).sitting.turns) == 1
        await press(pilot, "q")
        assert "Home offers it again" in said(pilot)
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Go on: The spare key" in read(pilot)
    [play] = kept()
    kinds = [type(event) for event in play.events]
    assert kinds == [Replied, Replied, TookBack, Replied, Replied, TookBack, Left]
    assert play.replies == ("stranger",)
    assert play.undone == 3


async def test_again_and_the_other_chair_are_plays_of_their_own() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "half_hour", "back")
        await out(pilot, "3")
        await press(pilot, "enter")
        await give(pilot, "stranger", "half_hour", "back")
        await out(pilot, "2")
        await press(pilot, "enter")
        await give(pilot, "nothing")
    assert [(play.setup.role, len(play.turns)) for play in kept()] == [
        ("pursuer", 2),
        ("pursuer", 3),
        ("withdrawer", 1),
    ]


async def test_what_is_over_is_offered_no_more() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "half_hour")
        await press(pilot, "q", "2")
        assert "Go on" in read(pilot)
        await press(pilot, "enter")
        await give(pilot, "back")
        await out(pilot, "5")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Go on" not in read(pilot)


async def test_a_crossed_line_is_not_offered_again() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger", "in_the_way")
        await press(pilot, "h")
        assert "Go on" not in read(pilot)
    [play] = kept()
    assert play.stopped


async def test_trouble_with_keeping_is_told_once_and_the_talk_goes_on() -> None:
    journal = MemoryJournal()
    journal.fails = FullError("no room is left on the disk")
    async with at_home(lambda: keeping_in(journal)) as pilot:
        await begin(pilot)
        await give(pilot, "stranger")
        assert isinstance(pilot.app.screen, TellScreen)
        assert "room is left on the disk. The talk goes on as it was." in read(pilot)
        await press(pilot, "enter")
        assert "That was Noor." in talk(pilot).query_one(Transcript).text
        await give(pilot, "always")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert len(talk(pilot).sitting.turns) == 2
        await press(pilot, "q")
        assert "This talk is not kept." in said(pilot)


async def test_home_says_where_talks_cannot_be_kept() -> None:
    journal_file().parent.mkdir(parents=True)
    journal_file().write_bytes(b"this was a journal once, or so it seems" * 200)
    before = journal_file().read_bytes()
    async with at_home() as pilot:
        assert "Talks cannot be kept now." in said(pilot)
        await begin(pilot)
        await give(pilot, "stranger")
        assert isinstance(pilot.app.screen, TellScreen)
        await press(pilot, "enter")
        assert "That was Noor." in talk(pilot).query_one(Transcript).text
    assert journal_file().read_bytes() == before


async def test_a_slow_save_holds_up_neither_the_screen_nor_leaving() -> None:
    journal = MemoryJournal()
    async with at_home(lambda: keeping_in(journal)) as pilot:
        await begin(pilot)
        screen = talk(pilot)
        awake(pilot)
        journal.free.clear()
        await pilot.press(number(pilot, "stranger"))
        await pilot.pause()
        assert STILL_KEEPING in read(pilot)
        await pilot.press("2", "u", "question_mark")
        assert "In a talk" in said(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert screen.query_one(Transcript).text.count("You  ") == 0
        journal.free.set()
        await at_rest(pilot)
        assert len(screen.sitting.turns) == 1
        assert screen.query_one(Transcript).text.count("You  ") == 1


async def test_leaving_at_once_during_a_save() -> None:
    journal = MemoryJournal()
    async with at_home(lambda: keeping_in(journal)) as pilot:
        await begin(pilot)
        awake(pilot)
        journal.free.clear()
        await pilot.press(number(pilot, "stranger"))
        began = time.monotonic()
        await pilot.press("f12")
        assert pilot.app.left_at_once  # type: ignore[attr-defined]
        assert time.monotonic() - began < 1
        journal.free.set()


async def test_closeness_is_offered_only_where_it_is_shown(file: Path) -> None:
    words = file.read_text("utf-8")
    file.write_text(words.replace("content_notes: [money]", "content_notes: [intimacy]"), "utf-8")
    shown = READ._replace(show_intimacy=True)
    async with at_home(prefs=shown) as pilot:
        await begin(pilot)
        await give(pilot, "stranger")
    async with at_home() as pilot:
        assert "The spare key" not in read(pilot)
    async with at_home(prefs=shown) as pilot:
        assert "Go on: The spare key" in read(pilot)


async def test_a_key_meant_for_what_stood_there_before_opens_no_talk() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger")

    class Still:
        now = 0.0

        def __call__(self) -> float:
            return self.now

    clock = Still()
    async with opened(first=HomeScreen(clock=clock), journal=Keeping) as pilot:
        assert "▸ Go on" in read(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        clock.now += DEAF_SECONDS
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)


@pytest.mark.parametrize(("answer", "turns"), [("1", [2, 0]), ("2", [2, 1])])
async def test_an_edited_scenario_says_so_and_offers_both_texts(
    file: Path, answer: str, turns: list[int]
) -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger", "always")
    words = file.read_text("utf-8")
    file.write_text(words.replace("        always:", "        ever:"), "utf-8")
    async with at_home() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EditedScreen)
        assert "was changed since you began this talk" in said(pilot)
        assert "Of your 2 replies the first still holds" in said(pilot)
        await press(pilot, answer)
        assert len(talk(pilot).sitting.turns) == (2 if answer == "1" else 1)
        await give(pilot, "half_hour")
    plays = [len(play.turns) for play in kept()]
    assert plays == ([3] if answer == "1" else [2, 2])


async def test_choosing_neither_text_leaves_all_as_it_is(file: Path) -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger")
    file.write_text(file.read_text("utf-8").replace("Noor.", "Nora."), "utf-8")
    before = kept()
    async with at_home() as pilot:
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert kept() == before


async def test_another_rule_is_shown_and_not_continued(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger")
    monkeypatch.setattr("simulator.partner.rule.rule_fingerprint", lambda: "f" * 64)
    async with at_home() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PastScreen)
        assert "another version of how a partner takes things" in said(pilot)
        assert "There was a stranger in the hall" in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_straight_to_the_latest_talk() -> None:
    async with at_home() as pilot:
        await begin(pilot)
        await give(pilot, "stranger")
    async with opened(first=ResumeScreen(None), journal=Keeping) as pilot:
        assert isinstance(pilot.app.screen, PlayScreen)
        await press(pilot, "q", "2")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("play", [None, "0123abcd"])
async def test_where_there_is_none_to_go_on_with_the_program_says_so_and_ends(
    play: str | None,
) -> None:
    async with opened(first=ResumeScreen(play), journal=Keeping) as pilot:
        pass
    assert pilot.app.return_code == 2
    assert not journal_file().exists()


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 40)])
async def test_every_size_shows_what_can_be_gone_on_with(size: tuple[int, int]) -> None:
    async with at_home(size=size) as pilot:
        await begin(pilot)
        await give(pilot, "stranger")
    async with at_home(size=size) as pilot:
        assert "▸ Go on: The spare key" in read(pilot)
        assert "1 reply so far" in said(pilot)
        assert "Esc Esc leave at once" in read(pilot)
        assert max(map(len, read(pilot).splitlines())) <= size[0]
