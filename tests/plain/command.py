"""`simulator play` as the tests call it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from simulator.cli.main import simulator
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.practice.sitting import begin

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "data" / "small.yaml"


def play(*options: str, path: Path | str = SMALL, typed: str | None = None) -> Result:
    return CliRunner().invoke(simulator, ["play", str(path), *options], input=typed)


def as_pursuer(*options: str, **more: str) -> Result:
    return play("--as", "pursuer", "--seed", "4", *options, **more)


def played(*options: str, role: str = "pursuer", typed: str | None = None) -> dict:
    result = play("--as", role, "--seed", "4", "--json", *options, typed=typed)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("\n") == 1
    return json.loads(result.stdout)


def changed(folder: Path, *swaps: tuple[str, str]) -> Path:
    words = SMALL.read_text(encoding="utf-8")
    for old, new in swaps:
        assert old in words
        words = words.replace(old, new)
    path = folder / "changed.yaml"
    path.write_text(words, encoding="utf-8")
    return path


def number(reply: str, *before: str) -> str:
    """What is typed for a reply once others were given."""
    scenario = open_scenario(SMALL).scenario
    assert scenario is not None
    sitting = begin(scenario, Role.PURSUER, seed=4)
    for given in before:
        sitting.choose(given)
    return str([offer.id for offer in sitting.offered].index(reply) + 1)
