"""The debrief, part after part: all of it filled, all of it skipped, back, out, and at once."""

import pytest

from simulator.journal.events import Reflection
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.practice.debrief_words import Part, title_of
from simulator.practice.debriefing import debrief
from simulator.practice.keeping import Keep, Keeping
from simulator.practice.sitting import begin, replay
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.screens.breathing import BreathingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.stopped import StoppedScreen
from simulator.tui.widgets.field import LONGEST, Field
from simulator.tui.widgets.loop import loop_lines
from tests.coach.words import verdicts
from tests.support.journal import MemoryJournal
from tests.tui import playing as p
from tests.tui.frame import resize
from tests.tui.looking_back import ended, looking_back

PARTS = tuple(Part)


async def test_everything_skipped_comes_to_the_close_look_and_keeps_nothing() -> None:
    async with looking_back(ended()) as back:
        for number, part in enumerate(PARTS, 1):
            assert f"{number} of {len(PARTS)}" in back.shown
            assert title_of(part) in back.said
            while f"· {number} of" in back.shown:
                await back.press("enter")
        assert "from close up" in back.shown
        assert not back.sitting.reflections
        await back.press("tab", "tab", "shift+tab", "shift+tab", "1")
        assert back.results == [PlayOver("home")]


async def test_everything_filled_is_kept_and_shown_again_on_the_way_back() -> None:
    async with looking_back(ended()) as back:
        await back.type("shaky")
        await back.press("enter", "6", "enter", "1", "0", "enter")
        assert (back.noted(Reflection.NOW), back.noted(Reflection.CONNECTED)) == ("shaky", 6)
        assert back.noted(Reflection.STEADY) == 10
        await back.press("enter", "enter", "1")
        await back.write("I was scared")
        await back.part(6)
        await back.write("my half")
        await back.part(9)
        await back.write("if late I ask")
        await back.press("left", "right", "enter")
        await back.type("sleep")
        await back.press("enter")
        assert back.noted(Reflection.OWN_WORDS, 1) == "I was scared"
        assert back.noted(Reflection.FOR_MYSELF) == "my half"
        assert back.noted(Reflection.IF_THEN) == "if late I ask"
        assert back.noted(Reflection.LIKELY) == 6
        assert back.noted(Reflection.IN_THE_WAY) == "sleep"
        await back.press("escape")
        assert "if late I ask" in back.shown
        assert "[6]" in back.shown


async def test_what_is_typed_is_kept_when_somebody_goes_back_or_leaves_at_once() -> None:
    async with looking_back(ended()) as back:
        await back.type("not good")
        await back.press("escape")
        assert back.noted(Reflection.NOW) == "not good"
        assert back.results == [None]
    async with looking_back(ended()) as back:
        await back.type("not good")
        await back.pilot.press("escape", "escape")
        assert back.app.left_at_once
        assert back.noted(Reflection.NOW) == "not good"


@pytest.mark.parametrize("number", range(1, 11))
async def test_leaving_at_once_works_in_every_part(number: int) -> None:
    async with looking_back(ended()) as back:
        await back.part(number)
        await back.pilot.press("escape", "escape")
        assert back.app.left_at_once


async def test_enough_for_today_closes_at_once() -> None:
    async with looking_back(ended()) as back:
        await back.press("tab", "3")
        assert back.results == [PlayOver("home")]


async def test_the_players_rating_comes_before_any_word_on_how_it_went() -> None:
    sitting = ended()
    async with looking_back(sitting) as back:
        for __ in range(2):
            assert "Calmer" not in back.shown
            assert "Tension" not in back.shown
            await back.press("enter")
        assert "ordinary" in back.said
        await back.press("n")
        assert "Calmer, not closer" in back.shown
        assert sitting.ending is not None
        assert sitting.ending.meaning in back.said


async def test_no_other_reply_is_shown_before_ones_own_sentence_or_an_explicit_wish() -> None:
    sitting = ended()
    for way in ("write", "ask"):
        async with looking_back(sitting) as back:
            await back.part(5)
            await back.press("1")
            others = [other.you for fork in _forks(back.screen)[:1] for other in fork.others]
            assert others
            assert all((you.say or you.does) not in back.said for you in others)
            if way == "write":
                await back.press("enter")
                assert all((you.say or you.does) not in back.said for you in others)
                await back.press("1")
            else:
                await back.write("mine")
            assert any(str(you.say or you.does)[:20] in back.said for you in others)


async def test_a_fork_written_to_before_shows_its_others_and_the_sentence() -> None:
    async with looking_back(ended()) as back:
        await back.part(5)
        await back.press("1")
        await back.write("mine")
        await back.press("1", "1")
        assert "mine" in back.shown
        assert "stands beside" in back.said


async def test_a_listed_number_chooses_while_nothing_is_written_and_is_written_afterwards() -> None:
    async with looking_back(ended()) as back:
        assert "1–3 or ↓: choose" in back.shown
        await back.press("1")
        assert isinstance(back.app.screen, BreathingScreen)
        await back.press("escape")
        await back.type("5 of 10")
        assert "↓: choose" in back.shown
        assert "1–3 or" not in back.shown
        await back.press("3", "enter")
        assert back.noted(Reflection.NOW) == "5 of 103"
        assert not back.results


async def test_a_number_at_the_fork_shows_the_others_and_is_no_sentence_of_ones_own() -> None:
    async with looking_back(ended()) as back:
        await back.part(5)
        await back.press("1")
        if not isinstance(back.app.focused, Field):
            await back.press("enter")
        await back.press("1")
        assert "stands beside" in back.said
        assert back.noted(Reflection.OWN_WORDS, 1) is None


async def test_a_number_chooses_from_the_text_as_well() -> None:
    async with looking_back(ended()) as back:
        await back.press("shift+tab", "1")
        assert isinstance(back.app.screen, BreathingScreen)


async def test_the_arrows_lead_from_the_field_to_the_list_and_back() -> None:
    async with looking_back(ended()) as back:
        field = back.app.focused
        assert isinstance(field, Field)
        await back.press("down", "down", "up")
        assert back.app.focused is field
        await back.press("up", "end", "down")
        assert back.app.focused is field


async def test_what_is_more_than_is_kept_is_said() -> None:
    async with looking_back(ended()) as back:
        field = back.app.focused
        assert isinstance(field, Field)
        field.load_text("x" * LONGEST)
        field.move_cursor(field.document.end)
        await back.press()
        assert "letters are kept" not in back.shown
        await back.type("yz")
        assert f"{LONGEST} letters are kept; the last 2 are not" in back.said
        await back.press("backspace")
        assert f"{LONGEST} letters are kept; the last one is not" in back.said
        await back.press("enter")
        assert back.noted(Reflection.NOW) == "x" * LONGEST


def test_the_listed_loop_goes_round_as_the_drawn_one_does() -> None:
    sitting = ended("always", "always", "always")
    loop = debrief(sitting).loop
    assert loop is not None
    listed = " ".join(" ".join(line.plain.split()) for line in loop_lines(loop, 40))
    titles = [loop.did.title, loop.saw.title, loop.theirs.title, loop.guarded.title]
    places = [listed.index(title) for title in titles]
    assert places == sorted(places)


async def test_the_loop_is_drawn_where_there_is_room_and_listed_where_not() -> None:
    for size, drawn in ((p.WIDE, True), (p.NORMAL, True), (p.NARROW, False)):
        async with looking_back(ended(), size) as back:
            await back.part(4)
            assert ("╭" in back.shown) is drawn
            assert "What I did" in back.shown


@pytest.mark.parametrize(
    ("key", "where"),
    [("2", PlayOver("other_chair")), ("3", PlayOver("again")), ("5", PlayOver("home"))],
)
async def test_where_one_goes_is_chosen_before_the_sentence_and_gone_to_after(
    key: str, where: PlayOver
) -> None:
    async with looking_back(ended()) as back:
        await back.part(8)
        await back.press(key)
        assert "One sentence for home" in back.shown
        await back.press("enter", "enter", "enter", "1")
        assert back.results == [where]


async def test_another_evening_may_have_a_partner_who_takes_things_otherwise() -> None:
    async with looking_back(ended()) as back:
        await back.part(8)
        await back.press("4", "2")
        await back.press("enter", "enter", "enter", "1")
        assert back.results == [PlayOver("again", "avoidant")]


async def test_back_to_a_turn_leaves_at_once_for_the_same_talk() -> None:
    async with looking_back(ended()) as back:
        await back.part(8)
        await back.press("1", "2")
        assert back.results == [BackTo(1)]


async def test_a_talk_of_another_day_is_reflected_on_but_not_gone_on_with() -> None:
    async with looking_back(ended(), past=True) as back:
        await back.part(8)
        assert "Again from" not in back.shown
        assert "The other chair" in back.shown


async def test_a_talk_without_a_second_chair_or_another_temperament_offers_neither() -> None:
    sitting = p.shipped("first-words", Role.PURSUER)
    while not sitting.finished:
        sitting.choose(p.looking(sitting))
    async with looking_back(sitting) as back:
        assert "1 of 3" in back.shown
        await back.press("enter", "enter")
        assert "3 of 3" in back.shown


async def test_after_a_crossed_line_there_is_no_debrief() -> None:
    sitting = ended("in_the_way")
    assert sitting.outcome is Outcome.STOPPED
    async with looking_back(sitting) as back:
        assert isinstance(back.app.screen, StoppedScreen)
        await back.press("h")
        assert back.results == [PlayOver("home")]


async def test_the_safety_page_and_help_are_one_key_away_also_while_writing() -> None:
    async with looking_back(ended()) as back:
        for key in ("f2", "f1"):
            await back.press(key)
            assert not isinstance(back.app.screen, DebriefScreen)
            await back.press("escape")
            assert isinstance(back.app.screen, DebriefScreen)


async def test_the_mouse_can_rate_and_no_number_is_a_choice() -> None:
    async with looking_back(ended()) as back:
        await back.press("enter", "4", "backspace", "enter", "0", "enter")
        assert back.noted(Reflection.CONNECTED) is None
        assert back.noted(Reflection.STEADY) == 0
        await back.press("escape")
        await back.pilot.click("Rating", offset=(4 + 3 * 7 + 1, 0))
        await back.press("n")
        assert back.noted(Reflection.CONNECTED) == 7


async def test_what_is_typed_is_shown_as_typed_and_steers_nothing() -> None:
    async with looking_back(ended()) as back:
        field = back.app.screen.query_one(Field)
        field.text = "[bold]no[/] \x1b[31mred\x1b[0m\n[/]"
        await back.press("enter")
        assert back.noted(Reflection.NOW) == "[bold]no[/] [31mred[0m [/]"
        await back.press("escape")
        assert "[bold]no[/]" in back.shown


@pytest.mark.parametrize("number", range(1, 11))
async def test_every_part_stands_a_change_of_size(number: int) -> None:
    async with looking_back(ended(), p.WIDE) as back:
        await back.part(number)
        for width, height in (p.NARROW, p.NORMAL, (40, 12), p.WIDE):
            await resize(back.pilot, width, height)
            await back.press()
            assert "leave at once" in back.said


@pytest.mark.parametrize("role", list(Role))
async def test_no_part_judges(role: Role) -> None:
    for choose in (p.looking, p.heedless):
        sitting = p.small(role)
        while not sitting.finished:
            sitting.choose(choose(sitting))
        async with looking_back(sitting, (120, 60)) as back:
            for number in range(1, 11):
                await back.part(number)
                assert not verdicts(_ours(back.said, sitting.scenario.title))


def _ours(text: str, title: str) -> str:
    return text.replace(title, "")


def _forks(screen: DebriefScreen) -> list:  # type: ignore[type-arg]
    assert screen._look is not None
    return sorted(screen._look.debrief.forks, key=lambda fork: fork.turn)


async def test_a_journal_keeps_what_is_written_and_a_talk_of_another_day_adds_to_it() -> None:
    journal = MemoryJournal()
    keeping = Keeping(lambda: journal)  # type: ignore[arg-type,return-value]
    keep = Keep(keeping, "small", p.SMALL.read_text(encoding="utf-8"))
    sitting = begin(p.read(p.SMALL), Role.PURSUER, tension=50, seed=1, keep=keep)
    for reply in ("stranger", "half_hour", "back"):
        sitting.choose(reply)
    async with looking_back(sitting) as back:
        await back.write("heavy")
        await back.press("8")
        await back.pilot.press("escape", "escape")
    assert sitting.kept(10)
    (play,) = journal.plays()
    again = replay(sitting.scenario, play.setup, play.replies)
    again.recall(play)
    async with looking_back(again, past=True) as back:
        assert "heavy" in back.shown
        await back.press("enter")
        assert "[8]" in back.shown
    keeping.close()
