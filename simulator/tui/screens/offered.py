"""Talks that were broken off, as home offers them."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language import N_, _
from simulator.tui.widgets.words import content

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.resuming import Unfinished
    from simulator.practice.settings import Settings

Clock = Callable[[], float]
"""seconds, from any start"""
DEAF_SECONDS = 0.5
"""how long talks that were put on top of the list ignore keys, which may have been meant for what
stood there before"""
MOST = 2
"""unfinished talks that are offered, so that the library stays in sight"""
_PLAY = "play:"
_UNFINISHED = N_(
    "You left this talk before its end. It goes on at the line where it stopped, and all that was "
    "said so far is shown."
)
_NEED_NOT = N_("It need not be finished: `simulator erase --play {id}` removes it.")


class Offered:
    """The talks that can go on: which are offered, and since when."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.unfinished: tuple[Unfinished, ...] = ()
        self.trouble: tuple[str, ...] = ()
        """what keeps talks from being kept, in words"""
        self._clock = clock
        self._since = clock() - DEAF_SECONDS
        self._by_id: dict[str, Unfinished] = {}

    def __contains__(self, id_: str) -> bool:
        return id_ in self._by_id

    @property
    def deaf(self) -> bool:
        """Whether a key may still have been meant for what stood in their place before."""
        return self._clock() - self._since < DEAF_SECONDS

    def play(self, id_: str) -> str:
        """The id of the play that an entry offers."""
        return self._by_id[id_].id

    def entries(self, prefs: "Settings") -> list[tuple[str, Content]]:
        """What is offered; a talk about physical closeness only where such things are shown.

        Where somebody chose to be discreet, the latest alone, and nothing about it.
        """
        seen = [one for one in self.unfinished if prefs.show_intimacy or not one.is_intimate]
        most = 1 if prefs.discreet else MOST
        offered = {f"{_PLAY}{one.id}": one for one in seen[:most]}
        if offered.keys() - self._by_id.keys():
            self._since = self._clock()
        self._by_id = offered
        if prefs.discreet:
            return [(id_, content(_("A talk can be gone on with"), "bold")) for id_ in offered]
        return [(id_, _offer(one)) for id_, one in offered.items()]

    def about(self, id_: str) -> Content:
        """What going on with it means."""
        need_not = _(_NEED_NOT).format(id=self._by_id[id_].id[:8])
        return Content.assemble(content(_(_UNFINISHED)), "\n", content(need_not, "$quiet"))


def look(keeping: "Keeping") -> "tuple[tuple[Unfinished, ...], tuple[str, ...]]":
    """The talks that can go on, and what keeps talks from being kept, in words."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415
    from simulator.practice.keeping import told  # noqa: PLC0415
    from simulator.tui import opening  # noqa: PLC0415

    try:
        return opening.unfinished(keeping), ()
    except JournalError as error:
        text = _("Talks cannot be kept now. {why}")
        return (), (text.format(why=told(error)),)


def _offer(one: "Unfinished") -> Content:
    return Content.assemble(
        content(_("Go on: "), "bold $secondary"),
        content(one.title, "bold"),
        "\n",
        content(" · ".join(one.facts), "$quiet"),
    )
