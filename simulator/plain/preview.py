"""What an author sees while writing: the problems of the text, and the talk as it stands in it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from simulator.coach.people import forms_of
from simulator.partner.state import PartnerState
from simulator.plain import pages
from simulator.plain.meters import meter_lines, point_lines, reason_lines
from simulator.plain.paper import Paper
from simulator.plain.speech import moment_lines, tip_lines
from simulator.practice.spoken import offer_words
from simulator.practice.watching import Held, Rehearsal, Watched
from simulator.scenario.codes import Severity
from simulator.scenario.diagnostics import Diagnostic, as_text, has_errors

MOST_SHOWN = 5
"""problems of one kind that are shown after a save; all of them are shown on request"""
ROWS_OF_ONE = 8
"""lines of a screen that an error takes, with those around it"""

KEYS = (
    ("1, 2, 3 …", "give that reply"),
    ("Enter alone", "the preview once more"),
    ("u", "take the last reply back; u 3 takes back three"),
    ("r", "start again from the first line"),
    ("role", "sit in the other chair, at the replies given there"),
    ("p", "the partner's state, and the points of the last reply"),
    ("d", "every problem of the file, with the lines it stands on"),
    ("b", "the brief"),
    ("t", "the partner's thoughts, on or off"),
    ("s", "the safety page"),
    ("?", "this page"),
    ("q", "leave; Ctrl+C does it too"),
    ("x", "leave at once, and empty the terminal"),
)
"""every key and what it does; each is typed and sent with Enter"""


def most_shown(rows: int | None) -> int:
    """How many problems of one kind a screen of so many rows has room for after a save."""
    return MOST_SHOWN if rows is None else max(1, min(MOST_SHOWN, rows // ROWS_OF_ONE - 1))


def write_read(paper: Paper, watched: Watched, at: datetime, *, most: int) -> None:
    """That the file was read, and what is to be said of it, before the preview."""
    title = f", “{watched.rehearsal.title}”" if watched.rehearsal else ""
    if watched.gone:
        paper.notes((f"{watched.path.name}{title}: gone, as of {at:%H:%M:%S}.",))
        return
    found = watched.opened.diagnostics
    paper.notes((f"{watched.path.name}{title}, read at {at:%H:%M:%S}: {_count(found)}.",))
    write_found(paper, found, watched.opened.text, most=most)


def write_found(paper: Paper, found: Iterable[Diagnostic], text: str, *, most: int | None) -> None:
    """Errors with the lines they stand on, then warnings; where `most` is given, in short."""
    errors, warnings = _by_severity(found)
    for diagnostic in errors[:most]:
        _write_whole(paper, diagnostic, text)
    for diagnostic in warnings[:most]:
        if most is None:
            _write_whole(paper, diagnostic, text)
        else:
            paper.write(_in_short(diagnostic), lead="- ")
    more = 0 if most is None else sum(max(0, len(kind) - most) for kind in (errors, warnings))
    if more:
        paper.write(f"and {more} more; d shows them all.", lead="- ")
    if warnings or more:
        paper.blank()


def standing(watched: Watched) -> Iterator[str]:
    """What of the preview is not as the text now has it, and why."""
    if watched.behind and watched.rehearsal is None:
        yield "There is nothing to preview yet. As soon as it can be played, it is shown here."
    elif watched.gone:
        yield "There is no file of this name now. The preview is that of the last text, and stays."
    elif has_errors(watched.opened.diagnostics):
        yield "The preview is still that of the last text without errors."
    elif watched.behind:
        yield f"The preview is still that of the text before: {watched.behind}."
    if watched.held and watched.rehearsal:
        yield _held(watched.held, over=watched.rehearsal.finished)


def write_talk(paper: Paper, sitting: Rehearsal, *, thoughts: bool) -> None:
    """The replies so far in short, then the last of them with all that came of it."""
    them = forms_of(sitting.partner)
    latest = sitting.latest
    if latest is None:
        paper.notes(tuple(pages.beginning(sitting)))
    else:
        _write_so_far(paper, sitting)
        paper.notes((f"You: {offer_words(latest.turn.you)}",))
    paper.notes(tuple(moment_lines(sitting.moment, them, thoughts=thoughts)))
    paper.notes(tuple(tip_lines(sitting.moment, first=not sitting.turns)))
    if sitting.stopped:
        paper.notes(("The play stops here: this reply crosses the line. A player is shown why.",))
    elif latest is None:
        paper.notes(tuple(meter_lines(sitting.reading)))
    else:
        moved = (latest.tension, latest.connection, latest.hope)
        paper.notes(tuple(meter_lines(latest.reading, *moved)))
        paper.notes(tuple(reason_lines(latest)))
    paper.notes(tuple(pages.ending(sitting)))
    _write_replies(paper, sitting)


def state_lines(sitting: Rehearsal) -> Iterator[str]:
    """The partner's state as the rule has it, and what moved it last, point by point."""
    yield f"At {sitting.beat}: {_state(sitting.state)}."
    latest = sitting.latest
    if latest is not None and not sitting.stopped:
        yield f"{latest.turn.reply} does: {', '.join(latest.turn.moves)}."
        yield from point_lines(latest.explanation)


def status(watched: Watched) -> str:
    """One line on the file and the chair, for the foot of every page."""
    sitting = watched.rehearsal
    if sitting is None:
        return f"{watched.path.name}: {_count(watched.diagnostics)}."
    chair = f"{sitting.player.name}'s chair, the {sitting.role.value}'s"
    if watched.gone:
        return f"{watched.path.name}: gone. {chair}."
    return f"{watched.path.name}: {_count(watched.diagnostics)}. {chair}."


def _write_whole(paper: Paper, diagnostic: Diagnostic, text: str) -> None:
    head, *lines, hint = as_text(diagnostic, text).splitlines()
    paper.write(head)
    if lines:
        paper.prompt("\n".join(_fitting(lines, paper.width)) + "\n")
    paper.write(hint.removeprefix("   hint: "), lead="   hint: ")
    paper.blank()


def _in_short(d: Diagnostic) -> str:
    return f"line {d.line}: {d.severity.value}[{d.code}] {d.message}"


def _fitting(lines: Sequence[str], width: int) -> Sequence[str]:
    """The lines cut at the width, where the mark beneath them stands within it."""
    return [line[:width] for line in lines] if len(lines[-1]) <= width else lines


def _write_so_far(paper: Paper, sitting: Rehearsal) -> None:
    paper.write("Replies so far:")
    for turn in sitting.turns:
        after = turn.state
        led = f"tension {after.tension}, {after.stance.value}"
        paper.write(f"{turn.reply}, at {turn.beat}: {led}", lead=f"{turn.number}. ")
    paper.blank()


def _write_replies(paper: Paper, sitting: Rehearsal) -> None:
    if not sitting.offered:
        paper.write(f"The talk is over, at {sitting.beat}. u takes the last reply back.")
        paper.blank()
        return
    paper.write(f"You can reply, at {sitting.beat}:")
    for number, offer in enumerate(sitting.offered, start=1):
        paper.write(f"{offer_words(offer)} ({offer.id})", lead=f"{number}. ")
    paper.blank()


def _held(held: Held, *, over: bool) -> str:
    first, *rest = held.replies
    why = (
        f"the talk is over there, at {held.beat}"
        if over
        else f"“{first}” is not offered at {held.beat}"
    )
    what = f"It and the {_replies(len(rest))} after it wait" if rest else "It waits"
    return (
        f"The replay stopped at turn {held.turn}: {why}. {what} for a text that offers "
        f"{'them' if rest else 'it'} again; a reply given now takes {'their' if rest else 'its'} place."
    )


def _replies(count: int) -> str:
    return "reply" if count == 1 else f"{count} replies"


def _state(state: PartnerState) -> str:
    said = [f"{state.stance.value}, tension {state.tension}, connection {state.connection}"]
    if state.hope is not None:
        said.append(f"hope {state.hope}")
    said.append(f"{state.streak} good {'reply' if state.streak == 1 else 'replies'} in a row")
    said.append("time was asked for" if state.asked_time else "time was not asked for")
    said.append("a return is owed" if state.promised else "no return is owed")
    said.append(f"you have {'' if state.voiced else 'not '}said something of your own")
    return ", ".join(said)


def _by_severity(found: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    errors: list[Diagnostic] = []
    warnings: list[Diagnostic] = []
    for diagnostic in found:
        (errors if diagnostic.severity is Severity.ERROR else warnings).append(diagnostic)
    return errors, warnings


def _count(found: Sequence[Diagnostic]) -> str:
    errors, warnings = map(len, _by_severity(found))
    if not found:
        return "nothing to report"
    return f"{_of(errors, 'error')}, {_of(warnings, 'warning')}"


def _of(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
