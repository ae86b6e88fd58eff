"""The least that could do the same: Textual's own widgets, as many, with the same words.

`python -m benchmarks.bare home WORDS` and `python -m benchmarks.bare play WORDS`, WORDS a JSON file.
"""

import json
import sys
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import Container
from textual.widgets import OptionList, Static

Words = dict[str, Any]


class Home(App[None]):
    """A line, a heading, an empty list, details, a line of keys."""

    CSS = """
    .line { height: 1; padding: 0 1; }
    .heading { height: auto; padding: 1 2; }
    OptionList { height: 1fr; border: none; padding: 0 1; }
    .details { height: 5; padding: 0 2; border-top: solid gray; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        yield Static(self._words["top"], markup=False, classes="line")
        yield Static(self._words["heading"], markup=False, classes="heading")
        yield OptionList(markup=False)
        yield Static("", markup=False, classes="details")
        yield Static(self._words["keys"], markup=False, classes="line")


class Play(App[None]):
    """A line, a text beside a panel, a tip, a list of replies, a line of keys.

    Less than the program does: it shows the newest turn alone, and has nothing to scroll.
    """

    CSS = """
    .line { height: 1; padding: 0 1; }
    #middle { height: 1fr; layout: horizontal; }
    #talk { width: 1fr; height: 1fr; }
    #meters { width: 34; height: 1fr; border-left: solid gray; padding: 0 0 0 1; }
    #tip { height: auto; padding: 0 1; display: none; }
    #tip.shown { display: block; }
    OptionList { height: auto; max-height: 50%; border: none; border-top: solid gray; padding: 0; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._turn = 0

    def compose(self) -> ComposeResult:
        first = self._words["turns"][0]
        yield Static(self._words["top"], markup=False, classes="line")
        with Container(id="middle"):
            yield Static(first["talk"], markup=False, id="talk")
            yield Static(first["meters"], markup=False, id="meters")
        yield Static("", markup=False, id="tip")
        yield OptionList(*first["replies"], markup=False)
        yield Static(self._words["keys"], markup=False, classes="line")

    def on_key(self) -> None:
        self._turn += 1
        turn = self._words["turns"][self._turn]
        with self.batch_update():
            self.query_one("#talk", Static).update(turn["talk"])
            self.query_one("#meters", Static).update(turn["meters"])
            self.query_one(OptionList).set_options(turn["replies"])
            tip = self.query_one("#tip", Static)
            tip.update(turn["tip"])
            tip.set_class(bool(turn["tip"]), "shown")


if __name__ == "__main__":
    kind, file = sys.argv[1:]
    given = json.loads(Path(file).read_text(encoding="utf-8"))
    {"home": Home, "play": Play}[kind](given).run()
