"""When a file may have been saved."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

QUIET = 30
"""milliseconds without another change after which a save is taken to be over"""
LONGEST = 200
"""milliseconds after which it is told of all the same, in a folder where much is written"""
TICK = 250
"""milliseconds after which the file is looked at though nothing was heard: a folder may have been
moved away and back, or lie on a disk that tells of no changes"""


def saves(path: Path, stop: Event) -> Iterator[None]:
    """Yields whenever the file may have changed, and once at the start, until `stop` is set.

    The folder is watched, and not the file: editors write beside it and rename, or delete and
    write anew. Of a link, the folder of the file it leads to is watched as well.
    """
    seen: tuple[int, ...] | None = None
    while not stop.is_set():
        for _ in _changes(path, stop):
            now = _stamp(path)
            if now != seen:
                seen = now
                yield


def _changes(path: Path, stop: Event) -> Iterator[None]:
    """What the system tells of, and every tick; ends where a folder is no longer the same one."""
    from watchfiles import watch  # noqa: PLC0415 - heavy

    folders = {path.absolute().parent, Path(os.path.realpath(path)).parent}
    before = [_stamp(folder)[-1:] for folder in folders]
    try:
        for _ in watch(
            *folders,
            watch_filter=None,
            debounce=LONGEST,
            step=QUIET,
            stop_event=stop,
            rust_timeout=TICK,
            yield_on_timeout=True,
            raise_interrupt=False,
            poll_delay_ms=TICK,
            recursive=False,
        ):
            yield
            if [_stamp(folder)[-1:] for folder in folders] != before:
                return
    except (OSError, RuntimeError):  # no such folder, or the system watches no more of them
        stop.wait(TICK / 1000)
        yield


def _stamp(path: Path) -> tuple[int, ...]:
    """Time, size and number of a file as it is now; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_size, found.st_ino)
