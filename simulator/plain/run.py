"""A whole play as text: by hand from a stream of lines, or by a script's list of replies."""

import contextlib
import io
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from simulator.plain.paper import Paper, wipe
from simulator.plain.player import House, Player
from simulator.practice import settings
from simulator.practice.safety import safety_page
from simulator.practice.sitting import Sitting


def by_hand(sitting: Sitting, source: TextIO | None, shown_on: TextIO, *, terms: bool) -> bool:
    """Play with what is typed into `source`; whether the player left at once.

    With `terms`, the pages of the first start come first, until somebody at a terminal has read
    them and gone on.
    """
    loaded = settings.load()
    prefs = loaded.settings
    interactive = source is not None and source.isatty()
    house = House(safety_page(prefs), thoughts=prefs.thoughts, interactive=interactive)
    paper = Paper(shown_on)
    player = Player(sitting, paper, house)
    paper.notes(loaded.problems)
    try:
        if terms and not prefs.terms_accepted:
            player.first_start()
        player.open()
        gone = player.run(_reader(source))
    except KeyboardInterrupt:
        gone = True
    if gone:
        wipe(sys.stdout, sys.stderr)
        return True
    player.leave()
    if interactive and terms and sitting.turns and loaded.writable and not prefs.terms_accepted:
        with contextlib.suppress(settings.NotKeptError):
            settings.save(prefs._replace(terms_accepted=True))
    return False


def recite(sitting: Sitting, replies: Sequence[str], shown_on: TextIO) -> None:
    """Play a list of reply ids and show the talk. Raises `NotOfferedError`."""
    prefs = settings.load().settings
    player = Player(sitting, Paper(shown_on), House(safety_page(prefs), thoughts=prefs.thoughts))
    player.open()
    for reply in replies:
        player.give(reply)
    player.pause()


def _reader(source: TextIO | None) -> Callable[[], str | None]:
    if isinstance(source, io.TextIOWrapper):
        source.reconfigure(errors="replace")

    def read() -> str | None:
        try:
            return (source.readline() if source is not None else "") or None
        except (OSError, ValueError):
            return None

    return read
