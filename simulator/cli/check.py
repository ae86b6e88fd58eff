"""`simulator check` and `simulator explain`."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from simulator.cli.errors import Misuse, unknown
from simulator.practice.opening import open_scenario
from simulator.scenario.codes import CODES, Severity
from simulator.scenario.diagnostics import (
    Diagnostic,
    as_github,
    as_json,
    as_text,
    has_errors,
    of_whole_file,
)
from simulator.scenario.findings import finding
from simulator.scenario.library import doubles, library_files, scenario_files


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings make the exit status 1, too.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text",
    show_default=True, help="How problems are printed.",
)  # fmt: skip
def check_command(paths: tuple[Path, ...], strict: bool, form: str) -> None:  # noqa: FBT001
    """Check scenario files and folders (default: the library) and report every problem of each.

    Exit status: 0 none, 1 errors (with --strict also warnings), 2 misuse.
    """
    files = list(_files(paths))
    found = [] if paths else list(_same_ids(files))
    for diagnostic in found:
        _print(diagnostic, "", form)
    for path in files:
        opened = open_scenario(path)
        found += opened.diagnostics
        for diagnostic in opened.diagnostics:
            _print(diagnostic, opened.text, form)
    if form == "json":
        click.echo(as_json(found))
    elif form == "text":
        click.echo(_summary(len(files), found))
    failed = bool(found) if strict else has_errors(found)
    sys.exit(1 if failed else 0)


@click.command("explain")
@click.argument("code")
def explain_command(code: str) -> None:
    """Print the page of a diagnostic's code: what it means, and a failing and a mended example."""
    from simulator.scenario.pages import page  # noqa: PLC0415

    if code not in CODES:
        raise unknown("diagnostic", code, CODES)
    click.echo(page(code), nl=False)


def _print(diagnostic: Diagnostic, text: str, form: str) -> None:
    if form == "text":
        click.echo(as_text(diagnostic, text) + "\n")
    elif form == "github":
        click.echo(as_github(diagnostic))


def _same_ids(files: Iterable[Path]) -> Iterator[Diagnostic]:
    for name, (first, *others) in doubles(files).items():
        for other in others:
            double = finding("same-id", (), id=name, first=str(first), second=str(other))
            yield of_whole_file(str(other), double)


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    if not paths:
        yield from library_files()
    for path in paths:
        if path.is_dir():
            yield from _of_folder(path)
        elif path.exists():
            yield path
        else:
            raise Misuse(f"there is no file or folder “{path}”")


def _of_folder(folder: Path) -> list[Path]:
    found = scenario_files(folder)
    if not found:
        raise Misuse(f"the folder “{folder}” holds no scenario", "A scenario's name ends in .yaml.")
    return found


def _summary(files: int, found: list[Diagnostic]) -> str:
    of = _count(files, "file")
    if not found:
        return f"{of}: nothing to report."
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    told = f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}"
    return f"{of}: {told}. `simulator explain CODE` says more of each."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
