"""What a reply reaches for, and how this partner would have taken one that was not given."""

from collections.abc import Mapping, Sequence

from simulator.coach.causes import heard_as
from simulator.coach.landing import Landing, landing
from simulator.coach.people import Forms
from simulator.coach.retracing import Would
from simulator.dialogue.conversation import Turn
from simulator.language import N_, Marked, _
from simulator.partner.stances import Stance, level_of, rank

REACHES: Mapping[str, str] = Marked(
    {
        "contempt": N_("the upper hand, where something hurts"),
        "ultimatum": N_("an end to it, one way or the other"),
        "criticism": N_("an end to something that keeps coming back"),
        "demand": N_("an answer now"),
        "counterattack": N_("having your own hurt seen first"),
        "blame": N_("having it seen where this comes from"),
        "mind_reading": N_("certainty about what goes on inside the other"),
        "defensiveness": N_("being understood in what you meant"),
        "scorekeeping": N_("fairness, by counting"),
        "checking_up": N_("a sign that all is well"),
        "grand_gesture": N_("one large thing that settles it"),
        "leaving": N_("getting out of it"),
        "minimising": N_("making the trouble smaller"),
        "silence": N_("letting it pass"),
        "refusal": N_("not having to talk about it"),
        "self_blame": N_("taking all of it onto yourself"),
        "deferring": N_("more time, with no hour named"),
        "placating": N_("peace for now"),
        "waiting": N_("staying without asking for anything"),
        "declining": N_("a plain no"),
        "needing_time": N_("time, and a way back to it"),
        "self_soothing": N_("your own footing first"),
        "respecting_space": N_("letting a no or a need for room stand"),
        "offering_time": N_("a time that suits you both"),
        "time_out": N_("a pause that has an end"),
        "returning": N_("keeping the word you gave"),
        "not_returning": N_("not having to go back into it yet"),
        "complaint": N_("having one thing said plainly"),
        "engaging": N_("staying in it with a small honest answer"),
        "boundary": N_("saying what you will do to stay all right"),
        "i_statement": N_("saying how it is for you"),
        "warmth": N_("a kindness that asks for nothing"),
        "repair": N_("taking back the tone"),
        "curiosity": N_("understanding more before answering"),
        "naming_cycle": N_("seeing the loop as the trouble, with your own half in it"),
        "gentle_startup": N_("a beginning with room for two views"),
        "reflecting": N_("showing what you heard"),
        "appreciation": N_("thanks for what was given"),
        "reassurance": N_("an answer to the worry behind it"),
        "disclosure": N_("showing the softer feeling underneath"),
        "ownership": N_("owning one thing that is yours"),
        "validation": N_("letting the other side make sense"),
        "request": N_("a wish that can be met with a yes or a no"),
        "problem_solving": N_("a way to solve it"),
        "planning": N_("a day and a next step"),
    }
)
"""what each move reaches for, by its id; the end of a sentence"""
_LANDED: Mapping[Landing, str] = Marked(
    {
        Landing.CLOSER: N_("It would have brought you a little closer."),
        Landing.SAME: N_("It would have moved little."),
        Landing.FURTHER: N_("It would have put some distance between you."),
    }
)


def reaches_for(moves: Sequence[str]) -> str:
    """What a reply with these moves reaches for; of more than two, the first two."""
    match moves:
        case []:
            return ""
        case [one]:
            return _("It reaches for {one}.").format(one=REACHES[one])
        case [one, other, *_rest]:
            return _("It reaches for {one}, and for {other}.").format(
                one=REACHES[one], other=REACHES[other]
            )
        case _:
            raise AssertionError(moves)


def would_have(would: Would, them: Forms) -> str:
    """How this partner would have taken it at that moment."""
    return " ".join(filter(None, (*_taken(would.turn, them), _came_of(would, them))))


def not_landed(turn: Turn) -> frozenset[str]:
    """The moves of a turn that did not land."""
    return frozenset(c.move for c in turn.causes if c.cause.startswith("not_landed") and c.move)


def _taken(turn: Turn, them: Forms) -> tuple[str, ...]:
    lost = not_landed(turn)
    heard = [heard_as(move, them) for move in turn.moves if move not in lost]
    missed = [heard_as(move, them) for move in turn.moves if move in lost]
    parts = []
    if heard:
        taken = _("{name} would have taken it as: {moves}.")
        parts.append(taken.format(name=them.name, moves=", ".join(heard)))
    if missed:
        not_yet = _("It was too soon for {name} to take in: {moves}.")
        parts.append(not_yet.format(name=them.name, moves=", ".join(missed)))
    return tuple(parts)


def _came_of(would: Would, them: Forms) -> str:
    before, after = would.turn.before.stance, would.turn.state.stance
    names = {"name": them.name, "stance": _(level_of(after).name)}
    if after is Stance.LEFT:
        return _("{name} would have left.").format(**names)
    if after is not before and after is Stance.GIVING_UP:
        return _("{name} would have stopped asking.").format(**names)
    if after is not before and rank(after) > rank(before):
        return _("{name} would have been {stance} after it.").format(**names)
    if after is not before:
        return _("{name} would have come back a step, to {stance}.").format(**names)
    return _eased(would.turn)


def _eased(turn: Turn) -> str:
    landed = landing(turn)
    if landed is not Landing.SAME and turn.state.connection == turn.before.connection:
        if landed is Landing.CLOSER:
            return _("It would have eased things, without bringing you closer yet.")
        return _("It would have made things tenser.")
    return _LANDED[landed]
