"""Moments as people name them."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from simulator.practice.when import when

NOW = datetime(2026, 3, 18, 21, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A place where clocks are never changed."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        _read_zone()
        yield
    _read_zone()


def _read_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=90), "just now"),
        (timedelta(hours=3), "today at 18:00"),
        (timedelta(hours=22), "yesterday at 23:00"),
        (timedelta(days=3), "on Sunday at 21:00"),
        (timedelta(days=16), "on 2 March at 21:00"),
        (timedelta(days=100), "on 8 December 2025 at 21:00"),
        (timedelta(minutes=-5), "today at 21:05"),
    ],
)
def test_when_something_was(before, words):
    assert when(NOW - before, NOW) == words
