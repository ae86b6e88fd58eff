"""Talks kept one after the other, each begun an hour later than the one before."""

from datetime import timedelta

from simulator.dialogue.conversation import Conversation
from simulator.partner.moves import Role
from simulator.practice.keeping import open_usual
from tests.journal.talks import START, moments, replied, setup_of, small, small_text


def keep_in_turn(*talks: str) -> list[str]:
    """The ids of talks of the small scenario, each its replies with spaces between; the first
    reply tells from which chair."""
    journal = open_usual()
    kept = []
    for number, replies in enumerate(talks):
        first, *_ = replies.split()
        pursuer = small().chair(Role.PURSUER)
        role = Role.PURSUER if first in pursuer.beats[pursuer.opens].replies else Role.WITHDRAWER
        talk, clock = Conversation(small(), setup_of(small(), role)), moments()
        at = START + timedelta(hours=number)
        play = journal.begin("small", small_text(), setup_of(small(), role), at)
        for reply in replies.split():
            journal.add(play, replied(talk, reply, next(clock) + timedelta(hours=number)))
        kept.append(play)
    journal.close()
    return kept
