"""A conversation walking a role: replies in, what came of them out."""

import hashlib
from typing import NamedTuple

from simulator.dialogue.compiler import compile_role
from simulator.dialogue.program import ReplyCode
from simulator.dialogue.setup import Setup, start_of
from simulator.dialogue.turn import Position, Rules, Taken, offered, opened, taken
from simulator.partner.causes import Cause, causes
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.state import PartnerState
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.fingerprint import fingerprint
from simulator.scenario.model import Beat, Ending, Line, Reply, Scenario
from simulator.scenario.shapes import moves_of, phrases_of


class NotOfferedError(LookupError):
    """A reply that is not offered now; `offered` holds the ids that are."""

    def __init__(self, reply: str, ids: tuple[str, ...]) -> None:
        self.reply = reply
        self.offered = ids
        now = f"offered now: {', '.join(ids)}" if ids else "the talk is over"
        super().__init__(f"the reply “{reply}” is not offered here; {now}")


class UndoError(LookupError):
    """Replies that cannot be taken back; the message says why."""


class Spoken(NamedTuple):
    """What the partner does and says; absent parts are `None`."""

    does: str | None
    says: str | None
    then: str | None
    text: str | None
    thinks: str | None
    asks_time: bool


class Moment(NamedTuple):
    """What comes to the player: time and place, then the partner's lines."""

    scene: str | None
    later: str | None
    tip: str | None
    lines: tuple[Spoken, ...]


class Offer(NamedTuple):
    """A reply as it is offered; absent parts are `None`."""

    id: str
    say: str | None
    does: str | None
    text: str | None


class Turn(NamedTuple):
    """A reply and what came of it."""

    number: int
    """from 1"""
    beat: str
    reply: str
    you: Offer
    carried: tuple[tuple[str, tuple[str, ...]], ...]
    """each move with the very words that carried it; none means the whole reply"""
    moment: Moment
    before: PartnerState
    state: PartnerState
    causes: tuple[Cause, ...]
    feedback: str | None

    @property
    def moves(self) -> tuple[str, ...]:
        """Ids of the moves, in the author's order."""
        return tuple(move for move, _ in self.carried)


class Conversation:
    """One play of one role. The only thing that walks a program for a person.

    With the same `Setup` and the same chosen ids it comes to the same states.
    """

    def __init__(self, scenario: Scenario, setup: Setup) -> None:
        """Raises `ValueError` where the setup was made for another text of the scenario."""
        if setup.scenario != fingerprint(scenario):
            raise ValueError("this play was begun with another text of the scenario")
        self.scenario = scenario
        self.setup = setup
        self._chair = scenario.chair(setup.role)
        self._rules = Rules(
            compile_role(scenario, setup.role), TEMPERAMENTS[setup.temperament], setup.connection
        )
        first = opened(self._rules, start_of(setup))
        self._positions: list[Position] = [first.position]
        self._opening = self._moment(first)
        self._turns: list[Turn] = []

    @property
    def opening(self) -> Moment:
        """What is said before the first reply."""
        return self._opening

    @property
    def partner(self) -> Role:
        """The partner's role."""
        return self._rules.program.partner

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns so far; those taken back are gone."""
        return tuple(self._turns)

    @property
    def state(self) -> PartnerState:
        """The partner's state now."""
        return self._positions[-1].state

    @property
    def states(self) -> tuple[PartnerState, ...]:
        """The partner's state at the start and after each turn."""
        return tuple(position.state for position in self._positions)

    @property
    def beat(self) -> str:
        """The id of the beat or ending where the talk stands."""
        return self._rules.program.nodes[self._positions[-1].node].id

    @property
    def stopped(self) -> bool:
        """Whether a reply crossed the line."""
        return self._positions[-1].stopped

    @property
    def ending(self) -> str | None:
        """The id of the ending reached, if one was."""
        return self.beat if self.beat in self._chair.endings else None

    @property
    def outcome(self) -> Outcome | None:
        """What the play came to, once it is over."""
        if self.stopped:
            return Outcome.STOPPED
        ended = self.ending
        return None if ended is None else self._chair.endings[ended].outcome

    @property
    def finished(self) -> bool:
        """Whether the talk is over."""
        return self.outcome is not None

    @property
    def offered(self) -> tuple[Offer, ...]:
        """The replies that can be given now, in an order that teaches nothing."""
        beat = self.beat
        ids = [reply.id for reply in self._codes()]
        return tuple(self._offer(beat, reply) for reply in sorted(ids, key=self._shuffled))

    def choose(self, reply: str) -> Turn:
        """Give a reply and hear what comes of it. Raises `NotOfferedError`."""
        code = next((code for code in self._codes() if code.id == reply), None)
        if code is None:
            raise NotOfferedError(reply, tuple(offer.id for offer in self.offered))
        at = self._positions[-1]
        came = taken(self._rules, at, code)
        turn = self._turn(at, code, came)
        self._positions.append(came.position)
        self._turns.append(turn)
        return turn

    def undo(self, count: int = 1) -> None:
        """Take back the last replies. Raises `UndoError` where there are none, or after a stop."""
        if count < 1:
            raise UndoError("at least one reply is taken back")
        if count > len(self._turns):
            given = len(self._turns)
            raise UndoError(f"{given} replies were given" if given else "no reply was given yet")
        self.back_to(len(self._turns) - count)

    def back_to(self, turn: int) -> None:
        """Keep the first `turn` turns. Raises `UndoError` for a turn that is not there."""
        if self.stopped:
            raise UndoError("the talk was stopped; it does not go on from here")
        if not 0 <= turn <= len(self._turns):
            raise UndoError(f"there is no turn {turn}; there are {len(self._turns)}")
        del self._turns[turn:]
        del self._positions[turn + 1 :]

    def _codes(self) -> tuple[ReplyCode, ...]:
        return offered(self._rules, self._positions[-1])

    def _shuffled(self, reply: str) -> str:
        name = f"{self.setup.seed}/{self.setup.role.value}/{self.beat}/{reply}"
        return hashlib.sha256(name.encode()).hexdigest()

    def _reply(self, beat: str, reply: str) -> Reply:
        return self._chair.beats[beat].replies[reply]

    def _offer(self, beat: str, reply_id: str) -> Offer:
        reply = self._reply(beat, reply_id)
        return Offer(reply_id, reply.say, reply.does, reply.text)

    def _turn(self, at: Position, code: ReplyCode, came: Taken) -> Turn:
        beat = self._rules.program.nodes[at.node].id
        reply = self._reply(beat, code.id)
        moves = moves_of(reply)
        stopped = came.position.stopped
        return Turn(
            len(self._turns) + 1,
            beat,
            code.id,
            self._offer(beat, code.id),
            phrases_of(reply),
            Moment(None, None, None, ()) if stopped else self._moment(came),
            at.state,
            came.position.state,
            () if stopped else causes(at.state, moves, self.partner, self._rules.temperament),
            reply.feedback,
        )

    def _moment(self, came: Taken) -> Moment:
        node = self._node(self._rules.program.nodes[came.position.node].id)
        lines = [self._rules.program.lines[i] for i in (came.answer, came.line) if i is not None]
        tip = node.tip if isinstance(node, Beat) else None
        return Moment(node.scene, node.later, tip, tuple(map(_spoken, lines)))

    def _node(self, name: str) -> Beat | Ending:
        return self._chair.beats.get(name) or self._chair.endings[name]


def _spoken(line: Line) -> Spoken:
    return Spoken(line.does, line.says, line.then, line.text, line.thinks, line.asks_time)
