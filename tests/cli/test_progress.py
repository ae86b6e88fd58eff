"""`simulator progress`: what came of practising, for people and for scripts."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli.main import _COMMANDS
from simulator.partner.moves import MOVES
from simulator.practice.places import journal_file
from simulator.scenario.checks.feedback import FORBIDDEN
from tests.journal.talks import SMALL
from tests.support.kept import keep_played, keep_reflected, run
from tests.support.practised import keep_in_turn

_FORBIDDEN = re.compile(r"\b(?:" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def library(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of the small scenario alone."""
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: home / "shipped")
    (home / "shipped").mkdir()
    shutil.copy(SMALL, home / "shipped" / "small.yaml")


def told() -> str:
    result = run("progress")
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def recorded() -> dict:
    result = run("progress", "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_where_nothing_is_kept_it_says_so_makes_nothing_and_names_a_beginning():
    assert "No talk is kept yet." in told()
    assert "simulator play small --as pursuer" in told()
    record = recorded()
    assert record["plays"] == 0
    assert set(record["skills"].values()) == {"not_tried"}
    assert [one["why"] for one in record["suggestions"]] == ["begin", "begin"]
    assert not journal_file().exists()


def test_one_object_with_exactly_these_names():
    play = keep_reflected("I was frightened.")
    record = recorded()
    assert list(record) == [
        "plays", "chairs", "first_tries", "practice", "ruptures", "guesses", "skills",
        "own_words", "transfer", "left_out", "suggestions",
    ]  # fmt: skip
    assert record["plays"] == record["own_words"] == 1
    assert record["chairs"] == {"pursuer": 1, "withdrawer": 0}
    assert record["practice"] == {
        "plays": 0, "ruptures": 0, "came_back": 0, "guesses": {"made": 0, "matched": 0},
    }  # fmt: skip
    [first] = record["first_tries"]
    assert first == {
        "play": play,
        "scenario": "small",
        "role": "pursuer",
        "temperament": "even",
        "turns": 3,
        "ruptures": [],
        "guesses": record["guesses"],
        "new": None,
    }
    assert record["guesses"]["made"] == 2
    assert (record["skills"]["complaint"], record["skills"]["request"]) == ("landed", "not_tried")
    assert set(record["skills"]) <= set(MOVES)
    assert set(record["suggestions"][0]) == {
        "why", "scenario", "role", "temperament", "tension", "move", "reason", "command",
    }  # fmt: skip


def test_first_tries_stand_apart_from_practice_and_a_dip_is_ordinary():
    keep_in_turn("stranger half_hour back", "stranger always half_hour", "nothing noor")
    words = told()
    assert "The spare key, as Ada: it did not get harder." in words
    assert "as Ben" in words
    assert "A new kind of partner for you." in words
    assert "One talk was practice" in words
    assert "Two steps back is what practice looks like." in words
    assert "Talks as the one reaching out: two. As the one needing room: one." in words
    record = recorded()
    assert [one["role"] for one in record["first_tries"]] == ["pursuer", "withdrawer"]
    assert record["transfer"] == [record["first_tries"][1]["play"]]


def test_there_is_no_score_and_no_word_that_judges():
    keep_in_turn("stranger half_hour back", "always stranger")
    words = told()
    for one in ("%", "reconnected", "best", "score", "streak", "well done"):
        assert one not in words.lower()
    read = re.sub(r"simulator play [^A-Z]*", "", words)
    assert not _FORBIDDEN.search(read)


def test_every_suggestion_could_be_and_its_command_begins_it():
    keep_in_turn("stranger half_hour back")
    found = recorded()["suggestions"]
    assert found
    for one in found:
        assert " could " in one["reason"]
        assert one["reason"].count(".") == 1
        program, *arguments = one["command"].split()
        assert program == "simulator"
        begun = run(*arguments, "--choose", "", "--json")
        assert begun.exit_code == 0, begun.stderr


def test_talks_that_were_stopped_are_counted_nowhere():
    keep_played("in_the_way")
    assert recorded()["plays"] == 0
    assert "No talk is kept yet." in told()


def test_a_damaged_journal_is_said_and_left_as_it_is():
    journal_file().parent.mkdir(parents=True)
    journal_file().write_bytes(b"no journal at all, but a note somebody wrote " * 100)
    result = run("progress")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert result.stdout == ""


def test_help_needs_nothing_heavy_and_the_command_is_listed():
    assert "progress" in _COMMANDS
    code = (
        "import sys, simulator.cli.progress; "
        "sys.exit(bool({'pydantic', 'sqlalchemy', 'networkx', 'textual'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
