"""What cannot be kept, and what cannot be read: each says what, where and what to do, and nothing
that was there is overwritten."""

import contextlib
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from simulator.journal.errors import (
    AddressError,
    BusyError,
    DamagedError,
    FullError,
    JournalError,
    NewerSchemaError,
    OtherProgramError,
    ReadOnlyError,
    UnreachableError,
)
from simulator.journal.events import Damaged, Left
from simulator.journal.journal import Journal, open_journal
from tests.journal.conftest import Base
from tests.journal.obstacles import NOBODY, as_nobody, limited, no_more_pages
from tests.journal.talks import START, keep
from tests.support.holder import holding_open
from tests.support.needs import only_on

Open = Callable[..., Journal]


def says(error: pytest.ExceptionInfo[JournalError], file: Path) -> None:
    assert_says(error.value, file)


def assert_says(error: JournalError, file: Path) -> None:
    """The message is for people: it has the place and something to do, and no words of a driver's."""
    words = str(error)
    assert str(file) in words
    assert words.count(". ") >= 1
    assert words.endswith(".")
    assert "Error" not in words
    assert "SQL" not in words


def test_a_full_disk(file: Path, opening: Open) -> None:
    journal = opening(file)
    play = keep(journal)
    tried = _add_while_it_fits(journal, play, no_more_pages(journal), FullError)
    assert len(journal.play(play).events) == 2 + tried - 1
    assert _whole(file)
    journal.add(play, Left(START))
    assert len(journal.play(play).events) == 2 + tried


def test_a_file_that_may_not_grow(file: Path, opening: Open) -> None:
    """The system itself refuses the bytes."""
    only_on("linux", "darwin")
    journal = opening(file)
    play = keep(journal)
    tried = _add_while_it_fits(journal, play, limited(file.stat().st_size), JournalError)
    assert len(journal.play(play).events) == 2 + tried - 1
    assert _whole(file)
    journal.add(play, Left(START))
    assert len(journal.play(play).events) == 2 + tried


def test_a_folder_that_may_not_be_written(private: Path, opening: Open) -> None:
    private.chmod(0o500)
    with as_nobody(), pytest.raises(ReadOnlyError) as error:
        opening(private / "journal.sqlite")
    says(error, private / "journal.sqlite")
    assert list(private.iterdir()) == []


def test_a_folder_that_cannot_be_made(private: Path, opening: Open) -> None:
    private.chmod(0o500)
    with as_nobody(), pytest.raises(ReadOnlyError) as error:
        opening(private / "new" / "journal.sqlite")
    says(error, private / "new" / "journal.sqlite")


def test_a_folder_that_is_closed_while_one_plays(private: Path, opening: Open) -> None:
    file = private / "journal.sqlite"
    with as_nobody():
        journal = opening(file)
        play = keep(journal)
        before = file.read_bytes()
        private.chmod(0o500)
        with pytest.raises(ReadOnlyError) as error:
            journal.add(play, Left(START))
        says(error, file)
        assert len(journal.play(play).events) == 2
        assert file.read_bytes() == before
        private.chmod(0o700)
        journal.add(play, Left(START))
        assert len(journal.play(play).events) == 3


def test_a_file_that_may_not_be_written_can_be_read(private: Path, opening: Open) -> None:
    file = private / "journal.sqlite"
    with as_nobody():
        play = keep(opening(file))
        file.chmod(0o400)
        before = file.read_bytes()
        journal = opening(file)
        assert len(journal.play(play).events) == 2
        with pytest.raises(ReadOnlyError) as error:
            journal.add(play, Left(START))
        says(error, file)
        assert file.read_bytes() == before


def test_a_folder_in_place_of_the_file(tmp_path: Path, opening: Open) -> None:
    only_on("linux", "darwin")
    tmp_path.chmod(0o755)
    with pytest.raises(JournalError) as error:
        opening(tmp_path)
    says(error, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_file_in_place_of_the_folder(tmp_path: Path, opening: Open) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(JournalError) as error:
        opening(tmp_path / "a" / "journal.sqlite")
    says(error, tmp_path / "a")
    assert (tmp_path / "a").read_text() == "mine"


@pytest.mark.parametrize(
    "content",
    [b"hello", b"\0" * 5000, random.Random(1).randbytes(8192), b"SQLite format 3\0", b"%PDF-1.7"],
    ids=["short", "zeros", "random", "only a header", "a document"],
)
def test_a_file_that_is_no_database(file: Path, opening: Open, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(DamagedError) as error:
        opening(file)
    says(error, file)
    assert file.read_bytes() == content


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.8, 0.99])
def test_a_file_that_was_cut_off(file: Path, opening: Open, part: float) -> None:
    journal = opening(file)
    keep(journal, 2)
    journal.close()
    cut = file.read_bytes()[: int(file.stat().st_size * part)]
    file.write_bytes(cut)
    with pytest.raises(DamagedError) as error:
        opening(file)
    says(error, file)
    assert file.read_bytes() == cut


def test_a_file_damaged_anywhere_never_breaks_the_program(file: Path, opening: Open) -> None:
    """Bytes overwritten at random: it is read, or refused in words; a refused one stays as it is."""
    draw = random.Random(5)
    journal = opening(file)
    for _ in range(2):
        keep(journal)
    journal.close()
    good = file.read_bytes()
    refused = sum(_survives(opening, file, _damaged(good, draw)) for _ in range(150))
    assert 0 < refused < 150


def test_a_play_that_is_none(file: Path, opening: Open) -> None:
    journal = opening(file)
    keep(journal)
    with journal._opened.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE plays SET setup = '{}'")
    [damaged] = journal.listing().damaged
    with pytest.raises(DamagedError) as error:
        journal.play(damaged.id)
    says(error, file)


def test_words_that_are_none(file: Path, opening: Open) -> None:
    """Bytes that no text is made of, where the file itself is whole."""
    journal = opening(file)
    play = keep(journal)
    with journal._opened.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE plays SET scenario = CAST(x'ff' AS TEXT)")
    other = keep(journal)
    assert [found.id for found in journal.plays()] == [other]
    assert journal.listing().damaged == (Damaged(play, None),)


def test_a_database_of_another_program(file: Path, opening: Open) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    raw.close()
    before = file.read_bytes()
    with pytest.raises(OtherProgramError) as error:
        opening(file)
    says(error, file)
    assert file.read_bytes() == before


def test_a_newer_journal(base: Base, journal: Journal) -> None:
    keep(journal)
    with journal._opened.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE journal_version SET version_num = '0099'")
    with pytest.raises(NewerSchemaError, match=r"newer version of this program .*0099"):
        base.open()


def test_another_program_that_is_done_soon_is_waited_for(file: Path, opening: Open) -> None:
    journal = opening(file)
    play = keep(journal)
    with holding_open(file, "BEGIN IMMEDIATE") as tell:
        Timer(0.3, tell, ["COMMIT"]).start()
        journal.add(play, Left(START))
    assert len(journal.play(play).events) == 3


def test_another_program_that_does_not_end(file: Path, opening: Open) -> None:
    journal = opening(file, wait=0.1)
    play = keep(journal)
    with (
        holding_open(file, "BEGIN IMMEDIATE"),
        pytest.raises(BusyError, match=r"waited 0\.1 s") as error,
    ):
        journal.add(play, Left(START))
    says(error, file)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "no address"),
        ("journal.sqlite", "no address"),
        ("nothing://somewhere/x", "no driver"),
        ("sqlite+nothing:///x.sqlite", "no driver"),
    ],
)
def test_an_address_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AddressError, match=words):
        open_journal(address)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError) as error:
        open_journal(f"postgresql://me:secret@/journal?host={tmp_path}")
    assert "secret" not in str(error.value)
    assert "***" in str(error.value)


def test_a_key_for_a_server(server: object) -> None:
    with pytest.raises(AddressError, match="only a file can be encrypted"):
        open_journal("postgresql:///journal", key=bytes(32))


@pytest.fixture
def private() -> Iterator[Path]:
    """A folder whose rights bind, also where tests are run by root."""
    only_on("linux", "darwin")
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    shutil.rmtree(folder)


def _add_while_it_fits(
    journal: Journal,
    play: str,
    limit: contextlib.AbstractContextManager[None],
    kind: type[JournalError],
) -> int:
    """Adds events until one is refused as it should be; how many were tried."""
    with limit:
        for tried in range(1, 300):
            try:
                journal.add(play, Left(START))
            except kind as error:
                assert_says(error, Path(journal.where))
                return tried
    raise AssertionError("everything found room")


def _damaged(good: bytes, draw: random.Random) -> bytes:
    content = bytearray(good)
    for _ in range(draw.choice([1, 3, 30])):
        start = draw.randrange(len(content))
        content[start : start + 8] = draw.randbytes(len(content[start : start + 8]))
    return bytes(content)


def _survives(opening: Open, file: Path, content: bytes) -> bool:
    """Whether it was refused."""
    file.write_bytes(content)
    try:
        journal = opening(file)
    except JournalError:
        assert file.read_bytes() == content
        return True
    try:
        journal.plays(with_stopped=True)
    except JournalError:
        return True
    finally:
        journal.close()
    return False


def _whole(file: Path) -> bool:
    with contextlib.closing(sqlite3.connect(file)) as raw:
        return raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
