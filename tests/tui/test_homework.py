"""Homework through the real screens: given, opened, practised, handed in, read."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from simulator.homework.sealing import stretching
from simulator.homework.sealing.envelope import Kind
from simulator.practice.homework.client import HomeworkError
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.homework.assigning import AssignScreen
from simulator.tui.screens.homework.assignment import AssignmentScreen
from simulator.tui.screens.homework.document import DocumentScreen
from simulator.tui.screens.homework.listing import HomeworkScreen
from simulator.tui.screens.homework.sealing import SealScreen, ToSeal
from simulator.tui.screens.play import PlayScreen
from simulator.tui.widgets.field import Field
from tests.journal.talks import SMALL
from tests.tui import homework as h
from tests.tui.frame import app_of, said
from tests.tui.homework import press

GOOD = ("half_hour", "back")
PARTS = "“The spare key”, as the one reaching out"


@pytest.fixture(autouse=True)
def cheap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Little work for each guess of a passphrase; a library of the small scenario alone."""
    monkeypatch.setattr(stretching, "COST", 2)
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: tmp_path / "shipped")
    (tmp_path / "shipped").mkdir()
    shutil.copy(SMALL, tmp_path / "shipped" / "small.yaml")


async def given(folder: Path, *, due: str = "2099-01-31", couple: str = "") -> Path:
    """A therapist fills the page in and seals it."""
    async with h.sitting_at(folder) as pilot:
        await press(pilot, "h", "a")
        await h.choose(pilot, "From nothing")
        await h.write(pilot, "client", "blue heron")
        if couple:
            await h.write(pilot, "couple", couple)
        await h.write(pilot, "aim", "reach a truce")
        await h.write(pilot, "due", due)
        await h.write(pilot, "rationale", "One reply at a time.")
        await h.write(pilot, "question-0", "What surprised you?")
        await h.do(pilot, "share-transcript", "share-reflections")
        await h.do(pilot, "stated-asked_alone", "stated-nobody_in_danger", "stated-ask_again")
        await h.do(pilot, "seal")
        await h.seal(pilot, h.SECRET, *(["another green boat here"] if couple else []))
        assert isinstance(pilot.app.screen, HomeworkScreen), said(pilot)
    return folder / "blue-heron.homework"


async def test_from_giving_to_reading_in_two_homes(tmp_path: Path) -> None:
    therapist, client = tmp_path / "therapist", tmp_path / "client"
    file = await given(therapist)
    assert file.exists()

    async with h.sitting_at(client) as pilot:
        await h.taken_in(pilot, file)
        assert isinstance(pilot.app.screen, AssignmentScreen), said(pilot)
        assert "Homework for blue heron" in said(pilot)
        assert "3 talks left" in said(pilot)
        await h.choose(pilot, "Practise")
        assert "to practise towards: reach a truce" in said(pilot)
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, PlayScreen)
        assert "reach a truce · you are" in said(pilot)
        await h.play(pilot, *GOOD)
        assert isinstance(pilot.app.screen, AssignmentScreen), said(pilot)
        assert "2 talks left" in said(pilot)
        await h.choose(pilot, "Make a report")
        assert "a first try" in said(pilot)
        await h.do(pilot, "transcript", "reflections")
        await h.write(pilot, "answer-0", "the quiet")
        await h.do(pilot, "read")
        assert isinstance(pilot.app.screen, DocumentScreen)
        await press(pilot, "enter")
        await h.seal(pilot, h.SECRET)
        assert isinstance(pilot.app.screen, AssignmentScreen), said(pilot)
        assert "Done" in said(pilot)

    async with h.sitting_at(therapist, size=(80, 60)) as pilot:
        await press(pilot, "h", "r", "o")
        await h.open_file(pilot, client / "blue-heron.report")
        await h.choose(pilot, "blue heron")
        assert "reach a truce" in said(pilot)
        await h.choose(pilot, "talk by talk")
        await h.choose(pilot, "Look at talk 1")
        assert "of an invented partner" in said(pilot)
        assert "Turn by turn" in said(pilot)
        await press(pilot, "escape")
        await h.choose(pilot, "Write a note")
        await h.write(pilot, "note", "ask about the key")
        await h.do(pilot, "keep")
        await h.choose(pilot, "Your own rating")
        await h.do(pilot, "keep")
        assert "ask about the key" in said(pilot)
        await press(pilot, "escape")
        await h.choose(pilot, "Write it all")
        await h.do(pilot, "write")
        await press(pilot, "enter")
        assert "blue heron" in (therapist / "review.html").read_text("utf-8")


async def test_home_says_it_quietly(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path / "therapist", SMALL)
    client = tmp_path / "client"
    async with h.sitting_at(client) as pilot:
        assert "Homework:" not in said(pilot)
        await h.taken_in(pilot, file)
        await press(pilot, "q", "q")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert f"Homework: {PARTS}" in said(pilot)
    async with h.sitting_at(client, prefs=h.READ._replace(discreet=True)) as pilot:
        assert "There is something you can go on with. h opens it." in said(pilot)
        assert "omework:" not in said(pilot)
        await press(pilot, "h")
        assert "Homework 1" in said(pilot)
        assert "truce" not in said(pilot)


async def test_nothing_typed_goes_by_esc(tmp_path: Path) -> None:
    async with h.sitting_at(tmp_path) as pilot:
        await press(pilot, "h", "a")
        await h.choose(pilot, "From nothing")
        await h.write(pilot, "client", "heron")
        app = pilot.app
        await press(pilot, "escape")
        assert "Leave this page?" in said(pilot)
        await press(pilot, "n")
        assert isinstance(app.screen, AssignScreen)
        assert app.screen.field("client").words == "heron"


async def test_a_wrong_passphrase_is_said_and_the_path_stays(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path / "therapist", SMALL)
    async with h.sitting_at(tmp_path / "client", size=(80, 40)) as pilot:
        await press(pilot, "h", "o")
        await h.open_file(pilot, file, "some other words here")
        assert "passphrase" in said(pilot)
        await h.write(pilot, "passphrase", h.SECRET)
        await h.do(pilot, "open")
        assert isinstance(pilot.app.screen, AssignmentScreen)


async def test_no_attestation_no_homework(tmp_path: Path) -> None:
    async with h.sitting_at(tmp_path) as pilot:
        await press(pilot, "h", "a")
        await h.choose(pilot, "From nothing")
        await h.write(pilot, "client", "heron")
        await h.do(pilot, "stated-asked_alone", "seal")
        assert "every statement is needed" in said(pilot)
        assert isinstance(pilot.app.screen, AssignScreen)
        focused = pilot.app.focused
        assert focused is not None
        assert focused.id == "stated-asked_alone"


async def test_an_aim_that_cannot_be_read_is_said_as_it_is_typed(tmp_path: Path) -> None:
    async with h.sitting_at(tmp_path, size=(80, 60)) as pilot:
        await press(pilot, "h", "a")
        await h.choose(pilot, "From nothing")
        await h.write(pilot, "aim", "win")
        assert "for example" in said(pilot)
        await h.write(pilot, "aim", "")
        await pilot.press(*["backspace"] * 3)
        await h.write(pilot, "aim", "reconnect twice")
        assert "As it is judged: reconnect, in 2 talks." in said(pilot)


async def test_a_couple_gets_two_files(tmp_path: Path) -> None:
    await given(tmp_path, couple="grey owl")
    assert (tmp_path / "blue-heron.homework").exists()
    assert (tmp_path / "grey-owl.homework").exists()


async def test_a_part_can_be_declined_with_a_word_or_without(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path / "therapist", SMALL)
    async with h.sitting_at(tmp_path / "client") as pilot:
        await h.taken_in(pilot, file)
        await h.choose(pilot, "Say no")
        await h.do(pilot, "decline")
        assert "you said no to this" in said(pilot)
        await h.choose(pilot, "Make a report")
        assert "Say that I say no to" in said(pilot)
        await h.do(pilot, "declined-0", "read")
        assert "You say no to" not in said(pilot)


async def test_withdrawn_it_asks_nothing_more(tmp_path: Path) -> None:
    therapist, client = tmp_path / "therapist", tmp_path / "client"
    file = h.handed_over(therapist, SMALL)
    async with h.sitting_at(therapist) as pilot:
        await press(pilot, "h", "r", "o")
        await h.open_file(pilot, file)
        await h.choose(pilot, "blue heron")
        await h.choose(pilot, "talk by talk")
        await h.choose(pilot, "Withdraw")
        await h.write(pilot, "words", "let us talk first")
        await h.do(pilot, "on")
        await h.seal(pilot, h.SECRET)
        assert "Withdraw this homework" not in said(pilot)
    async with h.sitting_at(client) as pilot:
        await h.taken_in(pilot, file)
        await press(pilot, "escape", "o")
        await h.open_file(pilot, therapist / "blue-heron.homework")
        assert "no longer asked for" in said(pilot)
        assert "let us talk first" in said(pilot)
        assert "Practise" not in said(pilot)


async def test_the_preview_skips_to_a_beat_and_keeps_nothing(tmp_path: Path) -> None:
    async with h.sitting_at(tmp_path) as pilot:
        await press(pilot, "h", "a")
        await h.choose(pilot, "From nothing")
        await h.write(pilot, "client", "heron")
        await h.do(pilot, "stated-asked_alone", "stated-nobody_in_danger", "stated-ask_again")
        await h.do(pilot, "preview")
        assert "Homework for heron" in said(pilot)
        await h.choose(pilot, "Skip to a beat")
        await press(pilot, "2")
        screen = pilot.app.screen
        assert isinstance(screen, PlayScreen)
        assert screen.sitting.turns
        assert screen.sitting.keeper is None


async def test_a_talk_that_was_left_goes_on_as_the_homework_asks(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path, SMALL, coaching="none")
    async with h.sitting_at(tmp_path / "client") as pilot:
        await h.taken_in(pilot, file)
        await h.choose(pilot, "Practise")
        await press(pilot, "enter")
        assert "Tension" not in said(pilot)
        await h.play(pilot, "half_hour")
        await h.choose(pilot, "Go on with the talk you left: 1 reply so far")
        screen = pilot.app.screen
        assert isinstance(screen, PlayScreen)
        assert "Tension" not in said(pilot)
        assert "reach a truce" in said(pilot)


async def test_the_spacing_is_said_and_nothing_is_locked(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path, SMALL, spacing=2)
    async with h.sitting_at(tmp_path / "client", size=(80, 50)) as pilot:
        await h.taken_in(pilot, file)
        await h.choose(pilot, "Practise")
        await h.play(pilot, *GOOD)
        assert re.search(r"The next one from \w+day on\.", said(pilot))
        await h.choose(pilot, "Practise")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)


async def test_a_day_that_has_passed_is_no_reproach(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path, SMALL, due=date.today().isoformat())  # noqa: DTZ011
    async with h.sitting_at(tmp_path / "client", size=(80, 50)) as pilot:
        await h.taken_in(pilot, file)
        assert "until today" in said(pilot)
        for word in ("missed", "late", "overdue", "failed", "compliance", "score"):
            assert f" {word}" not in said(pilot)


async def test_all_of_it_with_the_mouse(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path / "client", SMALL)
    async with h.sitting_at(tmp_path / "client", size=(80, 50)) as pilot:
        await pilot.click("KeyBar", offset=(26, 0))
        await h.settled(pilot)
        assert isinstance(pilot.app.screen, HomeworkScreen)
        await press(pilot, "o")
        await pilot.click("#files", offset=(8, 2))
        await h.settled(pilot)
        assert pilot.app.screen.query_one("#path", Field).text == str(file)
        await h.write(pilot, "passphrase", h.SECRET)
        await pilot.click("#open")
        await h.settled(pilot)
        assert isinstance(pilot.app.screen, AssignmentScreen)
        await h.choose(pilot, "Make a report")
        await pilot.click("#transcript")
        assert "[x] Share the talks themselves" in said(pilot)


async def test_names_of_files_are_text_and_the_rest_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "[red]x[@click=app.quit]y.homework").write_bytes(b"no")
    (tmp_path / "diary.txt").write_text("mine")
    async with h.sitting_at(tmp_path, size=(80, 40)) as pilot:
        await press(pilot, "h", "o")
        assert "[red]x[@click=app.quit]y.homework" in said(pilot)
        assert "diary" not in said(pilot)


async def test_words_in_a_file_are_text(tmp_path: Path) -> None:
    file = h.handed_over(tmp_path, SMALL, rationale="[bold]\x1b[31mred[/]", client="[b]x")
    async with h.sitting_at(tmp_path / "client", size=(80, 50)) as pilot:
        await h.taken_in(pilot, file)
        assert "Why: [bold]" in said(pilot)
        assert "Homework for [b]x" in said(pilot)
        assert "\x1b" not in said(pilot)
        await press(pilot, "q")
        assert "[bold]" in said(pilot)


async def test_every_place_is_reached_by_the_arrows(tmp_path: Path) -> None:
    async with h.sitting_at(tmp_path, size=(40, 24)) as pilot:
        await press(pilot, "h", "a")
        await h.choose(pilot, "From nothing")
        places = {one.id for one in pilot.app.screen.query("Row, Field").results()}
        reached = set()
        for _ in places:
            focused = pilot.app.focused
            assert focused is not None
            reached.add(focused.id)
            await pilot.press("down")
        assert reached == places


async def test_esc_twice_leaves_at_once_whatever_was_typed(tmp_path: Path) -> None:
    async with h.sitting_at(tmp_path) as pilot:
        await press(pilot, "h", "a")
        await h.choose(pilot, "From nothing")
        await h.write(pilot, "client", "heron")
        await pilot.press("escape", "escape")
        assert app_of(pilot).left_at_once


async def test_two_of_a_couple_cannot_share_a_secret(tmp_path: Path) -> None:
    things = [ToSeal(Kind.ASSIGNMENT, {}, name) for name in ("heron", "owl")]
    async with h.sitting_at(tmp_path) as pilot:
        pilot.app.push_screen(SealScreen(things, lambda _journal, _sealed: None))
        await h.settled(pilot)
        for number in range(2):
            for place in ("once", "twice"):
                await h.write(pilot, f"{place}-{number}", h.SECRET)
        await h.do(pilot, "seal")
        assert "Each of the two needs a secret of their own" in said(pilot)
        assert not list(tmp_path.glob("*.homework"))


async def test_what_the_journal_cannot_keep_is_not_left_as_a_file(tmp_path: Path) -> None:
    def broken(_journal: object, _sealed: object) -> None:
        raise HomeworkError("It cannot be kept.")

    thing = ToSeal(Kind.ASSIGNMENT, {}, "heron")
    async with h.sitting_at(tmp_path) as pilot:
        pilot.app.push_screen(SealScreen([thing], broken))
        await h.settled(pilot)
        await h.do(pilot, "draw-0")
        assert "Write it down now" in said(pilot)
        await h.do(pilot, "seal")
        assert "It cannot be kept." in said(pilot)
        assert not list(tmp_path.glob("*.homework"))
