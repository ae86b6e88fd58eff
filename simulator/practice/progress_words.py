"""Progress in words, for every player: what was, told plainly, and what could come next."""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from simulator.coach.facts import Rupture
from simulator.coach.people import capital, number
from simulator.coach.progress import FirstTry, Guesses, Skill
from simulator.coach.suggest import Suggestion, Why
from simulator.language import N_, _, ngettext
from simulator.partner.moves import MOVES, Role
from simulator.practice.progressing import Overview
from simulator.practice.words import POINT, Page

if TYPE_CHECKING:
    from simulator.scenario.head import Head

SHOWN = 12
"""first tries that are told one by one, the latest"""
EMPTY = N_("No talk is kept yet. Once you have had one, what came of it stands here.")
DIPS = N_("Two steps back is what practice looks like.")
INVENTED = N_("All of this is about talks with practice partners, who are invented.")
_WHO: Mapping[str, str] = {
    "even": N_("who is steady"),
    "secure": N_("who is at ease"),
    "avoidant": N_("who takes pressure hard"),
    "anxious": N_("who takes distance hard"),
    "fearful": N_("who takes both pressure and distance hard"),
}


class Idea(NamedTuple):
    """Something that could be practised next, as it is offered."""

    suggestion: Suggestion
    title: str
    reason: str
    """one sentence"""
    command: str
    """what begins it in a terminal"""
    head: "Head"


class Telling:
    """Tells an overview. Where titles are not to be seen, talks go unnamed."""

    def __init__(self, seen: Overview, *, discreet: bool, show_intimacy: bool) -> None:
        self._seen = seen
        self._discreet = discreet
        self._show_intimacy = show_intimacy

    @property
    def firsts(self) -> tuple[FirstTry, ...]:
        """The first tries that are told one by one, oldest first."""
        return self._seen.progress.firsts[-SHOWN:]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell yet."""
        return not self._seen.progress.plays

    def pages(self) -> Iterator[Page]:
        """What was, section by section."""
        so_far = self._seen.progress
        if self.is_empty:
            yield Page(_("Progress"), (_(EMPTY),))
            return
        yield Page(_("First tries"), tuple(self._firsts()))
        if so_far.practice.plays:
            yield Page(_("Practice"), tuple(self._practice()))
        yield Page(_("What you have used"), tuple(self._skills()))
        yield Page(_("In your own words"), (self._own_words(),))
        yield Page(_("Both chairs"), (self._chairs(),))

    def ideas(self) -> tuple[Idea, ...]:
        """What could come next."""
        return tuple(map(self._idea, self._seen.suggestions))

    def name(self, scenario: str) -> str:
        """What a talk is called here."""
        told = self._seen.told.get(scenario)
        hidden = told is not None and told.is_intimate and not self._show_intimacy
        if self._discreet or hidden:
            return _("A talk")
        return told.title if told else scenario

    def _firsts(self) -> Iterator[str]:
        yield _("What came of what you said the first time, before you could know the way.")
        yield _(DIPS)
        earlier = len(self._seen.progress.firsts) - SHOWN
        if earlier > 0:
            yield ngettext(
                "One earlier first try is not told here.",
                "{count} earlier first tries are not told here.",
                earlier,
            ).format(count=earlier)
        for one in self.firsts:
            yield f"{POINT}{self.first(one)}"

    def first(self, one: FirstTry) -> str:
        """One first try in sentences."""
        talk = _("{title}, {chair}:").format(
            title=self.name(one.scenario), chair=self._chair(one.scenario, one.role)
        )
        new = {
            "scenario": _("A new talk for you."),
            "partner": _("A new kind of partner for you."),
        }
        parts = (talk, _held(one.ruptures), _matched(one.guesses), new.get(one.new or ""))
        return " ".join(filter(None, parts))

    def _practice(self) -> Iterator[str]:
        practice = self._seen.progress.practice
        yield ngettext(
            "One talk was practice: had again, with what you knew of it by then.",
            "{count} talks were practice: had again, with what you knew of them by then.",
            practice.plays,
        ).format(count=capital(number(practice.plays)))
        if guessed := _matched(practice.guesses):
            yield guessed

    def _skills(self) -> Iterator[str]:
        so_far = self._seen.progress
        told = {
            Skill.LANDED: _("Used when it could land: {moves}."),
            Skill.USED: _("Used: {moves}."),
            Skill.NOT_TRIED: _("Not tried yet: {moves}."),
        }
        for skill, sentence in told.items():
            moves = [_(MOVES[move].name) for move, how in so_far.skills.items() if how is skill]
            if moves:
                yield sentence.format(moves=", ".join(moves))
        if so_far.left_out:
            yield ngettext(
                "One talk cannot be followed move by move any more, and is left out here and in "
                "the guesses.",
                "{count} talks cannot be followed move by move any more, and are left out here "
                "and in the guesses.",
                len(so_far.left_out),
            ).format(count=capital(number(len(so_far.left_out))))

    def _own_words(self) -> str:
        count = self._seen.progress.own_words
        if not count:
            return _("None yet. After a talk you could write a sentence as you would say it.")
        return ngettext(
            "You wrote one sentence as you would say it.",
            "You wrote {count} sentences as you would say them.",
            count,
        ).format(count=number(count))

    def _chairs(self) -> str:
        chairs = self._seen.progress.chairs
        told = _("Talks as the one reaching out: {reaching}. As the one needing room: {room}.")
        return told.format(
            reaching=number(chairs[Role.PURSUER]), room=number(chairs[Role.WITHDRAWER])
        )

    def _chair(self, scenario: str, role: Role) -> str:
        told = self._seen.told.get(scenario)
        if self._discreet or told is None:
            return _("reaching out") if role is Role.PURSUER else _("needing room")
        return _("as {name}").format(name=told.names[role])

    def _idea(self, one: Suggestion) -> Idea:
        told = self._seen.told[one.scenario]
        reason = _(_REASONS[one.why]).format(
            you=told.names[one.role],
            other=told.names[one.role.other],
            who=_(_WHO[one.temperament]) if one.temperament else "",
            move=_(MOVES[one.move].name) if one.move else "",
        )
        command = _command(one, is_intimate=told.is_intimate)
        return Idea(one, told.title, reason, command, self._seen.heads[one.scenario])


_REASONS: Mapping[Why, str] = {
    "tutorial": N_("You could begin with this one, which shows every part of the screen once."),
    "begin": N_("You could begin with a gentle talk, as {you}."),
    "unseen": N_("You could try one you have not had yet, as {you}, and see what carries over."),
    "chair": N_("You could take the other chair, {you}’s, and hear your own words from there."),
    "partner": N_("You could have it as {you} with another {other}, {who}."),
    "harder": N_("You could begin it as {you} on a harder evening, with {other} more tense."),
    "easier": N_("You could begin it as {you} on an easier evening, with {other} less tense."),
    "again": N_("You could have it as {you} again; of all talks it was the longest ago."),
    "move": N_("You could try “{move}” here as {you}; you have not used it yet."),
}


def _command(one: Suggestion, *, is_intimate: bool) -> str:
    words = ["simulator", "play", one.scenario, "--as", one.role.value]
    if one.temperament:
        words += ["--temperament", one.temperament]
    if one.tension is not None:
        words += ["--tension", str(one.tension)]
    return shlex.join([*words, "--opt-in"] if is_intimate else words)


def _held(ruptures: Iterable[Rupture]) -> str:
    """How often it got harder in one talk, and the way back."""
    backs = [one.back for one in ruptures]
    came = [back for back in backs if back is not None]
    if not backs:
        return _("it did not get harder.")
    if not came:
        return _("it got harder {often}, and stayed so.").format(often=_often(len(backs)))
    if len(came) < len(backs):
        return _("it got harder {often}; {back} it was as before again.").format(
            often=_often(len(backs)), back=_often(len(came))
        )
    if len(backs) == 1:
        once = ngettext(
            "it got harder once; {turns} turn later it was as before.",
            "it got harder once; {turns} turns later it was as before.",
            came[0],
        )
        return once.format(turns=number(came[0]))
    each = ngettext(
        "it got harder {often}, and was as before each time, {turns} turn later.",
        "it got harder {often}, and was as before each time, at most {turns} turns later.",
        max(came),
    )
    return each.format(often=_often(len(backs)), turns=number(max(came)))


def _often(count: int) -> str:
    if count == 1:
        return _("once")
    return _("twice") if count == 2 else _("{count} times").format(count=number(count))


def _matched(guesses: Guesses) -> str | None:
    """How many guesses matched, as a count in words."""
    if not guesses.made:
        return None
    if guesses.made == 1:
        return _("The one guess matched.") if guesses.matched else _("The one guess did not match.")
    if not guesses.matched:
        return _("None of {made} guesses matched.").format(made=number(guesses.made))
    told = _("{matched} of {made} guesses matched.")
    return told.format(matched=capital(number(guesses.matched)), made=number(guesses.made))
