"""The library of files: the shipped scenarios, the user's own folder, and any path given."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import platformdirs

import simulator
from simulator.scenario.head import Head, read_head

FOLDER_VARIABLE = "SIMULATOR_SCENARIOS"
"""environment variable that sets the user's own folder"""
SUFFIXES = frozenset({".yaml", ".yml"})


class Problem(NamedTuple):
    """A file of the library that cannot be listed."""

    code: str
    file: str
    message: str


class Listing(NamedTuple):
    """What the library holds, and what of it cannot be listed."""

    heads: tuple[Head, ...]
    """by level, then title; tutorials first"""
    problems: tuple[Problem, ...]


def shipped_folder() -> Path:
    """Where the shipped scenarios stand: in an installed package, or beside a source tree.

    Raises `FileNotFoundError` where neither is there.
    """
    package = Path(simulator.__file__).parent
    for folder in (package / "_scenarios", package.parent / "scenarios"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the scenarios that ship with the program are missing; install it anew")


def own_folder() -> Path:
    """The user's own folder; it need not exist."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    return Path(platformdirs.user_data_dir(simulator.FOLDER, appauthor=False)) / "scenarios"


def library_files() -> tuple[Path, ...]:
    """Every file of the library, shipped ones first, by name; the same file once."""
    files = (*scenario_files(shipped_folder()), *scenario_files(own_folder()))
    return tuple({path.resolve(): path for path in reversed(files)}.values())[::-1]


def list_library(paths: Iterable[Path] | None = None) -> Listing:
    """The head of every file (default: the library's); one that is no scenario is a problem.

    An id that exists twice is refused, both files named, and the rest still opens.
    """
    chosen = library_files() if paths is None else tuple(paths)
    double = doubles(chosen)
    problems = [_twice(name, same) for name, same in double.items()]
    heads = []
    for path in chosen:
        if path.stem not in double:
            head = read_head(path)
            if isinstance(head, Head):
                heads.append(head)
            else:
                problems.append(Problem("not-a-scenario", str(path), head))
    heads.sort(key=lambda head: (head.kind != "tutorial", head.level, head.title))
    return Listing(tuple(heads), tuple(problems))


def doubles(paths: Iterable[Path]) -> dict[str, list[Path]]:
    """The ids that more than one file has, with these files."""
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(path.stem, []).append(path)
    return {name: same for name, same in found.items() if len(same) > 1}


def find(name: str) -> Path:
    """The file of an id in the library, or of a path; a path stands alone.

    Raises `LookupError` with a message that names the nearest id, or both files of a double id.
    """
    path = Path(name)
    if path.suffix in SUFFIXES or os.sep in name or "/" in name:
        if path.is_file():
            return path
        raise LookupError(f"there is no file {name}")
    same = [path for path in library_files() if path.stem == name]
    if len(same) == 1:
        return same[0]
    if same:
        raise LookupError(_twice(name, same).message)
    raise LookupError(_unknown(name))


def _unknown(name: str) -> str:
    from simulator.scenario.nearest import nearest  # noqa: PLC0415 - only where a name is unknown

    ids = [head.id for head in list_library().heads if not head.is_intimate]
    near = nearest(name, ids)
    meant = f" Did you mean “{near}”?" if near else f" The library has: {', '.join(ids)}."
    return f"there is no scenario “{name}”.{meant}"


def scenario_files(folder: Path) -> list[Path]:
    """The scenario files of a folder by name; none of a folder that cannot be read.

    Hidden files are passed over: editors and file systems leave copies under such names.
    """
    try:
        return sorted(path for path in folder.iterdir() if _is_scenario_file(path))
    except OSError:
        return []


def _is_scenario_file(path: Path) -> bool:
    return path.suffix in SUFFIXES and not path.name.startswith(".") and path.is_file()


def _twice(name: str, same: list[Path]) -> Problem:
    both = " and ".join(str(path) for path in same)
    message = f"“{name}” is the name of two files: {both}. Rename one of them."
    return Problem("same-id", both, message)
