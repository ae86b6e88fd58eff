"""When memory is cleared up: never in the middle of making much that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """Puts clearing up off meanwhile. Where nearly all that is made stays, walking it again and
    again finds nothing and takes as long as making it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
