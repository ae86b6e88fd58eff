"""What the states of a role show. Every finding is exact, and comes with the shortest play that
shows it; what a cap on states leaves open is `undecided`, and nothing is said about it."""

from collections.abc import Iterator

from simulator.analysis.checks.goal import (
    best_unreachable,
    length,
    no_closes_best,
    no_way_back,
    not_what_it_says,
)
from simulator.analysis.checks.habits import habits
from simulator.analysis.checks.lost import lost
from simulator.analysis.checks.never import never
from simulator.analysis.checks.promises import return_not_asked, time_not_given
from simulator.analysis.checks.stances import borrowed
from simulator.analysis.checks.told import shown
from simulator.analysis.checks.twins import twins
from simulator.analysis.checks.words import said_twice
from simulator.analysis.explore import DEFAULT_CAP, TooMuchMemoryError
from simulator.analysis.study import Study, study
from simulator.partner.moves import Role
from simulator.scenario.findings import Finding
from simulator.scenario.model import Scenario

CHECKER = 1
"""version of what the checks of the states find; kept findings of another are not used"""


def check_states(
    scenario: Scenario, role: Role, *, temperament: str | None = None, cap: int = DEFAULT_CAP
) -> Iterator[Finding]:
    """Findings of one role of a scenario without errors; `temperament` by default the declared."""
    try:
        worked_out = study(scenario, role, temperament=temperament, cap=cap)
    except TooMuchMemoryError as error:
        yield shown("undecided", (role.value,), problem=str(error))
        return
    yield from findings(worked_out)


def findings(study: Study) -> Iterator[Finding]:
    """What a role that was worked out shows."""
    practice = study.scenario.kind == "scenario"
    yield from not_what_it_says(study)
    yield from borrowed(study)
    yield from time_not_given(study)
    if practice:
        yield from length(study)
        yield from said_twice(study)
    if study.complete:
        yield from _whole(study, practice=practice)
    else:
        count = len(study.chain.explored.keys)
        problem = f"there are more than the {count:,} states that were looked at"
        yield shown("undecided", (study.role.value,), problem=problem)


def _whole(study: Study, *, practice: bool) -> Iterator[Finding]:
    """What is only known once every state was seen."""
    yield from never(study)
    yield from lost(study)
    yield from twins(study)
    yield from return_not_asked(study)
    yield from no_closes_best(study)
    unreachable = list(best_unreachable(study))
    yield from unreachable
    if practice:
        yield from no_way_back(study)
        if not unreachable:
            yield from habits(study)
