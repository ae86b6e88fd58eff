"""The table of `simulator respond`: each step with its meters, and in words what moved them.

The words are for authors: they name moves by their ids, and no partner, unlike the coach's.
ASCII only and within 80 columns, so that any terminal, pipe or screen reader takes it.
"""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.partner.causes import Cause, Meter
from simulator.partner.moves import DEFERRING, TIME_OUT
from simulator.partner.stances import Stance, level_of
from simulator.partner.state import METER_END, PartnerState
from simulator.partner.step import COMEBACK_HOPE
from simulator.partner.temperaments import Temperament

WIDTH = 80
_NAME, _VALUE, _POINTS = 12, 11, 5

_WORDS = {
    "tension": {
        "move": "{move}",
        "company": "not alone: {move} beside it",
        "softener": "softened a little by {move}",
        "charge_limit": "no reply weighs more than four",
        "soothes_more": "{move} soothes this partner more",
        "believes_late": "a first kindness is believed only in part",
        "quarter_limit": "it soothes at most a quarter of the tension",
        "time_overridden": "it pressed on after time was asked for",
        "hit_harder": "this partner takes it hard",
        "drift": "of itself, towards rest",
        "promise_made": "{move}: a pause, with a return named",
        "promise_kept": "{move}: the promise was kept",
        "promise_broken": "{move}: the promise was broken",
        "giving_up": "has stopped asking; the protest goes quiet",
        "coming_back": "asks again; the anger comes before the calm",
        "meter_end": "the meter ends here",
        "not_landed_late": "{move} unheard: no room for it yet",
        "not_landed_time_asked": "{move} unheard: time was asked for",
    },
    "connection": {
        "charge": "the reply, as far as it gets through",
        "hidden_wish": "a wish of one's own was hidden",
        "left": "the partner walked out",
        "giving_up": "waiting, and nothing came",
        "meter_end": "the meter ends here",
    },
    "hope": {
        "move": "{move}",
        "promise_kept": "{move}: the promise was kept",
        "promise_broken": "{move}: the promise was broken",
        "meter_end": "the meter ends here",
    },
}


class Step(NamedTuple):
    """One reply, the state it led to, and why."""

    moves: tuple[str, ...]
    after: PartnerState
    causes: tuple[Cause, ...]


def table(start: PartnerState, steps: Sequence[Step], temperament: Temperament) -> str:
    """The start and every step, one block each."""
    blocks = [_start(start)]
    before = start
    for number, step in enumerate(steps, start=1):
        blocks.append([*_heading(number, step), *_step(before, step, temperament)])
        before = step.after
    return "\n\n".join("\n".join(block) for block in blocks)


def _start(start: PartnerState) -> list[str]:
    return [
        "0  the start",
        *(_row(meter, _change(value, value)) for meter, value in _meters(start)),
        _row("stance", level_of(start.stance).name),
        _row("streak", _change(start.streak, start.streak)),
        *_notes(start, start),
    ]


def _heading(number: int, step: Step) -> list[str]:
    mark = f"{number}  "
    return textwrap.wrap(
        ", ".join(step.moves), WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark)
    )


def _step(before: PartnerState, step: Step, temperament: Temperament) -> Iterator[str]:
    if before.stance is Stance.LEFT:
        yield _row("stance", f"{level_of(Stance.LEFT).name}; nothing moves any more")
        return
    for meter, value in _meters(step.after):
        yield from _meter(meter, getattr(before, meter), value, step.causes)
    yield from _stance(before, step.after, step.causes, temperament)
    yield _row("streak", _change(before.streak, step.after.streak))
    yield from _notes(before, step.after)
    if before.promised and TIME_OUT in step.moves:
        yield _row("", f"so this {TIME_OUT} counts as {DEFERRING}")


def _meters(state: PartnerState) -> Iterator[tuple[Meter, int]]:
    yield "tension", state.tension
    yield "connection", state.connection
    if state.hope is not None:
        yield "hope", state.hope


def _meter(meter: Meter, before: int, after: int, causes: Sequence[Cause]) -> Iterator[str]:
    why = [cause for cause in causes if cause.meter == meter]
    if not why:
        yield _row(meter, _change(before, after))
    for row, cause in enumerate(why):
        name, value = ("", "") if row else (meter, _change(before, after))
        words = _WORDS[meter][cause.cause].format(move=cause.move)
        yield f"{_row(name, f'{value:<{_VALUE}}{cause.points or 0:>+{_POINTS}}')}  {words}"


def _stance(
    before: PartnerState, after: PartnerState, causes: Sequence[Cause], temperament: Temperament
) -> Iterator[str]:
    was, now = level_of(before.stance).name, level_of(after.stance).name
    why = next((cause.cause for cause in causes if cause.meter == "stance"), None)
    if why is None:
        yield _row("stance", now)
        return
    yield _row("stance", f"{was} -> {now}")
    yield _row("", _why_stance(why, before, after, temperament))


def _why_stance(
    why: str, before: PartnerState, after: PartnerState, temperament: Temperament
) -> str:
    if why == "worsened":
        return f"tension reached {level_of(after.stance).enters}"
    if why == "gave_up":
        return "hope has run out"
    if why == "came_back":
        return f"hope is back at {COMEBACK_HOPE} or more, and {_in_a_row(after.streak)}"
    level = level_of(before.stance)
    earned = after.streak >= level.streak_needed(temperament)
    by = _in_a_row(after.streak) if earned else "a promise was kept"
    return f"tension is {level.leaves} or less, and {by}"


def _in_a_row(streak: int) -> str:
    return "a good reply" if streak == 1 else f"{streak} good replies in a row"


def _notes(before: PartnerState, after: PartnerState) -> Iterator[str]:
    if after.asked_time:
        yield _row("time", "the partner asks for time")
    if after.promised:
        yield _row("promise", "a return is owed")
    elif before.promised:
        yield _row("promise", "no return is owed any more")
    if after.voiced and not before.voiced:
        yield _row("voice", "something of one's own was said")


def _row(name: str, text: str) -> str:
    return f"   {name:<{_NAME}}{text}"


def _change(before: int, after: int) -> str:
    widest = len(str(METER_END))
    return f"{after:>{widest}}" if before == after else f"{before:>{widest}} -> {after}"
