"""What a play came to, in plain words, for every player."""

from collections.abc import Mapping
from types import MappingProxyType

from simulator.partner.outcomes import Outcome

_WORDS: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.RECONNECTED: "You and {name} found each other again",
        Outcome.TRUCE: "Calmer, not closer",
        Outcome.PAUSED: "A pause, with a return promised",
        Outcome.PARTED: "Parted with respect",
        Outcome.STUCK: "Still stuck",
        Outcome.WITHDRAWN: "{name} has left the talk",
        Outcome.GIVEN_UP: "{name} has stopped asking",
        Outcome.RUPTURED: "It broke off in anger",
        Outcome.STOPPED: "The talk was stopped",
    }
)


def outcome_words(outcome: Outcome, partner: str) -> str:
    """The outcome as a heading, with the partner's name."""
    return _WORDS[outcome].format(name=partner)
