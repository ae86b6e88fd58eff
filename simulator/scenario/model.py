"""The scenario, as written. Frozen models that are the scenario; there is no second set of classes.

Fields keep the shape the author gave them (one line or a list, a target or routes), so that the
fingerprint is that of the file; `simulator.dialogue` compiles them into one shape.
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
    Flag,
    Format,
    Gain,
    HopeLevel,
    Later,
    Level,
    Minutes,
    MoveName,
    Name,
    Percent,
    TemperamentName,
    Text,
)

_STANCES = frozenset(Stance)


class Part(BaseModel):
    """What every part of a scenario shares: frozen, and no field that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Bounds(Part):
    """A range of a meter, ends included."""

    at_least: Percent | None = Field(None, description="lowest value that still holds")
    at_most: Percent | None = Field(None, description="highest value that still holds")


class ConnectionBounds(Bounds):
    """A range of connection, or how much of it was gained since the start."""

    gained: Gain | None = Field(
        None, description="points above the connection this play started with"
    )


class HopeBounds(Part):
    """A range of hope, ends included."""

    at_least: HopeLevel | None = None
    at_most: HopeLevel | None = None


class Condition(Part):
    """When something holds: every key that is given, together."""

    stance: tuple[Stance, ...] | None = Field(
        None, min_length=1, description="the partner is in any of these"
    )
    tension: Bounds | None = None
    connection: ConnectionBounds | None = None
    hope: HopeBounds | None = Field(None, description="only where the partner is a pursuer")
    promised: Flag | None = Field(None, description="a return is owed")
    voiced: Flag | None = Field(None, description="the player has said something of their own")
    earned: Flag | None = Field(None, description="all that `reconnected` asks for holds now")
    remembers: tuple[Name, ...] | None = Field(None, min_length=1, description="all of these")
    not_remembers: tuple[Name, ...] | None = Field(None, min_length=1, description="none of these")
    again: Flag | None = Field(None, description="on a line: the beat was visited before")


class Line(Part):
    """What the partner does and says at one moment."""

    when: Condition | None = None
    does: Text | None = Field(None, description="what is done before the words")
    says: Text | None = Field(None, description="the words")
    then: Text | None = Field(None, description="what is done after the words")
    text: Text | None = Field(None, description="where the partner writes")
    thinks: Text | None = Field(None, description="the thought bubble")
    asks_time: Flag = Field(default=False, description="the line asks for time")
    remember: tuple[Name, ...] = Field((), description="flags set when it is spoken")
    instead: Flag = Field(default=False, description="on an answer: in place of the next line")


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


_PHRASE_SCHEMA = {"type": ["string", "number", "boolean", "null"]}
"""an editor's YAML reads nothing as null"""


def _shape_of_phrases(value: Any) -> str:
    return "<phrases>" if isinstance(value, (list, tuple)) else "<phrase>"


Phrases = Annotated[
    Annotated[str, WithJsonSchema(_PHRASE_SCHEMA), Tag("<phrase>")]
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

    say: Text | None = Field(None, description="the words")
    does: Text | None = Field(None, description="a deed, or what goes with the words")
    text: Text | None = Field(None, description="a message")
    moves: Moves | None = Field(None, description="what the reply does, with the words that do it")
    feedback: Text | None = Field(None, description="at most two sentences and 35 words")
    answer: Lines | None = Field(None, description="the partner's answer to this very reply")
    to: Target | None = Field(None, description="a beat or an ending, or routes")
    when: Condition | None = None
    rather: Name | None = Field(None, description="a reply of this beat to try instead")
    same_as: Name | None = Field(None, description="a reply of this beat with the same content")
    remember: tuple[Name, ...] = ()
    forget: tuple[Name, ...] = ()
    once: Flag = Field(default=False, description="not offered again after it was chosen")
    crosses_line: Flag = Field(default=False, description="frightens or forces: the play stops")

    @field_serializer("moves")
    def _ordered(self, moves: Any) -> Any:
        return [[move, words] for move, words in moves.items()] if type(moves) is dict else moves


class Beat(Part):
    """A moment at which the partner has spoken and replies are offered."""

    scene: Text | None = Field(None, description="nobody's line: time and place")
    later: Later | None = Field(None, description="how much time has passed, as “40 minutes”")
    tip: Text | None = Field(None, description="in a tutorial: what the screen shows here")
    lines: Lines
    replies: Annotated[dict[Name, Reply], Field(min_length=1)]
    to: Target | None = Field(None, description="for replies without a target of their own")


class Ending(Part):
    """Where a play ends, and what it meant."""

    outcome: Outcome
    otherwise: Name | None = Field(
        None, description="the ending instead, where the outcome may not be called so"
    )
    scene: Text | None = None
    later: Later | None = None
    lines: Lines
    meaning: Text
    cost: Text = Field(description="what it cost both")
    theirs: Text = Field(description="the partner's own part in it")


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
    allows: tuple[TemperamentName, ...] = Field(
        (), description="what a player may choose instead; default: the declared one alone"
    )
    tension: StartTension | None = Field(
        None, description="a number, or a range of at most ten values"
    )
    connection: Percent = CONNECTION_AT_START
    hope: HopeLevel | None = Field(None, description="only where the partner is a pursuer")


class Chair(Part):
    """One role of a scenario: the situation as this player meets it."""

    brief: Text = Field(description="what the player knows and wants")
    partner: Partner = Partner()
    opens: Name = Field(description="the beat it opens with")
    best: Outcome = Field(description="the best outcome this role offers")
    interrupts: dict[Stance, Name] = Field(
        default_factory=dict, description="a stance that, when entered, turns or ends the talk"
    )
    beats: Annotated[dict[Name, Beat], Field(min_length=1)]
    endings: Annotated[dict[Name, Ending], Field(min_length=1)]


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
    level: Level = Field(description="1 gentle … 3 hard")
    skills: tuple[MoveName, ...] = ()
    content_notes: tuple[Text, ...] = ()
    cast: Cast
    suppress: dict[Text, Text] = Field(
        default_factory=dict, description="warnings not to report: code and reason"
    )
    pursuer: Chair | None = Field(None, description="the player speaks as the pursuer")
    withdrawer: Chair | None = Field(None, description="the player speaks as the withdrawer")

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
