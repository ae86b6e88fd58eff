"""A role worked out once: what every answer about it reads."""

from typing import NamedTuple

import numpy as np

from simulator.analysis.chain import Chain, Flags, chain_of
from simulator.analysis.explore import DEFAULT_CAP, Progress, explore
from simulator.analysis.many import Ints
from simulator.analysis.menus import Menus, menus_of
from simulator.analysis.odds import Table
from simulator.analysis.witness import Shortest
from simulator.analysis.worth import Worth, worth_of
from simulator.dialogue.program import Program
from simulator.dialogue.states import States
from simulator.partner.moves import Role
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.positions import Path


class Study(NamedTuple):
    """A role with one temperament of its partner, worked out."""

    scenario: Scenario
    role: Role
    chain: Chain
    menus: Menus
    worth: Worth
    shortest: Shortest
    table: Table

    @property
    def chair(self) -> Chair:
        """The role as it is written."""
        return self.scenario.chair(self.role)

    @property
    def program(self) -> Program:
        """The role as it is played."""
        return self.chain.explored.program

    @property
    def complete(self) -> bool:
        """Whether every reachable state was seen: only then does *never* mean never."""
        return self.chain.explored.complete

    def at(self, node: int) -> Ints:
        """The places of a node."""
        return np.flatnonzero(self.chain.node == node)

    def states(self, places: Ints) -> States:
        """The states at these places; none of them is a crossed line."""
        return self.chain.explored.states(self.chain.state[places].astype(np.int64))

    def field(self, name: str) -> Ints:
        """One field of the state at each place; −1 at a crossed line."""
        known = getattr(self.chain.explored.states(np.arange(len(self.chain.place))), name)
        values: Ints = np.append(known, -1)[self.chain.state]
        return values

    def path(self, node: int, *rest: str | int) -> Path:
        """The path of a node, and of what is in it."""
        at = self.program.nodes[node]
        kind = "beats" if at.outcome is None else "endings"
        return (self.role.value, kind, at.id, *rest)

    def reply_path(self, node: int, reply: int) -> Path:
        """The path of a reply."""
        return self.path(node, "replies", self.program.nodes[node].replies[reply].id)

    def ended(self) -> Flags:
        """Whether the play is over at each place: an ending, or a crossed line."""
        over = [node.outcome is not None for node in self.program.nodes]
        return np.array([*over, True])[self.chain.node]


def study(
    scenario: Scenario,
    role: Role,
    *,
    temperament: str | None = None,
    tension: int | None = None,
    cap: int = DEFAULT_CAP,
    progress: Progress | None = None,
) -> Study:
    """Work a role out.

    `temperament` is an id, by default the declared one; `tension` is the only start where one is
    given; `cap` is in states. Raises `TooMuchMemoryError` for a role that remembers more than can
    be followed.
    """
    explored = explore(
        scenario, role, temperament=temperament, tension=tension, cap=cap, progress=progress
    )
    chain = chain_of(explored)
    menus = menus_of(chain)
    return Study(
        scenario,
        role,
        chain,
        menus,
        worth_of(chain, scenario.chair(role).best),
        Shortest(chain),
        Table(scenario, role, chain, menus),
    )
