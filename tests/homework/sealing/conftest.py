"""Sealing that is cheap to test: the same files, with little work for each guess."""

import pytest

from simulator.homework.sealing import stretching
from simulator.homework.sealing.keys import Keys, new_keys


@pytest.fixture
def dear(monkeypatch: pytest.MonkeyPatch) -> int:
    """The cost that is used outside of tests."""
    monkeypatch.undo()
    return stretching.COST


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretching, "COST", 2)


@pytest.fixture(scope="session")
def therapist() -> Keys:
    return new_keys()


@pytest.fixture(scope="session")
def client() -> Keys:
    return new_keys()


@pytest.fixture(scope="session")
def stranger() -> Keys:
    return new_keys()
