"""A finding of the states, with the shortest play that shows it."""

from itertools import groupby

from simulator.analysis.witness import Witness
from simulator.scenario.findings import Finding
from simulator.scenario.positions import Path

_TYPED = 25
"""replies that are still written so that they can be copied"""


def shown(code: str, path: Path, play: Witness | None = None, /, **facts: object) -> Finding:
    """A finding; `play` goes into its hint."""
    return Finding(code, path, facts if play is None else facts | {"witness": told(play)})


def told(play: Witness) -> str:
    """A play in words, with its options for `simulator play` where it is not very long."""
    if not play.replies:
        return f"It is so at the start, at tension {play.tension}."
    if len(play.replies) <= _TYPED:
        options = f"--tension {play.tension} --choose {','.join(play.replies)}"
        return f"The shortest play that shows it: {options}"
    runs = [(reply, len(list(same))) for reply, same in groupby(play.replies)]
    replies = [reply if times == 1 else f"{reply} × {times}" for reply, times in runs]
    return f"The shortest play that shows it starts at tension {play.tension}: {', '.join(replies)}"
