"""What goes into a report: the client ticks it, writes what is theirs, and reads the whole of it."""

from collections.abc import Iterable, Iterator
from typing import cast

from textual import on
from textual.content import Content
from textual.widget import Widget

from simulator.homework.assignment import Share
from simulator.homework.attempts import Attempt, is_stopped
from simulator.homework.report import Answer
from simulator.homework.verifying import scenario_of
from simulator.language import N_, _, ngettext
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.practice.homework import handing_in
from simulator.practice.homework.client import Homework
from simulator.practice.homework.days import day_words
from simulator.practice.homework.handing_in import Choices
from simulator.practice.homework.words import INVENTED, part_words
from simulator.practice.outcomes import outcome_words
from simulator.practice.safe import shown
from simulator.tui.screens.homework.document import DocumentScreen
from simulator.tui.screens.homework.form import FormScreen, ask, told
from simulator.tui.screens.homework.working import today
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.row import Press, Row, Tick
from simulator.tui.widgets.words import content

_ABOUT = N_("Only what is ticked goes in. You read the whole of it before anything is written.")
_NO_TALKS = N_("No talk came to its end yet. A report can also hold words alone.")
_TRANSCRIPT = N_("Share the talks themselves, line by line")
_REFLECTIONS = N_("Share what I wrote for myself about these talks, and my answers here")
_IDS = N_(
    "Also where the talks are not shared, the ids of your replies are in the report, so that its "
    "numbers can be checked. Whoever has the scenario can put a talk together again from them."
)
_ANSWERS = N_("They go in where you share what you wrote.")


class ReportScreen(FormScreen):
    """The talks as rows to tick, then all else; nothing is written from here."""

    def __init__(self, homework: Homework) -> None:
        super().__init__()
        self._homework = homework
        self._attempts: tuple[Attempt, ...] = ()

    @property
    def title_words(self) -> str:
        """What is made here."""
        return _("A report")

    def places(self) -> Iterable[Widget]:
        """What can be ticked and written once the talks are there."""
        yield told(_(_ABOUT))
        yield told(_(INVENTED))

    def on_mount(self) -> None:
        """Look the talks up."""
        super().on_mount()
        self.ask(
            _("Looking through your talks …"),
            lambda journal: handing_in.attempts(journal, self._homework),
            self._show,
        )

    @on(Press.Pressed, "#read")
    def read(self) -> None:
        """To the document as it would be sealed."""
        report = handing_in.document(self._homework, self._attempts, self._choices(), today())
        self.app.push_screen(DocumentScreen(self._homework, report), self._sealed)

    def _sealed(self, done: bool | None) -> None:  # noqa: FBT001 (what a screen's callback is given)
        if done:
            self.dismiss(None)

    async def _show(self, attempts: tuple[Attempt, ...]) -> None:
        self._attempts = attempts
        await self.query_one("Form").mount_all(self._rows())
        self._before = tuple(self._values())
        self.query(Row).first().focus(scroll_visible=False)

    def _rows(self) -> Iterator[Widget]:
        yield ask(_("Which talks") if self._attempts else _(_NO_TALKS))
        for at, one in enumerate(self._attempts):
            yield Tick(_row(one, self._homework), ticked=not is_stopped(one), id=f"attempt-{at}")
        yield from self._left_out()
        for at, chair in enumerate(self._homework.declined):
            task = self._homework.assignment.task(chair[0], Role(chair[1]))
            part = part_words(task) if task else "/".join(chair)
            words = _("Say that I say no to {part}").format(part=part)
            yield Tick(words, ticked=True, id=f"declined-{at}")
        yield from self._shared()
        yield from self._questions()
        yield ask(_("Anything else you want to say"))
        yield Field(id="words")
        yield Press(_("Read it as it will be sealed"), id="read")

    def _left_out(self) -> Iterator[Widget]:
        finished = sum(play.finished for play in self._homework.plays)
        count = finished - len(self._attempts)
        if count > 0:
            text = ngettext(
                "{count} talk was had with another version of this program, and cannot go in.",
                "{count} talks were had with another version of this program, and cannot go in.",
                count,
            )
            yield told(text.format(count=count))

    def _shared(self) -> Iterator[Widget]:
        asked = self._homework.assignment.share
        yield ask(_("What goes in besides the numbers"))
        if "transcript" in asked:
            yield Tick(_(_TRANSCRIPT), id="transcript")
        if "reflections" in asked:
            yield Tick(_(_REFLECTIONS), id="reflections")
        yield told(_(_IDS))

    def _questions(self) -> Iterator[Widget]:
        """Answers belong to what is shared as reflections; where those are not asked for, the
        questions are for the session."""
        given = self._homework.assignment
        if "reflections" not in given.share:
            return
        for at, question in enumerate(given.questions):
            yield ask(shown(question))
            yield Field(id=f"answer-{at}")
        if given.questions:
            yield told(_(_ANSWERS))

    def _choices(self) -> Choices:
        chosen = [one for at, one in enumerate(self._attempts) if self.ticked(f"attempt-{at}")]
        unsaid = (
            chair
            for at, chair in enumerate(self._homework.declined)
            if not self.ticked(f"declined-{at}")
        )
        return Choices(
            tuple(one.play for one in chosen),
            cast("tuple[Share, ...]", tuple(self._ticked_shares())),
            any(is_stopped(one) for one in chosen),
            tuple(self._answers()),
            self.field("words").words,
            frozenset(unsaid),
        )

    def _ticked_shares(self) -> Iterator[str]:
        return (one for one in ("transcript", "reflections") if self.ticked(one))

    def _answers(self) -> Iterator[Answer]:
        for at, question in enumerate(self._homework.assignment.questions):
            for field in self.query(f"#answer-{at}").results(Field):
                if field.words:
                    yield Answer(question=question, words=field.words)


def _row(one: Attempt, homework: Homework) -> Content:
    """One talk: which, when, and what it came to."""
    task = homework.assignment.task(one.scenario, Role(one.role))
    scenario = scenario_of(task) if task else None
    partner = shown(scenario.person(task.chair.other).name) if scenario and task else ""
    replies = ngettext("{count} reply", "{count} replies", one.facts.turns)
    facts = [
        outcome_words(Outcome(one.facts.outcome), partner),
        replies.format(count=one.facts.turns),
        _("a first try") if one.first_try else _("practice"),
    ]
    if one.undone:
        facts.append(_("{count} taken back").format(count=one.undone))
    if one.facts.aim_met:
        facts.append(_("came to the aim"))
    title = part_words(task) if task else one.scenario
    head = _("{day}: {part}").format(day=day_words(one.day), part=title)
    return Content.assemble(content(head), "\n", content(" · ".join(facts), "$quiet"))
