"""What the homework commands print, and where they write."""

import contextlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from simulator.cli.trouble import Trouble
from simulator.language import _
from simulator.practice.safe import shown
from simulator.practice.words import POINT, Page


def write_page(page: Page) -> None:
    """A page of text, points set in."""
    from simulator.plain.paper import Paper  # noqa: PLC0415

    paper = Paper(sys.stdout)
    paper.write(page.title)
    paper.blank()
    before = ""
    for part in page.parts:
        if before and not (_is_point(part) and (_is_point(before) or before.endswith(":"))):
            paper.blank()
        if _is_point(part):
            paper.write(part.removeprefix(POINT), lead="- ")
        else:
            paper.write(part)
        before = part
    paper.blank()


def write_lines(*lines: str) -> None:
    """Paragraphs, one under the other."""
    from simulator.plain.paper import Paper  # noqa: PLC0415

    Paper(sys.stdout).write(*lines)


def write_json(value: Mapping[str, Any] | list[Any]) -> None:
    """One JSON value on a line of its own."""
    click.echo(json.dumps(value))


def typed(words: str) -> str:
    """What was typed on the command line, as it is shown: without signs that nobody sees, so that
    what is sealed is what was read."""
    return shown(words.encode("utf-8", "replace").decode())


def sure(question: str) -> bool:
    """Whether somebody says yes. Raises `Trouble` where nobody is there to ask."""
    try:
        return click.confirm(question, err=True)
    except click.Abort as error:
        if not isinstance(error.__context__, EOFError):
            raise
        click.echo(err=True)
        raise Trouble(
            _("Nobody is there to ask; nothing was changed. Add --yes where you are sure.")
        ) from error


def check_output(path: Path, *, force: bool) -> None:
    """Raises `SealError` where the file could not be written, before anything is asked."""
    from simulator.homework.sealing.errors import NotWritable  # noqa: PLC0415
    from simulator.homework.sealing.files import check_free  # noqa: PLC0415

    if not path.absolute().parent.is_dir():
        raise NotWritable(
            _("There is no folder {folder} to write into. Nothing was changed.").format(
                folder=shown(str(path.parent))
            )
        )
    if not (force and path.is_file() and not path.is_symlink()):
        check_free(path)


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write a sealed file whole. Raises `SealError`."""
    from simulator.homework.sealing.files import write_sealed  # noqa: PLC0415

    write_sealed(path, data, replace=force)


@contextlib.contextmanager
def written(files: Sequence[tuple[Path, bytes]], *, force: bool) -> Iterator[None]:
    """All of the files, for what is done inside; none of them where one cannot be written, or where
    that does not succeed. What was written over is put back. Raises `SealError`."""
    with contextlib.ExitStack() as undo:
        for path, data in files:
            before = _before(path) if force else None
            write_file(path, data, force=force)
            undo.callback(_put_back, path, before)
        yield
        undo.pop_all()


def _before(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        with contextlib.suppress(OSError):
            path.unlink()
    else:
        write_file(path, before, force=True)


def _is_point(part: str) -> bool:
    return part.startswith(POINT)
