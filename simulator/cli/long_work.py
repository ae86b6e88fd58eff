"""Long work: shown as it goes where somebody watches, and stopped by Ctrl-C without a word of
Python's."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click

from simulator.cli.main import STOPPED


@contextmanager
def counted(what: str) -> Iterator[Callable[[int], None]]:
    """Counts something up on standard error, on one line that is gone afterwards."""
    shown = sys.stderr is not None and sys.stderr.isatty()

    def progress(count: int) -> None:
        if shown:
            click.echo(f"\r{count:,} {what} …\x1b[K", nl=False, err=True)

    try:
        with stoppable():
            yield progress
    finally:
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)


@contextmanager
def stoppable() -> Iterator[None]:
    """Ends the program quietly when it is interrupted, ended, or its terminal is closed."""
    before = {name: signal.signal(name, _interrupt) for name in _ENDING}
    try:
        yield
    except KeyboardInterrupt:
        click.echo("stopped; nothing was changed", err=True)
        sys.exit(STOPPED)
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    raise KeyboardInterrupt
