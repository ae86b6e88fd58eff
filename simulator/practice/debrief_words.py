"""The house's own words of the debrief, shared by every player; every one may be left unanswered.

What is a constant here is marked, and goes through `_` where it is shown.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from simulator.journal.events import Reflection
from simulator.language import N_, Marked, _, ngettext
from simulator.practice.outcomes import outcome_words

if TYPE_CHECKING:
    from simulator.coach.debrief import Debrief
    from simulator.practice.sitting import Sitting


class Part(StrEnum):
    """The parts of a debrief, in their order."""

    LAND = "land"
    RATINGS = "ratings"
    REACHED = "reached"
    LOOP = "loop"
    FORK = "fork"
    MINE = "mine"
    THEIRS = "theirs"
    ONWARD = "onward"
    SENTENCE = "sentence"


SHORT = (Part.LAND, Part.REACHED, Part.ONWARD)
"""of a tutorial, where the screen is learnt and no talk of one's own was had"""


class Ask(NamedTuple):
    """One question to the player."""

    what: Reflection
    ask: str
    """marked to be translated; may have a place for the partner's `name`"""
    example: str = ""
    """what stands in the empty field; marked"""


_TITLES = Marked(
    {
        Part.LAND: N_("First, arrive"),
        Part.RATINGS: N_("Your own view first"),
        Part.REACHED: N_("One thing that reached"),
        Part.LOOP: N_("The loop of this talk"),
        Part.FORK: N_("One fork in the road"),
        Part.MINE: N_("Your side"),
        Part.THEIRS: N_("The other half"),
        Part.ONWARD: N_("From here"),
        Part.SENTENCE: N_("One sentence for home"),
    }
)

BREATH = N_(
    "The talk is over. One breath before anything else: in, and out for a little longer than in."
)
NOW = Ask(Reflection.NOW, N_("How are you now? A word, a line, or nothing."))
ENOUGH = N_("If this is enough for today, it is enough. What you have said is kept as it is.")

BEFORE_METERS = N_(
    "Before any meter or anybody’s view: how was it for you? From 0, not at all, to 10, as much "
    "as can be. Or nothing."
)
CONNECTED = Ask(Reflection.CONNECTED, N_("How connected did you feel to {name}?"))
STEADY = Ask(Reflection.STEADY, N_("How steady did you feel?"))
ORDINARY = N_(
    "If you feel less sure of yourself after practising than before, that is ordinary: one begins "
    "to notice more. It says nothing about how far you can come."
)

NOTHING_REACHED = N_(
    "Nothing you said reached {name} this time. Some talks are like that, and you stayed in a hard "
    "one all the same."
)
NO_ENDING = N_("The talk was left before it came to an end. It counts as it is.")

LOOP_IS = N_(
    "Nobody began it, and it turns by itself: each part makes sense from inside, and each sets off "
    "the next. What was guarded is a guess."
)
CALM_LOOP_IS = N_(
    "Little pressed in this talk, and still each part sets off the next. It is the same loop when it "
    "runs gently. What was guarded is a guess."
)
ROUND_AGAIN = N_("… and round again.")
NO_LOOP = N_("This talk was too short to draw its loop.")

CHOOSE_FORK = N_("Choose one reply of yours that you would like to look at again.")
NO_FORK = N_("There is no reply of yours here to look at again.")
OWN_WORDS = Ask(Reflection.OWN_WORDS, N_("Your own sentence first: what else could you say here?"))
UNSEEN = N_("Other replies are shown once you have written yours, or when you ask for them.")

FOR_MYSELF = Ask(
    Reflection.FOR_MYSELF, N_("What did you say for yourself, what not, and was it safe to?")
)
NO_SENTENCE = N_("What no sentence could have changed")

COST = N_("What it cost")
ONWARD_ASK = N_("What would you like to do from here?")
IF_THEN = Ask(
    Reflection.IF_THEN,
    N_("What would you like to try at home? One moment, and one small thing in it."),
    N_("If … then I …"),
)
LIKELY = Ask(Reflection.LIKELY, N_("How likely is it that you will? 0 to 10."))
IN_THE_WAY = Ask(Reflection.IN_THE_WAY, N_("What might get in the way?"))
SMALL_IS_FINE = N_("Small is fine. So is nothing.")

CLOSER = N_("The talk from close up")
NOT_WORKED_OUT = N_("What was still possible at each turn is not worked out yet.")
A_TURNING_POINT = N_("A turning point, one of several there may be: turn {turn}")
NO_TURNING_POINT = N_("No single turn took much away from what was possible.")
INSTEAD_TRY = N_("Instead of that, try")


def parts_of(sitting: "Sitting") -> tuple[Part, ...]:
    """The parts of this sitting's debrief; few after a tutorial, none where it was stopped."""
    if sitting.stopped:
        return ()
    return SHORT if sitting.scenario.kind == "tutorial" else tuple(Part)


def title_of(part: Part) -> str:
    """The heading of a part."""
    return _TITLES[part]


def asked(ask: Ask, name: str) -> str:
    """The question, with the partner's name."""
    return _(ask.ask).format(name=name)


def came_to(sitting: "Sitting") -> tuple[str, str]:
    """What the talk came to, as a heading and what it means."""
    ending = sitting.ending
    if ending is None:
        return _("Left open"), _(NO_ENDING)
    return outcome_words(ending.outcome, sitting.partner.name), ending.meaning


def loop_is(debrief: "Debrief") -> str:
    """What is said above the loop: of a calm talk, more gently."""
    return _(LOOP_IS if debrief.pressed else CALM_LOOP_IS)


def part_of(name: str) -> str:
    """The heading over the partner's own part."""
    return _("{name}’s own part").format(name=name)


def others_are(count: int) -> str:
    """What is said above the other replies of a fork."""
    return ngettext(
        "Another that was there. It is not the answer; yours stands beside it.",
        "Others that were there. None is the answer; yours stands beside them.",
        count,
    )


def turn_words(number: int) -> str:
    """The name of a turn."""
    return _("Turn {number}").format(number=number)


def said_at(turn: int) -> str:
    """Where words of the talk were said."""
    return _("turn {number}").format(number=turn) if turn else _("at the beginning")
