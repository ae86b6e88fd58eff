"""What if: from any turn in another way, both plays until they part and after."""

import pytest

from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.stopped import StoppedScreen
from simulator.tui.screens.what_if import WhatIfScreen
from tests.tui import playing as p
from tests.tui.looking_back import Back, ended, looking_back

SIZES = [p.NARROW, p.NORMAL, p.WIDE]


async def _from(back: Back, turn: int) -> WhatIfScreen:
    await back.part(10)
    await back.press("2", str(turn))
    screen = back.app.screen
    assert isinstance(screen, WhatIfScreen)
    return screen


async def _give(back: Back, screen: WhatIfScreen, *replies: str) -> None:
    for reply in replies:
        ids = [offer.id for offer in screen._now.offered]
        await back.press(str(ids.index(reply) + 1))


@pytest.mark.parametrize("size", SIZES)
async def test_both_plays_are_shown_and_the_talk_that_was_had_stays(size: tuple[int, int]) -> None:
    sitting = ended()
    given = [turn.reply for turn in sitting.turns]
    async with looking_back(sitting, size) as back:
        screen = await _from(back, 2)
        await _give(back, screen, "always", "half_hour", "back")
        assert screen._now.finished
        assert [turn.reply for turn in screen._now.turns] == [
            "stranger",
            "always",
            "half_hour",
            "back",
        ]
        await back.press(*["pageup"] * 8)
        read = back.said
        for __ in range(8):
            await back.press("pagedown")
            read += " " + back.said
        for words in ("As it was", "What if", "What they came to", "It was over by then"):
            assert words in read
        assert [turn.reply for turn in sitting.turns] == given
        await back.press("1")
        assert isinstance(back.app.screen, DebriefScreen)


async def test_where_there_is_room_they_stand_beside_each_other() -> None:
    for size, beside in ((p.WIDE, True), (p.NORMAL, False), (p.NARROW, False)):
        async with looking_back(ended(), size) as back:
            screen = await _from(back, 1)
            await _give(back, screen, "always")
            one, other = screen.query(".pair > .side").first(), screen.query(".pair > .side").last()
            assert (one.region.y == other.region.y) is beside


async def test_until_they_part_a_turn_is_told_once() -> None:
    async with looking_back(ended(), (120, 60)) as back:
        screen = await _from(back, 1)
        await _give(back, screen, "stranger")
        assert "In both" in back.shown
        assert "As it was" not in back.shown
        await _give(back, screen, "always")
        assert "As it was" in back.shown


async def test_what_comes_later_in_the_talk_that_was_had_is_not_shown_before() -> None:
    async with looking_back(ended(), (120, 60)) as back:
        screen = await _from(back, 1)
        await _give(back, screen, "always")
        assert "Turn 1" in back.shown
        assert "Turn 2" not in back.shown.replace("What if · Turn", "")


async def test_undo_takes_back_no_more_than_this_play() -> None:
    async with looking_back(ended()) as back:
        screen = await _from(back, 2)
        await back.press("u")
        assert len(screen._now.turns) == 1
        await _give(back, screen, "always")
        await back.press("u")
        assert [turn.reply for turn in screen._now.turns] == ["stranger"]


async def test_once_more_begins_at_the_same_turn() -> None:
    async with looking_back(ended()) as back:
        screen = await _from(back, 2)
        await _give(back, screen, "half_hour", "stay_out")
        await back.press("2")
        assert [turn.reply for turn in screen._now.turns] == ["stranger"]
        assert not screen._now.finished


async def test_crossing_the_line_stops_there_too() -> None:
    async with looking_back(ended()) as back:
        screen = await _from(back, 1)
        await _give(back, screen, "in_the_way")
        assert isinstance(back.app.screen, StoppedScreen)
        await back.press("h")
        assert isinstance(back.app.screen, DebriefScreen)


async def test_nobody_keeps_it_and_one_can_leave_at_once() -> None:
    async with looking_back(ended()) as back:
        screen = await _from(back, 1)
        assert screen._now.keeper is None
        await back.pilot.press("escape", "escape")
        assert back.app.left_at_once
