"""How did that land? Asked after the answer and before the meters, as far as one wants it asked."""

from collections.abc import Callable

import pytest

from simulator.coach.landing import Landing
from simulator.partner.moves import Role
from simulator.practice.settings import Settings
from simulator.practice.sitting import Sitting
from simulator.tui.over import PlayOver
from simulator.tui.screens.play.pace import Stage
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.meters import Meters
from simulator.tui.widgets.replies import Replies
from tests.tui import playing as p
from tests.tui.frame import resize

ASKED = p.chosen(guess=True)
STILL = p.chosen(guess=True, still_second=True)
QUESTION = "How did that land?"
SHOWN_AFTER = ("Ben took it as", "It wanted the fright to be seen.")


async def test_answer_then_a_still_second_then_the_question_then_meters_and_feedback() -> None:
    async with p.playing(p.small(), prefs=STILL) as play:
        await play.give("always")
        assert "Ben turns half away." in play.talk
        assert play.later.waits
        assert QUESTION not in play.shown
        assert "1  " not in play.shown
        play.later.pass_by()
        await play.pilot.pause()
        assert QUESTION in play.shown
        assert "Tension 50" in play.shown
        assert not any(words in play.talk for words in SHOWN_AFTER)
        await play.press("1")
        assert "You guessed closer. It put distance between you: further." in play.talk
        assert "▲▲ much more" in play.shown
        assert "Connection 32 ▼ less" in play.shown
        places = [play.talk.find(words) for words in ("half away", "You guessed", *SHOWN_AFTER)]
        assert places == sorted(places)
        assert min(places) >= 0
        assert play.sitting.guesses == {1: Landing.CLOSER}


@pytest.mark.parametrize("key", ["enter", "space", "escape"])
async def test_the_still_second_is_cut_short_by_a_key_that_means_on(key: str) -> None:
    async with p.playing(p.small(), prefs=STILL) as play:
        await play.give("always")
        await play.press(key)
        assert not play.later.waits
        assert QUESTION in play.shown


async def test_a_number_pressed_in_the_still_second_gives_nothing() -> None:
    async with p.playing(p.small(), prefs=STILL) as play:
        await play.give("always")
        await play.press("1", "2", "3")
        assert play.later.waits
        assert len(play.sitting.turns) == 1
        assert play.sitting.guesses == {}


async def test_the_still_second_alone_is_followed_by_everything() -> None:
    async with p.playing(p.small(), prefs=p.chosen(still_second=True)) as play:
        await play.give("always")
        assert "Tension 50" in play.shown
        assert not any(words in play.talk for words in SHOWN_AFTER)
        play.later.pass_by()
        await play.pilot.pause()
        assert QUESTION not in play.shown
        assert all(words in play.talk for words in SHOWN_AFTER)
        await play.give("always")
        assert len(play.sitting.turns) == 2


@pytest.mark.parametrize("key", ["0", "enter", "escape"])
async def test_the_question_is_skipped_by_one_key_and_nothing_is_kept_of_it(key: str) -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        await play.give("always")
        await play.press(key)
        assert all(words in play.talk for words in SHOWN_AFTER)
        assert "You guessed" not in play.talk
        assert play.sitting.guesses == {}
        await play.give("always")


async def test_two_presses_of_esc_leave_at_once_while_it_is_asked() -> None:
    for prefs in (ASKED, STILL):
        async with p.playing(p.small(), prefs=prefs) as play:
            await play.give("always")
            await play.pilot.press("escape", "escape")
            assert play.app.left_at_once


async def test_a_reply_pressed_twice_is_no_guess() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        number = str([offer.id for offer in play.sitting.offered].index("always") + 1)
        await play.press(number, number, "1", "0", "enter")
        assert QUESTION in play.shown
        assert play.sitting.guesses == {}
        assert len(play.sitting.turns) == 1


async def test_a_guess_pressed_twice_gives_no_reply() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        await play.give("always")
        await play.press("3", "3", "1")
        assert len(play.sitting.turns) == 1
        assert play.sitting.guesses == {1: Landing.FURTHER}


async def test_arrows_enter_and_the_mouse_guess_as_well() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        await play.give("always")
        await play.press("down", "down", "enter")
        assert play.sitting.guesses == {1: Landing.SAME}
        await play.give("always")
        play.clock.now += 1
        await play.pilot.click("#replies", offset=(10, 3))
        await play.pilot.pause()
        assert play.sitting.guesses == {1: Landing.SAME, 2: Landing.FURTHER}


async def test_thoughts_points_and_another_size_show_nothing_early() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        await play.give("always")
        await play.press("t", "p")
        await resize(play.pilot, *p.NARROW)
        await play.pilot.pause()
        assert "I have nothing left." in play.talk
        assert "Tension 50" in play.shown
        assert not any(words in play.talk for words in SHOWN_AFTER)
        assert QUESTION in play.shown
        await play.press("h")
        assert "Hint" not in play.shown


@pytest.mark.parametrize("prefs", [ASKED, STILL])
async def test_undo_takes_the_reply_back_while_something_is_still_to_come(prefs: Settings) -> None:
    async with p.playing(p.small(), prefs=prefs) as play:
        await play.give("always")
        await play.press("u")
        assert play.sitting.turns == ()
        assert not play.later.waits
        assert "Your reply" in play.shown
        assert "Tension 50" in play.shown
        await play.give("always")
        assert len(play.sitting.turns) == 1


async def test_after_another_page_the_question_still_stands() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        await play.give("always")
        await play.press("b", "b")
        assert QUESTION in play.shown
        await play.press("3")
        assert play.sitting.guesses == {1: Landing.FURTHER}


async def test_a_guess_stays_in_the_talk_and_goes_with_its_reply() -> None:
    async with p.playing(p.small(), (80, 60), prefs=ASKED) as play:
        await play.give("always")
        await play.press("3")
        await play.press("t")
        assert play.talk.count("You guessed further.") == 1
        await play.press("u")
        assert "You guessed" not in play.talk
        assert play.sitting.guesses == {}


@pytest.mark.parametrize(
    ("role", "choose"), [(Role.PURSUER, p.looking), (Role.WITHDRAWER, p.heedless)]
)
async def test_a_whole_talk_with_a_guess_at_every_turn_in_both_chairs(
    role: Role, choose: Callable[[Sitting], str]
) -> None:
    sitting = p.shipped("vacation-planning", role)
    async with p.playing(sitting, prefs=STILL) as play:
        for _turn in range(40):
            if sitting.finished:
                break
            await play.give(choose(sitting))
            play.later.pass_by()
            await play.pilot.pause()
            assert QUESTION in play.shown
            await play.press("2")
        assert "The talk is over" in play.shown
        assert set(sitting.guesses) == set(range(1, len(sitting.turns) + 1))
        assert set(sitting.guesses.values()) == {Landing.SAME}


async def test_the_last_reply_is_asked_about_before_the_end_is_offered() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        await play.give("half_hour")
        await play.press("0")
        await play.give("back")
        assert QUESTION in play.shown
        assert "The talk is over" not in play.shown
        await play.press("1")
        assert "The talk is over" in play.shown


async def test_nothing_is_asked_where_the_talk_was_stopped() -> None:
    async with p.playing(p.small(), prefs=STILL) as play:
        await play.give("in_the_way")
        assert not play.later.waits
        assert QUESTION not in play.shown
        assert "The talk stops here" in play.shown
        assert play.results == []


async def test_leaving_is_asked_and_done_in_the_still_second() -> None:
    async with p.playing(p.small(), prefs=STILL) as play:
        await play.give("always")
        await play.press("q", "2")
        assert play.results == [PlayOver("home")]


async def test_reduced_motion_keeps_the_second_and_draws_nothing_that_moves() -> None:
    async with p.playing(p.small(), prefs=STILL._replace(motion="reduced")) as play:
        await play.give("always")
        before = play.shown
        assert play.later.waits
        await play.pilot.pause()
        assert play.shown == before


async def test_a_guess_that_is_switched_off_meanwhile_is_no_longer_asked() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        await play.give("always")
        await play.press("b")
        play.app.choose(guess=False)
        await play.press("b")
        assert QUESTION not in play.shown
        assert all(words in play.talk for words in SHOWN_AFTER)


async def test_the_meters_are_drawn_once_the_guess_is_made_and_not_before() -> None:
    async with p.playing(p.small(), prefs=ASKED) as play:
        meters = play.screen.query_one(Meters)
        before = meters._shown
        await play.give("always")
        assert meters._shown == before
        assert play.screen._pace.stage is Stage.ASKED
        await play.press("0")
        assert meters._shown.reading == play.sitting.reading
        assert play.screen._pace.stage is Stage.READY
        assert play.screen.query_one(Replies).option_count == len(play.sitting.offered)


@pytest.mark.parametrize("size", [p.NORMAL, p.NARROW])
async def test_while_it_is_asked_the_footer_names_the_keys_that_answer(
    size: tuple[int, int],
) -> None:
    async with p.playing(p.small(), size, prefs=ASKED) as play:
        await play.give("always")
        bottom = " ".join(play.shown.split("\n")[-1:])
        assert "0 skip" in bottom
        assert "hint" not in bottom
        assert "reply" not in bottom
        before = play.screen.query_one(KeyBar).region
        await play.press("0")
        assert "skip" not in play.shown.split("\n")[-1]
        assert play.screen.query_one(KeyBar).region == before


async def test_points_show_what_was_asked_for_and_keep_ones_place_after_a_guess() -> None:
    async with p.playing(p.small(), (80, 20), prefs=ASKED) as play:
        await play.give("always")
        await play.press("3")
        assert "You guessed further." in play.shown
        await play.press("p")
        assert "You guessed further." in play.shown
        assert "Tension" in play.shown.split("You guessed further.")[1]
        await play.press("t")
        assert "You guessed further." in play.shown


async def test_points_come_into_sight_where_nothing_was_guessed() -> None:
    async with p.playing(p.shipped("vacation-planning", Role.PURSUER)) as play:
        await play.press("2")
        await play.press("p")
        name = play.sitting.partner.name
        assert f"{name} took it as" in play.shown
