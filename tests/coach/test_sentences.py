"""Every sentence of the coach as it stands in the source: whole, and without a verdict."""

import ast
import re
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


_TYPED = {"aims", "aim_text"}
"""what an author types, and is told where it is not understood: plain English"""


def bare(file: Path) -> Iterator[str]:
    """Words that are in no text which goes through the catalogue, what is raised apart."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    known: set[int] = set()
    for node in ast.walk(tree):
        marked = isinstance(node, ast.Call) and getattr(node.func, "id", None) in _MARKS
        docs = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if marked or docs or isinstance(node, ast.Raise):
            known |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in known else None
        if isinstance(text, str) and re.search(r"[A-Za-z]{2,} | [A-Za-z]{2,}", text):
            yield text


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.stem not in _TYPED], ids=lambda file: file.stem
)
def test_every_sentence_goes_through_the_catalogue(file: Path) -> None:
    assert list(bare(file)) == []


def test_there_are_sentences() -> None:
    assert sum(1 for file in FILES for _ in sentences(file)) > 150
