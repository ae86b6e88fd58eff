"""Labels of the best outcome: whether it comes at all, too soon, or to who does not look."""

from collections.abc import Iterator

from simulator.partner.outcomes import Outcome
from tests.analysis.plain.names import best_path
from tests.analysis.plain.odds import SAME, Odds
from tests.analysis.plain.players import tells
from tests.analysis.plain.reach import best_endings, places
from tests.analysis.plain.walk import Walk
from tests.analysis.plain.ways import Label


def best_unreachable(walked: Walk) -> Iterator[Label]:
    """No play comes to the best outcome."""
    if not best_endings(walked):
        yield "best-unreachable", best_path(walked)


def shortest_play(walked: Walk) -> Iterator[Label]:
    """The shortest play that reconnects has fewer than five replies, or is not six to ten long."""
    close = places(walked, lambda place: walked.node(place).outcome is Outcome.RECONNECTED)
    if not close:
        return
    shortest = min(walked.depth[place] for place in close)
    if shortest < 5:
        yield "reconnects-soon", best_path(walked)
    elif not 6 <= shortest <= 10:
        yield "shortest-play", best_path(walked)


def does_well(walked: Walk, odds: Odds) -> Iterator[Label]:
    """The best comes too easily to who draws, or who goes by the table or by a tell."""
    random = odds.of_best("random")
    if random > 0.25 + SAME:
        yield "random-does-well", best_path(walked)
    look = odds.of_best("look")
    if look > 0 and odds.of_best("table") >= 0.9 * look - SAME:
        yield "table-does-well", best_path(walked)
    if tells_that_do_well(walked, odds):
        yield "tell-does-well", best_path(walked)
    if tells_that_are_best(walked, odds):
        yield "tell-is-best", best_path(walked)


def tells_that_do_well(walked: Walk, odds: Odds) -> set[str]:
    """Tells with at least twice the odds of drawing, and 0.10 more."""
    random = odds.of_best("random")
    least = max(2 * random, random + 0.10)
    return {tell for tell in tells(walked) if odds.of_best(tell) >= least - SAME}


def tells_that_are_best(walked: Walk, odds: Odds) -> set[str]:
    """Tells whose favourite is a best reply more than 0.15 above chance."""
    states = _where_it_matters(walked, odds)
    return {tell for tell in tells(walked) if _above_chance(odds, tell, states) > 0.15 + SAME}


def _where_it_matters(walked: Walk, odds: Odds) -> dict[int, dict[int, float]]:
    """For each beat, the places where replies differ in value, by visits of who draws."""
    visits = odds.visits("random")
    found: dict[int, dict[int, float]] = {}
    for number, place in enumerate(walked.places):
        worth = odds.worth(number)
        if worth and max(worth) - min(worth) > SAME * max(worth):
            found.setdefault(place.node, {})[number] = visits[number]
    return found


def _above_chance(odds: Odds, tell: str, states: dict[int, dict[int, float]]) -> float:
    """Mean over beats, and within a beat over its places by visits."""
    by_beat = []
    for places_there in states.values():
        total = sum(places_there.values())
        above = sum(visits * _hits(odds, tell, place) for place, visits in places_there.items())
        by_beat.append(above / total)
    return sum(by_beat) / len(by_beat) if by_beat else 0.0


def _hits(odds: Odds, tell: str, place: int) -> float:
    """How much likelier a favourite is a best reply than any reply is."""
    worth = odds.worth(place)
    best = {index for index, value in enumerate(worth) if value >= max(worth) * (1 - SAME)}
    liked = odds.favourites(tell, place) or range(len(worth))
    return len(best.intersection(liked)) / len(liked) - len(best) / len(worth)
