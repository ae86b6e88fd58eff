"""One thing that reached, the player's own side, and what was not theirs to do."""

from collections.abc import Iterator, Mapping

from simulator.coach.causes import heard_as
from simulator.coach.debrief import Mine, Quote, Reached, Theirs
from simulator.coach.possible import comes_to
from simulator.coach.story import Story, quote_of, stood
from simulator.dialogue.conversation import Turn
from simulator.language import N_, Marked, _
from simulator.partner.moves import PLACATING, TIME_OUT, VOICING
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import level_of, rank
from simulator.partner.state import HOPE_AT_START

_OWN: Mapping[str, frozenset[str]] = {
    "felt": frozenset({"i_statement", "gentle_startup", "disclosure", "naming_cycle"}),
    "wish": frozenset({"request"}),
    "limit": frozenset({"complaint", "boundary", "declining", "needing_time", TIME_OUT}),
}
"""moves that say something of one's own, by what they say"""
_UNSAID: Mapping[str, str] = Marked(
    {
        "felt": N_("how it was for you"),
        "wish": N_("a wish that could be met with a yes or a no"),
        "limit": N_("a limit, or a plain complaint"),
    }
)
_BY_NATURE: Mapping[str, str] = Marked(
    {
        "even": N_("How quickly {name} braces and eases was settled before your first word."),
        "secure": N_("That {name} settles easily was so before your first word."),
        "avoidant": N_("That being pushed weighs more with {name} was so before your first word."),
        "anxious": N_("That distance weighs more with {name} was so before your first word."),
        "fearful": N_(
            "That both pushing and distance weigh more with {name}, and a kind word is believed "
            "late, was so before your first word."
        ),
    }
)
"""by the temperament's id"""


def reached_by(story: Story) -> Reached | None:
    """The reply that reached most, with the words that did; `None` where none did."""
    reaching = [turn for turn in story.turns if story.heard(turn).q > 0]
    if not reaching:
        return None
    turn = max(reaching, key=lambda turn: (_closer(turn), story.heard(turn).q))
    heard = story.heard(turn)
    move = heard.charge.strongest or heard.promise or turn.moves[0]
    text = _("{name} took it as: {move}.").format(
        name=story.them.name, move=heard_as(move, story.them)
    )
    return Reached(turn.number, quote_of(turn, (move,)).words, f"{text} {_came(turn, story)}")


def _closer(turn: Turn) -> int:
    return turn.state.connection - turn.before.connection


def _came(turn: Turn, story: Story) -> str:
    names = {"name": story.them.name, "stance": _(level_of(turn.state.stance).name)}
    if rank(turn.state.stance) < rank(turn.before.stance):
        return _("After it {name} came back a step, to {stance}.").format(**names)
    if _closer(turn) > 0:
        return _("It brought you nearer.")
    return _("It gave some room, and nearness can come after that.")


def mine(story: Story) -> Mine:
    """What the player said for themselves, what not, and whether it was safe to."""
    said = tuple(_said(story))
    text = (
        _("This you said for yourself.")
        if said
        else _("Nothing in this talk was said in your own name. There can be good reasons for it.")
    )
    return Mine(said, text, " ".join(_unsaid(story)), _safe(story))


def _said(story: Story) -> Iterator[Quote]:
    for turn in story.turns:
        own = [move for move in turn.moves if move in VOICING]
        if own:
            yield quote_of(turn, own)


def _unsaid(story: Story) -> Iterator[str]:
    used = {move for turn in story.turns for move in turn.moves}
    missing = [_UNSAID[kind] for kind, moves in _OWN.items() if not moves & used]
    if missing:
        yield _("Not heard from you: {missing}.").format(missing="; ".join(missing))
        yield _("Perhaps there was no need of it; perhaps it is still there.")
    else:
        yield _("How it was for you, a wish and a limit: each had its place in what you said.")
    hidden = next((turn for turn in story.turns if PLACATING in turn.moves), None)
    if hidden:
        yield _("At {quote} a wish of your own may have stayed outside.").format(
            quote=quote_of(hidden, (PLACATING,)).words
        )


def _safe(story: Story) -> str:
    return _(
        "Here it was safe to say: {name} is a practice partner. Whether it is safe at home, only "
        "you can tell. Where you are afraid of what would follow, keeping it to yourself protects "
        "you, and the safety page is there."
    ).format(name=story.them.name)


def theirs(story: Story) -> Theirs:
    """The partner's own part, and what no sentence could have changed."""
    return Theirs(story.theirs, " ".join(_beyond(story)))


def _beyond(story: Story) -> Iterator[str]:
    name, start = story.them.name, story.then[0].state
    if rank(start.stance) > 0:
        yield _("Before your first word: {stood}").format(stood=stood(name, start.stance))
    elif start.tension > story.temperament.set_point:
        yield _("{name} came to this talk with more on the mind than usual.").format(name=name)
    if start.hope is not None and start.hope < HOPE_AT_START:
        yield _("Some of the asking in {name} was used up before it began.").format(name=name)
    yield _BY_NATURE[story.temperament.id].format(name=name)
    if story.chair.best is not Outcome.RECONNECTED:
        yield _("The most this talk could come to was {best}, whatever you said.").format(
            best=comes_to(story.chair.best, name)
        )
    yield _("What {name} says, keeps back and does next is {name}’s half.").format(name=name)
