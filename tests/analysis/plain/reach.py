"""What can be reached from where: sets of places, found by following one step after another."""

from collections.abc import Callable, Iterable, Iterator

from tests.analysis.plain.walk import Given, Walk


def steps(walked: Walk) -> Iterator[tuple[int, Given]]:
    """Every place with every reply that is offered there."""
    for place, all_given in enumerate(walked.given):
        for given in all_given:
            yield place, given


def places(walked: Walk, holds: Callable[[int], bool]) -> set[int]:
    """The places for which something holds."""
    return {place for place in range(len(walked.places)) if holds(place)}


def after(walked: Walk, start: Iterable[int]) -> set[int]:
    """The places that can be reached from any of these, themselves included."""
    return _spread(start, _forwards(walked))


def before(walked: Walk, goal: Iterable[int]) -> set[int]:
    """The places from which any of these can be reached, themselves included."""
    return _spread(goal, _backwards(walked))


def endless_sets(walked: Walk) -> list[set[int]]:
    """The least sets of places that no reply leads out of, not even across the line.

    A place is in one exactly if it can be reached again from everything that follows it. Endings,
    where nothing is said any more, are left out.
    """
    leak = {place for place, given in steps(walked) if given.to is None}
    way_out = before(walked, leak | endings(walked))
    forwards, backwards = _forwards(walked), _backwards(walked)
    found: list[set[int]] = []
    for place in range(len(walked.places)):
        if place in way_out or any(place in known for known in found):
            continue
        follows = _spread([place], forwards)
        if follows <= _spread([place], backwards):
            found.append(follows)
    return found


def endings(walked: Walk) -> set[int]:
    """The places where the talk is over."""
    return places(walked, walked.is_ending)


def best_endings(walked: Walk) -> set[int]:
    """The places at an ending of the outcome the role declares its best."""
    return places(walked, lambda place: walked.node(place).outcome is walked.chair.best)


def _forwards(walked: Walk) -> list[list[int]]:
    return [[g.to for g in all_given if g.to is not None] for all_given in walked.given]


def _backwards(walked: Walk) -> list[list[int]]:
    ways: list[list[int]] = [[] for _ in walked.places]
    for place, given in steps(walked):
        if given.to is not None:
            ways[given.to].append(place)
    return ways


def _spread(start: Iterable[int], ways: list[list[int]]) -> set[int]:
    found = set(start)
    waiting = list(found)
    while waiting:
        for place in ways[waiting.pop()]:
            if place not in found:
                found.add(place)
                waiting.append(place)
    return found
