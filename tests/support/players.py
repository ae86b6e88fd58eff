"""Players with one habit each: what a person could do who does not look, and one who does.

A player sees what a person sees (the replies in display order) and, for `look`, what each reply
would lead to next.
"""

import random
import re
from collections.abc import Callable

from simulator.dialogue.conversation import Conversation, Offer
from simulator.partner.hearing import charge_on_paper
from simulator.scenario.shapes import moves_of
from simulator.scenario.text import count_words

Player = Callable[[Conversation], str]

_I = re.compile(r"\b(?:I|I['’]m|I['’]ve|I['’]d|I['’]ll|me|my|mine|myself)\b")
_SORRY = re.compile(r"\b(?:sorry|apolog\w*|forgive|my fault|pardon)\b", re.IGNORECASE)
LONGEST_PLAY = 60


def words_of(offer: Offer) -> str:
    """All the words of a reply."""
    return " ".join(part for part in (offer.say, offer.does, offer.text) if part)


def _by_length(place: int) -> Player:
    def choose(talk: Conversation) -> str:
        ranked = sorted(_calm(talk), key=lambda o: -count_words(words_of(o)))
        return ranked[min(place, len(ranked) - 1)].id

    return choose


def shortest(talk: Conversation) -> str:
    """The reply with the fewest words."""
    return min(_calm(talk), key=lambda o: count_words(words_of(o))).id


def most_i(talk: Conversation) -> str:
    """The reply that says I and me most often."""
    return max(_calm(talk), key=lambda o: len(_I.findall(words_of(o)))).id


def apologetic(talk: Conversation) -> str:
    """The reply that says sorry most often."""
    return max(_calm(talk), key=lambda o: len(_SORRY.findall(words_of(o)))).id


def table(talk: Conversation) -> str:
    """The best charge on paper, without a look at the partner."""
    beat = talk.scenario.chair(talk.setup.role).beats[talk.beat]

    def charge(offer: Offer) -> int:
        return charge_on_paper(moves_of(beat.replies[offer.id]), talk.partner)

    return max(_calm(talk), key=charge).id


def look(talk: Conversation) -> str:
    """One step ahead: least tension, then most connection."""

    def ahead(offer: Offer) -> tuple[int, int]:
        turn = talk.choose(offer.id)
        talk.undo()
        return turn.state.tension, -turn.state.connection

    return min(_calm(talk), key=ahead).id


def chance(seed: int) -> Player:
    """Any reply, drawn."""
    drawn = random.Random(seed)
    return lambda talk: drawn.choice(_calm(talk)).id


def _calm(talk: Conversation) -> list[Offer]:
    """What is offered, less what crosses the line."""
    replies = talk.scenario.chair(talk.setup.role).beats[talk.beat].replies
    return [offer for offer in talk.offered if not replies[offer.id].crosses_line]


TELLS: dict[str, Player] = {
    "longest": _by_length(0),
    "second_longest": _by_length(1),
    "shortest": shortest,
    "most_i": most_i,
    "apologetic": apologetic,
    "table": table,
}


def run(talk: Conversation, player: Player) -> str:
    """Play to the end; the outcome, or `unfinished`."""
    while not talk.finished and len(talk.turns) < LONGEST_PLAY:
        talk.choose(player(talk))
    return talk.outcome.value if talk.outcome else "unfinished"
