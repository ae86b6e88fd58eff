"""The same words of the partner's twice in one play."""

from collections.abc import Iterator, Sequence

import numpy as np

from simulator.analysis.carried import carried
from simulator.analysis.chain import Chain
from simulator.analysis.checks.told import shown
from simulator.analysis.explore import Edges
from simulator.analysis.many import Ints
from simulator.analysis.study import Study
from simulator.analysis.twice import twice
from simulator.scenario.findings import Finding
from simulator.scenario.model import Line
from simulator.scenario.shapes import each_spoken, is_of_beat

_AT_ONCE = 64


def said_twice(study: Study) -> Iterator[Finding]:
    """Lines whose words the player can hear twice in one play.

    The words are what is done, said and written together; deeds alone may come again.
    """
    by_words: dict[str, list[int]] = {}
    paths = {id(line): path for path, line in each_spoken(study.role, study.chair)}
    for number, spoken in enumerate(study.program.lines):
        if is_of_beat(paths[id(spoken)]) and (words := _words(spoken)):
            by_words.setdefault(words, []).append(number)
    groups = list(by_words.values())
    for first in range(0, len(groups), _AT_ONCE):
        for line, links, firsts in _repeated(study, groups[first : first + _AT_ONCE]):
            play = twice(study.chain, study.shortest, firsts, links)
            yield shown("said-twice", paths[id(study.program.lines[line])], play)


def _words(line: Line) -> str | None:
    """What would be noticed as the same again."""
    if not line.says and not line.text:
        return None
    return "\n".join(part or "" for part in (line.does, line.says, line.then, line.text))


def _repeated(
    study: Study, groups: Sequence[list[int]]
) -> Iterator[tuple[int, Ints, frozenset[int]]]:
    """Each line that may be the second of its words, by which links, and all lines of the words."""
    chain = study.chain
    group_of = {line: place for place, lines in enumerate(groups) for line in lines}
    by_way = np.array([_said(way, group_of) for way in chain.ways], dtype=np.uint64)
    before = carried(chain, _at_start(study, group_of), by_way)
    heard = np.repeat(before, np.diff(chain.out.first))
    for line, place in group_of.items():
        bit = np.uint64(1 << place)
        links = _links(chain, line)
        again = links[(heard[links] & bit) != 0]
        if len(again):
            yield line, again, frozenset(groups[place])


def _links(chain: Chain, line: int) -> Ints:
    return chain.links_of(lambda way: line in {way.answer, way.line})


def _said(way: Edges, group_of: dict[int, int]) -> int:
    said = 0
    for line in (way.answer, way.line):
        if line is not None and line in group_of:
            said |= 1 << group_of[line]
    return said


def _at_start(
    study: Study, group_of: dict[int, int]
) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    start = np.zeros(study.chain.size, dtype=np.uint64)
    for place, line in zip(study.chain.starts, study.chain.explored.opening, strict=True):
        if line is not None and line in group_of:
            start[place] |= np.uint64(1 << group_of[line])
    return start
