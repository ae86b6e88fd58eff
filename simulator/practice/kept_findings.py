"""Findings of the states, kept between runs: working a role out takes seconds, reading them none.

What is kept belongs to a scenario, a rule and a checker. The checker is known by its own source,
so that findings of another version of the program are not taken for this one's.
"""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import simulator
from simulator.partner.rule import rule_fingerprint
from simulator.practice.files import write_whole
from simulator.practice.places import findings_folder
from simulator.scenario.findings import Finding
from simulator.scenario.fingerprint import fingerprint
from simulator.scenario.model import Scenario

_CHECKER = ("partner", "scenario", "dialogue", "analysis")
"""the parts of the program that findings depend on"""


def key(scenario: Scenario, role: str, temperament: str) -> str:
    """The name under which the findings of one role with one partner are kept."""
    parts = (fingerprint(scenario), rule_fingerprint(), checker(), role, temperament)
    return hashlib.sha256("/".join(parts).encode()).hexdigest()


def read(name: str) -> tuple[Finding, ...] | None:
    """What was kept under a key; `None` where nothing was, or it cannot be read."""
    try:
        rows: Any = json.loads(_file(name).read_text(encoding="utf-8"))
        return tuple(Finding(row["code"], tuple(row["path"]), row["data"]) for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(name: str, found: Iterable[Finding]) -> None:
    """Keep findings under a key; where that cannot be, they are worked out again next time."""
    rows = [{"code": f.code, "path": f.path, "data": dict(f.data)} for f in found]
    try:
        write_whole(_file(name), json.dumps(rows, ensure_ascii=False))
    except OSError:
        return


@cache
def checker() -> str:
    """SHA-256 (hex) of the source of everything that findings depend on."""
    digest = hashlib.sha256(simulator.__version__.encode())
    for part in _CHECKER:
        for path in sorted(Path(str(files(simulator) / part)).rglob("*.py")):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _file(name: str) -> Path:
    return findings_folder() / f"{name}.json"
