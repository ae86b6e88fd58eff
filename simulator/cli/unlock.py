"""Asking for the passphrase of an encrypted journal, before anything is opened."""

import sys
from pathlib import Path

import click

from simulator.journal.errors import JournalError, WrongKeyError
from simulator.practice import unlocking

ATTEMPTS = 3
_FORGOTTEN = "If you forgot it, type the recovery key in its place."


def at_start() -> None:
    """Before a talk begins: ask for the passphrase where the journal is encrypted.

    Given none, the talk is had without the journal, and says so; after three wrong ones the
    program ends (1). Called where nothing may be there yet that handles a command's errors.
    """
    path = unlocking.locked()
    if path is None:
        return
    try:
        unlock(path, or_go_on=True)
    except JournalError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo(err=True)
        sys.exit(1)


def ensure_unlocked() -> None:
    """Ask for the passphrase where the journal is encrypted. Raises `JournalError`."""
    path = unlocking.locked()
    if path is not None:
        unlock(path)


def unlock(path: Path, *, or_go_on: bool = False) -> bytes:
    """Ask until the journal opens, three times at most; its key, or nothing if that will do.

    The question is asked on the terminal; without one the passphrase is the first line of
    standard input. Raises `JournalError`.
    """
    way_on = " (nothing: go on without it)" if or_go_on else ""
    for attempt in range(1, ATTEMPTS + 1):
        secret = ask_secret(f"Passphrase of the journal{way_on}: ")
        if not secret and or_go_on:
            return b""
        try:
            return unlocking.unlock(path, secret)
        except WrongKeyError as error:
            if attempt == ATTEMPTS or not _has_terminal():
                raise WrongKeyError(f"{error} {_FORGOTTEN}") from error
            click.echo(f"{error} {_FORGOTTEN}", err=True)
    raise AssertionError(path)


def ask_secret(question: str) -> str:
    """Something that is not to be seen while it is typed. Raises `WrongKeyError` at the end."""
    if _has_terminal():
        import getpass  # noqa: PLC0415 - rarely needed on the way to the first frame

        try:
            return getpass.getpass(question)
        except EOFError:
            return ""
    # as bytes: what comes after it is for others, who have not said yet in which letters
    line = sys.stdin.buffer.readline() if sys.stdin else b""
    if not line:
        raise WrongKeyError(
            "A passphrase is needed, and there is nobody to ask for it."
            " Give it as the first line of standard input."
        )
    return line.decode("utf-8", "replace").rstrip("\r\n")


def _has_terminal() -> bool:
    return bool(sys.stdin and sys.stdin.isatty())
