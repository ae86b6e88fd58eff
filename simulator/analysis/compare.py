"""What a change to a role did: endings gained and lost, odds moved, replies newly dead."""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.analysis.players import players
from simulator.analysis.study import Study

SEEN = 0.001
"""a change of odds that is told"""


class Moved(NamedTuple):
    """Odds of one ending under one player that changed."""

    ending: str
    player: str
    old: float
    new: float


class Change(NamedTuple):
    """What became of a role."""

    gained: tuple[str, ...]
    """endings that plays come to now and did not before"""
    lost: tuple[str, ...]
    moved: tuple[Moved, ...]
    """the largest change first"""
    dead: tuple[str, ...]
    """replies (beat/reply) that were offered in some play, are still written, and now never are"""
    revived: tuple[str, ...]
    """replies that are offered now, were written before, and never were"""
    decided: bool
    """whether every state of both was seen; else what is lost or dead may not be"""


def compare(old: Study, new: Study) -> Change:
    """What became of a role."""
    before, after = _reached(old), _reached(new)
    return Change(
        tuple(name for name in after if name not in before),
        tuple(name for name in before if name not in after),
        _moved(old, new),
        _no_more(old, new),
        _no_more(new, old),
        old.complete and new.complete,
    )


def _reached(study: Study) -> list[str]:
    """The endings some play comes to, in the order of the file."""
    met = set(study.chain.node.tolist())
    nodes = enumerate(study.program.nodes)
    return [node.id for number, node in nodes if node.outcome is not None and number in met]


def _moved(old: Study, new: Study) -> tuple[Moved, ...]:
    found = []
    for player in players(new.role.other):
        was, now = (each.table.odds(player, each.worth).odds for each in (old, new))
        found += [
            Moved(ending, player, was.get(ending, 0.0), now.get(ending, 0.0))
            for ending in _together(was, now)
        ]
    seen = [moved for moved in found if abs(moved.new - moved.old) >= SEEN]
    return tuple(sorted(seen, key=lambda moved: -abs(moved.new - moved.old)))


def _together(was: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    return [*now, *(name for name in was if name not in now)]


def _no_more(old: Study, new: Study) -> tuple[str, ...]:
    """Replies offered in the old, written in the new, and offered there in no play."""
    offered = _offered(new)
    written = {f"{node.id}/{reply.id}" for node in new.program.nodes for reply in node.replies}
    return tuple(name for name in _offered(old) if name in written and name not in offered)


def _offered(study: Study) -> dict[str, None]:
    program = study.program
    pairs = sorted({(way.node, way.reply) for way in study.chain.ways})
    names = [f"{program.nodes[n].id}/{program.nodes[n].replies[r].id}" for n, r in pairs]
    return dict.fromkeys(names)
