"""What is shown beside the talk while it lasts, and how a guess is asked and answered."""

from typing import NamedTuple

from simulator.coach.landing import Landing
from simulator.language import N_, Marked, _
from simulator.practice.settings import Settings


class Shows(NamedTuple):
    """What a player shows before the talk is over; the debrief shows all of it."""

    meters: bool = True
    causes: bool = True
    """what moved the partner, the feedback, and the points on request"""
    hints: bool = True
    guess: bool = False
    """whether a reply is followed by the question how it landed"""


def shows(prefs: Settings, asked: str | None = None) -> Shows:
    """What these settings show; `asked` is the level of coaching that homework asks for instead."""
    level = asked or prefs.coaching
    full = level == "full"
    return Shows(level != "none", full, full, full and prefs.guess)


QUESTION = N_("How did that land?")
CHOICES = Marked(
    {
        Landing.CLOSER: N_("closer"),
        Landing.SAME: N_("the same"),
        Landing.FURTHER: N_("further"),
    }
)
"""the answers to it, in the order of their numbers from 1"""

METERS = Marked(
    {
        "tension": N_("Tension"),
        "connection": N_("Connection"),
        "hope": N_("Hope"),
        "stance": N_("Stance"),
    }
)
"""the names of the meters, as they stand at the head of a line"""

_SAYS = Marked(
    {
        Landing.CLOSER: N_("You guessed {guess}. It made things easier between you: closer."),
        Landing.SAME: N_(
            "You guessed {guess}. It left things as they were, apart from what moves by itself: "
            "the same."
        ),
        Landing.FURTHER: N_("You guessed {guess}. It put distance between you: further."),
    }
)
KEPT_BACK = N_("Your settings keep this until the talk is over.")
"""where points or a hint are asked for, and none are shown yet"""


def guess_words(guess: Landing, landed: Landing) -> str:
    """What was guessed, and what the meters say."""
    return _SAYS[landed].format(guess=CHOICES[guess])


_CLOSENESS = ((75, N_("close")), (50, N_("near")), (25, N_("at some distance")), (0, N_("far off")))


def closeness(connection: int) -> str:
    """A level of connection, 0 to 100, where numbers are not shown."""
    return _(next(words for least, words in _CLOSENESS if connection >= least))
