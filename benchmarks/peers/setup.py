"""Installing the peers, each in a folder of its own in the user's cache, in the version named here.

A version is installed once. What cannot be installed is not measured, and the table says why.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import platformdirs

from simulator import FOLDER

_PATIENCE = 300
"""seconds that an installer is given"""


class Package(NamedTuple):
    """A peer as its registry knows it."""

    name: str
    version: str
    module: str
    """what is there once it is installed"""


INKCPP = Package("inkcpp-py", "0.1.12", "inkcpp_py")
BARDIC = Package("bardic", "0.10.2", "bardic")
INKJS = Package("inkjs", "2.4.0", "inkjs")


class NotInstalledError(Exception):
    """A peer that cannot be measured here; the message says why, in one line."""


@cache
def python_with(package: Package) -> Path:
    """The Python of an environment with this package. Raises `NotInstalledError`."""
    folder = _folder(package)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not _is_ready(folder):
        _run(package, [sys.executable, "-m", "venv", "--clear", str(folder)])
        pinned = f"{package.name}=={package.version}"
        options = ["--quiet", "--disable-pip-version-check"]
        _run(package, [str(python), "-m", "pip", "install", *options, pinned])
        _run(package, [str(python), "-c", f"import {package.module}"])
        _ready(folder)
    return python


@cache
def modules_with(package: Package) -> Path:
    """The folder of Node modules this package is in. Raises `NotInstalledError`."""
    folder = _folder(package)
    if not _is_ready(folder):
        folder.mkdir(parents=True, exist_ok=True)
        options = ["--prefix", str(folder), "--no-audit", "--no-fund", "--silent"]
        pinned = f"{package.name}@{package.version}"
        _run(package, [program("npm"), "install", *options, pinned])
        _ready(folder)
    return folder / "node_modules"


def program(name: str) -> str:
    """The path of a program of this machine. Raises `NotInstalledError`."""
    found = shutil.which(name)
    if found is None:
        raise NotInstalledError(f"{name} is not on this machine")
    return found


def _folder(package: Package) -> Path:
    cache_folder = platformdirs.user_cache_path(FOLDER, appauthor=False)
    tag = f"{package.name}-{package.version}-{sys.implementation.cache_tag}"
    return cache_folder / "peers" / tag


def _is_ready(folder: Path) -> bool:
    return (folder / "ready").exists()


def _ready(folder: Path) -> None:
    (folder / "ready").touch()


def _run(package: Package, command: Sequence[str]) -> None:
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotInstalledError(f"{package.name} {package.version}: {error}") from error
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no word why").splitlines()[-1]
        raise NotInstalledError(f"{package.name} {package.version} was not installed: {last}")
