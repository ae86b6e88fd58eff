"""A whole play as text: by hand from a stream of lines, or by a script's list of replies."""

import contextlib
import io
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, TextIO

from simulator.plain.paper import Paper, wipe
from simulator.plain.player import House, Player
from simulator.practice import settings
from simulator.practice.coaching import shows
from simulator.practice.keeping import PATIENCE, Keeping
from simulator.practice.safety import safety_page
from simulator.practice.sitting import Sitting

AT_ONCE = 0.0
"""seconds that leaving at once waits for what is being written"""
Read = Callable[[], str | None]


class Around(NamedTuple):
    """What is around a play besides its replies."""

    terms: bool = True
    """whether the pages of the first start come first"""
    keeping: Keeping | None = None
    """the journal, where the play is kept"""
    resumed: bool = False
    """whether the talk so far is told before it goes on"""
    note: str | None = None
    """what there is to be said first"""
    guess: bool = False
    """whether it is asked how each reply landed, also where nobody types or the settings ask not"""


def by_hand(sitting: Sitting, source: TextIO | None, shown_on: TextIO, around: Around) -> bool:
    """Play with what is typed into `source`; whether the player left at once.

    The pages of the first start come first until somebody at a terminal has read them and gone
    on. The journal is closed at the end.
    """
    loaded = settings.begin()
    prefs = loaded.settings
    interactive = source is not None and source.isatty()
    guess = around.guess or (interactive and prefs.guess)
    house = _house(prefs, sitting, guess=guess)._replace(interactive=interactive)
    paper = Paper(shown_on)
    player = Player(sitting, paper, house)
    paper.notes(loaded.problems)
    try:
        gone = _played(player, around, read_from(source), paper, prefs)
    except KeyboardInterrupt:
        gone = True
    if gone:
        wipe(sys.stdout, sys.stderr)
        _close(around, AT_ONCE)
        return True
    player.leave()
    _close(around, PATIENCE)
    if (
        interactive
        and around.terms
        and sitting.turns
        and loaded.writable
        and not prefs.terms_accepted
    ):
        with contextlib.suppress(settings.NotKeptError):
            settings.save(prefs._replace(terms_accepted=True))
    return False


def _played(
    player: Player, around: Around, read: Read, paper: Paper, prefs: settings.Settings
) -> bool:
    if around.terms and not prefs.terms_accepted:
        player.first_start()
    paper.notes((around.note,) if around.note else ())
    if around.resumed:
        player.open_again()
    else:
        player.open()
    return player.run(read)


def _house(prefs: settings.Settings, sitting: Sitting, *, guess: bool) -> House:
    """What these settings ask for; a guess is asked for only where its answer is shown."""
    shown = shows(prefs, sitting.coaching)
    return House(
        safety_page(prefs),
        thoughts=prefs.thoughts,
        shows=shown._replace(guess=guess and shown.causes),
        numbers=prefs.meters == "numbers",
    )


def _close(around: Around, patience: float) -> None:
    if around.keeping:
        around.keeping.close(patience)


def recite(sitting: Sitting, replies: Sequence[str], shown_on: TextIO) -> None:
    """Play a list of reply ids and show the talk. Raises `NotOfferedError`."""
    prefs = settings.begin().settings
    player = Player(sitting, Paper(shown_on), _house(prefs, sitting, guess=False))
    player.open()
    for reply in replies:
        player.give(reply)
    player.pause()


def read_from(source: TextIO | None) -> Read:
    """Gives the lines of the source, and `None` once it has ended."""
    if isinstance(source, io.TextIOWrapper):
        with contextlib.suppress(io.UnsupportedOperation):  # somebody has read from it already
            source.reconfigure(errors="replace")

    def read() -> str | None:
        try:
            return (source.readline() if source is not None else "") or None
        except (OSError, ValueError):
            return None

    return read
