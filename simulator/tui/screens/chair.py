"""Which of the two one is, and how the other one takes things, where that can be chosen."""

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList
from textual.worker import Worker

from simulator.language import _
from simulator.partner.moves import Role
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice import words
from simulator.tui import opening
from simulator.tui.host import host
from simulator.tui.opening import Wanted
from simulator.tui.screens.asks import Asks
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.words import content

if TYPE_CHECKING:
    from simulator.practice.opening import Opened
    from simulator.scenario.head import Head
    from simulator.scenario.model import Scenario
    from simulator.tui.opening import Keep


class ChairScreen(Asks):
    """Which of the two one is; the file is read and checked meanwhile."""

    def __init__(self, head: "Head", chair: Role | None = None) -> None:
        """`chair`: the one that is marked at first."""
        facts = words.facts(head.relationship, head.minutes, head.level, head.content_notes)
        about = Content.assemble(
            content(head.title, "bold"),
            "\n",
            content(head.summary),
            "\n",
            content(" · ".join(facts), "$quiet"),
        )
        names = dict(head.names)
        answers = [(role, _chair(role, names)) for role in head.roles]
        super().__init__("", about, _("Who are you in this talk?"), answers)
        self._head = head
        self._chair = chair
        self._reading: Worker[Opened] | None = None

    def on_mount(self) -> None:
        """Begin to read the file."""
        self._reading = self._read()
        if self._chair is not None:
            self.query_one(Choices).go_to(self._chair.value)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Go on as this one, once the file is read."""
        self._go_on(str(event.option_id))

    @work
    async def _read(self) -> "Opened":
        return await asyncio.to_thread(opening.read, self._head.path)

    @work(exclusive=True, group="going on")
    async def _go_on(self, role: str) -> None:
        if self._reading is None:
            return
        opened = await self._reading.wait()
        if opened.scenario is None:
            opening.show_faults(self.app, opened)
            return
        wanted = Wanted(self._head.path, role)
        kept = opening.keep(host(self).keeping, self._head.path, opened)
        known = opening.temperaments(opened.scenario, role)
        if len(known) > 1:
            name = dict(self._head.names)[Role(role).other]
            self.app.push_screen(TemperScreen(opened.scenario, wanted, known, name, kept))
        else:
            host(self).open_play(opening.start(opened.scenario, wanted, kept))


class TemperScreen(Asks):
    """How the partner of this talk takes things."""

    def __init__(
        self,
        scenario: "Scenario",
        wanted: Wanted,
        known: tuple[str, ...],
        name: str,
        kept: "Keep | None",
    ) -> None:
        about = content(
            _(
                "{name} can be played as written, or as somebody who takes things otherwise. What "
                "is said stays the same; how much it weighs changes."
            ).format(name=name)
        )
        answers = [(one, _temper(one, as_written=one == known[0])) for one in known]
        ask = _("How does {name} take things?").format(name=name)
        super().__init__(scenario.title, about, ask, answers)
        self._scenario = scenario
        self._wanted = wanted
        self._kept = kept

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Begin with this partner."""
        wanted = self._wanted._replace(temperament=str(event.option_id))
        host(self).open_play(opening.start(self._scenario, wanted, self._kept))


def _chair(role: str, names: dict[str, str]) -> Content:
    other = Role(role).other
    you, they = _("You are {name}, {doing}"), _("{name} {does}.")
    return Content.assemble(
        content(you.format(name=names[role], doing=words.REACHES[role]), "bold"),
        "\n",
        content(they.format(name=names[other], does=words.DOES[other]), "$quiet"),
    )


def _temper(name: str, *, as_written: bool) -> Content:
    plain = _(TEMPERAMENTS[name].name)
    return Content.assemble(
        content(f"{plain[:1].upper()}{plain[1:]}", "bold"),
        content("  " + _("as written"), "$secondary") if as_written else "",
        "\n",
        content(words.TEMPERS[name], "$quiet"),
    )
