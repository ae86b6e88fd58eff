"""The fingerprint is that of what the file says, not of how it is written down."""

import copy
import hashlib
import json

import pytest

from simulator.scenario.fingerprint import fingerprint
from simulator.scenario.model import Scenario
from tests.scenario import examples as ex

BASE = fingerprint(ex.scenario(ex.BASE))
TEXT = ex.BASE.decode()


@pytest.mark.parametrize(
    "same",
    [
        "# a comment\n" + TEXT.replace("level: 1", "level: 1   # gentle"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        "\ufeff" + TEXT,
        TEXT + "\n\n",
        TEXT.replace("title: Two cups", 'title: "Two cups"'),
        TEXT.replace("title: Two cups", "title: >-\n  Two\n  cups"),
        TEXT.replace("minutes: 3\nlevel: 1\n", "level: 1\nminutes: 3\n"),
        TEXT.replace("language: en\n", ""),
        TEXT.replace("language: en\n", "language: en\nauthors: []\ncontent_notes: []\nsuppress: {}\n"),
        TEXT.replace("{temperament: even, tension: 30, connection: 40}", "{tension: 30}"),
        TEXT.replace("          say: Leave it, then.", "          once: false\n          say: Leave it, then."),
        TEXT.replace("interrupts: {left: walked_out}", "interrupts:\n    left: walked_out"),
        ex.dumped(ex.read(ex.BASE).value).decode(),
    ],
    ids=[
        "comments", "CRLF", "CR", "BOM", "blank lines", "quotes", "folded", "key order", "left-out default",
        "written defaults", "defaults of the partner", "default of a reply", "block style", "dumped",
    ],
)  # fmt: skip
def test_it_does_not_change_with(same: str) -> None:
    assert same != TEXT or same.encode() != ex.BASE
    assert fingerprint(ex.scenario(same.encode())) == BASE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Two cups", "Two Cups"),
        ("Leave it, then.", "Leave it then."),
        ("tension: 30", "tension: 31"),
        ("moves: [deferring]", "moves: [refusal]"),
        ("to: table", "to: apart"),
        ("minutes: 3", "minutes: 4"),
    ],
)
def test_it_changes_with_words_numbers_and_routes(old: str, new: str) -> None:
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT
    assert fingerprint(ex.scenario(changed.encode())) != BASE


def _moves(written: str) -> str:
    reply = f"pursuer:\n  beats:\n    table:\n      replies:\n        fair: {{moves: {written}}}\n"
    return fingerprint(ex.scenario(ex.over(reply)))


def test_the_order_of_moves_counts() -> None:
    assert _moves("{warmth: sense, validation: That}") != _moves(
        "{validation: That, warmth: sense}"
    )


def test_it_is_hexadecimal_and_of_one_length() -> None:
    assert len(BASE) == 64
    assert int(BASE, 16) > 0


def test_it_is_the_hash_of_canonical_json_by_any_other_hand() -> None:
    """Fields as written, defaults left out, moves as pairs: also of a reply without moves."""
    written = {
        "cast": {
            "pursuer": {"name": "Ana", "pronouns": "she"},
            "withdrawer": {"name": "Bo", "pronouns": "they"},
        },
        "format": 1,
        "level": 1,
        "minutes": 5,
        "pursuer": {
            "beats": {
                "one": {
                    "lines": {"says": "Well."},
                    "replies": {
                        "a": {
                            "feedback": "It reached for something.",
                            "moves": [["warmth", "Tea"], ["waiting", ""]],
                            "say": "Tea?",
                            "to": "good",
                        },
                        "stop": {"crosses_line": True, "does": "Stand in the doorway."},
                    },
                }
            },
            "best": "stuck",
            "brief": "A brief.",
            "endings": {
                "good": {
                    "cost": "A cost.",
                    "lines": {"says": "So."},
                    "meaning": "A meaning.",
                    "outcome": "stuck",
                    "theirs": "Their part.",
                }
            },
            "opens": "one",
        },
        "relationship": "romantic",
        "summary": "A summary.",
        "title": "A talk",
    }
    canonical = json.dumps(written, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    value = copy.deepcopy(written)
    chair = value["pursuer"]
    assert isinstance(chair, dict)
    chair["beats"]["one"]["replies"]["a"]["moves"] = {"warmth": "Tea", "waiting": ""}
    scenario = Scenario.model_validate(value)
    assert fingerprint(scenario) == hashlib.sha256(canonical.encode()).hexdigest()
