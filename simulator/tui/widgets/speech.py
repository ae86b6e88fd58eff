"""What was said and done, as paragraphs: the partner at the margin, the player set in."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.dialogue.conversation import Moment, Offer, Spoken
from simulator.language import _
from simulator.practice.phrases import places
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.words import content

DEED = "italic"
QUIET = "$quiet"
SCENE = "italic $quiet"
YOU = "bold $you"
CARRIED = "underline"
"""the words that carried a move"""
SET_IN = 5
"""cells the player's words are set in further than the partner's, where there is room"""


def quoted(words: str) -> str:
    """Words in the marks of speech."""
    return f"“{words}”"


def moment_paragraphs(moment: Moment, partner: str, *, thoughts: bool) -> Iterator[Hanging]:
    """The partner's lines, bubbles where switched on; time and place are nobody's line.

    An answer is given before time passes and the place changes.
    """
    for line in moment.lines[: moment.answers]:
        yield from line_paragraphs(line, partner, thoughts=thoughts)
    if moment.later:
        yield Hanging(
            content(_("{time} later").format(time=moment.later), "bold $quiet"),
            content("── ", "$rule"),
        )
    if moment.scene:
        yield Hanging(content(moment.scene, SCENE), content("┄  ", "$rule"))
    for line in moment.lines[moment.answers :]:
        yield from line_paragraphs(line, partner, thoughts=thoughts)


def line_paragraphs(line: Spoken, partner: str, *, thoughts: bool) -> Iterator[Hanging]:
    """One line of the partner's: body, words, body, message; what is thought stands below."""
    parts = tuple(_parts(line, partner))
    if parts:
        yield Hanging(Content(" ").join(parts))
    if thoughts and line.thinks:
        yield Hanging(content(f"{line.thinks})", SCENE), content("   ∘ (", QUIET))


def _parts(line: Spoken, partner: str) -> Iterator[Content]:
    if not line.does:
        writes = line.text and not line.says
        named = _("{name} writes:") if writes else _("{name}:")
        yield content(named.format(name=partner), "bold")
    else:
        yield content(line.does, DEED)
    if line.says:
        yield content(quoted(line.says))
    if line.then:
        yield content(line.then, DEED)
    if line.text:
        if line.says or line.does:
            yield content(_("In writing:"), QUIET)
        yield content(quoted(line.text))


def offer_content(offer: Offer) -> Content:
    """A reply: the deed in italics, the words in quotation marks, a message named as one."""
    return Content(" ").join(tuple(_offer_parts(offer)))


def _offer_parts(offer: Offer) -> Iterator[Content]:
    if offer.does:
        yield content(offer.does, DEED)
    if offer.say:
        yield content(quoted(offer.say))
    if offer.text:
        yield content(_("Write:"), QUIET)
        yield content(quoted(offer.text))


def tip_paragraph(tip: str) -> Hanging:
    """A tip, in a quiet box of its own."""
    bar = content("█ ", "$rule")
    return Hanging(content(_("Tip") + "  ", "bold $quiet") + content(tip, QUIET), bar, bar)


def player_paragraph(offer: Offer, carried: Sequence[tuple[str, Sequence[str]]] = ()) -> Hanging:
    """What the player said, did or wrote, set apart from the partner's lines; underlined in it
    the words that carried a move."""
    said = offer_content(offer)
    for start, end in places(said.plain, (words for _move, quotes in carried for words in quotes)):
        said = said.stylize(CARRIED, start, end)
    return Hanging(said, content("  {you}  ".format(you=_("You")), YOU), indent=SET_IN)
