"""From the start of the process to a frame: home's first, home's first usable one, the talk's."""

import json
from pathlib import Path

from benchmarks.isolated import Environment, python
from benchmarks.measures import Measure, interleaved
from benchmarks.talks import Talk, frames
from benchmarks.terminal import Terminal
from simulator.partner.moves import Role
from simulator.scenario.library import list_library, shipped_folder

RUNS = 15
TALK = Talk("vacation-planning", Role.PURSUER, 1)
_LAST_LINE = "leave at once"
"""in the line of keys, the lowest of every screen"""
_TITLES = 3
"""titles that 24 lines have room for"""


def measure(environment: Environment) -> list[Measure]:
    """The three measures of the way to a frame, in milliseconds."""
    words = _home_words(environment)
    titles = [
        head.title
        for head in list_library(shipped_folder().glob("*.yaml")).heads
        if not head.is_intimate
    ][:_TITLES]

    def bare() -> float:
        command = python("-m", "benchmarks.bare", "home", str(words))
        with Terminal(command, environment) as terminal:
            return terminal.until([_LAST_LINE]) - terminal.started

    def first() -> float:
        with Terminal(python("-m", "simulator"), environment) as terminal:
            return terminal.until([_LAST_LINE]) - terminal.started

    def usable() -> float:
        with Terminal(python("-m", "simulator"), environment) as terminal:
            took = terminal.until(titles) - terminal.started
            terminal.press("\r")
            terminal.until(["Who are you in this talk?"])
            return took

    def play() -> float:
        return _to_replies(environment, TALK)

    least, one, two, three = interleaved([bare, first, usable, play], RUNS)
    return [
        Measure("home: first frame", one, least, bar=1.2),
        Measure("home: all titles, one can be chosen", two, least, bar=1.4),
        Measure(f"play {TALK.scenario}: replies on screen", three, least, bar=2.5),
    ]


def _to_replies(environment: Environment, talk: Talk) -> float:
    """The brief stands before the talk; whoever goes on at once is at the replies."""
    proof = next(frames(talk)).proof
    with Terminal(talk.command(), environment) as terminal:
        terminal.until(["to the talk"])
        terminal.press("\r")
        return terminal.until(proof) - terminal.started


def _home_words(environment: Environment) -> Path:
    file = Path(environment["HOME"], "home.json")
    words = {
        "top": "Dialogue practice",
        "heading": "What would you like to practise?",
        "keys": "↑↓ Enter choose  o settings  ? help  s safety  q close  Esc Esc leave at once",
    }
    file.write_text(json.dumps(words), encoding="utf-8")
    return file
