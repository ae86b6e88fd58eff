"""The program as a whole: help without weight, and a fault that shows nobody's words."""

import sys
from pathlib import Path

import pytest

from simulator.cli import main as entry


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
