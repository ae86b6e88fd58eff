"""What a command says when the journal, or a file beside it, does not let it do its work."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from simulator.journal.errors import JournalError


class Trouble(click.ClickException):
    """What was asked for could not be done: exit status 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Write to standard error, or to `file`."""
        click.echo(f"error: {self.format_message()}", file=file, err=file is None)


@contextmanager
def troubles() -> Iterator[None]:
    """Turns trouble with the journal into words and exit status 1."""
    try:
        yield
    except JournalError as error:
        raise Trouble(str(error)) from error


@contextmanager
def file_troubles() -> Iterator[None]:
    """The same for trouble with a file. Nothing may be printed inside: output is a file too."""
    try:
        yield
    except OSError as error:
        raise Trouble(f"{error.filename or 'a file'}: {error.strerror or error}") from error
