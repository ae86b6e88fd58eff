"""What a Learn page may say: findings with a source that was seen, advice as advice, no promises.

`problems` takes a page as it is kept, in English, and tells what is amiss with it in words; none
means that it holds. It looks for words, so it can be too strict; then the sentence is put plainer.
"""

import re
from collections.abc import Iterator, Mapping

from simulator.practice.learning import IDS, SAFETY, Kind, LearnPage, Part, Source, Standing, read

SHORTEST, LONGEST = 250, 500
"""words of a page, its sources apart"""
NARROW = 34
"""cells a line has on a screen of forty"""

FOUND = re.compile(
    r"""\b(found(?!\ out|\ them\ out)|findings?|stud(?:y|ies|ied)|research(?:ers?)?|shows?\ that
    |showed|shown\ (?:that|by)|couples\ who|trials?|surveys?|review(?:s|ed)?|experiments?|evidence
    |scien(?:ce|tists?|tific(?:ally)?)|experts?|statistics|diaries|(?:was|were)\ measured
    |on\ average|more\ likely|(?:most|many|few)\ (?:people|couples|partners|pursuers|withdrawers))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""words that state something as found out"""
FIGURE = re.compile(
    r"""\b(per\ ?cent|percentage|out\ of\ (?:ten|a\ hundred|every)|(?:one|two|three|nine)\ in\ \w+
    |(?:half|thirds?|quarters?)\ of\ (?:all|the|those|these|couples|people)
    |twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|majority|twice)\b
    |%|\d""",
    re.IGNORECASE | re.VERBOSE,
)
NOT_CLAIMED = re.compile(r"[^.?!]*\bknow of no\b[^.?!]*[.?!]?", re.IGNORECASE)
"""sentences that say what is not known"""
PROMISE = re.compile(
    r"""\b(predict\w*|prov(?:e|es|ed|en)|proof|cures?|cured|heals?|diagnos\w*|disorders?|guarantee\w*
    |will\ (?:save|fix|mend|heal|change\ your\ partner|work)|save\ (?:your|the)\ (?:relationship|marriage)
    |fix(?:es)?\ (?:your|the)\ (?:relationship|marriage)|breakthrough|narcissis\w*|toxic|codependen\w*
    |needy|symptoms?)\b(?!\ of\ in)""",
    re.IGNORECASE | re.VERBOSE,
)
HABITS = re.compile(r"\b(avoidant|anxious|fearful)\b", re.IGNORECASE)
GENDER = re.compile(
    r"\b(he|she|him|his|hers?|men|man|women|woman|male|female|husbands?|wife|wives|boyfriend"
    r"|girlfriend)\b",
    re.IGNORECASE,
)
PHONE = re.compile(r"\d[\d \-]{2,}\d")
ADVISED = re.compile(r"\badvi(?:s|c)ed?\b", re.IGNORECASE)
SMALL = re.compile(r"effects? (?:were|was|are|is) small", re.IGNORECASE)
_NUMBERS = re.compile(r"\[\d+\]")
_LINKED = re.compile(r"\[([^\]]+)\]\(([^)]+)\.md\)")


def problems(name: str, text: str, known: Mapping[str, Source]) -> list[str]:
    """What is amiss with a page, in words."""
    cited = set(re.findall(r"\[\^([^\]]*)\]", text))
    if unknown := cited - set(known):
        return [f"unknown source: {', '.join(sorted(unknown))}"]
    page = read(name, text, known)
    return [*_form(page, text), *(found for part in page.parts for found in _part(part, known))]


def _form(page: LearnPage, text: str) -> Iterator[str]:
    words = sum(len(part.text.split()) for part in page.parts if part.kind is not Kind.DRAWING)
    if not SHORTEST <= words <= LONGEST:
        yield f"{words} words; {SHORTEST} to {LONGEST} are asked for"
    if not text.startswith("# ") or not page.title or page.title.endswith("."):
        yield "the first line is `# ` and a title without a full stop"
    if not text.split("\n\n")[1].startswith("> ") or not page.line.endswith("."):
        yield "after the title comes `> ` and one sentence"
    if not page.links:
        yield "nothing says where to go on"
    for _words, link in _LINKED.findall(text):
        if link not in (*IDS, SAFETY) or link == page.id:
            yield f"the link to “{link}” leads nowhere"
    if len(_LINKED.findall(text)) != len(page.links):
        yield "a link stands outside the last paragraph"


def _part(part: Part, known: Mapping[str, Source]) -> Iterator[str]:
    if part.kind is Kind.DRAWING:
        if not part.text.isascii():
            yield "a drawing is plain ASCII, so that it is as wide everywhere"
    elif any(len(word) > NARROW for word in part.text.split()):
        yield f"a word is longer than a narrow line: {part.text}"
    if any(len(line) > NARROW for line in part.text.splitlines() if part.kind is Kind.DRAWING):
        yield f"a drawing is wider than {NARROW}"
    yield from (f"{what}: {part.text}" for what in _said(part, known))


def _said(part: Part, known: Mapping[str, Source]) -> Iterator[str]:
    if part.kind is Kind.DRAWING:
        return
    text = _NUMBERS.sub("", part.text)
    standings = {known[one].standing for one in part.cites}
    yield from _stated(NOT_CLAIMED.sub("", text), standings)
    yield from _called(text, standings)
    if "nyu-meta" in part.cites and not SMALL.search(text):
        yield "small effects are said to be small"


def _stated(claimed: str, standings: set[Standing]) -> Iterator[str]:
    if Standing.ADVISED in standings and not ADVISED.search(claimed):
        yield "advice that does not say it is advised"
    if len(standings) > 1:
        yield "findings and advice in one paragraph"
    if Standing.SEEN not in standings and FOUND.search(claimed):
        yield "a finding without a source that was seen"
    if not standings and FIGURE.search(claimed):
        yield "a figure without a source"


def _called(text: str, standings: set[Standing]) -> Iterator[str]:
    if found := PROMISE.search(text):
        yield f"a promise or a label, “{found[0]}”"
    if HABITS.search(text) and not re.search(r"\bhabit\b", text):
        yield "avoidant, anxious and fearful are words for a habit"
    if re.search(r"\b(?:avoidant|anxious|fearful)s?\b(?! habit)", text, re.IGNORECASE):
        yield "a habit's word without the habit"
    if GENDER.search(text) and not (Standing.SEEN in standings and re.search(r"\beither", text)):
        yield "a role has no gender; whom a study looked at may be told, with “either”"
    if PHONE.search(text) and Standing.SEEN not in standings:
        yield "no numbers to ring"
