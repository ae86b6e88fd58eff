"""The breathing exercise as text, at the reader's own pace."""

import io

import pytest

from simulator.plain.breathing import breathe
from simulator.plain.paper import Paper
from simulator.practice.breath import BREATHED, ROUNDS
from tests.plain.table import Table

OUT = "Breathe out … one, two, three, four, five, six."


def breathed(*lines: str) -> tuple[str, bool]:
    text, left = io.StringIO(), iter(lines)
    gone = breathe(Paper(text, 500), lambda: next(left, None))
    return text.getvalue(), gone


def test_each_breath_waits_for_the_reader_and_goes_out_longer_than_in():
    words, gone = breathed(*[""] * ROUNDS, "never read")
    assert words.count("Breathe in … one, two, three, four. " + OUT) == ROUNDS
    assert "Breath 9 of 9." in words
    assert BREATHED in words
    assert not gone


@pytest.mark.parametrize(("lines", "gone"), [(["", "q"], False), (["", "x"], True), ([""], False)])
def test_it_ends_at_any_breath(lines: list[str], gone: bool):
    words, left = breathed(*lines)
    assert words.count(OUT) == 2
    assert BREATHED not in words
    assert left is gone


def test_in_a_pipe_it_is_told_once_and_reads_nothing():
    table = Table()
    words = table.type("breathe", "b")
    assert words.count(OUT) == 1
    assert words.count("You are Ada. Ben lent") == 1


def test_it_is_at_hand_where_the_debrief_begins_and_the_question_comes_back():
    table = Table(interactive=True)
    table.give("half_hour", "back")
    words = table.type("d", "breathe", "", "q", "better", "breathe", "q", "q")
    assert words.count(OUT) == 2
    assert words.count("How are you now?") == 2
    [kept] = table.sitting.reflections.values()
    assert kept.words == "better"


def test_at_a_reply_it_is_at_hand_as_well_and_x_leaves_at_once():
    table = Table(interactive=True)
    table.type("breathe", "x")
    assert table.gone
