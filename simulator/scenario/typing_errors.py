"""What a model says of a value that does not fit it, as findings for authors."""

import re
from typing import Any

from simulator.partner.moves import MOVES
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import Stance
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.fields import FORMAT, NAME
from simulator.scenario.findings import Finding, Near, finding
from simulator.scenario.parts import fields_at
from simulator.scenario.positions import Path, SourceMap

_KEY = "[key]"
_TAG = re.compile(r"<[a-z]+>")
_SHAPES = {
    "string_type": "text",
    "model_type": "a map of fields",
    "model_attributes_type": "a map of fields",
    "dict_type": "a map",
    "mapping_type": "a map",
    "tuple_type": "a list",
    "list_type": "a list",
}
_EXAMPLES = {
    "lines": "A line is a map, such as `lines: {says: \"…\"}`.",
    "answer": "An answer is a map, such as `answer: {says: \"…\"}`.",
    "beats": "Beats stand below their names: `beats:`, then `first_beat:`, then its fields.",
    "replies": "Replies stand below their names: `replies:`, then `ask_when:`, then its fields.",
    "endings": "Endings stand below their names: `endings:`, then `at_peace:`, then its fields.",
    "moves": "Write `moves: [validation]`, or `moves: {validation: \"the words\"}`.",
    "when": "A condition is a map, such as `when: {stance: [engaged]}`.",
    "stance": "Write a list, such as `stance: [engaged, guarded]`.",
    "cast": "Write `pursuer:` and `withdrawer:` below it, each with name and pronouns.",
    "partner": "Write a map, such as `partner: {temperament: even, tension: 40}`.",
    "interrupts": "Write a map, such as `interrupts: {left: walks_out}`.",
    "suppress": "Write a map from code to reason, such as `suppress: {few-beats: \"a short one\"}`.",
    "tension": "In a condition, write a map, such as `tension: {at_least: 50}`.",
    "connection": "In a condition, write a map, such as `connection: {gained: 15}`.",
    "hope": "In a condition, write a map, such as `hope: {at_most: 3}`.",
}  # fmt: skip
_A_LIST = "Write a list: `[one]`, or `[one, two]`."
_WORDS: dict[str, tuple[str, ...]] = {
    "unknown-move": tuple(MOVES),
    "unknown-temperament": tuple(TEMPERAMENTS),
    "unknown-stance": tuple(Stance),
    "unknown-outcome": tuple(o for o in Outcome if o is not Outcome.STOPPED),
}
_OUR_OWN = frozenset({"not-a-number", "not-true-or-false", "not-a-span"})


def translated(detail: Any, places: SourceMap) -> Finding:
    """One of pydantic's error details as a finding."""
    path = path_of(detail)
    found = _finding(detail, path)
    return found._replace(at=places.mark(path, key=True)) if is_of_key(detail) else found


def is_echo(detail: Any) -> bool:
    """Whether a list is called too short only because what it holds does not fit."""
    if detail["type"] != "too_short":
        return False
    least: int = detail["ctx"]["min_length"]
    return len(detail["input"]) >= least


def is_of_key(detail: Any) -> bool:
    """Whether it is the name of a field that does not fit, and not its value."""
    loc = detail["loc"]
    return bool(loc) and loc[-1] == _KEY


def path_of(detail: Any) -> Path:
    """Where in the file an error detail stands: without the marks of choices and keys."""
    *before, last = detail["loc"] or ("",)
    path = tuple(item for item in before if not _is_tag(item))
    is_name = detail["type"] in {"missing", "extra_forbidden"}
    return (*path, last) if is_name or not (_is_tag(last) or last in {_KEY, ""}) else path


def _is_tag(item: Any) -> bool:
    return isinstance(item, str) and _TAG.fullmatch(item) is not None


def _finding(detail: Any, path: Path) -> Finding:
    kind: str = detail["type"]
    given = detail["input"]
    found = str(given) if isinstance(given, (str, int)) else kind_of(given)
    if kind == "missing":
        return finding("missing-field", path, field=path[-1])
    if kind == "extra_forbidden":
        return _unknown_field(path, given)
    if kind in _SHAPES:
        return _wrong_shape(path, _SHAPES[kind], given)
    if kind == "enum":
        kind = "unknown-stance" if "engaged" in detail["ctx"]["expected"] else "unknown-outcome"
    if kind in _WORDS:
        return _unknown_word(kind, path, found, _WORDS[kind])
    if kind == "literal_error":
        words = tuple(re.findall(r"'([^']*)'", detail["ctx"]["expected"]))
        return _unknown_word("unknown-word", path, found, words)
    if kind == "string_pattern_mismatch":
        return _mismatch(path, found, detail["ctx"]["pattern"])
    if kind == "other-format":
        return finding("other-format", path, found=found, known=FORMAT)
    if kind in _OUR_OWN:
        return finding(kind, path, found=found)
    return finding("out-of-range", path, problem=_range_problem(detail))


def _unknown_field(path: Path, given: Any) -> Finding:
    name, known = str(path[-1]), fields_at(path[:-1])
    if given == "" and not re.fullmatch(NAME, name):
        hint = "Inside { } a comma ends the text: put the text before it in quotes."
        return finding("unknown-field", path, name=name, hint=hint)
    near = Near(name, known)
    return finding("unknown-field", path, name=name, known=", ".join(known), near=near)


def kind_of(value: Any) -> str:
    """A value in a word, for saying what was found."""
    if value is None or value == "":
        return "nothing"
    return {"list": "a list", "tuple": "a list", "dict": "a map"}.get(type(value).__name__, "text")


def _wrong_shape(path: Path, expected: str, given: Any) -> Finding:
    field = next((item for item in reversed(path) if isinstance(item, str)), "")
    hint = _EXAMPLES.get(field) or (_A_LIST if expected == "a list" else None)
    return finding("wrong-shape", path, expected=expected, found=kind_of(given), hint=hint)


def _unknown_word(code: str, path: Path, found: str, words: tuple[str, ...]) -> Finding:
    near = Near(found, words)
    return finding(code, path, found=found, known=", ".join(words), near=near)


def _mismatch(path: Path, found: str, pattern: str) -> Finding:
    if pattern != NAME:
        hint = "Write the text, or delete the field."
        return finding("wrong-shape", path, expected="text", found="nothing", hint=hint)
    better = re.sub(r"[^a-z0-9]+", "_", found[:64].lower()).strip("_")
    hint = f"Write “{better}”: " if re.fullmatch(NAME, better) else ""
    hint += "lower-case letters, digits and underscores, a letter first."
    return finding("bad-name", path, found=found, hint=hint[0].upper() + hint[1:])


def _range_problem(detail: Any) -> str:
    ctx = detail.get("ctx", {})
    match detail["type"]:
        case "greater_than_equal":
            return f"{detail['input']} is too low: {ctx['ge']} is the least"
        case "less_than_equal":
            return f"{detail['input']} is too high: {ctx['le']} is the most"
        case "too_short":
            least = ctx["min_length"]
            return f"{_count(ctx['actual_length'])} here, and at least {least} needed"
        case "too_long":
            return f"{_count(ctx['actual_length'])} here, and {ctx['max_length']} allowed"
        case _:
            return str(detail["msg"])


def _count(number: int) -> str:
    return {0: "there is nothing", 1: "there is one"}.get(number, f"there are {number}")
