"""What every test stands on: a home of its own, no network, no settings of the machine's owner."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from textual import _wait

settings.register_profile(
    "suite", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")

# Screens under test settle in small steps: most of what their tests took was waiting for the next.
_wait.SLEEP_GRANULARITY = 1 / 100
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 20

_PLACES = (
    "HOME",
    "USERPROFILE",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
)
_CLEARED = ("SIMULATOR_SCENARIOS", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TEXTUAL")


@pytest.fixture(scope="session", autouse=True)
def _isolated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Home and the platform's places in an empty folder; no socket but local ones.

    What was worked out about scenarios is kept for the whole run: it depends on nothing else.
    """
    before = dict(os.environ)
    home = tmp_path_factory.mktemp("home")
    for name in _PLACES:
        os.environ[name] = str(home)
    os.environ["XDG_CACHE_HOME"] = str(home.parent.parent / "cache")
    for name in _CLEARED:
        os.environ.pop(name, None)
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)  # type: ignore[arg-type]

    socket.socket.connect = refuse  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test alone."""
    for name in _PLACES:
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Figures that tests have measured."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")
