"""What a sitting looks like on the play screen: values in, paragraphs and meters out."""

from typing import NamedTuple

from simulator.coach.meters import Reading
from simulator.dialogue.conversation import Moment
from simulator.partner.moves import Role
from simulator.practice.sitting import Answered, Sitting
from simulator.practice.words import REACHES
from simulator.tui.widgets.meters import Shown
from simulator.tui.widgets.notes import note_paragraphs
from simulator.tui.widgets.speech import moment_paragraphs, player_paragraph, tip_paragraph
from simulator.tui.widgets.transcript import Block, Group


class View(NamedTuple):
    """What the player has switched on."""

    thoughts: bool = False
    points: bool = False
    tips: bool = False
    """whether tips stand in the talk, where there is no room for them beside it"""


def who(sitting: Sitting) -> str:
    """Who the player is: “you are Teo, reaching out”."""
    return f"you are {sitting.player.name}, {REACHES[sitting.role]}"


def blocks(sitting: Sitting, view: View) -> list[Block]:
    """The whole talk so far."""
    name = sitting.partner.name
    opening = tuple(moment_paragraphs(sitting.opening, name, thoughts=view.thoughts))
    return [
        Block((), (opening, _tip(sitting.opening, view))),
        *(turn_block(answered, name, view) for answered in sitting.answered),
    ]


def turn_block(answered: Answered, partner: str, view: View) -> Block:
    """One turn: the player's words, the answer, then what moved the partner and the feedback."""
    turn = answered.turn
    came = tuple(moment_paragraphs(turn.moment, partner, thoughts=view.thoughts))
    notes = tuple(note_paragraphs(answered.explanation, turn.feedback, points=view.points))
    return Block((player_paragraph(turn.you),), (came, notes, _tip(turn.moment, view)))


def _tip(moment: Moment, view: View) -> Group:
    return (tip_paragraph(moment.tip),) if view.tips and moment.tip else ()


def latest(sitting: Sitting) -> Moment:
    """What came last."""
    return sitting.moment


def meters(sitting: Sitting, view: View) -> Shown:
    """The meters now, and how the last reply moved them."""
    shown = Shown(_reading(sitting), means=_means(sitting), points=view.points)
    last = sitting.latest
    if last is None:
        return shown
    return shown._replace(tension=last.tension, connection=last.connection, hope=last.hope)


def _reading(sitting: Sitting) -> Reading:
    """The reading; once the talk is over no stance lifts any more."""
    reading = sitting.reading
    return reading._replace(lifts=None, lifts_at=None) if sitting.finished else reading


def _means(sitting: Sitting) -> str:
    name = sitting.partner.name
    if sitting.reading.hollow:
        return f"low because {name} has stopped asking, and that is a loss"
    if sitting.partner_role is Role.WITHDRAWER:
        return f"how hard {name} is bracing, not how well you did"
    return f"how urgently {name} needs an answer, not how well you did"
