"""Hints as the plain player gives them: one step more each time they are asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.language import _
from simulator.practice.sitting import Sitting

if TYPE_CHECKING:
    from simulator.coach.hints import Hint

STEPS = 3
PATIENCE = 30.0
"""seconds a script waits for what is worked out; somebody at a keyboard asks once more instead"""


class Hints:
    """The hints of one reply."""

    def __init__(self, sitting: Sitting, *, patient: bool) -> None:
        self._sitting = sitting
        self._patient = patient
        self._given = 0

    def forget(self) -> None:
        """They were for one reply."""
        self._given = 0

    def more(self) -> Iterator[str]:
        """The next step; after the last, that one as it stands now."""
        hint = self._hint()
        lead = _("Hint {step} of {steps}: {text}")
        yield lead.format(step=hint.step, steps=STEPS, text=hint.text)
        if hint.page:
            yield _("A page about this: simulator learn {page}").format(page=hint.page)

    def _hint(self) -> "Hint":
        if self._given < STEPS:
            self._given += 1
            asked = self._sitting.hint(self._given)
            if self._given < STEPS or not self._patient:
                return asked
            self._sitting.outlooks.wait(PATIENCE)
        from simulator.practice.hinting import hint  # noqa: PLC0415 - on demand

        return hint(self._sitting, STEPS)
