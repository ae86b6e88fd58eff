"""The pages of the plain player: the beginning, help, and what stands at the end."""

from collections.abc import Iterator

from simulator.coach.people import capital
from simulator.dialogue.conversation import Offer
from simulator.language import N_, _, ngettext
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.plain.meters import curve_lines
from simulator.practice.outcomes import outcome_words
from simulator.practice.sitting import Sitting
from simulator.practice.spoken import offer_words
from simulator.practice.words import FEAR, NOTES, PARTS, POINT, REACHES, TERMS, Page, facts

KEYS = (
    (N_("1, 2, 3 …"), N_("give that reply")),
    (N_("Enter alone"), N_("the replies once more")),
    (N_("u"), N_("take the last reply back; u 3 takes back three")),
    (N_("h or hint"), N_("a hint; again, one step more, three in all")),
    (N_("g or guess"), N_("be asked after each reply how it landed, or no longer")),
    (N_("b"), N_("the brief")),
    (N_("t"), N_("the partner's thoughts, on or off")),
    (N_("p"), N_("the points of the last reply, meter by meter")),
    (N_("d or debrief"), N_("once the talk is over, what it was made of")),
    (N_("close up"), N_("once the talk is over, each reply with what moved it")),
    (
        N_("what if 2"),
        N_("once the talk is over, play on from turn 2 in another way; that is not kept"),
    ),
    (N_("breathe"), N_("a minute and a half of breathing")),
    (N_("?"), N_("this page")),
    (N_("s"), N_("the safety page")),
    (N_("q"), N_("leave")),
    (N_("x"), N_("leave at once; a terminal is emptied, with all it could be scrolled back to")),
)
"""every key and what it does; each is typed and sent with Enter"""

KEYS_IN_SHORT = N_(
    "Type a key, then Enter: ? for help and every key, s for the safety page, x to leave at once."
)
NOT_KEPT = N_("You have left the talk. It is not kept.")
KEPT = N_("You have left the talk. It is kept: `simulator resume` goes on at the same line.")
KEPT_WHOLE = N_("You have left. The talk is kept; `simulator history` lists what is kept.")
KEPT_STOPPED = N_(
    "You have left. What was said is kept, and left out of every list; "
    "`simulator erase --all` removes it."
)
GO_ON = N_("You go on where you stopped. This is the talk so far.")
OVER = N_("The talk is over. d tells what it was made of, u takes back the last reply, q leaves.")
NOT_OVER = N_("The debrief comes when the talk is over.")
STOPPED = N_("The talk does not go on from here. s opens the safety page again, q leaves.")
SKIP = N_("Type 1, 2 or 3, or closer, same or further; Enter alone skips it.")
ASKED = N_("After each reply you are asked how it landed.")
NOT_ASKED = N_("You are no longer asked how a reply landed.")


def terms() -> Iterator[Page]:
    """The pages of the first start, with the keys of this player in place of the screen's."""
    yield TERMS
    yield Page(FEAR.title, (*FEAR.parts[:-1], _(KEYS_IN_SHORT)))


def beginning(sitting: Sitting) -> Iterator[str]:
    """What is played, who the player is, and what they know and want."""
    scenario = sitting.scenario
    yield sitting.title
    about = facts(scenario.relationship, scenario.minutes, scenario.level)
    yield f"{capital(', '.join(about))}."
    if scenario.content_notes:
        notes = ", ".join(NOTES.get(note, note) for note in scenario.content_notes)
        yield _("Content notes: {notes}.").format(notes=notes)
    you, them = sitting.player.name, sitting.partner.name
    yield _("You are {you}, {reaches}. {them} is the one {others}.").format(
        you=you,
        reaches=REACHES[sitting.role],
        them=them,
        others=REACHES[sitting.partner_role],
    )
    if scenario.chair(sitting.role).partner.allows:
        temper = _(TEMPERAMENTS[sitting.setup.temperament].name)
        yield _("{name} here: {temper}.").format(name=them, temper=temper)
    yield sitting.brief


def help_page() -> Page:
    """Every key, and what is shown."""
    keys = (f"{POINT}{_(key)}: {_(does)}." for key, does in KEYS)
    parts = (f"{POINT}{part.name}: {part.means}" for part in PARTS)
    return Page(
        _("Help"),
        (
            _("Type a key, then Enter."),
            *keys,
            _("What is shown after each reply:"),
            *parts,
            f"{TERMS.title}:",
            *TERMS.parts,
        ),
    )


def you(offer: Offer) -> str:
    """What the player said, did or wrote."""
    return _("You: {words}").format(words=offer_words(offer))


def taken_back(count: int) -> str:
    """How many replies were taken back."""
    if count == 1:
        return _("The last reply is taken back. This is where you were:")
    back = ngettext(
        "The last {count} reply is taken back. This is where you were:",
        "The last {count} replies are taken back. This is where you were:",
        count,
    )
    return back.format(count=count)


def came_to(sitting: Sitting) -> Iterator[str]:
    """What the talk came to, and nothing more: one's own view of it comes first."""
    if sitting.ending is not None:
        outcome = outcome_words(sitting.ending.outcome, sitting.partner.name)
        yield _("The end: {outcome}.").format(outcome=outcome)


def ending(sitting: Sitting) -> Iterator[str]:
    """For authors: what the talk came to, what it meant and cost, and both meters over the turns."""
    yield from came_to(sitting)
    yield from meant(sitting)


def meant(sitting: Sitting, *, meters: bool = True, numbers: bool = True) -> Iterator[str]:
    """What it meant and cost, and, where they are wanted, both meters over the turns."""
    reached = sitting.ending
    if reached is None:
        return
    name = sitting.partner.name
    yield _("What it meant: {meaning}").format(meaning=reached.meaning)
    yield _("What it cost: {cost}").format(cost=reached.cost)
    yield _("{name}’s own part: {theirs}").format(name=name, theirs=reached.theirs)
    if meters:
        yield from curve_lines(sitting.curve, numbers=numbers)
    if sitting.partner_role in sitting.scenario.roles:
        other = _("The other chair, {name}’s, is played with --as {role}.")
        yield other.format(name=name, role=sitting.partner_role.value)


def farewell(sitting: Sitting) -> Iterator[str]:
    """What becomes of the talk that was left, and the seed it came from."""
    yield _kept(sitting)
    yield from seed(sitting)


def _kept(sitting: Sitting) -> str:
    if sitting.keeper is None or sitting.keeper.trouble or not sitting.turns:
        return _(NOT_KEPT)
    if sitting.stopped:
        return _(KEPT_STOPPED)
    return _(KEPT_WHOLE if sitting.finished else KEPT)


def seed(sitting: Sitting) -> Iterator[str]:
    """The seed: given again, with the same replies, it makes the same talk. None after a stop."""
    if not sitting.stopped:
        yield _("The seed was {seed}.").format(seed=sitting.setup.seed)
