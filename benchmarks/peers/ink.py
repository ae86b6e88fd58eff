"""A generated story in ink, for inkjs and inkcpp. What is equivalent: `benchmarks.peers.arithmetic`."""

from collections.abc import Iterator, Sequence

from benchmarks import words
from benchmarks.generated import CONNECTION, START, WITHDRAWN, Beat, Reply
from benchmarks.peers.arithmetic import AT_EASE, GIVES_WAY, LEAVING, change, holds
from simulator.partner.state import METER_END

_HEAD = f"""\
VAR tension = {START}
VAR connection = {CONNECTION}
-> beat_0

=== function hears(more_tension, more_connection) ===
~ tension = within(tension + more_tension)
~ connection = within(connection + more_connection)

=== function within(level) ===
{{
  - level < 0:
    ~ return 0
  - level > {METER_END}:
    ~ return {METER_END}
  - else:
    ~ return level
}}

"""
_BEAT = """\
=== {id} ===
{{ {at_ease}: {calm}|{tense} }}
"""
_REPLY = """\
+ {offered}[{says}]
  ~ hears({tension}, {connection})
  {answer}
  {{ {leaving}: -> {gone} }}
"""


def as_ink(story: Sequence[Beat]) -> str:
    """The story as ink source."""
    return "".join(_parts(story))


def _parts(story: Sequence[Beat]) -> Iterator[str]:
    yield _HEAD
    for beat in story:
        n = beat.number
        calm, tense = words.CALM.format(n=n), words.TENSE.format(n=n)
        yield _BEAT.format(id=beat.id, at_ease=AT_EASE, calm=calm, tense=tense)
        for reply in beat.replies:
            yield from _reply(reply, n)
    yield from map(_ending, words.ENDS)


def _reply(reply: Reply, n: int) -> Iterator[str]:
    more = change(reply.move)
    yield _REPLY.format(
        offered="" if reply.when.is_open else f"{{ {holds(reply.when)} }} ",
        says=words.SAID[reply.move].words.format(n=n),
        tension=more.tension,
        connection=more.connection,
        answer=words.ANSWER.format(n=n),
        leaving=LEAVING,
        gone=WITHDRAWN,
    )
    for way in reply.ways:
        go = f"-> {way.target}"
        yield f"  {go}\n" if way.when.is_open else f"  {{ {holds(way.when)}: {go} }}\n"


def _ending(name: str) -> str:
    asks, other = GIVES_WAY.get(name, ("", ""))
    way = f"{{ not ({asks}): -> {other} }}\n" if asks else ""
    return f"=== {name} ===\n{way}{words.ENDS[name]}\n-> END\n"
