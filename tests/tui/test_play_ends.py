"""How plays end: every kind of ending, back to a turn, the other chair, a crossed line."""

import pytest

from simulator.partner.moves import Role
from simulator.practice.words import CROSSED
from simulator.tui.over import PlayOver
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.stopped import StoppedScreen
from tests.tui import playing as p

ANCHORS = ("vacation-planning", "emotional-disconnection")
ONWARD = 8
"""the part in which one chooses where to go"""


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", ANCHORS)
async def test_an_anchor_played_well_and_badly_comes_to_an_ending(name: str, role: Role) -> None:
    for choose in (p.looking, p.heedless):
        async with p.playing(p.shipped(name, role)) as play:
            await play.to_the_end(choose)
            await play.press("enter")
            assert isinstance(play.app.screen, DebriefScreen)
            ending = play.sitting.ending
            assert ending is not None
            await play.press("enter", "n")
            assert " ".join(ending.meaning.split()[:4]) in " ".join(play.shown.split())


async def test_the_last_line_is_read_before_the_ending_opens() -> None:
    async with p.playing(p.small()) as play:
        await play.give("half_hour", "back")
        assert play.app.screen is play.screen
        assert "Ben drinks." in play.shown
        assert "The talk is over" in play.shown
        await play.press("enter", "enter", "n")
        assert "Calmer, not closer" in play.shown
        assert "The key is on the table." in play.shown
        await _part(play, 7)
        assert "Half a Sunday." in play.shown
        assert "Ben’s own part" in play.shown


async def test_back_to_a_turn_resumes_the_talk_before_that_reply() -> None:
    async with p.playing(p.small()) as play:
        await play.give("stranger", "half_hour", "back")
        await play.press("enter")
        await _part(play, ONWARD)
        await play.press("1")
        assert "“I'm too loud." in play.shown
        await play.press("2")
        assert play.app.screen is play.screen
        assert [turn.reply for turn in play.sitting.turns] == ["stranger"]
        assert "Sit down at the table" not in play.talk
        await play.give("always")
        assert len(play.sitting.turns) == 2


async def test_undo_at_the_end_takes_the_talk_up_again() -> None:
    async with p.playing(p.small()) as play:
        await play.give("half_hour", "back")
        await play.press("u")
        assert not play.sitting.finished
        await play.give("stay_out")
        assert play.sitting.finished


@pytest.mark.parametrize(
    ("key", "where"),
    [("2", PlayOver("other_chair")), ("3", PlayOver("again")), ("5", PlayOver("home"))],
)
async def test_from_the_debrief_one_goes_on(key: str, where: PlayOver) -> None:
    async with p.playing(p.small()) as play:
        await play.give("half_hour", "back")
        await play.press("enter")
        await _go(play, key)
        assert play.results == [where]


async def test_escape_at_the_beginning_of_the_debrief_goes_back_to_read_the_talk() -> None:
    async with p.playing(p.small()) as play:
        await play.give("half_hour", "back")
        await play.press("enter", "escape")
        assert play.app.screen is play.screen
        assert "The talk is over" in play.shown


async def test_the_partner_who_leaves_ends_the_talk() -> None:
    async with p.playing(p.small()) as play:
        await play.give("always", "always")
        while not play.sitting.finished:
            await play.give("always")
        assert "The door falls shut." in play.shown
        await play.press("enter", "enter", "n")
        assert "Ben has left the talk" in play.shown


async def test_crossing_the_line_stops_without_meters_points_or_a_way_back() -> None:
    async with p.playing(p.small()) as play:
        await play.give("in_the_way")
        assert isinstance(play.app.screen, StoppedScreen)
        shown = play.shown
        assert CROSSED.title in shown
        for absent in ("Tension", "Connection", "took it as", "undo", "Ben"):
            assert absent not in shown
        await play.press("u", "p", "t", "b", "1")
        assert isinstance(play.app.screen, StoppedScreen)


async def test_after_a_crossed_line_comes_the_safety_page_and_then_home() -> None:
    async with p.playing(p.small()) as play:
        await play.give("in_the_way")
        await play.press("enter")
        assert "emergency" in play.shown
        await play.press("escape")
        assert isinstance(play.app.screen, StoppedScreen)
        await play.press("h")
        assert play.results == [PlayOver("home")]


async def test_leaving_at_once_works_on_every_page_of_a_play() -> None:
    for keys in (["b"], ["q"], ["question_mark"], ["s"]):
        async with p.playing(p.small()) as play:
            await play.press(*keys)
            await play.pilot.press("escape", "escape")
            assert play.app.left_at_once


@pytest.mark.parametrize("size", [p.NARROW, p.NORMAL, p.WIDE])
async def test_the_debrief_fits_every_size(size: tuple[int, int]) -> None:
    async with p.playing(p.small(Role.WITHDRAWER), size) as play:
        await play.give("nothing", "noor")
        await play.press("enter")
        assert "Enough for today" in play.shown
        await _part(play, 10)
        assert "Home" in play.shown
        await play.press("enter", "pagedown", "pagedown", "pagedown")
        assert "Hope from 4 to" in play.shown


async def _part(play: p.Play, number: int) -> None:
    """To a part of the debrief, from the list of them."""
    await play.press("f3", "home", *["down"] * (number - 1), "enter")


async def _go(play: p.Play, key: str) -> None:
    """Choose where to go, write no sentence, and go there."""
    await _part(play, ONWARD)
    await play.press(key, "enter", "enter", "enter", "1")


async def _ended(play: p.Play) -> p.Play:
    """A talk the program opened itself, played to its end."""
    play.app.open_play(p.small())
    await play.pilot.pause()
    await play.press("enter")
    screen = play.app.screen
    assert isinstance(screen, PlayScreen)
    opened = play._replace(screen=screen, sitting=screen.sitting).on_our_clock()
    await opened.give("half_hour", "back")
    return opened


async def test_the_other_chair_begins_as_the_other_one_with_its_own_brief() -> None:
    async with p.playing(p.small()) as play:
        ended = await _ended(play)
        await ended.press("enter")
        await _go(ended, "2")
        assert "You lent a key to Noor" in play.shown
        await play.press("enter")
        assert "you are Ben, needing room" in play.shown
        assert "Hope tired" in play.shown


async def test_again_begins_afresh() -> None:
    async with p.playing(p.small()) as play:
        ended = await _ended(play)
        await ended.press("enter")
        await _go(ended, "3")
        await ended.press("enter")
        again = play.app.screen
        assert isinstance(again, PlayScreen)
        assert again is not ended.screen
        assert again.sitting.turns == ()
