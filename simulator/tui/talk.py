"""What a sitting looks like on the play screen: values in, paragraphs and meters out."""

from typing import NamedTuple

from simulator.coach.landing import landing
from simulator.coach.meters import Reading
from simulator.dialogue.conversation import Moment
from simulator.language import _
from simulator.partner.moves import Role
from simulator.practice.coaching import Shows, shows
from simulator.practice.settings import Settings
from simulator.practice.sitting import Answered, Sitting
from simulator.practice.words import REACHES
from simulator.tui.widgets.meters import Shown
from simulator.tui.widgets.notes import guess_paragraph, note_paragraphs
from simulator.tui.widgets.speech import moment_paragraphs, player_paragraph, tip_paragraph
from simulator.tui.widgets.transcript import WIDEST, Block, Group


class View(NamedTuple):
    """What the player has switched on."""

    thoughts: bool = False
    points: bool = False
    tips: bool = False
    """whether tips stand in the talk, where there is no room for them beside it"""
    shows: Shows = Shows()
    """what is shown before the talk is over"""
    words: bool = False
    """meters in words, without their numbers"""
    width: int = WIDEST
    """cells a line of the talk has at most"""


def chosen(
    view: View, prefs: Settings, before: Settings | None = None, asked: str | None = None
) -> View:
    """The view as the settings have it; thoughts as they were, unless that setting changed.

    `asked` is the level of coaching that homework asks for instead.
    """
    thoughts = view.thoughts
    if before is None or before.thoughts != prefs.thoughts:
        thoughts = prefs.thoughts
    return view._replace(
        thoughts=thoughts,
        shows=shows(prefs, asked),
        words=prefs.meters == "words",
        width=prefs.text_width,
    )


def who(sitting: Sitting) -> str:
    """Who the player is: “you are Teo, reaching out”."""
    return _("you are {name}, {reaches}").format(
        name=sitting.player.name, reaches=REACHES[sitting.role]
    )


def blocks(sitting: Sitting, view: View, *, held_back: bool = False) -> list[Block]:
    """The whole talk so far; of the last turn the answer alone, where the rest is held back."""
    opening = tuple(
        moment_paragraphs(sitting.opening, sitting.partner.name, thoughts=view.thoughts)
    )
    told = [turn_block(sitting, answered, view) for answered in sitting.answered]
    if held_back and sitting.latest:
        told[-1] = heard_block(sitting, sitting.latest, view)
    return [Block((), (opening, _tip(sitting.opening, view))), *told]


def turn_block(sitting: Sitting, answered: Answered, view: View, *, read: int = 0) -> Block:
    """One turn: the player's words, the answer, then what moved the partner and the feedback.

    `read`: how many of the groups after the player's words were read already.
    """
    turn, causes = answered.turn, view.shows.causes
    notes: Group = ()
    if causes:
        looks = {"points": view.points, "numbers": not view.words}
        notes = tuple(note_paragraphs(turn, answered.explanation, **looks))
    guess = sitting.guesses.get(turn.number) if causes else None
    guessed = () if guess is None else (guess_paragraph(guess, landing(turn)),)
    you = player_paragraph(turn.you, turn.carried if causes else ())
    heard = _heard(sitting, answered, view)
    return Block((you,), (heard, (*guessed, *notes), _tip(turn.moment, view)), read)


def heard_block(sitting: Sitting, answered: Answered, view: View) -> Block:
    """The player's words and the answer alone: what is there to be read before a guess."""
    return Block((player_paragraph(answered.turn.you),), (_heard(sitting, answered, view),))


def _heard(sitting: Sitting, answered: Answered, view: View) -> Group:
    moment, name = answered.turn.moment, sitting.partner.name
    return tuple(moment_paragraphs(moment, name, thoughts=view.thoughts))


def _tip(moment: Moment, view: View) -> Group:
    return (tip_paragraph(moment.tip),) if view.tips and moment.tip else ()


def latest(sitting: Sitting) -> Moment:
    """What came last."""
    return sitting.moment


def meters(sitting: Sitting, view: View) -> Shown:
    """The meters now, and how the last reply moved them."""
    shown = Shown(_reading(sitting), means=_means(sitting), points=view.points, words=view.words)
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
        means = _("low, and that is a loss")
    elif sitting.partner_role is Role.WITHDRAWER:
        means = _("how hard {name} is bracing, not how well you did")
    else:
        means = _("how urgently {name} needs an answer, not how well you did")
    return means.format(name=name)
