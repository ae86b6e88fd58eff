"""The README's picture: `python -m tests.support.picture FILE.svg`.

Plays a few turns through the real screen and keeps what is shown, as an SVG that needs nothing
from elsewhere: no font is fetched, and bars are drawn as shapes, so that no font leaves gaps in
them.
"""

import argparse
import asyncio
import re
from pathlib import Path

from simulator.partner.moves import Role
from tests.tui.playing import PREFS, playing, shipped

SIZE = (100, 30)
SEED = 7
REPLIES = ("list_tired", "eight_days")
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
LINE, BASE = 24.4, 18.5
"""a line's height, and how far above its baseline it begins, in the picture's units"""

_FETCHED = re.compile(r"\s*@font-face\s*\{[^}]*\}|\s*<!--.*?-->", re.DOTALL)
_FAMILY = re.compile(r"font-family: [^;]*;")
_BAR = re.compile(
    r'<text class="(?P<style>[^"]+)" x="(?P<x>[^"]+)" y="(?P<y>[^"]+)" '
    r'textLength="(?P<width>[^"]+)"[^>]*>(?P<bar>[▁▂▃▄▅▆▇█▏▎▍▌▋▊▉]+)</text>'
)
_RISING, _GROWING = " ▁▂▃▄▅▆▇█", " ▏▎▍▌▋▊▉█"


async def picture() -> str:
    """The play screen after the turns of `REPLIES`, in SVG."""
    sitting = shipped("vacation-planning", Role.PURSUER, SEED)
    async with playing(sitting, SIZE, prefs=PREFS._replace(thoughts=True)) as play:
        await play.give(*REPLIES)
        return on_its_own(play.app.export_screenshot(simplify=True))


def on_its_own(svg: str) -> str:
    """The same picture with fonts and bars that every viewer has."""
    plain = _FAMILY.sub(f"font-family: {FONTS};", _FETCHED.sub("", svg))
    lines = _BAR.sub(_as_shapes, plain).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _as_shapes(text: re.Match[str]) -> str:
    cell = float(text["width"]) / len(text["bar"])
    left, top = float(text["x"]), float(text["y"]) - BASE
    return "".join(
        _shape(text["style"], left + cell * n, top, cell, mark)
        for n, mark in enumerate(text["bar"])
    )


def _shape(style: str, left: float, top: float, cell: float, mark: str) -> str:
    high = _RISING.index(mark) / 8 if mark in _RISING else 1
    wide = _GROWING.index(mark) / 8 if mark in _GROWING else 1
    low = top + LINE * (1 - high)
    return (
        f'<rect class="{style}" x="{left:.1f}" y="{low:.1f}" '
        f'width="{cell * wide:.1f}" height="{LINE * high:.1f}" shape-rendering="crispEdges"/>'
    )


def main() -> None:
    """Write the picture to the file named."""
    parser = argparse.ArgumentParser(description="Writes the picture of the play screen.")
    parser.add_argument("file", type=Path)
    parser.parse_args().file.write_text(asyncio.run(picture()), encoding="utf-8")


if __name__ == "__main__":
    main()
