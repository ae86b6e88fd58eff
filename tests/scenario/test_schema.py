"""The JSON Schema: current, and of one mind with the reader."""

import json
import re
from importlib.resources import files
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from simulator.scenario.codes import CODES
from simulator.scenario.load import load_bytes
from simulator.scenario.schema import scenario_schema, schema_text
from tests.fuzz.mutate import SCENARIOS
from tests.scenario import examples as ex

VALIDATOR = jsonschema.Draft202012Validator(scenario_schema())


class _Editor(yaml.CSafeLoader):
    """YAML as an editor's language server reads it: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _reads(kind: str, pattern: str) -> None:
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), None)


_reads("null", r"~|null|Null|NULL|")
_reads("bool", r"true|True|TRUE|false|False|FALSE")
_reads("int", r"[-+]?[0-9]+")
_reads("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Editor.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def _named(value: Any) -> Any:
    """Keys as text: an editor checks them so."""
    if isinstance(value, dict):
        return {_key(key): _named(item) for key, item in value.items()}
    return [_named(item) for item in value] if isinstance(value, list) else value


def _key(key: Any) -> str:
    return str(key).lower() if isinstance(key, bool) or key is None else str(key)


def schema_accepts(data: bytes) -> bool:
    return VALIDATOR.is_valid(_named(yaml.load(data, Loader=_Editor)))  # noqa: S506


def reader_accepts(data: bytes) -> bool:
    return load_bytes(data, "example.yaml").scenario is not None


def _say(written: str) -> str:
    return "pursuer:\n  beats:\n    table:\n      replies:\n        fair:\n          " + written


_OF_VALUES = [
    "title: no", "title: on", "title: 2024", "title: 12:30", "title: 1.5", "title: true", "title: 1e3",
    'title: ""', "title:", "title: ~", "title: null", 'title: "null"', 'title: " "', "title: [x]", "title: {x: y}",
    "minutes: 5", 'minutes: "5"', "minutes: 0", "minutes: 121", "minutes: 1.5", "minutes: five", "minutes: -3",
    "level: 1", "level: 4", "format: 1", "format: 2", 'format: "1"', "kind: tutorial", "kind: game",
    "language: no", "authors: []", "authors: x", "authors: [1, true, x]", "authors: [[]]", "license: 0",
    "relationship: work", "relationship: love", "skills: [warmth]", "skills: [warm]", "skills: warmth",
    "content_notes: [money, 2]", "content_notes: money", "suppress: {few-beats: 1}", "suppress: [few-beats]",
    "suppress: {few-beats: }", "titel: x",
    "cast: {pursuer: {name: 7, pronouns: he}, withdrawer: {name: No, pronouns: they}}",
    "cast: {pursuer: {name: A, pronouns: ze}, withdrawer: {name: B, pronouns: they}}",
    "cast: {pursuer: {name: A, pronouns: he}}",
    "cast: {pursuer: {name: A, pronouns: {subject: ze, object: zir, possessive: zir, reflexive: zirself}},"
    " withdrawer: {name: B, pronouns: they}}",
    "cast: {pursuer: {name: A, pronouns: {subject: ze}}, withdrawer: {name: B, pronouns: they}}",
]  # fmt: skip
_OF_REPLIES = [
    "say: no", "say: 5", "say:", "once: true", "once: yes", 'once: "true"', "once: 1", "crosses_line: false",
    "moves: [validation]", "moves: []", "moves: {}", "moves: {validation: }", "moves: {validation: 12}",
    "moves: {validation: [sense, to me]}", "moves: {validation: []}", 'moves: {validation: [""]}',
    "moves: validation", "moves: {valid: x}", "moves: {validation: {x: y}}", "to: apart", "to: [apart]", "to: 5",
    "to: [{go: apart}]", "to: [{to: apart}]", "to: []", "to: {go: apart}", "to: Apart", "to: true",
    "when: {stance: [engaged]}", "when: {stance: engaged}", "when: {stance: []}", "when: {stance: [angry]}",
    "when: {tension: {at_least: 10}}", "when: {tension: 10}", "when: {tension: {at_least: 101}}",
    "when: {tension: {at_least: '10'}}", "when: {connection: {gained: -5}}", "when: {connection: {gained: 101}}",
    "when: {hope: {at_most: 11}}", "when: {hope: {at_most: 10}}", "when: {promised: true}", "when: {promised: no}",
    "when: {remembers: [a, b]}", "when: {remembers: a}", "when: {remembers: [A]}", "when: {remembers: [true]}",
    "when: {}", "when:", "when: {mood: good}", "remember: [x1]", "remember: [1x]", "remember: x", "rather: fair",
    "rather: 5", "answer: {says: 5}", "answer: [{says: x}]", "answer: {engaged: {says: x}}",
    "answer: {engaged: [{says: x}]}", "answer: {engagd: {says: x}}", "answer: {engaged: x}", "answer: x",
    "answer: []", "answer: {}", "answer: {says: x, instead: true}", "answer: {says: x, asks_time: 1}",
    "answer: {engaged: {says: x}, says: y}", "answer: {engaged: {says: x}, angry: {says: y}}",
]  # fmt: skip
_OF_CHAIRS = [
    "opens: 1", "best: truce", "best: won", "interrupts: {left: apart}", "interrupts: {gone: apart}",
    "interrupts: {left: Apart}", "partner: {tension: 30}", "partner: {tension: [30, 34]}", "partner: {tension: [30]}",
    "partner: {tension: [30, 31, 32]}", "partner: {tension: '30'}", "partner: {tension: 101}", "partner: {hope: 11}",
    "partner: {temperament: shy}", "partner: {allows: [even, secure]}", "partner: {allows: even}", "partner: {}",
    "beats: {Table: {lines: {says: x}, replies: {a: {say: x}}}}", "beats: {five: {lines: {says: x}, replies: {}}}",
    "beats: {five: {lines: {says: x}, replies: {A: {say: x}}}}", "beats: {table: {later: 40 minutes}}",
    "beats: {table: {later: forty minutes}}", "beats: {table: {later: 40}}", "beats: {table: {later: 0 minutes}}",
    "beats: {five: {replies: {a: {say: x}}}}", "beats: {table: {tip: 3}}", "endings: {apart: {outcome: paused}}",
    "endings: {apart: {outcome: lost}}", "endings: {apart: {otherwise: 3}}", "endings: {Apart: {}}",
    "endings: {apart: {later: 1 hour}}", "brief:", "beats: {no: {lines: {says: x}, replies: {on: {say: x}}}}",
]  # fmt: skip

CORPUS: dict[str, bytes] = {
    **{path.name: path.read_bytes() for path in sorted(SCENARIOS.glob("*.yaml"))},
    "base": ex.BASE,
    **{f"{text}": ex.headed(text + "\n") for text in _OF_VALUES},
    **{f"reply: {text}": ex.over(_say(text)) for text in _OF_REPLIES},
    **{f"chair: {text}": ex.over("pursuer:\n  " + text) for text in _OF_CHAIRS},
}
_BY_THE_READER_ALONE = frozenset(
    {"unsafe-character", "directive", "not-yaml", "second-document", "too-deep", "reference", "duplicate-key",
     "key-not-text", "not-a-map"}
)  # fmt: skip


@pytest.mark.parametrize("name", CORPUS)
def test_schema_and_reader_agree(name: str) -> None:
    assert schema_accepts(CORPUS[name]) == reader_accepts(CORPUS[name])


@pytest.mark.parametrize("code", sorted(set(CODES) - _BY_THE_READER_ALONE))
def test_they_agree_on_the_pages_examples(code: str) -> None:
    for example in ex.examples(code):
        data = ex.made(example)
        assert schema_accepts(data) == reader_accepts(data), example.text


def test_the_corpus_holds_both_kinds() -> None:
    accepted = sum(reader_accepts(data) for data in CORPUS.values())
    assert accepted > 40
    assert len(CORPUS) - accepted > 60


def test_the_shipped_schema_is_current() -> None:
    shipped = files("simulator.scenario").joinpath("scenario.schema.json")
    assert shipped.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m simulator schema > simulator/scenario/scenario.schema.json"
    )


def test_the_schema_is_one_and_describes_its_fields() -> None:
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    reply = schema["$defs"]["Reply_pursuer"]
    assert reply["additionalProperties"] is False
    assert "description" in reply["properties"]["feedback"]
