"""What a play came to, in plain words, for every player."""

from collections.abc import Mapping

from simulator.language import N_, Marked
from simulator.partner.outcomes import Outcome

_WORDS: Mapping[Outcome, str] = Marked(
    {
        Outcome.RECONNECTED: N_("You and {name} found each other again"),
        Outcome.TRUCE: N_("Calmer, not closer"),
        Outcome.PAUSED: N_("A pause, with a return promised"),
        Outcome.PARTED: N_("Parted with respect"),
        Outcome.STUCK: N_("Still stuck"),
        Outcome.WITHDRAWN: N_("{name} has left the talk"),
        Outcome.GIVEN_UP: N_("{name} has stopped asking"),
        Outcome.RUPTURED: N_("It broke off in anger"),
        Outcome.STOPPED: N_("The talk was stopped"),
    }
)


def outcome_words(outcome: Outcome, partner: str) -> str:
    """The outcome as a heading, with the partner's name."""
    return _WORDS[outcome].format(name=partner)
