"""Every sentence of the coach as it stands in the source: whole, and without a verdict."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulator.coach
from tests.coach.words import verdicts

FILES = sorted(Path(simulator.coach.__file__).parent.glob("*.py"))
_MARKS = {"_", "N_", "ngettext"}


def sentences(file: Path) -> Iterator[str]:
    """What is shown to people."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in _MARKS:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_sentence_judges(file: Path) -> None:
    found = {sentence: verdicts(sentence) for sentence in sentences(file)}
    assert not {sentence: words for sentence, words in found.items() if words}


def test_there_are_sentences() -> None:
    assert sum(1 for file in FILES for _ in sentences(file)) > 150
