"""What the tests of homework share: sealing that is cheap to test, and two homes."""

from pathlib import Path

import pytest

from simulator.homework.sealing import stretching
from tests.homework.homes import Home


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little work for each guess of a passphrase."""
    monkeypatch.setattr(stretching, "COST", 2)


@pytest.fixture
def therapist(tmp_path: Path, cheap: None) -> Home:
    return Home(tmp_path / "therapist")


@pytest.fixture
def client(tmp_path: Path, cheap: None) -> Home:
    return Home(tmp_path / "client")
