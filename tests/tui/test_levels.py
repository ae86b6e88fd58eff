"""How much is said beside the talk: everything, nothing before the end, not even the meters."""

import pytest

from simulator.practice.coaching import KEPT_BACK
from simulator.practice.settings import Settings
from simulator.tui.screens.play.pace import Stage
from simulator.tui.widgets.meters import Meters
from simulator.tui.widgets.transcript import Transcript
from tests.tui import playing as p

AFTER = p.chosen(coaching="after", guess=True, still_second=True)
NONE = p.chosen(coaching="none", guess=True, still_second=True)
CAUSES = ("took it as", "It wanted the fright to be seen.", "it made Ben brace harder")


async def on(play: p.Play) -> None:
    if play.later.waits:
        play.later.pass_by()
        await play.pilot.pause()


@pytest.mark.parametrize("prefs", [AFTER, NONE])
@pytest.mark.parametrize("size", [p.NORMAL, p.NARROW, p.WIDE])
async def test_before_the_end_nothing_is_asked_explained_or_hinted_at(
    prefs: Settings, size: tuple[int, int]
) -> None:
    async with p.playing(p.small(), size, prefs=prefs) as play:
        await play.give("always")
        assert play.screen._pace.stage is Stage.STILL
        await on(play)
        assert play.screen._pace.stage is Stage.READY
        assert not any(words in play.talk for words in CAUSES)
        for key in ("p", "h"):
            await play.press(key)
            assert KEPT_BACK[:20] in play.shown
        assert not any(words in play.talk for words in CAUSES)
        await play.press("n")
        assert play.app.screen is play.screen


async def test_after_the_fact_the_meters_stay() -> None:
    async with p.playing(p.small(), prefs=AFTER) as play:
        await play.give("always")
        await on(play)
        assert "▲▲ much more" in play.shown
        assert "◆ 55 withdrawing" in play.shown


@pytest.mark.parametrize("size", [p.NORMAL, p.NARROW, p.WIDE])
async def test_the_hard_mode_shows_no_meter_and_can_be_played(size: tuple[int, int]) -> None:
    async with p.playing(p.small(), size, prefs=NONE) as play:
        await play.give("always")
        await on(play)
        await play.give("stranger")
        await on(play)
        for words in ("Tension", "Connection", "withdrawing", "◆"):
            assert words not in play.shown
        assert len(play.sitting.turns) == 2


async def test_a_level_that_is_changed_while_a_page_is_open_holds_from_there() -> None:
    async with p.playing(p.small(), prefs=p.PREFS) as play:
        await play.give("always")
        assert any(words in play.talk for words in CAUSES)
        await play.press("b")
        play.app.choose(coaching="none")
        await play.press("b")
        assert not any(words in play.talk for words in CAUSES)
        assert "Tension" not in play.shown
        await play.press("b")
        play.app.choose(coaching="full")
        await play.press("b")
        assert all(words in play.talk for words in CAUSES)
        assert "Tension" in play.shown
        await play.give("always")
        assert len(play.sitting.turns) == 2


async def test_a_hint_that_is_shown_goes_where_hints_are_switched_off() -> None:
    async with p.playing(p.small(), prefs=p.PREFS) as play:
        await play.press("h", "b")
        play.app.choose(coaching="after")
        await play.press("b")
        assert "Hint" not in play.shown


@pytest.mark.parametrize("size", [p.NORMAL, p.NARROW, p.WIDE])
async def test_meters_in_words_have_no_number(size: tuple[int, int]) -> None:
    async with p.playing(p.small(), size, prefs=p.chosen(meters="words")) as play:
        await play.give("always")
        meters = play.screen.query_one(Meters)
        drawn = "".join(strip.text for strip in meters.render_lines(meters.size.region))
        assert not any(sign.isdecimal() for sign in drawn)
        assert "withdrawing" in drawn
        assert "▲▲" in drawn
        await play.press("p")
        drawn = "".join(strip.text for strip in meters.render_lines(meters.size.region))
        assert not any(sign.isdecimal() for sign in drawn)


async def test_lines_are_as_wide_as_was_chosen_and_follow_another_choice() -> None:
    async with p.playing(p.shipped("vacation-planning", p.Role.PURSUER), (120, 40)) as play:

        def widest() -> int:
            talk = play.screen.query_one(Transcript)
            drawn = talk.render_lines(talk.size.region)
            return max(len(strip.text.rstrip()) for strip in drawn)

        assert widest() > 60
        await play.press("b")
        play.app.choose(text_width=50)
        await play.press("b")
        assert 40 < widest() <= 51


async def test_thoughts_switched_on_in_the_settings_show_and_one_s_own_switch_stays() -> None:
    async with p.playing(p.small(), prefs=p.PREFS) as play:
        await play.press("t", "b")
        play.app.choose(text_width=60)
        await play.press("b")
        assert "Here it comes." in play.talk
        await play.press("t", "b")
        play.app.choose(thoughts=True)
        await play.press("b")
        assert "Here it comes." in play.talk


async def test_a_discreet_top_line_names_neither_the_talk_nor_who_one_is() -> None:
    async with p.playing(p.small(), prefs=p.chosen(discreet=True)) as play:
        top = play.shown.splitlines()[0]
        assert "spare key" not in top
        assert "Ada" not in top
        assert "Practice" in top


async def test_the_words_that_carried_a_move_are_underlined_and_told_in_words() -> None:
    async with p.playing(p.small(), p.WIDE) as play:
        await play.give("always")
        you = play.screen.query_one(Transcript).blocks[-1].before[0].body
        marked = {
            you.plain[span.start : span.end] for span in you.spans if span.style == "underline"
        }
        assert marked == {"You never think.", "the whole street?"}
        assert "“You never think.”" in play.talk.partition("took it as")[2]
