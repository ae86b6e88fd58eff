"""Two assignments out of one draft: each of a couple practises from the other chair.

They have nothing in common but their scenarios: other ids, other code names, other passphrases,
and no report that holds both. Neither names the other.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from simulator.homework.assignment import Assignment
from simulator.homework.drafting import DraftError, Find, Path, Problem, assignment_from
from simulator.partner.moves import Role
from simulator.scenario.nearest import nearest

OTHERS_OWN = ("client", "aim", "rationale", "questions", "due")
"""what can be said otherwise for the other of the two"""


def pair_from(draft: Mapping[str, Any], find: Find, today: date) -> tuple[Assignment, Assignment]:
    """The assignment a draft describes, and the same from the other chair for whom it names under
    `couple`: a code name, or a mapping with `client` and what is to be otherwise.

    The other chair's partner has the temperament the scenario gives them. Raises `DraftError`.
    """
    alone = {name: value for name, value in draft.items() if name != "couple"}
    problems = list(_amiss(draft))
    first = _tried(alone, find, today, problems)
    second_problems: list[Problem] = []
    second = _tried(_turned(alone, draft.get("couple")), find, today, second_problems)
    known = {(one.path, one.what) for one in problems}
    own = _own(draft.get("couple"))
    problems += [
        one._replace(path=_place(one.path, own))
        for one in second_problems
        if (one.path, one.what) not in known
    ]
    if problems or first is None or second is None:
        raise DraftError(tuple(problems))
    return first, second


def _tried(
    draft: Mapping[str, Any], find: Find, today: date, problems: list[Problem]
) -> Assignment | None:
    try:
        return assignment_from(draft, find, today)
    except DraftError as error:
        problems += error.problems
        return None


def _amiss(draft: Mapping[str, Any]) -> Iterator[Problem]:
    own = _own(draft.get("couple"))
    for name in own:
        if name not in OTHERS_OWN:
            near = nearest(str(name), OTHERS_OWN)
            hint = f"Did you mean “{near}”?" if near else f"Known: {', '.join(OTHERS_OWN)}."
            yield Problem(("couple", name), f"there is no key “{name}” for the other", hint)
    if own.get("client") and own.get("client") == draft.get("client"):
        yield Problem(
            ("couple",), "both have the same code name", "Give each of the two a name of their own."
        )


def _own(couple: Any) -> Mapping[str, Any]:
    if isinstance(couple, Mapping):
        return couple
    return {"client": couple or ""}


def _turned(draft: Mapping[str, Any], couple: Any) -> dict[str, Any]:
    """The draft from the other chair."""
    own = {name: value for name, value in _own(couple).items() if name in OTHERS_OWN}
    turned = {**draft, "client": "", **own}
    given = draft.get("scenarios")
    if isinstance(given, list):
        turned["scenarios"] = [_other_chair(one) for one in given]
    return turned


def _other_chair(task: Any) -> Any:
    if not isinstance(task, Mapping):
        return task
    turned = {name: value for name, value in task.items() if name != "temperament"}
    if task.get("role") in {role.value for role in Role}:
        turned["role"] = Role(task["role"]).other.value
    return turned


def _place(path: Path, own: Mapping[str, Any]) -> Path:
    """Where a problem of the second stands in the draft they share."""
    if path and path[0] in {"client", *own}:
        return ("couple", *path)
    return path
