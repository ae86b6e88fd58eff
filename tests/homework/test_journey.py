"""One piece of homework from assigning to reviewing, over real files in two homes."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from simulator.cli.main import simulator
from simulator.homework.sealing.envelope import Kind, open_with_passphrase, seal_with_passphrase
from tests.homework.homes import BAD, CROSSED, DRAFT, GOOD, PASSPHRASE, SCENARIO, Home, draft
from tests.plain.command import number

CHAIR = ("--scenario", SCENARIO, "--as", "pursuer")
UNKIND = ("compliance", "missed", "failed", "score")


def assigned(therapist: Home, folder: Path, text: str = DRAFT) -> tuple[str, Path]:
    """The id of an assignment, and its file."""
    file = folder / "x.homework"
    made = therapist.json("assign", "--from", draft(folder, text), "--output", file)
    return made["id"], file


def practised(client: Home, id_: str, *ways: str) -> None:
    for replies in ways:
        client.done("practise", id_, *CHAIR, "--seed", "4", "--choose", replies, "--json")


@pytest.fixture
def given(therapist: Home, client: Home, tmp_path: Path) -> str:
    """The id of an assignment that the client has opened."""
    id_, file = assigned(therapist, tmp_path)
    client.done("open", file)
    return id_


def reported(client: Home, id_: str, folder: Path, *options: str, name: str = "r.report") -> Path:
    file = folder / name
    client.done("report", id_, "--output", file, "--yes", *options)
    return file


def reviewed(therapist: Home, *files: Path) -> dict[str, Any]:
    """The only assignment of the only client."""
    [only] = therapist.json("review", *files)["clients"]
    assert only["client"] == "blue heron"
    [assignment] = only["assignments"]
    return dict(assignment)


def test_the_whole_way(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_, file = assigned(therapist, tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"heron" not in file.read_bytes()

    opened = client.done("open", file)
    for words in ("blue heron", "reach a truce", "31 January 2099", "One reply at a time"):
        assert words in opened
    [listed] = client.json("list")
    assert (listed["id"], listed["status"]) == (id_, "due")

    practised(client, id_[:8], GOOD, BAD, CROSSED)
    typed = "\n".join(
        [number("half_hour"), "u", number("half_hour"), number("back", "half_hour"), "q", ""]
    )
    client.done("practise", id_, *CHAIR, "--plain", "--seed", "4", typed=typed)
    client.done("decline", id_, "--scenario", SCENARIO, "--as", "withdrawer", "--why", "Not now.")
    [listed] = client.json("list")
    assert listed["status"] == "done"
    assert [one["left"] for one in listed["scenarios"]] == [0, 0]
    assert [one["outcome"] for one in listed["attempts"]] == [
        "truce",
        "stuck",
        "stopped",
        "truce",
    ]

    got = reviewed(therapist, reported(client, id_, tmp_path))
    assert (got["id"], got["aim"], got["met"], got["verified"]) == (
        id_,
        "reach a truce",
        True,
        True,
    )
    rows = [
        (
            one["scenario"],
            one["role"],
            one["outcome"],
            one["turns"],
            one["undone"],
            one["first_try"],
        )
        for one in got["attempts"]
    ]
    assert rows == [
        (SCENARIO, "pursuer", "truce", 2, 0, True),
        (SCENARIO, "pursuer", "stuck", 2, 0, False),
        (SCENARIO, "pursuer", "truce", 2, 1, False),
    ]
    assert got["declined"] == [{"what": f"{SCENARIO}/withdrawer", "why": "Not now."}]
    again = therapist.done("review")
    assert "every number that replaying can show comes out" in " ".join(again.split())
    assert "invented partner" in again


def test_nothing_is_written_before_somebody_has_said_yes(
    client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD)
    result = client("report", given, "--output", tmp_path / "r.report")
    assert result.exit_code == 1
    assert "--yes" in result.stderr
    assert "half_hour, back" in result.stdout
    assert not (tmp_path / "r.report").exists()
    [listed] = client.json("list")
    assert listed["status"] == "doing"


def _leaves(value: Any) -> Any:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in {"what", "role", "kind", "moves", "shared"}:
                yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif not isinstance(value, bool) and value is not None:
        yield str(value)


def test_every_value_of_the_document_is_read_before_it_is_sealed(
    client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD, BAD)
    client.done("decline", given, "--as", "withdrawer", "--why", "Not this week.")
    (tmp_path / "a.yaml").write_text("- That it was short.\n- The pause.\n")
    options = ("--share", "reflections", "--answers", tmp_path / "a.yaml", "--words", "Thank you.")
    shown = " ".join(client("report", given, "--output", tmp_path / "r", *options).stdout.split())
    file = tmp_path / "r.report"
    got = client.json("report", given, "--output", file, "--yes", *options)
    document = {k: v for k, v in got["document"].items() if k not in {"id", "made"}}
    for attempt in document["attempts"]:
        del attempt["day"], attempt["facts"]["outcome"]
    missing = [leaf for leaf in _leaves(document) if leaf not in shown]
    assert missing == []
    assert not any(word in shown.lower() for word in UNKIND)


def test_the_client_chooses_what_goes_in(
    therapist: Home, client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD, BAD, CROSSED)
    client.done("decline", given, "--as", "withdrawer")
    plays = [one["play"] for one in client.json("list")[0]["attempts"]]
    file = reported(client, given, tmp_path, "--attempts", plays[1][:8], "--leave-out", "all")
    got = reviewed(therapist, file)
    assert [one["outcome"] for one in got["attempts"]] == ["stuck"]
    assert (got["met"], got["verified"], got["declined"]) == (False, True, [])
    whole = reported(client, given, tmp_path, "--with-stopped", name="s.report")
    got = reviewed(therapist, whole)
    assert [one["outcome"] for one in got["attempts"]] == ["truce", "stuck", "stopped"]
    assert got["verified"] is True


def test_answers_go_in_only_where_both_have_ticked(
    therapist: Home, client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD)
    (tmp_path / "a.yaml").write_text("- It was short.\n")
    kept = ("--answers", str(tmp_path / "a.yaml"))
    unshared = reviewed(therapist, reported(client, given, tmp_path, *kept))
    assert unshared["answers"] == []
    shared = reported(client, given, tmp_path, *kept, "--share", "reflections", name="s.report")
    assert reviewed(therapist, shared)["answers"] == [
        {"question": "What surprised you?", "words": "It was short."}
    ]
    result = client("report", given, "--output", tmp_path / "t", "--yes", "--share", "transcript")
    assert "not asked for" in result.stderr


def resealed(file: Path, change: Any) -> Path:
    """A report by somebody who knows the passphrase and changes what is in it."""
    body = json.loads(
        json.dumps(open_with_passphrase(file.read_bytes(), PASSPHRASE, expect=Kind.REPORT).body)
    )
    change(body)
    other = file.with_name("other.report")
    other.write_bytes(seal_with_passphrase(Kind.REPORT, body, PASSPHRASE))
    return other


def _better(body: Any) -> None:
    body["attempts"][0]["facts"]["outcome"] = "reconnected"


def _met(body: Any) -> None:
    body["met"] = True


def _replies(body: Any) -> None:
    body["attempts"][0]["replies"] = ["half_hour", "back"]


def _hardest(body: Any) -> None:
    body["attempts"][0]["facts"]["hardest"] = 77


@pytest.mark.parametrize("change", [_better, _met, _replies, _hardest])
def test_numbers_that_do_not_come_out_of_the_replies_are_seen(
    therapist: Home, client: Home, given: str, tmp_path: Path, change: Any
) -> None:
    practised(client, given, BAD)
    file = reported(client, given, tmp_path)
    assert reviewed(therapist, file)["verified"] is True
    other = resealed(file, change)
    assert reviewed(therapist, other)["verified"] is False
    assert "does not come out of the replies" in " ".join(therapist.done("review", other).split())
    assert reviewed(therapist, file)["verified"] is True


def _elsewhere(body: Any) -> None:
    body["nonce"] = "0" * 32


def _strange(body: Any) -> None:
    body["attempts"][0]["facts"]["outcome"] = "won"


def _more(body: Any) -> None:
    body["attempts"][0]["run"] = "rm -rf ~"


@pytest.mark.parametrize("change", [_elsewhere, _strange, _more])
def test_reports_that_are_refused(
    therapist: Home, client: Home, given: str, tmp_path: Path, change: Any
) -> None:
    practised(client, given, BAD)
    other = resealed(reported(client, given, tmp_path), change)
    assert "other.report" in therapist.refused("review", other, "--json")
    [kept] = therapist.json("review")["clients"]
    assert kept["assignments"][0]["attempts"] == []


def test_a_report_needs_its_assignment(
    client: Home, given: str, tmp_path: Path, cheap: None
) -> None:
    practised(client, given, GOOD)
    report = reported(client, given, tmp_path)
    colleague = Home(tmp_path / "colleague")
    assert "homework file" in " ".join(colleague.refused("review", report).split())
    assert reviewed(colleague, report, tmp_path / "x.homework")["verified"] is True
    assert reviewed(colleague, tmp_path)["verified"] is True


def test_some_files_are_refused_and_the_others_shown(
    therapist: Home, client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD)
    report = reported(client, given, tmp_path)
    (tmp_path / "z.report").write_bytes(report.read_bytes()[:-3])
    result = therapist("review", report, tmp_path / "z.report", "--json")
    assert result.exit_code == 1
    assert "z.report" in result.stderr
    assert json.loads(result.stdout)["clients"][0]["assignments"][0]["verified"] is True


@pytest.mark.parametrize(
    ("passphrase", "says"), [("seven large green boats", "passphrase"), ("", "passphrase")]
)
def test_another_passphrase_opens_nothing(
    therapist: Home, client: Home, tmp_path: Path, passphrase: str, says: str
) -> None:
    _, file = assigned(therapist, tmp_path)
    refused = client.refused("open", file, SIMULATOR_HOMEWORK_PASSPHRASE=passphrase)
    assert says in refused.lower()
    assert client.json("list") == []


def test_what_is_withdrawn_is_no_longer_asked_for(
    therapist: Home, client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD)
    gone = tmp_path / "gone.homework"
    therapist.done("withdraw", given, "--output", gone, "--words", "Let us wait.")
    said = client.done("open", gone)
    assert "Let us wait." in said
    [listed] = client.json("list")
    assert (listed["status"], listed["farewell"]) == ("withdrawn", "Let us wait.")
    assert len(listed["attempts"]) == 1
    assert "no longer" in client.refused("practise", given, *CHAIR, "--choose", GOOD)
    stranger = Home(tmp_path / "stranger")
    assert stranger.refused("open", gone)


def test_opening_twice_changes_nothing(client: Home, given: str, tmp_path: Path) -> None:
    practised(client, given, GOOD)
    assert client.json("open", tmp_path / "x.homework")["new"] is False
    [listed] = client.json("list")
    assert len(listed["attempts"]) == 1


def test_notes_ratings_and_forgetting_stay_on_the_desk(
    therapist: Home, client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD)
    reviewed(therapist, reported(client, given, tmp_path))
    therapist.done("note", given, "Ask about the pause.")
    therapist.done("rate", given, "3")
    assert therapist.refused("rate", given, "5")
    got = reviewed(therapist)
    assert (got["notes"], got["rating"]) == (["Ask about the pause."], 3)
    assert therapist.refused("forget", "grey wren", "--yes")
    therapist.done("forget", "blue heron", "--yes")
    assert therapist.json("review") == {"clients": []}


def test_a_part_that_is_not_there_is_a_misuse(client: Home, given: str) -> None:
    assert "--as pursuer" in client.misused("practise", given, "--choose", GOOD)
    assert "its parts" in client.misused("practise", given, "--scenario", "x", "--plain").lower()
    assert "not offered" in client.misused("practise", given, *CHAIR, "--choose", "half_hour,no")
    assert client.json("list")[0]["attempts"] == []
    assert client.refused("practise", "abcdef", *CHAIR, "--choose", GOOD)


def test_the_coaching_is_as_the_assignment_asks(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    id_, file = assigned(therapist, tmp_path, DRAFT + "coaching: none\n")
    client.done("open", file)
    told = client.done("practise", id_, *CHAIR, "--plain", "--seed", "4", typed="1\nq\n")
    assert "Homework, to practise towards: reach a truce." in " ".join(told.split())
    full = client.done("practise", id_, *CHAIR, "--plain", "--seed", "4", typed="1\np\nq\n")
    assert "until the talk is over" in " ".join(full.split())


def test_what_is_looked_at_is_not_kept(therapist: Home, client: Home, tmp_path: Path) -> None:
    _, file = assigned(therapist, tmp_path)
    page = client.done("open", file, "--preview", "--beat", "later", typed="q\n")
    assert "blue heron" in page
    assert "not kept" in page
    assert client.json("list") == []
    assert "door, later" in client.refused("open", file, "--preview", "--beat", "nowhere")


def test_erasing_everything_takes_homework_along(
    therapist: Home, client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD)
    reviewed(therapist, reported(client, given, tmp_path))
    for home in (therapist, client):
        runner = CliRunner(env=home.env)
        assert "erased" in runner.invoke(simulator, ["erase", "--all", "--yes"]).stdout
    assert client.json("list") == []
    assert therapist.json("review") == {"clients": []}


def test_a_talk_under_homework_is_gone_on_with_as_homework_asks(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    id_, file = assigned(therapist, tmp_path, DRAFT + "coaching: none\n")
    client.done("open", file)
    practised(client, id_, "half_hour")
    runner = CliRunner(env=client.env)
    told = runner.invoke(simulator, ["resume", "--plain"], input="b\np\n1\nq\n").stdout
    assert "reach a truce" in " ".join(told.split())
    assert "until the talk is over" in " ".join(told.split())
    [listed] = client.json("list")
    assert len(listed["attempts"]) == 1
    assert listed["attempts"][0]["outcome"]


def test_pages_and_tables_are_files_of_their_own(
    therapist: Home, client: Home, given: str, tmp_path: Path
) -> None:
    practised(client, given, GOOD)
    report = reported(client, given, tmp_path)
    page, table = tmp_path / "p.html", tmp_path / "t.csv"
    told = therapist.done("review", report, "--html", page, "--csv", table)
    assert "p.html" in told
    assert "invented partner" in page.read_text()
    assert "truce" in table.read_text()
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "already" in therapist.refused("review", report, "--html", page)
    assert therapist.misused("review", report, "--html", page, "--csv", page)
    assert therapist.misused("review", report, "--csv", table, "--json")


def test_a_talk_is_told_again_only_where_both_have_ticked_it(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    id_, file = assigned(therapist, tmp_path, DRAFT.replace("reflections]", "transcript]"))
    client.done("open", file)
    practised(client, id_, GOOD)
    plain = therapist.done("review", reported(client, id_, tmp_path), "--transcripts")
    shared = reported(client, id_, tmp_path, "--share", "transcript", name="s.report")
    told = therapist.done("review", shared, "--transcripts")
    assert "1. Ada:" not in plain
    assert "1. Ada:" in told
    assert "connection" in told


def test_words_that_are_too_many_are_refused_and_strange_ones_cleaned(
    client: Home, given: str, tmp_path: Path
) -> None:
    file = tmp_path / "r.report"
    call = ("report", given, "--output", file, "--yes")
    assert "Shorten" in client.refused(*call, "--words", "a" * 5000)
    assert not file.exists()
    assert client.json(*call, "--words", "so \udcff it was")["document"]["words"] == "so ? it was"
    assert client.refused("decline", given, "--as", "withdrawer", "--why", "a" * 5000)
