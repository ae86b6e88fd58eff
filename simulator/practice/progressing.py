"""From the journal to what there is to tell of all plays, and what could come next.

Plays are read from their stored states, which is what makes a thousand of them quick; the moves of
a reply come from the text it was chosen in. Where a play was had under another rule, or its text
cannot be read any more, it is left out of what moves and guesses tell, and that is said. Stopped
plays and the tutorial are counted nowhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from simulator.coach.attempts import Attempt, Guess
from simulator.coach.facts import Use, uses
from simulator.coach.landing import landing
from simulator.coach.progress import Progress, progress
from simulator.coach.suggest import Seat, Suggestion, suggestions
from simulator.dialogue.conversation import Moment, Offer, Turn
from simulator.dialogue.setup import options
from simulator.journal.events import Guessed, Hinted, Reflection, Replied, TookBack
from simulator.partner.causes import causes
from simulator.partner.moves import Role
from simulator.partner.rule import rule_fingerprint
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.library import list_library
from simulator.scenario.load import load_bytes, load_file
from simulator.scenario.notes import is_intimate
from simulator.scenario.shapes import moves_of, phrases_of

if TYPE_CHECKING:
    from simulator.journal.events import Event, Play, Reflected
    from simulator.journal.journal import Journal
    from simulator.scenario.head import Head
    from simulator.scenario.model import Reply, Scenario

_MOST_READ = 24
"""scenarios not had yet that are read for suggestions"""
_SILENT = Moment(None, None, None, ())


class Told(NamedTuple):
    """How a scenario is spoken of."""

    title: str
    names: Mapping[Role, str]
    is_intimate: bool


class Gathered(NamedTuple):
    """What the journal is asked for, once."""

    plays: "tuple[Play, ...]" = ()
    """oldest first, without those that were stopped"""
    texts: Mapping[str, str] = {}
    """of the scenarios, by `Setup.scenario`"""


class Overview(NamedTuple):
    """All there is to tell."""

    progress: Progress
    suggestions: tuple[Suggestion, ...]
    told: Mapping[str, Told]
    """by the scenario's id; of a text that cannot be read any more there is none"""
    heads: "Mapping[str, Head]"
    """of the scenarios that may be suggested, by id"""


def gathered(journal: "Journal") -> Gathered:
    """What is kept. Raises `JournalError`."""
    plays = journal.plays()
    texts: dict[str, str] = {}
    for hash_ in {play.setup.scenario for play in plays}:
        with suppress(LookupError):
            texts[hash_] = journal.text(hash_)
    return Gathered(plays, texts)


def overview(kept: Gathered, *, show_intimacy: bool) -> Overview:
    """What there is to tell of what is kept, and what could come next.

    Scenarios about physical closeness are suggested only to those who chose to see them.
    """
    texts = _Texts(kept.texts)
    attempts = tuple(_attempts(kept.plays, texts))
    so_far = progress(attempts)
    heads = [head for head in list_library().heads if show_intimacy or not head.is_intimate]
    read = dict(_scenarios(heads, {one.scenario for one in attempts}))
    found = suggestions(tuple(_seats(read)), attempts, so_far)
    told = {**texts.told, **{id_: _told(one) for id_, one in read.items()}}
    return Overview(so_far, found, told, {head.id: head for head in heads})


class _Texts:
    """The texts plays were had with, each read once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, Scenario | None] = {}
        self.told: dict[str, Told] = {}

    def of(self, play: "Play") -> "Scenario | None":
        """The scenario as it was played; `None` where its text cannot be read any more."""
        hash_ = play.setup.scenario
        if hash_ not in self._read:
            text = self._texts.get(hash_)
            self._read[hash_] = load_bytes(text.encode(), play.scenario).scenario if text else None
        scenario = self._read[hash_]
        if scenario is not None:
            self.told[play.scenario] = _told(scenario)
        return scenario


def _told(scenario: "Scenario") -> Told:
    names = {role: scenario.person(role).name for role in Role}
    return Told(scenario.title, names, is_intimate(scenario.content_notes))


def _attempts(plays: "Iterable[Play]", texts: _Texts) -> Iterator[Attempt]:
    rule = rule_fingerprint()
    for play in plays:
        scenario = texts.of(play)
        is_tutorial = scenario is not None and scenario.kind == "tutorial"
        if not is_tutorial and any(isinstance(event, Replied) for event in play.events):
            yield attempt(play, scenario if play.setup.rule == rule else None)


def attempt(play: "Play", scenario: "Scenario | None") -> Attempt:
    """A play as facts; `scenario` is the text it was had with, `None` where it cannot be followed."""
    first, stands = _given(play.events), play.turns
    followed = _Followed(play, scenario) if scenario else None
    setup = play.setup
    return Attempt(
        play.id,
        play.scenario,
        setup.role,
        setup.temperament,
        setup.tension,
        tuple(one.reply for one in first),
        tuple(one.reply for one in stands),
        tuple((one.before.stance, one.after.stance) for one in first),
        tuple((one.before.stance, one.after.stance) for one in stands),
        tuple(_guesses(play.events, len(first), followed)) if followed else (),
        followed.uses(stands) if followed else None,
        _sentences(play.reflections),
        play.finished,
    )


def _sentences(reflections: "Iterable[Reflected]") -> int:
    """How many sentences of their own somebody wrote."""
    words = [one.words or "" for one in reflections if one.what is Reflection.OWN_WORDS]
    return sum(bool(one.strip()) for one in words)


def _given(events: "Sequence[Event]") -> tuple[Replied, ...]:
    """The replies up to a taking back, or up to where a reply was shown."""
    given: list[Replied] = []
    for event in events:
        match event:
            case Replied():
                given.append(event)
            case TookBack() | Hinted(step=3):
                break
    return tuple(given)


def _guesses(events: "Sequence[Event]", first: int, followed: "_Followed") -> Iterator[Guess]:
    """One a reply, held against how it landed; those taken back later among them."""
    standing: list[tuple[int, Replied]] = []
    judged: set[int] = set()
    for place, event in enumerate(events):
        match event:
            case Replied():
                standing.append((place, event))
            case TookBack(kept=kept):
                del standing[kept:]
            case Guessed(turn=turn, guess=guess) if 0 < turn <= len(standing):
                given, reply = standing[turn - 1]
                made = followed.turn(turn, reply)
                if made is not None and given not in judged:
                    judged.add(given)
                    is_first = _count_replies(events[: given + 1]) <= first
                    yield Guess(guess, landing(made), is_first)


def _count_replies(events: "Iterable[Event]") -> int:
    return sum(isinstance(event, Replied) for event in events)


class _Followed:
    """A play whose text and rule are known: what was said, and why it came out as it did."""

    def __init__(self, play: "Play", scenario: "Scenario") -> None:
        self._beats = scenario.chair(play.setup.role).beats
        self._partner = play.setup.role.other
        self._temperament = TEMPERAMENTS[play.setup.temperament]

    def uses(self, replied: Sequence[Replied]) -> tuple[Use, ...]:
        """The moves of these replies, and whether they landed."""
        turns = (self.turn(number, one) for number, one in enumerate(replied, 1))
        return uses([turn for turn in turns if turn])

    def turn(self, number: int, replied: Replied) -> Turn | None:
        """A turn without what the partner said; `None` for a reply that carries no move."""
        reply = self._reply(replied)
        if reply is None or reply.moves is None:
            return None
        return Turn(
            number,
            replied.beat,
            replied.reply,
            Offer(replied.reply, reply.say, reply.does, reply.text),
            phrases_of(reply),
            _SILENT,
            replied.before,
            replied.after,
            causes(replied.before, moves_of(reply), self._partner, self._temperament),
            reply.feedback,
        )

    def _reply(self, replied: Replied) -> "Reply | None":
        beat = self._beats.get(replied.beat)
        return beat.replies.get(replied.reply) if beat else None


def _scenarios(heads: "Iterable[Head]", had: set[str]) -> "Iterator[tuple[str, Scenario]]":
    """Those had before and some that were not, as the library has them now."""
    unseen = 0
    for head in heads:
        unseen += head.id not in had
        if head.id in had or unseen <= _MOST_READ:
            scenario = load_file(head.path).scenario
            if scenario is not None:
                yield head.id, scenario


def _seats(read: "Mapping[str, Scenario]") -> Iterator[Seat]:
    for id_, scenario in read.items():
        for role in scenario.roles:
            carried = _carried(scenario, role)
            may = options(scenario, role)
            yield Seat(
                id_,
                role,
                scenario.level,
                scenario.kind == "tutorial",
                tuple(skill for skill in scenario.skills if skill in carried),
                may.temperaments,
                may.tension,
            )


def _carried(scenario: "Scenario", role: Role) -> frozenset[str]:
    """The moves that can be made from this chair."""
    beats = scenario.chair(role).beats.values()
    replies = (reply for beat in beats for reply in beat.replies.values())
    return frozenset(move for reply in replies for move in moves_of(reply))
