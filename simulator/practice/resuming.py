"""Talks that were broken off: which there are, and how each can go on.

What is kept is never made to fit: a talk goes on only where giving its replies again comes to the
very states that were kept, by the same rule and with the same text.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from simulator.language import N_, _, ngettext
from simulator.practice.when import when
from simulator.practice.words import REACHES, Page

if TYPE_CHECKING:
    from simulator.dialogue.setup import Setup
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal
    from simulator.practice.keeping import Asked, Keep, Keeping
    from simulator.practice.sitting import Sitting
    from simulator.scenario.head import Head
    from simulator.scenario.model import Scenario

OTHER_RULE = N_(
    "This talk was had with another version of how a partner takes things, so it cannot go on. "
    "This is how it was."
)
OTHER_COURSE = N_(
    "Given again, these replies come out otherwise than they did, so this talk cannot go on. "
    "This is how it was."
)
_HAS_ERRORS = N_(
    "The file of this scenario was changed since, and has errors now. The talk goes on with the "
    "text it was begun with."
)
_NO_CHAIR = N_(
    "The file of this scenario was changed since, and your chair is no longer in it. The talk "
    "goes on with the text it was begun with."
)


class Unfinished(NamedTuple):
    """A talk that can go on, as it is offered."""

    id: str
    title: str
    chair: str
    """who the player is in it"""
    turns: int
    last: datetime
    """when something last happened in it"""
    is_intimate: bool

    @property
    def facts(self) -> tuple[str, ...]:
        """Who one is, how far it got, and when that was."""
        return (self.chair, so_far(self.turns), when(self.last))


class Ready(NamedTuple):
    """A talk that goes on where it was."""

    sitting: "Sitting"
    note: str | None = None
    """what there is to be said first"""


class Edited(NamedTuple):
    """A talk whose scenario was changed since: it goes on as it was, or anew on the new text."""

    before: "Sitting"
    scenario: "Scenario"
    """as it is now"""
    setup: "Setup"
    replies: tuple[str, ...]
    """those that come out on the new text as they did, from the first on"""
    keep: "Keep"

    @property
    def words(self) -> tuple[str, str, str]:
        """What happened, then the two ways on: with the text it began with, and with the new."""
        given = len(self.before.turns)
        return (
            _("The file of this scenario was changed since you began this talk."),
            _("Go on with the text as it was, where you stopped: after {replies}.").format(
                replies=replies_words(given)
            ),
            _("Begin again with the new text. {what_holds}").format(
                what_holds=_holding(len(self.replies), given)
            ),
        )

    def anew(self) -> "Sitting":
        """A new play on the new text, with the replies that still hold given again."""
        from simulator.practice.sitting import Sitting  # noqa: PLC0415

        sitting = Sitting(self.scenario, self.setup, self.keep(self.setup))
        for reply in self.replies:
            sitting.choose(reply)
        return sitting


class Shown(NamedTuple):
    """A talk that cannot go on, as it was kept."""

    page: Page


TakenUp = Ready | Edited | Shown


class NothingToResumeError(LookupError):
    """There is no such talk to go on with; the message says why."""


def unfinished(journal: "Journal") -> tuple[Unfinished, ...]:
    """The talks that can go on, the latest first; of each chair of a scenario only the latest."""
    latest: dict[tuple[str, str], Play] = {}
    for play in sorted(journal.plays(), key=_last, reverse=True):
        if play.unfinished:
            latest.setdefault((play.scenario, play.setup.role), play)
    offered = (_offered(play, journal) for play in latest.values())
    return tuple(one for one in offered if one)


def wanted(journal: "Journal | None", id_: str | None = None) -> "tuple[Play, str]":
    """The play that is named, or else the latest that can go on, and the text it was begun with.

    Without a journal nothing is kept yet. Raises `NothingToResumeError`, and `JournalError` where the journal cannot be read.
    """
    if journal is None:
        raise NothingToResumeError(_("no talk is kept yet"))
    try:
        name = _latest(journal) if id_ is None else id_
        play = journal.play(name)
        text = journal.text(play.setup.scenario)
    except LookupError as error:
        raise NothingToResumeError(str(error.args[0])) from error
    if play.finished:
        raise NothingToResumeError(_("that talk is over, so there is nothing to go on with"))
    return play, text


def take_up(play: "Play", text: str, keeping: "Keeping") -> TakenUp:
    """How an unfinished play can go on, with the text that was kept of its scenario."""
    from simulator.partner.rule import rule_fingerprint  # noqa: PLC0415
    from simulator.practice.keeping import Keep  # noqa: PLC0415
    from simulator.practice.past import page_of  # noqa: PLC0415
    from simulator.scenario.load import load_bytes  # noqa: PLC0415

    scenario = load_bytes(text.encode(), play.scenario).scenario
    if play.setup.rule != rule_fingerprint():
        return Shown(page_of(play, scenario, _(OTHER_RULE)))
    sitting = _rebuilt(play, scenario)
    if sitting is None:
        return Shown(page_of(play, scenario, _(OTHER_COURSE)))
    sitting.recall(play)
    asked = sitting.asked = _asked(play, keeping)
    sitting.keeper = Keep(keeping, play.scenario, text, play.assignment, asked).go_on(play)
    return _by_text(play, sitting, keeping)


def _latest(journal: "Journal") -> str:
    found = unfinished(journal)
    if not found:
        raise NothingToResumeError(_("there is no unfinished talk to go on with"))
    return found[0].id


def so_far(turns: int) -> str:
    """How far a talk got."""
    if not turns:
        return _("at the start")
    return _("{replies} so far").format(replies=replies_words(turns))


def replies_words(count: int) -> str:
    """A number of replies in words."""
    return ngettext("{count} reply", "{count} replies", count).format(count=count)


def _offered(play: "Play", journal: "Journal") -> Unfinished | None:
    head = head_of_text(play, journal)
    if head is None:
        return None
    role = play.setup.role
    you = dict(head.names)[role]
    chair = _("you are {name}, {doing}").format(name=you, doing=REACHES[role])
    turns = len(play.turns)
    return Unfinished(play.id, head.title, chair, turns, _last(play), head.is_intimate)


def _last(play: "Play") -> datetime:
    return play.events[-1].at if play.events else play.started


def head_of_text(play: "Play", journal: "Journal") -> "Head | None":
    """The head of the text a play was begun with; `None` where it cannot be read any more."""
    from simulator.scenario.head import Head, head_of  # noqa: PLC0415

    try:
        text = journal.text(play.setup.scenario)
    except LookupError:
        return None
    head = head_of(Path(f"{play.scenario}.yaml"), text.encode())
    return head if isinstance(head, Head) else None


def _rebuilt(play: "Play", scenario: "Scenario | None") -> "Sitting | None":
    """The play given again; `None` where it does not come to what was kept."""
    from simulator.journal.replaying import replay  # noqa: PLC0415
    from simulator.practice import sitting  # noqa: PLC0415

    if scenario is None or not replay(play, scenario).same:
        return None
    return sitting.replay(scenario, play.setup, play.replies)


def _asked(play: "Play", keeping: "Keeping") -> "Asked | None":
    """What the homework asks for that the play is had under; `None` where that cannot be told."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415

    id_ = play.assignment
    if id_ is None:
        return None
    from simulator.practice.homework.practising import asked_by  # noqa: PLC0415

    try:
        return keeping.ask(lambda journal: asked_by(journal, id_)).result()
    except JournalError:  # whoever keeps the talk says why, and it goes on
        return None


def _by_text(play: "Play", sitting: "Sitting", keeping: "Keeping") -> TakenUp:
    """On with the talk; where its file says something else now, on either text."""
    from simulator.journal.replaying import replay  # noqa: PLC0415
    from simulator.practice.keeping import Keep  # noqa: PLC0415
    from simulator.practice.opening import open_scenario  # noqa: PLC0415
    from simulator.scenario.fingerprint import fingerprint  # noqa: PLC0415
    from simulator.scenario.library import find  # noqa: PLC0415

    if play.assignment is not None:  # homework is had with the text that came with it
        return Ready(sitting)
    try:
        opened = open_scenario(find(play.scenario))
    except LookupError:
        return Ready(sitting)
    if opened.scenario is None:
        return Ready(sitting, _(_HAS_ERRORS))
    if fingerprint(opened.scenario) == play.setup.scenario:
        return Ready(sitting)
    setup = _setup_for(opened.scenario, play.setup)
    if setup is None:
        return Ready(sitting, _(_NO_CHAIR))
    holds = replay(play._replace(setup=setup), opened.scenario).holds
    keep = Keep(keeping, play.scenario, opened.text)
    return Edited(sitting, opened.scenario, setup, play.replies[:holds], keep)


def _setup_for(scenario: "Scenario", setup: "Setup") -> "Setup | None":
    """The same start on another text, as far as it is allowed there."""
    from simulator.dialogue.setup import SetupError, make_setup  # noqa: PLC0415

    role, seed = setup.role, setup.seed
    if role not in scenario.roles:
        return None
    try:
        return make_setup(
            scenario, role, temperament=setup.temperament, tension=setup.tension, seed=seed
        )
    except SetupError:
        return make_setup(scenario, role, seed=seed)


def _holding(holding: int, given: int) -> str:
    if not holding:
        return _("None of your replies comes out there as it did.")
    if holding == given:
        return _("All your replies still hold, and are given again.")
    return ngettext(
        "Of your {given} replies the first still holds, and is given again.",
        "Of your {given} replies the first {holding} still hold, and are given again.",
        holding,
    ).format(given=given, holding=holding)
