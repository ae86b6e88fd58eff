"""What is said and done, as paragraphs of plain text."""

from collections.abc import Iterator

from simulator.coach.people import Forms, capital
from simulator.dialogue.conversation import Moment, Spoken
from simulator.language import _
from simulator.practice.spoken import quoted


def moment_lines(moment: Moment, partner: Forms, *, thoughts: bool) -> Iterator[str]:
    """The answer, time and place as nobody's line, then the line; thoughts where switched on."""
    for place, line in enumerate(moment.lines):
        if place == moment.answers:
            yield from _time_and_place(moment)
        yield from _line(line, partner)
        if thoughts:
            yield from thought(line, partner)
    if moment.answers >= len(moment.lines):
        yield from _time_and_place(moment)


def thought(line: Spoken, partner: Forms) -> Iterator[str]:
    """What the partner thinks and does not say, if anything."""
    if line.thinks:
        yield _("({name} thinks: {thought})").format(name=partner.name, thought=line.thinks)


def tip_lines(moment: Moment, *, first: bool) -> Iterator[str]:
    """A tutorial's tip. It is written for the full screen, and the first one says so."""
    if moment.tip:
        lead = _("Tip, written for the full screen; ? lists the keys here: {tip}")
        yield (lead if first else _("Tip: {tip}")).format(tip=moment.tip)


def _time_and_place(moment: Moment) -> Iterator[str]:
    if moment.later:
        yield _("Time passes: {time}.").format(time=moment.later)
    if moment.scene:
        yield _("Scene: {scene}").format(scene=moment.scene)


def _line(line: Spoken, partner: Forms) -> Iterator[str]:
    parts = [part for part in (line.does, quoted(line.says), line.then) if part]
    if parts:
        told = line.says is None or _names(line.does or "", partner)
        yield " ".join(parts) if told else f"{partner.name}: {' '.join(parts)}"
    if line.text:
        writes = _("{name} writes: {words}")
        yield writes.format(name=partner.name, words=quoted(line.text))


def _names(deed: str, partner: Forms) -> bool:
    """Whether a deed says whose it is, so that the words after it need no name before them."""
    return partner.name in deed or deed.startswith(f"{capital(partner.subject)} ")
