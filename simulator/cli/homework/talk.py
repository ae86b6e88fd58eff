"""One talk on this terminal: the whole screen, plain text, or a script's replies."""

import io
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TextIO

from simulator.cli.errors import Misuse
from simulator.cli.play import give, only_plain

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.sitting import Sitting

    Make = Callable[[Keeping | None], Sitting]


class How(NamedTuple):
    """How a talk is shown, and by what it is played."""

    plain: bool = False
    replies: tuple[str, ...] | None = None
    """of a script; `None` where somebody or something types"""
    guess: bool = False
    as_json: bool = False
    note: str | None = None
    """what there is to be said first"""
    resumed: bool = False
    """whether the talk so far is told before it goes on"""

    @property
    def on_screen(self) -> bool:
        """Whether the whole screen is wanted."""
        return not (self.plain or self.as_json or self.replies is not None)


def check(how: How) -> None:
    """Raises `Misuse` where the options do not go together, or there is no screen."""
    if how.guess and how.replies is not None:
        raise Misuse("--guess: with --choose nobody is there to answer", "Leave one of them out.")
    if not how.on_screen:
        return
    if how.guess:
        raise only_plain()
    from simulator.cli.screen import has_screen  # noqa: PLC0415

    if not has_screen():
        raise Misuse(
            "the full screen needs a terminal that can be drawn on",
            "Add --plain to play line by line.",
        )


def on_screen(make: "Make") -> int:
    """Play on the whole screen; the exit status."""
    from simulator.cli.screen import open_given  # noqa: PLC0415

    return open_given(make)


def by_hand(sitting: "Sitting", how: How, keeping: "Keeping | None") -> bool:
    """Play with what is typed; whether the player left at once."""
    from simulator.plain.run import Around  # noqa: PLC0415
    from simulator.plain.run import by_hand as play  # noqa: PLC0415

    around = Around(
        terms=not how.as_json and keeping is not None,
        keeping=keeping,
        resumed=how.resumed,
        note=how.note,
        guess=how.guess,
    )
    return play(sitting, sys.stdin, _page(how), around)


def by_script(sitting: "Sitting", how: How, keeping: "Keeping") -> None:
    """Give a script's replies, once it is sure that all of them can be given."""
    from simulator.practice.sitting import Sitting  # noqa: PLC0415

    replies = how.replies or ()
    give(Sitting(sitting.scenario, sitting.setup), replies, shown=False)
    try:
        give(sitting, replies, shown=not how.as_json)
        sitting.leave()
    finally:
        keeping.close()


def _page(how: How) -> TextIO:
    return (sys.stderr if how.as_json else sys.stdout) or io.StringIO()
