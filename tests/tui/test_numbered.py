"""A list takes the lines it needs, and no scrollbar stands where nothing is left to scroll."""

import pytest

from simulator.partner.moves import Role
from simulator.tui.screens.what_if import WhatIfScreen
from simulator.tui.widgets.numbered import Numbered
from tests.tui import playing as p
from tests.tui.looking_back import looking_back


def _needs(listed: Numbered) -> tuple[int, int]:
    """Lines there are, and lines that are shown."""
    return listed.virtual_size.height, listed.scrollable_content_region.height


@pytest.mark.parametrize("width", range(60, 121, 5))
async def test_a_list_with_room_is_as_high_as_its_entries(width: int) -> None:
    sitting = p.shipped("vacation-planning", Role.PURSUER)
    async with p.playing(sitting, (width, 60)) as play:
        lines, shown = _needs(play.screen.query_one(Numbered))
        assert lines == shown
    while not sitting.finished:
        sitting.choose(p.looking(sitting))
    async with looking_back(sitting, (width, 60)) as back:
        back.app.push_screen(WhatIfScreen(sitting, 1))
        await back.press()
        lines, shown = _needs(back.app.screen.query_one(Numbered))
        assert lines == shown
