"""A play as statements of the Experience API 1.0.3, in the words of its serious-games profile.

The profile (https://w3id.org/xapi/seriousgames): a reply is *selected* on a *dialog-tree*, a talk
is a *quest* that is initialized and completed. What the profile has no verb for is said with
those of ADL (exited, terminated) and Activity Streams (retract). Statements hold ids and numbers,
none of anybody's words. The same event gives the same statement for ever: what is taken back
later is retracted by a statement of its own.
"""

import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from urllib.parse import quote

from simulator.journal.events import Event, Left, Play, Replied, TookBack
from simulator.partner.outcomes import Outcome

Json = Mapping[str, object]

VERSION = "1.0.3"
PLATFORM = "dialogue-practice-simulator"
_OURS = "urn:dialogue-practice"
PLAYERS = f"{_OURS}:players"
"""the home page of the account: a name, not an address, for there is no server behind it"""
PROFILE = "https://w3id.org/xapi/seriousgames"
DIALOG_TREE = f"{PROFILE}/activity-types/dialog-tree"
QUEST = f"{PROFILE}/activity-types/quest"
SERIOUS_GAME = f"{PROFILE}/activity-types/serious-game"
_PROFILE_TYPE = "http://adlnet.gov/expapi/activities/profile"
_VERBS = {
    "initialized": "http://adlnet.gov/expapi/verbs/initialized",
    "selected": "https://w3id.org/xapi/adb/verbs/selected",
    "retracted": "http://activitystrea.ms/schema/1.0/retract",
    "exited": "http://adlnet.gov/expapi/verbs/exited",
    "completed": "http://adlnet.gov/expapi/verbs/completed",
    "terminated": "http://adlnet.gov/expapi/verbs/terminated",
}


class _Said(NamedTuple):
    """What one statement says, without what is the same in all of a play."""

    part: str
    """which of the statements of its event"""
    verb: str
    object: Json
    at: datetime
    result: Json | None = None


def statements(play: Play, player: str) -> Iterator[Json]:
    """The statements of a play, oldest first; `player` is a pseudonym, never a name."""
    begun = _Said("begun", "initialized", _talk(play), play.started)
    yield _statement(play, player, 0, begun)
    standing: list[int] = []
    replies = 0
    for number, event in enumerate(play.events, 1):
        if isinstance(event, Replied):
            standing.append(number)
            replies += 1
        for said in _said(play, event, standing, undone=replies - len(standing)):
            yield _statement(play, player, number, said)
        if isinstance(event, TookBack):
            del standing[event.kept :]


def _said(play: Play, event: Event, standing: list[int], *, undone: int) -> Iterator[_Said]:
    """`standing` are the numbers of the events whose replies stand before a taking back."""
    match event:
        case Replied():
            yield _Said("reply", "selected", _beat(play, event.beat), event.at, _chosen(event))
            if event.outcome is not None:
                yield _end(play, event, event.outcome, undone)
        case TookBack(at=at, kept=kept):
            for number in reversed(standing[kept:]):
                reply = {"objectType": "StatementRef", "id": _id(play, number, "reply")}
                yield _Said(f"back {number}", "retracted", reply, at)
        case Left(at=at):
            yield _Said("left", "exited", _talk(play), at)


def _end(play: Play, event: Replied, outcome: Outcome, undone: int) -> _Said:
    stopped = outcome is Outcome.STOPPED
    result: dict[str, object] = {
        "completion": not stopped,
        "duration": _duration(event.at - play.started),
        "extensions": {
            f"{_OURS}:extensions:outcome": outcome.value,
            f"{_OURS}:extensions:undone": undone,
        },
    }
    if event.ending is not None:
        result["response"] = event.ending
    verb = "terminated" if stopped else "completed"
    return _Said("end", verb, _talk(play), event.at, result)


def _chosen(event: Replied) -> Json:
    return {
        "response": event.reply,
        "extensions": {
            f"{_OURS}:extensions:before": event.before._asdict(),
            f"{_OURS}:extensions:after": event.after._asdict(),
        },
    }


def _statement(play: Play, player: str, number: int, said: _Said) -> Json:
    told = {"result": said.result} if said.result else {}
    return {
        "id": _id(play, number, said.part),
        "actor": {"objectType": "Agent", "account": {"homePage": PLAYERS, "name": player}},
        "verb": {"id": _VERBS[said.verb], "display": {"en": said.verb}},
        "object": said.object,
        **told,
        "context": _context(play, said.object),
        "timestamp": said.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "version": VERSION,
    }


def _context(play: Play, about: Json) -> Json:
    """Platform and revision may stand only where the object is an activity."""
    activities: dict[str, object] = {
        "grouping": [_activity(f"{_OURS}:simulator", SERIOUS_GAME)],
        "category": [_activity(PROFILE, _PROFILE_TYPE)],
    }
    of_activity: Json = {}
    if about["objectType"] == "Activity":
        of_activity = {"revision": play.setup.scenario, "platform": PLATFORM}
    if about != _talk(play):
        activities["parent"] = [_talk(play)]
    return {
        "registration": str(uuid.UUID(play.id)),
        "contextActivities": activities,
        **of_activity,
        "extensions": {f"{_OURS}:extensions:setup": dict(play.setup._asdict())},
    }


def _talk(play: Play) -> Json:
    return _activity(_named(play), QUEST)


def _beat(play: Play, beat: str) -> Json:
    return _activity(f"{_named(play)}:{quote(beat, safe='')}", DIALOG_TREE)


def _named(play: Play) -> str:
    return f"{_OURS}:scenarios:{quote(play.scenario, safe='')}:{play.setup.role.value}"


def _activity(name: str, kind: str) -> Json:
    return {"objectType": "Activity", "id": name, "definition": {"type": kind}}


def _id(play: Play, number: int, part: str) -> str:
    """The same for the same event of the same play, on any machine."""
    return str(uuid.uuid5(uuid.UUID(play.id), f"{number} {part}"))


def _duration(length: timedelta) -> str:
    """ISO 8601, to a hundredth of a second; never negative, though a clock was set back."""
    return f"PT{max(0.0, length.total_seconds()):.2f}S"
