"""What can be said of a file that does not type: all its problems are told at once.

Values that do not fit are left out or stood in for until the rest makes a scenario; of that draft
only such findings are told as cannot come of what was changed. Nobody plays a draft.
"""

from copy import deepcopy
from itertools import islice
from typing import Any

from pydantic import ValidationError

from simulator.partner.moves import Role
from simulator.scenario.checks import check_form
from simulator.scenario.codes import CODES, Severity
from simulator.scenario.findings import Finding
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Path
from simulator.scenario.scalars import Plain
from simulator.scenario.typing_errors import is_of_key, path_of

_ROUNDS = 4
_MOST_DETAILS = 200
_MOST_FINDINGS = 1_000

_LOCAL = frozenset(
    {
        "again-in-answer", "content-note", "crossed-line-with-more", "empty-condition",
        "feedback-length", "feedback-sentences", "feedback-shared", "feedback-word",
        "hope-of-withdrawer", "impossible-moves", "incomplete-reply", "instead-outside-answer",
        "left-speaks", "name-used-twice", "never-holds", "no-fallback", "not-suppressible",
        "other-partners-stance", "outcome-of-other-partner", "outcome-of-program",
        "phrase-not-in-reply", "points-at-itself", "reserved-name", "shadowed", "silent-line",
        "silent-reply", "tip-outside-tutorial", "unknown-code",
    }
)  # fmt: skip
"""findings that look at one place alone"""
_OF_NAMES = frozenset({"unknown-ending", "unknown-opening", "unknown-reply", "unknown-target"})
"""findings that hold as long as no beat, ending or reply was left out"""

_WORDS = frozenset({"say", "says", "does", "then", "text"})
"""fields without which their neighbours look wrong"""
_CHAIRS = frozenset(Role)

_STAND_INS: dict[str, Any] = {
    "format": 1, "title": "…", "summary": "…", "relationship": "work", "minutes": 1, "level": 1,
    "name": "…", "pronouns": "they", "subject": "…", "object": "…", "possessive": "…",
    "reflexive": "…", "brief": "…", "best": "stuck", "lines": {"says": "…"}, "outcome": "stuck",
    "meaning": "…", "cost": "…", "theirs": "…", "opens": "stand_in", "go": "stand_in",
    "replies": {"stand_in": {"say": "…"}},
    "cast": {role.value: {"name": "…", "pronouns": "they"} for role in Role},
}  # fmt: skip


def findings_of_draft(
    value: dict[str, Any], details: list[Any], refused: frozenset[Path]
) -> tuple[Finding, ...]:
    """Findings of what is left when all that did not fit is left out; changes `value`."""
    changed = set(refused)
    for _ in range(_ROUNDS):
        for detail in details[:_MOST_DETAILS]:
            path = _changed(value, path_of(detail), stands_in=not is_of_key(detail))
            if not path:
                return ()
            changed.add(path)
        try:
            draft = Scenario.model_validate(value)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            return findings_of_refused(draft, frozenset(changed))
    return ()


def findings_of_refused(draft: Scenario, changed: frozenset[Path]) -> tuple[Finding, ...]:
    """Findings of a draft that do not come of the places that were changed."""
    told = set(_LOCAL if any(_holds_a_name(path) for path in changed) else _LOCAL | _OF_NAMES)
    if ("kind",) in changed:
        told.discard("tip-outside-tutorial")
    told -= {
        code
        for code in draft.suppress
        if code in CODES and CODES[code].severity is Severity.WARNING
    }
    near = {path[:-1] if path[-1] in _WORDS else path for path in changed}
    return tuple(
        found
        for found in islice(check_form(draft), _MOST_FINDINGS)
        if found.code in told
        and not any(found.path[: len(path)] == path for path in near)
        and not any(path[: len(found.path)] == found.path for path in changed)
    )


def _holds_a_name(path: Path) -> bool:
    if path[0] not in _CHAIRS:
        return False
    within = path[1:2] in {("beats",), ("endings",)}
    return len(path) == 1 or (len(path) <= 3 and within) or (len(path) <= 5 and "replies" in path)


def _changed(value: Any, path: Path, *, stands_in: bool) -> Path:
    """Leave out or stand in for what is at this path; answers the path that was changed."""
    while path:
        *above, last = path
        parent = _at(value, above)
        if isinstance(parent, dict):
            if stands_in and last in _STAND_INS and isinstance(last, str):
                parent[last] = _stand_in(last)
            else:
                parent.pop(last, None)
            return path
        path = tuple(above)
    return path


def _stand_in(field: str) -> Any:
    made = _STAND_INS[field]
    return Plain(made) if isinstance(made, int) else deepcopy(made)


def _at(value: Any, path: list[Any]) -> Any:
    for item in path:
        try:
            value = value[item]
        except (KeyError, IndexError, TypeError):
            return None
    return value
