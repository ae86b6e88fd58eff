"""Whole plays at the plain player's table: what is typed, and what comes."""

import pytest

from simulator.plain import pages
from simulator.plain.meters import curve_lines
from simulator.practice.words import CROSSED, FEAR, PARTS, TERMS, safety
from tests.plain.table import SMALL, Table


def in_order(words: str, *parts: str) -> None:
    for part in parts:
        before, found, words = words.partition(part)
        assert found, (part, before)


def test_a_talk_opens_with_who_one_is_the_first_lines_and_the_meters():
    table = Table()
    table.player.open()
    in_order(
        table.told(),
        "The spare key",
        "Content notes: money.",
        "You are Ada, reaching out. Ben is the one needing room.",
        "You are Ada. Ben lent",
        "Scene: Sunday, the kitchen door.",
        "Ben looks at the kettle. “I know what you want to say.”",
        "Tension 51, guarded; lifts at 25, one good reply.",
        "Connection 40.",
    )


def test_replies_are_numbered_in_the_order_in_which_they_are_offered():
    table = Table()
    words = table.type()
    for place, offer in enumerate(table.sitting.offered, start=1):
        assert f"{place}. " in words
        assert (offer.say or offer.does) in words


def test_a_turn_is_told_answer_first_then_meters_then_causes_then_feedback():
    words = Table().give("always")
    in_order(
        words,
        "You: “You never think.",
        "Ben turns half away. “Not now.”",
        "Tension 70, withdrawing (much more ▲▲); lifts at 40, two good replies.",
        "Connection 32 (less ▼).",
        "Ben took it as: about who they are, looking down on them. Ben asked for time.",
        "Stance: Tension reached 55",
        "Feedback: It wanted the fright to be seen.",
        "You can reply:\n1. ",
    )


def test_time_that_passes_and_what_is_written_are_told():
    words = Table().give("half_hour")
    in_order(words, "Time passes: 30 minutes.", "Scene: The kettle", "Ben writes: “Still here.”")


def test_a_return_that_is_not_owed_is_not_offered():
    table = Table()
    table.give("half_hour")
    assert {offer.id for offer in table.sitting.offered} == {"back", "stay_out", "knock"}
    table.type("u")
    table.give("stranger")
    assert "back" not in {offer.id for offer in table.sitting.offered}


def test_an_ending_tells_what_it_came_to_and_leaves_the_way_back_open():
    table = Table()
    words = table.give("half_hour", "back")
    in_order(
        words,
        "The end: Calmer, not closer.",
        pages.OVER,
    )
    for later in ("What it meant", "What it cost", "own part", "from turn to turn"):
        assert later not in words
    assert pages.OVER in table.type("1")
    assert "The last 2 replies are taken back." in table.type("u 2")
    assert table.sitting.turns == ()


def test_a_partner_who_leaves_ends_the_talk():
    table = Table()
    words = table.give("always", "always", "always")
    assert "The end: Ben has left the talk." in words
    assert "Tension 100, has left" in words


def test_a_pursuer_has_hope_in_words_and_giving_up_is_told_as_a_loss():
    table = Table("withdrawer")
    table.player.open()
    assert "Hope: tired." in table.told()
    words = table.give("nothing", "nothing", "nothing")
    assert "has stopped asking" in words
    assert "That calm is a loss." in words
    table.give("noor")
    assert "25 (has stopped asking)" in "\n".join(curve_lines(table.sitting.curve))


def test_undo_says_what_it_took_back_and_shows_where_one_was():
    table = Table()
    table.give("stranger", "always")
    words = table.type("u")
    assert "The last reply is taken back." in words
    assert "Ben: “That was Noor.”" in words
    assert len(table.sitting.turns) == 1


@pytest.mark.parametrize("line", ["u", "u 0", "u 9999"])
def test_what_cannot_be_taken_back_is_said(line):
    table = Table()
    assert "Nothing was taken back: " in table.type(line)


def test_thoughts_are_told_once_they_are_switched_on():
    table = Table()
    assert "thinks" not in table.give("stranger")
    words = table.type("t")
    assert "Ben’s thoughts are on." in words
    assert "(Ben thinks: Here it comes.)" in words
    assert "(Ben thinks: I have nothing left.)" in table.give("always")
    assert "Ben’s thoughts are off." in table.type("t")
    assert "thinks" not in table.give("always")


def test_thoughts_can_be_on_from_the_start():
    table = Table(thoughts=True)
    table.player.open()
    assert "(Ben thinks: Here it comes.)" in table.told()


def test_points_are_told_on_request_with_the_words_that_carried_them():
    table = Table()
    assert "no reply was given" in table.type("p")
    words = table.give("always") and table.type("p")
    assert "Tension +15. About who they are" in words
    assert "Your words: “You never think.”" in words
    assert "Connection −8." in words


def test_brief_help_and_safety_are_one_key_away():
    table = Table()
    assert "You are Ada. Ben lent" in table.type("b")
    words = table.type("?")
    for key, does in pages.KEYS:
        assert f"{key}: {does}." in words
    for part in TERMS.parts:
        assert part.removeprefix("· ") in words
    for part in PARTS:
        assert part.means in words
    words = table.type("s")
    for part in safety().parts:
        assert part in words


def test_an_empty_line_tells_the_replies_again_and_anything_else_what_can_be_typed():
    table = Table()
    assert table.type("").count("You can reply:") == 2
    assert "“maybe” is no key here. Type a number from 1 to 4" in table.type("maybe")
    assert "There is no reply 7 here." in table.type("7")
    assert "There is no reply 0 here." in table.type("0")
    assert table.sitting.turns == ()


def test_what_somebody_types_steers_nothing():
    assert "\x1b" not in Table().type("\x1b[2J\x1b]0;x\x07 hello")


@pytest.mark.parametrize(("line", "gone"), [("x", True), ("\x1b\x1b", True), ("q", False)])
def test_leaving_reads_no_further(line, gone):
    table = Table()
    table.type(line, "1")
    assert table.gone is gone
    assert table.sitting.turns == ()


def test_input_that_ends_leaves():
    table = Table()
    table.type()
    assert table.gone is False


def test_leaving_says_that_the_talk_is_not_kept():
    table = Table()
    table.player.leave()
    assert pages.NOT_KEPT in table.told()


def test_a_crossed_line_stops_the_talk_without_meters_or_a_way_back():
    table = Table()
    words = table.give("in_the_way")
    for part in (*CROSSED.parts, *safety().parts):
        assert part in words
    after = words.partition("You: ")[2]
    for gone in ("Tension", "Connection", "took it as", "Feedback", "The end", "You can reply"):
        assert gone not in after
    assert "Nothing was taken back: the talk was stopped" in table.type("u")
    assert table.sitting.stopped
    assert pages.STOPPED in table.type("p", "1")
    table.player.leave()
    assert "seed" not in table.told()


def test_the_first_start_prints_terms_and_fear_with_keys_that_work_here():
    table = Table()
    table.player.first_start()
    words = table.told()
    for part in (*TERMS.parts, *FEAR.parts[:-1]):
        assert part.removeprefix("· ") in words
    assert pages.KEYS_IN_SHORT in words
    assert "pressed twice" not in words


def test_nothing_is_drawn_and_everything_is_sent_at_once():
    table = Table(thoughts=True)
    table.player.open()
    words = table.told() + table.give("stranger", "always", "half_hour", "knock")
    assert not set(words) & set("│─┌┐└┘├┤█▏\x1b\r")


def test_only_somebody_who_types_is_prompted():
    assert "Your reply" not in Table().type("")
    assert "Your reply, a number from 1 to 4 (? for help): " in Table(interactive=True).type("")


def test_an_author_cannot_write_to_the_terminal_or_use_markup(tmp_path):
    path = tmp_path / "small.yaml"
    words = SMALL.read_text(encoding="utf-8")
    path.write_text(words.replace("Not now.", '"[/] [@click=app.quit] [she left]"'), "utf-8")
    assert "“[/] [@click=app.quit] [she left]”" in Table(path=path).give("always")


def test_a_tip_says_that_it_is_written_for_the_full_screen(tmp_path):
    path = tmp_path / "small.yaml"
    words = SMALL.read_text(encoding="utf-8").replace("kind: scenario", "kind: tutorial")
    words = words.replace("      scene: Sunday, the kitchen door.", "      tip: Look at the bar.")
    path.write_text(words, "utf-8")
    table = Table(path=path)
    table.player.open()
    assert "written for the full screen; ? lists the keys here: Look at the bar." in table.told()
    assert "Tip: Look at the bar." in table.give("stranger")
