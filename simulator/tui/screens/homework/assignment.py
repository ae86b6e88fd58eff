"""One homework as its client has it: all that is asked, and what can be done about it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from simulator.homework.assignment import Task
from simulator.homework.standing import Stage
from simulator.homework.verifying import scenario_of
from simulator.language import N_, _, ngettext
from simulator.practice.homework import client
from simulator.practice.homework.client import Homework
from simulator.practice.homework.days import day_words
from simulator.practice.homework.practising import begin_under
from simulator.practice.homework.words import (
    assignment_page,
    part_words,
    share_line,
    standing_line,
)
from simulator.practice.resuming import so_far
from simulator.practice.safe import shown
from simulator.practice.words import POINT
from simulator.scenario.notes import is_intimate
from simulator.tui import opening
from simulator.tui.host import host
from simulator.tui.over import PlayOver
from simulator.tui.screens import resume
from simulator.tui.screens.homework.beside import BesideScreen
from simulator.tui.screens.homework.sure import SureScreen
from simulator.tui.screens.homework.working import today
from simulator.tui.screens.page import paragraphs
from simulator.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.practice.sitting import Sitting

_PRACTISE, _GO_ON, _DECLINE, _REPORT = "practise:", "go-on", "decline", "report"
_WEEK = 7
_NEXT_FROM = (
    N_("The next one from Monday on."),
    N_("The next one from Tuesday on."),
    N_("The next one from Wednesday on."),
    N_("The next one from Thursday on."),
    N_("The next one from Friday on."),
    N_("The next one from Saturday on."),
    N_("The next one from Sunday on."),
)
_ENDED = N_("It is no longer asked for. What you practised stays yours, and is kept.")
_OTHER_RULE = N_(
    "It was made with another version of this program, in which a partner takes things a little "
    "differently. You can practise all the same; tell the one who gave it to you."
)
_INTIMATE = N_(
    "“{title}” is about physical closeness. You need not play it; you can also say no to this part."
)


class AssignmentScreen(BesideScreen):
    """Looked up anew whenever one comes back to it."""

    def __init__(self, id_: str) -> None:
        super().__init__()
        self._given_id = id_
        self._homework: Homework | None = None

    @property
    def where(self) -> str:
        """Where one is."""
        return _("Homework")

    def on_screen_resume(self) -> None:
        """Something may have been practised, declined or handed in."""
        self.ask("", lambda journal: client.one(journal, self._given_id, today()), self._show)

    def chosen(self, name: str) -> None:
        """Do it."""
        homework = self._homework
        if homework is None:
            return
        if name.startswith(_PRACTISE):
            self._practise(homework.assignment.scenarios[int(name.removeprefix(_PRACTISE))])
        elif name == _GO_ON:
            self.run_worker(self._go_on(homework), exclusive=True)
        elif name == _DECLINE:
            from simulator.tui.screens.homework.declining import DeclineScreen  # noqa: PLC0415

            self.app.push_screen(DeclineScreen(homework))
        elif name == _REPORT:
            from simulator.tui.screens.homework.reporting import ReportScreen  # noqa: PLC0415

            self.app.push_screen(ReportScreen(homework))

    async def _show(self, homework: Homework) -> None:
        self._homework = homework
        await self.draw(_body(homework), _entries(homework))

    def _practise(self, task: Task) -> None:
        scenario = scenario_of(task)
        asks = scenario is not None and is_intimate(scenario.content_notes)
        if not asks or host(self).prefs.show_intimacy:
            self._begin(task)
            return
        words = _(_INTIMATE).format(title=shown(scenario.title) if scenario else "")
        sure = SureScreen(_("Play this scene?"), words, _("Not now"), _("Play it"))
        self.app.push_screen(sure, lambda yes: self._begin(task) if yes else None)

    def _begin(self, task: Task) -> None:
        homework, keeping = self._homework, host(self).keeping
        if homework is not None:
            self.job(
                _("Opening the talk …"),
                lambda: begin_under(homework.assignment, task, keeping),
                self._play,
            )

    def _play(self, sitting: "Sitting") -> None:
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415

        def over(result: PlayOver | None) -> None:
            self._over(sitting, result)

        self.app.push_screen(PlayScreen(sitting), over)

    def _over(self, sitting: "Sitting", result: PlayOver | None) -> None:
        """Back to the homework, unless another talk is wanted at once."""
        match result.next if result else "home":
            case "again":
                self._play(opening.again(sitting, result.temperament if result else None))
            case "other_chair":
                self._other_chair(sitting)

    def _other_chair(self, sitting: "Sitting") -> None:
        """Under the homework where it asks for that chair, else as a talk of one's own."""
        given = self._homework.assignment if self._homework else None
        mine = next((t for t in given.scenarios if _plays(t, sitting)), None) if given else None
        if given is None or mine is None:
            return
        task = given.task(mine.scenario, sitting.partner_role)
        if task is not None:
            self._begin(task)
            return
        from simulator.practice.keeping import Keep  # noqa: PLC0415
        from simulator.practice.sitting import begin  # noqa: PLC0415

        keeping = host(self).keeping
        keep = Keep(keeping, mine.scenario, mine.text) if keeping else None
        self._play(begin(sitting.scenario, sitting.partner_role, keep=keep))

    async def _go_on(self, homework: Homework) -> None:
        play = _broken_off(homework)
        if play is None:
            return
        taken = await resume.taken_up(self, play.id)
        if isinstance(taken, str):
            self.say(taken)
        else:
            resume.go_on(self, taken)


def _plays(task: Task, sitting: "Sitting") -> bool:
    return task.chair is sitting.role and scenario_of(task) == sitting.scenario


def _body(homework: Homework) -> Iterator[Widget]:
    page = assignment_page(homework.assignment)
    yield Words(page.title, classes="heading")
    yield from paragraphs(tuple(_standing(homework)))
    yield from paragraphs(page.parts)


def _standing(homework: Homework) -> Iterator[str]:
    """How far it is, before all that is asked."""
    standing = homework.standing
    if standing.stage is Stage.WITHDRAWN:
        yield _(_ENDED)
        if homework.farewell:
            yield shown(homework.farewell)
        return
    so_far_words = standing_line(homework)
    yield f"{so_far_words[:1].upper()}{so_far_words[1:]}."
    yield from (POINT + share_line(share) for share in standing.shares)
    going_on = standing.stage is not Stage.DONE and standing.next_task
    if going_on and standing.next_from and standing.next_from > today():
        yield next_from_words(standing.next_from)
    if not client.can_count(homework):
        yield _(_OTHER_RULE)


def next_from_words(day: date) -> str:
    """From when on the next talk keeps the spacing that was asked for; nothing is locked."""
    if (day - today()).days < _WEEK:
        return _(_NEXT_FROM[day.weekday()])
    return _("The next one from {day} on.").format(day=day_words(day))


def _entries(homework: Homework) -> Iterable[tuple[str, Content]]:
    standing = homework.standing
    asked = standing.stage is not Stage.WITHDRAWN
    play = _broken_off(homework)
    if asked and play is not None:
        far = so_far(len(play.turns))
        yield _GO_ON, content(_("Go on with the talk you left: {far}").format(far=far))
    for at, share in enumerate(standing.shares):
        if asked and not share.declined:
            yield f"{_PRACTISE}{at}", _practise_entry(share.task, share.left)
    if asked and not all(share.declined for share in standing.shares):
        yield _DECLINE, content(_("Say no to a part of it"))
    yield _REPORT, content(_("Make a report, or look at what would be in it"))


def _practise_entry(task: Task, left: int) -> Content:
    if left:
        talks = ngettext("{count} talk left", "{count} talks left", left).format(count=left)
    else:
        talks = _("had as often as asked")
    words = _("Practise {part}").format(part=part_words(task))
    return Content.assemble(content(words), "  ", content(talks, "$quiet"))


def _broken_off(homework: Homework) -> "Play | None":
    """The latest talk under it that can go on."""
    return next((play for play in reversed(homework.plays) if play.unfinished), None)
