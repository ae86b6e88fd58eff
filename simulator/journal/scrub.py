"""Files that are to be gone: overwritten before they are deleted.

On a disk that writes in place nothing of them is left. A flash disk, a file system that copies on
write, and a backup made by something else may keep what was there; no program can reach that.
"""

import os
from pathlib import Path

_CHUNK = 1 << 20


def scrub(path: Path) -> bool:
    """Overwrite the file and delete it; `False` where there was none. Raises `OSError`."""
    try:
        with path.open("r+b", buffering=0) as stream:
            _overwrite(stream.fileno(), stream.seek(0, os.SEEK_END))
    except FileNotFoundError:
        return False
    path.unlink()
    return True


def _overwrite(handle: int, length: int) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    for start in range(0, length, _CHUNK):
        left = memoryview(bytes(min(_CHUNK, length - start)))
        while left:
            left = left[os.write(handle, left) :]
    os.fsync(handle)
    # a program that still has the file open finds an empty one, and says so
    os.ftruncate(handle, 0)
    os.fsync(handle)
