"""A therapist's page: for whom, which talks, towards what, until when, and what is stated first."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from textual import on
from textual.widget import Widget

from simulator.coach.aim_text import EXAMPLES
from simulator.homework.assignment import MOST_QUESTIONS, MOST_SCENARIOS, Assignment, body_of
from simulator.homework.attestation import REASONS_TO_WAIT, STATED
from simulator.homework.drafting import DraftError
from simulator.homework.sealing.envelope import Kind
from simulator.homework.templates import Template
from simulator.journal.journal import Journal
from simulator.language import N_, _
from simulator.practice.homework import desk
from simulator.practice.homework.words import INVENTED
from simulator.practice.words import POINT
from simulator.tui.screens.homework.drafted import amiss, as_words, judged, made
from simulator.tui.screens.homework.form import Form, FormScreen, ask, told
from simulator.tui.screens.homework.parts import part, part_of
from simulator.tui.screens.homework.preview import PreviewScreen
from simulator.tui.screens.homework.sealing import Sealed, SealScreen, ToSeal
from simulator.tui.screens.homework.working import now, today
from simulator.tui.screens.listed import read_library
from simulator.tui.screens.page import paragraphs
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.row import Pick, Press, Tick
from simulator.tui.widgets.words import Words

_OWN = "own"
_NONE = "none"
_PLACES = (
    ("client", "client"),
    ("couple", "couple"),
    ("scenarios", "scenario-0"),
    ("aim", "aim"),
    ("due", "due"),
    ("attested", f"stated-{STATED[0].id}"),
)
"""where on the page a key of the draft stands, from top to bottom"""
_COUPLE = N_(
    "The other one gets the other chair, with a file and a passphrase of their own. Neither file "
    "names the other, and no report holds both."
)
_COACHING = (
    ("full", N_("while they talk, meters and what moved them")),
    ("after", N_("the meters; the rest once a talk is over")),
    ("none", N_("nothing before a talk is over")),
)
_SUMMARY = N_(
    "A summary is asked for: how each talk went in numbers, and the ids of the replies. They "
    "decide again about what is ticked here, and about every talk."
)


class _Start(NamedTuple):
    """What the page begins with."""

    aim: str = ""
    rationale: str = ""
    questions: tuple[str, ...] = ("",)
    scenario: str | None = None
    plays: int = 3


class AssignScreen(FormScreen):
    """Filled in from top to bottom; previewed and sealed at its foot."""

    def __init__(self, template: Template | None) -> None:
        super().__init__()
        self._start = _start(template)
        self._heads = tuple(head for head in read_library().heads if head.roles)
        self._parts = 1
        self._questions = len(self._start.questions)

    @property
    def title_words(self) -> str:
        """What is made here."""
        return _("Give homework")

    def places(self) -> Iterable[Widget]:
        """All of it."""
        yield told(_(INVENTED))
        yield from self._whom()
        yield from self._talks()
        yield from self._aim()
        yield from self._around()
        yield from _asked()
        yield from _stated()
        yield Press(_("See it as the client will see it"), id="preview")
        yield Press(_("Seal it"), id="seal")

    def on_mount(self) -> None:
        """Say how the aim is judged."""
        super().on_mount()
        self._judge()

    def _whom(self) -> Iterator[Widget]:
        yield ask(_("Code name; not their name"))
        yield Field(id="client", example=_("for example blue heron"))
        yield ask(_("Code name of the other one, where it is for each of a couple"))
        yield Field(id="couple")
        yield told(_(_COUPLE))

    def _talks(self) -> Iterator[Widget]:
        yield ask(_("Which talks"))
        yield from part(0, self._heads, self._start.scenario, self._start.plays)
        yield Press(_("One more scenario"), id="more")

    def _aim(self) -> Iterator[Widget]:
        values = [(_NONE, _("none")), *((one, one) for one in EXAMPLES), (_OWN, _("as written"))]
        yield Pick(_("Aim:"), values, _OWN if self._start.aim else _NONE, id="aims")
        yield Field(self._start.aim, id="aim", example=_("in words; can be changed"))
        yield Words(classes="told", id="judged")

    def _around(self) -> Iterator[Widget]:
        yield ask(_("Until when, as 2030-01-31; may be left empty"))
        yield Field(id="due")
        days = [(str(count), str(count)) for count in range(15)]
        yield Pick(_("Days to let pass between two talks:"), days, id="spacing")
        yield Pick(_("Shown:"), [(one, _(said)) for one, said in _COACHING], id="coaching")
        yield Tick(
            _("Talks in which replies were taken back count towards the aim"),
            ticked=True,
            id="undo",
        )
        yield ask(_("Why, in your words"))
        yield Field(self._start.rationale, id="rationale")
        yield ask(_("Questions to take with them"))
        for at, question in enumerate(self._start.questions):
            yield Field(question, id=f"question-{at}")
        yield Press(_("One more question"), id="ask")

    @on(Pick.Changed, "#aims")
    def take_aim(self, event: Pick.Changed) -> None:
        """Put the aim that was chosen into the field, where it can be changed."""
        if event.pick.value != _OWN:
            self.field("aim").load_text("" if event.pick.value == _NONE else event.pick.value)

    @on(Field.Changed, "#aim")
    def _judge(self) -> None:
        sentence = self.field("aim").words
        self.query_one("#judged", Words).show(judged(sentence))
        self.query_one("#aims", Pick).take(
            sentence if sentence in EXAMPLES else _OWN if sentence else _NONE
        )

    @on(Press.Pressed)
    async def press(self, event: Press.Pressed) -> None:
        """More of something, a look at it, or on to sealing."""
        match event.press.id:
            case "more":
                await self._more()
            case "ask":
                await self._ask()
            case "preview":
                self._make(self._preview)
            case "seal":
                self._make(self._seal)

    async def _more(self) -> None:
        if self._parts < MOST_SCENARIOS:
            rows = part(self._parts, self._heads, None, 1)
            await self.query_one(Form).mount_all(rows, before="#more")
            self.query_one(f"#scenario-{self._parts}").focus()
            self._parts += 1

    async def _ask(self) -> None:
        if self._questions < MOST_QUESTIONS:
            field = Field(id=f"question-{self._questions}")
            await self.query_one(Form).mount(field, before="#ask")
            field.focus()
            self._questions += 1

    def _make(self, then: Any) -> None:
        draft = self._draft()
        self.job(_("One moment …"), lambda: made(draft, today()), then)

    def refused(self, error: Exception) -> None:
        """What keeps it from being an assignment, a line for each."""
        if isinstance(error, DraftError):
            self.say(amiss(error))
            self.call_after_refresh(self._go_to, [one.path for one in error.problems])
        else:
            super().refused(error)

    def _go_to(self, paths: Sequence[tuple[str | int, ...]]) -> None:
        """To the first place of the page that one of these is about."""
        tops = {str(path[0]) for path in paths if path}
        for top, place in _PLACES:
            if top in tops:
                self.query_one(f"#{place}").focus()
                return

    def _preview(self, assignments: tuple[Assignment, ...]) -> None:
        self.app.push_screen(PreviewScreen(assignments))

    def _seal(self, assignments: tuple[Assignment, ...]) -> None:
        things = [ToSeal(Kind.ASSIGNMENT, body_of(one), one.client) for one in assignments]

        def keep(journal: Journal, sealed: tuple[Sealed, ...]) -> None:
            for one, where in zip(assignments, sealed, strict=True):
                desk.give(journal, one, now())
                if where.keys:
                    desk.sealed_to(journal, one, where.keys, now())

        self.app.push_screen(SealScreen(things, keep), self._sealed)

    def _sealed(self, files: tuple[Path, ...] | None) -> None:
        if files:
            self.dismiss(None)

    def _draft(self) -> dict[str, Any]:
        asked = [one for one in ("transcript", "reflections") if self.ticked(f"share-{one}")]
        questions = (self.field(f"question-{at}").words for at in range(self._questions))
        parts = (part_of(self, at) for at in range(self._parts))
        return {
            "client": self.field("client").words,
            "couple": self.field("couple").words,
            "scenarios": [one for one in parts if one],
            "aim": self.field("aim").words,
            "due": self.field("due").words,
            "spacing": int(self.picked("spacing")) or None,
            "coaching": self.picked("coaching"),
            "undo_counts": self.ticked("undo"),
            "rationale": self.field("rationale").words,
            "questions": [one for one in questions if one],
            "share": ["summary", *asked],
            "attested": all(self.ticked(f"stated-{one.id}") for one in STATED),
        }


def _start(template: Template | None) -> _Start:
    if template is None:
        return _Start()
    questions = tuple(_(one) for one in template.questions)
    return _Start(
        as_words(template.aim), _(template.rationale), questions, template.scenario, template.plays
    )


def _asked() -> Iterator[Widget]:
    yield ask(_("What they are asked to share"))
    yield told(_(_SUMMARY))
    yield Tick(_("Ask for the talks themselves, line by line"), id="share-transcript")
    yield Tick(_("Ask for what they wrote for themselves, and answers"), id="share-reflections")


def _stated() -> Iterator[Widget]:
    """Statement by statement, and beside them what else is a reason to wait."""
    yield ask(_("Before you assign: tick what is so"))
    for one in STATED:
        yield Tick(_(one.text), id=f"stated-{one.id}")
    yield ask(_("Other reasons to wait"))
    yield from paragraphs([POINT + _(one.text) for one in REASONS_TO_WAIT])
    yield told(_("A program cannot see any of it. Where you are not sure, wait, and ask again."))
