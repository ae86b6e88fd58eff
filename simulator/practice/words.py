"""The house's own words, shared by every player: terms, fear, safety, and what things are called.

Plain text without markup. A part that begins with `POINT` is one point of a list.
"""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.language import N_, Marked, _, ngettext

POINT = "· "
SAFETY_KEY = "s"
"""opens the safety page where no other key was chosen for it"""


class Page(NamedTuple):
    """One page of text."""

    title: str
    parts: tuple[str, ...]
    """paragraphs and points, in order"""


class HousePage(Page):
    """A page of ours: marked, and in the language in use when it is read."""

    @property
    def title(self) -> str:  # noqa: D102 (as above)
        return _(self[0])

    @property
    def parts(self) -> tuple[str, ...]:  # noqa: D102 (as above)
        return tuple(_(part).replace("{safety}", SAFETY_KEY) for part in self[1])

    def with_safety_key(self, key: str) -> Page:
        """The same page, where another key opens the safety page."""
        return Page(self.title, tuple(_(part).replace("{safety}", key) for part in self[1]))


TERMS = HousePage(
    N_("Before you begin"),
    (
        N_(
            "Here you can practise a hard conversation before you have it. You choose what to say, a "
            "practice partner answers, and you can take back any of it and try again."
        ),
        N_("Four things to know first:"),
        N_("· This is a practice aid, not treatment, and nobody is on call behind it."),
        N_(
            "· The partner here is not your partner. It cannot know yours, and what goes well here "
            "may go otherwise at home."
        ),
        N_("· It cannot tell you whether to stay."),
        N_(
            "· It cannot do the other half. A talk takes two, and your practising does not oblige "
            "anyone to meet you."
        ),
        N_(
            "Nothing you do here is sent to anyone. Your settings are kept, and your talks from the "
            "first reply on, so that you can go on with them: on this computer, unless whoever set it "
            "up chose another place. You can erase them for good."
        ),
    ),
)

FEAR = HousePage(
    N_("If you are afraid"),
    (
        N_(
            "For some people the hard part of talking at home is fear. It can be fear of how the "
            "other will react. It can be changing what you say, what you wear, what you spend or "
            "whom you see, so that they stay calm."
        ),
        N_(
            "If that is how you live, this is not the right practice for it. Softer words are for two "
            "people who are both safe. They are not the answer to fear, and you are not the one who "
            "has to find better ones."
        ),
        N_(
            "None of it is your fault. Not what you said, not what you kept to yourself, and not that "
            "you are still there."
        ),
        N_(
            "You can talk to somebody who knows about this, and you need not be sure first. The "
            "safety page says more; {safety} opens it from anywhere. Esc pressed twice leaves at "
            "once, from anywhere, and empties the screen."
        ),
    ),
)

IN_DANGER = N_("If you are in danger now, call your local emergency number.")

TURN_TO = N_(
    "Where to turn: a helpline for abuse at home, your doctor, a counsellor you see on your own, "
    "or one person you trust. They will not need you to be certain, or to have decided anything."
)

LINES_CHECKED = N_("Added by whoever set up this program here, and theirs to keep up to date:")

OTHER_SIDE = N_(
    "If you are the one who is feared, or you have frightened or forced someone and want it to "
    "stop, there are helplines and counsellors for that too. They will not be shocked, and "
    "calling is a beginning."
)

ANY_TIME = N_("Leaving a room in which you are afraid is all right at any time.")

KEPT = N_(
    "Your talks are kept from the first reply on: on this computer, unless whoever set it up chose "
    "another place. One that is not finished is shown by its title when the program is next opened "
    "here, unless it is set to be discreet. `simulator erase` removes one talk, or all, for good, "
    "and `simulator encrypt` puts a passphrase before them."
)

TRACES = N_(
    "The program also keeps a file of settings, and after a fault a log with none of your words in "
    "it. Leaving at once empties the screen and what it could be scrolled back to; it does not "
    "erase the talk. The terminal may still remember the command that opened the program, and "
    "other software on this computer may keep its own record. If somebody looks through your "
    "things, a device they cannot reach is safer."
)

CROSSED = HousePage(
    N_("The talk stops here"),
    (
        N_(
            "It stops because this is where it turns into frightening or forcing someone. There is no "
            "way on from here that would be practice."
        ),
        N_(
            "You may have chosen it only to see what would come. Then there is nothing more to see."
        ),
        N_(
            "If you have done this to somebody, or somebody has done it to you, you can talk to people "
            "who will not be shocked."
        ),
    ),
)
"""when a reply crosses the line; the safety page comes after it"""


def safety(lines: tuple[str, ...] = ()) -> Page:
    """The safety page, with the places to turn to that were added for this locale."""
    added = (_(LINES_CHECKED), *(f"{POINT}{line}" for line in lines)) if lines else ()
    return Page(
        _("Safety"),
        (
            _(IN_DANGER),
            _(TURN_TO),
            *added,
            _(ANY_TIME),
            *FEAR.parts[:3],
            _(OTHER_SIDE),
            _(KEPT),
            _(TRACES),
        ),
    )


class Part(NamedTuple):
    """One part of what is shown in play, and what it means."""

    name: str
    means: str


class HousePart(Part):
    """Marked, and in the language in use when it is read."""

    @property
    def name(self) -> str:  # noqa: D102 (as above)
        return _(self[0])

    @property
    def means(self) -> str:  # noqa: D102 (as above)
        return _(self[1])


PARTS = (
    HousePart(
        N_("Tension"),
        N_(
            "How hard the other one is bracing, from 0 to 100. It says how they are, not "
            "how well you did: some talks start on a bad evening."
        ),
    ),
    HousePart(
        N_("Stance"),
        N_(
            "What they do with the tension. One who needs room goes from engaged to guarded, "
            "withdrawing, shut down, and may leave. One who reaches out goes from calm to protesting "
            "and escalating, or stops asking. A stance comes on quickly and lifts slowly; the meter "
            "says at which level, and after how many good replies in a row."
        ),
    ),
    HousePart(
        N_("Connection"),
        N_(
            "How near the two of you are. It grows a little with each reply that lands, and one that "
            "hurts takes back twice as much."
        ),
    ),
    HousePart(
        N_("Hope"),
        N_(
            "How much asking is left in one who reaches out. When it is used up they turn quiet. That "
            "calm is a loss."
        ),
    ),
    HousePart(
        N_("“… took it as”"),
        N_(
            "How your reply was heard, by this partner, at this moment. The same words can be heard "
            "otherwise a little later."
        ),
    ),
    HousePart(
        N_("Thoughts"),
        N_("What they think and do not say, in brackets. At home you will not have this."),
    ),
)

REACHES: Mapping[str, str] = Marked(
    {"pursuer": N_("reaching out"), "withdrawer": N_("needing room")}
)
"""what somebody in each role is doing, by the role's id"""

DOES: Mapping[str, str] = Marked({"pursuer": N_("is reaching out"), "withdrawer": N_("needs room")})
"""the same, said of somebody"""

RELATIONSHIPS: Mapping[str, str] = Marked(
    {
        "romantic": N_("a couple"),
        "friendship": N_("friends"),
        "family": N_("family"),
        "work": N_("work"),
    }
)

LEVELS: Mapping[int, str] = Marked({1: N_("gentle"), 2: N_("demanding"), 3: N_("hard")})

NOTES: Mapping[str, str] = Marked({"intimacy": N_("physical closeness")})
"""content notes that read otherwise on screen than in a file"""

TEMPERS: Mapping[str, str] = Marked(
    {
        "even": N_("Braces and eases like most people on most days."),
        "secure": N_("Settles lower, braces less, and comes back after one good word."),
        "avoidant": N_("Being pushed costs more here; being given room helps more."),
        "anxious": N_("Going quiet or away costs more here; an open or a kind word helps more."),
        "fearful": N_(
            "Being pushed and being left cost more here, and a good word is believed late."
        ),
    }
)
"""what each temperament is like, by its id; its plain name is in the rule"""


def minutes(count: int) -> str:
    """A length of time in words."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


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
