"""What is taken in of a report that comes back, what is not, and how one is put away again."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.homework.homes import BAD, CROSSED, DRAFT, GOOD, Home
from tests.homework.test_journey import CHAIR, assigned, practised, reported, resealed, reviewed


@pytest.fixture
def opened(therapist: Home, client: Home, tmp_path: Path) -> str:
    """The id of an assignment that the client has opened."""
    id_, file = assigned(therapist, tmp_path)
    client.done("open", file)
    return id_


def _other_name(body: Any) -> None:
    body["client"] = "grey wren"


def _other_aim(body: Any) -> None:
    body["aim"] = {"kind": "reach", "outcome": "paused"}


@pytest.mark.parametrize("change", [_other_name, _other_aim])
def test_another_code_name_or_aim_is_refused_and_not_kept(
    therapist: Home, client: Home, opened: str, tmp_path: Path, change: Any
) -> None:
    practised(client, opened, BAD)
    other = resealed(reported(client, opened, tmp_path), change)
    assert "another code name or another aim" in " ".join(
        therapist.refused("review", other).split()
    )
    assert reviewed(therapist)["reports"] == []


def _better(body: Any) -> None:
    body["id"] = "d" * 32
    body["attempts"][0]["facts"]["outcome"] = "reconnected"


def test_a_forged_report_shows_as_one_and_can_be_put_away(
    therapist: Home, client: Home, opened: str, tmp_path: Path
) -> None:
    practised(client, opened, GOOD)
    genuine = reported(client, opened, tmp_path)
    assert reviewed(therapist, genuine)["met"] is True
    forged = resealed(genuine, _better)
    got = reviewed(therapist, forged)
    assert (got["verified"], got["met"]) == (False, None)
    got = reviewed(therapist)
    assert (got["verified"], got["met"], got["attempts"][0]["outcome"]) == (False, None, "truce")
    assert "Report dddddddd" in therapist.done("review")

    assert therapist.refused("drop", "abcdef")
    therapist.done("drop", "dddddddd")
    got = reviewed(therapist)
    assert (got["verified"], got["met"], len(got["reports"])) == (True, True, 1)
    assert therapist.refused("drop", "dddddddd")
    assert reviewed(therapist, forged)["verified"] is False


def test_an_aim_is_reached_over_two_reports(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_, file = assigned(therapist, tmp_path, DRAFT.replace("a truce", "a truce twice"))
    client.done("open", file)
    for seed in ("4", "5"):
        client.done("practise", id_, *CHAIR, "--seed", seed, "--choose", GOOD, "--json")
    plays = [one["play"] for one in client.json("list")[0]["attempts"]]
    files = [
        reported(client, id_, tmp_path, "--attempts", play[:8], name=f"{play[:8]}.report")
        for play in plays
    ]
    assert reviewed(therapist, files[0])["met"] is False
    got = reviewed(therapist, *files)
    assert (got["met"], got["verified"], len(got["attempts"])) == (True, True, 2)
    assert reviewed(therapist)["met"] is True


def test_a_talk_that_was_stopped_takes_no_place_of_one_that_is_asked_for(
    client: Home, opened: str
) -> None:
    practised(client, opened, CROSSED, CROSSED)
    [listed] = client.json("list")
    assert [one["left"] for one in listed["scenarios"]] == [2, 1]
    assert listed["status"] == "doing"
    practised(client, opened, GOOD, BAD, GOOD)
    assert "2 of 2 talks, and 1 more" in client.done("list")


def test_an_empty_report_says_nothing_of_the_aim(
    therapist: Home, client: Home, opened: str, tmp_path: Path
) -> None:
    practised(client, opened, CROSSED)
    told = client("report", opened, "--output", tmp_path / "r.report").stdout
    assert "No talk is in this report." in told
    assert "as often as it asks" not in told
    got = reviewed(therapist, reported(client, opened, tmp_path))
    assert (got["met"], got["verified"], got["attempts"]) == (None, True, [])


def test_what_replaying_cannot_show_is_in_the_json_too(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    id_, file = assigned(therapist, tmp_path, DRAFT + "undo_counts: false\n")
    client.done("open", file)
    practised(client, id_, GOOD)
    got = reviewed(therapist, reported(client, id_, tmp_path))
    assert got["met"] is True
    assert "client’s program says" in json.dumps(got["remarks"], ensure_ascii=False)
