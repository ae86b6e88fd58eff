"""What an assignment begins from: a template, or nothing."""

from textual import on
from textual.content import Content
from textual.widgets import OptionList

from simulator.coach.aims import aim_of, aim_words
from simulator.homework.templates import TEMPLATES, Template
from simulator.language import N_, _
from simulator.tui.screens.asks import Asks
from simulator.tui.widgets.words import content

_NOTHING = "nothing"
_ABOUT = N_(
    "One skill each, small enough for a week. Everything in it can be changed before it is sealed."
)


class TemplatesScreen(Asks):
    """Chosen once; the page to fill in takes its place."""

    def __init__(self) -> None:
        answers = [(one.id, _entry(one)) for one in TEMPLATES]
        answers.append((_NOTHING, content(_("From nothing"), "bold")))
        super().__init__(
            _("Homework"), content(_(_ABOUT)), _("What would you like to begin from?"), answers
        )

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """To the page to fill in."""
        from simulator.tui.screens.homework.assigning import AssignScreen  # noqa: PLC0415

        chosen = next((one for one in TEMPLATES if one.id == event.option_id), None)
        self.app.switch_screen(AssignScreen(chosen))


def _entry(one: Template) -> Content:
    return Content.assemble(
        content(_(one.title), "bold"), "\n", content(aim_words(aim_of(one.aim)), "$quiet")
    )
