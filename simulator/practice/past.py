"""A talk as it was kept, for reading: from its stored states, without playing it again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.language import _
from simulator.partner.stances import level_of
from simulator.practice.spoken import offer_words
from simulator.practice.when import when
from simulator.practice.words import POINT, REACHES, Page

if TYPE_CHECKING:
    from simulator.journal.events import Play, Replied
    from simulator.partner.state import PartnerState
    from simulator.scenario.model import Scenario


def page_of(play: "Play", scenario: "Scenario | None", why: str) -> Page:
    """The talk turn by turn, after why it is only shown.

    `scenario` is the text it was had with; `None` where that cannot be read any more.
    """
    title = scenario.title if scenario else play.scenario
    return Page(title, (why, *_parts(play, scenario)))


def _parts(play: "Play", scenario: "Scenario | None") -> Iterator[str]:
    role = play.setup.role
    you = scenario.person(role).name if scenario else _("one of the two")
    them = scenario.person(role.other).name if scenario else _("the other one")
    yield _("You were {name}, {doing}. It began {when}.").format(
        name=you, doing=REACHES[role], when=when(play.started)
    )
    turns = play.turns
    if turns:
        yield _("At first: {state}").format(state=_stood(them, turns[0].before))
    for turn in turns:
        said, stood = _said(turn, play, scenario), _stood(them, turn.after)
        yield POINT + _("{said} After it: {state}").format(said=said, state=stood)
    yield _("To have this talk again, choose it from the list of scenarios.")


def _said(turn: "Replied", play: "Play", scenario: "Scenario | None") -> str:
    beat = scenario.chair(play.setup.role).beats.get(turn.beat) if scenario else None
    reply = beat.replies.get(turn.reply) if beat else None
    if reply:
        return _("You: {words}").format(words=offer_words(reply))
    return _("You gave the reply “{reply}”.").format(reply=turn.reply)


def _stood(name: str, state: "PartnerState") -> str:
    return _("{name} was {stance}, tension {tension}, connection {connection}.").format(
        name=name,
        stance=_(level_of(state.stance).name),
        tension=state.tension,
        connection=state.connection,
    )
