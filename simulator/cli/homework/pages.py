"""What `homework review` writes into files: a page for each client, a table, the authors' counts."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from simulator.cli.errors import Misuse
from simulator.cli.homework.output import check_output, write_lines, written
from simulator.cli.homework.refusals import refusals, today
from simulator.cli.trouble import Trouble
from simulator.language import _
from simulator.practice.safe import shown

if TYPE_CHECKING:
    from simulator.homework.review import Client
    from simulator.homework.taken import Counted

F = TypeVar("F", bound=Callable[..., Any])
_OPTIONS = (
    ("--html", "A page for each client, to look at and to print."),
    ("--pdf", "The same as a PDF; needs the extra “pdf”."),
    ("--csv", "A table with one row for each attempt."),
    ("--counts", "For authors: how often each reply is taken, as a table."),
)


class Files(NamedTuple):
    """The files that are wanted."""

    html: str | None
    pdf: str | None
    csv: str | None
    counts: str | None

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return any(name is not None for name in self)


def file_options(command: F) -> F:
    """The options that name files."""
    for name, words in reversed(_OPTIONS):
        command = click.option(name, metavar="FILE", help=words)(command)
    return click.option("--force", is_flag=True, help="Write over files that are there.")(command)


def check(files: Files, *, force: bool) -> None:
    """Refuse before anything is opened: one name twice, or a file that is there."""
    named = [Path(name) for name in files if name is not None]
    if len({path.absolute() for path in named}) < len(named):
        raise Misuse("two of the files have the same name", "Give each a name of its own.")
    with refusals():
        for path in named:
            check_output(path, force=force)


def write(clients: "Sequence[Client]", files: Files, *, force: bool) -> None:
    """Write what is wanted, readable by their owner alone, all or none, and say what is where."""
    with refusals():
        for path in _names(clients, files):
            check_output(path, force=force)
        made = [*_pages(clients, files), *_tables(clients, files)]
        with written([(path, data) for path, data, _words in made], force=force):
            pass
    for path, _data, words in made:
        write_lines(_("{file} is written: {what}.").format(file=path, what=words))
    if files.counts is not None:
        _print_counts(clients)


def _print_counts(clients: "Sequence[Client]") -> None:
    """The same counts in words, with the warning of how far they can be off."""
    from simulator.homework.taken import counts_text  # noqa: PLC0415

    click.echo(counts_text(_counted(clients)))


def _counted(clients: "Sequence[Client]") -> "tuple[Counted, ...]":
    from simulator.homework.taken import count  # noqa: PLC0415

    return count((one.given.assignment, one.attempts) for c in clients for one in c.assignments)


def _names(clients: "Sequence[Client]", files: Files) -> Iterator[Path]:
    for name in (files.html, files.pdf):
        if name is not None:
            yield from (_named(name, client, clients) for client in clients)
    yield from (Path(name) for name in (files.csv, files.counts) if name is not None)


def _pages(clients: "Sequence[Client]", files: Files) -> Iterator[tuple[Path, bytes, str]]:
    """For each client a file of their own; the code name is in the page, and not in the name."""
    if files.html is None and files.pdf is None:
        return
    from simulator.homework.page import page_of  # noqa: PLC0415
    from simulator.practice import settings  # noqa: PLC0415

    language = settings.load().settings.language
    for client in clients:
        page, name = page_of(client, today(), language), shown(client.name)
        if files.html is not None:
            yield _named(files.html, client, clients), page.encode(), name
        if files.pdf is not None:
            yield _named(files.pdf, client, clients), _pdf(page), name


def _pdf(page: str) -> bytes:
    from simulator.homework.page import PdfError, pdf_of  # noqa: PLC0415

    try:
        return pdf_of(page)
    except PdfError as error:
        raise Trouble(str(error)) from error


def _tables(clients: "Sequence[Client]", files: Files) -> Iterator[tuple[Path, bytes, str]]:
    if files.csv is not None:
        from simulator.homework.tables import table  # noqa: PLC0415

        yield Path(files.csv), table(clients).encode(), _("one row for each attempt")
    if files.counts is not None:
        from simulator.homework.tables import count_table  # noqa: PLC0415

        yield (
            Path(files.counts),
            count_table(_counted(clients)).encode(),
            _("how replies are taken"),
        )


def _named(name: str, client: "Client", clients: "Sequence[Client]") -> Path:
    """The file of a client: where there are several, with what stays theirs whoever comes and goes.

    It is made of the code name, and does not show it.
    """
    path = Path(name)
    if len(clients) == 1:
        return path
    own = hashlib.sha256(client.name.encode()).hexdigest()[:8]
    return path.with_name(f"{path.stem}-{own}{path.suffix}")
