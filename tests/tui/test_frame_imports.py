"""What must not be loaded before there is something to look at."""

import subprocess
import sys

HEAVY = ("pydantic", "networkx", "numpy", "yaml", "tomlkit", "babel", "simulator.scenario.model")

FIRST_FRAME = """
import asyncio, sys
from simulator.cli import screen
from simulator.tui.app import DialogueApp
from simulator.tui.screens.{module} import {screen}
{wanted}

loaded = None

def instead(self):
    global loaded
    loaded = set(sys.modules)
    print(self.app.screen._compositor.render_strips()[0].text.strip())

{screen}.{method} = instead

async def main():
    app = DialogueApp({screen}({argument}))
    async with app.run_test() as pilot:
        await pilot.pause()

asyncio.run(main())
print(" ".join(name for name in {heavy!r} if name in loaded))
"""


def _run(code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.splitlines()


def test_home_paints_before_anything_heavy_is_loaded() -> None:
    code = FIRST_FRAME.format(
        module="home",
        screen="HomeScreen",
        method="read_library",
        wanted="",
        argument="",
        heavy=HEAVY,
    )
    assert _run(code) == ["Dialogue practice", ""]


def test_so_does_a_talk_that_was_asked_for() -> None:
    accepted = "from simulator.practice import settings\n"
    accepted += "settings.load = lambda: settings.Loaded(settings.Settings(terms_accepted=True))"
    code = FIRST_FRAME.format(
        module="straight",
        screen="StraightScreen",
        method="go",
        wanted=f"{accepted}\nfrom pathlib import Path\nfrom simulator.tui.opening import Wanted",
        argument="Wanted(Path('x.yaml'), 'pursuer')",
        heavy=HEAVY,
    )
    assert _run(code) == ["Dialogue practice", ""]


def test_the_library_is_listed_without_the_model() -> None:
    code = (
        "import sys\n"
        "from simulator.tui.screens.listed import read_library\n"
        "read_library()\n"
        "print([n for n in ('pydantic', 'networkx', 'simulator.scenario.model') if n in sys.modules])"
    )
    assert _run(code) == ["[]"]


def test_the_entry_to_the_screen_loads_no_textual_by_itself() -> None:
    code = "import sys, simulator.cli.screen\nprint('textual' in sys.modules)"
    assert _run(code) == ["False"]
