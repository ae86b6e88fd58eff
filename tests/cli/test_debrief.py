"""`simulator debrief`: a kept talk looked back on, for people and for scripts."""

import json
from datetime import timedelta
from itertools import pairwise

import pytest

from simulator.analysis.along import Course
from simulator.analysis.study import study
from simulator.cli.main import _COMMANDS
from simulator.partner.moves import Role
from tests.journal.talks import START, setup_of, small
from tests.support import kept
from tests.support.kept import keep_played, run

pytestmark = pytest.mark.usefixtures("home")


def looked_back(*arguments: str) -> dict:
    result = run("debrief", "--json", *arguments)
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_exactly_these_names():
    id_ = keep_played("half_hour", "back")
    found = looked_back()
    assert list(found) == ["play", "outcome", "ending", "turning_point", "turns"]
    assert (found["play"], found["outcome"], found["ending"]) == (id_, "truce", "cups")
    for turn in found["turns"]:
        assert list(turn) == ["beat", "reply", "feedback", "causes", "still_possible"]
        assert list(turn["still_possible"]) == ["best", "random", "look"]
        assert all(list(c) == ["meter", "cause", "move", "points"] for c in turn["causes"])
    assert [turn["reply"] for turn in found["turns"]] == ["half_hour", "back"]
    assert found["turns"][-1]["still_possible"]["best"] == "truce"


def test_what_was_possible_is_what_the_exact_analysis_says():
    keep_played("stranger", "always")
    course = Course(study(small(), Role.PURSUER))
    ahead = course.along(setup_of(small()).tension, ("stranger", "always"))
    found = looked_back()
    assert [turn["still_possible"] for turn in found["turns"]] == [
        {"best": at.best, "random": pytest.approx(at.random), "look": pytest.approx(at.look)}
        for at in ahead[1:]
    ]
    falls = [a.random - b.random for a, b in pairwise(ahead)]
    assert found["turning_point"] == falls.index(max(falls)) + 1


def test_the_newest_talk_by_default_and_an_unfinished_one_says_so(monkeypatch):
    old = keep_played("half_hour", "back")
    monkeypatch.setattr(kept, "START", START + timedelta(hours=1))
    new = keep_played("stranger")
    assert looked_back()["play"] == new
    assert looked_back(old[:8])["play"] == old
    assert looked_back()["outcome"] is None
    told = run("debrief")
    assert told.exit_code == 0, told.stderr
    assert "not over" in told.stdout
    assert "Left open" not in told.stdout
    assert "`simulator resume` goes on" in told.stdout
    assert "not over" not in run("debrief", old).stdout


def test_after_a_stop_there_is_only_the_safety_page():
    id_ = keep_played("in_the_way")
    assert looked_back() == {
        "play": id_,
        "outcome": "stopped",
        "ending": None,
        "turning_point": None,
        "turns": [],
    }
    told = run("debrief")
    assert told.exit_code == 0
    assert told.stdout.startswith("Safety\n")
    assert "emergency number" in told.stdout


def test_a_talk_known_by_its_states_alone_says_what_can_be_said(monkeypatch):
    id_ = keep_played("stranger")
    monkeypatch.setattr("simulator.journal.replaying.rule_fingerprint", lambda: "another")
    found = looked_back()
    assert found["play"] == id_
    assert found["turning_point"] is None
    [turn] = found["turns"]
    assert turn["reply"] == "stranger"
    assert turn["feedback"]
    assert (turn["causes"], turn["still_possible"]) == (None, None)
    told = run("debrief")
    assert told.exit_code == 0
    assert "only what was kept" in " ".join(told.stdout.split())


def test_nothing_to_look_back_on():
    result = run("debrief")
    assert result.exit_code == 1
    assert "no talk to look back on" in result.stderr
    assert run("debrief", "abcdef").exit_code == 2
    keep_played("stranger")
    unknown = run("debrief", "abcdef")
    assert unknown.exit_code == 2
    assert "PLAY: " in unknown.stderr


def test_it_is_among_the_commands():
    assert "debrief" in _COMMANDS
