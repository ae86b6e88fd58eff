"""Homework by how far it is, what can be opened, and the way to what therapists do."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from simulator.homework.standing import Stage
from simulator.language import N_, _, ngettext
from simulator.practice.homework import client
from simulator.practice.homework.client import Homework
from simulator.practice.homework.words import INVENTED, aim_line, part_words, standing_line
from simulator.practice.places import may_hold_talks
from simulator.practice.safe import shown
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.screens.homework.working import Working, today
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, CHOOSE, HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

_OPEN, _ASSIGN, _REVIEW = "open", "assign", "review"
_ORDER = (Stage.DOING, Stage.DUE, Stage.DONE, Stage.WITHDRAWN)
_DOES = (
    (_OPEN, N_("Open a file you were given"), N_("The passphrase is the one you agreed on.")),
    (
        _ASSIGN,
        N_("For therapists: give homework"),
        N_("From a template or from nothing, sealed into a file for one person or each of two."),
    ),
    (
        _REVIEW,
        N_("For therapists: what came back"),
        N_("Reports, client by client, and your notes for the session."),
    ),
)
_NONE = N_(
    "Nothing was given to you here. Where somebody gave you a file that ends in .homework, open "
    "it; practising does not need one."
)


class HomeworkScreen(Working):
    """What there is to do, in no colour of warning: none of it can be late."""

    DEFAULT_CSS = """
    HomeworkScreen .details {
        height: auto; max-height: 6; padding: 0 2; border-top: solid $rule;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
        bind("homework.open", "open_file"),
        bind("homework.assign", "assign"),
        bind("homework.review", "review"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._homework: dict[str, Homework] = {}
        self._looked = False

    def compose(self) -> ComposeResult:
        """The list, and what is asked of the one where one is."""
        yield TopBar()
        yield Words(_("Homework"), classes="heading intro")
        yield Choices()
        yield Words(classes="details")
        yield self.notice()
        yield KeyBar(
            CHOOSE,
            Key("o", N_("open"), "screen.open_file"),
            BACK,
            HELP,
            SAFETY,
            LEAVE,
        )

    def on_screen_resume(self) -> None:
        """Something may have been practised or opened meanwhile."""
        if not self._looked:
            self._fill()
        if host(self).keeping is not None and may_hold_talks():
            self.ask("", lambda journal: client.every(journal, today()), self._show)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Open it."""
        name = str(event.option_id)
        match name:
            case "open":
                self.action_open_file()
            case "assign":
                self.action_assign()
            case "review":
                self.action_review()
            case _:
                self._open(name)

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Say more of it."""
        homework = self._homework.get(str(event.option_id))
        discreet = host(self).prefs.discreet
        self.query_one(".details", Words).show(
            _about(homework) if homework and not discreet else content(self._hint(), "$quiet")
        )

    def action_open_file(self) -> None:
        """Open a file."""
        from simulator.tui.screens.homework.taking_in import TakeInScreen  # noqa: PLC0415

        self.app.push_screen(TakeInScreen(), self._opened)

    def action_assign(self) -> None:
        """Give homework."""
        from simulator.tui.screens.homework.templates import TemplatesScreen  # noqa: PLC0415

        self.app.push_screen(TemplatesScreen())

    def action_review(self) -> None:
        """What came back."""
        from simulator.tui.screens.homework.clients import ClientsScreen  # noqa: PLC0415

        self.app.push_screen(ClientsScreen())

    def action_back(self) -> None:
        """Home."""
        self.dismiss(None)

    def _opened(self, id_: str | None) -> None:
        if id_ is not None:
            self._open(id_)

    def _open(self, id_: str) -> None:
        from simulator.tui.screens.homework.assignment import AssignmentScreen  # noqa: PLC0415

        self.app.push_screen(AssignmentScreen(id_))

    def _show(self, found: Sequence[Homework]) -> None:
        self._looked = True
        ordered = sorted(found, key=lambda one: _ORDER.index(one.standing.stage))
        self._homework = {one.id: one for one in ordered}
        self._fill()

    def _hint(self) -> str:
        return _(INVENTED) if self._homework else _(_NONE)

    def _fill(self) -> None:
        discreet = host(self).prefs.discreet
        choices = self.query_one(Choices)
        untouched = not choices.highlighted
        choices.fill([*_given(list(self._homework.values()), discreet=discreet), *_doing()])
        if untouched:
            choices.go_to(None)


def _given(homework: Sequence[Homework], *, discreet: bool) -> Iterator[tuple[str, Content]]:
    for number, one in enumerate(homework, 1):
        title = _("Homework {number}").format(number=number) if discreet else _parts(one)
        yield (
            one.id,
            Content.assemble(
                content(title, "bold"),
                "\n",
                content(f"{standing_line(one)} · {_had(one)}", "$quiet"),
            ),
        )


def _parts(one: Homework) -> str:
    return " · ".join(part_words(task) for task in one.assignment.scenarios)


def _had(one: Homework) -> str:
    had = sum(min(share.finished, share.task.plays) for share in one.standing.shares)
    count = one.assignment.plays
    return ngettext("{had} of {count} talk", "{had} of {count} talks", count).format(
        had=had, count=count
    )


def _about(one: Homework) -> Content:
    """What it is for, and why."""
    given = one.assignment
    aim = aim_line(given.aim)
    towards = _("Towards: {aim}.").format(aim=aim.rstrip(".")) if aim else ""
    why = " ".join(shown(given.rationale).split())
    return Content("\n").join(content(part) for part in (towards, why) if part)


def _doing() -> Iterator[tuple[str, Content]]:
    for id_, title, about in _DOES:
        yield id_, Content.assemble(content(_(title), "bold"), "\n", content(_(about), "$quiet"))
