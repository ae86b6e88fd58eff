"""The guide's rules for feedback: short, particular, and no verdicts."""

import re
from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.scenario.findings import Finding, finding
from simulator.scenario.model import Beat, Scenario
from simulator.scenario.positions import Path
from simulator.scenario.text import count_words, sentences, unified

MOST_WORDS = 35
MOST_SENTENCES = 2

FORBIDDEN = (
    "should", "must", "wrong", "mistakes?", "faults?", "failed", "bad", "correct", "manipulative",
    "toxic", "needy", "cold", "avoidant", "anxious", "always", "never",
    "well done", "great", "your partner", "you made",
)  # fmt: skip
_FORBIDDEN = re.compile(r"\b(?:" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)
_QUOTED = re.compile(r""" "[^"]*" | (?<!\w)'.+?'(?!\w) """, re.VERBOSE)


def check(scenario: Scenario, role: Role) -> Iterator[Finding]:
    """Findings of the feedback and of the endings' words; for English only."""
    if not scenario.language.startswith("en"):
        return
    chair = scenario.chair(role)
    for beat_id, beat in chair.beats.items():
        yield from _beat((role.value, "beats", beat_id), beat)
    for ending_id, ending in chair.endings.items():
        for field in ("meaning", "cost", "theirs"):
            path = (role.value, "endings", ending_id, field)
            yield from _verdicts(path, getattr(ending, field))


def _beat(at: Path, beat: Beat) -> Iterator[Finding]:
    heard: dict[str, str] = {}
    for reply_id, reply in beat.replies.items():
        if reply.feedback is None:
            continue
        path = (*at, "replies", reply_id, "feedback")
        parts = sentences(reply.feedback)
        yield from _verdicts(path, reply.feedback)
        yield from _length(path, reply.feedback, len(parts))
        for sentence in parts:
            other = heard.setdefault(sentence, reply_id)
            if other != reply_id:
                yield finding("feedback-shared", path, sentence=sentence, other=other)


def _verdicts(path: Path, text: str) -> Iterator[Finding]:
    if not _FORBIDDEN.search(text):
        return
    spoken = _QUOTED.sub("", unified(text))
    for word in dict.fromkeys(found.lower() for found in _FORBIDDEN.findall(spoken)):
        yield finding("feedback-word", path, word=word)


def _length(path: Path, text: str, count: int) -> Iterator[Finding]:
    if count > MOST_SENTENCES:
        yield finding("feedback-sentences", path, count=count)
    if (words := count_words(text)) > MOST_WORDS:
        yield finding("feedback-length", path, count=words, limit=MOST_WORDS)
