"""`simulator check` and `simulator explain`."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import click

from simulator.cli.errors import Misuse, unknown
from simulator.cli.exact import jobs, work_out
from simulator.cli.long_work import stoppable
from simulator.practice.opening import Opened, found, judged
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
from simulator.scenario.load import load_file


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings make the exit status 1, too.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text",
    show_default=True, help="How problems are printed.",
)  # fmt: skip
@click.option("--all", "every", is_flag=True, help="With every partner a player may choose, too.")
@click.option("--no-cache", is_flag=True, help="Work everything out anew.")
def check_command(
    *, paths: tuple[Path, ...], strict: bool, form: str, every: bool, no_cache: bool
) -> None:
    """Check scenario files and folders (default: the library) and report every problem of each.

    What can happen in a scenario is worked out exactly. That takes seconds, and is kept for next
    time; each role that is worked out is told on standard error.

    Exit status: 0 none, 1 errors (with --strict also warnings), 2 misuse.
    """
    files = list(_files(paths))
    problems = [] if paths else list(_same_ids(files))
    for diagnostic in problems:
        _print(diagnostic, "", form)
    for opened in _opened(files, every=every, kept=not no_cache):
        problems += opened.diagnostics
        for diagnostic in opened.diagnostics:
            _print(diagnostic, opened.text, form)
    if form == "json":
        click.echo(as_json(problems))
    elif form == "text":
        click.echo(_summary(len(files), problems))
    failed = bool(problems) if strict else has_errors(problems)
    sys.exit(1 if failed else 0)


def _opened(files: list[Path], *, every: bool, kept: bool) -> Iterator[Opened]:
    """Every file with all its problems, in order; the states of all are worked out together."""
    loaded = [load_file(path) for path in files]
    findings = [found(each) for each in loaded]
    sound = [judged(each, some).scenario for each, some in zip(loaded, findings, strict=True)]
    by_file = [
        [] if scenario is None else jobs(scenario, path.name, every_partner=every)
        for path, scenario in zip(files, sound, strict=True)
    ]
    with stoppable():
        exact = iter(work_out([*chain(*by_file)], kept=kept, tell=partial(click.echo, err=True)))
    for each, some, wanted in zip(loaded, findings, by_file, strict=True):
        yield judged(each, [*some, *chain(*(next(exact) for _ in wanted))])


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
