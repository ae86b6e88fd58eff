"""`simulator export`: what comes out, that it is whole, and that others take it."""

import csv
import io
import json
import shutil
import subprocess
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from simulator.coach.landing import landing
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import make_setup
from simulator.journal import xapi
from simulator.journal.events import Guessed, TookBack
from simulator.partner.moves import Role
from simulator.practice.exporting import COLUMNS
from simulator.practice.keeping import open_usual
from simulator.practice.places import journal_file
from simulator.practice.sitting import replay
from tests.journal.talks import SMALL, START, replied, small, small_text
from tests.support.kept import keep_events, keep_played, keep_reflected, keep_walked, run
from tests.support.needs import needs

REPLIES = ("stranger", "half_hour", "back")
"""of the talk that `keep_reflected` keeps"""

pytestmark = pytest.mark.usefixtures("home")


def exported(format_: str, *options: str) -> str:
    result = run("export", "--format", format_, *options)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def talks() -> list[dict[str, Any]]:
    return json.loads(exported("json"))


def lines(*options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("xapi", *options).splitlines()]


def table(*options: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("csv", *options))))


# --- json


def test_a_talk_is_what_play_prints_and_what_only_a_kept_one_has() -> None:
    id_ = keep_played("half_hour", "back")
    given = ("--as", "pursuer", "--seed", "1", "--choose", "half_hour,back", "--json")
    printed = json.loads(run("play", str(SMALL), *given).stdout)
    [record] = talks()
    assert {name: record[name] for name in printed} == printed
    assert record["id"] == id_
    assert datetime.fromisoformat(record["started"]) < datetime.fromisoformat(record["finished"])
    assert len(record["times"]) == 2
    assert record["undone"] == record["reflections"] == []
    assert record["replayed"] is True


def test_what_was_taken_back_is_told_apart() -> None:
    keep_played("always", "stranger", "back 1", "half_hour", "left")
    [record] = talks()
    assert [turn["reply"] for turn in record["turns"]] == ["always", "half_hour"]
    [undone] = record["undone"]
    assert (undone["turn"], undone["reply"]) == (2, "stranger")
    assert undone["you"]["says"].startswith("There was a stranger")
    assert record["finished"] is None


@pytest.mark.parametrize("format_", ["json", "csv", "xapi"])
def test_a_crossed_line_is_left_out_unless_it_is_asked_for(format_: str) -> None:
    stopped = keep_played("in_the_way")
    keep_played("always")
    assert stopped not in exported(format_).replace("-", "")
    assert stopped in exported(format_, "--stopped").replace("-", "")
    assert stopped in exported(format_, "--play", stopped[:8]).replace("-", "")


def test_what_was_noted_beside_a_talk_is_told() -> None:
    keep_reflected("I’d wanted to say: não 🙂")
    [record] = talks()
    assert record["replayed"] is True
    assert [(each["what"], each["turn"], each["number"]) for each in record["reflections"]] == [
        ("expected", None, 3),
        ("own_words", 1, None),
        ("if_then", None, None),
        ("likely", None, 7),
    ]
    for each in record["reflections"]:
        assert list(each) == ["at", "what", "turn", "words", "number"]
        assert each["words"] in {None, "I’d wanted to say: não 🙂"}
        assert datetime.fromisoformat(each["at"]) >= datetime.fromisoformat(record["started"])
    assert [(each["turn"], each["step"]) for each in record["hints"]] == [(1, 1), (2, 1)]
    assert [list(each) for each in record["guesses"]] == [["at", "turn", "guess", "landed"]] * 2
    assert [(each["turn"], each["guess"]) for each in record["guesses"]] == [
        (1, "same"),
        (2, "closer"),
    ]
    sitting = replay(small(), make_setup(small(), Role.PURSUER, seed=4), REPLIES)
    landed = [landing(turn).value for turn in sitting.turns]
    assert [each["landed"] for each in record["guesses"]] == landed[:2]
    rows = table()
    assert [row["guess"] for row in rows] == ["same", "closer", ""]
    assert [row["landed"] for row in rows] == landed


def test_a_guess_is_held_against_the_reply_it_was_about() -> None:
    """Also where that was taken back, and another stands in its place."""
    id_ = keep_played("stranger")
    journal = open_usual()
    play = journal.play(id_)
    talk = Conversation(small(), play.setup)
    first = landing(talk.choose("stranger"))
    journal.add(id_, Guessed(START, 1, first))
    journal.add(id_, TookBack(START, 0))
    talk.back_to(0)
    journal.add(id_, replied(talk, "half_hour", START))
    second = landing(talk.turns[0])
    journal.add(id_, Guessed(START, 1, first))
    journal.add(id_, Guessed(START, 7, first))
    journal.close()
    [record] = talks()
    assert first is not second
    assert [each["landed"] for each in record["guesses"]] == [first.value, second.value, None]
    [row] = table()
    assert (row["guess"], row["landed"]) == (first.value, second.value)


def test_where_a_talk_cannot_be_played_again_no_landing_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_reflected("a word")
    [before] = talks()
    monkeypatch.setattr("simulator.journal.replaying.rule_fingerprint", lambda: "another")
    [record] = talks()
    assert [each["landed"] for each in record["guesses"]] == [None, None]
    assert record["reflections"] == before["reflections"]
    assert {row["landed"] for row in table()} == {""}
    assert [row["guess"] for row in table()] == ["same", "closer", ""]


def test_what_crossed_the_line_landed_nowhere() -> None:
    keep_played("in_the_way")
    [row] = table("--stopped")
    assert (row["guess"], row["landed"]) == ("", "")


def test_one_talk_is_named_by_how_its_id_begins() -> None:
    first, second = keep_played("always"), keep_played("stranger")
    record = json.loads(exported("json", "--play", second[:8]))
    assert record["id"] == second != first


def test_a_talk_of_another_rule_is_told_from_its_states(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_played("always", "stranger")
    [before] = talks()
    monkeypatch.setattr("simulator.journal.replaying.rule_fingerprint", lambda: "another")
    [record] = talks()
    assert record["replayed"] is False
    assert [turn["state"] for turn in record["turns"]] == [
        turn["state"] for turn in before["turns"]
    ]
    assert record["turns"][0]["you"] == before["turns"][0]["you"]
    assert record["turns"][0]["partner"] is record["opening"] is None
    assert set(record) == set(before)
    assert set(record["turns"][0]) == set(before["turns"][0])


# --- csv


def test_one_row_a_turn_under_stable_names() -> None:
    id_ = keep_played("always", "stranger", "back 1", "half_hour", "back")
    rows = table()
    assert tuple(rows[0]) == COLUMNS
    assert [(row["play"], row["turn"], row["reply"]) for row in rows] == [
        (id_, "1", "always"),
        (id_, "2", "half_hour"),
        (id_, "3", "back"),
    ]
    assert rows[1]["tension_before"] == rows[0]["tension"]
    assert {row["undone"] for row in rows} == {"1"}


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "＝1+1", "－2", "\u200b=1", '"=1', "'=1"]
)
def test_no_cell_is_a_formula(words: str) -> None:
    text = small_text().replace("It named one thing once. Ben could see the hall.", "CELL")
    text = text.replace("feedback: CELL", f"feedback: {json.dumps(words)}")
    keep_events("small", text, Role.PURSUER, ("stranger",))
    [row] = table()
    assert row["feedback"].startswith("'")
    assert words.strip() in row["feedback"]


def test_a_row_is_one_line() -> None:
    text = small_text().replace(
        "feedback: It named one thing once. Ben could see the hall.", 'feedback: "One.\\nTwo."'
    )
    keep_events("small", text, Role.PURSUER, ("stranger",))
    assert exported("csv").count("\n") == 2


# --- xapi


def test_a_reply_is_selected_on_a_dialog_tree() -> None:
    keep_played("always", "stranger", "back 1", "half_hour", "left", "back")
    said = lines()
    assert [one["verb"]["display"]["en"] for one in said] == [
        *("initialized", "selected", "selected", "retracted"),
        *("selected", "exited", "selected", "completed"),
    ]
    selected = [one for one in said if one["verb"]["id"].endswith("/selected")]
    assert {one["object"]["definition"]["type"] for one in selected} == {xapi.DIALOG_TREE}
    assert [one["result"]["response"] for one in selected] == [
        *("always", "stranger", "half_hour", "back")
    ]
    retracted = next(one for one in said if one["verb"]["display"]["en"] == "retracted")
    assert retracted["object"] == {"objectType": "StatementRef", "id": selected[1]["id"]}
    assert said[-1]["result"]["response"] == "cold_cups"
    assert {one["version"] for one in said} == {"1.0.3"}


def test_ids_are_stable_and_each_its_own() -> None:
    id_ = keep_played("always", "stranger", "back 0")
    first = lines()
    assert lines() == first
    ids = [uuid.UUID(one["id"]) for one in first]
    assert len(set(ids)) == len(ids)
    assert {one["context"]["registration"] for one in first} == {str(uuid.UUID(id_))}


def test_what_was_exported_once_is_never_said_otherwise() -> None:
    """A talk exported while it goes on, and again later: what was said stays as it was."""
    journal = open_usual()
    for seed in range(8):
        play = journal.play(keep_walked(seed))
        said = list(xapi.statements(play, "me"))
        assert [one["timestamp"] for one in said] == sorted(one["timestamp"] for one in said)
        for count in range(len(play.events)):
            earlier = list(xapi.statements(play._replace(events=play.events[:count]), "me"))
            assert earlier == said[: len(earlier)]
    journal.close()


def test_nobody_is_named_and_no_words_are_sent() -> None:
    keep_played("always", "stranger")
    said = lines()
    [player] = {json.dumps(one["actor"]) for one in said}
    account = json.loads(player)["account"]
    assert account["homePage"].startswith("urn:")
    assert uuid.UUID(account["name"]).version == 4
    whole = json.dumps(said)
    for words in ("Ada", "Ben", "stranger in the hall", "spare key"):
        assert words not in whole
    assert journal_file().with_name("pseudonym").stat().st_mode & 0o077 == 0


_ACCEPTS = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
print(sum(bool(BaseXapiStatement(**json.loads(line))) for line in sys.stdin))
"""


def ralph(said: str) -> "subprocess.CompletedProcess[str]":
    """Every statement through Ralph's strict model of xAPI 1.0.3; its command knows only events
    of a few learning platforms, and passes over all others unseen."""
    needs("ralph")
    program = shutil.which("ralph")
    assert program is not None
    python = Path(program).resolve().parent / "python"
    return subprocess.run(
        [python, "-c", _ACCEPTS],
        input=said,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_ralph_accepts_every_statement() -> None:
    for seed in range(12):
        keep_walked(seed)
    keep_played("in_the_way")
    said = exported("xapi", "--stopped")
    done = ralph(said)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == said.count("\n") > 60


def test_ralph_refuses_what_is_no_statement() -> None:
    keep_played("always")
    one = lines()[1]
    one["result"]["score"] = {"scaled": 7}
    assert ralph(json.dumps(one)).returncode != 0


# --- what cannot be


def test_without_a_journal_nothing_is_printed_and_none_is_made() -> None:
    assert talks() == lines() == []
    assert exported("csv").strip() == ",".join(COLUMNS)
    assert not journal_file().exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--format", "jsn"), "Did you mean “json”?"),
        (("--format", "json", "--play", "abcdef01"), "no play begins with “abcdef01”"),
        (("--format", "json", "--play", "ab"), "too short"),
        ((), "--format"),
    ],
)
def test_misuse_is_told(given: tuple[str, ...], words: str) -> None:
    keep_played("always")
    result = run("export", *given)
    assert result.exit_code == 2
    assert words in result.stderr
