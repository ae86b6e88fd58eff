"""What if, line by line: played on from a turn, and both plays told one after the other."""

import pytest

from simulator.plain import pages, what_if
from simulator.practice.coaching import Shows
from tests.plain.command import as_pursuer, number
from tests.plain.table import Table
from tests.plain.table import number as number_of


def over(**house: object) -> Table:
    """A talk that came to its end, told so far."""
    table = Table(**house)
    table.give("stranger", "half_hour", "back")
    return table


def in_order(words: str, *parts: str) -> None:
    for part in parts:
        _, found, words = words.partition(part)
        assert found, (part, words)


def typed(*replies: str) -> tuple[str, ...]:
    """What is typed for these replies from the beginning."""
    table, lines = Table(), []
    for reply in replies:
        lines.append(number_of(table.sitting, reply))
        table.give(reply)
    return tuple(lines)


def test_it_plays_on_from_a_turn_with_the_same_prompts_and_tells_both_to_the_end():
    table = over(interactive=True)
    before = table.sitting.turns
    lines = typed("stranger", "half_hour", "stay_out")[1:]
    words = table.type("what if 2", *lines, "q")
    in_order(
        words,
        "What if · Turn 2",
        "Both are the same for 1 reply",
        "Ben: “That was Noor.”",
        "You can reply:",
        "Your reply, a number from 1 to ",
        "In both",
        "Turn 2",
        "As it was",
        "Turn 3",
        "The end: Calmer, not closer.",
        "What if",
        "Turn 3",
        "The end: ",
        what_if.OVER,
        pages.OVER,
    )
    assert table.sitting.turns == before
    assert not table.gone


def test_what_comes_after_the_parting_is_told_even_where_one_of_them_was_over():
    table = over()
    words = table.type("what if 1", *typed("half_hour", "back"))
    as_it_was = words.partition("As it was")[2].partition("What if\n")[0]
    in_order(as_it_was, "Turn 1", "Turn 2", "Turn 3")
    assert "In both" not in words


def test_the_same_again_says_so():
    table = over()
    words = table.type("what if 3", *typed("stranger", "half_hour", "back")[2:])
    in_order(words, "In both", "Both were the same to the end.", "The end: Calmer, not closer.")


def test_only_replies_of_this_play_are_taken_back():
    table = over()
    again = typed("stranger", "half_hour", "back")
    words = table.type("what if 2", "u", again[1], "u 2", "u", "q")
    assert words.count("those of the talk you had") == 2
    assert words.count("The last reply is taken back.") == 1
    assert len(table.sitting.turns) == 3


def test_enter_tells_both_once_more_and_nothing_of_the_debrief_opens_inside():
    table = over()
    words = table.type("what if 3", *typed("stranger", "half_hour", "back")[2:], "", "d", "q")
    assert words.count("Both were the same to the end.") == 2
    assert what_if.NOT_HERE in words


def test_a_crossed_line_stops_it_and_the_talk_one_had_stays():
    table = over()
    lines = typed("in_the_way")
    words = table.type("what if 1", *lines, "u", "q", "d")
    in_order(
        words, "Safety", "does not go on from here", "Nothing was taken back", "Half a Sunday."
    )
    assert "As it was" not in words


@pytest.mark.parametrize("line", ["what if", "what if 0", "what if 9"])
def test_a_turn_that_is_not_there_is_asked_for_again(line):
    assert "The talk had 3 turns. what if and one of their numbers" in over().type(line)


@pytest.mark.parametrize("line", ["what if 1", "close up"])
def test_both_are_for_a_talk_that_is_over(line):
    table = Table()
    table.give("stranger")
    assert pages.NOT_OVER in table.type(line)
    stopped = Table()
    stopped.give("in_the_way")
    assert pages.STOPPED in stopped.type(line)


def test_no_guess_is_asked_in_it_and_x_leaves_at_once_from_it():
    table = Table(shows=Shows(guess=True))
    for reply in ("half_hour", "back"):
        table.give(reply)
        table.type("")
    words = table.type("what if 1", *typed("half_hour", "back"))
    assert "How did that land" not in words
    table.type("what if 1", "x")
    assert table.gone


def test_it_opens_from_a_question_of_the_debrief_and_the_question_comes_back():
    table = over(interactive=True)
    words = table.type("d", "what if 2", "q", "so so", "q", "q")
    asked = words[words.index("First, arrive") :]
    in_order(asked, "How are you now?", "What if · Turn 2", "How are you now?")
    [kept] = table.sitting.reflections.values()
    assert kept.words == "so so"


def test_the_close_look_is_told_on_request_without_the_rest():
    words = over().type("close up")
    in_order(words, "The talk from close up", "Turn 1: ", "Turn 3: ")
    assert "One thing that reached" not in words


def test_in_a_pipe_it_plays_on_without_prompts(home):
    lines = [number("half_hour"), number("back", "half_hour"), "what if 1", number("stranger"), "q"]
    result = as_pursuer("--plain", typed="\n".join([*lines, "q", ""]))
    assert result.exit_code == 0
    in_order(result.stdout, "What if · Turn 1", "You: “", pages.KEPT_WHOLE)
    assert "Your reply" not in result.stdout
