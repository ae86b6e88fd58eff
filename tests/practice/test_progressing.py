"""Progress as it is read from the journal: the same facts that playing the talks again shows."""

import time
from datetime import timedelta

import pytest

from simulator.coach.evaluating import uses
from simulator.coach.landing import Landing
from simulator.coach.progress import Skill
from simulator.dialogue.conversation import Conversation
from simulator.journal.events import (
    Event,
    Guessed,
    Hinted,
    Play,
    Reflected,
    Reflection,
    Replied,
    TookBack,
)
from simulator.partner.moves import Role
from simulator.practice.exporting import whole
from simulator.practice.guessed import held
from simulator.practice.keeping import open_usual
from simulator.practice.progress_words import Telling
from simulator.practice.progressing import Gathered, attempt, gathered, overview
from tests.journal.talks import START, moments, replied, setup_of, small, small_text
from tests.support.kept import keep_played, keep_reflected, keep_walked

pytestmark = pytest.mark.usefixtures("home")


def play_of(*happened: str | Event, role: Role = Role.PURSUER, number: int = 0) -> Play:
    """A play of the small scenario: replies, and what happened between them."""
    setup = setup_of(small(), role)
    talk, clock, events = Conversation(small(), setup), moments(), []
    for what in happened:
        if isinstance(what, TookBack):
            talk.back_to(what.kept)
        events.append(what if not isinstance(what, str) else replied(talk, what, next(clock)))
    at = START + timedelta(hours=number)
    return Play(f"play{number}", "small", setup, at, tuple(events))


def kept(*plays: Play) -> Gathered:
    return Gathered(plays, {plays[0].setup.scenario: small_text()})


def guess(turn: int, landing: Landing) -> Guessed:
    return Guessed(START, turn, landing)


def seen(*plays: Play):
    return overview(kept(*plays), show_intimacy=False).progress


def test_nothing_kept_is_nothing_to_tell_and_something_to_begin_with():
    empty = overview(Gathered(), show_intimacy=False)
    assert empty.progress.plays == 0
    assert {one.why for one in empty.suggestions} == {"tutorial", "begin"}


def test_what_is_read_from_the_stored_states_is_what_playing_again_shows():
    for seed in range(40):
        keep_walked(seed)
    journal = open_usual()
    plays = [play for play in gathered(journal).plays if play.turns]
    assert len(plays) > 10
    for play in plays:
        again = whole(play, journal)
        facts = attempt(play, again.scenario)
        assert facts.uses == uses(again.sitting.turns)
        assert facts.stands == play.replies
        assert facts.over is play.finished
    journal.close()


def test_guesses_are_held_against_how_the_replies_landed():
    keep_reflected("words")
    journal = open_usual()
    [play] = gathered(journal).plays
    scenario = whole(play, journal).scenario
    facts = attempt(play, scenario)
    assert [(one.guess, one.landing) for one in facts.guesses] == [
        (one.guessed.guess, one.landed) for one in held(play, scenario)
    ]
    assert facts.own_words == 1
    journal.close()


def test_what_was_said_first_counts_up_to_the_reply_taken_back_that_one_included():
    play = play_of(
        "stranger",
        "always",
        guess(2, Landing.FURTHER),
        TookBack(START, 1),
        "half_hour",
        guess(2, Landing.CLOSER),
        "back",
    )
    [first] = seen(play).firsts
    assert first.turns == 2
    assert [rupture.back for rupture in first.ruptures] == [None]
    assert first.guesses == (1, 1)
    assert seen(play).practice.guesses == (1, 1)


def test_from_where_a_reply_was_shown_it_is_practice():
    def hint(step: int) -> Hinted:
        return Hinted(START, 2, step)

    assert seen(play_of("stranger", hint(3), "half_hour", "back")).firsts[0].turns == 1
    assert seen(play_of("stranger", hint(2), "half_hour", "back")).firsts[0].turns == 3
    so_far = seen(play_of(hint(3), "half_hour", "back"))
    assert so_far.firsts == ()
    assert so_far.practice.plays == 1


def test_one_guess_a_reply_counts():
    play = play_of(
        "stranger", guess(1, Landing.SAME), guess(1, Landing.CLOSER), guess(7, Landing.SAME)
    )
    assert seen(play).firsts[0].guesses.made == 1


def test_stopped_plays_are_counted_nowhere():
    keep_played("in_the_way")
    keep_played("stranger")
    journal = open_usual()
    so_far = overview(gathered(journal), show_intimacy=False).progress
    assert so_far.plays == 1
    journal.close()


def test_the_tutorial_is_counted_nowhere():
    play = play_of("half_hour")
    text = small_text().replace("kind: scenario", "kind: tutorial")
    tutorial = Gathered((play,), {play.setup.scenario: text})
    assert overview(tutorial, show_intimacy=False).progress.plays == 0


def test_a_play_that_cannot_be_followed_is_left_out_of_the_skills_and_that_is_said():
    play = play_of("stranger", guess(1, Landing.SAME), "half_hour")
    other_rule = play._replace(id="other", setup=play.setup._replace(rule="another"))
    no_text = play._replace(id="gone", setup=play.setup._replace(scenario="gone"))
    shown = overview(kept(other_rule, no_text), show_intimacy=False)
    assert shown.progress.left_out == ("other", "gone")
    assert set(shown.progress.skills.values()) == {Skill.NOT_TRIED}
    assert shown.progress.firsts[0].guesses.made == 0
    pages = list(Telling(shown, discreet=False, show_intimacy=False).pages())
    assert "Two talks cannot be followed move by move any more" in str(pages)


def test_physical_closeness_is_neither_suggested_nor_named_unless_it_was_chosen(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: tmp_path)
    text = small_text().replace("[money]", "[intimacy]")
    (tmp_path / "close.yaml").write_text(text)
    play = play_of("stranger")._replace(scenario="close")
    for chosen in (False, True):
        shown = overview(Gathered((play,), {play.setup.scenario: text}), show_intimacy=chosen)
        telling = Telling(shown, discreet=False, show_intimacy=chosen)
        assert bool(shown.suggestions) is chosen
        assert ("The spare key" in str(list(telling.pages()))) is chosen
        assert all("--opt-in" in idea.command for idea in telling.ideas())


def test_somebody_discreet_reads_no_titles_of_their_talks():
    shown = overview(kept(play_of("stranger")), show_intimacy=False)
    named = str(list(Telling(shown, discreet=False, show_intimacy=False).pages()))
    assert "The spare key, as Ada:" in named
    unnamed = str(list(Telling(shown, discreet=True, show_intimacy=False).pages()))
    assert "spare key" not in unnamed
    assert "Ada" not in unnamed
    assert "A talk, reaching out:" in unnamed


def test_own_words_count_once_a_turn_and_only_where_there_are_some():
    def wrote(turn: int, words: str) -> Reflected:
        return Reflected(START, Reflection.OWN_WORDS, turn, words)

    play = play_of("stranger", "half_hour", wrote(1, "One."), wrote(1, "Two."), wrote(2, "  "))
    assert seen(play).own_words == 1


def test_a_thousand_plays_are_read_in_a_few_seconds(record_property):
    one = play_of("stranger", guess(1, Landing.SAME), *["stranger"] * 9, "half_hour", "back")
    plays = [one._replace(id=f"play{number}") for number in range(1000)]
    began = time.perf_counter()
    so_far = seen(*plays)
    took = time.perf_counter() - began
    record_property("seconds for a thousand plays", round(took, 2))
    assert (len(so_far.firsts), so_far.practice.plays) == (1, 999)
    assert took < 10
    assert isinstance(one.events[0], Replied)
