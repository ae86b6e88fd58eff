"""What of the play screen depends on the room there is."""

from textwrap import shorten

from textual.geometry import Size

from simulator.language import N_, _
from simulator.practice.safe import shown
from simulator.practice.sitting import Sitting
from simulator.tui import talk
from simulator.tui.widgets.keybar import HELP, LEAVE, Key

_REPLY = Key("1–9", N_("reply"))
_UNDO = Key("u", N_("undo"), "screen.undo")
_HINT = Key("h", N_("hint"), "screen.hint")
_THOUGHTS = Key("t", N_("thoughts"), "screen.thoughts")
_BRIEF = Key("b", N_("brief"), "screen.brief")
_SKIP = Key("0", N_("skip"))
_ASKED = (Key("1–3", N_("answer")), _SKIP, _UNDO, _BRIEF, HELP, LEAVE)
_ASKED_NARROW = (_SKIP, HELP, LEAVE)
BESIDE = Size(76, 20)
"""from this size on the meters stand beside the talk, below it above the replies"""

_LEAST_OF_AIM = 20
"""cells below which the aim stands in the brief alone"""


def is_flat(size: Size) -> bool:
    """Whether the meters lie above the replies."""
    return size.width < BESIDE.width or size.height < BESIDE.height


def where(sitting: Sitting, size: Size, *, discreet: bool) -> str:
    """Which talk this is, and who the player is in it, as far as there is room to say so.

    Under homework the aim stands there instead of the title; the brief has it too.
    """
    if discreet:
        return _("Practice")
    who = talk.who(sitting)
    aim = sitting.asked.aim if sitting.asked else None
    room = size.width - len(who) - 5
    if aim and room >= _LEAST_OF_AIM:
        return f"{shorten(shown(aim), room, placeholder=' …')} · {who}"
    full = f"{sitting.title} · {who}"
    return full if len(full) < size.width - 2 else who


def keys(size: Size, *, hints: bool, asked: bool = False) -> tuple[Key, ...]:
    """The keys in the footer; `asked`: while the player is asked how a reply landed."""
    if asked:
        return _ASKED_NARROW if size.width < 60 and size.height < 30 else _ASKED
    if size.width < 60 and size.height < 30:
        return (_UNDO, HELP, LEAVE)
    return (_REPLY, _UNDO, _HINT if hints else _THOUGHTS, _BRIEF, HELP, LEAVE)
