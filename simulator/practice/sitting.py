"""One sitting at one play: what every player (screen, plain text, script) drives."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from simulator.coach.causes import Explanation, explain
from simulator.coach.landing import Landing, landing
from simulator.coach.meters import Change, Reading, change, reading
from simulator.coach.people import forms_of
from simulator.dialogue.conversation import Conversation, Moment, Offer, Turn
from simulator.dialogue.setup import Setup, make_setup
from simulator.language import _
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.state import PartnerState
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.keeping import Asked, Keeper
from simulator.practice.noted import Noted
from simulator.practice.outlooks import Outlooks
from simulator.scenario.fingerprint import fingerprint
from simulator.scenario.model import Person, Scenario

if TYPE_CHECKING:
    from simulator.coach.hints import Hint
    from simulator.journal.events import Play, Reflected, Reflection


class EndingView(NamedTuple):
    """An ending that was reached, as it is shown."""

    id: str
    outcome: Outcome
    meaning: str
    cost: str
    """what it cost both"""
    theirs: str
    """the partner's own part in it"""


class Answered(NamedTuple):
    """A turn as a player shows it: the answer first, then the meters, then what moved them."""

    turn: Turn
    tension: Change
    connection: Change
    hope: Change | None
    """where the partner is a pursuer"""
    explanation: Explanation
    reading: Reading
    """the meters after it"""


class Sitting:
    """A conversation with its coach, and with whoever keeps it, if it is kept."""

    def __init__(self, scenario: Scenario, setup: Setup, keeper: Keeper | None = None) -> None:
        self._talk = Conversation(scenario, setup)
        self.keeper = keeper
        self.asked: Asked | None = getattr(keeper, "asked", None)
        """what homework asks for, where the talk is had under one"""
        self.scenario = scenario
        self.setup = setup
        self.role: Role = setup.role
        self.partner_role: Role = setup.role.other
        self.player: Person = scenario.person(setup.role)
        self.partner: Person = scenario.person(setup.role.other)
        self.title: str = scenario.title
        self._temperament = TEMPERAMENTS[setup.temperament]
        self._them = forms_of(self.partner)
        self._noted = Noted()

    @property
    def brief(self) -> str:
        """What the player knows and wants; under homework, what is practised towards as well."""
        brief = self.scenario.chair(self.role).brief
        if self.asked is None or self.asked.aim is None:
            return brief
        aim = _("Homework, to practise towards: {aim}.").format(aim=self.asked.aim)
        return f"{brief.rstrip()}\n\n{aim}"

    @property
    def coaching(self) -> str | None:
        """The level that homework asks for, over the one in the settings."""
        return self.asked.coaching if self.asked else None

    @property
    def opening(self) -> Moment:
        """What is said before the first reply."""
        return self._talk.opening

    @property
    def offered(self) -> tuple[Offer, ...]:
        """The replies that can be given now, in display order; none when the talk is over."""
        return self._talk.offered

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns so far; those taken back are gone."""
        return self._talk.turns

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The turns so far as they are shown."""
        return tuple(self._answered(turn) for turn in self._talk.turns)

    @property
    def latest(self) -> Answered | None:
        """The last turn as it is shown; `None` before the first."""
        return self._answered(self.turns[-1]) if self.turns else None

    @property
    def moment(self) -> Moment:
        """What came last: what followed the last reply, or else the opening."""
        return self.turns[-1].moment if self.turns else self.opening

    @property
    def state(self) -> PartnerState:
        """The partner's state now."""
        return self._talk.state

    @property
    def curve(self) -> tuple[PartnerState, ...]:
        """The partner's state at the start and after each turn."""
        return self._talk.states

    @property
    def reading(self) -> Reading:
        """The meters now, in words."""
        return self._reading(self.state)

    @property
    def finished(self) -> bool:
        """Whether the talk is over."""
        return self._talk.finished

    @property
    def stopped(self) -> bool:
        """Whether a reply crossed the line."""
        return self._talk.stopped

    @property
    def outcome(self) -> Outcome | None:
        """What the play came to, once it is over."""
        return self._talk.outcome

    @property
    def ending(self) -> EndingView | None:
        """The ending reached, if one was; none where the talk was stopped."""
        name = self._talk.ending
        if name is None:
            return None
        ending = self.scenario.chair(self.role).endings[name]
        return EndingView(name, ending.outcome, ending.meaning, ending.cost, ending.theirs)

    @property
    def landing(self) -> Landing | None:
        """How the last reply landed; `None` before the first, and where the talk was stopped."""
        return landing(self.turns[-1]) if self.turns and not self.stopped else None

    @property
    def guesses(self) -> Mapping[int, Landing]:
        """The player's guesses, by the number of the turn; of turns that stand."""
        return self._noted.guesses

    @property
    def reflections(self) -> "Mapping[tuple[Reflection, int | None], Reflected]":
        """What the player wrote or rated for themselves: of each kind and turn the last word."""
        return self._noted.reflections

    @cached_property
    def outlooks(self) -> Outlooks:
        """What is still possible, worked out beside the talk once it is begun."""
        return Outlooks(self)

    def guess(self, guess: Landing) -> None:
        """Keep a guess about the last reply; of several about one reply the first counts."""
        if self.turns and self._noted.guess(len(self.turns), guess) and self.keeper:
            self.keeper.guessed(len(self.turns), guess)

    def hint(self, step: int) -> "Hint":
        """One of the three steps of a hint for the reply that is due, and keep that it was asked
        for. What is still possible begins to be worked out. Raises `ValueError` for another step,
        and where the talk is over."""
        from simulator.practice.hinting import hint  # noqa: PLC0415 - on demand

        found = hint(self, step)
        self.outlooks.begin()
        if self.keeper:
            self.keeper.hinted(len(self.turns) + 1, step)
        return found

    def reflect(
        self,
        what: "Reflection",
        *,
        turn: int | None = None,
        words: str | None = None,
        number: int | None = None,
    ) -> None:
        """Keep something the player wrote, or rated from 0 to 10, for themselves."""
        self._noted.reflect(what, turn, words, number)
        if self.keeper:
            self.keeper.reflected(what, turn, words, number)

    def recall(self, play: "Play") -> None:
        """Take up the guesses and reflections of the kept play that this sitting goes on with."""
        self._noted = Noted.of(play)

    def choose(self, reply: str) -> Answered:
        """Give a reply; it is kept before this returns. Raises `NotOfferedError`, which names
        what is offered."""
        turn = self.give(reply)
        self.kept()
        return self._answered(turn)

    def give(self, reply: str) -> Turn:
        """Give a reply and begin to keep it: what comes of it is shown once it is `kept`."""
        turn = self._talk.choose(reply)
        if self.keeper:
            self.keeper.replied(turn, self._talk.outcome, self._talk.ending)
        return turn

    def kept(self, within: float | None = None) -> bool:
        """Wait until all is kept, as far as it can be; false where that takes longer than so many
        seconds."""
        return self.keeper is None or self.keeper.settle(within)

    def undo(self, count: int = 1) -> None:
        """Take back the last replies, and begin to keep that. Raises `UndoError`."""
        self._talk.undo(count)
        self._keep_back()

    def back_to(self, turn: int) -> None:
        """Keep the first `turn` turns; what is after them is taken back. Raises `UndoError`."""
        before = len(self.turns)
        self._talk.back_to(turn)
        if len(self.turns) < before:
            self._keep_back()

    def leave(self) -> None:
        """Leave the talk; does not wait until that is kept."""
        if self.keeper:
            self.keeper.left()

    def _keep_back(self) -> None:
        self._noted.took_back(len(self.turns))
        if self.keeper:
            self.keeper.took_back(len(self.turns))

    def _reading(self, state: PartnerState) -> Reading:
        return reading(state, self.partner_role, self._temperament)

    def _answered(self, turn: Turn) -> Answered:
        return Answered(
            turn,
            change(turn.before.tension, turn.state.tension),
            change(turn.before.connection, turn.state.connection),
            _hope_change(turn),
            explain(turn, self._them, self.partner_role, self._temperament),
            self._reading(turn.state),
        )


def _hope_change(turn: Turn) -> Change | None:
    before, after = turn.before.hope, turn.state.hope
    return None if before is None or after is None else change(before, after)


def begin(
    scenario: Scenario,
    role: Role,
    *,
    temperament: str | None = None,
    tension: int | None = None,
    seed: int | None = None,
    keep: Callable[[Setup], Keeper] | None = None,
) -> Sitting:
    """A new sitting, kept by what `keep` makes of its setup. Raises `SetupError` for what the
    scenario does not allow."""
    setup = make_setup(scenario, role, temperament=temperament, tension=tension, seed=seed)
    return Sitting(scenario, setup, keep(setup) if keep else None)


def replay(scenario: Scenario, setup: Setup, replies: Iterable[str]) -> Sitting:
    """A sitting rebuilt from its setup and the chosen ids; the states are the same.

    Raises `ValueError` where the setup was made for another text of the scenario, and
    `NotOfferedError` for an id that was not offered then.
    """
    if setup.scenario != fingerprint(scenario):
        raise ValueError("this play was begun with another text of the scenario")
    sitting = Sitting(scenario, setup)
    for reply in replies:
        sitting.choose(reply)
    return sitting
