"""Diagnostics as text, as JSON and as annotations; what is suppressed and what cannot be."""

import json
from pathlib import Path

import pytest

from simulator.practice.opening import open_scenario, vet
from simulator.scenario.codes import CODES, Severity
from simulator.scenario.diagnostics import MOST, Diagnostic, as_github, as_json, as_text, diagnose
from simulator.scenario.findings import finding
from simulator.scenario.load import load_bytes
from tests.scenario import examples as ex

ONE = Diagnostic("few-beats", Severity.WARNING, "100 % of it", "a,b:c.yaml", 3, 5, "Do: this, so")


def shown(text: str) -> str:
    opened = vet(load_bytes(text.encode(), "talk.yaml"))
    return as_text(opened.diagnostics[0], opened.text)


def test_text_has_the_place_two_lines_of_context_a_caret_and_a_hint() -> None:
    text = ex.BASE.decode().replace("moves: [validation]", "moves: [warmth, validaton]")
    line = text[: text.index("validaton")].count("\n") + 1
    assert shown(text).splitlines() == [
        f"talk.yaml:{line}:27: error[unknown-move] there is no move “validaton”",
        f"{line - 2:>5} │         fair:",
        f"{line - 1:>5} │           say: That makes sense to me.",
        f"{line:>5} │           moves: [warmth, validaton]",
        "      │ " + " " * 26 + "^" * 9,
        "   hint: Did you mean “validation”?",
    ]


@pytest.mark.parametrize(
    ("old", "new", "underlined"),
    [
        ("title: Two cups", "titel: Two cups", "titel"),
        ("to: settled", "to: setled  # soon", "setled"),
        ("moves: {blame: weeks of this}", "moves: {blame: 'months of this'}", "'months of this'"),
        ("moves: {blame: weeks of this}", "moves: {blame: [weeks, months of this]}", "months of this"),
        ("moves: {blame: weeks of this}", "moves: {blam: weeks of this}", "blam"),
        ("moves: {blame: weeks of this}", "moves: [blame, warmth, blame]", "blame"),
        ("interrupts: {left: walked_out}", "interrupts: {left: opening}", "opening"),
        ("otherwise: calmer", "otherwise: settled", "settled"),
        ("tension: 30, connection: 40}", "tension: [30, 60]}", "tension"),
        ("to: settled", "to: [{when: {stance: [calm]}, go: apart}, {go: settled}]", "calm"),
        ("to: settled", "to: [{go: apart}, {when: {stance: [engaged]}, go: settled}]", "when"),
        ("    table:\n", "    tabel:\n", "table"),
        ("      later: 40 minutes\n", "", "at_eight"),
    ],
)  # fmt: skip
def test_the_caret_stands_under_the_right_word(old: str, new: str, underlined: str) -> None:
    text = ex.BASE.decode().replace(old, new, 1)
    opened = vet(load_bytes(text.encode(), "talk.yaml"))
    words = set()
    for diagnostic in opened.diagnostics:
        lines = as_text(diagnostic, opened.text).splitlines()
        code, caret = lines[-3].split("│ ", 1)[1], lines[-2].split("│ ", 1)[1]
        words.add(code[caret.index("^") : caret.rindex("^") + 1])
    assert underlined in words


def test_a_long_line_is_shown_around_its_caret() -> None:
    long = "x" * 300
    text = ex.BASE.decode().replace("to: settled", f"to: [{{when: {{remembers: [{long[:60]}]}}, go: apart}}, {{when: {{remembers: [{long[:60]}], not_remembers: [{long[:60]}]}}, go: setled}}, {{go: apart}}]")  # fmt: skip
    opened = vet(load_bytes(text.encode(), "talk.yaml"))
    (found,) = [d for d in opened.diagnostics if d.code == "unknown-target"]
    lines = as_text(found, opened.text).splitlines()
    at = lines[-2].index("^")
    assert lines[-3][at : at + 6] == "setled"
    assert max(map(len, lines)) < 200


def test_wide_letters_and_tabs_do_not_shift_the_caret() -> None:
    lines = shown(
        ex.BASE.decode().replace("title: Two cups", 'title: "両方"\ntitel: x')
    ).splitlines()
    assert lines[-2].index("^") == lines[-3].index("titel")


def test_nothing_of_a_file_or_its_name_can_steer_the_terminal() -> None:
    loaded = load_bytes(b'format: 1\n"\\e]0;x\\a": "\x1b[2J\xe2\x80\xae"\n', "a\x1b[2J\u202eb.yaml")
    diagnostics = vet(loaded).diagnostics
    assert diagnostics
    for diagnostic in diagnostics:
        for text in (as_text(diagnostic, loaded.text), as_github(diagnostic)):
            assert all(c.isprintable() or c == "\n" for c in text)
    text = as_json(diagnostics)
    assert all(c.isprintable() or c == "\n" for c in text)
    assert json.loads(text)[0]["file"] == "a\x1b[2J\u202eb.yaml"


def test_json_is_a_list_of_the_agreed_fields() -> None:
    (row,) = json.loads(as_json([ONE]))
    assert row == {
        "code": "few-beats", "severity": "warning", "message": "100 % of it", "file": "a,b:c.yaml", "line": 3,
        "column": 5, "hint": "Do: this, so",
    }  # fmt: skip
    assert json.loads(as_json([])) == []


def test_github_annotations_are_escaped() -> None:
    assert as_github(ONE) == (
        "::warning file=a%2Cb%3Ac.yaml,line=3,col=5,title=few-beats::100 %25 of it Do: this, so"
    )


def test_problems_stand_in_the_order_of_the_file() -> None:
    data = ex.over("kind: scenario\npursuer: {beats: {table: {replies: {leave_it: {to: x}}}}}")
    places = [(d.line, d.column) for d in ex.diagnosed(data)]
    assert places == sorted(places)
    assert len(set(places)) > 3


def test_the_same_problem_in_the_same_place_is_told_once() -> None:
    loaded = load_bytes(ex.BASE, "talk.yaml")
    twice = [finding("no-target", ("pursuer",)), finding("no-target", ("pursuer",))]
    assert len(diagnose(loaded, twice)) == 1


def test_of_very_many_problems_the_first_are_told_and_the_others_counted() -> None:
    loaded = load_bytes(ex.BASE, "talk.yaml")
    many = [finding("unused-flag", ("pursuer",), flag=f"f{n}") for n in range(MOST + 100)]
    told = diagnose(loaded, [*many, finding("no-target", ("withdrawer",))])
    assert len(told) == MOST + 1
    assert told[-1].code == "more-problems"
    assert told[-1].message.startswith("101 ")
    assert "no-target" in {d.code for d in told}


def test_a_warning_with_a_reason_is_not_told() -> None:
    assert "few-beats" in ex.codes_of(ex.over("kind: scenario"))
    codes = ex.codes_of(ex.over('kind: scenario\nsuppress: {few-beats: "For a first session."}'))
    assert "few-beats" not in codes
    assert "one-line-for-all" in codes


@pytest.mark.parametrize("reason", ["", '" "'])
def test_a_suppression_without_a_reason_is_refused(reason: str) -> None:
    codes = ex.codes_of(ex.over(f"kind: scenario\nsuppress: {{few-beats: {reason}}}"))
    assert "wrong-shape" in codes


def test_an_error_is_told_even_where_it_is_suppressed() -> None:
    fragment = "suppress: {no-target: x}\npursuer: {beats: {table: {replies: {b: {say: x, moves: [warmth], feedback: x}}}}}"
    assert {"no-target", "not-suppressible"} <= ex.codes_of(ex.over(fragment))


@pytest.mark.parametrize("code", CODES)
def test_messages_are_sentences_for_authors(code: str) -> None:
    entry = CODES[code]
    assert entry.hint.endswith((".", "?", "`"))
    assert not entry.message.endswith(".")
    assert entry.id == entry.id.lower()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("two-cups.yaml", False),
        ("2.yaml", False),
        ("Two cups.yaml", True),
        ("two.yml", False),
        ("-.yaml", True),
    ],
)
def test_the_name_of_a_file_is_an_id(tmp_path: Path, name: str, told: bool) -> None:
    path = tmp_path / name
    path.write_bytes(ex.BASE)
    opened = open_scenario(path)
    assert opened.scenario is not None
    assert ("bad-file-name" in {d.code for d in opened.diagnostics}) == told


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.yaml", tmp_path):
        opened = open_scenario(path)
        assert opened.scenario is None
        assert "unreadable" in {d.code for d in opened.diagnostics}
