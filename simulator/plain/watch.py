"""The loop beside an author's editor: what is typed and what is saved in, the preview out."""

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import NamedTuple, TextIO

from simulator.dialogue.setup import SetupError
from simulator.plain import preview
from simulator.plain.commands import Key, Typed, understood
from simulator.plain.events import Ask, Event, Found, Saved
from simulator.plain.paper import Paper
from simulator.plain.whole_page import write_page
from simulator.practice.watching import Watched
from simulator.practice.words import POINT, Page

Writer = Callable[[Paper], None]
"""writes a part of a page"""


class View(NamedTuple):
    """Where pages go."""

    stream: TextIO
    clear: Callable[[], None]
    """empties the screen before a page; does nothing where pages stand one under the other"""
    rows: Callable[[], int] | None = None
    """lines of the screen, where it is emptied"""
    interactive: bool = False
    """whether somebody types here, and so wants to be prompted"""


class Desk:
    """One file being written, and its preview."""

    def __init__(
        self, watched: Watched, view: View, safety: Page, ask: Ask = lambda _: None
    ) -> None:
        """`ask` wants each text that can be played to be checked more deeply."""
        self._watched = watched
        self._view = view
        self._safety = safety
        self._ask = ask
        self._paper = Paper(view.stream)
        self._thoughts = True

    def run(self, events: Iterable[Event]) -> bool:
        """Show the file, then serve every event until it is left; whether to be gone at once."""
        self._show_read()
        for event in events:
            match event:
                case Saved():
                    if self._watched.read():
                        self._unasked(self._show_read)
                case Found():
                    self._take(event)
                case _ if understood(event).key in {Key.QUIT, Key.VANISH}:
                    return understood(event).key is Key.VANISH
                case _:
                    self._serve(event)
        return False

    def _unasked(self, show: Callable[[], None]) -> None:
        """Show what nobody typed for, on a line of its own."""
        if self._view.interactive:
            self._paper.blank()
        show()

    def _serve(self, line: str) -> None:
        match line.strip().lower():
            case "":
                self._show_talk()
            case "r":
                self._watched.restart()
                self._show_talk()
            case "role":
                self._change_chair()
            case "d":
                self._put(self._page(self._problems))
            case _:
                self._do(understood(line), line)

    def _do(self, typed: Typed, line: str) -> None:
        sitting = self._watched.rehearsal
        match typed.key:
            case Key.HELP:
                self._add(partial(write_page, page=_keys()))
            case Key.SAFETY:
                self._add(partial(write_page, page=self._safety))
            case Key.THOUGHTS:
                self._thoughts = not self._thoughts
                self._show_talk()
            case _ if sitting is None:
                self._say(preview.standing(self._watched))
            case Key.POINTS:
                self._say(preview.state_lines(sitting))
            case Key.BRIEF:
                self._say([sitting.brief])
            case Key.UNDO:
                self._undo(typed.number or 1)
            case None if typed.number is not None:
                self._choose(typed.number)
            case _:
                self._say([f"“{line.strip()[:40]}” is no key here; ? lists them."])

    def _choose(self, number: int) -> None:
        offered = self._watched.rehearsal.offered if self._watched.rehearsal else ()
        if not 1 <= number <= len(offered):
            self._say([f"There is no reply {number} here. {self._what_can_be(len(offered))}"])
            return
        self._watched.choose(offered[number - 1].id)
        self._show_talk()

    def _undo(self, count: int) -> None:
        if self._watched.undo(count):
            self._show_talk()
        else:
            self._say(["Nothing was taken back: no reply was given yet."])

    def _change_chair(self) -> None:
        try:
            self._watched.change_chair()
        except SetupError as error:
            self._say([f"Your chair stays the same: {error}."])
            return
        self._show_talk()

    # --- what is shown

    def _show_read(self) -> None:
        """What the last read has to say, on top, and the preview as far as there is room."""
        if self._watched.opened.scenario is not None:
            self._ask(self._watched.loaded)
        whole, rows = self._page(self._read, self._talk, self._standing), self._rows()
        if self._watched.behind and rows is not None and whole.count("\n") >= rows:
            whole = self._page(self._read, self._standing)
        self._put(whole)

    def _show_talk(self) -> None:
        self._put(self._page(self._talk, self._standing))

    def _take(self, found: Found) -> None:
        """Show what a deeper check found; nothing where the text has changed since."""
        if found.loaded is not self._watched.loaded:
            return
        self._watched.deeper = found.diagnostics
        if found.trouble:
            self._unasked(partial(self._say, [found.trouble]))
        elif found.diagnostics:
            shown, text = found.diagnostics, found.loaded.text
            write = partial(preview.write_found, found=shown, text=text, most=preview.MOST_SHOWN)
            self._unasked(partial(self._add, write))

    def _say(self, paragraphs: Iterable[str]) -> None:
        said = tuple(paragraphs)
        self._add(lambda paper: paper.notes(said))

    def _page(self, *writers: Writer) -> str:
        text = io.StringIO()
        paper = Paper(text, self._paper.width)
        for write in writers:
            write(paper)
        return text.getvalue()

    def _put(self, page: str) -> None:
        """A page in place of what is there."""
        self._view.clear()
        self._paper.prompt(page)
        self._prompt()

    def _add(self, write: Writer) -> None:
        """Something beneath what is there."""
        self._paper.prompt(self._page(write))
        self._prompt()

    def _read(self, paper: Paper) -> None:
        now, most = datetime.now().astimezone(), preview.most_shown(self._rows())
        preview.write_read(paper, self._watched, now, most=most)

    def _rows(self) -> int | None:
        return self._view.rows() if self._view.rows else None

    def _standing(self, paper: Paper) -> None:
        paper.notes(tuple(preview.standing(self._watched)))

    def _talk(self, paper: Paper) -> None:
        if self._watched.rehearsal is not None:
            preview.write_talk(paper, self._watched.rehearsal, thoughts=self._thoughts)

    def _problems(self, paper: Paper) -> None:
        found = self._watched.diagnostics
        preview.write_found(paper, found, self._watched.opened.text, most=None)
        if not found:
            paper.notes(("The file has no problems.",))

    def _prompt(self) -> None:
        self._paper.write(preview.status(self._watched))
        sitting = self._watched.rehearsal
        offered = 0 if sitting is None else len(sitting.offered)
        if self._view.interactive:
            self._paper.prompt(f"{self._what_can_be(offered)[:-1]}: ")
        else:
            self._paper.blank()

    def _what_can_be(self, offered: int) -> str:
        number = {0: "", 1: "1 to reply, "}.get(offered, f"1 to {offered} to reply, ")
        return f"{number}u undo, r restart, role, p state, ? every key, q leave."


def _keys() -> Page:
    keys = (f"{POINT}{key}: {does}." for key, does in preview.KEYS)
    return Page(
        "Keys", ("Type a key, then Enter. Saving the file plays your replies again.", *keys)
    )
