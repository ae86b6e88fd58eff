"""What about an assignment may not be as it was meant: an aim that its scenarios leave no room for.

None of it stands in the way of assigning.
"""

from collections.abc import Iterator
from itertools import chain

from simulator.coach.aims import SOLUTION, SOLUTIONS, Aim
from simulator.coach.evaluating import SAYS_NO
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import make_setup
from simulator.homework.assignment import Assignment, Task
from simulator.homework.verifying import scenario_of
from simulator.language import _
from simulator.partner.moves import MOVES
from simulator.partner.outcomes import Outcome
from simulator.scenario.model import Chair, Scenario

_MOST_TURNS = 60


def doubts(given: Assignment) -> tuple[str, ...]:
    """Sentences for whoever assigns; none where nothing was seen."""
    if given.aim is None:
        return ()
    aim = given.aim.aim
    return tuple(
        _("“{scenario}” as {role}: {what}").format(
            scenario=task.scenario, role=task.role, what=what
        )
        for task in given.scenarios
        for what in _doubts(task, aim)
    )


def _doubts(task: Task, aim: Aim) -> Iterator[str]:
    scenario = scenario_of(task)
    if scenario is None:
        return
    chair = scenario.chair(task.chair)
    match aim.kind:
        case "reach":
            yield from _unreached(chair, Outcome(aim.outcome or ""))
        case "below":
            yield from _too_low(scenario, task, aim.tension or 0)
        case "no_and_stay":
            if not SAYS_NO & _moves(chair):
                yield _("no reply there says a no or a boundary, so the aim cannot be come to.")
        case "before" | "use":
            yield from _missing(chair, aim)
        case "recover":
            return


def _moves(chair: Chair) -> frozenset[str]:
    replies = chain.from_iterable(beat.replies.values() for beat in chair.beats.values())
    return frozenset(move for reply in replies for move in reply.moves or ())


def _missing(chair: Chair, aim: Aim) -> Iterator[str]:
    here = _moves(chair)
    if aim.then == SOLUTION and not SOLUTIONS & here:
        yield _("no reply there offers a solution, so the aim cannot be come to.")
    for move in (aim.move, aim.then):
        if move and move != SOLUTION and move not in here:
            yield _("there is no reply with “{move}” in it, so the aim cannot be come to.").format(
                move=_(MOVES[move].name)
            )


def _unreached(chair: Chair, wanted: Outcome) -> Iterator[str]:
    order = list(Outcome)
    if all(order.index(one.outcome) > order.index(wanted) for one in chair.endings.values()):
        yield _("no talk there ends so, and none ends better.")


def _too_low(scenario: Scenario, task: Task, limit: int) -> Iterator[str]:
    lowest = _lowest(scenario, task, limit)
    if lowest >= limit:
        yield _(
            "it begins at a tension of {limit} or more, and with the calmest reply each time it was "
            "never lower than {lowest}."
        ).format(limit=limit, lowest=lowest)


def _lowest(scenario: Scenario, task: Task, limit: int) -> int:
    """The lowest tension of a talk in which the calmest reply is given each time; it ends where it
    comes below the limit."""
    setup = make_setup(scenario, task.chair, temperament=task.temperament, seed=0)
    talk = Conversation(scenario, setup)
    lowest = talk.state.tension
    while lowest >= limit and len(talk.turns) < _MOST_TURNS and (replies := _calm(talk)):
        talk.choose(min(replies, key=lambda one: _after(talk, one)))
        lowest = min(lowest, talk.state.tension)
    return lowest


def _calm(talk: Conversation) -> tuple[str, ...]:
    """The replies offered that cross no line; from such a one there is no way back."""
    if not talk.offered:
        return ()
    replies = talk.scenario.chair(talk.setup.role).beats[talk.beat].replies
    return tuple(one.id for one in talk.offered if not replies[one.id].crosses_line)


def _after(talk: Conversation, reply: str) -> tuple[bool, int]:
    """How tense it is after a reply; what ends the talk comes last."""
    talk.choose(reply)
    found = (talk.finished, talk.state.tension)
    talk.undo()
    return found
