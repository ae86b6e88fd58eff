"""To any beat of a scenario at once, for whoever looks through what they hand out."""

from collections import deque

from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import Setup
from simulator.language import _
from simulator.practice.homework.client import HomeworkError
from simulator.scenario.model import Scenario

_MOST_TRIED = 60_000
"""replies given on one search"""
_GRAINS = (100, 12, 4)
"""points of a meter within which two moments are taken for one, search by search"""


def way_to(scenario: Scenario, setup: Setup, beat: str) -> tuple[str, ...]:
    """Replies that lead to the beat or ending, as few as were found. Raises `HomeworkError`."""
    chair = scenario.chair(setup.role)
    names = (*chair.beats, *chair.endings)
    if beat not in names:
        raise HomeworkError(
            _("There is no beat “{beat}” here. There are: {names}.").format(
                beat=beat, names=", ".join(names)
            )
        )
    talk = Conversation(scenario, setup)
    for grain in _GRAINS:
        found = _search(talk, beat, grain)
        if found is not None:
            return found
    raise HomeworkError(_("No way to “{beat}” was found from this start.").format(beat=beat))


def _search(talk: Conversation, beat: str, grain: int) -> tuple[str, ...] | None:
    """Breadth first; of moments at one beat that are alike, the first found stands for all."""
    talk.back_to(0)
    if talk.beat == beat:
        return ()
    waiting: deque[tuple[str, ...]] = deque([()])
    seen: set[object] = set()
    tried = 0
    while waiting and tried < _MOST_TRIED:
        way = waiting.popleft()
        talk.back_to(0)
        for reply in way:
            talk.choose(reply)
        for reply in _calm(talk):
            tried += 1
            talk.choose(reply)
            if talk.beat == beat:
                return (*way, reply)
            if (here := _alike(talk, grain)) not in seen:
                seen.add(here)
                waiting.append((*way, reply))
            talk.undo()
    return None


def _alike(talk: Conversation, grain: int) -> object:
    """The same for moments that are taken for one."""
    state, offered = talk.state, tuple(sorted(offer.id for offer in talk.offered))
    meters = (state.tension // grain, state.connection // grain, state.hope)
    return talk.beat, state.stance, offered, meters


def _calm(talk: Conversation) -> tuple[str, ...]:
    """The replies offered that cross no line; from such a one there is no way back."""
    if not talk.offered:
        return ()
    replies = talk.scenario.chair(talk.setup.role).beats[talk.beat].replies
    return tuple(one.id for one in talk.offered if not replies[one.id].crosses_line)
