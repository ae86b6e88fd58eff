"""The program as a whole: help without weight, and a fault that shows nobody's words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.cli import main as entry
from simulator.cli.play import play_command
from tests.support.needs import only_on


def test_a_fault_prints_no_traceback_and_keeps_no_words(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: object) -> None:
        secret = "what she wrote to me"
        raise RuntimeError(secret)

    monkeypatch.setattr(entry, "simulator", broken)
    with pytest.raises(SystemExit) as left:
        entry.main()
    shown = capsys.readouterr()
    assert left.value.code == 1
    assert "Traceback" not in shown.err
    assert "what she wrote" not in shown.err
    kept = [path.read_text() for path in home.rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert "RuntimeError" in kept[0]
    assert "what she wrote" not in kept[0]


def test_an_unknown_command_is_misuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["simulator", "plya"])
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == 2


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        capture_output=True,
        env=os.environ | {"PYTHONUTF8": "0"} | environment,
        check=False,
        timeout=60,
    )


def test_a_terminal_with_few_letters_gets_every_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("format: 1\ntitle: “Tee für zwei”\n", encoding="utf-8")
    told = _run("check", str(tmp_path), PYTHONIOENCODING="ascii")
    assert told.returncode == 1
    assert b"missing-field" in told.stdout
    assert told.stderr == b""
    as_json = _run("check", str(tmp_path), "--format", "json", PYTHONIOENCODING="ascii")
    assert {row["code"] for row in json.loads(as_json.stdout)} >= {"missing-field"}


def test_output_that_cannot_be_written_is_said_and_is_no_crash(home: Path) -> None:
    only_on("linux")
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "simulator", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert told.returncode == 1
    assert b"cannot be written" in told.stderr
    assert not [path for path in home.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "option", [("--seed", "1"), ("--tension", "30"), ("--temperament", "even")]
)
def test_what_belongs_to_a_chair_is_not_dropped_without_one(
    option: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.cli.screen.has_screen", lambda: True)
    done = CliRunner().invoke(play_command, ["first-words", *option])
    assert done.exit_code == 2
    assert "--as" in done.output


def test_without_a_word_and_without_a_terminal_it_says_how_to_play_all_the_same() -> None:
    told = _run()
    assert told.returncode == 2
    assert b"--plain" in told.stderr
    assert told.stdout == b""


def test_a_command_runs_by_the_way_in_that_is_installed() -> None:
    told = _run("respond", "--partner", "withdrawer", "--json", "validation")
    assert told.returncode == 0
    assert len(json.loads(told.stdout)["states"]) == 2
