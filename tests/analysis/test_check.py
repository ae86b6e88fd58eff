"""What the analysis finds is what plain enumeration labels: no more, and no less.

`python -m tests.analysis.test_check` compares with 500 mutants, and prints every difference.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.analysis.check import check_states
from simulator.analysis.players import players
from simulator.analysis.study import study
from simulator.partner.moves import Role
from simulator.scenario.findings import Finding
from simulator.scenario.load import load_file
from simulator.scenario.model import Scenario
from tests.analysis.mutants import mutants
from tests.analysis.plain.best import tells_that_are_best, tells_that_do_well
from tests.analysis.plain.labels import CODES, labels
from tests.analysis.plain.odds import Odds
from tests.analysis.plain.reach import before, best_endings
from tests.analysis.plain.walk import Walk, walk
from tests.analysis.plain.ways import Label
from tests.analysis.planted import FILES, opened

SOME = 40
"""mutants of a test run; the command above takes as many as are wanted"""
ALIKE = 1e-9
TUTORIAL = Path(__file__).parents[2] / "scenarios" / "first-words.yaml"
BY_TELL = {"tell-does-well": tells_that_do_well, "tell-is-best": tells_that_are_best}


def found_by(scenario: Scenario, role: Role) -> list[Finding]:
    return list(check_states(scenario, role))


def unlike(walked: Walk) -> Iterator[str]:
    """Every difference between the findings of a role and its labels."""
    found = found_by(walked.scenario, walked.role)
    got: set[Label] = {(each.code, each.path) for each in found}
    wanted = labels(walked)
    yield from (f"found, and not so: {code} {path}" for code, path in got - wanted)
    yield from (f"so, and not found: {code} {path}" for code, path in wanted - got)
    if walked.scenario.kind == "scenario":
        odds = Odds(walked)
        for code, labelled in BY_TELL.items():
            tells = {each.data["tell"] for each in found if each.code == code}
            if tells != labelled(walked, odds):
                yield f"other tells: {code}, {tells} and {labelled(walked, odds)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_findings_are_the_labels_of_the_corpus(file: Path) -> None:
    case = opened(file)
    assert not list(unlike(walk(case.scenario, case.role)))


def test_findings_are_the_labels_of_the_tutorial() -> None:
    scenario = load_file(TUTORIAL).scenario
    assert scenario is not None
    for role in scenario.roles:
        assert not list(unlike(walk(scenario, role)))


def test_findings_are_the_labels_of_mutants() -> None:
    different = {each.name: list(unlike(each.walked)) for each in mutants(SOME, seed=1)}
    assert not {name: told for name, told in different.items() if told}


def other_odds(walked: Walk) -> Iterator[str]:
    """Every player and ending with other odds than the equations give."""
    worked_out, odds = study(walked.scenario, walked.role), Odds(walked)
    for player in set(players(walked.program.partner)) - {"best"}:
        given = worked_out.table.odds(player, worked_out.worth).odds
        wanted = odds.of_endings(player)
        for name in walked.chair.endings:
            if abs(given[name] - wanted.get(name, 0.0)) > ALIKE:
                yield f"{player} comes to {name}: {given[name]} and {wanted.get(name, 0.0)}"
    best = worked_out.table.odds("best", worked_out.worth).odds
    if abs(sum(best[name] for name in best_of(walked)) - sure_of_best(walked)) > ALIKE:
        yield f"best: {best} and {sure_of_best(walked)}"
    value = worked_out.worth.value[worked_out.chain.starts].tolist()
    if value != pytest.approx([odds.values[start] for start in walked.starts], abs=ALIKE):
        yield f"the starts are worth {value}"


def best_of(walked: Walk) -> list[str]:
    """The endings of the best outcome."""
    return [name for name, e in walked.chair.endings.items() if e.outcome is walked.chair.best]


def sure_of_best(walked: Walk) -> float:
    """The share of starts from which a best ending can be reached."""
    possible = before(walked, best_endings(walked))
    return sum(start in possible for start in walked.starts) / len(walked.starts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_odds_of_the_corpus(file: Path) -> None:
    case = opened(file)
    assert not list(other_odds(walk(case.scenario, case.role)))


def test_odds_of_mutants() -> None:
    different = {each.name: list(other_odds(each.walked)) for each in mutants(SOME, seed=2)}
    assert not {name: told for name, told in different.items() if told}


def test_no_code_is_left_out() -> None:
    found = {
        each.code for file in FILES for each in found_by(opened(file).scenario, opened(file).role)
    }
    assert found == CODES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    alike = 0
    for each in mutants(args.count, args.seed):
        told = list(unlike(each.walked))
        alike += not told
        for difference in told:
            print(each.name, difference, sep=": ")
    print(f"{alike} of {args.count} mutants alike")
    sys.exit(alike < args.count)


if __name__ == "__main__":
    main()
