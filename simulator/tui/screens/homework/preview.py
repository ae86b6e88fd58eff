"""An assignment as its client will see it, with a way to any beat; nothing is kept."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from simulator.homework.assignment import Assignment, Task
from simulator.homework.verifying import scenario_of
from simulator.language import N_, _
from simulator.practice.homework.practising import looked_at
from simulator.practice.homework.words import assignment_page, part_words
from simulator.practice.safe import shown
from simulator.tui.screens.asks import Asks
from simulator.tui.screens.homework.beside import BesideScreen
from simulator.tui.screens.page import paragraphs
from simulator.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from simulator.practice.sitting import Sitting

_OPEN, _SKIP = "open:", "skip:"
_ABOUT = N_("The way there is found for you; nothing of it is kept.")


class PreviewScreen(BesideScreen):
    """One page for each of those it is for."""

    def __init__(self, assignments: Sequence[Assignment]) -> None:
        super().__init__()
        self._parts = [(one, task) for one in assignments for task in one.scenarios]
        self._assignments = tuple(assignments)

    @property
    def where(self) -> str:
        """What is looked at."""
        return _("As the client will see it")

    async def on_mount(self) -> None:
        """Show it."""
        await self.draw(self._body(), self._entries())

    def chosen(self, name: str) -> None:
        """Open a talk, or choose where to begin in it."""
        given, task = self._parts[int(name.partition(":")[2])]
        if name.startswith(_OPEN):
            self._look(given, task, None)
            return
        beats = BeatsScreen(task)

        def chosen(_result: None) -> None:
            if beats.beat:
                self._look(given, task, beats.beat)

        self.app.push_screen(beats, chosen)

    def _look(self, given: Assignment, task: Task, beat: str | None) -> None:
        self.job(_("Opening the talk …"), lambda: looked_at(given, task, beat), self._play)

    def _play(self, sitting: "Sitting") -> None:
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415

        self.app.push_screen(PlayScreen(sitting, brief_first=not sitting.turns))

    def _body(self) -> Iterator[Widget]:
        for one in self._assignments:
            page = assignment_page(one)
            yield Words(page.title, classes="heading")
            yield from paragraphs(page.parts)

    def _entries(self) -> Iterator[tuple[str, Content]]:
        for at, (_given, task) in enumerate(self._parts):
            part = part_words(task)
            yield f"{_OPEN}{at}", content(_("Open {part}").format(part=part))
            yield f"{_SKIP}{at}", content(_("Skip to a beat of {part}").format(part=part))


class BeatsScreen(Asks):
    """The beat to skip to."""

    def __init__(self, task: Task) -> None:
        scenario = scenario_of(task)
        chair = scenario.chair(task.chair) if scenario else None
        answers = [(name, content(shown(name), "bold")) for name in chair.beats] if chair else []
        super().__init__("", content(_(_ABOUT)), _("Where should it begin?"), answers)
        self.beat: str | None = None
        """the one that was chosen"""

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """There."""
        self.beat = event.option_id
        self.dismiss(None)
