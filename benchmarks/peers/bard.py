"""A generated story in bardic. What is equivalent: `benchmarks.peers.arithmetic`.

A choice of bardic leads to a passage and does nothing itself; what a reply does stands in a passage
of its own, which leads on at once.
"""

from collections.abc import Iterator, Sequence

from benchmarks import words
from benchmarks.generated import CONNECTION, START, WITHDRAWN, Beat, Reply
from benchmarks.peers.arithmetic import AT_EASE, GIVES_WAY, LEAVING, change, holds
from simulator.partner.state import METER_END

_HEAD = f"""\
:: Start
~ tension = {START}
~ connection = {CONNECTION}
-> beat_0

"""
_BEAT = """\
:: {id}
@if {at_ease}:
{calm}
@else:
{tense}
@endif

"""
_REPLY = """\
:: {id}
~ tension = max(0, min({end}, tension + {tension}))
~ connection = max(0, min({end}, connection + {connection}))
{answer}
@if {leaving}:
-> {gone}
"""


def as_bard(story: Sequence[Beat]) -> str:
    """The story as bardic source."""
    return "".join(_parts(story))


def _parts(story: Sequence[Beat]) -> Iterator[str]:
    yield _HEAD
    for beat in story:
        n = beat.number
        calm, tense = words.CALM.format(n=n), words.TENSE.format(n=n)
        yield _BEAT.format(id=beat.id, at_ease=AT_EASE, calm=calm, tense=tense)
        yield from (f"{_choice(reply, n)}\n" for reply in beat.replies)
        yield "\n"
        for reply in beat.replies:
            yield from _reply(reply, n)
    yield from map(_ending, words.ENDS)


def _choice(reply: Reply, n: int) -> str:
    offered = "" if reply.when.is_open else f"{{{holds(reply.when)}}} "
    return f"+ {offered}[{words.SAID[reply.move].words.format(n=n)}] -> {reply.id}"


def _reply(reply: Reply, n: int) -> Iterator[str]:
    more = change(reply.move)
    yield _REPLY.format(
        id=reply.id,
        end=METER_END,
        tension=more.tension,
        connection=more.connection,
        answer=words.ANSWER.format(n=n),
        leaving=LEAVING,
        gone=WITHDRAWN,
    )
    for way in reply.ways:
        yield "@else:\n" if way.when.is_open else f"@elif {holds(way.when)}:\n"
        yield f"-> {way.target}\n"
    yield "@endif\n\n"


def _ending(name: str) -> str:
    asks, other = GIVES_WAY.get(name, ("", ""))
    if not asks:
        return f":: {name}\n{words.ENDS[name]}\n\n"
    return f":: {name}\n@if {asks}:\n{words.ENDS[name]}\n@else:\n-> {other}\n@endif\n\n"
