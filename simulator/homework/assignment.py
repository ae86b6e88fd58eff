"""What a therapist hands out: everything that is needed to practise it, in one value.

The text of every scenario travels inside, with its hash, so that both sides mean the same lines.
Nothing in an assignment names another person's assignment, also where two of a couple get one each.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from simulator.coach.aims import Aim, aim_of
from simulator.partner.moves import Role

P = TypeVar("P", bound="Part")
ID_BYTES = 16
MOST_SCENARIOS = 8
MOST_PLAYS = 20
MOST_QUESTIONS = 10
LONGEST_TEXT = 1 << 20
"""characters of one scenario"""

Share = Literal["summary", "transcript", "reflections"]
Coaching = Literal["full", "after", "none"]
Code = Annotated[str, Field(min_length=1, max_length=60)]
Words = Annotated[str, Field(max_length=4_000)]
Question = Annotated[str, Field(min_length=1, max_length=400)]
Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Id = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]


def _real(day: str) -> str:
    date.fromisoformat(day)
    return day


Day = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_real)]


class MalformedError(ValueError):
    """A body that is no assignment, report or withdrawal; the message names the first place."""


class Part(BaseModel):
    """What every part of a homework file shares: frozen, exact types, no field not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Task(Part):
    """One scenario to be played from one chair."""

    scenario: Annotated[str, Field(pattern="^[a-z0-9][a-z0-9_-]{0,63}$")]
    """its id; the text is what counts"""
    role: Literal["pursuer", "withdrawer"]
    """the client's"""
    temperament: Annotated[str, Field(max_length=20)]
    plays: Annotated[int, Field(ge=1, le=MOST_PLAYS)]
    hash: Hash
    """SHA-256 of the parsed scenario, as in a setup"""
    text: Annotated[str, Field(max_length=LONGEST_TEXT)]

    @property
    def chair(self) -> Role:
        """The client's role."""
        return Role(self.role)


class AimBody(Part):
    """An aim as it travels."""

    kind: Literal["reach", "below", "before", "recover", "no_and_stay", "use"]
    times: Annotated[int, Field(ge=1, le=MOST_PLAYS)] = 1
    outcome: Annotated[str, Field(max_length=20)] | None = None
    tension: Annotated[int, Field(ge=0, le=100)] | None = None
    move: Annotated[str, Field(max_length=40)] | None = None
    then: Annotated[str, Field(max_length=40)] | None = None
    words: Annotated[str, Field(max_length=200)] | None = None
    """as the therapist wrote it, where they wrote it in words"""

    @model_validator(mode="after")
    def _can_be_judged(self) -> "AimBody":
        aim_of(self.model_dump(exclude={"words"}, exclude_none=True))
        return self

    @property
    def aim(self) -> Aim:
        """As the coach judges it."""
        return Aim(**self.model_dump(exclude={"words"}))


class Assignment(Part):
    """One person's homework."""

    id: Id
    nonce: Id
    """a report quotes it, so that it cannot be handed in for another assignment"""
    made: Day
    client: Code
    """a code name that therapist and client agreed on"""
    scenarios: Annotated[tuple[Task, ...], Field(min_length=1, max_length=MOST_SCENARIOS)]
    aim: AimBody | None = None
    due: Day | None = None
    spacing: Annotated[int, Field(ge=0, le=60)] | None = None
    """days to let pass between plays"""
    coaching: Coaching = "full"
    undo_counts: bool = True
    """whether a play in which replies were taken back counts towards the aim"""
    rationale: Words = ""
    questions: Annotated[tuple[Question, ...], Field(max_length=MOST_QUESTIONS)] = ()
    share: tuple[Share, ...] = ("summary",)
    """what is asked to be shared; the client decides again for the last two"""
    program: Annotated[str, Field(max_length=40)]
    rule: Hash
    """of the partner's tables and step, as in a setup"""
    attested: Day
    """when the therapist stated what `attestation` asks of them"""

    @property
    def plays(self) -> int:
        """How many plays are asked for in all."""
        return sum(task.plays for task in self.scenarios)

    @property
    def due_on(self) -> date | None:
        """The day it is due."""
        return None if self.due is None else date.fromisoformat(self.due)

    def task(self, scenario: str, role: Role) -> Task | None:
        """The task for this scenario and chair, if there is one."""
        for task in self.scenarios:
            if (task.scenario, task.role) == (scenario, role.value):
                return task
        return None


class Withdrawal(Part):
    """Tells a client that an assignment is no longer asked for. What was played stays theirs."""

    assignment: Id
    nonce: Id
    made: Day
    words: Words = ""
    """of the therapist, to the client"""


def new_id() -> str:
    """An id or a nonce that nobody can guess."""
    return secrets.token_hex(ID_BYTES)


def body_of(value: Part) -> dict[str, Any]:
    """As it is sealed: plain values, defaults left out."""
    return value.model_dump(mode="json", exclude_defaults=True)


def assignment_of(body: Mapping[str, Any]) -> Assignment:
    """The assignment that was sealed. Raises `MalformedError`."""
    return checked(Assignment, body)


def withdrawal_of(body: Mapping[str, Any]) -> Withdrawal:
    """The withdrawal that was sealed. Raises `MalformedError`."""
    return checked(Withdrawal, body)


def checked(kind: type[P], body: Mapping[str, Any]) -> P:
    """A part out of plain values, as JSON gives them. Raises `MalformedError`."""
    try:
        return kind.model_validate_json(json.dumps(body))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise MalformedError(f"{where}: {first['msg']}") from error
