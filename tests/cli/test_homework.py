"""`simulator homework` around the journey: drafts, templates, couples, pairing, passphrases."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator.homework.sealing import stretching
from simulator.homework.sealing.envelope import (
    Kind,
    open_with_passphrase,
    seal_to,
    seal_with_passphrase,
)
from simulator.homework.sealing.keys import PublicKeys
from simulator.homework.templates import TEMPLATES
from simulator.practice.homework import pairing
from tests.homework.homes import DRAFT, GOOD, PASSPHRASE, SCENARIO, Home, draft
from tests.plain.command import ROOT, SMALL

OTHER = "nine quiet paper lamps"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretching, "COST", 2)


@pytest.fixture
def therapist(tmp_path: Path) -> Home:
    return Home(tmp_path / "therapist")


@pytest.fixture
def client(tmp_path: Path) -> Home:
    return Home(tmp_path / "client")


def assigned(therapist: Home, folder: Path, text: str = DRAFT, *options: object) -> Path:
    file = folder / "x.homework"
    therapist.done("assign", "--from", draft(folder, text), "--output", file, *options)
    return file


def body(file: Path, passphrase: str = PASSPHRASE) -> dict[str, Any]:
    return dict(open_with_passphrase(file.read_bytes(), passphrase, expect=Kind.ASSIGNMENT).body)


# --- drafts


@pytest.mark.parametrize(
    ("swap", "place", "says"),
    [
        (("client: blue heron", 'client: ""'), "1:9", "code name"),
        (("client: blue heron", "cleint: blue heron"), "1:9", "“client”"),
        (("role: withdrawer", "role: judge"), "4:", "“judge” is no role"),
        (("plays: 2", "plays: 99"), "3:", "1 to 20"),
        (
            (f"scenario: {SMALL}, role: pursuer", "scenario: no-such, role: pursuer"),
            "3:",
            "no-such",
        ),
        (("role: withdrawer", "role: pursuer"), "4:", "twice"),
        (("reach a truce", "win"), "5:6", "“win” cannot be read as an aim"),
        (("reach a truce", "{kind: below, tension: much}"), "5:", "tension"),
        (("2099-01-31", "soon"), "6:6", "“soon” is no day"),
        (("2099-01-31", "2020-01-31"), "6:6", "has passed"),
        (("[summary, reflections]", "[diary]"), "9:", "“diary” cannot be shared"),
        (("attested: true", "attested: false"), "10:11", "attested"),
        (("attested: true", "rationel: x\nattested: true"), "10:11", "rationale"),
        (("attested: true", ""), "", "attested"),
        (("attested: true", "attested: true\ncoaching: some"), "11:11", "full, after, none"),
        (("attested: true", "attested: true\nspacing: often"), "11:10", "0 to 60"),
        (("questions: [", "questions: &all ["), "8:", "error"),
        (("client: blue", "client: [blue"), "2:10", "YAML"),
    ],
)
def test_what_keeps_a_draft_from_being_an_assignment(
    therapist: Home, tmp_path: Path, swap: tuple[str, str], place: str, says: str
) -> None:
    assert swap[0] in DRAFT
    file = draft(tmp_path, DRAFT.replace(*swap))
    output = tmp_path / "x.homework"
    said = therapist.refused("assign", "--from", file, "--output", output)
    assert f"draft.yaml:{place}" in said
    assert says in said
    assert not output.exists()
    assert therapist.json("review") == {"clients": []}


def test_all_problems_at_once_in_the_order_of_the_lines(therapist: Home, tmp_path: Path) -> None:
    text = DRAFT.replace("blue heron", '""').replace("reach a truce", "win")
    file = draft(tmp_path, text.replace("attested: true", "attested: perhaps"))
    said = therapist.refused("assign", "--from", file, "--output", tmp_path / "x")
    assert said.index(":1:9") < said.index(":5:6") < said.index(":10:11")


@pytest.mark.parametrize(
    "text", ["", "just words\n", "- a\n- b\n", "\x00", "a: !!python/name:os.system x"]
)
def test_what_is_no_draft_at_all(therapist: Home, tmp_path: Path, text: str) -> None:
    said = therapist.refused("assign", "--from", draft(tmp_path, text), "--output", tmp_path / "x")
    assert "draft.yaml" in said


def test_an_aim_may_be_a_mapping_and_what_is_empty_is_left_out(
    therapist: Home, tmp_path: Path
) -> None:
    text = DRAFT.replace("reach a truce", "{kind: below, tension: 55, times: 2}")
    file = assigned(therapist, tmp_path, text.replace("2099-01-31", ""))
    assert body(file)["aim"] == {"kind": "below", "tension": 55, "times": 2}
    assert "due" not in body(file)
    [only] = therapist.json("review")["clients"]
    assert only["assignments"][0]["aim"] == "stay below a tension of 55, in 2 talks"


def test_without_an_aim_there_is_none(therapist: Home, tmp_path: Path) -> None:
    assigned(therapist, tmp_path, DRAFT.replace("aim: reach a truce\n", ""))
    [only] = therapist.json("review")["clients"]
    assert only["assignments"][0]["aim"] is None
    assert only["assignments"][0]["verified"] is None


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
def test_every_template_makes_an_assignment(therapist: Home, tmp_path: Path, template: Any) -> None:
    text = therapist.done("templates", template.id)
    said = therapist.refused("assign", "--from", draft(tmp_path, text), "--output", tmp_path / "x")
    assert said.count(": error: ") == 2
    filled = text.replace('client: ""', "client: heron").replace(
        "attested: false", "attested: true"
    )
    file = assigned(therapist, tmp_path, filled)
    assert body(file)["scenarios"][0]["scenario"] == template.scenario
    assert template.id in therapist.done("templates")


def test_a_template_that_is_not_there(therapist: Home) -> None:
    assert "begin-softly" in therapist.misused("templates", "begin-soft")


def test_what_is_stated_can_be_read(therapist: Home) -> None:
    said = " ".join(therapist.done("assign", "--attestation").split())
    for words in ("asked each person alone", "danger", "ask again", "affair", "court"):
        assert words in said
    assert len(therapist.json("assign", "--attestation")["reasons_to_wait"]) == 4


# --- files


def test_a_file_that_is_there_is_left_as_it_is(therapist: Home, tmp_path: Path) -> None:
    (tmp_path / "x.homework").write_text("mine")
    call = ("assign", "--from", draft(tmp_path), "--output", tmp_path / "x.homework")
    assert "already" in therapist.refused(*call)
    assert (tmp_path / "x.homework").read_text() == "mine"
    assert therapist.json("review") == {"clients": []}
    therapist.done(*call, "--force")
    assert body(tmp_path / "x.homework")["client"] == "blue heron"


def test_names_inside_are_never_paths(therapist: Home, client: Home, tmp_path: Path) -> None:
    file = assigned(therapist, tmp_path)
    before = sorted(tmp_path.iterdir())
    client.done("open", file)
    client.done("practise", client.json("list")[0]["id"], "--as", "pursuer", "--choose", GOOD)
    assert sorted(tmp_path.iterdir()) == before
    assert body(file)["scenarios"][0]["scenario"] == SCENARIO


@pytest.mark.parametrize("content", [b"", b"words", b'{"kind": "homework"}', b"\x00" * 9000])
def test_what_is_no_sealed_file(client: Home, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.homework").write_bytes(content)
    assert client.refused("open", tmp_path / "x.homework")
    assert client.json("list") == []


def test_a_report_is_no_assignment(therapist: Home, client: Home, tmp_path: Path) -> None:
    client.done("open", assigned(therapist, tmp_path))
    id_ = client.json("list")[0]["id"]
    client.done("report", id_, "--output", tmp_path / "r.report", "--yes")
    assert "report" in client.refused("open", tmp_path / "r.report")


@pytest.mark.parametrize(
    "call",
    [
        ("assign",),
        ("assign", "--from", "x.yaml", "--loud"),
        ("open",),
        ("report", "abcdef"),
        ("practise",),
        ("burn",),
    ],
)
def test_misuse(client: Home, call: tuple[str, ...]) -> None:
    assert client.misused(*call)


# --- passphrases


def test_the_passphrase_is_the_first_line_of_a_file(therapist: Home, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{OTHER}\nsecond line\n")
    secret.chmod(0o600)
    call = ("assign", "--from", draft(tmp_path), "--output", tmp_path / "y.homework")
    result = therapist(*call, "--passphrase-file", secret)
    assert (result.exit_code, result.stderr) == (0, "")
    assert body(tmp_path / "y.homework", OTHER)
    secret.chmod(0o644)
    result = therapist(*call, "--passphrase-file", secret, "--force")
    assert "others on this computer" in result.stderr
    assert therapist.refused(*call, "--force", "--passphrase-file", tmp_path / "none")


@pytest.mark.parametrize(
    ("passphrase", "status"), [("tiny", 1), ("short one", 0), ("passphrase", 0)]
)
def test_a_weak_passphrase_is_told_and_hardly_one_is_refused(
    tmp_path: Path, passphrase: str, status: int
) -> None:
    home = Home(tmp_path / "t", passphrase)
    result = home("assign", "--from", draft(tmp_path), "--output", tmp_path / "x.homework")
    assert result.exit_code == status
    assert result.stderr
    assert (tmp_path / "x.homework").exists() is (status == 0)


def test_without_a_passphrase_nothing_is_written(tmp_path: Path) -> None:
    home = Home(tmp_path / "t", None)
    call = ("assign", "--from", draft(tmp_path), "--output", tmp_path / "x.homework")
    assert "passphrase" in home.refused(*call).lower()
    assert not (tmp_path / "x.homework").exists()


# --- couples


def test_each_of_a_couple_gets_the_other_chair(therapist: Home, tmp_path: Path) -> None:
    text = DRAFT.replace("client: blue heron", "client: blue heron\ncouple: grey wren")
    call = ("assign", "--from", draft(tmp_path, text), "--output", tmp_path / "x.homework")
    made = therapist.json(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=OTHER)
    first, second = body(tmp_path / "x.homework"), body(Path(made["other"]["output"]), OTHER)
    assert [one["role"] for one in first["scenarios"]] == ["pursuer", "withdrawer"]
    assert [one["role"] for one in second["scenarios"]] == ["withdrawer", "pursuer"]
    assert (first["client"], second["client"]) == ("blue heron", "grey wren")
    assert "wren" not in json.dumps(first)
    assert "heron" not in json.dumps(second)
    assert not {first["id"], first["nonce"]} & {second["id"], second["nonce"]}
    assert [one["client"] for one in therapist.json("review")["clients"]] == [
        "blue heron",
        "grey wren",
    ]


def test_a_couple_needs_two_passphrases(therapist: Home, tmp_path: Path) -> None:
    text = DRAFT.replace("client: blue heron", "client: blue heron\ncouple: {client: grey wren}")
    call = ("assign", "--from", draft(tmp_path, text), "--output", tmp_path / "x.homework")
    call = (*call, "--other-chair", tmp_path / "y.homework")
    assert therapist.refused(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=PASSPHRASE)
    assert therapist.refused(*call)
    assert not (tmp_path / "x.homework").exists()
    assert not (tmp_path / "y.homework").exists()
    therapist.done(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=OTHER)


@pytest.mark.parametrize(
    ("couple", "says"),
    [
        ("blue heron", "same code name"),
        ("{client: grey wren, aim: win}", "“win”"),
        ("{name: grey wren}", "no key “name”"),
        ("{aim: recover}", "no code name"),
    ],
)
def test_what_keeps_a_couple_from_two_assignments(
    therapist: Home, tmp_path: Path, couple: str, says: str
) -> None:
    text = DRAFT.replace("client: blue heron", f"client: blue heron\ncouple: {couple}")
    call = ("assign", "--from", draft(tmp_path, text), "--output", tmp_path / "x.homework")
    said = therapist.refused(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=OTHER)
    assert says in said
    assert "draft.yaml:2:" in said


# --- keys


def test_paired_people_need_no_passphrase_for_a_file(tmp_path: Path) -> None:
    therapist, client, stranger = (Home(tmp_path / name) for name in ("t", "c", "s"))
    lines = {}
    for home in (therapist, client, stranger):
        home.done("keys", "new")
        assert home.refused("keys", "new")
        lines[home] = home.json("keys", "show")["line"]
    asked = therapist("keys", "add", "heron", lines[client])
    assert asked.exit_code == 1
    groups = asked.stdout.partition(":")[2].split()[-6:]
    assert len(groups) == 6
    therapist.done("keys", "add", "heron", lines[client], "--compared", " ".join(groups))
    client.done("keys", "add", "Dr M", lines[therapist], "--compared", " ".join(groups))
    assert client.refused("keys", "add", "x", lines[stranger], "--compared", " ".join(groups))
    assert [one["name"] for one in client.json("keys", "list")] == ["Dr M"]

    file = assigned(therapist, tmp_path, DRAFT, "--to", "heron")
    assert stranger.refused("open", file)
    client.done("open", file)
    id_ = client.json("list")[0]["id"]
    client.done("practise", id_, "--as", "pursuer", "--choose", GOOD)
    client.done("report", id_, "--output", tmp_path / "r.report", "--yes", "--to", "Dr M")
    [only] = therapist.json("review", tmp_path / "r.report")["clients"]
    assert only["assignments"][0]["verified"] is True
    client.done("keys", "remove", "Dr M")
    assert client.refused("report", id_, "--output", tmp_path / "s.report", "--yes", "--to", "Dr M")


def test_a_report_is_signed_by_the_one_the_homework_was_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = {name: Home(tmp_path / name) for name in ("t", "heron", "wren")}
    for home in homes.values():
        home.done("keys", "new")
    lines = {name: home.json("keys", "show")["line"] for name, home in homes.items()}

    def pair(one: str, other: str) -> None:
        asked = homes[one]("keys", "add", other, lines[other])
        groups = " ".join(asked.stdout.partition(":")[2].split()[-6:])
        homes[one].done("keys", "add", other, lines[other], "--compared", groups)

    for name in ("heron", "wren"):
        pair("t", name)
        pair(name, "t")
    file = assigned(homes["t"], tmp_path, DRAFT, "--to", "heron")
    homes["heron"].done("open", file)
    id_ = homes["heron"].json("list")[0]["id"]
    homes["heron"].done("report", id_, "--output", tmp_path / "r.report", "--yes")
    body = open_with_passphrase(
        (tmp_path / "r.report").read_bytes(), PASSPHRASE, expect=Kind.REPORT
    )
    forged = tmp_path / "f.report"
    with monkeypatch.context() as place:
        for name in ("HOME", "XDG_DATA_HOME"):
            place.setenv(name, str(homes["wren"].folder))
        keys = pairing.own(PASSPHRASE)
    forged.write_bytes(seal_to(Kind.REPORT, body.body, PublicKeys.of(lines["t"]), keys))
    assert "somebody else" in " ".join(homes["t"].refused("review", forged).split())


# --- hostile assignments


def _another_text(body: dict[str, Any]) -> None:
    body["scenarios"][0]["text"] += "\n# changed\ntitle: Other\n"


def _another_hash(body: dict[str, Any]) -> None:
    body["scenarios"][0]["hash"] = "0" * 64


def _path(body: dict[str, Any]) -> None:
    body["scenarios"][0]["scenario"] = "../../etc/passwd"


def _partner(body: dict[str, Any]) -> None:
    body["scenarios"][0]["temperament"] = "cruel"


def _code(body: dict[str, Any]) -> None:
    body["scenarios"][0]["text"] = "!!python/object/apply:os.system [id]"


def _aim(body: dict[str, Any]) -> None:
    body["aim"] = {"kind": "use", "move": "winning"}


def _day(body: dict[str, Any]) -> None:
    body["due"] = "2030-02-31"


def _many(body: dict[str, Any]) -> None:
    body["scenarios"][0]["plays"] = 10**9


@pytest.mark.parametrize(
    "change", [_another_text, _another_hash, _path, _partner, _code, _aim, _day, _many]
)
def test_an_assignment_that_is_not_what_it_claims_is_not_taken_in(
    therapist: Home, client: Home, tmp_path: Path, change: Any
) -> None:
    changed = json.loads(json.dumps(body(assigned(therapist, tmp_path))))
    change(changed)
    file = tmp_path / "changed.homework"
    file.write_bytes(seal_with_passphrase(Kind.ASSIGNMENT, changed, PASSPHRASE))
    before = sorted(tmp_path.rglob("*"))
    assert client.refused("open", file)
    assert client.json("list") == []
    assert [one for one in sorted(tmp_path.rglob("*")) if client.folder not in one.parents] == [
        one for one in before if client.folder not in one.parents
    ]


# --- the real program


def test_the_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from simulator.cli.main import simulator;"
        "r = CliRunner().invoke(simulator, ['homework', '--help']); print(r.output);"
        "print([m for m in ('pydantic', 'sqlalchemy', 'pyrage', 'numpy', 'textual', 'yaml')"
        " if m in sys.modules])"
    )
    got = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=True,
    ).stdout.decode()
    assert "practise" in got
    assert got.rstrip().endswith("[]")
