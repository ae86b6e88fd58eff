"""The talk from close up: folded at first, and filled by what is worked out meanwhile."""

import pytest

from simulator.partner.moves import Role
from simulator.practice.debriefing import debrief
from simulator.tui.screens.debrief.close import Close
from simulator.tui.widgets.curve import TURNED, Curve
from simulator.tui.widgets.fold import Fold
from tests.tui import playing as p
from tests.tui.looking_back import Back, ended, looking_back

CLOSE = 10


async def _unfold(back: Back, number: int) -> None:
    """The fold of this place, from 0."""
    list(back.screen.query(Fold))[number].toggle()
    await back.press()


async def test_everything_is_folded_until_it_is_asked_for() -> None:
    async with looking_back(ended()) as back:
        await back.part(CLOSE)
        assert "Turn 1" in back.shown
        assert "Ben could see the hall" not in back.said
        assert "Tension from" not in back.shown
        await back.press("tab", "enter")
        assert "Tension from" in back.shown
        await back.press("enter", "down", "enter")
        assert "Ben could see the hall" in back.said
        assert "Tension from" not in back.shown


async def test_the_curve_shows_both_meters_from_the_start() -> None:
    sitting = ended()
    async with looking_back(sitting, p.WIDE) as back:
        await back.part(CLOSE)
        await _unfold(back, 0)
        start, last = sitting.curve[0], sitting.curve[-1]
        assert f"Tension from {start.tension} to {last.tension}" in back.shown
        assert f"Connection from {start.connection} to {last.connection}" in back.shown
        assert "75 shut down" in back.shown


async def test_in_words_alone_no_level_carries_its_number() -> None:
    sitting = ended()
    async with looking_back(sitting, p.WIDE, prefs=p.chosen(meters="words")) as back:
        await back.part(CLOSE)
        await _unfold(back, 0)
        assert "Tension from" not in back.shown
        assert "75 shut down" not in back.shown
        await _unfold(back, 1)
        assert "+" not in back.shown
        await back.press("2")
        assert "tension 5" not in back.shown


async def test_what_was_still_possible_fills_itself_once_it_is_worked_out() -> None:
    sitting = ended("always", "always", "always")
    async with looking_back(sitting, (120, 60)) as back:
        await back.part(CLOSE)
        assert sitting.outlooks.wait(60)
        back.screen.look_again()
        await back.press()
        meant = debrief(sitting)
        assert meant.worked_out
        assert "not worked out yet" not in back.said
        point = meant.turning_point
        assert point is not None
        await _unfold(back, 0)
        assert f"A turning point, one of several there may be: turn {point.turn}" in back.said
        for review in meant.turns:
            await _unfold(back, review.turn)
            assert " ".join(review.possible.split()) in back.said
            assert "lost" not in review.possible
            await _unfold(back, review.turn)


def test_the_turning_point_stands_under_its_turn() -> None:
    sitting = ended()
    curve = Curve(sitting.curve, sitting.reading.marks)
    assert TURNED not in "".join(line.plain for line in curve._lines(80))
    curve = Curve(sitting.curve, sitting.reading.marks, 2)
    lines = [line.plain for line in curve._lines(80)]
    under = next(line for line in lines if TURNED in line)
    turns = next(line for line in lines if line.strip().startswith("turn"))
    assert under.index(TURNED) == turns.index("2")


@pytest.mark.parametrize("role", list(Role))
async def test_enter_alone_leaves_nothing_unread(role: Role) -> None:
    sitting = p.small(role)
    while not sitting.finished:
        sitting.choose(p.looking(sitting))
    async with looking_back(sitting, p.NARROW) as back:
        await back.part(CLOSE)
        await back.press("enter", "enter", "n")
        assert back.screen.query(Close)
        assert not back.results
