"""What is said is kept before it is answered; where it cannot be, the talk goes on all the same."""

from pathlib import Path
from threading import Event as Flag
from threading import Thread

import pytest

from simulator.coach.landing import Landing
from simulator.journal.errors import ConflictError, FullError
from simulator.journal.events import (
    Guessed,
    Hinted,
    Left,
    Play,
    Reflected,
    Reflection,
    Replied,
    TookBack,
)
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.practice.keeping import Keep, Keeping
from simulator.practice.opening import open_scenario
from simulator.practice.places import crash_file
from simulator.practice.sitting import Sitting, begin
from tests.support.journal import MemoryJournal, keeping_in

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
FULL = FullError("no room is left on the disk; make some")


class Table:
    """A sitting that is kept in a journal of the test's own."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.keeping = keeping_in(self.journal)
        self.sitting = sitting(self.keeping)

    @property
    def keeper(self):
        assert self.sitting.keeper
        return self.sitting.keeper

    def play(self) -> Play:
        """The one play there is, once all is written that was to be."""
        self.written()
        [play] = self.journal.kept.values()
        return play

    def written(self) -> None:
        self.keeping.ask(lambda _: None).result()


def sitting(keeping: Keeping, role: Role = Role.PURSUER) -> Sitting:
    opened = open_scenario(SMALL)
    assert opened.scenario
    return begin(opened.scenario, role, seed=4, keep=Keep(keeping, "small", opened.text))


@pytest.fixture
def table():
    table = Table()
    yield table
    table.keeping.close()


def test_a_reply_is_kept_once_its_answer_is_there(table):
    table.sitting.choose("stranger")
    [play] = table.journal.kept.values()
    [event] = play.events
    [turn] = table.sitting.turns
    assert event == Replied(event.at, "door", "stranger", turn.before, turn.state, None, None)
    assert play.scenario == "small"
    assert play.setup == table.sitting.setup
    assert play.started == event.at
    assert event.at.utcoffset() is not None
    assert table.journal.texts == {play.setup.scenario: SMALL.read_text("utf-8")}


def test_the_answer_is_not_there_before_the_reply_is_kept(table):
    answers = []
    table.journal.free.clear()
    choosing = Thread(target=lambda: answers.append(table.sitting.choose("stranger")))
    choosing.start()
    assert table.journal.asked.wait(10)
    assert answers == []
    table.journal.free.set()
    choosing.join(10)
    assert [answer.turn.reply for answer in answers] == ["stranger"]


def test_nothing_is_kept_before_the_first_reply(table):
    opened = Flag()
    table.keeper.get_ready(opened.set)
    assert opened.wait(10)
    table.sitting.leave()
    table.written()
    assert not table.journal.kept
    assert not table.journal.texts


def test_the_end_is_kept_with_the_reply_that_led_to_it(table):
    table.sitting.choose("half_hour")
    table.sitting.choose("back")
    assert table.play().outcome is Outcome.TRUCE
    assert table.play().ending == "cups"
    table.sitting.leave()
    assert table.play().finished
    assert not any(isinstance(event, Left) for event in table.play().events)


def test_a_crossed_line_is_kept_as_stopped(table):
    table.sitting.choose("in_the_way")
    assert table.play().stopped
    assert table.play().ending is None


def test_taking_back_and_leaving_are_events_of_their_own(table):
    for reply in ("stranger", "stranger", "always"):
        table.sitting.choose(reply)
    table.sitting.undo()
    table.sitting.back_to(1)
    table.sitting.back_to(1)
    table.sitting.leave()
    events = table.play().events
    assert [type(event) for event in events] == [Replied] * 3 + [TookBack] * 2 + [Left]
    assert [event.kept for event in events if isinstance(event, TookBack)] == [2, 1]
    assert table.play().replies == ("stranger",)
    assert table.play().undone == 2


def test_an_end_that_was_taken_back_can_be_left(table):
    table.sitting.choose("half_hour")
    table.sitting.choose("back")
    table.sitting.undo()
    table.sitting.leave()
    assert isinstance(table.play().events[-1], Left)
    assert table.play().unfinished


def test_what_is_noted_beside_the_talk_is_kept_in_its_place(table):
    table.keeper.hinted(1, 2)
    table.sitting.choose("stranger")
    table.keeper.guessed(1, Landing.CLOSER)
    table.keeper.reflected(Reflection.OWN_WORDS, turn=1, words="I missed you.")
    table.keeper.settle()
    [hint, _, guess, words] = table.play().events
    assert hint == Hinted(hint.at, 1, 2)
    assert guess == Guessed(guess.at, 1, Landing.CLOSER)
    assert words == Reflected(words.at, Reflection.OWN_WORDS, 1, "I missed you.", None)


def test_what_is_rated_before_the_talk_waits_for_its_first_reply(table):
    table.keeper.reflected(Reflection.EXPECTED, number=4)
    table.keeper.settle()
    table.written()
    assert not table.journal.kept
    table.sitting.choose("stranger")
    [rated, reply] = table.play().events
    assert rated == Reflected(rated.at, Reflection.EXPECTED, number=4)
    assert table.play().started == rated.at <= reply.at


def test_a_talk_left_before_its_first_reply_leaves_nothing(table):
    table.keeper.reflected(Reflection.EXPECTED, number=4)
    table.keeper.hinted(1, 1)
    table.sitting.leave()
    table.written()
    assert not table.journal.kept


def test_after_the_end_words_are_added_and_it_stays_the_end(table):
    table.sitting.choose("half_hour")
    table.sitting.choose("back")
    table.keeper.reflected(Reflection.CONNECTED, number=6)
    table.sitting.leave()
    events = table.play().events
    assert [type(event) for event in events] == [Replied, Replied, Reflected]
    assert table.play().outcome is Outcome.TRUCE


def test_words_are_added_to_a_talk_of_the_past(table):
    table.sitting.choose("half_hour")
    table.sitting.choose("back")
    later = Keep(table.keeping, "small", "its text").go_on(table.play())
    later.reflected(Reflection.IF_THEN, words="If I am tired, I say so first.")
    later.left()
    later.settle()
    assert table.play().events[-1].words == "If I am tired, I say so first."


def test_trouble_with_words_is_told_though_nobody_waits(table):
    table.sitting.choose("half_hour")
    table.sitting.choose("back")
    table.journal.fails = FULL
    table.keeper.reflected(Reflection.NOW, words="Tired.")
    table.written()
    assert "No room is left" in table.keeper.news
    table.journal.fails = None
    table.keeper.reflected(Reflection.STEADY, number=5)
    table.written()
    assert "kept again" in table.keeper.news
    assert [event.what for event in table.play().reflections] == [
        Reflection.NOW,
        Reflection.STEADY,
    ]


def test_what_no_database_takes_is_left_out_of_words(table):
    table.sitting.choose("stranger")
    table.keeper.reflected(Reflection.NOW, words="half \udc80, no\0ne, “são” 🙂\n")
    assert table.play().reflections[0].words == "half ?, none, “são” 🙂\n"


def test_the_homework_a_talk_was_had_under_is_kept_with_it(table):
    opened = open_scenario(SMALL)
    keep = Keep(table.keeping, "small", opened.text, "an assignment")
    begin(opened.scenario, Role.PURSUER, seed=4, keep=keep).choose("stranger")
    assert table.play().assignment == "an assignment"


def test_leaving_does_not_wait(table):
    table.sitting.choose("stranger")
    table.journal.free.clear()
    table.sitting.leave()
    table.journal.free.set()
    assert isinstance(table.play().events[-1], Left)


def test_trouble_is_told_once_and_the_talk_goes_on(table):
    table.journal.fails = FULL
    table.sitting.choose("stranger")
    news = table.keeper.news
    assert "No room is left on the disk; make some." in news
    assert "The talk goes on as it was." in news
    assert table.keeper.news is None
    table.sitting.choose("always")
    table.written()
    assert table.keeper.news is None
    assert table.keeper.trouble
    assert len(table.sitting.turns) == 2
    assert not table.journal.kept


def test_after_trouble_all_is_kept_in_order_and_that_is_told(table):
    table.sitting.choose("stranger")
    table.journal.fails = FULL
    table.sitting.choose("always")
    table.sitting.undo()
    table.written()
    assert len(table.play().events) == 1
    assert table.keeper.news
    table.journal.fails = None
    table.sitting.choose("half_hour")
    assert table.play().replies == ("stranger", "half_hour")
    assert table.play().undone == 1
    table.written()
    assert table.keeper.trouble is None
    assert "kept again" in table.keeper.news


def test_in_trouble_nobody_waits_again(table):
    table.journal.fails = FULL
    table.sitting.choose("stranger")
    table.journal.free.clear()
    table.sitting.choose("stranger")
    table.journal.free.set()
    assert len(table.sitting.turns) == 2


def test_a_talk_gone_on_with_elsewhere_is_not_mixed_with_this_one(table):
    table.sitting.choose("stranger")
    table.journal.fails = ConflictError("another window has gone on with this talk")
    table.sitting.choose("always")
    assert "Another window" in table.keeper.news
    table.journal.fails = None
    table.sitting.choose("half_hour")
    assert table.play().replies == ("stranger",)
    assert table.keeper.trouble


def test_a_journal_that_does_not_open_is_trouble_like_any_other():
    def closed():
        raise FULL

    keeping = Keeping(closed)
    talk = sitting(keeping)
    talk.choose("stranger")
    assert talk.keeper.trouble
    talk.undo()
    talk.leave()
    keeping.close()


def test_what_breaks_in_the_program_stops_no_talk_and_is_logged_without_words(table, home):
    table.journal.fails = RuntimeError("There was a stranger in the hall")
    table.sitting.choose("stranger")
    assert "Something in the program broke" in table.keeper.news
    log = crash_file().read_text()
    assert "RuntimeError" in log
    assert "stranger in the hall" not in log


def test_another_talk_is_a_play_of_its_own(table):
    table.sitting.choose("stranger")
    again = begin(table.sitting.scenario, Role.WITHDRAWER, seed=9, keep=table.keeper.anew)
    again.choose("nothing")
    assert [play.setup.role for play in table.journal.kept.values()] == [*Role]


def test_the_journal_is_closed_when_all_is_written(table):
    table.sitting.choose("stranger")
    table.sitting.leave()
    table.keeping.close()
    assert table.journal.closed
    [play] = table.journal.kept.values()
    assert len(play.events) == 2


def test_without_a_keeper_nothing_is_kept():
    opened = open_scenario(SMALL)
    talk = begin(opened.scenario, Role.PURSUER, seed=4)
    talk.choose("stranger")
    talk.undo()
    talk.leave()
    assert talk.keeper is None
