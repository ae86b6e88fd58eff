"""Guesses, hints and reflections beside a talk."""

import pytest

from simulator.coach.landing import Landing
from simulator.journal.events import Reflection
from simulator.partner.moves import Role
from simulator.practice.debriefing import sitting_of, what_if
from simulator.practice.keeping import Keeping, open_usual
from simulator.practice.sitting import Sitting, begin
from tests.journal.talks import small
from tests.support.kept import keep_played
from tests.support.talks import drawn, shipped


class Keeper:
    """Writes down what it is asked to keep."""

    trouble = news = None

    def __init__(self) -> None:
        self.kept: list[tuple[object, ...]] = []

    def __getattr__(self, name: str):
        return lambda *what: self.kept.append((name, *what)) or True


def kept_sitting() -> tuple[Sitting, Keeper]:
    keeper = Keeper()
    return begin(small(), Role.PURSUER, seed=1, keep=lambda _: keeper), keeper


def asked(keeper: Keeper, name: str) -> list[tuple[object, ...]]:
    return [what for called, *what in keeper.kept if called == name]


def test_there_is_one_guess_a_turn_and_none_before_the_first():
    sitting, keeper = kept_sitting()
    sitting.guess(Landing.CLOSER)
    assert sitting.guesses == {}
    sitting.choose("stranger")
    assert sitting.landing is not None
    sitting.guess(Landing.CLOSER)
    sitting.guess(Landing.FURTHER)
    assert sitting.guesses == {1: Landing.CLOSER}
    assert asked(keeper, "guessed") == [[1, Landing.CLOSER]]


def test_what_is_taken_back_takes_its_guess_and_its_words_along():
    sitting, _ = kept_sitting()
    sitting.choose("stranger")
    sitting.guess(Landing.SAME)
    sitting.reflect(Reflection.OWN_WORDS, turn=1, words="Not now, then.")
    sitting.reflect(Reflection.NOW, words="Tired.")
    sitting.undo()
    assert sitting.guesses == {}
    assert list(sitting.reflections) == [(Reflection.NOW, None)]
    sitting.choose("stranger")
    sitting.guess(Landing.FURTHER)
    assert sitting.guesses == {1: Landing.FURTHER}


def test_of_several_reflections_the_last_word_counts():
    sitting, keeper = kept_sitting()
    sitting.reflect(Reflection.CONNECTED, number=3)
    sitting.reflect(Reflection.CONNECTED, number=5)
    assert sitting.reflections[Reflection.CONNECTED, None].number == 5
    assert len(asked(keeper, "reflected")) == 2


def test_a_hint_is_kept_with_the_turn_it_was_asked_for():
    sitting, keeper = kept_sitting()
    sitting.hint(1)
    sitting.choose("stranger")
    sitting.hint(2)
    assert asked(keeper, "hinted") == [[1, 1], [2, 2]]
    assert sitting.outlooks.wait(60)


@pytest.mark.usefixtures("home")
def test_a_kept_play_comes_back_with_what_was_noted_and_takes_more():
    id_ = keep_played("half_hour", "back")
    keeping = Keeping(open_usual)
    play = keeping.ask(lambda journal: journal.play(id_)).result()
    again = keeping.ask(lambda journal: sitting_of(play, journal, keeping)).result()
    assert again is not None
    assert [turn.reply for turn in again.turns] == ["half_hour", "back"]
    again.reflect(Reflection.IF_THEN, words="If it gets loud, then I ask for half an hour.")
    assert again.kept()
    play = keeping.ask(lambda journal: journal.play(id_)).result()
    assert [one.words for one in play.reflections] == [
        "If it gets loud, then I ask for half an hour."
    ]
    once_more = keeping.ask(lambda journal: sitting_of(play, journal)).result()
    keeping.close()
    assert once_more is not None
    assert once_more.keeper is None
    assert (Reflection.IF_THEN, None) in once_more.reflections


def test_what_if_stands_where_the_turn_was_about_to_be_taken_and_nobody_keeps_it():
    talk = drawn(shipped("vacation-planning"), Role.PURSUER, 5)
    for turn in (1, 3, len(talk.turns)):
        other = what_if(talk, turn)
        assert other.keeper is None
        assert other.setup == talk.setup
        assert other.curve == talk.curve[:turn]
        assert talk.turns[turn - 1].you in other.offered
    with pytest.raises(LookupError, match="no turn 0"):
        what_if(talk, 0)
