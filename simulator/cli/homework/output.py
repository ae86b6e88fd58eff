"""What the homework commands print, and where they write."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

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
    """What was typed on the command line, without what no file and no database takes."""
    return words.encode("utf-8", "replace").decode().replace("\0", "")


def check_output(path: Path, *, force: bool) -> None:
    """Raises `SealError` where the file could not be written over, before anything is asked."""
    from simulator.homework.sealing.files import check_free  # noqa: PLC0415

    if not (force and path.is_file() and not path.is_symlink()):
        check_free(path)


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write a sealed file whole. Raises `SealError`."""
    from simulator.homework.sealing.files import write_sealed  # noqa: PLC0415

    write_sealed(path, data, replace=force)


def _is_point(part: str) -> bool:
    return part.startswith(POINT)
