"""Bytes into an age file and back: under a passphrase (scrypt), or for a recipient (X25519).

Nothing else is ever written: where a library is missing, nothing is sealed and nothing is opened.
"""

import importlib
import importlib.util
from collections.abc import Callable

from simulator.homework.sealing import header, passphrases
from simulator.homework.sealing.errors import (
    Damaged,
    NotAvailable,
    OtherLock,
    SealError,
    WrongPassphrase,
    WrongRecipient,
)
from simulator.homework.sealing.header import Lock
from simulator.language import _

_TRIES = 3
_BUSY = "Excessive work"
"""how the library says that the work was too much for the moment's measure of this machine"""
_NOT_UNLOCKED = "Decryption failed"
_OTHER_KEYS = "No matching keys found"


def available() -> bool:
    """Whether anything can be sealed and opened on this computer."""
    return all(importlib.util.find_spec(name) for name in ("pyrage", "cryptography"))


def library() -> None:
    """Raises `NotAvailable` where nothing can be sealed or opened."""
    try:
        importlib.import_module("pyrage")
        importlib.import_module("cryptography.hazmat.primitives.ciphers.aead")
    except ImportError as error:
        raise NotAvailable(
            _(
                "Homework and reports cannot be sealed or opened on this computer, because a part"
                " of the program (pyrage, cryptography) does not exist for it. Everything else"
                " works. Nothing was written unsealed; please use another computer for this file."
            )
        ) from error


def sealed_by_passphrase(plain: bytes, passphrase: str) -> bytes:
    """Raises `WeakPassphrase` or `NotAvailable`."""
    used = passphrases.strong(passphrase)
    library()
    from simulator.homework.sealing import stretching  # noqa: PLC0415 - once it can be used

    return stretching.sealed(plain, used)


def opened_by_passphrase(data: bytes, passphrase: str) -> bytes:
    """Raises a `SealError` that says why it does not open."""
    if header.lock(data) is not Lock.PASSPHRASE:
        raise OtherLock(
            _("This file is sealed for paired keys, not with a passphrase. Open it with your keys.")
        )
    used = passphrases.given(passphrase)
    library()
    import pyrage  # noqa: PLC0415 - heavy

    return _opened(lambda: pyrage.passphrase.decrypt(data, used), _wrong_passphrase)


def sealed_to(plain: bytes, recipient: str) -> bytes:
    """For the key `age1…`. Raises `Damaged` where it is none, or `NotAvailable`."""
    library()
    import pyrage  # noqa: PLC0415 - heavy

    try:
        return pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(recipient)])
    except (pyrage.RecipientError, pyrage.EncryptError) as error:
        raise Damaged(
            _("The public key of the other person is damaged. Ask for their line again.")
        ) from error


def opened_by_key(data: bytes, identity: str) -> bytes:
    """With the key `AGE-SECRET-KEY-1…`. Raises a `SealError` that says why it does not open."""
    if header.lock(data) is not Lock.KEYS:
        raise OtherLock(
            _(
                "This file is sealed with a passphrase, not for paired keys. Open it with the"
                " passphrase you agreed on."
            )
        )
    library()
    import pyrage  # noqa: PLC0415 - heavy

    key = pyrage.x25519.Identity.from_str(identity)
    return _opened(lambda: pyrage.decrypt(data, [key]), _wrong_recipient)


def _opened(decrypt: Callable[[], bytes], refusal: Callable[[str], SealError]) -> bytes:
    import pyrage  # noqa: PLC0415 - heavy

    for _try in range(_TRIES):
        try:
            return decrypt()
        except pyrage.DecryptError as error:
            if not str(error).startswith(_BUSY):
                raise refusal(str(error)) from error
    raise NotAvailable(
        _("This computer is too busy or too slow to open the file at the moment. Try again later.")
    )


def _wrong_passphrase(said: str) -> SealError:
    if not said.startswith(_NOT_UNLOCKED):
        return _damaged()
    return WrongPassphrase(
        _(
            "This passphrase does not open the file. If it is the one you agreed on, the file was"
            " changed on its way: ask for it again."
        )
    )


def _wrong_recipient(said: str) -> SealError:
    if not said.startswith(_OTHER_KEYS):
        return _damaged()
    return WrongRecipient(
        _(
            "This file is not sealed for your keys, or it was changed on its way. Ask the sender to"
            " seal it for the keys you use now."
        )
    )


def _damaged() -> SealError:
    return Damaged(
        _(
            "This file is damaged, cut or changed: it is not as it was sealed. Nothing was read from"
            " it; ask for the file again."
        )
    )
