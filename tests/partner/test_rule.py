"""The rule's fingerprint: it follows the numbers and not the names."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pytest

from simulator.partner import hearing, outcomes, rule, stances, step
from simulator.partner import state as state_module
from simulator.partner.moves import MOVES, VOICING, Family, Late, Role
from simulator.partner.rule import rule_fingerprint
from simulator.partner.stances import LEVELS
from simulator.partner.temperaments import TEMPERAMENTS


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    rule_fingerprint.cache_clear()


def _with(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, value: object) -> str:
    rule_fingerprint.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(module, name, value)
        return rule_fingerprint()


def _retuned(table: Mapping[Any, Any], key: Any, **changes: Any) -> Mapping[Any, Any]:
    return MappingProxyType({**table, key: table[key]._replace(**changes)})


def _backwards(table: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return dict(reversed(list(table.items())))


def test_it_is_a_sha_256_and_always_the_same() -> None:
    first = rule_fingerprint()
    rule_fingerprint.cache_clear()
    assert rule_fingerprint() == first
    assert len(first) == 64
    assert set(first) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        ("MOVES", _retuned(MOVES, "warmth", name="a kindness", plain="other words")),
        ("MOVES", _backwards(MOVES)),
        ("TEMPERAMENTS", _retuned(TEMPERAMENTS, "even", name="level-headed")),
        ("TEMPERAMENTS", _backwards(TEMPERAMENTS)),
        (
            "LEVELS",
            {role: [lv._replace(name="other words") for lv in lvs] for role, lvs in LEVELS.items()},
        ),
        ("PROMISE_TENSION", _backwards(step.PROMISE_TENSION)),
    ],
)
def test_names_and_order_do_not_count(
    monkeypatch: pytest.MonkeyPatch, table: str, changed: object
) -> None:
    assert _with(monkeypatch, rule, table, changed) == rule_fingerprint()


def _levels(stance: str, **changes: Any) -> dict[Role, list[stances.Level]]:
    return {
        role: [lv._replace(**changes) if lv.stance == stance else lv for lv in lvs]
        for role, lvs in LEVELS.items()
    }


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        ("MOVES", _retuned(MOVES, "warmth", to_pursuer=3)),
        ("MOVES", _retuned(MOVES, "warmth", to_withdrawer=3)),
        ("MOVES", _retuned(MOVES, "warmth", family=Family.SPACE)),
        ("MOVES", _retuned(MOVES, "warmth", late=Late.EVERYBODY)),
        ("TEMPERAMENTS", _retuned(TEMPERAMENTS, "even", set_point=31)),
        ("TEMPERAMENTS", _retuned(TEMPERAMENTS, "even", negative=6)),
        ("TEMPERAMENTS", _retuned(TEMPERAMENTS, "even", need=3)),
        ("TEMPERAMENTS", _retuned(TEMPERAMENTS, "even", believes_late=True)),
        ("TEMPERAMENTS", _retuned(TEMPERAMENTS, "even", hit_harder=frozenset(Family))),
        ("TEMPERAMENTS", _retuned(TEMPERAMENTS, "even", soothed_more=frozenset({"warmth"}))),
        ("LEVELS", _levels("guarded", enters=36)),
        ("LEVELS", _levels("guarded", leaves=26)),
        ("LEVELS", _levels("guarded", space_gain=4)),
        ("LEVELS", _levels("guarded", other_gain=4)),
        ("LEVELS", _levels("guarded", needs=2)),
        ("PROMISE_TENSION", {**step.PROMISE_TENSION, ("time_out", Role.PURSUER): -7}),
        ("HOPE_LOSS", {**step.HOPE_LOSS, "silence": 2}),
        ("HOPE_GAIN", {**step.HOPE_GAIN, "warmth": 1}),
        ("STILL_REACHES", step.STILL_REACHES | {"warmth"}),
        ("VOICING", VOICING | {"warmth"}),
    ],
)
def test_numbers_count(monkeypatch: pytest.MonkeyPatch, table: str, changed: object) -> None:
    changed_print = _with(monkeypatch, rule, table, changed)
    rule_fingerprint.cache_clear()
    assert changed_print != rule_fingerprint()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (step, "STEP_VERSION"),
        (hearing, "CHARGE_LIMIT"),
        (hearing, "LATE_BELIEF_LIMIT"),
        (step, "TIME_OVERRIDDEN"),
        (step, "HIT_HARDER"),
        (step, "HIDDEN_WISH"),
        (step, "WALKED_OUT"),
        (state_module, "STREAK_LIMIT"),
        (state_module, "CONNECTION_AT_START"),
        (state_module, "HOPE_AT_START"),
        (stances, "GIVEN_UP_AT_HOPE"),
        (state_module, "GIVEN_UP_TENSION"),
        (step, "GIVING_UP_FALL"),
        (step, "GIVING_UP_FLOOR"),
        (step, "COMEBACK_HOPE"),
        (step, "COMEBACK_TENSION"),
        (outcomes, "EARNED_GAIN"),
    ],
)
def test_so_does_every_number_outside_the_tables(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    changed = _with(monkeypatch, module, name, getattr(module, name) + 1)
    rule_fingerprint.cache_clear()
    assert changed != rule_fingerprint()
