"""Reading, checking and compiling generated stories: how it grows, and beside the peers' compilers.

Ours is all that is done before a play can begin: read, type, check the form and the graph, compile.
The peers compile the equivalent story from a string; nobody's start-up counts, nor reading a file or
writing a result. Processor time, best of several rounds side by side. Python clears up no memory
meanwhile, ours or bardic's: nearly all that is made stays, and the program puts it off as well.
`python -m benchmarks compiling`; `python -m benchmarks.compiling [BEATS…]` for the growth alone.
"""

import gc
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from benchmarks.generated import Beat
from benchmarks.isolated import Environment
from benchmarks.measures import Measure, Run, interleaved, not_measured
from benchmarks.peers.bard import as_bard
from benchmarks.peers.engine import Engine, bardic, inkjs
from benchmarks.peers.ink import as_ink
from benchmarks.peers.setup import NotInstalledError
from benchmarks.scenarios import data, opened, story
from simulator.dialogue.compiler import compile_role

BESIDE = 1_000
"""beats of the story that peers compile too"""
THIRD = 1 / 3
GROWTH = 1.5
"""how much longer a beat may take in a story of ten times as many; squares would be 10"""
SIZES = {100: 20, 1_000: 5, 10_000: 2, 100_000: 1}
"""beats, and how many rounds"""
_ROUNDS = 5


class Peer(NamedTuple):
    """Another engine that compiles the story."""

    name: str
    engine: Callable[[], AbstractContextManager[Engine]]
    write: Callable[[Sequence[Beat]], str]
    bar: float | None


_PEERS = (Peer("bardic", bardic, as_bard, None), Peer("inkjs", inkjs, as_ink, THIRD))
"""bardic reads lines and checks little, so that it is printed and sets no bar"""


def measure(environment: Environment) -> list[Measure]:
    """Beside each peer, then the growth."""
    folder = Path(environment["HOME"])
    beside = [_beside(peer, folder) for peer in _PEERS]
    return [*beside, *growth(SIZES)]


def _beside(peer: Peer, folder: Path) -> Measure:
    title = f"read, check and compile {BESIDE:,} beats, beside {peer.name}"
    file = folder / f"story.{peer.name}"
    file.write_text(peer.write(story(BESIDE)), encoding="utf-8")
    try:
        with peer.engine() as engine:
            runs = [_ours(BESIDE), lambda: engine.seconds("compile", file=file)]
            ours, theirs = interleaved(runs, _ROUNDS, of=min)
    except NotInstalledError as error:
        return not_measured(title, error)
    return Measure(title, ours, theirs, peer.bar)


def growth(sizes: Sequence[int] | dict[int, int]) -> Iterator[Measure]:
    """A thousand beats of each size beside a thousand of the size before."""
    before: float | None = None
    for beats in sizes:
        run = _ours(beats)
        rounds = SIZES.get(beats, 1)
        took = min(run() for _ in range(rounds)) * 1000 * 1000 / beats
        megabytes = len(data(beats)) / 1e6
        title = f"  a thousand beats of {beats:,} ({megabytes:,.1f} MB)"
        yield Measure(title, took, before or math.nan, GROWTH if before else None)
        before = took


def _ours(beats: int) -> Run:
    content = data(beats)

    def run() -> float:
        gc.collect()
        gc.disable()
        start = time.process_time()
        made = _ready(content)
        taken = time.process_time() - start
        gc.enable()
        del made
        return taken

    return run


def _ready(content: bytes) -> object:
    scenario = opened(content)
    return scenario, [compile_role(scenario, role) for role in scenario.roles]


if __name__ == "__main__":
    for one in growth([int(size) for size in sys.argv[1:]] or SIZES):
        print(f"{one.name:<48} {one.ours:>9.1f} ms", flush=True)
