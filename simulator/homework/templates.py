"""Drafts to begin from: one skill each, small enough for a week."""

from typing import NamedTuple

from simulator.language import N_


class Template(NamedTuple):
    """A draft of everything but client, chair and attestation. Texts are shown through `_`."""

    id: str
    title: str
    scenario: str
    """of the library"""
    plays: int
    aim: str
    """as `aim_of` reads it"""
    rationale: str
    questions: tuple[str, ...]


TEMPLATES = (
    Template(
        "begin-softly",
        N_("Begin softly"),
        "vacation-planning",
        3,
        "use gentle_startup",
        N_(
            "How a hard talk begins has a lot to do with how it goes on. Three short talks, each "
            "begun in a way that leaves room for the other."
        ),
        (N_("What did you want to say first, and did not?"), N_("Which beginning was yours?")),
    ),
    Template(
        "hear-before-solving",
        N_("Hear it before you solve it"),
        "vacation-planning",
        3,
        "use validation before a solution",
        N_(
            "A plan reaches somebody only after they feel heard. Find the moment before the plan, "
            "and stay in it for one reply."
        ),
        (N_("Where did you want to offer a way out, and what stopped you?"),),
    ),
    Template(
        "way-back",
        N_("Find a way back"),
        "emotional-disconnection",
        3,
        "recover after a rupture",
        N_(
            "It gets hard in every couple; what is practised here is the way back. Let it get "
            "hard once, and look for the reply that turns it."
        ),
        (
            N_("What did the way back ask of you?"),
            N_("What would you have liked to hear from the partner in it?"),
        ),
    ),
    Template(
        "say-no-and-stay",
        N_("Say no, and stay"),
        "vacation-planning",
        2,
        "say no and stay",
        N_(
            "A no can be said without leaving. Say one in this talk, in your own time, and see "
            "what happens if you stay in the room."
        ),
        (N_("What was the no about?"), N_("What did you expect to happen?")),
    ),
    Template(
        "stay-below",
        N_("Keep it from boiling over"),
        "emotional-disconnection",
        3,
        "stay below tension 55",
        N_(
            "Watch for the moment at which it gets too much for the other one, and make room "
            "before it does."
        ),
        (N_("By what did you notice it?"),),
    ),
)
