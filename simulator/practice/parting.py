"""Two plays of one talk, for every player: how far they are the same, and where they part."""

from itertools import takewhile

from simulator.language import _, ngettext
from simulator.practice.sitting import Sitting


def same_words(turns: int) -> str:
    """How far both plays are the same, before one of them is played on."""
    if not turns:
        return _("Both begin here. The talk you had stays as it is; this one is not kept.")
    words = ngettext(
        "Both are the same for {count} reply, up to here. The talk you had stays as it is; this one "
        "is not kept.",
        "Both are the same for {count} replies, up to here. The talk you had stays as it is; this "
        "one is not kept.",
        turns,
    )
    return words.format(count=turns)


def shared(was: Sitting, now: Sitting) -> int:
    """How many replies from the beginning are the same in both."""
    both = zip(was.turns, now.turns, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0].reply == pair[1].reply, both))
