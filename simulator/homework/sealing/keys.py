"""A person's own keys, and the public half that is handed to the other person.

Two of them, each for one thing: X25519 (in age) to open what was sealed for one, Ed25519 to sign.
Whoever pairs compares a fingerprint aloud; a line that came by message alone proves nothing.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from simulator.homework.sealing import age, content, files
from simulator.homework.sealing.errors import Damaged
from simulator.language import _

_KIND = "keys"
_START = "dps1"
_AGE = "age1"
_AGE_LETTERS = 58
_SIGN_BYTES = 32
_SIGN_LETTERS = 52
_CHECK_BYTES = 4
_LINE_LETTERS = len(_START) + _AGE_LETTERS + _SIGN_LETTERS + 7
_GROUPS, _GROUP = 3, 4
_COST = 2**14
"""of a fingerprint: 60 bits are few, so that each attempt to meet them costs some work"""
_PURPOSE = b"dialogue practice: a fingerprint"
_SPOKEN = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
"""Crockford's letters: none is taken for another"""


class PublicKeys(NamedTuple):
    """What others need to seal for this person and to know their signature."""

    sealing: str
    """`age1…`"""
    signing: bytes
    """32 bytes, Ed25519"""

    @property
    def line(self) -> str:
        """Both in one line of small letters and digits, with a check against slips."""
        signing = _small(self.signing)
        check = _small(_check(self.sealing, self.signing))
        return f"{_START}{self.sealing.removeprefix(_AGE)}{signing}{check}"

    @classmethod
    def of(cls, line: str) -> "PublicKeys":
        """The keys of a line, however it was wrapped. Raises `Damaged` or `NotAvailable`."""
        letters = "".join(line.split()).lower()
        if len(letters) != _LINE_LETTERS or not letters.isascii():
            raise Damaged(_other_line())
        rest = letters.removeprefix(_START)
        sealing, signing = rest[:_AGE_LETTERS], rest[_AGE_LETTERS:][:_SIGN_LETTERS]
        found = cls(_AGE + sealing, _bytes(signing))
        if found.line != letters or not _sealing_key(found.sealing):
            raise Damaged(_other_line())
        return found


@dataclass(frozen=True)
class Keys:
    """A person's own keys. What is secret is never shown."""

    public: PublicKeys
    sealing: str = field(repr=False)
    """`AGE-SECRET-KEY-1…`"""
    signing: bytes = field(repr=False)
    """32 bytes, the seed of Ed25519"""


def new_keys() -> Keys:
    """Keys drawn at random. Raises `NotAvailable`."""
    age.library()
    import pyrage  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - heavy
        Ed25519PrivateKey,
    )

    signing = Ed25519PrivateKey.generate().private_bytes_raw()
    return _keys(str(pyrage.x25519.Identity.generate()), signing)


def save(keys: Keys, path: Path, passphrase: str) -> None:
    """Keep the keys under a passphrase, readable by their owner alone; never over another file.

    Raises `WeakPassphrase`, `AlreadyThere`, `NotWritable` or `NotAvailable`.
    """
    files.check_free(path)
    body = {"sealing": keys.sealing, "signing": keys.signing.hex()}
    plain = content.written(_KIND, body)
    files.make_folder(path.parent)
    files.write_sealed(path, age.sealed_by_passphrase(plain, passphrase))


def load(path: Path, passphrase: str) -> Keys:
    """The keys kept there. Raises a `SealError` that says why they cannot be used."""
    found = content.read(age.opened_by_passphrase(files.read_sealed(path), passphrase))
    content.check_kind(str(found["kind"]), _KIND)
    match found["body"]:
        case {"sealing": str() as sealing, "signing": str() as signing, **more} if not more:
            return _kept(sealing, signing)
        case _:
            raise Damaged(_other_keys())


@lru_cache(maxsize=256)
def fingerprint(public: PublicKeys) -> str:
    """Three groups of four, to be read aloud: `7KQ2 M4XD 90TC`."""
    stretched = hashlib.scrypt(
        public.line.encode(), salt=_PURPOSE, n=_COST, r=8, p=1, maxmem=2**26, dklen=10
    )
    spoken = base64.b32encode(stretched).decode().translate(_SPOKEN)
    return " ".join(spoken[at * _GROUP :][:_GROUP] for at in range(_GROUPS))


def pair_fingerprint(one: PublicKeys, other: PublicKeys) -> str:
    """The same six groups on both sides, whoever's keys are named first."""
    return " ".join(sorted((fingerprint(one), fingerprint(other))))


def _kept(sealing: str, signing: str) -> Keys:
    import pyrage  # noqa: PLC0415 - heavy

    try:
        return _keys(sealing, bytes.fromhex(signing))
    except (ValueError, pyrage.IdentityError) as error:
        raise Damaged(_other_keys()) from error


def _keys(sealing: str, signing: bytes) -> Keys:
    import pyrage  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - heavy
        Ed25519PrivateKey,
    )

    public = PublicKeys(
        str(pyrage.x25519.Identity.from_str(sealing).to_public()),
        Ed25519PrivateKey.from_private_bytes(signing).public_key().public_bytes_raw(),
    )
    return Keys(public, sealing, signing)


def _sealing_key(text: str) -> bool:
    age.library()
    import pyrage  # noqa: PLC0415 - heavy

    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def _check(sealing: str, signing: bytes) -> bytes:
    return hashlib.sha256(sealing.encode() + signing).digest()[:_CHECK_BYTES]


def _small(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").lower()


def _bytes(letters: str) -> bytes:
    try:
        return base64.b32decode(letters.upper() + "=" * (-len(letters) % 8))
    except ValueError as error:
        raise Damaged(_other_line()) from error


def _other_line() -> str:
    return _(
        "This is not a whole line of public keys. It begins with {start} and has {letters} letters;"
        " copy it again from beginning to end."
    ).format(start=_START, letters=_LINE_LETTERS)


def _other_keys() -> str:
    return _("This file opens, but the keys in it are damaged. Use the copy you have kept.")
