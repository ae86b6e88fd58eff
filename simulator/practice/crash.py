"""What is kept of a crash: places in code, and not one word of an author's or a user's.

The message of an exception may quote what somebody wrote, so it is left out, as are locals.
"""

import platform
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from simulator import __version__
from simulator.practice.files import write_whole
from simulator.practice.places import crash_file


def redacted(error: BaseException) -> str:
    """The kinds of exceptions, and module, line and function of each frame; no messages."""
    lines = [
        f"Dialogue practice {__version__}, Python {platform.python_version()}, "
        f"{platform.system()}, textual {_version('textual')}",
    ]
    at: BaseException | None = error
    while at is not None and len(lines) < 200:
        lines.append(f"{type(at).__module__}.{type(at).__qualname__}")
        lines.extend(
            f"  {frame.f_globals.get('__name__', '?')}:{number} {frame.f_code.co_name}"
            for frame, number in traceback.walk_tb(at.__traceback__)
        )
        at = at.__cause__ or at.__context__ or getattr(at, "error", None)
    return "\n".join(lines) + "\n"


def keep(error: BaseException, path: Path | None = None) -> Path | None:
    """Write the redacted log over the one before; where it lies, or `None` if it cannot be."""
    try:
        log = path or crash_file()
        write_whole(log, redacted(error))
    except (OSError, RuntimeError):  # nowhere to write, or no home to write in
        return None
    return log


def farewell(log: Path | None) -> str:
    """What a person reads after a crash."""
    kept = (
        f"What broke was written to\n  {log}\nIt names places in the program's code and holds "
        "none of your words; it helps whoever mends it."
        if log
        else "What broke could not be written down."
    )
    return f"Something in the program broke, and it had to stop. You did nothing amiss.\n{kept}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
