"""The pages of the plain player: the beginning, help, and what stands at the end."""

from collections.abc import Iterator

from simulator.partner.temperaments import TEMPERAMENTS
from simulator.plain.meters import curve_lines
from simulator.practice.outcomes import outcome_words
from simulator.practice.sitting import Sitting
from simulator.practice.words import FEAR, NOTES, PARTS, POINT, REACHES, TERMS, Page, facts

KEYS = (
    ("1, 2, 3 …", "give that reply"),
    ("Enter alone", "the replies once more"),
    ("u", "take the last reply back; u 3 takes back three"),
    ("b", "the brief"),
    ("t", "the partner's thoughts, on or off"),
    ("p", "the points of the last reply, meter by meter"),
    ("?", "this page"),
    ("s", "the safety page"),
    ("q", "leave"),
    ("x", "leave at once; a terminal is emptied, with all it could be scrolled back to"),
)
"""every key and what it does; each is typed and sent with Enter"""

KEYS_IN_SHORT = (
    "Type a key, then Enter: ? for help and every key, s for the safety page, x to leave at once."
)
NOT_KEPT = "You have left the talk. It is not kept."
KEPT = "You have left the talk. It is kept: `simulator resume` goes on at the same line."
KEPT_WHOLE = "You have left. The talk is kept; `simulator history` lists what is kept."
KEPT_STOPPED = (
    "You have left. What was said is kept, and left out of every list; "
    "`simulator erase --all` removes it."
)
GO_ON = "You go on where you stopped. This is the talk so far."
OVER = "The talk is over. u takes back the last reply, q leaves."
STOPPED = "The talk does not go on from here. s opens the safety page again, q leaves."


def terms() -> Iterator[Page]:
    """The pages of the first start, with the keys of this player in place of the screen's."""
    yield TERMS
    yield FEAR._replace(parts=(*FEAR.parts[:-1], KEYS_IN_SHORT))


def beginning(sitting: Sitting) -> Iterator[str]:
    """What is played, who the player is, and what they know and want."""
    scenario = sitting.scenario
    yield sitting.title
    about = facts(scenario.relationship, scenario.minutes, scenario.level)
    yield f"{', '.join(about).capitalize()}."
    if scenario.content_notes:
        notes = ", ".join(NOTES.get(note, note) for note in scenario.content_notes)
        yield f"Content notes: {notes}."
    you, them = sitting.player.name, sitting.partner.name
    yield (
        f"You are {you}, {REACHES[sitting.role]}. "
        f"{them} is the one {REACHES[sitting.partner_role]}."
    )
    if scenario.chair(sitting.role).partner.allows:
        yield f"{them} here: {TEMPERAMENTS[sitting.setup.temperament].name}."
    yield sitting.brief


def help_page() -> Page:
    """Every key, and what is shown."""
    keys = (f"{POINT}{key}: {does}." for key, does in KEYS)
    parts = (f"{POINT}{part.name}: {part.means}" for part in PARTS)
    return Page(
        "Help",
        (
            "Type a key, then Enter.",
            *keys,
            "What is shown after each reply:",
            *parts,
            f"{TERMS.title}:",
            *TERMS.parts,
        ),
    )


def ending(sitting: Sitting) -> Iterator[str]:
    """What the talk came to, what it meant and cost, and both meters over the turns."""
    reached = sitting.ending
    if reached is None:
        return
    name = sitting.partner.name
    yield f"The end: {outcome_words(reached.outcome, name)}."
    yield f"What it meant: {reached.meaning}"
    yield f"What it cost: {reached.cost}"
    yield f"{name}'s own part: {reached.theirs}"
    yield from curve_lines(sitting.curve)
    if sitting.partner_role in sitting.scenario.roles:
        yield f"The other chair, {name}'s, is played with --as {sitting.partner_role.value}."


def farewell(sitting: Sitting) -> Iterator[str]:
    """What becomes of the talk that was left, and the seed it came from."""
    yield _kept(sitting)
    yield from seed(sitting)


def _kept(sitting: Sitting) -> str:
    if sitting.keeper is None or sitting.keeper.trouble or not sitting.turns:
        return NOT_KEPT
    if sitting.stopped:
        return KEPT_STOPPED
    return KEPT_WHOLE if sitting.finished else KEPT


def seed(sitting: Sitting) -> Iterator[str]:
    """The seed: given again, with the same replies, it makes the same talk. None after a stop."""
    if not sitting.stopped:
        yield f"The seed was {sitting.setup.seed}."
