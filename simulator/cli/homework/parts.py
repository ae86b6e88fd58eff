"""Which part of an assignment is meant by --scenario and --as."""

from simulator.cli.errors import Misuse
from simulator.cli.scenarios import role_of
from simulator.homework.assignment import Assignment, Task


def part_of(given: Assignment, scenario: str | None, role: str | None) -> Task:
    """The part that is named; what is left out may be left out where one part alone fits.

    Raises `Misuse`, which names the parts there are.
    """
    role_of(role)
    fitting = [
        task
        for task in given.scenarios
        if scenario in {None, task.scenario} and role in {None, task.role}
    ]
    if len(fitting) == 1:
        return fitting[0]
    parts = "; ".join(f"--scenario {task.scenario} --as {task.role}" for task in given.scenarios)
    if fitting:
        raise Misuse("which part of it? more than one fits", f"Its parts: {parts}.")
    raise Misuse("there is no such part in this homework", f"Its parts: {parts}.")
