"""A journal in a file, encrypted and taken out of it again: all of it, or nothing."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.journal import encrypted
from simulator.journal.address import is_encrypted, left_over
from simulator.journal.backup import back_up
from simulator.journal.errors import BusyError, DamagedError, JournalError, WrongKeyError
from simulator.journal.journal import open_journal
from tests.journal.conftest import file_url
from tests.journal.talks import keep, small_text
from tests.support.holder import holding_open

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
WORDS = small_text().splitlines()[2].encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of a plain journal with three talks."""
    path = tmp_path / "journal.sqlite"
    journal = open_journal(file_url(path))
    for _ in range(3):
        keep(journal, 2)
    journal.close()
    assert WORDS in path.read_bytes()
    return path


def plays(path: Path, key: bytes | None) -> object:
    journal = open_journal(file_url(path), key=key)
    found = journal.plays()
    journal.close()
    return found


def test_there_and_back(path: Path) -> None:
    before = plays(path, None)
    encrypted.encrypt(path, KEY)
    assert is_encrypted(path)
    assert plays(path, KEY) == before
    encrypted.decrypt(path, KEY)
    assert not is_encrypted(path)
    assert plays(path, None) == before


def test_nothing_is_left_beside_it_and_nobody_else_may_read_it(path: Path) -> None:
    for step in (encrypted.encrypt, encrypted.decrypt):
        step(path, KEY)
        assert list(path.parent.iterdir()) == [path]
        assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


def test_no_word_is_readable(path: Path) -> None:
    encrypted.encrypt(path, KEY)
    data = path.read_bytes()
    for words in (WORDS, b"plays", b"CREATE TABLE", b"SQLite", KEY):
        assert words not in data


def test_numbers_of_the_database_go_along(path: Path) -> None:
    base = sqlite3.connect(path)
    base.execute("PRAGMA application_id = 1234")
    base.execute("PRAGMA user_version = 5")
    base.close()
    encrypted.encrypt(path, KEY)
    encrypted.decrypt(path, KEY)
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA application_id").fetchone() == (1234,)
    assert base.execute("PRAGMA user_version").fetchone() == (5,)
    base.close()


def test_another_key_opens_nothing_and_changes_nothing(path: Path) -> None:
    encrypted.encrypt(path, KEY)
    before = path.read_bytes()
    assert encrypted.opens(path, KEY)
    assert not encrypted.opens(path, OTHER)
    for wrong in (OTHER, None):
        with pytest.raises(JournalError):
            open_journal(file_url(path), key=wrong)
    with pytest.raises(WrongKeyError):
        encrypted.decrypt(path, OTHER)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_one_byte_changed_is_noticed(path: Path) -> None:
    encrypted.encrypt(path, KEY)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(JournalError):
        encrypted.decrypt(path, KEY)
    assert path.read_bytes() == data


def test_while_another_program_writes_nothing_is_done(path: Path) -> None:
    before = path.read_bytes()
    with holding_open(path, "BEGIN IMMEDIATE"), pytest.raises(BusyError, match="Another program"):
        encrypted.encrypt(path, KEY, wait=0.1)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_what_another_program_has_open_is_no_longer_written_to(path: Path) -> None:
    """It is told that its file is gone, instead of keeping talks that nobody would find."""
    with holding_open(path, "SELECT count(*) FROM plays") as other:
        encrypted.encrypt(path, KEY)
        told = other("INSERT INTO texts VALUES ('hash', 'text')")
    assert "Error" in told
    assert len(plays(path, KEY)) == 3  # type: ignore[arg-type]


def test_a_copy_that_is_not_the_same_takes_no_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def cut(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM target.events WHERE number = 2")
        compared(connection)

    compared = encrypted._compared
    monkeypatch.setattr(encrypted, "_compared", cut)
    with pytest.raises(DamagedError, match="Nothing was changed"):
        encrypted.encrypt(path, KEY)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", ["_copied", "_sync", "_swap"])
def test_a_disk_that_fails_leaves_the_journal_as_it_was(
    path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(encrypted, step, fail)
    with pytest.raises(JournalError, match="No space left on device"):
        encrypted.encrypt(path, KEY)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_plain_rest_of_a_killed_run_is_overwritten(path: Path) -> None:
    rest = left_over(path)
    rest.write_bytes(path.read_bytes())
    encrypted.encrypt(path, KEY)
    assert not rest.exists()
    assert [file for file in path.parent.iterdir() if WORDS in file.read_bytes()] == []


def test_two_at_once_do_not_write_over_each_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one has the old file in its hands, which is empty now."""
    code = "import sys; from pathlib import Path; from simulator.journal import encrypted\n"
    code += "encrypted.encrypt(Path(sys.argv[1]), bytes(range(32)))"
    connect = encrypted._connect

    def late(*given: object) -> object:
        connection = connect(*given)  # type: ignore[arg-type]
        subprocess.run([sys.executable, "-c", code, str(path)], check=True)
        return connection

    monkeypatch.setattr(encrypted, "_connect", late)
    with pytest.raises(BusyError, match="written the journal anew"):
        encrypted.encrypt(path, OTHER)
    assert len(plays(path, KEY)) == 3  # type: ignore[arg-type]
    assert list(path.parent.iterdir()) == [path]


_KILLED = """
import os, sys
from pathlib import Path
from simulator.journal import encrypted
step, way, path = sys.argv[1:]
def then_die(*given):
    if way == "after":
        whole(*given)
    os._exit(9)
whole = getattr(encrypted, step)
setattr(encrypted, step, then_die)
encrypted.encrypt(Path(path), bytes(range(32)))
"""


@pytest.mark.parametrize("way", ["before", "after"])
@pytest.mark.parametrize("step", ["_copied", "_compared", "_sync", "_swap"])
def test_killed_on_the_way_it_is_the_old_one_or_the_new_one(
    path: Path, step: str, way: str
) -> None:
    before = plays(path, None)
    done = subprocess.run([sys.executable, "-c", _KILLED, step, way, str(path)], check=False)
    assert done.returncode == 9
    if is_encrypted(path):
        assert plays(path, KEY) == before
    else:
        assert plays(path, None) == before
        encrypted.encrypt(path, KEY)
    encrypted.decrypt(path, KEY)
    assert plays(path, None) == before
    assert list(path.parent.iterdir()) == [path]


def test_without_the_extra_it_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sqlcipher3.dbapi2", None)
    with pytest.raises(JournalError, match=r"dialogue-practice-simulator\[encrypted\]"):
        encrypted.encrypt(path, KEY)
    assert not is_encrypted(path)


def test_a_copy_made_before_an_update_is_encrypted_too(path: Path) -> None:
    encrypted.encrypt(path, KEY)
    copy = back_up(path, encrypted.driver(KEY), before="0002")
    assert is_encrypted(copy)
    assert encrypted.opens(copy, KEY)
    assert not encrypted.opens(copy, OTHER)
    assert WORDS not in copy.read_bytes()
