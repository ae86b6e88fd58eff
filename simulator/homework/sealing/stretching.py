"""An age file under a passphrase, with a cost of our choosing.

The library that opens it measures the machine it seals on: on a fast one the file would ask for
more memory than a small one has, on a busy one it would be guessed more easily. So the cost is
fixed here, and the file is put together as https://age-encryption.org/v1 says; it is opened by
the library alone.
"""

import base64
import hashlib
import hmac
import secrets

from simulator.homework.sealing.header import FIRST

COST = 18
"""of scrypt, as a power of two: 256 MiB and about a second for each guess"""
_BLOCK, _LANES = 8, 1
_LABEL = b"age-encryption.org/v1/scrypt"
_SALT_BYTES, _KEY_BYTES, _NONCE_BYTES = 16, 16, 16
_CHUNK = 64 * 1024
_ZERO = bytes(12)


def sealed(plain: bytes, passphrase: str) -> bytes:
    """The age file that this passphrase opens; needs `cryptography`."""
    key = secrets.token_bytes(_KEY_BYTES)
    return _header(key, passphrase) + _payload(key, plain)


def _header(key: bytes, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - heavy
        ChaCha20Poly1305,
    )

    salt = secrets.token_bytes(_SALT_BYTES)
    wrapped = ChaCha20Poly1305(_stretched(passphrase, salt)).encrypt(_ZERO, key, None)
    stanza = b"-> scrypt %s %d\n%s\n" % (_letters(salt), COST, _letters(wrapped))
    head = FIRST + stanza + b"---"
    check = hmac.digest(_derived(key, b"", b"header"), head, "sha256")
    return head + b" " + _letters(check) + b"\n"


def _payload(key: bytes, plain: bytes) -> bytes:
    """The chunks, each under its number; the last is marked, so that none can be cut off."""
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - heavy
        ChaCha20Poly1305,
    )

    nonce = secrets.token_bytes(_NONCE_BYTES)
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    starts = range(0, max(len(plain), 1), _CHUNK)
    chunks = [
        cipher.encrypt(
            number.to_bytes(11) + bytes([start == starts[-1]]), plain[start : start + _CHUNK], None
        )
        for number, start in enumerate(starts)
    ]
    return nonce + b"".join(chunks)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    work = 2**COST
    return hashlib.scrypt(
        passphrase.encode(),
        salt=_LABEL + salt,
        n=work,
        r=_BLOCK,
        p=_LANES,
        maxmem=256 * _BLOCK * work,
        dklen=32,
    )


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - heavy

    return HKDF(SHA256(), 32, salt or None, purpose).derive(key)


def _letters(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
