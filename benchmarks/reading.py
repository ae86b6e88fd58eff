"""Reading, checking and compiling a scenario, beside PyYAML's C loader on the same bytes.

Ours is all that is done before a play can begin: read, type, check the form and the graph, compile
both chairs. The least is `yaml.load(data, Loader=yaml.CLoader)`. Processor time.
`python -m benchmarks.reading [BEATS…]` measures this alone.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterable

import yaml

from benchmarks.isolated import Environment
from benchmarks.measures import Measure, Run, interleaved
from benchmarks.stories import story
from simulator.dialogue.compiler import compile_role
from simulator.practice.opening import vet
from simulator.scenario.load import load_bytes
from simulator.scenario.reader import read

BAR = 1.0
SIZES = {200: 15, 10_000: 2}
"""beats, and how many rounds"""
_ROUNDS = 5


def measure(environment: Environment) -> list[Measure]:  # noqa: ARG001 - nothing of it is needed
    """The two sizes of the bar."""
    return list(measured(SIZES))


def measured(sizes: Iterable[int]) -> Iterable[Measure]:
    """The whole way at each size, and the reader's part of it."""
    for beats in sizes:
        data = story(beats)
        runs = [_timed(way, data) for way in (_loaded, _read, _opened)]
        least, reader, ours = interleaved(runs, SIZES.get(beats, _ROUNDS))
        size = f"{beats:,} beats, {len(data) / 1e6:.1f} MB"
        yield Measure(f"read, check and compile {size}", ours, least, BAR)
        yield Measure(f"  of which the reader ({beats:,} beats)", reader, least)


def _timed(way: Callable[[bytes], object], data: bytes) -> Run:
    def run() -> float:
        gc.collect()
        start = time.process_time()
        made = way(data)
        taken = time.process_time() - start
        del made
        return taken

    return run


def _loaded(data: bytes) -> object:
    return yaml.load(data, Loader=yaml.CLoader)  # noqa: S506 - the measure itself; the bytes are ours


def _read(data: bytes) -> object:
    return read(data, max_bytes=len(data))


def _opened(data: bytes) -> object:
    opened = vet(load_bytes(data, "story.yaml", max_bytes=len(data)))
    if opened.scenario is None:
        raise ValueError(f"the story has errors: {opened.diagnostics[:3]}")
    scenario = opened.scenario
    return scenario, [compile_role(scenario, role) for role in scenario.roles]


def main(sizes: Iterable[str]) -> int:
    """Print the ratios; exit status 1 where one passes the bar."""
    found = []
    for one in measured([int(size) for size in sizes] or list(SIZES)):
        found.append(one)
        print(
            f"{one.name:<48} {one.ours:>9.1f} ms of {one.least:>9.1f} ms: {one.ratio:.2f}",
            flush=True,
        )
    return 0 if all(one.holds for one in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
