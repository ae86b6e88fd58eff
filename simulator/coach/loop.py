"""The loop of a talk in four corners. What anybody was guarding is a guess, and said as one."""

from collections.abc import Mapping

from simulator.coach.debrief import Corner, Loop, Quote
from simulator.coach.spoken import line_words, thought
from simulator.coach.story import Story, quote_of
from simulator.dialogue.conversation import Moment, Turn
from simulator.language import N_, Marked, _, ngettext
from simulator.partner.moves import VOICING, Family, Role
from simulator.partner.stances import Stance

_DID: Mapping[Family | None, str] = Marked(
    {
        Family.PRESSURE: N_("You reached out by pressing."),
        Family.DISTANCE: N_("You drew back, or kept it short."),
        Family.SPACE: N_("You gave room, or took some."),
        Family.OPENNESS: N_("You opened up, or listened."),
        None: N_("You stayed in the talk."),
    }
)
_GUARDED: Mapping[Family | None, str] = Marked(
    {
        Family.PRESSURE: N_("Perhaps that you matter, and that this does not slide away again."),
        Family.DISTANCE: N_(
            "Perhaps some quiet, or both of you from what cannot be unsaid. If it was to stay "
            "safe, that is sense too."
        ),
        Family.SPACE: N_("Perhaps the calm that the two of you need for it."),
        Family.OPENNESS: N_("Perhaps the tie between you, with your own guard down a little."),
        None: N_("Perhaps nothing much: little in this talk pressed you."),
    }
)
_THEIRS: Mapping[Stance, str] = Marked(
    {
        Stance.ENGAGED: N_("Perhaps the small peace there was."),
        Stance.GUARDED: N_("Perhaps a little distance, until it is clear what is coming."),
        Stance.WITHDRAWING: N_(
            "Perhaps room to breathe, and not making it worse. It may also have been a plain “I "
            "don’t want to”."
        ),
        Stance.SHUT_DOWN: N_(
            "Perhaps only getting through it: too much was coming at once. It may also have been "
            "a plain “I don’t want to”."
        ),
        Stance.LEFT: N_("Perhaps both of you, from what comes when it is too much."),
        Stance.CALM: N_("Perhaps the hope that it matters to you as well."),
        Stance.PROTESTING: N_("Perhaps the tie: under the protest, whether you are there."),
        Stance.ESCALATING: N_(
            "Perhaps the last thread to you. Loud can be a way to hold on to it."
        ),
        Stance.GIVING_UP: N_("Perhaps what is left, from hoping once more."),
    }
)
_PUSHED_BACK = N_("You pushed back.")
_OWN_GROUND = N_("Perhaps some ground of your own to stand on.")
"""pressure from one who needs room"""


def loop_of(story: Story) -> Loop | None:
    """The loop where it shows most: at the reply that hurt most, or else reached most. `None`
    before the first reply."""
    if not story.turns:
        return None
    turn = _most_telling(story)
    return Loop(_did(story, turn), _guarded(story, turn), _saw(story, turn), _theirs(story, turn))


def was_pressed(story: Story) -> bool:
    """Whether a reply hurt, or was given under pressure."""
    return any(story.hurts(turn) or story.pressed(turn) for turn in story.turns)


def _most_telling(story: Story) -> Turn:
    hurting = [turn for turn in story.turns if story.hurts(turn)]
    if hurting:
        return max(hurting, key=lambda turn: (_closeness(turn) * -1, _tension(turn)))
    return max(story.turns, key=lambda turn: (_closeness(turn), -_tension(turn)))


def _closeness(turn: Turn) -> int:
    return turn.state.connection - turn.before.connection


def _tension(turn: Turn) -> int:
    return turn.state.tension - turn.before.tension


def _did(story: Story, turn: Turn) -> Corner:
    family = story.family(turn)
    hurt = story.hurts(turn)
    alike = [t for t in story.turns if story.family(t) is family and story.hurts(t) is hurt]
    text = _of(family, story, _DID, _PUSHED_BACK)
    if len(alike) > 1:
        often = ngettext(
            "{count} of your replies did so.", "{count} of your replies did so.", len(alike)
        )
        text = f"{text} {often.format(count=len(alike))}"
    heard = story.heard(turn)
    return Corner(_("What I did"), text, quote_of(turn, heard.negative or heard.positive))


def _guarded(story: Story, telling: Turn) -> Corner:
    """By the family of what was said under pressure, above all of what hurt: the one that came
    most often."""
    said = _under_pressure(story, telling)
    title = _("What I was guarding")
    if not said:
        return Corner(title, _GUARDED[None], None)
    families = [story.family(turn) for turn in said]
    family = max(dict.fromkeys(families), key=families.count)
    text = _of(family, story, _GUARDED, _OWN_GROUND)
    return Corner(title, text, _in_own_words(story, telling))


def _under_pressure(story: Story, telling: Turn) -> list[Turn]:
    pressed = [turn for turn in story.turns if story.pressed(turn)]
    hurting = [turn for turn in pressed if story.hurts(turn)]
    return hurting or ([telling] if story.hurts(telling) else pressed)


def _in_own_words(story: Story, telling: Turn) -> Quote | None:
    """Something the player said for themselves, as near to the telling reply as there is; a turn
    is not quoted twice."""
    voiced = [turn for turn in story.turns if turn is not telling and _own(turn)]
    near = min(voiced, key=lambda turn: abs(turn.number - telling.number), default=None)
    return quote_of(near, _own(near)) if near else None


def _of(
    family: Family | None, story: Story, words: Mapping[Family | None, str], pressing: str
) -> str:
    """The words for a family; `pressing` for pressure from one who needs room."""
    needs_room = story.partner is Role.PURSUER
    return _(pressing) if family is Family.PRESSURE and needs_room else words[family]


def _own(turn: Turn) -> list[str]:
    """The moves by which a reply said something of the player's own."""
    return [move for move in turn.moves if move in VOICING]


def _saw(story: Story, turn: Turn) -> Corner:
    title = _("What {name} saw").format(name=story.them.name)
    text = story.explanations[turn.number - 1].took_as
    return Corner(title, text, _said(turn.number, turn.moment))


def _said(turn: int, moment: Moment) -> Quote | None:
    """What the partner did and said straight after it."""
    words = line_words(moment.lines[0]) if moment.lines else ""
    return Quote(turn, words) if words else None


def _theirs(story: Story, turn: Turn) -> Corner:
    name = story.them.name
    title = _("What {name} was guarding").format(name=name)
    text = _THEIRS[turn.state.stance]
    unsaid = thought(turn.moment)
    if unsaid is None:
        return Corner(title, text, None)
    with_thought = _("{guess} What {name} thought, and did not say:")
    quote = Quote(turn.number, _("({thought})").format(thought=unsaid))
    return Corner(title, with_thought.format(guess=text, name=name), quote)
