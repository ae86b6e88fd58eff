"""The words of a reply, and those in it that carry its moves."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Reply, Scenario
from simulator.scenario.nearest import nearest_words
from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_reply, words_of
from simulator.scenario.text import unified

_MOST_GUESSES = 20


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Replies without words, and phrases that do not stand in their reply."""
    guesses = _MOST_GUESSES
    for beat_id, _, reply_id, reply in each_reply(scenario.chair(role)):
        here = (role.value, "beats", beat_id, "replies", reply_id)
        words = words_of(reply)
        if not words:
            yield finding("silent-reply", here)
        for path, phrase in _missing(reply, words):
            guesses -= 1
            near = nearest_words(phrase, words) if guesses > 0 else None
            yield finding("phrase-not-in-reply", (*here, *path), phrase=phrase, hint=_hint(near))


def _missing(reply: Reply, words: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    if not isinstance(reply.moves, dict):
        return
    for move, phrases in reply.moves.items():
        if isinstance(phrases, str):
            if not _stands_in(phrases, words):
                yield ("moves", move), phrases
            continue
        for index, phrase in enumerate(phrases):
            if not _stands_in(phrase, words):
                yield ("moves", move, index), phrase


def _stands_in(phrase: str, words: tuple[str, ...]) -> bool:
    if any(phrase in part for part in words):
        return True
    wanted = unified(phrase)
    return any(wanted in unified(part) for part in words)


def _hint(near: str | None) -> str | None:
    return f"Did you mean “{near}”? Upper and lower case count." if near else None
