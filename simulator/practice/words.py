"""The house's own words, shared by every player: terms, fear, safety, and what things are called.

Plain text without markup. A part that begins with `POINT` is one point of a list.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

POINT = "· "


class Page(NamedTuple):
    """One page of text."""

    title: str
    parts: tuple[str, ...]
    """paragraphs and points, in order"""


TERMS = Page(
    "Before you begin",
    (
        "Here you can practise a hard conversation before you have it. You choose what to say, a "
        "practice partner answers, and you can take back any of it and try again.",
        "Four things to know first:",
        "· This is a practice aid, not treatment, and nobody is on call behind it.",
        "· The partner here is not your partner. It cannot know yours, and what goes well here "
        "may go otherwise at home.",
        "· It cannot tell you whether to stay.",
        "· It cannot do the other half. A talk takes two, and your practising does not oblige "
        "anyone to meet you.",
        "Nothing you do here is sent to anyone. Your settings are kept, and your talks from the "
        "first reply on, so that you can go on with them: on this computer, unless whoever set it "
        "up chose another place. You can erase them for good.",
    ),
)

FEAR = Page(
    "If you are afraid",
    (
        "For some people the hard part of talking at home is fear. It can be fear of how the "
        "other will react. It can be changing what you say, what you wear, what you spend or "
        "whom you see, so that they stay calm.",
        "If that is how you live, this is not the right practice for it. Softer words are for two "
        "people who are both safe. They are not the answer to fear, and you are not the one who "
        "has to find better ones.",
        "None of it is your fault. Not what you said, not what you kept to yourself, and not that "
        "you are still there.",
        "You can talk to somebody who knows about this, and you need not be sure first. The "
        "safety page says more; s opens it from anywhere. Esc pressed twice leaves at once, from "
        "anywhere, and empties the screen.",
    ),
)

IN_DANGER = "If you are in danger now, call your local emergency number."

TURN_TO = (
    "Where to turn: a helpline for abuse at home, your doctor, a counsellor you see on your own, "
    "or one person you trust. They will not need you to be certain, or to have decided anything."
)

LINES_CHECKED = "Added by whoever set up this program here, and theirs to keep up to date:"

OTHER_SIDE = (
    "If you are the one who is feared, or you have frightened or forced someone and want it to "
    "stop, there are helplines and counsellors for that too. They will not be shocked, and "
    "calling is a beginning."
)

ANY_TIME = "Leaving a room in which you are afraid is all right at any time."

KEPT = (
    "Your talks are kept from the first reply on: on this computer, unless whoever set it up chose "
    "another place. One that is not finished is shown by its title when the program is next opened "
    "here. `simulator erase` removes one talk, or all, for good, and `simulator encrypt` puts a "
    "passphrase before them."
)

TRACES = (
    "The program also keeps a file of settings, and after a fault a log with none of your words in "
    "it. Leaving at once empties the screen and what it could be scrolled back to; it does not "
    "erase the talk. The terminal may still remember the command that opened the program, and "
    "other software on this computer may keep its own record. If somebody looks through your "
    "things, a device they cannot reach is safer."
)

CROSSED = Page(
    "The talk stops here",
    (
        "It stops because this is where it turns into frightening or forcing someone. There is no "
        "way on from here that would be practice.",
        "You may have chosen it only to see what would come. Then there is nothing more to see.",
        "If you have done this to somebody, or somebody has done it to you, you can talk to people "
        "who will not be shocked.",
    ),
)
"""when a reply crosses the line; the safety page comes after it"""


def safety(lines: tuple[str, ...] = ()) -> Page:
    """The safety page, with the places to turn to that were added for this locale."""
    added = (LINES_CHECKED, *(f"{POINT}{line}" for line in lines)) if lines else ()
    return Page(
        "Safety",
        (IN_DANGER, TURN_TO, *added, ANY_TIME, *FEAR.parts[:3], OTHER_SIDE, KEPT, TRACES),
    )


class Part(NamedTuple):
    """One part of what is shown in play, and what it means."""

    name: str
    means: str


PARTS = (
    Part(
        "Tension",
        "How hard the other one is bracing, from 0 to 100. It says how they are, not "
        "how well you did: some talks start on a bad evening.",
    ),
    Part(
        "Stance",
        "What they do with the tension. One who needs room goes from engaged to guarded, "
        "withdrawing, shut down, and may leave. One who reaches out goes from calm to protesting "
        "and escalating, or stops asking. A stance comes on quickly and lifts slowly; the meter "
        "says at which level, and after how many good replies in a row.",
    ),
    Part(
        "Connection",
        "How near the two of you are. It grows a little with each reply that lands, and one that "
        "hurts takes back twice as much.",
    ),
    Part(
        "Hope",
        "How much asking is left in one who reaches out. When it is used up they turn quiet. That "
        "calm is a loss.",
    ),
    Part(
        "“… took it as”",
        "How your reply was heard, by this partner, at this moment. The same words can be heard "
        "otherwise a little later.",
    ),
    Part(
        "Thoughts",
        "What they think and do not say, in brackets. At home you will not have this.",
    ),
)

REACHES: Mapping[str, str] = MappingProxyType(
    {"pursuer": "reaching out", "withdrawer": "needing room"}
)
"""what somebody in each role is doing, by the role's id"""

DOES: Mapping[str, str] = MappingProxyType(
    {"pursuer": "is reaching out", "withdrawer": "needs room"}
)
"""the same, said of somebody"""

RELATIONSHIPS: Mapping[str, str] = MappingProxyType(
    {"romantic": "a couple", "friendship": "friends", "family": "family", "work": "work"}
)

LEVELS: Mapping[int, str] = MappingProxyType({1: "gentle", 2: "demanding", 3: "hard"})

NOTES: Mapping[str, str] = MappingProxyType({"intimacy": "physical closeness"})
"""content notes that read otherwise on screen than in a file"""

TEMPERS: Mapping[str, str] = MappingProxyType(
    {
        "even": "Braces and eases like most people on most days.",
        "secure": "Settles lower, braces less, and comes back after one good word.",
        "avoidant": "Being pushed costs more here; being given room helps more.",
        "anxious": "Going quiet or away costs more here; an open or a kind word helps more.",
        "fearful": "Being pushed and being left cost more here, and a good word is believed late.",
    }
)
"""what each temperament is like, by its id; its plain name is in the rule"""


def minutes(count: int) -> str:
    """A length of time in words."""
    return "1 minute" if count == 1 else f"{count} minutes"


def facts(
    relationship: str, count: int, level: int, notes: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """What the library says of a scenario besides its title, each in a word or two."""
    return (
        RELATIONSHIPS.get(relationship, relationship),
        minutes(count),
        LEVELS.get(level, str(level)),
        *(NOTES.get(note, note) for note in notes),
    )
