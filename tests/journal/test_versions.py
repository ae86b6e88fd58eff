"""Journals of every version are read; a newer version's tables come with a backup, or not at all."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import func, insert, inspect, select, table, text

from simulator.journal import migrating
from simulator.journal.errors import JournalError, NewerSchemaError
from simulator.journal.events import Reflected, Reflection
from simulator.journal.journal import Journal, open_journal
from simulator.journal.tables import events, plays, texts
from tests.journal.conftest import Base, file_url
from tests.journal.fixtures.build import SIDES, as_json, as_values
from tests.journal.talks import START, keep

Open = Callable[..., Journal]
HERE = Path(__file__).parent


def coming(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: str) -> None:
    """The program is of a version that has one step more."""
    steps = tmp_path / "migrations"
    shutil.copytree(migrating.STEPS, steps)
    shutil.copy(HERE / "next_version" / step, steps / "versions")
    monkeypatch.setattr(migrating, "STEPS", steps)
    monkeypatch.setattr(migrating, "KNOWN", (*migrating.KNOWN, "0004"))


def test_the_steps_end_at_the_version_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrating.STEPS))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == migrating.KNOWN


@pytest.mark.parametrize("version", migrating.KNOWN)
def test_a_journal_of_each_version_is_read(tmp_path: Path, opening: Open, version: str) -> None:
    file = tmp_path / "journal.sqlite"
    shutil.copy(HERE / "fixtures" / f"{version}.sqlite", file)
    expected = json.loads((HERE / "fixtures" / f"{version}.json").read_text(encoding="utf-8"))
    journal = opening(file)
    assert [as_values(play) for play in journal.plays(with_stopped=True)] == expected["plays"]
    assert {hash_: journal.text(hash_) for hash_ in expected["texts"]} == expected["texts"]
    desk = [as_json(kept) for side in SIDES for kept in journal.desk.all(side)]
    assert desk == expected.get("desk", [])
    assert keep(journal)
    journal.desk.add("client", "b" * 32, {}, START)


@pytest.mark.parametrize("version", migrating.KNOWN[:-1])
def test_a_journal_of_an_earlier_version_is_copied_first(
    tmp_path: Path, opening: Open, version: str
) -> None:
    file = tmp_path / "journal.sqlite"
    shutil.copy(HERE / "fixtures" / f"{version}.sqlite", file)
    journal = opening(file)
    [copy] = tmp_path.glob("*.before-*")
    assert copy.name == f"journal.sqlite.before-{migrating.KNOWN[-1]}"
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM journal_version").fetchall() == [(version,)]
    journal.erase([play.id for play in journal.plays()])
    assert not copy.exists()


def test_plays_of_the_first_version_are_gone_on_with(
    base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (HERE / "fixtures" / "0001.json").read_text(encoding="utf-8")
    expected = json.loads(content)
    with monkeypatch.context() as program:
        _only_the_first(program, tmp_path)
        first = base.open()
        _fill(first, json.loads(content))
        first.close()
    journal = base.open()
    kept = journal.plays(with_stopped=True)
    assert [as_values(play) for play in kept] == expected["plays"]
    journal.add(kept[0].id, Reflected(START, Reflection.NOW, words="Calmer."))
    assert journal.play(kept[0].id).reflections[0].words == "Calmer."
    copies = len(list(tmp_path.glob("*.before-0003")))
    happened = sum(len(play["events"]) for play in expected["plays"])
    assert [copies, *_copied(journal)] == ([0, happened] if base.kind == "postgres" else [1])
    journal.close()


def test_an_earlier_program_refuses_what_it_does_not_know(
    base: Base, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal)
    _only_the_first(monkeypatch, tmp_path)
    with pytest.raises(NewerSchemaError, match="version 0003; this program knows up to 0001"):
        base.open()


def _only_the_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The program is of the version that had no learning and no homework."""
    steps = tmp_path / "first"
    shutil.copytree(migrating.STEPS, steps)
    for step in ("v0002_learning.py", "v0003_homework.py"):
        (steps / "versions" / step).unlink()
    monkeypatch.setattr(migrating, "STEPS", steps)
    monkeypatch.setattr(migrating, "KNOWN", ("0001",))
    monkeypatch.setattr("simulator.journal.journal.look_over", lambda *_: None)


def _fill(journal: Journal, content: dict[str, Any]) -> None:
    with journal._opened.writer.begin() as database:
        for hash_, words in content["texts"].items():
            database.execute(insert(texts).values(hash=hash_, text=words))
        for play in content["plays"]:
            row = {name: play[name] for name in ("id", "scenario", "setup")}
            started = datetime.fromisoformat(play["started"])
            database.execute(
                insert(plays).values(text=play["setup"]["scenario"], started=started, **row)
            )
            for number, event in enumerate(play["events"], 1):
                at = datetime.fromisoformat(event.pop("at"))
                kept = {"play": play["id"], "number": number, "kind": event.pop("kind"), "at": at}
                database.execute(insert(events).values(kept | {"data": event}))


def test_a_new_version_of_the_tables(
    base: Base, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal)
    before = journal.plays()
    journal.close()
    coming(monkeypatch, tmp_path, "v0004_made_up.py")
    renewed = base.open()
    assert renewed.plays() == before
    with renewed._opened.engine.connect() as connection:
        assert connection.scalar(text("SELECT note FROM plays")) == "none yet"
    renewed.close()
    base.open().close()


def test_a_copy_is_kept_until_something_is_erased(
    base: Base, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = journal.play(keep(journal, 2))
    journal.close()
    with monkeypatch.context() as program:
        coming(program, tmp_path, "v0004_made_up.py")
        renewed = base.open()
    copies = [file_url(path) for path in tmp_path.glob("*.before-*")]
    for copy in copies:
        earlier = open_journal(copy, key=base.key)
        assert earlier.plays() == (before,)
        earlier.close()
    assert [len(copies), *_copied(renewed)] == ([0, 2] if base.kind == "postgres" else [1])
    renewed.erase([before.id])
    assert list(tmp_path.glob("*.before-*")) == []
    assert _copied(renewed) == []
    renewed.close()


def test_the_journal_is_copied_before_it_is_renewed(
    file: Path, opening: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = keep(opening(file))
    earlier = file.with_name("journal.sqlite.before-0004")
    earlier.write_text("another's")
    with monkeypatch.context() as program:
        coming(program, tmp_path, "v0004_made_up.py")
        opening(file)
    copy = file.with_name("journal.sqlite.before-0004-2")
    assert earlier.read_text() == "another's"
    assert os.name == "nt" or copy.stat().st_mode & 0o077 == 0
    assert opening(copy).play(play).turns
    with pytest.raises(JournalError, match="newer version"):
        opening(file)


def test_a_new_version_that_breaks_changes_nothing(
    base: Base, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal)
    before = journal.plays()
    with monkeypatch.context() as program:
        coming(program, tmp_path, "v0004_breaks.py")
        with pytest.raises(JournalError):
            base.open()
    assert journal.plays() == before
    with journal._opened.engine.connect() as connection:
        assert "note" not in [column["name"] for column in inspect(connection).get_columns("plays")]


def test_without_a_backup_nothing_is_renewed(
    file: Path, opening: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(opening(file))
    before = file.read_bytes()

    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("simulator.journal.journal.back_up", no_room)
    coming(monkeypatch, tmp_path, "v0004_made_up.py")
    with pytest.raises(JournalError, match="no room"):
        opening(file)
    assert file.read_bytes() == before
    assert list(tmp_path.glob("*.before-*")) == []


def test_the_tables_are_made_by_an_installed_wheel(tmp_path: Path) -> None:
    from hatchling.build import build_wheel

    before = Path.cwd()
    os.chdir(HERE.parents[1])
    try:
        name = build_wheel(str(tmp_path))
    finally:
        os.chdir(before)
    with zipfile.ZipFile(tmp_path / name) as wheel:
        wheel.extractall(tmp_path / "installed")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r})\n"
        "from simulator.journal import journal, migrating\n"
        "opened = journal.open_journal('sqlite://')\n"
        "print(opened.plays(), migrating.STEPS)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.split(maxsplit=1)[0] == "()", done.stderr
    assert str(tmp_path / "installed") in done.stdout


def _copied(journal: Journal) -> list[int]:
    """How many events each copy holds that lies beside the tables."""
    with journal._opened.engine.connect() as connection:
        names = [name for name in inspect(connection).get_table_names() if "events_before" in name]
        counts = [select(func.count()).select_from(table(name)) for name in names]
        return [int(connection.scalar(counted) or 0) for counted in counts]
