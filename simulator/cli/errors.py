"""What every command says when it was called in a way that cannot be: exit status 2."""

from collections.abc import Iterable
from typing import IO, Any

import click

from simulator.scenario.nearest import nearest


class Misuse(click.ClickException):
    """A call that cannot be carried out. Prints `error: what`, then why and what to do.

    `what` is one sentence that quotes what was given; `hint` says what is allowed or what to do
    instead, on a line of its own.
    """

    exit_code = 2

    def __init__(self, what: str, hint: str | None = None) -> None:
        super().__init__(what if hint is None else f"{what}\n  {hint}")

    def show(self, file: IO[Any] | None = None) -> None:
        """Write to standard error, or to `file`."""
        click.echo(f"error: {self.format_message()}", file=file, err=file is None)


class Unfinished(click.ClickException):
    """Something that could not be carried through, though it was asked for rightly: status 1."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}\n  {hint}")

    def show(self, file: IO[Any] | None = None) -> None:
        """Write to standard error, or to `file`."""
        click.echo(f"error: {self.format_message()}", file=file, err=file is None)


def unknown(kind: str, name: str, known: Iterable[str], *, where: str | None = None) -> Misuse:
    """The error for a name that is not known: the nearest one, or else all there are.

    `kind` is what the name stands for, in the singular ("move", "scenario"); `where` says in
    which part of what was given it stands.
    """
    names = tuple(known)
    near = nearest(name, names)
    hint = f"Did you mean “{near}”?" if near else f"Known: {', '.join(names)}."
    place = f"{where}: " if where else ""
    return Misuse(f"{place}there is no {kind} “{name}”", hint)
