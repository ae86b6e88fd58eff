"""Homework where something goes awry: half of a couple, hidden signs, unsigned reports, old names."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.homework import output
from simulator.homework.doubts import doubts
from simulator.homework.drafting import assignment_from
from simulator.homework.sealing import stretching
from simulator.homework.sealing.envelope import (
    Kind,
    open_with_passphrase,
    seal_with_passphrase,
)
from simulator.homework.sealing.errors import NotWritable
from simulator.homework.templates import TEMPLATES
from simulator.practice.homework import desk, drafts
from simulator.practice.homework.template_text import draft_text
from tests.homework.homes import CROSSED, DRAFT, GOOD, PASSPHRASE, Home, draft
from tests.plain.command import SMALL

OTHER = "nine quiet paper lamps"
COUPLE = DRAFT.replace("client: blue heron", "client: blue heron\ncouple: grey wren")
ONE = f"client: grey wren\nscenarios: [{{scenario: {SMALL}, role: pursuer}}]\nattested: true\n"
HIDDEN = "not \x1b[31mred\u202eder\u2066"
HIDDEN_SIGNS = ("\x1b", "\u202e", "\u2066")


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretching, "COST", 2)


@pytest.fixture
def therapist(tmp_path: Path) -> Home:
    return Home(tmp_path / "therapist")


@pytest.fixture
def client(tmp_path: Path) -> Home:
    return Home(tmp_path / "client")


def assigned(therapist: Home, folder: Path, text: str = DRAFT, name: str = "x.homework") -> Path:
    file = folder / name
    therapist.done("assign", "--from", draft(folder, text), "--output", file)
    return file


def opened(therapist: Home, client: Home, folder: Path, text: str = DRAFT) -> str:
    return str(client.json("open", assigned(therapist, folder, text))["id"])


def practised(client: Home, id_: str, replies: str = GOOD) -> None:
    client.done("practise", id_, "--as", "pursuer", "--seed", "4", "--choose", replies)


def reported(client: Home, id_: str, file: Path, *options: object) -> Path:
    client.done("report", id_, "--output", file, "--yes", *options)
    return file


def body(file: Path, kind: Kind = Kind.ASSIGNMENT) -> dict[str, Any]:
    return dict(open_with_passphrase(file.read_bytes(), PASSPHRASE, expect=kind).body)


def forged(file: Path, kind: Kind, change: Callable[[dict[str, Any]], None]) -> Path:
    changed = json.loads(json.dumps(body(file, kind)))
    change(changed)
    other = file.with_name(f"forged{file.suffix}")
    other.write_bytes(seal_with_passphrase(kind, changed, PASSPHRASE))
    return other


def flat(text: str) -> str:
    return " ".join(text.split())


# --- a couple


def test_a_couple_is_written_whole_or_not_at_all(therapist: Home, tmp_path: Path) -> None:
    first, second = tmp_path / "x.homework", tmp_path / "nowhere" / "y.homework"
    call = ("assign", "--from", draft(tmp_path, COUPLE), "--output", first, "--other-chair", second)
    said = therapist.refused(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=OTHER)
    assert "nowhere" in said
    assert not first.exists()
    assert therapist.json("review") == {"clients": []}


@pytest.mark.parametrize("force", [True, False])
def test_where_the_second_cannot_be_written_the_first_goes_again(
    therapist: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    first, second = tmp_path / "x.homework", tmp_path / "y.homework"
    if force:
        first.write_bytes(b"before")
    write = output.write_file

    def full(path: Path, data: bytes, *, force: bool) -> None:
        if path == second:
            raise NotWritable("the disk is full")
        write(path, data, force=force)

    monkeypatch.setattr(output, "write_file", full)
    call = ("assign", "--from", draft(tmp_path, COUPLE), "--output", first, "--other-chair", second)
    call = (*call, "--force") if force else call
    assert "full" in therapist.refused(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=OTHER)
    assert (first.read_bytes() if first.exists() else None) == (b"before" if force else None)
    assert therapist.json("review") == {"clients": []}


def test_where_the_desk_keeps_none_no_file_is_left(
    therapist: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give, given = desk.give, []

    def once(journal: Any, assignment: Any, at: Any) -> None:
        if given:
            raise desk.HomeworkError("no room")
        given.append(assignment)
        give(journal, assignment, at)

    monkeypatch.setattr(desk, "give", once)
    call = ("assign", "--from", draft(tmp_path, COUPLE), "--output", tmp_path / "x.homework")
    therapist.refused(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=OTHER)
    assert not list(tmp_path.glob("*.homework"))
    assert therapist.json("review") == {"clients": []}


def test_other_blanks_make_no_other_passphrase(therapist: Home, tmp_path: Path) -> None:
    same = f" {PASSPHRASE.replace(' ', '  ')} "
    call = ("assign", "--from", draft(tmp_path, COUPLE), "--output", tmp_path / "x.homework")
    assert "secret of their own" in therapist.refused(*call, SIMULATOR_HOMEWORK_PASSPHRASE_2=same)
    assert not (tmp_path / "x.homework").exists()


def test_the_preview_of_a_couple_shows_both(therapist: Home, tmp_path: Path) -> None:
    text = f"client: blue heron\ncouple: {{client: grey wren, rationale: For you.}}\n{ONE}"
    file = draft(tmp_path, text.replace("client: grey wren\nscenarios", "scenarios"))
    said = therapist.done("assign", "--from", file, "--preview", "--plain", typed="q\n")
    assert "Homework for blue heron" in said
    assert "Homework for grey wren" in said
    assert "For you." in said
    call = ("assign", "--from", file, "--preview", "--plain")
    assert therapist.done(*call, "--as", "withdrawer", typed="q\n") != said
    assert therapist.json("review") == {"clients": []}


# --- what nobody sees


def test_hidden_signs_are_never_sealed(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_ = opened(therapist, client, tmp_path)
    practised(client, id_)
    client.done("decline", id_, "--as", "withdrawer", "--why", HIDDEN)
    words, answers = tmp_path / "words.txt", tmp_path / "answers.yaml"
    words.write_text(HIDDEN)
    answers.write_text('["a \\u202e\\u2066 b"]')
    options = ("--words-file", words, "--answers", answers, "--share", "reflections")
    file = reported(client, id_, tmp_path / "r.report", *options)
    client.done("report", id_, "--output", tmp_path / "s.report", "--yes", "--words", HIDDEN)
    therapist.done("withdraw", id_, "--output", tmp_path / "w.homework", "--words", HIDDEN)
    therapist.done("note", id_, HIDDEN)
    sealed = [
        body(tmp_path / "x.homework"),
        body(file, Kind.REPORT),
        body(tmp_path / "s.report", Kind.REPORT),
        body(tmp_path / "w.homework", Kind.WITHDRAWAL),
        therapist.json("review", file),
    ]
    assert sealed[1]["words"] == sealed[1]["declined"][0]["why"] == "not [31mredder"
    assert sealed[1]["answers"][0]["words"] == "a  b"
    for one in sealed:
        text = json.dumps({**one, "scenarios": None}, ensure_ascii=False)
        assert not any(json.dumps(sign)[1:-1] in text or sign in text for sign in HIDDEN_SIGNS)


def test_hidden_signs_of_a_draft_are_never_sealed() -> None:
    values = {
        "client": HIDDEN,
        "scenarios": [{"scenario": str(SMALL), "role": "pursuer"}],
        "aim": "reach a \u2066truce",
        "rationale": HIDDEN,
        "questions": [HIDDEN],
        "attested": True,
    }
    made = assignment_from(values, drafts.found, date(2030, 1, 1))
    assert made.client == made.rationale == made.questions[0] == "not [31mredder"
    assert made.aim is not None
    assert made.aim.words == "reach a truce"


# --- drafts


@pytest.mark.parametrize(
    ("swap", "says"),
    [
        (("reach a truce", "{kind: reach, outcome: truce, times: 4}"), "plays are 3"),
        (("attested: true", "attested: perhaps"), "neither true nor false"),
    ],
)
def test_an_aim_that_cannot_be_is_refused(
    therapist: Home, tmp_path: Path, swap: tuple[str, str], says: str
) -> None:
    file = draft(tmp_path, DRAFT.replace(*swap))
    assert says in therapist.refused("assign", "--from", file, "--output", tmp_path / "x.homework")


@pytest.mark.parametrize(
    ("aim", "says"),
    [
        ("{kind: below, tension: 1}", "was never lower than"),
        ("use repair", "no reply with “repair”"),
        ("use repair before a solution", "no reply there offers a solution"),
        ("reach a truce", None),
    ],
)
def test_an_aim_for_which_there_is_no_room_is_told(
    therapist: Home, tmp_path: Path, aim: str, says: str | None
) -> None:
    file = draft(tmp_path, DRAFT.replace("reach a truce", aim))
    result = therapist("assign", "--from", file, "--output", tmp_path / "x.homework")
    assert result.exit_code == 0, result.stderr
    if says is None:
        assert result.stderr == ""
    else:
        assert says in flat(result.stderr)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
def test_no_template_leaves_a_doubt(template: Any) -> None:
    text = draft_text(template).replace('client: ""', "client: x")
    got = drafts.read_draft(text.replace("attested: false", "attested: true").encode(), Path("x"))
    assert doubts(got.one(date(2030, 1, 1))) == ()


@pytest.mark.parametrize("given", ["True", "TRUE", '"true"'])
def test_true_may_be_written_otherwise(therapist: Home, tmp_path: Path, given: str) -> None:
    assigned(therapist, tmp_path, DRAFT.replace("attested: true", f"attested: {given}"))


def test_one_question_may_stand_as_text(therapist: Home, tmp_path: Path) -> None:
    text = DRAFT.replace("[What surprised you?, What would you keep?]", "What surprised you?")
    assert body(assigned(therapist, tmp_path, text))["questions"] == ["What surprised you?"]


def test_a_draft_as_json_may_escape_every_sign(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    values = {
        "client": "heron",
        "scenarios": [{"scenario": str(SMALL), "role": "pursuer"}],
        "rationale": "A bird 🐦, and \\ud83d\\udc26 as it is typed.",
        "questions": ["Well 🐦?"],
        "share": ["summary", "reflections"],
        "attested": True,
    }
    file = assigned(therapist, tmp_path, json.dumps(values))
    assert body(file)["rationale"] == values["rationale"]
    id_ = client.json("open", file)["id"]
    (tmp_path / "a.json").write_text(json.dumps(["Yes 🐦"]))
    options = ("--answers", tmp_path / "a.json", "--share", "reflections")
    report = reported(client, id_, tmp_path / "r.report", *options)
    assert body(report, Kind.REPORT)["answers"][0]["words"] == "Yes 🐦"


def test_the_client_reads_how_an_aim_is_judged(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    text = DRAFT.replace("reach a truce", "stay under 55 twice")
    said = flat(client.done("open", assigned(therapist, tmp_path, text)))
    assert "stay under 55 twice" in said
    assert "As it is judged: stay below a tension of 55, in 2 talks." in said


# --- what is opened again, and what was not meant


def test_another_file_of_a_known_id_is_refused(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    id_ = opened(therapist, client, tmp_path)
    other = forged(
        tmp_path / "x.homework", Kind.ASSIGNMENT, lambda one: one.update(rationale="Another.")
    )
    assert "another homework of the same id" in client.refused("open", other)
    assert client.json("list")[0]["rationale"] == "One reply at a time."
    said = therapist("review", other)
    assert said.exit_code == 1
    assert "another homework of the same id" in said.stderr
    assert client.json("open", tmp_path / "x.homework")["id"] == id_


def test_a_report_that_is_opened_is_said_to_be_no_assignment(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    file = reported(client, opened(therapist, client, tmp_path), tmp_path / "r.report")
    said = flat(client.refused("open", file))
    assert "withdrawn" not in said
    assert "report" in said


def test_talks_that_stopped_do_not_fill_the_plan(
    therapist: Home, client: Home, tmp_path: Path
) -> None:
    id_ = opened(therapist, client, tmp_path, DRAFT.replace(", plays: 1", ""))
    for replies in (CROSSED, CROSSED, GOOD):
        practised(client, id_, replies)
    client.done("decline", id_, "--as", "withdrawer")
    [listed] = client.json("list")
    assert (listed["status"], listed["scenarios"][0]["finished"]) == ("doing", 1)
    practised(client, id_)
    practised(client, id_)
    assert client.json("list")[0]["status"] == "done"
    assert "2 of 2 talks, and 1 more" in flat(client.done("list"))


def test_a_client_can_erase_one_homework(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_ = opened(therapist, client, tmp_path)
    practised(client, id_)
    for typed in ("", "n\n"):
        assert client.refused("forget", id_[:8], typed=typed)
    assert "Nobody is there" in client.refused("forget", id_[:8])
    assert len(client.json("list")) == 1
    assert client.refused("forget", id_[:4], "--yes")
    assert "no homework of that id" in client.refused("forget", "abcdef12", "--yes")
    client.done("forget", id_[:8], typed="y\n")
    assert client.json("list") == []
    assert len(therapist.json("review")["clients"]) == 1


def test_one_report_can_be_put_away(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_ = opened(therapist, client, tmp_path)
    practised(client, id_)
    first = reported(client, id_, tmp_path / "r.report")
    second = reported(client, id_, tmp_path / "s.report")
    therapist.done("review", first, second)
    [only] = therapist.json("review")["clients"]
    one, other = only["assignments"][0]["reports"]
    assert "too short" in therapist.refused("drop", other[:3])
    assert "1 report on that homework is left" in flat(therapist.done("drop", other[:8]))
    [only] = therapist.json("review")["clients"]
    assert only["assignments"][0]["reports"] == [one]
    assert therapist.refused("drop", other[:8])


# --- what is written


def test_each_client_keeps_the_name_of_their_page(therapist: Home, tmp_path: Path) -> None:
    assigned(therapist, tmp_path)
    page, others = tmp_path / "page.html", "page-*.html"
    therapist.done("review", "--html", page)
    assert page.exists()
    page.unlink()
    assigned(therapist, tmp_path, ONE, "y.homework")
    therapist.done("review", "--html", page)
    names = {file: "blue heron" in file.read_text() for file in tmp_path.glob(others)}
    assert sorted(names.values()) == [False, True]
    assigned(therapist, tmp_path, ONE.replace("grey wren", "a lark"), "z.homework")
    therapist.done("review", "--html", page, "--force")
    assert {
        f: "blue heron" in f.read_text() for f in tmp_path.glob(others)
    }.items() >= names.items()
    assert len(list(tmp_path.glob(others))) == 3


def test_nothing_is_written_where_one_of_the_pages_is_there(
    therapist: Home, tmp_path: Path
) -> None:
    assigned(therapist, tmp_path)
    assigned(therapist, tmp_path, ONE, "y.homework")
    therapist.done("review", "--html", tmp_path / "page.html")
    first, second = sorted(tmp_path.glob("page-*.html"))
    first.unlink()
    assert second.name in therapist.refused("review", "--html", tmp_path / "page.html")
    assert not first.exists()


def test_counts_say_how_far_they_can_be_off(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_ = opened(therapist, client, tmp_path, DRAFT.replace("plays: 2", "plays: 20"))
    practised(client, id_)
    few = reported(client, id_, tmp_path / "r.report")
    said = flat(therapist.done("review", few, "--counts", tmp_path / "few.csv"))
    assert "Fewer than 20 plays: too few to say anything." in said
    for seed in range(20):
        options = ("--as", "pursuer", "--seed", seed, "--choose", GOOD)
        client.done("practise", id_, *options)
    many = reported(client, id_, tmp_path / "s.report")
    said = flat(therapist.done("review", many, "--counts", tmp_path / "many.csv"))
    assert "half_hour: taken in 21 of 21 plays" in said
    assert "so it can be off by more" in said


def test_the_status_reads_as_one_sentence(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_ = opened(therapist, client, tmp_path)
    said = flat(therapist.done("review", reported(client, id_, tmp_path / "r.report")))
    assert ": report of" in said


# --- keys


def paired(tmp_path: Path) -> tuple[Home, Home]:
    therapist, client = Home(tmp_path / "t"), Home(tmp_path / "c")
    for home in (therapist, client):
        home.done("keys", "new")
    for home, other, name in ((therapist, client, "heron"), (client, therapist, "Dr M")):
        line = other.json("keys", "show")["line"]
        groups = home("keys", "add", name, line).stdout.partition(":")[2].split()[-6:]
        home.done("keys", "add", name, line, "--compared", " ".join(groups))
    return therapist, client


def test_who_signed_is_said_and_nobody_gets_around_it(tmp_path: Path) -> None:
    therapist, client = paired(tmp_path)
    file = tmp_path / "x.homework"
    therapist.done("assign", "--from", draft(tmp_path), "--output", file, "--to", "heron")
    assert "signed by Dr M" in flat(client.done("open", file))
    got = client.json("open", file)
    assert got["signed_by"] == "Dr M"
    plain = reported(client, got["id"], tmp_path / "plain.report")
    assert "signed by nobody" in flat(therapist.refused("review", plain))
    file = reported(client, got["id"], tmp_path / "r.report", "--to", "Dr M")
    [only] = therapist.json("review", file)["clients"]
    [reviewed] = only["assignments"]
    assert reviewed["signed_by"] == {reviewed["reports"][0]: "heron"}
    assert "signed by heron" in flat(therapist.done("review"))


def test_under_a_passphrase_nobody_signs(therapist: Home, client: Home, tmp_path: Path) -> None:
    id_ = opened(therapist, client, tmp_path)
    assert client.json("open", tmp_path / "x.homework")["signed_by"] is None
    file = reported(client, id_, tmp_path / "r.report")
    [only] = therapist.json("review", file)["clients"]
    assert only["assignments"][0]["signed_by"] == {}
