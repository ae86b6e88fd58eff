"""Replies that are the same in every state: other words and nothing else."""

from collections.abc import Iterator

import numpy as np

from simulator.analysis.checks.told import shown
from simulator.analysis.explore import Edges
from simulator.analysis.many import Ints
from simulator.analysis.study import Study
from simulator.scenario.findings import Finding
from simulator.scenario.model import Line


def twins(study: Study) -> Iterator[Finding]:
    """Each reply that has a twin earlier in its beat."""
    chain = study.chain
    reply = np.array([way.reply for way in chain.ways], dtype=np.int64)
    for number, node in enumerate(study.program.nodes):
        places = study.at(number)
        if not node.replies or not len(places):
            continue
        links = chain.out.of(places)
        came = _came(study, links)
        by_reply = [
            came[reply[chain.out.way[links]] == place] for place in range(len(node.replies))
        ]
        for second, earlier in _pairs(by_reply):
            name = node.replies[earlier].id
            yield shown("twins", study.reply_path(number, second), name=name)


def _pairs(by_reply: list[Ints]) -> Iterator[tuple[int, int]]:
    for second, rows in enumerate(by_reply):
        for earlier in range(second):
            if len(rows) and np.array_equal(by_reply[earlier], rows):
                yield second, earlier
                break


def _came(study: Study, links: Ints) -> Ints:
    """Rows of what came by each link: from where, to where, and which words."""
    chain = study.chain
    from_ = np.searchsorted(chain.out.first, links, side="right") - 1
    words = _numbered(study)
    said = np.array([words[_said(study, way)] for way in chain.ways], dtype=np.int64)
    ways = chain.out.way[links]
    crossed = np.array([way.target < 0 for way in chain.ways])[ways]
    # a crossed line has no twin: its row is nobody else's
    to = np.where(crossed, -1 - np.arange(len(links)), chain.out.other[links])
    return np.stack([from_, to, said[ways]], axis=1)


def _numbered(study: Study) -> dict[tuple[str, ...], int]:
    found = dict.fromkeys(_said(study, way) for way in study.chain.ways)
    return {said: number for number, said in enumerate(found)}


def _said(study: Study, way: Edges) -> tuple[str, ...]:
    """What the partner does and says, told apart by words."""
    spoken = [study.program.lines[line] for line in (way.answer, way.line) if line is not None]
    return tuple(_words(line) for line in spoken)


def _words(line: Line) -> str:
    return repr((line.does, line.says, line.then, line.text, line.thinks))
