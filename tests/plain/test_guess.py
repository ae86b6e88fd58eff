"""How a reply landed, hints, levels and the debrief, line by line."""

import io
from pathlib import Path

import pytest

from simulator.coach.landing import Landing
from simulator.plain import pages
from simulator.plain.run import Around, by_hand
from simulator.practice import settings
from simulator.practice.coaching import KEPT_BACK, Shows
from simulator.practice.outlooks import Outlooks
from simulator.practice.settings import Settings
from tests.plain.command import as_pursuer, number
from tests.plain.table import Table, Terminal, sitting
from tests.plain.table import number as number_of

QUESTION = "How did that land? 1. closer, 2. the same, 3. further."
ASKED = Shows(guess=True)


def in_order(words: str, *parts: str) -> None:
    for part in parts:
        _, found, words = words.partition(part)
        assert found, part


def test_the_answer_comes_first_then_the_question_then_the_meters_and_what_moved_them():
    table = Table(shows=ASKED)
    words = table.give("always")
    in_order(words, "Ben turns half away.", QUESTION, pages.SKIP)
    for later in ("Tension 70", "took it as", "Feedback", "You can reply:"):
        assert later not in words.partition(QUESTION)[2]
    in_order(
        table.type("1"),
        "You guessed closer. It put distance between you: further.",
        "Tension 70, withdrawing (much more ▲▲)",
        "Ben took it as",
        "Your words: “You never think.”",
        "Feedback: It wanted the fright to be seen.",
        "You can reply:",
    )
    assert table.sitting.guesses == {1: Landing.CLOSER}


@pytest.mark.parametrize("line", ["2", "2.", "same", "The same", " SAME ", "guess same"])
def test_a_guess_is_its_number_or_its_word(line):
    table = Table(shows=ASKED)
    table.give("always")
    table.type(line)
    assert table.sitting.guesses == {1: Landing.SAME}


@pytest.mark.parametrize("line", ["", "  ", "0"])
def test_an_empty_line_skips_it(line):
    table = Table(shows=ASKED)
    table.give("always")
    words = table.type(line)
    assert "You guessed" not in words
    assert "Tension 70" in words
    assert table.sitting.guesses == {}


def test_while_it_is_asked_no_reply_is_taken_and_every_other_key_works():
    table = Table(shows=ASKED)
    table.give("always")
    assert pages.SKIP in table.type("4")
    assert pages.SKIP in table.type("maybe", "p", "h")
    assert "You are Ada." in table.type("b")
    assert "Ben’s thoughts are on." in table.type("t")
    assert len(table.sitting.turns) == 1
    assert "Tension" not in table.told()
    assert "The last reply is taken back." in table.type("u")
    assert "You can reply:" in table.type("")
    table.give("always")
    assert table.type("x") == ""
    assert table.gone


def test_the_last_reply_is_asked_about_before_the_end_is_told():
    table = Table(shows=ASKED)
    table.give("half_hour")
    table.type("")
    assert "The end" not in table.give("back")
    assert pages.SKIP in table.type("d")
    in_order(table.type("closer"), "You guessed closer.", "The end:")


def test_nothing_is_asked_where_the_talk_was_stopped():
    assert "How did that land" not in Table(shows=ASKED).give("in_the_way")


def test_guess_switches_the_question_on_and_off():
    table = Table()
    assert pages.ASKED in table.type("guess")
    assert QUESTION in table.give("stranger")
    table.type("2")
    assert pages.NOT_ASKED in table.type("g")
    assert QUESTION not in table.give("stranger")


@pytest.mark.parametrize("role", ["pursuer", "withdrawer"])
def test_hints_come_in_three_steps_and_go_with_the_next_reply(role):
    table = Table(role)
    for step, typed in enumerate(("h", "hint", "H"), 1):
        assert f"Hint {step} of 3: " in table.type(typed)
    again = table.type("h")
    assert "Hint 3 of 3: " in again
    assert "Not worked out yet." not in again
    first = table.sitting.offered[0].id
    table.give("nothing" if role == "withdrawer" else "stranger")
    assert "Hint 1 of 3: " in table.type("h")
    table.type("u")
    assert "Hint 1 of 3: " in table.type("h")
    assert first in {offer.id for offer in table.sitting.offered}


def test_somebody_who_types_waits_for_nothing(monkeypatch):
    monkeypatch.setattr(Outlooks, "at", lambda _self, _turn: None)
    monkeypatch.setattr(Outlooks, "wait", lambda *_: pytest.fail("it waited"))
    table = Table(interactive=True)
    assert "Hint 3 of 3: Not worked out yet." in table.type("h", "h", "h")


@pytest.mark.parametrize(("coaching", "meters"), [("after", True), ("none", False)])
def test_levels_hold_here_too(home: Path, coaching: str, meters: bool):
    settings.save(Settings(terms_accepted=True, coaching=coaching))
    typed = f"{number('always')}\np\nh\ng\n"
    words = as_pursuer("--plain", "--guess", typed=typed).stdout
    assert ("Tension" in words) is meters
    for later in ("took it as", "Feedback", "How did that land", "Hint "):
        assert later not in words
    assert words.count(KEPT_BACK) == 3


def test_meters_in_words_have_no_numbers_here_either(home: Path):
    settings.save(Settings(terms_accepted=True, meters="words"))
    words = as_pursuer("--choose", "always").stdout
    assert "Tension: withdrawing (much more ▲▲)." in words
    assert "Connection: at some distance (less ▼)." in words


def test_a_script_is_asked_only_where_it_wants_to_be(home: Path):
    settings.save(Settings(terms_accepted=True))
    typed = f"{number('always')}\n3\n"
    assert "How did that land" not in as_pursuer("--plain", typed=typed).stdout
    words = as_pursuer("--plain", "--guess", typed=typed).stdout
    assert "You guessed further." in words


@pytest.mark.parametrize(("guess", "asked"), [(True, True), (False, False)])
def test_at_a_terminal_it_is_asked_as_the_settings_say(home: Path, guess: bool, asked: bool):
    settings.save(Settings(terms_accepted=True, guess=guess))
    at = sitting()
    source, page = Terminal(f"{number_of(at, 'always')}\n"), io.StringIO()
    by_hand(at, source, page, Around())
    assert ("How did that land? 1. closer" in page.getvalue()) is asked
    assert ("How did that land? 1, 2 or 3 (? for help): " in page.getvalue()) is asked


@pytest.mark.parametrize("options", [("--guess",), ("--guess", "--choose", "always")])
def test_a_question_nobody_can_answer_is_misuse(options):
    result = as_pursuer(*options)
    assert result.exit_code == 2
    assert "--guess" in result.stderr


def test_the_debrief_is_told_once_the_talk_is_over():
    table = Table()
    assert pages.NOT_OVER in table.type("d")
    table.give("half_hour", "back")
    words = table.type("debrief")
    assert len(words.split()) > 60
    assert "Ben had said nothing for a week." in words


def test_where_the_meters_are_kept_back_the_end_of_a_talk_has_none_either(home: Path):
    settings.save(Settings(terms_accepted=True, coaching="none"))
    typed = f"{number('half_hour')}\n{number('back', 'half_hour')}\n"
    by_hand_ = as_pursuer("--plain", typed=typed).stdout
    by_list = as_pursuer("--choose", "half_hour,back").stdout
    assert "The end: " in by_hand_
    assert "What it cost" in by_list
    for words in (by_hand_, by_list):
        assert "Tension" not in words
        assert "Connection" not in words


def test_after_a_stop_there_is_no_debrief():
    table = Table()
    table.give("in_the_way")
    assert set(table.type("d").split("\n\n")) - {""} == {pages.STOPPED}


def test_leaving_from_a_debrief_leaves_at_once():
    table = Table(interactive=True)
    table.give("half_hour", "back")
    table.type("d", "x")
    assert table.gone
    table.type("d", "q", "q")
    assert not table.gone


def test_words_that_moved_nothing_are_named_with_what_they_were_taken_as():
    words = Table().give("stranger")
    assert "plain complaint. Your words: “There was a stranger in the hall”" in words
