"""One client: assignments, and of one assignment all that came back, with one's own notes."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from simulator.homework.assignment import body_of
from simulator.homework.review import Client, Reviewed
from simulator.homework.sealing.envelope import Kind
from simulator.journal.journal import Journal
from simulator.language import _
from simulator.partner.outcomes import Outcome
from simulator.practice.homework import desk
from simulator.practice.homework.days import day_words
from simulator.practice.homework.review_page import client_page
from simulator.practice.outcomes import outcome_words
from simulator.practice.safe import shown
from simulator.tui.screens.homework.beside import BesideScreen
from simulator.tui.screens.homework.noting import NoteScreen, RateScreen, WordsScreen, WriteScreen
from simulator.tui.screens.homework.sealing import Sealed, SealScreen, ToSeal
from simulator.tui.screens.homework.working import now, today
from simulator.tui.screens.page import paragraphs
from simulator.tui.widgets.words import Words, content

_ONE, _ATTEMPT, _HTML, _NOTE, _RATE, _WITHDRAW = (
    "one:",
    "attempt:",
    "html",
    "note",
    "rate",
    "withdraw",
)


class ClientScreen(BesideScreen):
    """All that is kept of one client."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._code = name
        self._client: Client | None = None

    @property
    def where(self) -> str:
        """Whose it is."""
        return shown(self._code)

    def on_screen_resume(self) -> None:
        """Notes and reports may have come."""
        self.ask("", desk.clients, self._show)

    def chosen(self, name: str) -> None:
        """One assignment, or the page for the session."""
        if self._client is None:
            return
        if name == _HTML:
            self.app.push_screen(WriteScreen(self._client))
            return
        one = self._client.assignments[int(name.removeprefix(_ONE))]
        self.app.push_screen(ReviewedScreen(self._code, one.given.assignment.id))

    async def _show(self, clients: tuple[Client, ...]) -> None:
        self._client = next((one for one in clients if one.name == self._code), None)
        if self._client is None:
            self.dismiss(None)
            return
        await self.draw(_page(self._client), self._entries(self._client))

    def _entries(self, client: Client) -> Iterator[tuple[str, Content]]:
        for at, one in enumerate(client.assignments):
            made = day_words(one.given.assignment.made)
            yield f"{_ONE}{at}", content(_("Homework of {day}: talk by talk").format(day=made))
        yield _HTML, content(_("Write it all as one page, for a browser or for paper"))


class ReviewedScreen(BesideScreen):
    """One assignment: attempts to look at, notes, one's own rating."""

    def __init__(self, name: str, id_: str) -> None:
        super().__init__()
        self._code = name
        self._given_id = id_
        self._reviewed: Reviewed | None = None

    @property
    def where(self) -> str:
        """Whose it is."""
        return shown(self._code)

    def on_screen_resume(self) -> None:
        """Notes may have come."""
        self.ask("", lambda journal: desk.clients(journal, [self._given_id]), self._show)

    def chosen(self, name: str) -> None:
        """A talk to look at, or something of one's own to keep."""
        one = self._reviewed
        if one is None:
            return
        given = one.given.assignment
        if name.startswith(_ATTEMPT):
            from simulator.tui.screens.homework.attempt import AttemptScreen  # noqa: PLC0415

            at = int(name.removeprefix(_ATTEMPT))
            self.app.push_screen(AttemptScreen(one, one.attempts[at]))
        elif name == _NOTE:
            self.app.push_screen(NoteScreen(given))
        elif name == _RATE:
            self.app.push_screen(RateScreen(given, one.given.rating))
        elif name == _WITHDRAW:
            self.app.push_screen(WordsScreen(), self._withdraw)

    def _withdraw(self, words: str | None) -> None:
        if words is None or self._reviewed is None:
            return
        given = self._reviewed.given.assignment
        body = body_of(desk.withdrawal(given, words, now()))

        def keep(journal: Journal, sealed: tuple[Sealed, ...]) -> None:  # noqa: ARG001
            desk.take_back(journal, given, words, now())

        self.app.push_screen(SealScreen((ToSeal(Kind.WITHDRAWAL, body, given.client),), keep))

    async def _show(self, clients: tuple[Client, ...]) -> None:
        found = [one for client in clients for one in client.assignments]
        if not found:
            self.dismiss(None)
            return
        self._reviewed = found[0]
        await self.draw(_page(Client(self._code, (found[0],))), tuple(_reviewed_entries(found[0])))


def _page(client: Client) -> Iterator[Widget]:
    page = client_page(client, today())
    yield Words(page.title, classes="heading")
    yield from paragraphs(page.parts)


def _reviewed_entries(one: Reviewed) -> Iterator[tuple[str, Content]]:
    for at, given in enumerate(one.attempts):
        outcome = outcome_words(Outcome(given.facts.outcome), _("the partner"))
        words = _("Look at talk {number}, of {day}").format(number=at + 1, day=day_words(given.day))
        yield (
            f"{_ATTEMPT}{at}",
            Content.assemble(content(words), "  ", content(outcome, "$quiet")),
        )
    yield _NOTE, content(_("Write a note for the session"))
    yield _RATE, content(_("Your own rating, 0 to 4, of how the homework went"))
    if not one.given.withdrawn:
        yield _WITHDRAW, content(_("Withdraw this homework"))
