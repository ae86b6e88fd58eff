"""Passphrases: long enough, and words to choose from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.homework.sealing import passphrases
from simulator.homework.sealing.errors import SealError, WeakPassphrase
from simulator.homework.sealing.wordlist import WORDS


@pytest.mark.parametrize(
    "none", ["", " ", "short", "lantern\ud800meadow", "lantern\x1b[2Jmeadow", "x" * 5000]
)
def test_what_is_hardly_one_is_refused_in_words(none: str) -> None:
    with pytest.raises(WeakPassphrase) as refusal:
        passphrases.strong(none)
    assert not none.strip() or none not in str(refusal.value)


@pytest.mark.parametrize(
    "weak",
    [
        *("sixsix", "eleven char", "one two six", "aaaaaaaaaaaaaaaa", "a a a a a a"),
        *("password1234", "Pass word 1234", "qwertyuiop12", "123456789012", "07700 900 123 456"),
        "abcdefghijkl",
    ],
)
def test_weak_ones_are_told_and_taken(weak: str) -> None:
    told = passphrases.weakness(weak)
    assert told
    assert weak not in told
    assert passphrases.strong(weak) == weak


@pytest.mark.parametrize(
    "strong",
    [
        "a lamp by it",
        "lantern meadow",
        "der See im Mai",
        "湖の上の月は静かに光る夜",
        "t5G-x9!Lq_2w",
    ],
)
def test_others_are_taken(strong: str) -> None:
    assert passphrases.strong(f" {strong}\r\n") == strong
    assert passphrases.weakness(strong) is None


def test_a_suggested_one_is_strong_and_new_each_time() -> None:
    drawn = {passphrases.suggested() for _ in range(100)}
    assert len(drawn) == 100
    for passphrase in drawn:
        assert passphrases.strong(passphrase) == passphrase
        assert len(passphrase.split()) == passphrases.DRAWN_WORDS >= 5


def test_the_words_are_many_and_plain() -> None:
    assert len(WORDS) == len(set(WORDS)) >= 1024
    for word in WORDS:
        assert word.isascii()
        assert word.isalpha()
        assert word == word.lower()
        assert 3 <= len(word) <= 9


@given(st.text())
def test_any_text_is_used_the_same_twice_or_refused(text: str) -> None:
    try:
        used = passphrases.strong(text)
    except SealError:
        return
    assert passphrases.strong(used) == used == passphrases.given(text)
    used.encode()
