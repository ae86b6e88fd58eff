"""The scenario, as written. Frozen models that are the scenario; there is no second set of classes.

Fields keep the shape the author gave them (one line or a list, a target or routes), so that the
fingerprint is that of the file; `simulator.dialogue` compiles them into one shape. What each field
means to an author stands in `simulator.scenario.hover`.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    field_serializer,
)

from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import Stance
from simulator.partner.state import CONNECTION_AT_START
from simulator.partner.temperaments import DEFAULT_TEMPERAMENT
from simulator.scenario.fields import (
    PHRASE_SCHEMA,
    Flag,
    Format,
    Gain,
    HopeLevel,
    Later,
    Level,
    Minutes,
    MoveName,
    Name,
    NameKey,
    Percent,
    TemperamentName,
    Text,
    TextKey,
)

_STANCES = frozenset(Stance)


class Part(BaseModel):
    """What every part of a scenario shares: frozen, and no field that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Bounds(Part):
    """A range of a meter, ends included."""

    at_least: Percent | None = None
    at_most: Percent | None = None


class ConnectionBounds(Bounds):
    """A range of connection, or how much of it was gained since the start."""

    gained: Gain | None = None


class HopeBounds(Part):
    """A range of hope, ends included."""

    at_least: HopeLevel | None = None
    at_most: HopeLevel | None = None


class Condition(Part):
    """When something holds: every key that is given, together."""

    stance: tuple[Stance, ...] | None = Field(None, min_length=1)
    tension: Bounds | None = None
    connection: ConnectionBounds | None = None
    hope: HopeBounds | None = None
    promised: Flag | None = None
    voiced: Flag | None = None
    earned: Flag | None = None
    remembers: tuple[Name, ...] | None = Field(None, min_length=1)
    not_remembers: tuple[Name, ...] | None = Field(None, min_length=1)
    again: Flag | None = None


class Line(Part):
    """What the partner does and says at one moment."""

    when: Condition | None = None
    does: Text | None = None
    says: Text | None = None
    then: Text | None = None
    text: Text | None = None
    thinks: Text | None = None
    asks_time: Flag = False
    remember: tuple[Name, ...] = ()
    instead: Flag = False


def _shape_of_lines(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "<list>"
    if isinstance(value, Mapping) and not _STANCES.isdisjoint(value):
        return "<stances>"
    return "<line>"


def _shape_of_stance(value: Any) -> str:
    return "<list>" if isinstance(value, (list, tuple)) else "<line>"


LineOrList = Annotated[
    Annotated[Line, Tag("<line>")]
    | Annotated[tuple[Line, ...], Field(min_length=1), Tag("<list>")],
    Discriminator(_shape_of_stance),
]
Lines = Annotated[
    Annotated[Line, Tag("<line>")]
    | Annotated[tuple[Line, ...], Field(min_length=1), Tag("<list>")]
    | Annotated[dict[Stance, LineOrList], Field(min_length=1), Tag("<stances>")],
    Discriminator(_shape_of_lines),
]
"""one line for all stances, a list of which the first that holds is spoken, or one or a list a
stance"""


class Route(Part):
    """Where a reply leads, when its condition holds."""

    when: Condition | None = None
    go: Name


def _shape_of_target(value: Any) -> str:
    return "<routes>" if isinstance(value, (list, tuple)) else "<target>"


Target = Annotated[
    Annotated[Name, Tag("<target>")]
    | Annotated[tuple[Route, ...], Field(min_length=1), Tag("<routes>")],
    Discriminator(_shape_of_target),
]


def _shape_of_phrases(value: Any) -> str:
    return "<phrases>" if isinstance(value, (list, tuple)) else "<phrase>"


Phrases = Annotated[
    Annotated[str, WithJsonSchema(PHRASE_SCHEMA), Tag("<phrase>")]
    | Annotated[tuple[Text, ...], Field(min_length=1), Tag("<phrases>")],
    Discriminator(_shape_of_phrases),
]


def _shape_of_moves(value: Any) -> str:
    return "<names>" if isinstance(value, (list, tuple)) else "<quoted>"


Moves = Annotated[
    Annotated[dict[MoveName, Phrases], Field(min_length=1), Tag("<quoted>")]
    | Annotated[tuple[MoveName, ...], Field(min_length=1), Tag("<names>")],
    Discriminator(_shape_of_moves),
]
"""each move with the words that carry it (empty: the whole reply), or a plain list"""


class Reply(Part):
    """Something the player can say or do at a beat."""

    say: Text | None = None
    does: Text | None = None
    text: Text | None = None
    moves: Moves | None = None
    feedback: Text | None = None
    answer: Lines | None = None
    to: Target | None = None
    when: Condition | None = None
    rather: Name | None = None
    same_as: Name | None = None
    remember: tuple[Name, ...] = ()
    forget: tuple[Name, ...] = ()
    once: Flag = False
    crosses_line: Flag = False

    @field_serializer("moves")
    def _ordered(self, moves: Any) -> Any:
        return [[move, words] for move, words in moves.items()] if type(moves) is dict else moves


class Beat(Part):
    """A moment at which the partner has spoken and replies are offered."""

    scene: Text | None = None
    later: Later | None = None
    tip: Text | None = None
    lines: Lines
    replies: Annotated[dict[NameKey, Reply], Field(min_length=1)]
    to: Target | None = None


class Ending(Part):
    """Where a play ends, and what it meant."""

    outcome: Outcome
    otherwise: Name | None = None
    scene: Text | None = None
    later: Later | None = None
    lines: Lines
    meaning: Text
    cost: Text
    theirs: Text


TensionRange = Annotated[tuple[Percent, ...], Field(min_length=2, max_length=2)]


def _shape_of_tension(value: Any) -> str:
    return "<range>" if isinstance(value, (list, tuple)) else "<number>"


StartTension = Annotated[
    Annotated[Percent, Tag("<number>")] | Annotated[TensionRange, Tag("<range>")],
    Discriminator(_shape_of_tension),
]


class Partner(Part):
    """Who the partner is when the talk starts."""

    temperament: TemperamentName = DEFAULT_TEMPERAMENT
    allows: tuple[TemperamentName, ...] = ()
    tension: StartTension | None = None
    connection: Percent = CONNECTION_AT_START
    hope: HopeLevel | None = None


class Chair(Part):
    """One role of a scenario: the situation as this player meets it."""

    brief: Text
    partner: Partner = Partner()
    opens: Name
    best: Outcome
    interrupts: dict[Stance, Name] = Field(default_factory=dict)
    beats: Annotated[dict[NameKey, Beat], Field(min_length=1)]
    endings: Annotated[dict[NameKey, Ending], Field(min_length=1)]


class PronounForms(Part):
    """Pronouns as forms, for those who use others than he, she or they."""

    subject: Text
    object: Text
    possessive: Text
    reflexive: Text


def _shape_of_pronouns(value: Any) -> str:
    return "<forms>" if isinstance(value, (Mapping, PronounForms)) else "<word>"


Pronouns = Annotated[
    Annotated[Literal["he", "she", "they"], Tag("<word>")]
    | Annotated[PronounForms, Tag("<forms>")],
    Discriminator(_shape_of_pronouns),
]


class Person(Part):
    """One of the two."""

    name: Text
    pronouns: Pronouns


class Cast(Part):
    """Who is who."""

    pursuer: Person
    withdrawer: Person


class Scenario(Part):
    """A scenario file."""

    format: Format
    kind: Literal["scenario", "tutorial"] = "scenario"
    title: Text
    summary: Text
    language: Text = "en"
    authors: tuple[Text, ...] = ()
    license: Text | None = None
    relationship: Literal["romantic", "friendship", "family", "work"]
    minutes: Minutes
    level: Level
    skills: tuple[MoveName, ...] = ()
    content_notes: tuple[Text, ...] = ()
    cast: Cast
    suppress: dict[TextKey, Text] = Field(default_factory=dict)
    pursuer: Chair | None = None
    withdrawer: Chair | None = None

    def chair(self, role: Role) -> Chair:
        """The role's part of the file; `KeyError` where the scenario lacks it."""
        found = self.pursuer if role is Role.PURSUER else self.withdrawer
        if found is None:
            raise KeyError(role.value)
        return found

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that can be played."""
        return tuple(
            role
            for role, chair in ((Role.PURSUER, self.pursuer), (Role.WITHDRAWER, self.withdrawer))
            if chair is not None
        )

    def person(self, role: Role) -> Person:
        """Who is in this role."""
        return self.cast.pursuer if role is Role.PURSUER else self.cast.withdrawer
