"""Mutated scenario files: none may crash the reader, hang it, or take it longer than a second.

`python -m tests.fuzz.mutate --count 10000 --seed 1` mutates the shipped scenarios and the examples
of the diagnostics' pages. A worker process reads and checks each
file and prints what it found; one that takes ten seconds is killed and counted. What can be played is played. Prints what went wrong and the slowest.
"""

import argparse
import copy
import multiprocessing
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

KILLED_AFTER = 10.0
SLOW = 1.0
SCENARIOS = Path(__file__).parents[2] / "scenarios"


class Result(NamedTuple):
    """How one mutated file went."""

    number: int
    seconds: float
    """of the processor, in the worker"""
    problem: str | None
    size: int
    codes: tuple[str, ...]


def corpus() -> list[bytes]:
    """What is mutated."""
    from simulator.scenario.codes import CODES
    from tests.scenario import examples as ex

    shipped = [path.read_bytes() for path in sorted(SCENARIOS.glob("*.yaml"))]
    made = [ex.made(e) for code in CODES for e in ex.examples(code)]
    return [*shipped, ex.BASE, *made]


_TOKENS = (
    b": ", b"- ", b"? ", b"# ", b"&a ", b"*a ", b"!t ", b"!!binary ", b"<<: ", b"|\n", b">-\n", b"---\n", b"...\n",
    b"%YAML 1.2\n", b"{", b"}", b"[", b"]", b",", b'"', b"'", b"\\", b"\t", b"\r", b"\x00", b"\x1b[2J", b"~", b"null",
    b"true", b"-1", b"99999999", b"1e999", b"0x41", b"2001-01-01", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xff", b"\xc2\x85",
    b"stopped", b"left", b"giving_up", b"time_out", b"returning", b"again: true", b"instead: true", b"crosses_line: true",
    b"when: {}", b"when: {stance: [left]}", b"once: true", b"to: opening", b"\n" * 50, b" " * 300,
)  # fmt: skip


def flip_bytes(data: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return data


def _lines(change: Callable[[list[bytes], random.Random], None]) -> Callable[..., bytearray]:
    def mutate(data: bytearray, dice: random.Random) -> bytearray:
        lines = bytes(data).splitlines(keepends=True) or [b"\n"]
        for _ in range(dice.randint(1, 6)):
            change(lines, dice)
        return bytearray(b"".join(lines))

    return mutate


def _some(lines: list[bytes], dice: random.Random) -> int:
    return dice.randrange(len(lines))


@_lines
def delete_lines(lines: list[bytes], dice: random.Random) -> None:
    at = _some(lines, dice)
    del lines[at : at + dice.randint(1, 5)]
    lines or lines.append(b"\n")


@_lines
def double_lines(lines: list[bytes], dice: random.Random) -> None:
    at = _some(lines, dice)
    lines[at:at] = lines[at : at + dice.randint(1, 30)]


@_lines
def swap_lines(lines: list[bytes], dice: random.Random) -> None:
    one, other = _some(lines, dice), _some(lines, dice)
    lines[one], lines[other] = lines[other], lines[one]


@_lines
def indent_lines(lines: list[bytes], dice: random.Random) -> None:
    at, by = _some(lines, dice), dice.choice([-4, -2, -1, 1, 2, 4])
    for index in range(at, min(len(lines), at + dice.randint(1, 20))):
        line = lines[index]
        lines[index] = (
            b" " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip())) :]
        )


def swap_words(data: bytearray, dice: random.Random) -> bytearray:
    words = bytes(data).split(b" ")
    for _ in range(dice.randint(1, 12)):
        one, other = dice.randrange(len(words)), dice.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return bytearray(b" ".join(words))


def insert_tokens(data: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(data) + 1)
        data[at:at] = dice.choice(_TOKENS)
    return data


def nest_deeply(data: bytearray, dice: random.Random) -> bytearray:
    at = dice.randrange(len(data) + 1)
    data[at:at] = dice.choice([b"[", b"{", b"- ", b"? ", b"{a: ", b"[[], "]) * dice.choice(
        [5, 30, 3_000, 60_000]
    )
    return data


def cut(data: bytearray, dice: random.Random) -> bytearray:
    return (
        data[: dice.randrange(1, len(data) + 1)]
        if dice.random() < 0.5
        else data[dice.randrange(len(data)) :]
    )


def repeat(data: bytearray, dice: random.Random) -> bytearray:
    start = dice.randrange(len(data))
    piece = data[start : start + dice.randint(1, 400)]
    data[start:start] = piece * dice.choice([2, 20, 500])
    return data


_VALUES = (
    "", "x", "left", "stopped", "no", "9", [], {}, [[]], {"": ""}, ["time_out"], ["returning", "blame"], {"blame": ""},
    {"when": {}}, [{"go": "opening"}], {"stance": ["left"]}, {"says": "x", "instead": "true"}, {"left": {"says": "x"}},
    {"calm": [{"when": {"again": "true"}, "says": "x"}, {"says": "y"}]}, {"tension": {"at_least": "9"}},
)  # fmt: skip


def change_tree(data: bytearray, dice: random.Random) -> bytearray:
    """A file that is valid YAML, with branches cut, moved and grafted."""
    from simulator.scenario.reader import read
    from tests.scenario.examples import dumped

    value = read(bytes(data)).value
    for _ in range(dice.randint(1, 6)):
        branches = list(_branches(value))
        if not branches:
            return data
        branch = dice.choice(branches)
        keys = list(branch) if isinstance(branch, dict) else list(range(len(branch)))
        key = dice.choice(keys)
        match dice.randrange(4):
            case 0:
                del branch[key]
            case 1:
                branch[key] = copy.deepcopy(dice.choice(_VALUES))
            case 2:
                branch[key] = copy.deepcopy(dice.choice(branches))
            case _:
                other = dice.choice(branches)
                names = [n for n in other if isinstance(n, str)]
                if isinstance(branch, dict) and names:
                    branch[dice.choice(names)] = branch.pop(key)
    return bytearray(dumped(value))


def _branches(value: Any) -> Iterator[Any]:
    waiting = [value]
    while waiting:
        branch = waiting.pop()
        if isinstance(branch, (dict, list)) and branch:
            yield branch
            waiting += branch.values() if isinstance(branch, dict) else branch


MUTATIONS: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (
    flip_bytes, delete_lines, double_lines, swap_lines, indent_lines, swap_words, insert_tokens, nest_deeply, cut, repeat,
)  # fmt: skip


def mutated(files: list[bytes], seed: int, number: int) -> bytes:
    """One mutated file; the same for the same seed and number."""
    dice = random.Random(f"{seed}/{number}")
    data = bytearray(dice.choice(files[:8]) if dice.random() < 0.5 else dice.choice(files))
    if dice.random() < 0.3:
        return bytes(change_tree(data, dice))
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        data = dice.choice(MUTATIONS)(data or bytearray(b"\n"), dice)
    return bytes(data)


def examine(data: bytes) -> tuple[str, ...]:
    """All that is done with a file of a stranger before its first word is shown."""
    from simulator.dialogue.conversation import Conversation
    from simulator.dialogue.setup import make_setup
    from simulator.practice.opening import vet
    from simulator.scenario.diagnostics import as_github, as_json, as_text
    from simulator.scenario.head import head_of
    from simulator.scenario.load import load_bytes

    opened = vet(load_bytes(data, "mutated.yaml"))
    for diagnostic in opened.diagnostics:
        as_text(diagnostic, opened.text).encode()
        as_github(diagnostic).encode()
    as_json(opened.diagnostics).encode()
    if opened.scenario is not None:
        head = head_of(Path("mutated.yaml"), data)
        assert not isinstance(head, str), "a file that can be played is listed"
        assert head.content_notes == opened.scenario.content_notes
        assert head.roles == tuple(role.value for role in opened.scenario.roles)
        for role in opened.scenario.roles:
            talk = Conversation(opened.scenario, make_setup(opened.scenario, role, seed=1))
            dice = random.Random(len(data))
            while not talk.finished and len(talk.turns) < 40:
                talk.choose(dice.choice(talk.offered).id)
    return tuple({diagnostic.code for diagnostic in opened.diagnostics})


def _work(pipe: Connection, seed: int) -> None:
    files = corpus()
    while (number := pipe.recv()) is not None:
        data = mutated(files, seed, number)
        pipe.send(("began", 0.0, None, len(data), ()))
        started, problem, codes = time.process_time(), None, ()
        try:
            codes = examine(data)
        except BaseException:  # noqa: BLE001 - a panic below Python is one of what is looked for
            problem = traceback.format_exc()
        pipe.send(("done", time.process_time() - started, problem, len(data), codes))


class _Worker:
    """A process that reads files, and is replaced when it dies or hangs."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(
            target=_work, args=(theirs, self._seed), daemon=True
        )
        self._process.start()
        theirs.close()

    def run(self, number: int) -> Result:
        self._pipe.send(number)
        size = 0
        try:
            while self._pipe.poll(KILLED_AFTER if size else 60.0):
                what, seconds, problem, size, codes = self._pipe.recv()
                if what == "done":
                    return Result(number, seconds, problem, size, codes)
            problem = f"killed after {KILLED_AFTER:.0f} seconds"
        except EOFError:
            self._process.join()
            problem = f"the interpreter died (exit {self._process.exitcode})"
        self._process.kill()
        self._process.join()
        self._start()
        return Result(number, KILLED_AFTER, problem, size, ())

    def end(self) -> None:
        self._pipe.send(None)
        self._process.join()


def fuzz(count: int, seed: int, first: int = 0) -> Iterator[Result]:
    """How each of `count` mutated files went."""
    worker = _Worker(seed)
    for number in range(first, first + count):
        yield worker.run(number)
    worker.end()


def summary(results: list[Result], seed: int) -> str:
    """What came of a run, with the five slowest files."""
    bad = [result for result in results if result.problem or result.seconds > SLOW]
    clean = sum(not result.codes for result in results)
    codes = {code for result in results for code in result.codes}
    lines = [
        f"file {r.number} ({r.size} bytes, {r.seconds:.2f} s): {r.problem or 'slow'}" for r in bad
    ]
    lines += [
        f"{len(results)} files, seed {seed}: {len(bad)} went wrong; {clean} had nothing to report;",
        f"{len(codes)} different codes were told. Slowest (processor time):",
    ]
    slowest = sorted(results, key=lambda result: -result.seconds)[:5]
    lines += [f"  {r.seconds:.3f} s  file {r.number}, {r.size} bytes" for r in slowest]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    asked = parser.parse_args()
    results = list(fuzz(asked.count, asked.seed, asked.first))
    sys.stdout.write(summary(results, asked.seed))
    return 1 if any(result.problem or result.seconds > SLOW for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
