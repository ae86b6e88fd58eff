"""Why the partner's stance changed, in words: with the level of tension, and without."""

from simulator.coach.people import number
from simulator.dialogue.conversation import Turn
from simulator.language import _, ngettext
from simulator.partner.causes import Cause
from simulator.partner.stances import Stance, level_of
from simulator.partner.temperaments import Temperament


def stance_words(cause: Cause, turn: Turn, name: str, temperament: Temperament) -> str:
    """Why it changed, with the level that tension came to; `name` is the partner's."""
    now = level_of(turn.state.stance)
    names = {"name": name, "stance": _(now.name), "level": now.enters}
    if cause.cause == "gave_up":
        return _("Hope has run out. {name} has stopped asking.").format(name=name)
    if cause.cause == "came_back":
        return _("{name} is asking again, and protesting.").format(name=name)
    if turn.state.stance is Stance.LEFT:
        return _("Tension reached {level}. {name} leaves.").format(**names)
    if cause.cause == "worsened":
        return _("Tension reached {level}: {name} is {stance} now.").format(**names)
    names["level"] = level_of(turn.before.stance).leaves
    if (replies := _in_a_row(turn, temperament)) is None:
        return _("You came back, and tension fell to {level} or less: {name} is {stance}.").format(
            **names
        )
    return ngettext(
        "Tension fell to {level} or less, after {number} good reply: {name} is {stance} again.",
        "Tension fell to {level} or less, after {number} good replies in a row: "
        "{name} is {stance} again.",
        replies,
    ).format(number=number(replies), **names)


def unnumbered(cause: Cause, turn: Turn, name: str, temperament: Temperament) -> str:
    """The same without the level; empty where there is none in it."""
    names = {"name": name, "stance": _(level_of(turn.state.stance).name)}
    if cause.cause not in {"worsened", "lifted"}:
        return ""
    if turn.state.stance is Stance.LEFT:
        return _("It was more tension than {name} could stay with. {name} leaves.").format(**names)
    if cause.cause == "worsened":
        return _("Tension rose that far: {name} is {stance} now.").format(**names)
    if (replies := _in_a_row(turn, temperament)) is None:
        return _("You came back, and tension fell far enough: {name} is {stance}.").format(**names)
    return ngettext(
        "Tension fell far enough, after {number} good reply: {name} is {stance} again.",
        "Tension fell far enough, after {number} good replies in a row: {name} is {stance} again.",
        replies,
    ).format(number=number(replies), **names)


def _in_a_row(turn: Turn, temperament: Temperament) -> int | None:
    """Good replies that were needed; `None` where a kept promise stood for them."""
    needed = level_of(turn.before.stance).streak_needed(temperament)
    return None if turn.state.streak < needed else needed
