"""Assignments, reports and withdrawals, sealed and opened.

Under a passphrase whoever knows it could have written the file. With paired keys the sender has
signed it too, before it was encrypted: kind, format, sender, recipient and the whole body, and
so the id, the time and the scenarios' hashes that a body holds.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from simulator.homework.sealing import age, content
from simulator.homework.sealing.canonical import Json, canonical
from simulator.homework.sealing.errors import (
    Damaged,
    NewerFormat,
    NotAvailable,
    OlderFormat,
    OtherLock,
    SealError,
    TooLarge,
    WeakPassphrase,
    WrongKind,
    WrongPassphrase,
    WrongRecipient,
    WrongSender,
)
from simulator.homework.sealing.header import Lock
from simulator.homework.sealing.header import lock as lock_of
from simulator.homework.sealing.keys import Keys, PublicKeys, fingerprint
from simulator.language import _

__all__ = [
    "Damaged",
    "Kind",
    "Lock",
    "NewerFormat",
    "NotAvailable",
    "OlderFormat",
    "Opened",
    "OtherLock",
    "SealError",
    "TooLarge",
    "WeakPassphrase",
    "WrongKind",
    "WrongPassphrase",
    "WrongRecipient",
    "WrongSender",
    "lock_of",
    "open_from",
    "open_with_passphrase",
    "seal_to",
    "seal_with_passphrase",
]

_PURPOSE = b"dialogue practice: a signed file\n"


class Kind(StrEnum):
    """What a sealed file is for."""

    ASSIGNMENT = "homework"
    REPORT = "report"
    WITHDRAWAL = "withdrawal"


class Opened(NamedTuple):
    """What was in a sealed file."""

    kind: Kind
    format: int
    body: Mapping[str, Json]
    signed_by: str | None
    """the fingerprint of the sender; `None` where the file was sealed with a passphrase"""


def seal_with_passphrase(kind: Kind, body: Mapping[str, Json], passphrase: str) -> bytes:
    """The file's bytes. Raises `WeakPassphrase`, `TooLarge` or `NotAvailable`; and as `canonical`
    does where the body is no plain JSON."""
    return age.sealed_by_passphrase(content.written(kind.value, body), passphrase)


def open_with_passphrase(data: bytes, passphrase: str, *, expect: Kind) -> Opened:
    """What is in the file. Raises a `SealError` that says why it is not to be had."""
    found = content.read(age.opened_by_passphrase(data, passphrase))
    return _opened(found, expect, None)


def seal_to(kind: Kind, body: Mapping[str, Json], recipient: PublicKeys, sender: Keys) -> bytes:
    """The file's bytes, signed by the sender for this recipient alone. Raises as the other one."""
    age.library()
    sides = {"from": sender.public.line, "to": recipient.line}
    statement = content.written(kind.value, body, **sides)
    signature = _signature(sender, _PURPOSE + statement)
    plain = content.written(kind.value, body, **sides, signature=signature.hex())
    return age.sealed_to(plain, recipient.sealing)


def open_from(data: bytes, keys: Keys, sender: PublicKeys, *, expect: Kind) -> Opened:
    """What this sender has sealed for these keys. Raises a `SealError`."""
    plain = age.opened_by_key(data, keys.sealing)
    found = content.read(plain, "from", "to", "signature")
    if found["from"] != sender.line:
        raise WrongSender(_other_sender())
    if found["to"] != keys.public.line:
        raise WrongRecipient(
            _("This file was signed for somebody else and then passed on. It was not opened.")
        )
    _check_signature(found, sender)
    return _opened(found, expect, fingerprint(sender))


def _opened(found: Mapping[str, Json], expect: Kind, signed_by: str | None) -> Opened:
    match found:
        case {"format": int() as number, "kind": str() as kind, "body": dict() as body}:
            content.check_kind(kind, expect.value)
            return Opened(expect, number, body, signed_by)
    raise AssertionError(found)  # `content.read` has looked


def _signature(sender: Keys, statement: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - heavy
        Ed25519PrivateKey,
    )

    return Ed25519PrivateKey.from_private_bytes(sender.signing).sign(statement)


def _check_signature(found: Mapping[str, Json], sender: PublicKeys) -> None:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - heavy
        Ed25519PublicKey,
    )

    said = {name: value for name, value in found.items() if name != "signature"}
    try:
        Ed25519PublicKey.from_public_bytes(sender.signing).verify(
            bytes.fromhex(str(found["signature"])), _PURPOSE + canonical(said)
        )
    except (ValueError, InvalidSignature) as error:
        raise WrongSender(_other_sender()) from error


def _other_sender() -> str:
    return _(
        "This file does not carry the signature of the person it is expected from. It was not"
        " opened; compare your fingerprints with them again, and ask for the file again."
    )
