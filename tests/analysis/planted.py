"""The corpus: small scenarios with something planted, and what their heads say of it.

A head has lines `# planted: CODE PATH` for what has to be found, `# near: CODE PATH (why)` for what
is nearly so and must not be, `# form: CODE` for an error that the form shows already, and
`# clean:` where nothing may be found.
"""

from pathlib import Path as FilePath
from typing import NamedTuple

from simulator.partner.moves import Role
from simulator.scenario.load import load_file
from simulator.scenario.model import Scenario
from simulator.scenario.positions import Path
from tests.analysis.plain.ways import Label

FILES = tuple(sorted((FilePath(__file__).parent / "corpus").glob("*.yaml")))


class Planted(NamedTuple):
    """One file of the corpus."""

    scenario: Scenario
    role: Role
    planted: set[Label]
    near: set[Label]
    form: set[str]
    clean: bool


def opened(file: FilePath) -> Planted:
    """A file with its head read."""
    loaded = load_file(file)
    assert loaded.scenario is not None, loaded.findings
    heads = [line[2:].split() for line in loaded.text.splitlines() if line.startswith("# ")]
    return Planted(
        loaded.scenario,
        loaded.scenario.roles[0],
        {(code, _path(path)) for key, code, path, *_ in heads if key == "planted:"},
        {(code, _path(path)) for key, code, path, *_ in heads if key == "near:"},
        {code for key, code, *_ in heads if key == "form:"},
        any(key == "clean:" for key, *_ in heads),
    )


def _path(written: str) -> Path:
    return tuple(int(part) if part.isdigit() else part for part in written.split("/"))
