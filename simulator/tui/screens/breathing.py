"""Ninety seconds of breathing: words, and a slow shape where motion is wanted. Any key ends it."""

import time
from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key, Resize
from textual.screen import Screen

from simulator.language import N_, _
from simulator.practice.breath import BREATHED, ROUNDS, breath_at, breath_words
from simulator.tui.host import host
from simulator.tui.widgets.words import Words, content

FRAME = 0.2
WORDS_ONLY = 1.0
ROWS, CELLS = 9, 36
"""the shape at its largest"""
LEAST_FOR_SHAPE = 20
"""lines of the screen from which on there is room for it"""

_HOW = N_("Through the nose if that is easy. Let the shoulders drop. Any key ends it.")


class BreathingScreen(Screen[None]):
    """In for four, out for six, nine times."""

    DEFAULT_CSS = """
    BreathingScreen {
        align: center middle;
        Words { width: 100%; text-align: center; height: auto; padding: 0 2; }
        #shape { height: 11; color: $connection; padding: 1 0; }
        #shape.-still { display: none; }
        #words { margin: 1 0; }
    }
    """

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, every: float | None = None
    ) -> None:
        """`every`: seconds between two looks at the clock; 0 for none, as tests want it."""
        super().__init__()
        self._clock = clock
        self._every = every
        self._began = clock()
        self._still = False

    def compose(self) -> ComposeResult:
        """The words, the shape, and how it goes."""
        self._still = host(self).prefs.motion == "reduced"
        yield Words(id="words", classes="heading")
        yield Words(id="shape", classes="-still" if self._still else "")
        yield Words(id="round", classes="quiet")
        yield Words(_(_HOW), classes="quiet")

    def on_mount(self) -> None:
        """Begin."""
        self._began = self._clock()
        self.tick()
        every = (WORDS_ONLY if self._still else FRAME) if self._every is None else self._every
        if every:
            self.set_interval(every, self.tick)

    def on_resize(self, event: Resize) -> None:
        """The shape gives way to the words."""
        low = event.size.height < LEAST_FOR_SHAPE
        self.query_one("#shape").set_class(self._still or low, "-still")

    def tick(self) -> None:
        """Show where the breath is now."""
        breath = breath_at(self._clock() - self._began)
        if breath is None:
            self.query_one("#words", Words).show(_(BREATHED))
            self.query_one("#round", Words).show("")
            self.query_one("#shape", Words).show(shape(0))
            return
        self.query_one("#words", Words).show(breath_words(breath))
        where = _("Breath {round} of {count}")
        self.query_one("#round", Words).show(where.format(round=breath.round, count=ROUNDS))
        if not self._still:
            self.query_one("#shape", Words).show(shape(breath.full))

    def on_key(self, event: Key) -> None:
        """Any key ends it."""
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_click(self, _event: Click) -> None:
        """So does the mouse."""
        self.dismiss(None)


def shape(full: float) -> Content:
    """A round of dots, as wide as the breath is full."""
    size = 0.2 + 0.8 * full
    middle = (ROWS - 1) / 2
    lines = []
    for row in range(ROWS):
        height = (row - middle) / ((middle + 0.5) * size)
        half = CELLS / 2 * size * max(0.0, 1 - height * height) ** 0.5
        lines.append("∙" * (2 * round(half)))
    return content("\n".join(lines))
