"""The file as a whole: its chairs, its notes, its suppressions."""

from collections.abc import Iterator

from simulator.partner.moves import Role
from simulator.scenario import notes
from simulator.scenario.codes import CODES, Severity
from simulator.scenario.findings import Finding, Near, finding
from simulator.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Chairs that are missing, notes that are nearly known, and suppressions that cannot be."""
    if not scenario.roles:
        yield finding("no-role", ())
    elif len(scenario.roles) == 1 and scenario.kind == "scenario":
        missing = next(role for role in Role if role not in scenario.roles)
        yield finding("missing-chair", (scenario.roles[0].value,), role=missing.value)
    for index, note in enumerate(scenario.content_notes):
        known = notes.meant(note)
        if known is not None:
            yield finding("content-note", ("content_notes", index), note=note, known=known)
    for code in scenario.suppress:
        path = ("suppress", code)
        if code not in CODES:
            yield finding("unknown-code", path, code=code, near=Near(code, CODES))
        elif CODES[code].severity is Severity.ERROR:
            yield finding("not-suppressible", path, code=code)
