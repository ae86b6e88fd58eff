"""Ninety seconds of breathing, on a clock of the test."""

import pytest

from simulator.practice.breath import IN, OUT, ROUNDS, SECONDS, breath_at
from simulator.tui.screens.breathing import BreathingScreen
from tests.tui import playing as p
from tests.tui.looking_back import Back, ended, looking_back


def test_it_takes_ninety_seconds_and_every_breath_goes_out_longer_than_in() -> None:
    assert SECONDS == 90
    assert OUT > IN
    breaths = [breath_at(second + 0.5) for second in range(SECONDS)]
    assert all(breath is not None for breath in breaths)
    assert sum(breath.inward for breath in breaths if breath) == IN * ROUNDS
    assert all(0 <= breath.full <= 1 for breath in breaths if breath)
    assert breath_at(SECONDS) is None


async def _breathing(back: Back) -> tuple[BreathingScreen, p.Clock]:
    clock = p.Clock()
    screen = BreathingScreen(clock=clock, every=0)
    back.app.push_screen(screen)
    await back.press()
    return screen, clock


async def test_it_counts_in_words_and_the_shape_grows_with_the_breath() -> None:
    async with looking_back(ended()) as back:
        screen, clock = await _breathing(back)
        assert "Breathe in … one" in back.shown
        small = back.shown.count("∙")
        clock.now += IN - 0.1
        screen.tick()
        await back.press()
        assert "Breathe in … four" in back.shown
        assert back.shown.count("∙") > small
        clock.now += 2
        screen.tick()
        await back.press()
        assert "Breathe out … two" in back.shown
        clock.now += SECONDS
        screen.tick()
        await back.press()
        assert "Take your time" in back.shown


async def test_with_motion_reduced_there_are_words_only() -> None:
    async with looking_back(ended(), prefs=p.chosen(motion="reduced")) as back:
        await _breathing(back)
        assert "Breathe in … one" in back.shown
        assert "∙" not in back.shown


@pytest.mark.parametrize("key", ["enter", "escape", "x", "s", "space"])
async def test_any_key_ends_it_and_the_debrief_is_where_it_was(key: str) -> None:
    async with looking_back(ended()) as back:
        await back.press("tab", "1")
        assert isinstance(back.app.screen, BreathingScreen)
        await back.press(key)
        assert back.app.screen is back.screen


@pytest.mark.parametrize("size", [(40, 12), p.NARROW, p.NORMAL, p.WIDE])
async def test_it_fits(size: tuple[int, int]) -> None:
    async with looking_back(ended(), size) as back:
        await _breathing(back)
        assert "Breathe in" in back.shown
        assert "Any key ends it" in back.said
