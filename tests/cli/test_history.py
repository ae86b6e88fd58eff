"""`simulator history`: what is kept, for people and for scripts."""

import json
import sqlite3
from contextlib import closing

import pytest

from simulator.cli.main import _COMMANDS
from simulator.partner.moves import Role
from simulator.practice.places import journal_file
from simulator.scenario.fingerprint import fingerprint
from tests.journal.talks import START, small
from tests.support.kept import keep_played, run

pytestmark = pytest.mark.usefixtures("home")


def listed(*options: str) -> list[dict]:
    result = run("history", "--json", *options)
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_one_object_a_play_with_exactly_these_names():
    id_ = keep_played("stranger", "always", "back 1", "half_hour", "left")
    [play] = listed()
    assert list(play) == [
        "id", "scenario", "role", "setup", "started", "turns", "outcome", "ending", "undone",
        "unfinished",
    ]  # fmt: skip
    setup = play.pop("setup")
    assert play == {
        "id": id_,
        "scenario": "small",
        "role": "pursuer",
        "started": START.isoformat(),
        "turns": 2,
        "outcome": None,
        "ending": None,
        "undone": 1,
        "unfinished": True,
    }
    assert set(setup) == {
        "scenario", "rule", "temperament", "tension", "connection", "hope", "seed",
    }  # fmt: skip
    assert setup["scenario"] == fingerprint(small())


def test_a_finished_play_has_its_outcome_and_ending():
    keep_played("half_hour", "back")
    [play] = listed()
    assert (play["outcome"], play["ending"], play["unfinished"]) == ("truce", "cups", False)


def test_the_oldest_comes_first_and_what_stopped_only_if_asked_for():
    keep_played("stranger")
    keep_played("in_the_way")
    keep_played("nothing", role=Role.WITHDRAWER)
    assert {play["role"] for play in listed()} == {"pursuer", "withdrawer"}
    assert len(listed()) == 2
    outcomes = [play["outcome"] for play in listed("--stopped")]
    assert sorted(map(str, outcomes)) == ["None", "None", "stopped"]
    words = run("history").stdout
    assert "stopped" not in words
    assert "The talk was stopped" in run("history", "--stopped").stdout


def test_for_people_it_says_what_each_came_to():
    unfinished = keep_played("stranger", "always", "back 1")
    finished = keep_played("half_hour", "back")
    words = " ".join(run("history").stdout.split())
    assert f"{unfinished[:8]} The spare key, as pursuer" in words
    assert "1 reply (1 taken back); not finished" in words
    assert f"{finished[:8]} The spare key" in words
    assert "2 replies; Calmer, not closer" in words


def test_a_damaged_talk_is_named_and_left_out():
    whole, broken = keep_played("stranger"), keep_played("always")
    with closing(sqlite3.connect(journal_file())) as raw, raw:
        raw.execute("UPDATE plays SET setup = '{}' WHERE id = ?", [broken])
    for command in (("history", "--json"), ("export", "--format", "json")):
        result = run(*command)
        assert result.exit_code == 0
        assert [play["id"] for play in json.loads(result.stdout)] == [whole]
        assert result.stderr.startswith("note: 1 talk was left out")
        assert broken in result.stderr
    assert broken not in run("history").stdout
    result = run("export", "--format", "json", "--play", broken)
    assert result.exit_code == 1
    assert "is damaged" in result.stderr
    with closing(sqlite3.connect(journal_file())) as raw, raw:
        raw.execute("UPDATE plays SET setup = '{}'")
    result = run("history")
    assert "2 talks were left out" in result.stderr
    assert result.stdout == ""


def test_where_nothing_is_kept_nothing_is_made():
    assert listed() == []
    assert "No talk is kept yet." in run("history").stdout
    assert not journal_file().exists()


def test_a_damaged_journal_is_said_and_left_as_it_is():
    journal_file().parent.mkdir(parents=True)
    journal_file().write_bytes(b"no journal at all, but a note somebody wrote " * 100)
    before = journal_file().read_bytes()
    result = run("history", "--json")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert result.stdout == ""
    assert journal_file().read_bytes() == before


def test_both_commands_are_listed():
    assert {"history", "resume"} <= set(_COMMANDS)
