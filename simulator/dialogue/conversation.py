"""A conversation walking a role: replies in, what came of them out."""

import hashlib
from typing import NamedTuple

from simulator.dialogue.compiler import compile_role
from simulator.dialogue.program import Program, ReplyCode
from simulator.dialogue.setup import Setup, start_of
from simulator.dialogue.single import Single
from simulator.dialogue.states import States, one, partner_state
from simulator.dialogue.turn import Came
from simulator.language import _, ngettext
from simulator.partner.causes import Cause, causes
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS
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
    """as the scene, told where the talk moves to another beat; staying at one passes no time"""
    tip: str | None
    lines: tuple[Spoken, ...]
    answers: int = 0
    """how many of the lines, from the first, are said before time passes and the scene changes"""


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

    With the same `Setup` and the same chosen ids it comes to the same states, as long as the
    scenario is the one the setup was made for.
    """

    def __init__(self, scenario: Scenario, setup: Setup) -> None:
        self.scenario = scenario
        self.setup = setup
        self._chair = scenario.chair(setup.role)
        self._temperament = TEMPERAMENTS[setup.temperament]
        self._program: Program = compile_role(scenario, setup.role)
        self._play = Single(self._program, self._step)
        start = one(start_of(setup), 0, connection_at_start=setup.connection)
        self._at: list[Came] = [self._play.opened(start)]
        self._opening = self._moment(self._at[0])
        self._turns: list[Turn] = []

    @property
    def opening(self) -> Moment:
        """What is said before the first reply."""
        return self._opening

    @property
    def partner(self) -> Role:
        """The partner's role."""
        return self._program.partner

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns so far; those taken back are gone."""
        return tuple(self._turns)

    @property
    def state(self) -> PartnerState:
        """The partner's state now."""
        return self._state(self._at[-1])

    @property
    def states(self) -> tuple[PartnerState, ...]:
        """The partner's state at the start and after each turn."""
        return tuple(map(self._state, self._at))

    @property
    def beat(self) -> str:
        """The id of the beat or ending where the talk stands."""
        node: int = self._at[-1].node
        return self._program.nodes[node].id

    @property
    def stopped(self) -> bool:
        """Whether a reply crossed the line."""
        return self._at[-1].stopped

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
        ids = [reply.id for reply in self._codes().values()]
        return tuple(self._offer(beat, reply) for reply in sorted(ids, key=self._shuffled))

    def choose(self, reply: str) -> Turn:
        """Give a reply and hear what comes of it. Raises `NotOfferedError`."""
        at = self._at[-1]
        codes = self._codes()
        place = next((place for place, code in codes.items() if code.id == reply), None)
        if place is None:
            raise NotOfferedError(reply, tuple(offer.id for offer in self.offered))
        code, came = codes[place], self._play.taken(at.node, place, at.states)
        turn = self._turn(at, code, came)
        self._at.append(came)
        self._turns.append(turn)
        return turn

    def undo(self, count: int = 1) -> None:
        """Take back the last replies. Raises `UndoError` where there are none, or after a stop."""
        if count < 1:
            raise UndoError(_("at least one reply is taken back"))
        if count > len(self._turns):
            raise UndoError(_given(len(self._turns)))
        self.back_to(len(self._turns) - count)

    def back_to(self, turn: int) -> None:
        """Keep the first `turn` turns. Raises `UndoError` for a turn that is not there."""
        if self.stopped:
            raise UndoError(_("the talk was stopped; it does not go on from here"))
        if not 0 <= turn <= len(self._turns):
            raise UndoError(f"there is no turn {turn}; there are {len(self._turns)}")
        del self._turns[turn:]
        del self._at[turn + 1 :]

    def _codes(self) -> dict[int, ReplyCode]:
        """The replies that can be given now, by their place in the beat."""
        at = self._at[-1]
        if at.stopped:
            return {}
        replies = self._program.nodes[at.node].replies
        return {place: replies[place] for place in self._play.offered(at.node, at.states)}

    def _step(self, states: States, effect: int) -> States:
        """The partner's step on one state, as the turn asks for it."""
        before = partner_state(states, self.partner)
        after = step(before, self._program.effects[effect], self.partner, self._temperament)
        stepped = one(after, states.memory, connection_at_start=self.setup.connection)
        return stepped._replace(was=states.was)

    def _state(self, came: Came) -> PartnerState:
        return partner_state(came.states, self.partner)

    def _shuffled(self, reply: str) -> str:
        name = f"{self.setup.seed}/{self.setup.role.value}/{self.beat}/{reply}"
        return hashlib.sha256(name.encode()).hexdigest()

    def _reply(self, beat: str, reply: str) -> Reply:
        return self._chair.beats[beat].replies[reply]

    def _offer(self, beat: str, reply_id: str) -> Offer:
        reply = self._reply(beat, reply_id)
        return Offer(reply_id, reply.say, reply.does, reply.text)

    def _turn(self, at: Came, code: ReplyCode, came: Came) -> Turn:
        beat = self._program.nodes[at.node].id
        reply = self._reply(beat, code.id)
        moves = moves_of(reply)
        before = self._state(at)
        return Turn(
            len(self._turns) + 1,
            beat,
            code.id,
            self._offer(beat, code.id),
            phrases_of(reply),
            Moment(None, None, None, ()) if came.stopped else self._moment(came, at.node),
            before,
            self._state(came),
            () if came.stopped else causes(before, moves, self.partner, self._temperament),
            reply.feedback,
        )

    def _moment(self, came: Came, came_from: int | None = None) -> Moment:
        node = self._node(self._program.nodes[came.node].id)
        lines = [self._program.lines[i] for i in (came.answer, came.line) if i is not None]
        moved = came.node != came_from
        return Moment(
            node.scene if moved else None,
            node.later if moved else None,
            node.tip if isinstance(node, Beat) else None,
            tuple(map(_spoken, lines)),
            0 if came.answer is None else 1,
        )

    def _node(self, name: str) -> Beat | Ending:
        return self._chair.beats.get(name) or self._chair.endings[name]


def _given(replies: int) -> str:
    match replies:
        case 0:
            return _("no reply was given yet")
        case _:
            text = ngettext(
                "only {count} reply was given", "only {count} replies were given", replies
            )
            return text.format(count=replies)


def _spoken(line: Line) -> Spoken:
    return Spoken(line.does, line.says, line.then, line.text, line.thinks, line.asks_time)
