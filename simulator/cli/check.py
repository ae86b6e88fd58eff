"""`simulator check` and `simulator explain`."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from simulator.practice.opening import open_scenario
from simulator.scenario.codes import CODES
from simulator.scenario.diagnostics import Diagnostic, as_github, as_json, as_text
from simulator.scenario.library import library_files


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
    found: list[Diagnostic] = []
    files = list(_files(paths))
    for path in files:
        opened = open_scenario(path)
        found += opened.diagnostics
        for diagnostic in opened.diagnostics:
            if form == "text":
                click.echo(as_text(diagnostic, opened.text) + "\n")
            elif form == "github":
                click.echo(as_github(diagnostic))
    if form == "json":
        click.echo(as_json(found))
    elif form == "text":
        click.echo(_summary(len(files), found))
    counts = any(strict or diagnostic.severity == "error" for diagnostic in found)
    sys.exit(1 if counts else 0)


@click.command("explain")
@click.argument("code")
def explain_command(code: str) -> None:
    """Print the page of a diagnostic's code: what it means, and a failing and a mended example."""
    from simulator.cli.errors import Misuse, nearest  # noqa: PLC0415
    from simulator.scenario.pages import page  # noqa: PLC0415

    if code not in CODES:
        near = nearest(code, CODES)
        meant = f" Did you mean “{near}”?" if near else ""
        raise Misuse(f"there is no diagnostic “{code}”.{meant}")
    click.echo(page(code), nl=False)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    chosen = tuple(paths)
    if not chosen:
        yield from library_files()
    for path in chosen:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix in {".yaml", ".yml"})
        else:
            yield path


def _summary(files: int, found: list[Diagnostic]) -> str:
    errors = sum(diagnostic.severity == "error" for diagnostic in found)
    of = f"{files} file{'' if files == 1 else 's'}"
    if not found:
        return f"{of}: nothing to report."
    return f"{of}: {errors} error(s), {len(found) - errors} warning(s)."
