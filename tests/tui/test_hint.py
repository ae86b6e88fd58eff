"""Hints on demand: how they may be, which kind of move has room, which reply; gone with the next."""

import pytest

from simulator.partner.moves import Role
from simulator.practice.outlooks import Outlooks
from simulator.practice.sitting import Sitting
from simulator.tui.widgets.hint import Aside
from tests.tui import playing as p
from tests.tui.frame import at_rest, resize, said

SIZES = [p.NORMAL, p.NARROW, p.WIDE]


def shown_beside(play: p.Play) -> str:
    """What stands above the replies, or in the talk where there is no room for it."""
    return f"{play.screen.query_one(Aside).visual} {play.talk}"


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("size", SIZES)
async def test_three_presses_give_three_steps_and_a_fourth_says_that_is_all(
    role: Role, size: tuple[int, int]
) -> None:
    sitting = p.small(role)
    async with p.playing(sitting, size) as play:
        for step in (1, 2, 3):
            await play.press("h")
            await at_rest(play.pilot)
            assert f"Hint {step} of 3" in play.shown
        assert "Not worked out yet." not in play.shown
        await play.press("h")
        assert "there is no further hint" in play.shown
        for words in ("Your reply", "? help"):
            assert words in play.shown


async def test_the_last_step_names_a_reply_that_is_offered() -> None:
    sitting = p.small()
    async with p.playing(sitting, p.WIDE) as play:
        await play.press("h", "h", "h")
        await at_rest(play.pilot)
        named = play.screen._hints.shown[-1].reply
        assert named in {offer.id for offer in sitting.offered}


async def test_not_worked_out_yet_gives_way_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[bool] = []
    begun, ready, at = Outlooks.wait, Outlooks.ready, Outlooks.at
    assert isinstance(ready, property)

    def wait(self: Outlooks, seconds: float | None = None) -> bool:
        return begun(self, seconds) if done else False

    monkeypatch.setattr(Outlooks, "wait", wait)
    monkeypatch.setattr(
        Outlooks, "ready", property(lambda self: bool(done) and self.trouble is None)
    )
    monkeypatch.setattr(Outlooks, "at", lambda self, turn: at(self, turn) if done else None)
    async with p.playing(p.small(), p.WIDE) as play:
        await play.press("h", "h", "h")
        assert "Not worked out yet." in said(play.pilot)
        play.sitting.outlooks.begin()
        done.append(True)
        await at_rest(play.pilot)
        assert "Not worked out yet." not in said(play.pilot)
        assert "Hint 3 of 3" in play.shown


@pytest.mark.parametrize("size", SIZES)
async def test_hints_go_with_the_next_reply_and_with_the_one_taken_back(
    size: tuple[int, int],
) -> None:
    async with p.playing(p.small(), size) as play:
        await play.press("h")
        await play.give("stranger")
        assert "Hint" not in play.shown
        await play.press("h", "h")
        assert "Hint 1 of 3" in shown_beside(play) or size == p.NORMAL
        await play.press("u")
        assert "Hint" not in shown_beside(play)
        await play.press("h")
        assert "Hint 1 of 3" in play.shown


async def test_hints_move_with_the_room_there_is() -> None:
    async with p.playing(p.small(), p.WIDE) as play:
        await play.press("h", "h")
        assert "Hint 1 of 3" not in play.talk
        await resize(play.pilot, *p.NARROW)
        await play.pilot.pause()
        assert "Hint 1 of 3" in play.talk
        assert "Hint 2 of 3" in play.talk
        await resize(play.pilot, *p.WIDE)
        await play.pilot.pause()
        assert "Hint 1 of 3" not in play.talk
        assert "Hint 2 of 3" in play.shown


async def test_a_hint_comes_only_when_it_is_asked_for_and_nothing_is_worked_out_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[Outlooks] = []

    def begin(self: Outlooks) -> None:
        begun.append(self)

    monkeypatch.setattr(Outlooks, "begin", begin)
    async with p.playing(p.small()) as play:
        await play.give("stranger", "stranger")
        await at_rest(play.pilot)
        assert "Hint" not in play.shown
        assert begun == []
        await play.press("h")
        assert begun == [play.sitting.outlooks]


async def test_once_the_talk_is_over_no_reply_is_hinted_at() -> None:
    async with p.playing(p.small()) as play:
        await play.give("half_hour", "back")
        await play.press("h")
        assert "Hint" not in play.shown
        assert "The talk is over" in play.shown


async def test_a_page_that_goes_with_it_is_one_key_away() -> None:
    async with p.playing(p.small(), p.WIDE) as play:
        await play.give("half_hour")
        assert play.screen._draw.page is not None
        assert "n: a page about this" in play.shown
        await play.press("n")
        assert play.app.screen is not play.screen
        await play.press("escape")
        assert play.app.screen is play.screen
        assert len(play.sitting.turns) == 1


def _all_hints(sitting: Sitting) -> str:
    return " ".join(sitting.hint(step).text for step in (1, 2))


async def test_what_is_shown_is_what_the_sitting_says() -> None:
    async with p.playing(p.small(), p.WIDE) as play:
        await play.press("h", "h")
        told = "".join(said(play.pilot).split())
        other = p.small()
        for step in (1, 2):
            first = "".join(other.hint(step).text.split()[:6])
            assert first in told
