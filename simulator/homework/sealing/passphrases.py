"""The passphrase two people agree on: long enough, the same from every keyboard, or drawn."""

import secrets
import unicodedata

from simulator.homework.sealing.errors import WeakPassphrase, WrongPassphrase
from simulator.homework.sealing.wordlist import WORDS
from simulator.language import _

LEAST_LETTERS = 6
"""fewer are refused"""
SAFE_LETTERS = 12
SAFE_WORDS = 4
"""enough too, where the words are short; with fewer of both it is told how easily it is guessed"""
DRAWN_WORDS = 5
"""of more than a thousand: 50 random bits, and scrypt makes each guess slow"""
_LEAST_DIFFERENT = 6
_MOST_LETTERS = 1024
_GUESSED_FIRST = ("password", "passphrase", "qwerty", "letmein", "abcdef", "12345")


def suggested() -> str:
    """A passphrase drawn at random, to be read aloud."""
    return " ".join(secrets.choice(WORDS) for _word in range(DRAWN_WORDS))


def strong(passphrase: str) -> str:
    """The passphrase as it is used. Raises `WeakPassphrase` where it is none, or hardly one."""
    used = normal(passphrase)
    if used is None:
        raise WeakPassphrase(
            _("This passphrase holds signs that no keyboard types. Please choose another one.")
        )
    if len(used) < LEAST_LETTERS:
        raise WeakPassphrase(_too_short())
    return used


def weakness(passphrase: str) -> str | None:
    """What makes it easy to guess, and what would not; `None` where nothing does."""
    used = normal(passphrase) or ""
    if _guessable(used):
        return _(
            "This passphrase is among those that are tried first. Several words that have nothing"
            " to do with each other are hard to guess and easy to say: {example}."
        ).format(example=suggested())
    if len(used) < SAFE_LETTERS and len(used.split()) < SAFE_WORDS:
        return _(
            "This passphrase is short, and could be found out by trying. One that is easy to say"
            " and hard to guess: {example}."
        ).format(example=suggested())
    return None


def given(passphrase: str) -> str:
    """The passphrase as it is used to open. Raises `WrongPassphrase` where it can be none."""
    used = normal(passphrase)
    if not used:
        raise WrongPassphrase(_("No passphrase was given. This file needs the one you agreed on."))
    return used


def normal(passphrase: str) -> str | None:
    """Letters come as different code points from different keyboards, blanks by chance.

    `None` for what is no text, or longer than anybody types.
    """
    used = unicodedata.normalize("NFC", " ".join(passphrase.strip("\ufeff").split()))
    if len(used) > _MOST_LETTERS or not _text(used):
        return None
    return used


def _text(used: str) -> bool:
    return not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in used)


def _guessable(used: str) -> bool:
    low = used.casefold()
    plain = "".join(low.split())
    known = any(start in plain for start in _GUESSED_FIRST) and len(plain) < 2 * SAFE_LETTERS
    digits = plain.isdigit() and len(plain) < 2 * SAFE_LETTERS
    return known or digits or len(set(plain)) < _LEAST_DIFFERENT


def _too_short() -> str:
    return _(
        "A passphrase needs at least {letters} letters. One that is easy to say and hard to guess:"
        " {example}."
    ).format(letters=LEAST_LETTERS, example=suggested())
