"""What the desk promises, on every kind of database: homework, and what came to it."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from simulator.journal.desk import Entry, Kept
from simulator.journal.errors import (
    BusyError,
    ConflictError,
    DamagedError,
    ErasedError,
    FullError,
)
from simulator.journal.journal import Journal
from simulator.journal.tables import metadata
from tests.journal.conftest import Base
from tests.journal.obstacles import no_more_pages
from tests.journal.talks import START, keep, moments
from tests.support.holder import holding_open
from tests.support.kept import holding

Open = Callable[..., Journal]
ID, OTHER = "0123456789abcdef" * 2, "0123457" + "f" * 25
BODY: dict[str, Any] = {
    "client": "Heron",
    "words": "“Não, not yet.”\n\t🙂 {x} \x00",
    "number": 10**40,
    "none": None,
    "more": {"list": [1, True, {"deep": []}], "empty": {}},
}


def test_an_empty_desk(journal: Journal) -> None:
    assert journal.desk.all("client") == journal.desk.all("therapist") == ()


def test_what_was_kept_is_there_when_opened_again(base: Base, journal: Journal) -> None:
    clock = moments()
    entries = tuple(
        Entry(next(clock), kind, data)
        for kind, data in (("report", BODY), ("note", {}), ("rating", {"number": 0}))
    )
    journal.desk.add("therapist", ID, BODY, START)
    for entry in entries:
        journal.desk.note(ID, entry.kind, entry.data, entry.at, "therapist")
    journal.close()
    again = base.open()
    assert again.desk.all("therapist") == (Kept(ID, "therapist", START, BODY, entries),)
    assert again.desk.all("client") == ()
    assert again.plays() == ()
    again.close()


def test_a_moment_comes_back_in_utc(journal: Journal) -> None:
    at = START.astimezone(timezone(timedelta(hours=-7)))
    journal.desk.add("client", ID, BODY, at)
    journal.desk.note(ID, "withdrawn", {}, at, "client")
    kept = journal.desk.one(ID, "client")
    assert [kept.opened, kept.entries[0].at] == [START, START]
    assert kept.opened.utcoffset() == kept.entries[0].at.utcoffset() == timedelta(0)


def test_homework_comes_oldest_first(journal: Journal) -> None:
    opened = [START + timedelta(days=day) for day in (3, 1, 2)]
    for number, at in enumerate(opened):
        journal.desk.add("client", f"{number:032x}", BODY, at)
    assert [kept.opened for kept in journal.desk.all("client")] == sorted(opened)


def test_the_same_twice_is_as_once(journal: Journal) -> None:
    journal.desk.add("client", ID, BODY, START)
    journal.desk.note(ID, "declined", {"why": ""}, START, "client")
    before = journal.desk.all("client")
    journal.desk.add("client", ID, dict(reversed(BODY.items())), START + timedelta(days=1))
    assert journal.desk.all("client") == before


def test_another_of_the_same_id_is_refused(journal: Journal) -> None:
    journal.desk.add("client", ID, BODY, START)
    with pytest.raises(ConflictError, match=f"another homework of the same id, “{ID}”"):
        journal.desk.add("client", ID, BODY | {"client": "Wren"}, START)
    assert [kept.body for kept in journal.desk.all("client")] == [BODY]


def test_the_two_sides_are_apart(journal: Journal) -> None:
    for side in ("client", "therapist"):
        journal.desk.add(side, ID, {"side": side}, START)
        journal.desk.note(ID, "withdrawn", {"of": side}, START, side)
    for side in ("client", "therapist"):
        [kept] = journal.desk.all(side)
        assert (kept.body, [entry.data for entry in kept.entries]) == (
            {"side": side},
            [{"of": side}],
        )
    assert journal.desk.erase([ID], "client") == 1
    assert journal.desk.all("client") == ()
    assert len(journal.desk.one(ID, "therapist").entries) == 1


def test_one_is_found_by_the_beginning_of_its_id(journal: Journal) -> None:
    for id_ in (ID, OTHER):
        journal.desk.add("client", id_, BODY, START)
    assert journal.desk.one("0123456", "client").id == ID
    assert journal.desk.one(OTHER.upper(), "client").id == OTHER
    with pytest.raises(LookupError, match=r"more than one homework \(2\)"):
        journal.desk.one("012345", "client")


@pytest.mark.parametrize("id_", ["", "01234", "%%%%%%", "______", "nothing", "ffffff" * 20])
def test_none_is_taken_for_another(journal: Journal, id_: str) -> None:
    journal.desk.add("client", ID, BODY, START)
    with pytest.raises(LookupError, match="“"):
        journal.desk.one(id_, "client")
    with pytest.raises(LookupError, match="no homework"):
        journal.desk.one(ID, "therapist")


def test_nothing_comes_to_what_is_not_here(base: Base, journal: Journal) -> None:
    with pytest.raises(ErasedError, match="keeps no homework"):
        journal.desk.note(ID, "note", {}, START, "client")
    journal.desk.add("client", ID, BODY, START)
    other = base.open()
    other.desk.erase([ID])
    with pytest.raises(ErasedError):
        journal.desk.note(ID, "note", {}, START, "client")
    other.close()


def test_several_programs_add_to_the_same(base: Base, journal: Journal) -> None:
    journal.desk.add("therapist", ID, BODY, START)
    programs = [base.open(wait=20) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(_note_five_times, programs))
    entries = journal.desk.one(ID, "therapist").entries
    assert sorted(entry.data["number"] for entry in entries) == sorted([*range(5)] * 3)
    for program in programs:
        program.close()


def test_erasing_leaves_nothing_of_a_client(base: Base, journal: Journal) -> None:
    play = keep(journal)
    for id_ in (ID, OTHER):
        journal.desk.add("therapist", id_, BODY, START)
        journal.desk.note(id_, "report", BODY, START, "therapist")
    assert journal.desk.erase([ID, "0" * 32]) == 1
    assert [kept.id for kept in journal.desk.all("therapist")] == [OTHER]
    assert journal.desk.erase([ID, OTHER, OTHER]) == 1
    assert journal.desk.erase([]) == 0
    with journal._opened.engine.connect() as connection:
        for table in ("homework", "homework_entries"):
            assert not connection.scalar(select(func.count()).select_from(metadata.tables[table]))
    assert [found.id for found in journal.plays()] == [play]


def test_many_are_erased_at_once(journal: Journal) -> None:
    journal.desk.add("client", ID, BODY, START)
    assert journal.desk.erase([ID, *(f"{number:032x}" for number in range(5_000))]) == 1


def test_nothing_of_what_was_erased_is_left_in_any_file(
    file: Path, opening: Open, tmp_path: Path
) -> None:
    journal = opening(file)
    journal.desk.add("therapist", ID, {"text": "canary" * 3000}, START)
    journal.desk.add("therapist", OTHER, {}, START)
    journal.desk.note(ID, "note", {"words": "a canary sang"}, START, "therapist")
    shutil.copy(file, file.with_name(f"{file.name}.before-0003"))
    assert len(holding(tmp_path, b"canary")) == 2
    assert journal.desk.erase([ID]) == 1
    assert holding(tmp_path, b"canary") == holding(tmp_path, ID.encode()) == []
    assert journal.desk.one(OTHER, "therapist").entries == ()


def test_nothing_can_be_read_in_an_encrypted_journal(
    base: Base, journal: Journal, tmp_path: Path
) -> None:
    journal.desk.add("therapist", ID, {"text": "canary"}, START)
    found = holding(tmp_path, b"canary")
    assert [path.name for path in found] == (["journal.sqlite"] if base.kind == "sqlite" else [])


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE homework SET body = '[7]' WHERE id = '%s'",
        "UPDATE homework_entries SET data = '7' WHERE homework = '%s'",
    ],
)
def test_a_damaged_one_takes_no_other_along(journal: Journal, damage: str) -> None:
    for id_ in (ID, OTHER):
        journal.desk.add("client", id_, BODY, START)
        journal.desk.note(id_, "reported", {}, START, "client")
    assert journal.desk.damaged("client") == ()
    with journal._opened.writer.begin() as connection:
        connection.exec_driver_sql(damage % ID)
    assert [kept.id for kept in journal.desk.all("client")] == [OTHER]
    assert journal.desk.damaged("client") == (ID,)
    with pytest.raises(DamagedError, match="homework"):
        journal.desk.one(ID, "client")
    assert journal.desk.erase(journal.desk.damaged("client")) == 1
    assert journal.desk.damaged("client") == ()


def test_what_finds_no_room_is_not_kept(file: Path, opening: Open) -> None:
    journal = opening(file)
    journal.desk.add("client", ID, BODY, START)
    with no_more_pages(journal), pytest.raises(FullError, match="no room"):
        journal.desk.note(ID, "report", {"text": "x" * 100_000}, START, "client")
    assert journal.desk.one(ID, "client").entries == ()
    journal.desk.note(ID, "report", {"text": "x" * 100_000}, START, "client")
    assert len(journal.desk.one(ID, "client").entries) == 1


def test_another_program_that_does_not_end(file: Path, opening: Open) -> None:
    journal = opening(file, wait=0.1)
    with holding_open(file, "BEGIN IMMEDIATE"), pytest.raises(BusyError, match=r"waited 0\.1 s"):
        journal.desk.add("client", ID, BODY, START)
    assert journal.desk.all("client") == ()


def _note_five_times(journal: Journal) -> None:
    for number in range(5):
        journal.desk.note(ID, "note", {"number": number}, START, "therapist")
