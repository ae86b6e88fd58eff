"""A short run of the mutations; a long one is `python -m tests.fuzz.mutate --count 10000`."""

import sys

import pytest

from tests.fuzz.mutate import SLOW, corpus, fuzz, mutated, summary


def test_mutated_files_are_read_without_a_crash_or_a_hang(
    capsys: pytest.CaptureFixture[str],
) -> None:
    results = list(fuzz(200, seed=7))
    with capsys.disabled():
        sys.stdout.write("\n" + summary(results, 7))
    assert [(r.number, r.problem) for r in results if r.problem] == []
    assert [(r.number, r.seconds) for r in results if r.seconds > SLOW] == []
    assert len({code for result in results for code in result.codes}) > 20


def test_the_same_seed_and_number_give_the_same_file() -> None:
    files = corpus()
    assert mutated(files, 1, 17) == mutated(files, 1, 17)
    assert mutated(files, 1, 17) != mutated(files, 1, 18)
