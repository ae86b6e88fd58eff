"""Which kept plays are a first try: by the same rule as all that is told of progress."""

from simulator.coach.attempts import first_tries
from simulator.journal.events import Replied
from simulator.journal.journal import Journal
from simulator.practice.progressing import attempt


def first_tries_of(journal: Journal) -> frozenset[str]:
    """The ids of the plays that are a first try, of all that is kept, under homework or not.

    A play that stopped at a crossed line is none.
    """
    plays = [play for play in journal.plays() if any(isinstance(e, Replied) for e in play.events)]
    attempts = [attempt(play, None) for play in plays]
    firsts = zip(attempts, first_tries(attempts), strict=True)
    return frozenset(one.play for one, first in firsts if first)
