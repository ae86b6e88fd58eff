"""Sealed files on a disk: written whole or not at all, never by accident over another one.

Only ordinary files are read: no folder, no pipe, no device, nothing behind a link.
"""

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path

from simulator.homework.sealing.errors import AlreadyThere, NotReadable, NotWritable, TooLarge
from simulator.homework.sealing.header import MOST_FILE, too_large
from simulator.language import _
from simulator.scenario.text import UNSAFE

_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""what came there after it was looked at: a link is not followed, a pipe not waited for"""
_BLANKS = str.maketrans("\n\r\t", "   ")


def read_sealed(path: Path) -> bytes:
    """What is in the file. Raises `NotReadable` or `TooLarge`."""
    try:
        _check_kind(path, path.lstat().st_mode)
        with open(path, "rb", opener=_opener) as stream:
            _check_kind(path, os.fstat(stream.fileno()).st_mode)
            data = stream.read(MOST_FILE + 1)
    except FileNotFoundError as error:
        raise NotReadable(_("There is no file {file}.").format(file=_shown(path))) from error
    except OSError as error:
        raise NotReadable(_unreadable(path, error)) from error
    if len(data) > MOST_FILE:
        raise TooLarge(too_large())
    return data


def write_sealed(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Put the bytes there, readable by their owner alone. Raises `AlreadyThere` or `NotWritable`.

    A temporary name, synced, then moved into place; an ordinary file that is there is replaced
    only where this was asked for, and anything else that is there never is.
    """
    if not (replace and _ordinary(path)):
        check_free(path)
    try:
        temporary = _put_aside(path, data)
        try:
            _move(temporary, path, replace=replace)
        finally:
            with contextlib.suppress(FileNotFoundError):
                temporary.unlink()
    except FileExistsError as error:
        raise AlreadyThere(_there(path)) from error
    except OSError as error:
        raise NotWritable(_unwritable(path, error)) from error


def check_free(path: Path) -> None:
    """Raises `AlreadyThere` or `NotWritable` where something has this name, a link to nowhere
    too."""
    if _ordinary(path):
        raise AlreadyThere(_there(path))
    if os.path.lexists(path):
        raise NotWritable(
            _("{file} is no ordinary file, and was left as it is. Choose another name.").format(
                file=_shown(path)
            )
        )


def make_folder(path: Path) -> None:
    """The folder, for its owner alone where it is new. Raises `NotWritable`."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritable(_unwritable(path, error)) from error


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | _CAREFUL)


def _check_kind(path: Path, mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise NotReadable(
            _("{file} is a link to another place. Name the file itself.").format(file=_shown(path))
        )
    if not stat.S_ISREG(mode):
        raise NotReadable(_no_file(path))


def _ordinary(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _put_aside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".sealing-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _move(temporary: Path, path: Path, *, replace: bool) -> None:
    """Into place; without `replace` this raises `FileExistsError` if a file has come meanwhile."""
    if replace:
        temporary.replace(path)
    elif sys.platform == "win32":
        temporary.rename(path)
    else:
        _link(temporary, path)


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # a memory stick has no second names for a file: take the name first, then fill it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            temporary.replace(path)
        except OSError:
            path.unlink()
            raise


def _shown(path: Path) -> str:
    """The name as it may be printed: nothing in it can steer a terminal."""
    text = str(path).encode("utf-8", "replace").decode()
    return UNSAFE.sub("", text.translate(_BLANKS))


def _no_file(path: Path) -> str:
    return _("{file} is not a file that can be opened. Name the sealed file itself.").format(
        file=_shown(path)
    )


def _there(path: Path) -> str:
    return _(
        "There is already a file {file}. It was left as it is; choose another name, or say that it"
        " may be replaced."
    ).format(file=_shown(path))


def _unreadable(path: Path, error: OSError) -> str:
    return _("{file} cannot be read: {reason}.").format(file=_shown(path), reason=error.strerror)


def _unwritable(path: Path, error: OSError) -> str:
    return _("{file} cannot be written: {reason}. Nothing was changed.").format(
        file=_shown(path), reason=error.strerror
    )
