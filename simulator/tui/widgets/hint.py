"""Quiet lines above the replies: a tutorial's tip, and the hints that were asked for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language import _
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from simulator.coach.hints import Hint

STEPS = 3


class Aside(Words):
    """Takes no room where there is nothing to say; where there is little room, not much."""

    DEFAULT_CSS = """
    Aside { height: auto; padding: 0 1; border-left: thick $rule; color: $quiet; display: none; }
    Aside.-shown { display: block; }
    """

    def tell(self, tip: str | None, hints: Sequence["Hint"], *, brief: bool = False) -> None:
        """Show these; where there is little room, of the hints the last alone."""
        told = [*_tip(tip), *map(_hint, hints[-1:] if brief else hints)]
        if told or self.has_class("-shown"):
            self.show(Content("\n").join(told))
            self.set_class(bool(told), "-shown")


def _tip(tip: str | None) -> Iterator[Content]:
    if tip:
        yield content(_("Tip") + "  ", "bold $quiet") + content(tip, "$quiet")


def hint_paragraphs(hints: Sequence["Hint"]) -> Iterator[Hanging]:
    """The same as paragraphs of the talk, where there is no room for them beside it."""
    bar = content("█ ", "$rule")
    for hint in hints:
        yield Hanging(_hint(hint), bar, bar)


def _hint(hint: "Hint") -> Content:
    lead = _("Hint {step} of {steps}").format(step=hint.step, steps=STEPS)
    return content(f"{lead}  ", "bold $quiet") + content(hint.text, "$quiet")
