"""Checks of the form: what the pages' examples do not show."""

import pytest

from simulator.partner.moves import MOVES, PROMISES
from simulator.scenario.nearest import nearest, nearest_words
from simulator.scenario.text import find_phrase
from tests.scenario import examples as ex


def reply(fields: str) -> set[str]:
    """Codes of the base with these fields on one of its replies."""
    return ex.codes_of(
        ex.over(f"pursuer: {{beats: {{table: {{replies: {{fair: {{{fields}}}}}}}}}}}")
    )


def beat(fields: str) -> set[str]:
    return ex.codes_of(ex.over(f"pursuer: {{beats: {{table: {{{fields}}}}}}}"))


def places(data: bytes, code: str) -> list[int]:
    return [d.line for d in ex.diagnosed(data) if d.code == code]


@pytest.mark.parametrize(
    ("say", "phrase"),
    [
        ("I don’t know", "don't know"),
        ('He said "now"', "said “now”"),
        ("one  two", "one two"),
        ("cafe\u0301 at nine", "caf\u00e9"),
        ("all of it", ""),
        ("all of it", "  "),
        ("one two", "two"),
        ("aaa", "aa"),
    ],
)
def test_a_phrase_is_found_whatever_its_marks_spaces_and_accents(say: str, phrase: str) -> None:
    fragment = {"say": say, "moves": {"validation": phrase, "warmth": say}}
    data = ex.over(
        ex.dumped({"pursuer": {"beats": {"table": {"replies": {"fair": fragment}}}}}).decode()
    )
    assert ex.codes_of(data) == set()


@pytest.mark.parametrize("phrase", ["all Of it", "all of it too", "of of", "of it and more"])
def test_other_words_are_not_found(phrase: str) -> None:
    assert reply(f"say: all of it, moves: {{validation: {phrase}}}") == {"phrase-not-in-reply"}


def test_a_phrase_does_not_run_from_one_field_into_the_next() -> None:
    assert reply("say: one, does: two, moves: {warmth: one two}") == {"phrase-not-in-reply"}
    assert reply("say: one, does: two, moves: {warmth: [one, two]}") == set()


def test_each_wrong_phrase_is_marked_where_it_stands() -> None:
    fragment = """
pursuer:
  beats:
    table:
      replies:
        fair:
          moves:
            validation:
              - That makes sense
              - that makes sense
            warmth: to you
"""
    data = ex.over(fragment)
    lines = data.decode().splitlines()
    found = [lines[line - 1].strip() for line in places(data, "phrase-not-in-reply")]
    assert found == ['- "that makes sense"', 'warmth: "to you"']


def test_the_nearest_words_of_the_reply_are_offered() -> None:
    data = ex.over(
        "pursuer: {beats: {table: {replies: {fair: {moves: {validation: that make sence}}}}}}"
    )
    (found,) = ex.diagnosed(data)
    assert "“That makes sense”" in found.hint
    assert nearest_words("quite something else", ["That makes sense to me."]) is None


@pytest.mark.parametrize("move", [m for m in MOVES if m not in PROMISES])
def test_every_move_can_stand_in_a_reply(move: str) -> None:
    assert reply(f"moves: [{move}]") <= {"rather-is-twin"}


@pytest.mark.parametrize(
    "moves",
    [
        "[blame, blame]",
        "[time_out, returning]",
        "[returning, not_returning]",
        "[not_returning, blame]",
    ],
)
def test_moves_that_cannot_stand_together(moves: str) -> None:
    assert "impossible-moves" in reply(f"moves: {moves}")


@pytest.mark.parametrize(
    "field",
    ["moves: [blame]", "feedback: x", "to: apart", "answer: {says: x}", "rather: leave_it", "same_as: leave_it",
     "remember: [x]", "forget: [x]", "once: true"],
)  # fmt: skip
def test_a_reply_that_crosses_the_line_has_words_alone(field: str) -> None:
    table = f"replies: {{doorway: {{does: Stand there., crosses_line: true, {field}}}}}"
    assert "crossed-line-with-more" in beat(table)


def test_it_may_have_a_condition() -> None:
    assert (
        beat("replies: {doorway: {does: x, crosses_line: true, when: {stance: [guarded]}}}")
        == set()
    )


@pytest.mark.parametrize(
    "others",
    [
        "once: true",
        "when: {stance: [engaged]}",
        "moves: [returning], to: apart",
        "moves: [not_returning], to: apart",
    ],
)
def test_a_reply_that_may_be_missing_is_not_sure(others: str) -> None:
    data = ex.over(
        f"pursuer: {{beats: {{table: {{replies: {{fair: {{{others}}}, leave_it: {{once: true}}}}}}}}, "
        "endings: {settled: {otherwise: apart}}}"
    )
    assert "no-sure-reply" in ex.codes_of(data)


@pytest.mark.parametrize(
    "lines",
    [
        "{when: {voiced: true}, says: x}",
        "[{when: {voiced: true}, says: x}]",
        "{engaged: {when: {voiced: true}, says: x}}",
        "{engaged: [{when: {voiced: true}, says: x}, {when: {voiced: false}, says: y}]}",
    ],
)
def test_lines_fall_through_to_one_without_a_condition(lines: str) -> None:
    assert "no-fallback" in beat(f"lines: {lines}")
    assert "no-fallback" in reply(f"answer: {lines}")


@pytest.mark.parametrize("place", ["lines", "answer", "ending"])
@pytest.mark.parametrize("name", ["answer", "lines", "endings", "replies", "to", "when"])
def test_checks_know_a_place_by_where_it_is_and_not_by_its_name(name: str, place: str) -> None:
    """A beat, a reply or an ending may be called as a field is."""
    line = "[{when: {again: true}, says: x, instead: true}, {says: y}]"
    parts = {
        "lines": f"beats: {{{name}: {{lines: {line}, replies: {{{name}: {{say: x, moves: [warmth], feedback: x, to: apart}}}}}}",
        "answer": f"beats: {{{name}: {{lines: {{says: x}}, replies: {{{name}: {{say: x, moves: [warmth], feedback: x, answer: {line}, to: table}}}}}}",
        "ending": f"beats: {{table: {{replies: {{leave_it: {{to: {name}}}}}}}",
    }  # fmt: skip
    ending = (
        f"endings: {{{name}: {{outcome: stuck, lines: {line}, meaning: x, cost: x, theirs: x}}}}"
    )
    into = "" if place == "ending" else f", table: {{replies: {{leave_it: {{to: {name}}}, fair: {{to: apart}}, also: {{say: x, moves: [blame], feedback: z, to: settled}}}}}}"  # fmt: skip
    data = ex.over(
        f"pursuer: {{{parts[place]}{into}}}" + (f", {ending}" if place == "ending" else "") + "}"
    )
    expected = {
        "lines": {"instead-outside-answer"},
        "answer": {"again-in-answer"},
        "ending": {"again-in-answer", "instead-outside-answer"},
    }
    assert ex.errors_in(ex.codes_of(data)) == expected[place]


def test_flags_belong_to_their_chair() -> None:
    data = ex.over(
        "pursuer: {beats: {opening: {replies: {weeks: {remember: [x]}}}}}\n"
        "withdrawer: {beats: {opening: {replies: {later_then: {when: {remembers: [x]}}}}}}"
    )
    assert ex.codes_of(data) == {"unused-flag", "unset-flag"}


def test_forgetting_what_was_never_remembered_is_told() -> None:
    assert reply("forget: [x]") == {"unset-flag"}


def test_flags_of_lines_count_as_those_of_replies() -> None:
    codes = ex.codes_of(
        ex.over(
            "pursuer: {beats: {opening: {lines: {says: x, remember: [y]}}, "
            "table: {replies: {leave_it: {when: {not_remembers: [y]}}}}}}"
        )
    )
    assert codes == set()


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("19 minutes", True),
        ("20 minutes", False),
        ("24 hours", False),
        ("25 hours", True),
        ("1440 minutes", False),
    ],
)
def test_a_time_out_lasts_twenty_minutes_to_a_day(later: str, told: bool) -> None:
    codes = ex.codes_of(ex.over(f"pursuer: {{beats: {{at_eight: {{later: {later}}}}}}}"))
    assert codes == ({"span-of-time-out"} if told else set())


def test_what_follows_no_time_out_may_be_later_by_any_span() -> None:
    assert beat("later: 5 minutes") == set()


def test_an_ending_that_follows_a_time_out_and_is_later_keeps_to_it_too() -> None:
    ending = "{outcome: paused, otherwise: apart, later: 40 hours, lines: {says: x}, meaning: x, cost: x, theirs: x}"
    data = ex.over(
        "pursuer: {beats: {table: {replies: {leave_it: {moves: [time_out], to: until}}}}, "
        f"endings: {{until: {ending}}}}}"
    )
    assert ex.codes_of(data) == {"span-of-time-out"}


def test_a_beat_that_several_time_outs_lead_to_is_told_of_once() -> None:
    data = ex.over(
        "pursuer: {beats: {opening: {replies: {pause: {to: [{when: {stance: [engaged]}, go: at_eight}, {go: table}]}, "
        "ask_when: {moves: [time_out]}}}}}"
    )
    assert len(places(data, "no-time-passed")) == 1


def test_words_in_quotes_do_not_judge() -> None:
    for quoted in (
        'It said "never", and',
        "It said “you always”, and",
        "It said ‘you don’t always’, and",
    ):
        text = quoted.replace('"', '\\"')
        assert reply(f'feedback: "{text} Marit heard it."') == set()
    assert reply("feedback: Marit's evening was never his.") == {"feedback-word"}


def test_judging_words_are_free_in_other_languages() -> None:
    data = ex.over(
        "language: de\npursuer: {beats: {table: {replies: {fair: {feedback: never must}}}}}"
    )
    assert ex.codes_of(data) == set()


@pytest.mark.parametrize("field", ["meaning", "cost", "theirs"])
def test_endings_do_not_judge_either(field: str) -> None:
    data = ex.over(f"pursuer: {{endings: {{apart: {{{field}: It was your fault.}}}}}}")
    assert ex.codes_of(data) == {"feedback-word"}


def test_two_endings_of_one_outcome_are_fine_side_by_side() -> None:
    ending = "{outcome: truce, otherwise: apart, lines: {says: x}, meaning: x, cost: x, theirs: x}"
    data = ex.over(
        f"pursuer: {{beats: {{table: {{replies: {{leave_it: {{to: other}}}}}}}}, endings: {{other: {ending}}}}}"
    )
    assert ex.codes_of(data) == set()


def test_the_best_may_be_less_than_reconnected_where_nothing_is() -> None:
    data = ex.over(
        "pursuer: {best: truce, endings: {settled: {outcome: parted}}, "
        "beats: {table: {replies: {leave_it: {to: calmer}}}}}"
    )
    assert ex.codes_of(data) == set()


def test_nearest_is_quick_and_modest_among_very_many_names() -> None:
    names = [f"beat_{n}" for n in range(20_000)]
    assert nearest("beat_123x", names) is not None
    assert nearest("something", names) is None
    assert nearest("Ask When", ["ask_when", "ask"]) == "ask_when"


def test_find_phrase_gives_its_first_place() -> None:
    assert find_phrase("a", "b a a") == (2, 3)
    assert find_phrase("x", "b a a") is None
