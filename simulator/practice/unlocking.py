"""The key of an encrypted journal: got from what somebody knows, held while the program runs."""

from contextlib import suppress
from pathlib import Path

from simulator.journal.address import file_of, is_encrypted, keys_file, left_over
from simulator.journal.errors import JournalError, WrongKeyError
from simulator.practice.places import journal_url

_held: dict[Path, bytes] = {}


def locked() -> Path | None:
    """The journal's file, if a passphrase opens it that nobody has given yet.

    A file that only looks encrypted may be a damaged one, so that what the passphrase opens has to
    be beside it.
    """
    path = file_of(journal_url())
    if path is None or path in _held:
        return None
    try:
        return path if keys_file(path).exists() and is_encrypted(path) else None
    except OSError:  # opening it will say why
        return None


def key() -> bytes | None:
    """The key to open the journal with; `None` where it is not encrypted.

    Raises `WrongKeyError` where it is and nobody has unlocked it.
    """
    if locked():
        raise WrongKeyError("The journal is encrypted and was not unlocked.")
    path = file_of(journal_url())
    return _held.get(path) if path is not None and is_encrypted(path) else None


def unlock(path: Path, secret: str) -> bytes:
    """Hold the key from now on that a passphrase or a recovery key gives; the key.

    Raises `WrongKeyError`, and `JournalError` where it cannot be tried; nothing is changed.
    """
    from simulator.journal import keys  # noqa: PLC0415 - needed by those who encrypt alone
    from simulator.journal.encrypted import opens  # noqa: PLC0415
    from simulator.journal.scrub import scrub  # noqa: PLC0415

    found = keys.of_recovery(secret)
    if found is None:
        found = keys.unwrap(_kept(path), secret)
    if not opens(path, found):
        raise WrongKeyError("That key does not open this journal.")
    _held[path] = found
    with suppress(OSError):
        scrub(left_over(path))
    return found


def forget() -> None:
    """Hold no key any more."""
    _held.clear()


def _kept(path: Path) -> str:
    try:
        return keys_file(path).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise JournalError(
            f"The passphrase cannot be tried: {keys_file(path)} is missing or cannot be read."
            " The recovery key still opens the journal."
        ) from error
