"""Talks line by line that are cut off, and gone on with at the same line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.journal.events import Left, Play
from simulator.plain import pages
from simulator.practice.keeping import open_usual
from simulator.practice.places import journal_file
from tests.plain.command import number, play
from tests.support.kept import keep_played, run

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "data" / "small.yaml"

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The scenario in a library of the test's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    return Path(shutil.copy(SMALL, folder / "small.yaml"))


def resume(*arguments: str, typed: str = ""):
    return run("resume", "--plain", *arguments, typed=typed)


def kept() -> tuple[Play, ...]:
    journal = open_usual()
    plays = journal.plays(with_stopped=True)
    journal.close()
    return plays


def in_order(words: str, *parts: str) -> None:
    for part in parts:
        before, found, words = words.partition(part)
        assert found, (part, before)


def killed_after(*replies: str) -> str:
    """Play in a process of its own, which is killed once the last answer is told; what it said."""
    program = subprocess.Popen(
        [sys.executable, "-m", "simulator", "play", str(SMALL), "--as", "pursuer", "--plain",
         "--seed", "4"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert program.stdin
    assert program.stdout
    told = ""
    try:
        for place, reply in enumerate(replies):
            program.stdin.write(f"{number(reply, *replies[:place])}\n")
            program.stdin.flush()
            line = ""
            while not line.startswith("Feedback: "):
                line = program.stdout.readline()
                assert line, told
                told += line
    finally:
        program.kill()
        program.wait(10)
        program.stdin.close()
        program.stdout.close()
    return told


def test_a_killed_talk_goes_on_at_the_same_line():
    told = killed_after("stranger", "always")
    result = resume(typed=f"{number('half_hour', 'stranger', 'always')}\nq\n")
    assert result.exit_code == 0, result.stderr
    in_order(
        result.stdout,
        "The spare key",
        pages.GO_ON,
        "Scene: Sunday, the kitchen door.",
        "You: “There was a stranger in the hall",
        "Ben: “That was Noor.”",
        "You: “You never think.",
        "Ben turns half away. “Not now.”",
        "You can reply:",
        "You: “I'm too loud.",
        pages.KEPT,
    )
    now = result.stdout.partition(pages.GO_ON)[2].partition("You can reply:")[0]
    meter = next(line for line in reversed(told.splitlines()) if line.startswith("Tension "))
    assert meter.partition(" (")[0] in now
    [one] = kept()
    assert one.replies == ("stranger", "always", "half_hour")
    assert isinstance(one.events[-1], Left)


def test_nothing_is_kept_before_the_first_reply():
    play("--as", "pursuer", "--plain", typed="b\n?\nq\n")
    assert not journal_file().exists()
    assert kept() == ()


def test_what_scripts_choose_is_not_kept():
    play("--as", "pursuer", "--choose", "stranger,always")
    play("--as", "pursuer", "--choose", "stranger", "--json")
    assert not journal_file().exists()


def test_taking_back_is_kept():
    first = number("stranger")
    play("--as", "pursuer", "--plain", "--seed", "4", typed=f"{first}\nu\n{first}\nq\n")
    [one] = kept()
    assert one.undone == 1
    assert one.replies == ("stranger",)


def test_without_an_id_the_latest_goes_on_with_one_that_one():
    first = keep_played("stranger")
    keep_played("half_hour")
    assert "We" not in resume(first[:6]).stdout
    assert "There was a stranger" in resume(first[:6]).stdout.partition("can reply")[0]


@pytest.mark.parametrize("arguments", [(), ("0123abcd",), ("no",)])
def test_where_there_is_none_to_go_on_with_that_is_said(arguments):
    result = resume(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: no talk is kept yet")
    assert not journal_file().exists()


def test_a_talk_that_is_over_is_not_gone_on_with():
    over = keep_played("half_hour", "back")
    for arguments in ((), (over,), ("0123abcd",)):
        result = resume(*arguments)
        assert result.exit_code == 2
        assert "`simulator history`" in result.stderr


def test_an_edited_scenario_says_so_and_goes_on_as_it_was(own):
    keep_played("stranger", "always")
    own.write_text(own.read_text("utf-8").replace("Noor.", "Nora."), "utf-8")
    result = resume(typed=f"1\n{number('half_hour', 'stranger', 'always')}\nq\n")
    in_order(
        result.stdout,
        "was changed since you began this talk",
        "1. Go on with the text as it was",
        "2. Begin again with the new text. All your replies still hold",
        "That was Noor.",
    )
    [one] = kept()
    assert len(one.turns) == 3


def test_an_edited_scenario_replays_what_still_holds_on_the_new_text(own):
    keep_played("stranger", "always")
    words = own.read_text("utf-8").replace("Noor.", "Nora.").replace(" always:", " ever:")
    own.write_text(words, "utf-8")
    result = resume(typed="2\nq\n")
    assert "Of your 2 replies the first still holds" in " ".join(result.stdout.split())
    assert "That was Nora." in result.stdout
    old, new = sorted(kept(), key=lambda one: len(one.turns), reverse=True)
    assert old.replies == ("stranger", "always")
    assert new.replies == ("stranger",)


@pytest.mark.parametrize("typed", ["", "q\n", "3\n"])
def test_choosing_neither_text_changes_nothing(own, typed):
    keep_played("stranger")
    own.write_text(own.read_text("utf-8").replace("Noor.", "Nora."), "utf-8")
    before = kept()
    assert resume(typed=typed).exit_code == 0
    assert kept() == before


def test_another_rule_is_shown_and_not_continued(monkeypatch):
    keep_played("stranger")
    monkeypatch.setattr("simulator.partner.rule.rule_fingerprint", lambda: "f" * 64)
    result = resume(typed="1\n")
    assert result.exit_code == 1
    assert "another version of how a partner takes things" in " ".join(result.stdout.split())
    assert "There was a stranger in the hall" in result.stdout
    assert "You can reply" not in result.stdout
    [one] = kept()
    assert len(one.events) == 1


def test_trouble_is_told_once_and_the_talk_goes_on():
    journal_file().parent.mkdir(parents=True)
    journal_file().write_bytes(b"not a journal, and nobody knows what it was " * 100)
    before = journal_file().read_bytes()
    result = play(
        "--as", "pursuer", "--plain", "--seed", "4", typed=f"{number('stranger')}\n1\nq\n"
    )
    assert result.exit_code == 0
    words = " ".join(result.stdout.split())
    assert words.count("is not being kept at the moment") == 1
    assert words.count("took it as") == 2
    assert pages.NOT_KEPT in words
    assert journal_file().read_bytes() == before
