"""Which file an address means: the one the journal is then kept in."""

from pathlib import Path

import pytest

from simulator.journal.address import file_of
from simulator.journal.opening import open_engine
from simulator.practice.places import journal_file, journal_url
from tests.journal.conftest import file_url


@pytest.mark.parametrize(
    "name", ["journal.sqlite", "with space.db", "100%.db", "größe.db", "a#b.db", "a&b=c.db"]
)
def test_a_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for url in (file_url(path), f"sqlite:///{path}", f"sqlite+pysqlite:///{path}?timeout=3"):
        opened = open_engine(url, key=None, wait=1)
        assert file_of(url) == opened.path == path
        opened.engine.dispose()


def test_a_file_of_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert file_of("sqlite:///mine.db") == tmp_path / "mine.db"
    assert file_of(f"sqlite:///file:{tmp_path}/mine.db?uri=true") == tmp_path / "mine.db"


@pytest.mark.parametrize(
    "url",
    ["sqlite://", "sqlite:///:memory:", "postgresql://me@localhost/journal", "nonsense", ""],
)
def test_no_file(url: str) -> None:
    assert file_of(url) is None


@pytest.mark.parametrize("name", ["a?b", "100%41", "a#b", "größe & co"])
def test_a_home_of_any_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / name))
    monkeypatch.setenv("HOME", str(tmp_path / name))
    opened = open_engine(journal_url(), key=None, wait=1)
    assert file_of(journal_url()) == opened.path == journal_file()
    opened.engine.dispose()
