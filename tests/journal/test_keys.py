"""The key of an encrypted journal: what opens it, and what does not."""

import json

import pytest

from simulator.journal import keys
from simulator.journal.errors import DamagedError, JournalError, WrongKeyError

CHEAP = 2**4
PHRASE = "a door, a lamp, a bell"


def test_the_passphrase_opens_what_it_wrapped() -> None:
    data = keys.draw().data
    assert keys.unwrap(keys.wrap(data, PHRASE, cost=CHEAP), PHRASE) == data


def test_another_passphrase_does_not() -> None:
    kept = keys.wrap(keys.draw().data, PHRASE, cost=CHEAP)
    with pytest.raises(WrongKeyError):
        keys.unwrap(kept, PHRASE + "s")


def test_the_same_letters_typed_otherwise_do() -> None:
    data = keys.draw().data
    kept = keys.wrap(data, "caf\u00e9 cr\u00e8me", cost=CHEAP)
    assert keys.unwrap(kept, " cafe\u0301 cre\u0300me ") == data


def test_the_key_is_not_in_what_is_kept() -> None:
    drawn = keys.draw()
    kept = keys.wrap(drawn.data, PHRASE)
    assert drawn.data.hex() not in kept
    assert drawn.recovery not in kept
    assert json.loads(kept)["cost"] == keys.COST >= 2**17


@pytest.mark.parametrize("passphrase", ["", "       ", "seven77"])
def test_a_short_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(JournalError, match="at least 8"):
        keys.wrap(keys.draw().data, passphrase, cost=CHEAP)


@pytest.mark.parametrize(
    "swap",
    [
        {"wrapped": "00"},
        {"wrapped": "no hex"},
        {"cost": 2**40},
        {"cost": 3},
        {"cost": "much"},
        {"salt": None},
    ],
)
def test_what_is_damaged_is_told_from_what_is_wrong(swap: dict[str, object]) -> None:
    kept = json.loads(keys.wrap(keys.draw().data, PHRASE, cost=CHEAP))
    with pytest.raises(DamagedError, match="recovery key"):
        keys.unwrap(json.dumps(kept | swap), PHRASE)


@pytest.mark.parametrize("kept", ["", "[]", "{}", "null", "\x00"])
def test_what_is_none_of_ours_is_damaged(kept: str) -> None:
    with pytest.raises(DamagedError):
        keys.unwrap(kept, PHRASE)


def test_the_recovery_key_is_the_key_however_it_is_typed() -> None:
    drawn = keys.draw()
    typed = drawn.recovery.lower().replace("0", "o").replace("1", "l").replace("-", " ")
    assert keys.of_recovery(drawn.recovery) == drawn.data
    assert keys.of_recovery(f"  {typed} ") == drawn.data


def test_a_slip_is_not_taken_for_a_key() -> None:
    recovery = keys.draw().recovery
    for at, letter in enumerate(recovery):
        other = "7" if letter != "7" else "8"
        assert letter == "-" or keys.of_recovery(recovery[:at] + other + recovery[at + 1 :]) is None
    for text in ("", PHRASE, recovery[:-1], recovery + "0"):
        assert keys.of_recovery(text) is None


def test_no_two_keys_are_the_same() -> None:
    drawn = [keys.draw() for _ in range(50)]
    assert len({one.data for one in drawn}) == len({one.recovery for one in drawn}) == 50
    assert {len(one.data) for one in drawn} == {32}
