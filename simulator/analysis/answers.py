"""Everything that is told about a role, as values."""

from typing import NamedTuple

from simulator.analysis.check import findings
from simulator.analysis.extent import Extent, extent_of
from simulator.analysis.many import Ints
from simulator.analysis.odds import Odds, Player
from simulator.analysis.players import ONE_NOTE, RANDOM, players
from simulator.analysis.point_of_return import PointOfReturn, point_of_return
from simulator.analysis.study import Study
from simulator.analysis.witness import Witness, best_plays
from simulator.dialogue.graph import STOPPED
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Scenario


class EndingAnswer(NamedTuple):
    """One ending, or `stopped`."""

    id: str
    outcome: Outcome
    reachable: bool | None
    """`None` where it is undecided"""
    witness: Witness | None
    odds: Odds
    """by player"""


class BestAnswer(NamedTuple):
    """The role's best outcome."""

    outcome: Outcome
    value: float
    """share of starts from which it can be reached"""
    witness: Witness | None


class Answers(NamedTuple):
    """A role worked out."""

    states: int
    transitions: int
    complete: bool
    endings: tuple[EndingAnswer, ...]
    unplayed: Odds
    """by player, what is left of the odds"""
    best: BestAnswer
    extent: Extent
    point_of_return: PointOfReturn
    findings: tuple[Finding, ...]


def answers_of(study: Study) -> Answers:
    """What there is to tell about a role."""
    explored = study.chain.explored
    by_player = _by_player(study)
    return Answers(
        len(explored.keys),
        explored.transitions,
        explored.complete,
        tuple(
            _ending(study, name, outcome, {p: came.odds[name] for p, came in by_player.items()})
            for name, outcome in _endings(study)
        ),
        {player: came.unplayed for player, came in by_player.items()},
        _best(study),
        extent_of(study),
        point_of_return(study),
        tuple(findings(study)),
    )


def undecided(scenario: Scenario, role: Role, problem: str) -> Answers:
    """What there is to tell about a role that cannot be worked out at all."""
    chair = scenario.chair(role)
    endings = tuple(
        EndingAnswer(name, ending.outcome, None, None, {}) for name, ending in chair.endings.items()
    )
    return Answers(
        0,
        0,
        False,  # noqa: FBT003
        endings,
        {},
        BestAnswer(chair.best, 0.0, None),
        Extent(None, None, None, {}),
        PointOfReturn(0.0, (), ()),
        (finding("undecided", (role.value,), problem=problem),),
    )


def _by_player(study: Study) -> dict[str, Player]:
    """What comes of every player; one whose note is never offered plays at random."""
    moves = {f"{ONE_NOTE}{move}" for effect in study.program.effects for move in effect}
    found: dict[str, Player] = {}
    for player in players(study.role.other):
        silent = player.startswith(ONE_NOTE) and player not in moves
        found[player] = found[RANDOM] if silent else study.table.odds(player, study.worth)
    return found


def _endings(study: Study) -> list[tuple[str, Outcome]]:
    found = [(node.id, node.outcome) for node in study.program.nodes if node.outcome is not None]
    if (study.chain.node < 0).any():
        found.append((STOPPED, Outcome.STOPPED))
    return found


def _ending(study: Study, name: str, outcome: Outcome, odds: Odds) -> EndingAnswer:
    places = _places(study, name)
    reachable = True if len(places) else False if study.complete else None
    witness = study.shortest.to(places) if len(places) else None
    return EndingAnswer(name, outcome, reachable, witness, odds)


def _places(study: Study, name: str) -> Ints:
    numbers = [n for n, node in enumerate(study.program.nodes) if node.id == name] or [-1]
    return study.at(numbers[0])


def _best(study: Study) -> BestAnswer:
    still = study.worth.open[study.chain.starts]
    plays = best_plays(study.chain, study.worth.value)
    known = [play for play, can in zip(plays, still.tolist(), strict=True) if can and play]
    shortest = min(known, key=lambda play: len(play.replies), default=None)
    return BestAnswer(study.worth.best, float(still.mean()), shortest)
