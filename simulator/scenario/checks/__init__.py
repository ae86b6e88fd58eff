"""What a scenario's form shows, without walking it: one module a subject, findings as values."""

from collections.abc import Iterator

from simulator.scenario.checks import (
    chair,
    conditions,
    endings,
    feedback,
    flags,
    lines,
    replies,
    time_outs,
    whole,
    words,
)
from simulator.scenario.findings import Finding
from simulator.scenario.model import Scenario

_OF_CHAIR = (
    chair.check,
    conditions.check,
    lines.check,
    replies.check,
    words.check,
    time_outs.check,
    endings.check,
    flags.check,
    feedback.check,
)


def check_form(scenario: Scenario) -> Iterator[Finding]:
    """Every finding the form of a scenario gives, in no particular order."""
    yield from whole.check(scenario)
    for role in scenario.roles:
        for check in _OF_CHAIR:
            yield from check(scenario, role)
