"""The key of an encrypted journal: drawn once, opened by a passphrase or by a recovery key.

The recovery key is the secret itself, in letters: the data key is derived from it, so that it
opens the journal even where everything beside the data is lost. The passphrase wraps the data key
(scrypt, RFC 7914; AES key wrap, RFC 3394); only this wrap is ever written to a disk.
"""

import hashlib
import json
import secrets
import unicodedata
from typing import NamedTuple

from simulator.journal.errors import DamagedError, JournalError, WrongKeyError

SHORTEST = 8
"""letters of a passphrase"""
COST = 2**17
"""of scrypt: with blocks of 1 KiB about 130 MB and half a second for each guess"""
_BLOCK, _LANES = 8, 1
_COSTS = {2**power: 2**power for power in range(1, 21)}
_KEY_BYTES = 32
_WRAPPED_BYTES = _KEY_BYTES + 8
_SALT_BYTES = 16
_SECRET_BYTES = 20
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: none is taken for another"""
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": None, " ": None})
_GROUP = 4
_SECRET_LETTERS = 32
_CHECK_LETTERS = 4
_PURPOSE = b"dialogue practice: the data key of a journal"


class Drawn(NamedTuple):
    """A new key."""

    data: bytes
    """32 bytes: what the journal is encrypted with"""
    recovery: str
    """to be shown once and written down"""


def draw() -> Drawn:
    """A new data key with its recovery key; 160 random bits."""
    secret = secrets.token_bytes(_SECRET_BYTES)
    return Drawn(_derived(secret), _written(secret))


def of_recovery(text: str) -> bytes | None:
    """The data key of a recovery key as somebody typed it; `None` where the text is none.

    Case, spaces, dashes and letters that look alike do not matter; four letters are a check on
    the others, so that a slip is not taken for a key.
    """
    letters = text.upper().translate(_ALIKE)
    if len(letters) != _SECRET_LETTERS + _CHECK_LETTERS or set(letters) - set(_LETTERS):
        return None
    number = 0
    for letter in letters[:_SECRET_LETTERS]:
        number = number * len(_LETTERS) + _LETTERS.index(letter)
    secret = number.to_bytes(_SECRET_BYTES)
    return _derived(secret) if letters[_SECRET_LETTERS:] == _check(secret) else None


def wrap(data: bytes, passphrase: str, *, cost: int = COST) -> str:
    """The data key under a passphrase, as the text to keep. Raises `JournalError` if too short."""
    if len(_normal(passphrase)) < SHORTEST:
        raise JournalError(f"A passphrase needs at least {SHORTEST} letters.")
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap  # noqa: PLC0415 - heavy

    salt = secrets.token_bytes(_SALT_BYTES)
    wrapped = aes_key_wrap(_stretched(passphrase, salt, cost), data)
    kept = {"kdf": "scrypt", "cost": cost, "salt": salt.hex()}
    return json.dumps({**kept, "wrapped": wrapped.hex()}) + "\n"


def unwrap(kept: str, passphrase: str) -> bytes:
    """The data key. Raises `WrongKeyError`, or `DamagedError` where the text is none of ours."""
    from cryptography.hazmat.primitives.keywrap import (  # noqa: PLC0415 - heavy
        InvalidUnwrap,
        aes_key_unwrap,
    )

    try:
        values = json.loads(kept)
        cost, salt = _COSTS[values["cost"]], bytes.fromhex(values["salt"])
        wrapped = bytes.fromhex(values["wrapped"])
        if len(wrapped) != _WRAPPED_BYTES:
            raise KeyError(len(wrapped))  # noqa: TRY301 - as what is missing
        stretched = _stretched(passphrase, salt, cost)
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedError(
            "The file that knows your passphrase cannot be read. The recovery key still opens the"
            " journal."
        ) from error
    try:
        return aes_key_unwrap(stretched, wrapped)
    except InvalidUnwrap as error:
        raise WrongKeyError(
            "That is not the passphrase of this journal. Nothing was changed."
        ) from error


def _derived(secret: bytes) -> bytes:
    """The secret has its full strength already: one keyed hash sets it apart for this purpose."""
    return hashlib.blake2b(secret, digest_size=_KEY_BYTES, key=_PURPOSE).digest()


def _written(secret: bytes) -> str:
    number = int.from_bytes(secret)
    letters = [_LETTERS[number >> shift & 31] for shift in range(155, -1, -5)]
    whole = "".join(letters) + _check(secret)
    return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def _check(secret: bytes) -> str:
    return "".join(_LETTERS[byte & 31] for byte in hashlib.sha256(secret).digest()[:_CHECK_LETTERS])


def _stretched(passphrase: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(
        _normal(passphrase).encode(),
        salt=salt,
        n=cost,
        r=_BLOCK,
        p=_LANES,
        maxmem=256 * _BLOCK * cost,
        dklen=_KEY_BYTES,
    )


def _normal(passphrase: str) -> str:
    """The same letters come as different code points from different keyboards."""
    return unicodedata.normalize("NFC", passphrase.strip())
