"""A shared talk as text: what was said, and the meters after each reply."""

from collections.abc import Iterator

from simulator.coach.meters import Reading
from simulator.homework.page import words
from simulator.homework.review import Client
from simulator.homework.transcript import Exchange, Transcript, transcript
from simulator.language import _
from simulator.practice.homework.days import day_words
from simulator.practice.safe import shown
from simulator.practice.words import POINT, Page


def transcript_pages(client: Client) -> Iterator[Page]:
    """The talks that both sides agreed to share, oldest first."""
    for one in client.assignments:
        for given in one.attempts:
            told = transcript(one, given)
            if told is not None:
                title = _("{scenario} as {role}, {day}").format(
                    scenario=given.scenario, role=given.role, day=day_words(given.day)
                )
                yield Page(title, tuple(_parts(told)))


def _parts(told: Transcript) -> Iterator[str]:
    yield _(words.INVENTED)
    if told.scene:
        yield shown(told.scene)
    if told.opening:
        yield shown(told.opening)
    yield POINT + _meters(told.start)
    for one in told.exchanges:
        yield from _exchange(one, told)


def _exchange(one: Exchange, told: Transcript) -> Iterator[str]:
    yield f"{one.turn}. {shown(told.player)}: {shown(one.you)}"
    for happened in (one.later, one.scene):
        if happened:
            yield shown(happened)
    if one.partner:
        yield f"{shown(told.partner)}: {shown(one.partner)}"
    if one.took_as:
        yield POINT + shown(one.took_as)
    yield POINT + _meters(one.after)


def _meters(after: Reading) -> str:
    if after.hope is None:
        text = _("Tension {tension}, connection {connection}; {stance}.")
    else:
        text = _("Tension {tension}, connection {connection}, hope {hope}; {stance}.")
    return text.format(
        tension=after.tension,
        connection=after.connection,
        hope=after.hope,
        stance=after.stance_name,
    )
