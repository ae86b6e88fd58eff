"""Every label of a role, by the definitions alone."""

from collections.abc import Callable, Iterable

from tests.analysis.plain import best, care, lines, twins, ways
from tests.analysis.plain.odds import Odds
from tests.analysis.plain.walk import Walk
from tests.analysis.plain.ways import Label

_BY_STATES: tuple[Callable[[Walk], Iterable[Label]], ...] = (
    ways.never_reached,
    ways.never_offered,
    ways.trap,
    ways.endless,
    ways.not_what_it_says,
    ways.dead_route,
    lines.dead_line,
    lines.line_borrowed,
    lines.said_twice,
    twins.twins,
    care.asked,
    care.owed,
    care.no_way_back,
    care.no_closes_best,
    best.best_unreachable,
    best.shortest_play,
)

CODES = frozenset(
    {
        "never-reached", "never-offered", "trap", "endless", "not-what-it-says", "dead-route",
        "dead-line", "line-borrowed", "said-twice", "twins", "time-not-given", "return-not-asked",
        "no-way-back", "no-closes-best", "best-unreachable", "reconnects-soon", "shortest-play",
        "random-does-well", "table-does-well", "tell-does-well", "tell-is-best",
    }
)  # fmt: skip
"""what a walk decides; a walk is complete, so that nothing of it is undecided"""

NOT_IN_TUTORIALS = frozenset(
    {
        "reconnects-soon", "shortest-play", "random-does-well", "table-does-well",
        "tell-does-well", "tell-is-best", "said-twice", "no-way-back",
    }
)  # fmt: skip


def labels(walked: Walk) -> set[Label]:
    """Every (code, path) that holds of a role."""
    found = {label for by_states in _BY_STATES for label in by_states(walked)}
    if walked.scenario.kind == "tutorial":
        return {(code, path) for code, path in found if code not in NOT_IN_TUTORIALS}
    return found | set(best.does_well(walked, Odds(walked)))
