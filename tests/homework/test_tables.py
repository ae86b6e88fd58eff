"""The table of attempts: every one a row, and nothing in it that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cells import cell
from simulator.homework.attempts import Note
from simulator.homework.review import Client, Given, review
from simulator.homework.tables import COLUMNS, COUNT_COLUMNS, count_table, rows, table
from simulator.homework.taken import count
from tests.homework.reviewed import client, everything, hostile, made, ordinary
from tests.homework.talks import assigned


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_for_each_attempt_and_one_for_what_nothing_came_back_on() -> None:
    found = _read(table([ordinary()]))
    assert tuple(found[0]) == COLUMNS
    assert [bool(row["play"]) for row in found].count(True) == 6
    assert [row["aim"] for row in found if not row["play"]] == ["stay below tension 55"]
    assert {row["client"] for row in found} == {"blue heron"}


def test_the_cells_say_what_was_handed_in() -> None:
    _, attempts = everything()
    by_play = {row["play"]: row for row in _read(table([client(made(), rating=3)]))}
    for one in attempts:
        row = by_play[one.play]
        assert row["outcome"] == one.facts.outcome
        assert row["tension_highest"] == str(max(p.tension for p in one.facts.curve))
        assert row["tension_end"] == str(one.facts.curve[-1].tension)
        assert row["first_try"] == str(one.first_try).lower()
        assert (row["expected"], row["connected"], row["steady"]) == ("4", "6", "")
        assert (row["own_rating"], row["verified"]) == ("3", "true")


def test_no_words_of_a_client_are_in_it() -> None:
    text = table([ordinary()])
    for words in ("If she looks away", "It was a long week", "How early", "Too near", "Ask about"):
        assert words not in text


def test_a_talk_that_was_stopped_has_no_numbers() -> None:
    _, attempts = everything()
    facts = attempts[0].facts.model_copy(update={"outcome": "stopped"})
    one = attempts[0].model_copy(update={"facts": facts})
    (row,) = _read(table([client(made(attempts=(one,)))]))
    assert row["outcome"] == "stopped"
    for name in COLUMNS[COLUMNS.index("turns") :]:
        assert row[name] == ""


def test_hostile_words_stay_text() -> None:
    text = table([hostile()])
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert len(_read(text)) == 2


@pytest.mark.parametrize(
    "begin", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\n=1", " =1", '"=1']
)
def test_what_a_spreadsheet_would_run_is_marked_as_text(begin: str) -> None:
    named = assigned(client=f"{begin}|x")
    (found,) = review([Given(named, ())])
    (row,) = _read(table([found]))
    assert row["client"].startswith("'")


@given(st.text(max_size=40))
def test_no_cell_begins_a_formula(words: str) -> None:
    found = cell(words)
    assert isinstance(found, str)
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert "\n" not in found


@given(st.none() | st.integers())
def test_numbers_stay_numbers(value: int | None) -> None:
    assert cell(value) == value


def test_ratings_are_the_last_that_were_given() -> None:
    _, attempts = everything()
    twice = (Note(what="steady", number=2), Note(what="steady", number=7))
    one = attempts[0].model_copy(update={"notes": twice})
    (row,) = rows([client(made(attempts=(one,)))])
    assert dict(zip(COLUMNS, row, strict=True))["steady"] == 7


def test_nobody_gives_a_table_with_heads_alone() -> None:
    nobody: list[Client] = []
    assert table(nobody) == ",".join(COLUMNS) + "\r\n"
    assert count_table(count([])) == ",".join(COUNT_COLUMNS) + "\r\n"
