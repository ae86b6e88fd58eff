"""When memory is cleared up: never while somebody waits for a frame."""

import gc


def hold() -> None:
    """Put clearing up off while the program loads: nearly all that is made then stays."""
    gc.disable()


def settle() -> None:
    """From here on clear up again, and leave out what is there now: to walk it all anew would
    hold up a turn for longer than drawing it takes."""
    gc.freeze()
    gc.enable()
