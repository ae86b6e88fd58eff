"""One play under an assignment, as it is handed in: small, exact, and rebuilt from the replies."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field

from simulator.coach.aims import Aim
from simulator.coach.evaluating import judge, ruptures, uses
from simulator.dialogue.conversation import Conversation, Turn
from simulator.dialogue.setup import Setup
from simulator.homework.assignment import Day, Hash, Id, Part, Task
from simulator.partner.moves import MOVES, Family
from simulator.partner.outcomes import Outcome
from simulator.scenario.model import Scenario

Skill = Literal["used", "landed"]
Percent = Annotated[int, Field(ge=0, le=100)]
Scale = Annotated[int, Field(ge=0, le=10)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Name = Annotated[str, Field(max_length=64)]
MOST_TURNS = 400
LONGEST_NOTE = 4_000
"""letters of one note; what is longer is cut"""
_SKILLS = frozenset({Family.SPACE, Family.OPENNESS})


def _known(outcome: str) -> str:
    return Outcome(outcome).value


class Point(Part):
    """The partner's state at one moment of the curve."""

    tension: Percent
    connection: Percent
    hope: Annotated[int, Field(ge=0, le=10)] | None = None
    stance: Name


class Break(Part):
    """A turn in which the partner's stance got worse."""

    turn: Count
    back: Count | None = None
    """how many turns until it was as mild as before; absent where it was not in this play"""


class Start(Part):
    """What the play started from, besides scenario, chair and temperament."""

    tension: Percent
    connection: Percent
    hope: Annotated[int, Field(ge=0, le=10)] | None = None
    seed: Annotated[int, Field(ge=0, lt=1 << 53)]
    rule: Hash


class Guesses(Part):
    """How often the player guessed how a reply landed, and how often the meters said the same."""

    made: Count
    matched: Count


class Facts(Part):
    """What replaying the replies shows, and so what a reader can verify."""

    outcome: Annotated[Name, AfterValidator(_known)]
    ending: Name | None = None
    turns: Count
    curve: Annotated[tuple[Point, ...], Field(max_length=MOST_TURNS + 1)]
    """at the start and after each turn"""
    moves: dict[Name, Skill]
    """of the moves that can land: whether one ever did"""
    breaks: tuple[Break, ...] = ()
    hardest: Count | None = None
    """the turn in which tension rose most"""
    aim_met: bool | None = None
    evidence: tuple[Count, ...] = ()
    """the turns that show it"""


class Note(Part):
    """Something the client wrote or rated; only where they chose to share it."""

    what: Name
    turn: Count | None = None
    words: Annotated[str, Field(max_length=LONGEST_NOTE)] | None = None
    number: Scale | None = None


class Attempt(Part):
    """A finished play that the client hands in."""

    play: Id
    """its id in the client's journal"""
    scenario: Name
    role: Literal["pursuer", "withdrawer"]
    temperament: Name
    start: Start
    replies: Annotated[tuple[Name, ...], Field(max_length=MOST_TURNS)]
    """ids, as chosen; from them the facts are rebuilt"""
    facts: Facts
    day: Day
    undone: Count = 0
    hints: Count = 0
    """how often a hint named a reply"""
    first_try: bool
    """false for a repetition of replies chosen before: that is practice"""
    guesses: Guesses | None = None
    notes: tuple[Note, ...] = ()


class Aside(NamedTuple):
    """What replaying cannot show: the client's program says it."""

    play: str
    day: str
    undone: int
    hints: int
    first_try: bool
    guesses: tuple[int, int]
    """made, matched"""
    notes: tuple[Note, ...]


def attempt(
    task: Task, setup: Setup, scenario: Scenario, replies: Sequence[str], aim: Aim | None, by: Aside
) -> Attempt:
    """A play as it is handed in. Raises `NotOfferedError` where the replies do not belong to it."""
    made, matched = by.guesses
    return Attempt(
        play=by.play,
        scenario=task.scenario,
        role=task.role,
        temperament=setup.temperament,
        start=Start(
            tension=setup.tension,
            connection=setup.connection,
            hope=setup.hope,
            seed=setup.seed,
            rule=setup.rule,
        ),
        replies=tuple(replies),
        facts=facts(again(scenario, setup, replies), aim),
        day=by.day,
        undone=by.undone,
        hints=by.hints,
        first_try=by.first_try,
        guesses=Guesses(made=made, matched=matched) if made else None,
        notes=by.notes,
    )


def setup_of(task: Task, given: Attempt) -> Setup:
    """What the play was started from."""
    start = given.start
    return Setup(
        task.hash,
        task.chair,
        given.temperament,
        start.tension,
        start.connection,
        start.hope,
        start.seed,
        start.rule,
    )


def again(scenario: Scenario, setup: Setup, replies: Sequence[str]) -> Conversation:
    """The talk, from its replies. Raises `NotOfferedError`."""
    talk = Conversation(scenario, setup)
    for reply in replies:
        talk.choose(reply)
    return talk


def facts(talk: Conversation, aim: Aim | None) -> Facts:
    """What a finished talk shows. The partner in it is invented: none of it is about a person."""
    turns = talk.turns
    outcome = talk.outcome
    judged = judge(aim, turns, outcome) if aim else None
    return Facts(
        outcome=outcome.value if outcome else "unfinished",
        ending=talk.ending,
        turns=len(turns),
        curve=tuple(
            Point(
                tension=at.tension, connection=at.connection, hope=at.hope, stance=at.stance.value
            )
            for at in talk.states
        ),
        moves=dict(_skills(turns)),
        breaks=tuple(Break(turn=one.turn, back=one.back) for one in ruptures(turns)),
        hardest=_hardest(turns),
        aim_met=judged.met if judged else None,
        evidence=tuple(one.turn for one in judged.evidence if one.turn is not None)
        if judged
        else (),
    )


def _skills(turns: Sequence[Turn]) -> Mapping[str, Skill]:
    """The moves that can do good, each by the best it did."""
    found: dict[str, Skill] = {}
    for use in uses(turns):
        if MOVES[use.move].family in _SKILLS and found.get(use.move) != "landed":
            found[use.move] = "landed" if use.landed else "used"
    return dict(sorted(found.items()))


def _hardest(turns: Sequence[Turn]) -> int | None:
    def rise(turn: Turn) -> tuple[int, int]:
        before, after = turn.before, turn.state
        return after.tension - before.tension, before.connection - after.connection

    most = max(turns, key=rise, default=None)
    return most.number if most and rise(most)[0] > 0 else None


def is_stopped(given: Attempt) -> bool:
    """Whether the play stopped at a crossed line."""
    return given.facts.outcome == Outcome.STOPPED.value
