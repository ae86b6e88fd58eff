"""The debrief of a play, put together in the coach's order."""

from simulator.coach.debrief import Debrief, Review
from simulator.coach.forks import forks_of, instead_of
from simulator.coach.loop import loop_of, was_pressed
from simulator.coach.possible import still_possible, turning_point
from simulator.coach.sides import mine, reached_by, theirs
from simulator.coach.story import Story, stood
from simulator.dialogue.conversation import Turn
from simulator.language import _


def look_back(story: Story) -> Debrief:
    """What the play meant, with what is known of its outlooks."""
    return Debrief(
        reached_by(story),
        loop_of(story),
        forks_of(story),
        mine(story),
        theirs(story),
        tuple(_review(story, turn) for turn in story.turns),
        turning_point(story.outlooks, story.then),
        None not in story.outlooks,
        was_pressed(story),
    )


def _review(story: Story, turn: Turn) -> Review:
    before, after = story.outlooks[turn.number - 1 : turn.number + 1]
    over = story.outcome is not None and turn is story.turns[-1]
    name = story.them.name
    return Review(
        turn.number,
        _stood(story, turn),
        story.explanations[turn.number - 1],
        turn.feedback,
        instead_of(story, turn),
        after.now if after else None,
        still_possible(before, after, name, over=over, unknown=story.unknown),
    )


def _stood(story: Story, turn: Turn) -> str:
    words = stood(story.them.name, turn.before.stance)
    if not turn.before.asked_time:
        return words
    asked = _("{name} had asked for time.").format(name=story.them.name)
    return f"{words} {asked}"
