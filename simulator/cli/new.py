"""`simulator new`: a small scenario to start from, and the schema for editors beside it."""

import os
import shlex
from pathlib import Path

import click

from simulator.cli.errors import Misuse

SCHEMA_FILE = "scenario.schema.json"
"""as the first line of every scenario names it"""


@click.command("new")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="Of the talk, as the library lists it.")
def new_command(file: Path, title: str | None) -> None:
    """Write a small talk to FILE, to be played right away and then changed.

    It holds both chairs, and notes that say what each part is for. Nothing that is there already
    is written over. An editor with a YAML language server completes and explains the file by the
    schema that is put beside it.
    """
    text = _text(title)
    try:
        _refuse(file)
        _write(file, text)
    except OSError as error:
        raise Misuse(f"“{file}” cannot be written: {error.strerror or error}") from error
    click.echo(f"Written: {file}, a small talk with both chairs, to be played and changed.")
    click.echo(_schema_beside(file.parent / SCHEMA_FILE) + "\n")
    for what, command in (
        ("Play it", f"play {_named(file)} --as pursuer"),
        ("See it while you write", f"watch {_named(file)}"),
        ("Check it", f"check {_named(file)}"),
    ):
        click.echo(f"{what + ':':<24}simulator {command}")


def _refuse(file: Path) -> None:
    """What stands in the way, before anything is written."""
    from simulator.scenario.starter import fitting_name  # noqa: PLC0415

    if file.is_dir():
        raise Misuse(f"“{file}” is a folder", f"Name a file in it: {file / 'my-talk.yaml'}.")
    if os.path.lexists(file):
        raise Misuse(f"“{file}” is there already, and is not written over", "Choose another name.")
    if not file.parent.is_dir():
        raise Misuse(f"there is no folder “{file.parent}”", "Make it first, or name another one.")
    if (fitting := fitting_name(file.name)) != file.name:
        raise Misuse(
            f"a scenario cannot be called “{file.name}”: the file's name is its id",
            "Lower-case letters, digits and dashes, then .yaml. "
            f"This would do: {file.with_name(fitting)}",
        )
    _refuse_double(file)


def _refuse_double(file: Path) -> None:
    """An id that the library has already, where the file would be part of the library."""
    from simulator.scenario.library import library_files, own_folder  # noqa: PLC0415

    if file.parent.resolve() != own_folder().resolve():
        return
    for other in library_files():
        if other.stem == file.stem:
            raise Misuse(
                f"the library has a scenario “{file.stem}” already: {other}", "Choose another name."
            )


def _text(title: str | None) -> str:
    """The starter, refused where the title is none that a scenario may have."""
    from simulator.scenario.diagnostics import diagnose, has_errors  # noqa: PLC0415
    from simulator.scenario.load import load_bytes  # noqa: PLC0415
    from simulator.scenario.starter import starter_text  # noqa: PLC0415

    text = starter_text(title)
    if title is not None:
        loaded = load_bytes(text.encode("utf-8", "surrogateescape"), "--title")
        found = diagnose(loaded, loaded.findings)
        if has_errors(found):
            raise Misuse(f"--title: {found[0].message}", found[0].hint)
    return text


def _schema_beside(schema: Path) -> str:
    """Write the schema where there is none; what is to be said of it."""
    from simulator.scenario.starter import shipped_schema  # noqa: PLC0415

    anew = f"`simulator schema > {_named(schema)}` writes it"
    try:
        if not os.path.lexists(schema):
            _write(schema, shipped_schema())
            return f"Beside it: {schema}, by which an editor completes and explains what you write."
        if schema.read_text("utf-8", "replace") == shipped_schema():
            return f"The schema for your editor is there already: {schema}."
    except OSError as error:
        return f"{schema}, the schema for editors, could not be written: {error.strerror}.\n{anew}."
    return f"{schema} is there already, and is another one than this program's.\n{anew} anew."


def _write(path: Path, text: str) -> None:
    from simulator.practice.files import write_whole  # noqa: PLC0415

    write_whole(path, text, private=False)


def _named(path: Path) -> str:
    """A path as it is typed in a shell."""
    return f'"{path}"' if os.name == "nt" and " " in str(path) else shlex.quote(str(path))
