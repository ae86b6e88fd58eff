"""Sealed files on a disk: whole or not at all, and never by accident over another one."""

import os
import stat
import sys
from pathlib import Path

import pytest

from simulator.homework.sealing.errors import AlreadyThere, NotReadable, NotWritable, TooLarge
from simulator.homework.sealing.files import read_sealed, write_sealed
from simulator.homework.sealing.header import MOST_FILE
from tests.support.needs import only_on

POSIX = ("linux", "darwin")


def test_it_is_there_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.report"
    write_sealed(path, b"sealed")
    assert read_sealed(path) == b"sealed"
    assert list(tmp_path.iterdir()) == [path]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_written_over_by_accident(tmp_path: Path) -> None:
    path = tmp_path / "a.report"
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThere, match=r"a\.report"):
        write_sealed(path, b"sealed")
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_it_is_replaced_where_somebody_said_so(tmp_path: Path) -> None:
    path = tmp_path / "a.report"
    for data in (b"one", b"two"):
        write_sealed(path, data, replace=True)
        assert read_sealed(path) == data
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_comes_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.report"
    sync = os.fsync

    def another_first(handle: int) -> None:
        path.write_bytes(b"theirs")
        sync(handle)

    monkeypatch.setattr(os, "fsync", another_first)
    with pytest.raises(AlreadyThere):
        write_sealed(path, b"sealed")
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_where_a_file_has_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_on(*POSIX)

    def no_links(source: object, target: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.report"
    write_sealed(path, b"sealed")
    assert read_sealed(path) == b"sealed"
    with pytest.raises(AlreadyThere):
        write_sealed(path, b"again")
    assert [found.name for found in tmp_path.iterdir()] == ["a.report"]


def test_where_it_cannot_be_moved_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_on(*POSIX)

    def refuse(*paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotWritable, match="Nothing was changed"):
        write_sealed(tmp_path / "a.report", b"sealed")
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    path = tmp_path / "a.report"
    with pytest.raises(NotWritable, match="No space left"):
        write_sealed(path, b"sealed")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("replace", [False, True])
def test_folders_and_links_are_left_alone(tmp_path: Path, *, replace: bool) -> None:
    only_on(*POSIX)
    target, link, folder = (tmp_path / name for name in ("target", "link", "folder"))
    target.write_bytes(b"mine")
    folder.mkdir()
    link.symlink_to(target)
    for path in (link, folder):
        with pytest.raises(NotWritable):
            write_sealed(path, b"sealed", replace=replace)
    assert target.read_bytes() == b"mine"
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["missing/a.report", "file/a.report"])
def test_where_there_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable):
        write_sealed(tmp_path / name, b"sealed")


def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    only_on(*POSIX)
    pipe, link, target = (tmp_path / name for name in ("pipe", "link", "target"))
    os.mkfifo(pipe)
    target.write_bytes(b"sealed")
    link.symlink_to(target)
    for path in (pipe, link, tmp_path, Path("/dev/zero"), target / "inside", tmp_path / "none"):
        with pytest.raises(NotReadable):
            read_sealed(path)


def test_what_takes_the_place_of_a_file_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_on(*POSIX)
    pipe, link, file = (tmp_path / name for name in ("pipe", "link", "file"))
    os.mkfifo(pipe)
    file.write_bytes(b"sealed")
    link.symlink_to(file)
    seen = file.lstat()
    monkeypatch.setattr(Path, "lstat", lambda path: seen)
    for path in (pipe, link, tmp_path):
        with pytest.raises(NotReadable):
            read_sealed(path)


def test_no_more_is_read_than_a_sealed_file_has(tmp_path: Path) -> None:
    path = tmp_path / "a.report"
    with path.open("wb") as stream:
        stream.truncate(2 * MOST_FILE)
    with pytest.raises(TooLarge):
        read_sealed(path)
    os.truncate(path, MOST_FILE)
    assert len(read_sealed(path)) == MOST_FILE


def test_a_name_cannot_steer_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as refusal:
        read_sealed(tmp_path / "\x1b[2J\u202efile\nx")
    assert "\x1b" not in str(refusal.value)
    assert "\u202e" not in str(refusal.value)
    assert "\n" not in str(refusal.value)
