"""Labels of the partner's lines: never spoken, borrowed, or said twice."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from simulator.partner.stances import Stance, stances_of
from simulator.scenario.model import Line
from simulator.scenario.shapes import is_of_beat, stanced
from tests.analysis.plain.names import line_paths, node_path, reply_path
from tests.analysis.plain.reach import after, steps
from tests.analysis.plain.walk import Walk
from tests.analysis.plain.ways import Label, offered, reached_nodes

Words = tuple[str | None, str | None, str | None, str | None]


class Heard(NamedTuple):
    """One moment at which lines are spoken: an opening, or what comes of a reply."""

    to: int
    """the place at which the talk stands once they were spoken"""
    answer: int | None
    line: int | None

    @property
    def spoken(self) -> list[int]:
        """The lines, in order."""
        return [line for line in (self.answer, self.line) if line is not None]


def heard(walked: Walk) -> Iterator[Heard]:
    """Every moment at which the partner speaks in some play."""
    for start, line in zip(walked.starts, walked.opening, strict=True):
        yield Heard(start, None, line)
    for _, given in steps(walked):
        if given.to is not None:
            yield Heard(given.to, given.answer, given.line)


def dead_line(walked: Walk) -> Iterator[Label]:
    """Lines of reached beats and endings, and answers to offered replies, that are never spoken."""
    spoken = {line for moment in heard(walked) for line in moment.spoken}
    places = [(*node_path(walked, node), "lines") for node in reached_nodes(walked)]
    places += [(*reply_path(walked, *reply), "answer") for reply in offered(walked)]
    for number, path in enumerate(line_paths(walked)):
        if number not in spoken and any(path[: len(above)] == above for above in places):
            yield "dead-line", path


def line_borrowed(walked: Walk) -> Iterator[Label]:
    """Beats that speak in a stance for which they have no line of their own."""
    stances = stances_of(walked.program.partner)
    for moment in heard(walked):
        if moment.line is None or walked.is_ending(moment.to):
            continue
        place = walked.places[moment.to]
        written = _written(walked, place.node)
        if written and stances[place.states.rank] not in written:
            yield "line-borrowed", (*node_path(walked, place.node), "lines")


def _written(walked: Walk, node: int) -> set[Stance]:
    """The stances a beat has lines for; none where its lines are for all."""
    beat = walked.chair.beats[walked.program.nodes[node].id]
    return {group.stance for group in stanced(beat.lines) if group.stance is not None}


def said_twice(walked: Walk) -> Iterator[Label]:
    """Lines whose words were already heard earlier in the same play.

    For each words: all that can follow once they were spoken, and in it whatever says them again.
    """
    paths = line_paths(walked)
    said_at: dict[Words, list[Heard]] = defaultdict(list)
    for moment in heard(walked):
        for words in {words_of(walked.program.lines[line]) for line in moment.spoken}:
            said_at[words].append(moment)
    lines_with: dict[Words, set[int]] = defaultdict(set)
    for number, line in enumerate(walked.program.lines):
        if is_of_beat(paths[number]) and (line.says or line.text):
            lines_with[words_of(line)].add(number)
    for words, lines in lines_with.items():
        for again in _said_again(walked, said_at[words], lines):
            yield "said-twice", paths[again]


def _said_again(walked: Walk, moments: list[Heard], lines: set[int]) -> set[int]:
    found = {second for m in moments for first, second in pairwise(m.spoken) if first in lines}
    later = after(walked, {moment.to for moment in moments})
    for place in later:
        for given in walked.given[place]:
            found |= {line for line in (given.answer, given.line) if line is not None}
    return found & lines


def words_of(line: Line) -> Words:
    return (line.does, line.says, line.then, line.text)
