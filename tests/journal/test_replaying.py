"""Replaying what was kept says whether it can be relied on, and how far."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.dialogue.conversation import Conversation
from simulator.journal.events import Left, Play, Replied, TookBack
from simulator.journal.journal import open_journal
from simulator.journal.replaying import replay
from simulator.partner.moves import Role
from simulator.scenario.load import load_bytes
from simulator.scenario.model import Scenario
from tests.journal.talks import START, moments, replied, setup_of, small, small_text, walk
from tests.support.random_stories import scenarios

REPLIES = ("stranger", "half_hour", "back")


def played(scenario: Scenario, *replies: str) -> Play:
    setup = setup_of(scenario)
    talk, clock = Conversation(scenario, setup), moments()
    events = tuple(replied(talk, reply, next(clock)) for reply in replies)
    return Play("0" * 32, "small", setup, START, events)


def edited(old: str, new: str) -> Scenario:
    """The small scenario with other words in one place."""
    assert old in small_text()
    scenario = load_bytes(small_text().replace(old, new).encode(), "small.yaml").scenario
    assert scenario is not None
    return scenario


@settings(max_examples=60)
@given(scenarios(), st.integers(0, 2**40), st.lists(st.integers(0, 14), min_size=1, max_size=3))
def test_random_plays_come_back_and_replay_to_their_states(
    story: tuple[Scenario, Role], seed: int, lengths: list[int]
) -> None:
    scenario, role = story
    journal = open_journal("sqlite://")
    kept = {}
    for number, length in enumerate(lengths):
        setup = setup_of(scenario, role, seed + number)
        happened = tuple(walk(Conversation(scenario, setup), random.Random(seed), length + 1))
        play = journal.begin("random", "a text", setup, START)
        for event in happened:
            journal.add(play, event)
        kept[play] = happened
    found = {play.id: play for play in journal.plays(with_stopped=True)}
    journal.close()
    assert {id_: play.events for id_, play in found.items()} == {
        play: happened for play, happened in kept.items() if happened
    }
    for play in found.values():
        assert replay(play, scenario).same
        assert replay(play, scenario).holds == len(play.turns)


def test_what_stands_and_what_was_taken_back() -> None:
    talk, clock = Conversation(small(), setup_of(small())), moments()
    one, two = (replied(talk, reply, next(clock)) for reply in ("stranger", "always"))
    talk.back_to(0)
    three = replied(talk, "half_hour", next(clock))
    events = (one, two, TookBack(next(clock), 0), Left(next(clock)), three)
    play = Play("0" * 32, "small", setup_of(small()), START, events)
    assert play.turns == (three,)
    assert play.taken_back == ((1, one), (2, two))
    assert (play.undone, play.finished, play.ended) == (2, False, None)
    assert replay(play, small()).same


def test_a_finished_play_has_an_end() -> None:
    play = played(small(), *REPLIES)
    assert play.finished
    assert not play.unfinished
    assert play.ended == play.turns[-1].at
    assert (play.outcome, play.ending) == (play.turns[-1].outcome, play.turns[-1].ending)


def test_a_play_without_a_standing_turn_is_unfinished() -> None:
    play = Play("0" * 32, "small", setup_of(small()), START, ())
    assert (play.outcome, play.ending, play.ended, play.stopped) == (None, None, None, False)


def test_another_rule_is_told_of() -> None:
    play = played(small(), *REPLIES)
    other = play._replace(setup=play.setup._replace(rule="0" * 64))
    told = replay(other, small())
    assert (told.other_rule, told.other_text, told.same) == (True, False, False)
    assert told.difference is None


def test_a_state_that_is_another_is_named() -> None:
    play = played(small(), *REPLIES)
    second = play.events[1]
    assert isinstance(second, Replied)
    wrong = second._replace(after=second.after._replace(tension=99))
    told = replay(play._replace(events=(play.events[0], wrong, play.events[2])), small())
    assert told.difference is not None
    assert (told.difference.number, told.difference.kept) == (2, wrong)
    assert told.difference.now == second
    assert (told.same, told.holds) == (False, 1)


def test_an_edited_text_says_how_far_the_play_holds() -> None:
    play = played(small(), *REPLIES)
    told = replay(play, edited("        back:", "        sit:"))
    assert told.other_text
    assert told.holds == 2
    assert told.difference is not None
    assert (told.difference.number, told.difference.now) == (3, None)


def test_an_edit_that_changes_nothing_holds_to_the_end() -> None:
    told = replay(played(small(), *REPLIES), edited("on twice", "on three times"))
    assert (told.other_text, told.difference, told.holds) == (True, None, 3)


def test_a_chair_that_is_gone_holds_nothing() -> None:
    told = replay(played(small(), *REPLIES), small().model_copy(update={"pursuer": None}))
    assert (told.other_text, told.holds) == (True, 0)


def test_more_taken_back_than_was_given_differs() -> None:
    play = played(small(), "stranger")
    told = replay(play._replace(events=(*play.events, TookBack(START, 5))), small())
    assert told.difference is not None
    assert told.difference.now is None
