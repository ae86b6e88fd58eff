"""What does not fit the model is told all at once, in the author's terms, under the right word."""

import pytest

from simulator.scenario.diagnostics import Diagnostic
from tests.scenario import examples as ex

MANY = """\
format: 1
kind: tutorial
titel: Two cups
title: "Two\\u202ecups"
summary: x
relationship: love
minutes: "3"
level: 4
cast:
  pursuer: {name: Teo, pronouns: he}
  withdrawer: {name: Marit, pronouns: she}
pursuer:
  brief: x
  opens: opening
  best: stuck
  interrupts: {left: gone}
  beats:
    opening:
      lines: {says: Well, there you are.}
      replies:
        a:
          say: It has been weeks.
          moves: {blme: weeks, validation: month}
          feedback: You should know.
          to: nowere
        b:
          say: Let us stop.
          moves: [time_out, returning]
          feedback: x
          once: yes
          to: gone
  endings:
    gone: {outcome: withdrawn, lines: {says: x}, meaning: x, cost: x, theirs: x}
"""


def told(data: bytes) -> list[tuple[str, int, int]]:
    return [(d.code, d.line, d.column) for d in ex.diagnosed(data)]


def test_problems_of_reading_of_types_and_of_form_are_told_together() -> None:
    assert told(MANY.encode()) == [
        ("unknown-field", 3, 1),
        ("unsafe-character", 4, 8),
        ("unknown-word", 6, 15),
        ("not-a-number", 7, 10),
        ("out-of-range", 8, 8),
        ("unknown-field", 19, 27),
        ("unknown-move", 23, 19),
        ("phrase-not-in-reply", 23, 44),
        ("feedback-word", 24, 21),
        ("unknown-target", 25, 15),
        ("impossible-moves", 28, 29),
        ("not-true-or-false", 30, 17),
    ]


def only(fragment: str) -> Diagnostic:
    (found,) = [d for d in ex.diagnosed(ex.over(fragment)) if d.severity == "error"]
    return found


@pytest.mark.parametrize(
    ("fragment", "hint"),
    [
        ("titel: x", "Did you mean “title”?"),
        ("pursuer: {beat: {}}", "Did you mean “beats”?"),
        ("pursuer: {beats: {table: {repleis: {}}}}", "Did you mean “replies”?"),
        ("pursuer: {beats: {table: {replies: {fair: {feedbak: x}}}}}", "Did you mean “feedback”?"),
        ("pursuer: {beats: {table: {replies: {fair: {moves: [Validation]}}}}}", "Did you mean “validation”?"),
        ("pursuer: {beats: {table: {replies: {fair: {moves: [time out]}}}}}", "Did you mean “time_out”?"),
        ("pursuer: {beats: {table: {lines: {sais: x}}}}", "Did you mean “says”?"),
        ("pursuer: {beats: {table: {lines: {gaurded: {says: x}}}}}", "Did you mean “guarded”?"),
        ("pursuer: {beats: {table: {lines: {engaged: {sais: x}}}}}", "Did you mean “says”?"),
        ("pursuer: {beats: {table: {lines: {engaged: [{sais: x}]}}}}", "Did you mean “says”?"),
        ("pursuer: {beats: {table: {lines: {engaged: {says: x}, shutdown: {says: x}}}}}", "Did you mean “shut_down”?"),
        ("pursuer: {beats: {table: {replies: {fair: {when: {stanze: [engaged]}}}}}}", "Did you mean “stance”?"),
        ("pursuer: {beats: {table: {replies: {fair: {when: {tension: {at_leest: 4}}}}}}}", "Did you mean “at_least”?"),
        ("pursuer: {beats: {table: {replies: {fair: {when: {connection: {gain: 4}}}}}}}", "Did you mean “gained”?"),
        ("pursuer: {beats: {table: {replies: {fair: {to: [{goo: apart}]}}}}}", "Did you mean “go”?"),
        ("pursuer: {endings: {apart: {outcome: parting}}}", "Did you mean “parted”?"),
        ("pursuer: {endings: {apart: {theirz: x}}}", "Did you mean “theirs”?"),
        ("pursuer: {partner: {temperement: even}}", "Did you mean “temperament”?"),
        ("pursuer: {partner: {temperament: avoidand}}", "Did you mean “avoidant”?"),
        ("pursuer: {opens: openings}", "Did you mean “opening”?"),
        ("pursuer: {interrupts: {left: walks_out}}", "Did you mean “walked_out”?"),
        ("kind: tutorail", "Did you mean “tutorial”?"),
    ],
)  # fmt: skip
def test_the_nearest_name_is_offered(fragment: str, hint: str) -> None:
    hints = {d.hint for d in ex.diagnosed(ex.over(fragment)) if d.severity == "error"}
    assert hint in hints


@pytest.mark.parametrize(
    ("fragment", "code", "word"),
    [
        ("pursuer: {beats: {table: {lines: Hello}}}", "wrong-shape", "says"),
        ("pursuer: {beats: {table: {replies: [{say: x}]}}}", "wrong-shape", "ask_when"),
        (
            "pursuer: {beats: {table: {replies: {fair: {moves: validation}}}}}",
            "wrong-shape",
            "[validation]",
        ),
        ("pursuer: {beats: {table: {replies: {fair: {remember: x}}}}}", "wrong-shape", "[one]"),
        (
            "pursuer: {beats: {table: {replies: {fair: {say: }}}}}",
            "wrong-shape",
            "delete the field",
        ),
        ("pursuer: {beats: {Table Talk: {lines: {says: x}}}}", "bad-name", "table_talk"),
        ("pursuer: {beats: {table: {lines: {says: Well, no.}}}}", "unknown-field", "in quotes"),
        ("format: 3", "other-format", "format: 1"),
    ],
)
def test_the_hint_says_what_to_write(fragment: str, code: str, word: str) -> None:
    hints = {d.code: d.hint for d in ex.diagnosed(ex.over(fragment))}
    assert word in hints[code]


def test_names_that_look_like_parts_do_not_confuse_the_fields_that_are_offered() -> None:
    beat = "{lines: {says: x}, replies: {to: {say: x, moves: [warmth], feedback: x, to: when, whn: x}}}"
    found = only(
        f"pursuer: {{beats: {{when: {beat}, table: {{replies: {{fair: {{to: when}}}}}}}}}}"
    )
    assert (found.code, found.hint) == ("unknown-field", "Did you mean “when”?")


@pytest.mark.parametrize("name", ["<line>", "[key]", "<quoted>", "", "{x}", "🙂", "a" * 900])
def test_odd_names_are_told_as_any_other(name: str) -> None:
    quoted = f'"{name}"'
    assert "unknown-field" in ex.codes_of(ex.headed(f"{quoted}: x\n"))
    assert "bad-name" in ex.codes_of(
        ex.over(f"pursuer: {{beats: {{{quoted}: {{lines: {{says: x}}}}}}}}")
    )
    assert "unknown-move" in ex.codes_of(
        ex.over(f"pursuer: {{beats: {{table: {{replies: {{fair: {{moves: {{{quoted}: }}}}}}}}}}}}")
    )


def test_a_list_that_holds_one_wrong_word_is_not_called_too_short() -> None:
    codes = ex.codes_of(
        ex.over("pursuer: {beats: {table: {replies: {fair: {moves: [validaton]}}}}}")
    )
    assert codes == {"unknown-move"}


def test_a_draft_tells_nothing_that_comes_of_what_was_left_out() -> None:
    fragment = "pursuer: {beats: {table: {lines: 5}, at_eight: {later: soon}}, endings: {apart: {outcome: x}}}"
    assert ex.codes_of(ex.over(fragment)) == {"wrong-shape", "not-a-span", "unknown-outcome"}


def test_a_suppressed_warning_is_not_told_of_a_draft_either() -> None:
    fragment = "titel: x\npursuer: {beats: {table: {replies: {fair: {feedback: You must.}}}}}\n"
    assert ex.codes_of(ex.over(fragment)) == {"unknown-field", "feedback-word"}
    assert ex.codes_of(ex.over(fragment + "suppress: {feedback-word: x}")) == {"unknown-field"}


def test_the_file_is_not_changed_by_being_told_of() -> None:
    assert told(MANY.encode()) == told(MANY.encode())
