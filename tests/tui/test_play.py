"""The play screen, by its keys: what a person sees, and what they can take back."""

from pathlib import Path

import pytest

from simulator.partner.moves import Role
from simulator.practice.settings import Settings
from simulator.tui.over import PlayOver
from simulator.tui.widgets.transcript import Transcript
from tests.tui import playing as p
from tests.tui.frame import resize


async def test_a_reply_shows_the_words_the_answer_the_reading_and_the_feedback_in_that_order() -> (
    None
):
    async with p.playing(p.small()) as play:
        await play.give("stranger")
        talk = play.talk.partition("I know what you want to say.")[2]
        order = [
            "You  “There was a stranger in the hall",
            "Ben: “That was Noor.”",
            "Ben looks at the kettle. “I know what you want to say.”",
            "Ben took it as: plain complaint.",
            "It named one thing once.",
        ]
        assert [talk.find(words) for words in order] == sorted(talk.find(w) for w in order)
        assert all(words in talk for words in order)


async def test_the_meter_shows_number_stance_mark_and_the_level_where_it_lifts() -> None:
    async with p.playing(p.small()) as play:
        shown = play.shown
        assert "Tension 50" in shown
        assert "◆ 35 guarded" in shown
        assert "◇ lifts at 25, one good reply" in shown
        assert "how hard Ben is bracing" in shown
        assert "55 withdrawing" in shown


async def test_every_change_is_told_in_words_and_with_an_arrow() -> None:
    async with p.playing(p.small()) as play:
        await play.give("always")
        assert "▲▲ much more" in play.shown
        assert "Connection 32 ▼ less" in play.shown


async def test_points_are_shown_on_request_alone() -> None:
    async with p.playing(p.small()) as play:
        await play.give("always")
        assert "+20" not in play.talk
        await play.press("p")
        assert "+20  Looking down" in play.talk
        assert "(−8)" in play.shown
        await play.press("p")
        assert "+20" not in play.talk


async def test_thoughts_are_shown_where_they_are_switched_on() -> None:
    async with p.playing(p.small()) as play:
        assert "Here it comes." not in play.talk
        await play.press("t")
        assert "(Here it comes.)" in play.talk
        await play.press("t")
        assert "Here it comes." not in play.talk


async def test_thoughts_begin_as_the_settings_say() -> None:
    prefs = Settings(terms_accepted=True, thoughts=True)
    async with p.playing(p.small(), prefs=prefs) as play:
        assert "Here it comes." in play.talk


async def test_arrows_and_enter_give_a_reply_and_enter_alone_gives_none() -> None:
    async with p.playing(p.small()) as play:
        await play.press("enter")
        assert play.sitting.turns == ()
        first = play.sitting.offered[0].id
        if first == "in_the_way":
            await play.press("down")
            first = play.sitting.offered[1].id
        await play.press("down", "enter")
        assert [turn.reply for turn in play.sitting.turns] == [first]


async def test_the_mouse_gives_a_reply() -> None:
    async with p.playing(p.small()) as play:
        ids = [offer.id for offer in play.sitting.offered]
        play.clock.now += 1
        await play.pilot.click("#replies", offset=(10, 1 + ids.index("stranger")))
        await play.pilot.pause()
        assert [turn.reply for turn in play.sitting.turns] == ["stranger"]


async def test_replies_are_deaf_for_half_a_second_after_they_appear() -> None:
    async with p.playing(p.small()) as play:
        await play.give("stranger")
        number = str([offer.id for offer in play.sitting.offered].index("stranger") + 1)
        play.clock.now += 0.4
        await play.pilot.press(number, "down", "enter")
        await play.pilot.pause()
        assert len(play.sitting.turns) == 1
        play.clock.now += 0.2
        await play.pilot.press(number)
        await play.pilot.pause()
        assert len(play.sitting.turns) == 2


async def test_two_quick_keys_give_one_reply() -> None:
    async with p.playing(p.small()) as play:
        number = str([offer.id for offer in play.sitting.offered].index("stranger") + 1)
        await play.press(number, number)
        assert len(play.sitting.turns) == 1


async def test_leaving_is_never_deaf() -> None:
    async with p.playing(p.small()) as play:
        await play.give("stranger")
        await play.pilot.press("escape", "escape")
        assert play.app.left_at_once


async def test_undo_takes_back_the_last_reply_and_says_so_where_there_is_none() -> None:
    async with p.playing(p.small()) as play:
        await play.press("u")
        assert "nothing to take back" in play.shown
        await play.give("stranger", "always")
        await play.press("u")
        assert [turn.reply for turn in play.sitting.turns] == ["stranger"]
        assert "You never think" not in play.talk
        assert f"Tension {play.sitting.state.tension}" in play.shown
        await play.give("stranger")
        assert len(play.sitting.turns) == 2


async def test_the_brief_comes_first_and_again_with_b() -> None:
    async with p.playing(p.small(), brief_first=True) as play:
        assert "and you found a stranger" in play.shown
        await play.press("enter")
        assert "Your reply" in play.shown
        await play.press("b")
        assert "and you found a stranger" in play.shown
        await play.press("b")
        assert play.app.screen is play.screen


async def test_keys_meant_for_a_page_give_no_reply_when_it_closes() -> None:
    async with p.playing(p.small()) as play:
        await play.press("b")
        await play.pilot.press("b", "1", "2")
        await play.pilot.pause()
        assert play.sitting.turns == ()


async def test_leaving_the_play_asks_and_says_that_it_is_not_kept() -> None:
    async with p.playing(p.small()) as play:
        await play.press("q")
        assert "not kept" in play.shown
        await play.press("1")
        assert play.app.screen is play.screen
        await play.press("q", "2")
        assert play.results == [PlayOver("home")]


async def test_a_message_is_named_as_one_and_later_is_nobodys_line() -> None:
    async with p.playing(p.small()) as play:
        await play.give("half_hour")
        assert "── 30 minutes later" in play.talk
        assert "In writing: “Still here.”" in play.talk
        await play.give("back")
        assert "Sit down at the table. Write: “Here I am.”" in play.talk


async def test_giving_up_is_drawn_hollow_and_told_as_a_loss() -> None:
    async with p.playing(p.small(Role.WITHDRAWER)) as play:
        assert "Hope tired" in play.shown
        for _ in range(3):
            await play.give("nothing")
        assert play.sitting.reading.hollow
        assert "has stopped asking" in play.shown
        assert "quiet, not calm" in play.shown
        assert "┌─┐" in play.shown
        assert "███" not in play.shown.split("Connection")[0]
        assert "much less" not in play.shown


@pytest.mark.parametrize("size", [p.NORMAL, p.NARROW, p.WIDE, (76, 19), (24, 10), (10, 5)])
async def test_every_size_keeps_the_last_line_and_can_be_played(size: tuple[int, int]) -> None:
    async with p.playing(p.small(), size) as play:
        await play.give("stranger", "always")
        assert len(play.sitting.turns) == 2


@pytest.mark.parametrize("size", [p.NORMAL, p.NARROW, p.WIDE])
async def test_last_line_replies_and_meter_are_in_sight_together(size: tuple[int, int]) -> None:
    async with p.playing(p.small(), size) as play:
        await play.give("stranger")
        for words in ("looks at the kettle", "You never think", "Tension 49", "guarded"):
            assert words in play.shown


async def test_meters_move_above_the_replies_when_the_terminal_shrinks() -> None:
    async with p.playing(p.small(), p.NORMAL) as play:
        assert "55 withdrawing" in play.shown
        await resize(play.pilot, *p.NARROW)
        await play.pilot.pause()
        assert "55 withdrawing" not in play.shown
        assert "◆ guarded, lifts at 25" in play.shown
        await resize(play.pilot, *p.NORMAL)
        await play.pilot.pause()
        assert "55 withdrawing" in play.shown


async def test_a_long_talk_keeps_the_newest_in_sight_and_can_be_read_back() -> None:
    async with p.playing(p.small(), (80, 60)) as play:
        for _ in range(42):
            await play.give("stranger")
        assert len(play.sitting.turns) == 42
        talk = play.screen.query_one(Transcript)
        assert not talk.more_below
        await play.press(*["pageup"] * 12)
        assert talk.scroll_offset.y == 0
        await play.give("stranger")
        assert not talk.more_below


async def test_what_authors_write_is_shown_as_typed(tmp_path: Path) -> None:
    odd = {
        "I know what you want to say.": "[/] and [@click=app.leave] [red]words[/red]",
        "Here it comes.": "[she left]",
        "Sunday, the kitchen door.": "[bold]Sunday",
        "That was Noor.": "$text-muted [link=x]Noor",
        "It named one thing once.": "[/b] one thing.",
    }
    text = p.SMALL.read_text(encoding="utf-8")
    for plain, markup in odd.items():
        assert plain in text
        text = text.replace(f'"{plain}"', plain).replace(plain, f'"{markup}"')
    file = tmp_path / "odd.yaml"
    file.write_text(
        text.replace(
            'feedback: "[/b] one thing." Ben could see the hall.', 'feedback: "[/b] one thing."'
        ),
        encoding="utf-8",
    )
    sitting = p.begin(p.read(file), Role.PURSUER, tension=50, seed=1)
    async with p.playing(sitting, p.WIDE) as play:
        await play.press("t")
        await play.give("stranger")
        await play.press("pageup")
        for markup in odd.values():
            assert markup in play.shown


def underlined(play: p.Play) -> str:
    """What is underlined on the screen as it is drawn."""
    lines = play.app.screen._compositor.render_strips()
    marked = (s.text for line in lines for s in line if s.style and s.style.underline)
    return " ".join(marked)


async def test_without_colour_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with p.playing(p.small(), p.WIDE) as play:
        await play.give("always")
        await play.press("p", "t")
        tension = f"Tension {play.sitting.state.tension} ▲▲ much more"
        assert "You never think." in underlined(play)
        for words in (tension, "◆ 55 withdrawing", "You never think", "▸", "◇"):
            assert words in play.shown
        await play.press("u", "b", "b", "q", "1")
        await play.give("half_hour", "back")
        await play.press("enter", "pagedown")
        assert play.app.screen is not play.screen


async def test_a_new_turn_does_not_draw_the_old_ones_again() -> None:
    async with p.playing(p.small()) as play:
        await play.give("stranger", "stranger")
        talk = play.screen.query_one(Transcript)
        before = list(talk._lines)
        await play.give("stranger")
        assert all(old is now for old, now in zip(before, talk._lines, strict=False))


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


async def test_the_first_reply_is_shown_to_its_last_word_where_the_list_scrolls() -> None:
    sitting = p.shipped("vacation-planning", Role.PURSUER, 3)
    async with p.playing(sitting, (43, 30)) as play:
        for _ in range(4):
            first = sitting.offered[0]
            words = letters(first.text or first.say or first.does or "")
            assert words in letters(play.shown)
            await play.give(p.heedless(sitting))
