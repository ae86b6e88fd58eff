"""A journal in a file: who may read it, what is left of what was erased, what it is set to."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator import FOLDER
from simulator.journal.events import Left
from simulator.journal.journal import Journal
from tests.journal.talks import START, keep, setup_of, small, small_text
from tests.support.needs import only_on

Open = Callable[..., Journal]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_owner_may_read_it(tmp_path: Path, opening: Open) -> None:
    only_on("linux", "darwin")
    file = tmp_path / "a" / "b" / "journal.sqlite"
    before = os.umask(0)
    try:
        journal = opening(file)
        with journal._opened.writer.begin() as connection:
            connection.exec_driver_sql("INSERT INTO texts VALUES ('a', 'b')")
            beside = file.with_name("journal.sqlite-journal")
            assert mode(beside) == 0o600
    finally:
        os.umask(before)
    assert (mode(file), mode(file.parent)) == (0o600, 0o700)


def test_a_file_others_could_read_is_closed_to_them(tmp_path: Path, opening: Open) -> None:
    only_on("linux", "darwin")
    file = tmp_path / FOLDER / "journal.sqlite"
    file.parent.mkdir(mode=0o755)
    opening(file).close()
    file.chmod(0o644)
    file.parent.chmod(0o755)
    opening(file)
    assert (mode(file), mode(file.parent)) == (0o600, 0o700)


def test_a_folder_that_is_not_ours_is_left_as_it_is(tmp_path: Path, opening: Open) -> None:
    only_on("linux", "darwin")
    tmp_path.chmod(0o755)
    opening(tmp_path / "journal.sqlite")
    assert mode(tmp_path) == 0o755


def test_every_commit_is_synced(file: Path, opening: Open) -> None:
    wanted = {"synchronous": 3, "journal_mode": "delete", "secure_delete": 1, "foreign_keys": 1}
    with opening(file)._opened.engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
    assert found == wanted


def test_a_write_ahead_log_is_given_up(file: Path, opening: Open) -> None:
    opening(file).close()
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    journal = opening(file)
    keep(journal)
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]


def test_nothing_of_an_erased_play_is_left_in_the_file(file: Path, opening: Open) -> None:
    journal = opening(file)
    kept = keep(journal)
    plays = [_with_canary(journal) for _ in range(3)]
    assert b"canary" in file.read_bytes()
    assert journal.erase(plays) == 3
    assert b"canary" not in file.read_bytes()
    assert all(play.encode() not in file.read_bytes() for play in plays)
    assert journal.play(kept).turns


def test_an_erased_play_does_not_live_on_in_a_backup(file: Path, opening: Open) -> None:
    journal = opening(file)
    play = keep(journal)
    copy = file.with_name(f"{file.name}.before-0002")
    copy.write_bytes(file.read_bytes())
    journal.erase([play])
    assert not copy.exists()


def test_a_journal_in_memory(opening: Open) -> None:
    journal = opening(Path(":memory:"))
    assert [play.id for play in journal.plays()] == []
    assert journal.play(keep(journal)).turns


@pytest.mark.parametrize("name", ["with space & ü?.sqlite", "50%.sqlite", "[x]*.sqlite"])
def test_a_file_of_any_name(tmp_path: Path, opening: Open, name: str) -> None:
    play = keep(opening(tmp_path / "fo%20lder" / name))
    assert (tmp_path / "fo%20lder" / name).exists()
    assert opening(tmp_path / "fo%20lder" / name).play(play)


def _with_canary(journal: Journal) -> str:
    setup = setup_of(small())._replace(scenario="c" * 64)
    text = small_text() + "# canary" * 3000
    play = journal.begin("canary", text, setup, START)
    journal.add(play, Left(START))
    return play
