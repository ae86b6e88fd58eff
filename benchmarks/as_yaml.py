"""A generated story in our language.

No more is written than the peers' stories hold, and what the language asks for besides: the moves
(which for the peers are two numbers) and a sentence of feedback.
"""

from collections.abc import Iterator, Sequence

from benchmarks import words
from benchmarks.generated import (
    ALL,
    CONNECTION,
    RECONNECTED,
    RUPTURED,
    START,
    STUCK,
    TRUCE,
    WITHDRAWN,
    Beat,
    Bounds,
    Reply,
    Way,
)

_HEAD = """\
format: 1
kind: scenario
title: A talk of {beats} beats
summary: Made for measuring, not for playing.
language: en
authors: [nobody]
license: CC-BY-4.0
relationship: romantic
minutes: 5
level: 2
skills: [offering_time, validation]
content_notes: []
cast:
  pursuer: {{name: Teo, pronouns: he}}
  withdrawer: {{name: Marit, pronouns: she}}
pursuer:
  brief: >-
    The list has lain on the kitchen table for three weeks, and tonight you would like to get through it.
  partner: {{temperament: even, tension: {tension}, connection: {connection}}}
  opens: beat_0
  best: reconnected
  interrupts: {{left: {gone}}}
  beats:
"""
_BEAT = """\
    {id}:
      lines:
        engaged: {{says: "{calm}"}}
        withdrawing: {{says: "{tense}"{asks}}}
      replies:
"""
_REPLY = """\
        {id}:
          say: "{says}"
          moves: [{move}]
          feedback: {feedback}
          answer: {{says: "{answer}"}}
"""
_ENDING = """\
    {id}:
      outcome: {outcome}
{otherwise}      lines: {{does: "{line}"}}
      meaning: There is an evening behind you both.
      cost: Three weeks of waiting.
      theirs: The worry was there before the list was.
"""
_OUTCOMES = {
    RECONNECTED: ("reconnected", TRUCE),
    TRUCE: ("truce", STUCK),
    STUCK: ("stuck", ""),
    RUPTURED: ("ruptured", ""),
    WITHDRAWN: ("withdrawn", ""),
}


def as_yaml(story: Sequence[Beat]) -> bytes:
    """The story as a scenario file."""
    return "".join(_parts(story)).encode()


def _parts(story: Sequence[Beat]) -> Iterator[str]:
    yield _HEAD.format(beats=len(story), tension=START, connection=CONNECTION, gone=WITHDRAWN)
    for beat in story:
        yield from _beat(beat)
    yield "  endings:\n"
    for name, (outcome, other) in _OUTCOMES.items():
        otherwise = f"      otherwise: {other}\n" if other else ""
        line = words.ENDS[name]
        yield _ENDING.format(id=name, outcome=outcome, otherwise=otherwise, line=line)


def _beat(beat: Beat) -> Iterator[str]:
    n = beat.number
    calm, tense = words.CALM.format(n=n), words.TENSE.format(n=n)
    asks = ", asks_time: true" if beat.asks_time else ""
    yield _BEAT.format(id=beat.id, calm=calm, tense=tense, asks=asks)
    for reply in beat.replies:
        yield from _reply(reply, n)


def _reply(reply: Reply, n: int) -> Iterator[str]:
    said = words.SAID[reply.move]
    yield _REPLY.format(
        id=reply.id,
        says=said.words.format(n=n),
        move=reply.move,
        feedback=said.feedback,
        answer=words.ANSWER.format(n=n),
    )
    if not reply.when.is_open:
        yield f"          when: {_bounds(reply.when)}\n"
    if len(reply.ways) == 1:
        yield f"          to: {reply.ways[0].target}\n"
        return
    yield "          to:\n"
    yield from (f"            - {_way(way)}\n" for way in reply.ways)


def _way(way: Way) -> str:
    if way.when.is_open:
        return f"go: {way.target}"
    return f"{{when: {_bounds(way.when)}, go: {way.target}}}"


def _bounds(bounds: Bounds) -> str:
    low = [f"at_least: {bounds.low}"] if bounds.low > ALL.low else []
    high = [f"at_most: {bounds.high}"] if bounds.high < ALL.high else []
    return f"{{tension: {{{', '.join(low + high)}}}}}"
