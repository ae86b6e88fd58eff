"""Turns at which something else could have been said, and two other things that were offered."""

from collections.abc import Sequence

from simulator.coach.debrief import Alternative, Fork, Instead
from simulator.coach.reaching import reaches_for, would_have
from simulator.coach.retracing import Would
from simulator.coach.spoken import moment_words
from simulator.coach.story import Story
from simulator.dialogue.conversation import Turn
from simulator.partner.moves import Family

OTHERS = 2


def forks_of(story: Story) -> tuple[Fork, ...]:
    """Every turn at which another reply was offered, the most telling first: where the chance of
    the role's best outcome fell most, or, where that is not known, what was hardest to hear."""
    forks = [_fork(story, turn) for turn in story.turns if _others(story, turn)]
    return tuple(sorted(forks, key=lambda fork: _telling(story, story.turns[fork.turn - 1])))


def _telling(story: Story, turn: Turn) -> tuple[float, int, int]:
    before, after = story.outlooks[turn.number - 1 : turn.number + 1]
    fall = before.now.random - after.now.random if before and after else 0.0
    return -fall, story.heard(turn).q, turn.number


def _fork(story: Story, turn: Turn) -> Fork:
    before = moment_words(story.then[turn.number - 1].moment)
    others = _different(story, turn, _others(story, turn))
    return Fork(turn.number, before, turn.you, tuple(_alternative(story, one) for one in others))


def _others(story: Story, turn: Turn) -> list[Would]:
    would = story.then[turn.number - 1].would
    return [one for one in would if one.turn.reply != turn.reply]


def _different(story: Story, turn: Turn, offered: Sequence[Would]) -> list[Would]:
    """Two that differ from what was said, and from each other, in the family they belong to; of
    several, those that hurt less, then as they stood on the screen."""
    chosen: list[Would] = []
    families: set[Family | None] = {story.family(turn)}
    while len(chosen) < min(OTHERS, len(offered)):
        rest = [one for one in offered if one not in chosen]
        one = min(rest, key=lambda one: (story.hurts(one.turn), story.family(one.turn) in families))
        chosen.append(one)
        families.add(story.family(one.turn))
    return chosen


def _alternative(story: Story, one: Would) -> Alternative:
    return Alternative(one.turn.reply, one.turn.you, _told(story, one))


def _told(story: Story, one: Would) -> str:
    return " ".join((reaches_for(one.turn.moves), would_have(one, story.them)))


def instead_of(story: Story, turn: Turn) -> Instead | None:
    """What the author says could be tried instead, where it was offered then."""
    rather = story.chair.beats[turn.beat].replies[turn.reply].rather
    would = story.then[turn.number - 1].of(rather) if rather else None
    return Instead(would.turn.you, _told(story, would)) if would else None
