"""`python -m benchmarks [NAME…]`: one table of ratios, from one run on this machine.

Names: start, turn, reading, commands, compiling, analysis, checking; without any, all of them. Each
is beside the least that could do the same, beside a peer, or beside what is allowed. Exit status 1
where a bar is missed, 2 for a name that is not known. Needs a POSIX system: frames are watched on a
pseudo-terminal. The peers are installed once, in the user's cache (`benchmarks.peers.setup`).
"""

import math
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from benchmarks import analysis, checking, commands, compiling, reading, start, turn
from benchmarks.isolated import Environment, isolated
from benchmarks.measures import Measure

BENCHMARKS: Mapping[str, Callable[[Environment], list[Measure]]] = {
    "start": start.measure,
    "turn": turn.measure,
    "reading": reading.measure,
    "commands": commands.measure,
    "compiling": compiling.measure,
    "analysis": analysis.measure,
    "checking": checking.measure,
}
_HEAD = ("", "ours ms", "beside ms", "ratio", "bar", "holds")


def main(names: Iterable[str]) -> int:
    """Measure, print, and return the exit status."""
    chosen = tuple(names) or tuple(BENCHMARKS)
    unknown = [name for name in chosen if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
        return 2
    with isolated() as environment:
        measures = [measure for name in chosen for measure in BENCHMARKS[name](environment)]
    print(_machine())
    print(*_table(measures), sep="\n")
    return 0 if all(measure.holds for measure in measures) else 1


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {python}, {platform.system()} {platform.machine()}{load}"


def _table(measures: Iterable[Measure]) -> Iterator[str]:
    rows = [_HEAD, *map(_row, measures)]
    name, *others = (max(map(len, column)) for column in zip(*rows, strict=True))
    for first, *rest in rows:
        cells = (f"{cell:>{width}}" for cell, width in zip(rest, others, strict=True))
        yield "  ".join((f"{first:<{name}}", *cells))


def _row(measure: Measure) -> tuple[str, ...]:
    if measure.note:
        return (measure.name, "", "", "", "", measure.note)
    bars = [f"≤ {measure.bar:.2g}"] if measure.bar is not None else []
    bars += [f"≤ {measure.most:.0f} ms"] if measure.most is not None else []
    holds = ("yes" if measure.holds else "NO") if bars else ""
    alone = math.isnan(measure.least)
    beside = ("", "") if alone else (f"{measure.least:,.1f}", f"{measure.ratio:.3g}")
    times = (f"{measure.ours:,.1f}", *beside)
    return (measure.name, *times, ", ".join(bars), holds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
