"""To any beat of a scenario at once, for whoever looks through what they hand out."""

from collections import deque

from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import Setup
from simulator.language import _
from simulator.practice.homework.client import HomeworkError
from simulator.scenario.model import Scenario

_MOST_TRIED = 4_000
"""replies given on the search"""


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
    found = _search(Conversation(scenario, setup), beat)
    if found is None:
        raise HomeworkError(_("No way to “{beat}” was found from this start.").format(beat=beat))
    return found


def _search(talk: Conversation, beat: str) -> tuple[str, ...] | None:
    """Breadth first; of the moments at one beat in which the same is offered in the same stance,
    the first found stands for all."""
    if talk.beat == beat:
        return ()
    waiting: deque[tuple[str, ...]] = deque([()])
    seen: set[object] = set()
    tried = 0
    while waiting and tried < _MOST_TRIED:
        way = waiting.popleft()
        talk.back_to(0) if talk.turns else None
        for reply in way:
            talk.choose(reply)
        for reply in _calm(talk):
            tried += 1
            talk.choose(reply)
            if talk.beat == beat:
                return (*way, reply)
            here = (talk.beat, talk.state.stance, tuple(offer.id for offer in talk.offered))
            if here not in seen:
                seen.add(here)
                waiting.append((*way, reply))
            talk.undo()
    return None


def _calm(talk: Conversation) -> tuple[str, ...]:
    """The replies offered that cross no line; from such a one there is no way back."""
    if not talk.offered:
        return ()
    replies = talk.scenario.chair(talk.setup.role).beats[talk.beat].replies
    return tuple(one.id for one in talk.offered if not replies[one.id].crosses_line)
