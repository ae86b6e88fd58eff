"""First tries drawn as they came: ups and downs, which is what practice looks like."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from simulator.coach.progress import FirstTry
from simulator.language import N_, _
from simulator.tui.widgets.words import content

_BARS = "▁▂▃▄▅▆▇█"
_NONE, _STAYED = "·", "○"
_ABOUT = N_(
    "A column for each first try, the latest on the right. Above, how many turns it took until it "
    "was as before: {none} it did not get harder, {stayed} it stayed so. Below, the guesses that "
    "matched: {none} none was made."
)


def dips(firsts: Sequence[FirstTry]) -> Content:
    """Two rows of columns and what they mean; the same stands in words beside them."""
    about = _(_ABOUT).format(none=_NONE, stayed=_STAYED)
    return Content.assemble(
        *_row(_("Way back"), map(_way_back, firsts)),
        *_row(_("Guesses"), map(_guesses, firsts)),
        content(about, "$quiet"),
    )


def _row(label: str, columns: Iterable[str]) -> tuple[Content, Content]:
    return content(f"{label:<10}", "$quiet"), content(" ".join(columns) + "\n", "$primary")


def _way_back(one: FirstTry) -> str:
    if not one.ruptures:
        return _NONE
    if any(rupture.back is None for rupture in one.ruptures):
        return _STAYED
    return _BARS[min(one.back or 1, len(_BARS)) - 1]


def _guesses(one: FirstTry) -> str:
    made, matched = one.guesses
    if not made:
        return _NONE
    return _BARS[(len(_BARS) - 1) * matched // made]
