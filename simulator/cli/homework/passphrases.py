"""Where passphrases come from: a file, the environment, or whoever can be asked."""

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from simulator.cli.trouble import Trouble
from simulator.journal.errors import WrongKeyError
from simulator.language import _

if TYPE_CHECKING:
    from simulator.homework.sealing.keys import Keys

F = TypeVar("F", bound=Callable[..., Any])
VARIABLE = "SIMULATOR_HOMEWORK_PASSPHRASE"
OTHER_VARIABLE = "SIMULATOR_HOMEWORK_PASSPHRASE_2"
"""for the other one of a couple"""
_ATTEMPTS = 3
_MOST = 4096


def passphrase_option(command: F) -> F:
    """`--passphrase-file FILE`, which may be given more than once where several are opened."""
    return click.option(
        "--passphrase-file",
        "passphrase_files",
        metavar="FILE",
        multiple=True,
        help="The passphrase is the first line of this file.",
    )(command)


class Passphrases:
    """Those that were given, then those that are typed; each typed one is remembered."""

    def __init__(self, files: Sequence[str] = (), *, variable: str = VARIABLE) -> None:
        given = os.environ.get(variable)
        self._given = [_first_line(Path(file)) for file in files] or ([given] if given else [])
        self._typed: list[str] = []

    def to_open(self, path: Path) -> Iterator[str]:
        """Passphrases to try on a file."""
        yield from (*self._given, *self._typed)
        if self._given:
            return
        for _attempt in range(_ATTEMPTS if _at_terminal() else 1):
            typed = _asked(_("Passphrase of {file}: ").format(file=path.name))
            if not typed:
                return
            self._typed.append(typed)
            yield typed
            if _at_terminal():
                click.echo(_("That passphrase does not open it."), err=True)

    def to_seal(self, what: str) -> str:
        """A passphrase to seal with, typed twice where somebody types; drawn where nothing is
        typed. A weak one is told."""
        if self._given:
            return _weighed(self._given[0])
        typed = _asked(_("Passphrase for {what} (Enter alone draws one): ").format(what=what))
        if not typed and _at_terminal():
            return _drawn()
        if _at_terminal() and _asked(_("The same once more: ")) != typed:
            raise Trouble(_("The two are not the same. Nothing was written."))
        return _weighed(typed)

    def own_keys(self) -> "Keys":
        """The own keys, unlocked once."""
        return self._keys

    @cached_property
    def _keys(self) -> "Keys":
        from simulator.practice.homework import pairing  # noqa: PLC0415

        secret = self._given[0] if self._given else _asked(_("Passphrase of your keys: "))
        return pairing.own(secret)


def _weighed(passphrase: str) -> str:
    from simulator.homework.sealing.passphrases import weakness  # noqa: PLC0415

    told = weakness(passphrase)
    if told:
        click.echo(_("note: {what}").format(what=told), err=True)
    return passphrase


def _drawn() -> str:
    from simulator.homework.sealing.passphrases import suggested  # noqa: PLC0415

    drawn = suggested()
    click.echo(
        _(
            "The passphrase is: {passphrase}\nWrite it down now, or say it in the session; it is "
            "kept nowhere."
        ).format(passphrase=drawn),
        err=True,
    )
    return drawn


def _first_line(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            line = stream.read(_MOST).split(b"\n", 1)[0]
    except OSError as error:
        raise Trouble(f"{path}: {error.strerror or error}") from error
    if os.name == "posix" and stat.S_ISREG(mode) and mode & (stat.S_IRGRP | stat.S_IROTH):
        click.echo(_("note: others on this computer may read {file}.").format(file=path), err=True)
    return line.decode("utf-8", "replace").rstrip("\r")


def _asked(question: str) -> str:
    from simulator.cli.unlock import ask_secret  # noqa: PLC0415

    try:
        return ask_secret(question)
    except WrongKeyError as error:
        raise Trouble(
            _(
                "A passphrase is needed, and there is nobody to ask for it. Name a file with "
                "--passphrase-file, or set {variable}."
            ).format(variable=VARIABLE)
        ) from error


def _at_terminal() -> bool:
    return bool(sys.stdin and sys.stdin.isatty())
