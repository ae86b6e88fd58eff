"""`simulator encrypt`, `decrypt` and `passphrase`: the journal under lock and key, and out of it."""

import sys
from pathlib import Path

import click

from simulator.cli.errors import Misuse
from simulator.cli.trouble import file_troubles, troubles
from simulator.cli.unlock import ask_secret, unlock
from simulator.journal.errors import JournalError

_DONE = """
The journal is encrypted. From now on its passphrase is asked for when the program starts."""
_SHOWN_ONCE = """\
This is your recovery key. It opens the journal too, should you forget the passphrase. It is shown
this once and kept nowhere. Write it down, on paper, and keep it where others do not look:

  {recovery}

Without passphrase and recovery key nobody can read the journal again, nor can you."""
_IN_THE_CLEAR = (
    "Words that were kept before were overwritten; backups made by other programs were not."
)


@click.command("encrypt")
def encrypt_command() -> None:
    """Encrypt the journal with a passphrase.

    Everything in it is written anew, encrypted, and compared; only then the old file is overwritten
    and deleted. Close the program in other windows first. A recovery key is printed once.

    The passphrase is asked for twice; without a terminal it is read from two lines of standard
    input.
    """
    path = _file()
    with troubles():
        _only_if(path, encrypted=False)
        _made()
        _encrypt(path)


@click.command("decrypt")
def decrypt_command() -> None:
    """Take the encryption off the journal; asks for the passphrase, or the recovery key."""
    from simulator.journal.address import keys_file  # noqa: PLC0415
    from simulator.journal.encrypted import decrypt  # noqa: PLC0415

    path = _file()
    with troubles():
        _only_if(path, encrypted=True)
        decrypt(path, unlock(path))
    with file_troubles():
        keys_file(path).unlink(missing_ok=True)
        gone = _scrubbed_backups(path)
    _tell(gone)
    click.echo("The journal is no longer encrypted; nobody needs a passphrase to read it.")


@click.command("passphrase")
def passphrase_command() -> None:
    """Give an encrypted journal another passphrase.

    Asks for the old one first; the recovery key does in its place, and stays as it is. With the
    recovery key this also makes anew what the passphrase needs beside the journal, should that
    file be lost.
    """
    from simulator.journal import keys  # noqa: PLC0415
    from simulator.journal.address import keys_file  # noqa: PLC0415
    from simulator.practice.files import write_whole  # noqa: PLC0415

    path = _file()
    with troubles():
        _only_if(path, encrypted=True)
        kept = keys.wrap(unlock(path), _new_passphrase())
    with file_troubles():
        write_whole(keys_file(path), kept)
    click.echo(
        "The new passphrase opens the journal from now on. The recovery key is still the same."
    )


def _encrypt(path: Path) -> None:
    from simulator.journal import keys  # noqa: PLC0415
    from simulator.journal.address import keys_file  # noqa: PLC0415
    from simulator.journal.encrypted import encrypt  # noqa: PLC0415
    from simulator.practice.files import write_whole  # noqa: PLC0415

    drawn = keys.draw()
    kept = keys.wrap(drawn.data, _new_passphrase())

    def ready() -> None:
        """Before the journal itself changes: who never sees the key loses nothing."""
        write_whole(keys_file(path), kept)
        click.echo(_SHOWN_ONCE.format(recovery=drawn.recovery))
        sys.stdout.flush()

    encrypt(path, drawn.data, ready=ready)
    click.echo(_DONE)
    with file_troubles():
        gone = _scrubbed_backups(path)
    _tell(gone)
    click.echo(f"\n{_IN_THE_CLEAR}")


def _file() -> Path:
    from simulator.journal.address import file_of  # noqa: PLC0415
    from simulator.practice.places import journal_url  # noqa: PLC0415

    path = file_of(journal_url())
    if path is None:
        raise Misuse(
            "this journal is on a server, and only one in a file can be encrypted here",
            "Ask whoever runs the server about encryption.",
        )
    return path


def _only_if(path: Path, *, encrypted: bool) -> None:
    from simulator.journal.address import is_encrypted  # noqa: PLC0415

    if is_encrypted(path) and not encrypted:
        raise Misuse(
            f"the journal {path} is encrypted already",
            "`simulator passphrase` gives it another passphrase, `simulator decrypt` takes it off.",
        )
    if encrypted and not is_encrypted(path):
        raise Misuse(f"the journal {path} is not encrypted", "`simulator encrypt` encrypts it.")


def _made() -> None:
    """One that is whole and of this version, so that nothing is encrypted that cannot be read."""
    from simulator.practice.keeping import open_usual  # noqa: PLC0415

    open_usual().close()


def _new_passphrase() -> str:
    from simulator.journal.keys import SHORTEST  # noqa: PLC0415

    first = ask_secret(f"New passphrase ({SHORTEST} letters or more): ")
    if ask_secret("The same again: ") != first:
        raise JournalError("The two were not the same. Nothing was changed.")
    return first


def _scrubbed_backups(path: Path) -> tuple[Path, ...]:
    """Copies that open with the key of before, or with none: of no use now, or of too much."""
    from simulator.journal.backup import backups  # noqa: PLC0415
    from simulator.journal.scrub import scrub  # noqa: PLC0415

    return tuple(copy for copy in backups(path) if scrub(copy))


def _tell(gone: tuple[Path, ...]) -> None:
    for copy in gone:
        click.echo(f"The backup {copy.name} was overwritten and deleted.", err=True)
