"""Small scenarios for tests: a whole one, and others laid over it.

`over(fragment)` lays a fragment of YAML over the base: maps of parts (chairs, beats, replies,
endings) are joined, everything else is replaced. `headed(text)` replaces top-level fields as text,
so that what no parser would read can be put in. Both answer the bytes of a file.

There are two to lay over: `BASE`, whose form and graph have nothing to report, and `TALK`, a chair
so small that its states have nothing to report either.
"""

import re
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import yaml

from simulator.practice.opening import vet
from simulator.scenario.codes import CODES
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.load import load_bytes
from simulator.scenario.model import Scenario
from simulator.scenario.pages import page
from simulator.scenario.reader import read
from simulator.scenario.scalars import Plain

BASE = (Path(__file__).parent / "base.yaml").read_bytes()
TALK = (Path(__file__).parent / "talk.yaml").read_bytes()
OF_THE_STATES = frozenset(
    {
        "never-reached", "never-offered", "trap", "endless", "not-what-it-says", "undecided",
        "twins", "dead-line", "dead-route", "line-borrowed", "said-twice", "time-not-given",
        "return-not-asked", "reconnects-soon", "shortest-play", "no-way-back", "best-unreachable",
        "no-closes-best", "random-does-well", "table-does-well", "tell-does-well", "tell-is-best",
    }
)  # fmt: skip
"""codes that only show once a chair is worked out"""
_REPLACED = frozenset(
    {"lines", "moves", "answer", "to", "when", "partner", "cast", "interrupts", "suppress"}
)


class Example(NamedTuple):
    kind: str
    """failing or mended"""
    marks: frozenset[str]
    text: str
    base: bytes
    """what it is laid over"""

    def mark(self, name: str) -> list[str]:
        return [m.partition("=")[2] for m in self.marks if m.startswith(name + "=")]


def examples(code: str) -> list[Example]:
    """The examples of a page that are scenarios."""
    blocks = re.findall(r"^```yaml (\w+)(.*)\n((?:.*\n)*?)```$", page(code), re.MULTILINE)
    base = TALK if code in OF_THE_STATES else BASE
    return [Example(kind, frozenset(marks.split()), text, base) for kind, marks, text in blocks]


def made(example: Example) -> bytes:
    """The file an example stands for."""
    if "whole" in example.marks:
        return example.text.encode()
    if "head" in example.marks:
        return headed(example.text)
    return over(example.text, without=example.mark("without"), base=example.base)


def over(fragment: str, *, without: list[str] | None = None, base: bytes = BASE) -> bytes:
    below, top = read(base).value, read(fragment.encode())
    assert top.value is not None, top.problems
    for field in without or ():
        del below[field]
    return dumped(_joined(below, top.value))


def headed(fragment: str) -> bytes:
    fields = re.findall(r"^(\w+):", fragment, re.MULTILINE)
    kept = [
        block
        for block in re.split(r"^(?=\w)", BASE.decode(), flags=re.MULTILINE)
        if block.split(":")[0] not in fields
    ]
    return (fragment + "".join(kept)).encode()


def dumped(value: Any) -> bytes:
    """Plain values as a file again, plain scalars plain and the others in quotes."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True).encode()


def codes_of(data: bytes, name: str = "example.yaml") -> set[str]:
    return {diagnostic.code for diagnostic in diagnosed(data, name)}


def diagnosed(data: bytes, name: str = "example.yaml") -> tuple[Diagnostic, ...]:
    return vet(load_bytes(data, name)).diagnostics


def errors_in(codes: set[str]) -> set[str]:
    return {code for code in codes if CODES[code].severity == "error"}


def scenario(data: bytes) -> Scenario:
    opened = vet(load_bytes(data, "example.yaml"))
    assert opened.scenario is not None, opened.diagnostics
    return opened.scenario


def _joined(base: Any, top: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(top, dict):
        return top
    joined = dict(base)
    for key, value in top.items():
        joined[key] = value if key in _REPLACED else _joined(base.get(key), value)
    return joined


class _Dumper(yaml.SafeDumper):
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


_Dumper.add_representer(
    Plain, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text))
)
_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style=None if re.fullmatch(r"\w+", text) else '"'
    ),
)
