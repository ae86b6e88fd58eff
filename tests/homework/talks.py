"""Assignments and plays for the tests, made as people make them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from simulator.dialogue.setup import make_setup
from simulator.homework.assignment import Assignment, Task
from simulator.homework.attempts import Aside, Attempt, attempt
from simulator.homework.drafting import Text, assignment_from
from simulator.homework.verifying import scenario_of
from simulator.practice.opening import open_scenario
from simulator.scenario.library import find

TODAY = date(2030, 1, 10)
DRAFT: Mapping[str, Any] = {
    "client": "blue heron",
    "scenarios": [{"scenario": "vacation-planning", "role": "pursuer", "plays": "2"}],
    "aim": "reconnect once",
    "due": "2030-01-20",
    "rationale": "One reply at a time.",
    "questions": ["What surprised you?"],
    "share": ["summary", "reflections"],
    "attested": "true",
}


def found(name: str) -> Text:
    """A scenario of the library."""
    opened = open_scenario(find(name))
    assert opened.scenario is not None
    return Text(opened.scenario, opened.text)


def assigned(**changes: Any) -> Assignment:
    """An assignment from the draft, with changes."""
    return assignment_from({**DRAFT, **changes}, found, TODAY)


def played(assignment: Assignment, task: Task, number: int = 0, *, pick: int = 0) -> Attempt:
    """A play to its end in which, of the replies in display order, the same place is taken."""
    from simulator.dialogue.conversation import Conversation

    scenario = scenario_of(task)
    assert scenario is not None
    setup = make_setup(scenario, task.chair, temperament=task.temperament, seed=number)
    talk = Conversation(scenario, setup)
    replies = []
    while talk.offered:
        offers = [one.id for one in talk.offered]
        replies.append(offers[(pick + len(replies) * pick) % len(offers)])
        talk.choose(replies[-1])
    by = Aside(f"{number:032x}", "2030-01-12", 0, 0, number == 0, (3, 2), ())
    aim = assignment.aim.aim if assignment.aim else None
    return attempt(task, setup, scenario, replies, aim, by)
