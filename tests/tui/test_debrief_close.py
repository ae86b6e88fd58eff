"""The talk from close up: folded at first, and filled by what is worked out meanwhile."""

import re

import pytest

from simulator.partner.moves import Role
from simulator.partner.stances import Stance
from simulator.practice.coaching import METERS
from simulator.practice.debriefing import debrief
from simulator.tui.over import PlayOver
from simulator.tui.screens.debrief.close import Close
from simulator.tui.widgets.curve import STANDS, TURNED, Curve, curve_lines
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
        assert "↑↓ Enter choose or unfold" in back.said
        await back.press("enter")
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


async def test_the_arrows_go_through_every_fold_to_the_way_out_and_round() -> None:
    sitting = ended()
    async with looking_back(sitting) as back:
        await back.part(CLOSE)
        folds = list(back.screen.query(Fold))
        await back.press(*["down"] * (len(folds) - 1), "enter")
        assert [fold.is_open for fold in folds] == [False] * (len(folds) - 1) + [True]
        assert not back.results
        await back.press("down", "up", "enter")
        assert not any(fold.is_open for fold in folds)
        await back.press("down", "down", "down", "down", "enter")
        assert folds[0].is_open
        await back.press("up", "up", "down", "down", "enter")
        assert not folds[0].is_open
        await back.press("1")
        assert back.results == [PlayOver("home")]


async def test_every_point_stands_under_its_meter_and_adds_up() -> None:
    sitting = ended("always", "always", "always")
    async with looking_back(sitting, (100, 60)) as back:
        await back.part(CLOSE)
        for answered in sitting.answered:
            turn = answered.turn
            await _unfold(back, turn.number)
            assert "+0" not in back.shown
            points: dict[str, int] = {}
            meter = ""
            for line in back.shown.splitlines():
                if line.strip() in METERS.values():
                    meter = line.strip()
                elif found := re.match(r" +([+−]\d+)  \S", line):
                    moved = int(found[1].replace("−", "-"))
                    points[meter] = points.get(meter, 0) + moved
            assert points["Tension"] == turn.state.tension - turn.before.tension
            assert points.get("Connection", 0) == turn.state.connection - turn.before.connection
            await _unfold(back, turn.number)


def test_a_stance_that_still_holds_is_marked_where_the_tension_is_below_it() -> None:
    sitting = ended()
    marks = sitting.reading.marks
    at = next(mark for mark in marks if mark.stance == "protesting" or mark.level == 35)
    low = sitting.curve[0]._replace(tension=28, stance=Stance(at.stance))
    lines = [line.plain for line in curve_lines([low], marks, 80)]
    assert STANDS in next(line for line in lines if at.name in line)
    assert any("still so" in line for line in lines)
    high = low._replace(tension=at.level + 1)
    assert not any(STANDS in line.plain for line in curve_lines([high], marks, 80))


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
