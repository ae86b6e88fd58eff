"""The one rule for tests that need a program or a platform: skip with a printed reason, unless
`REQUIRE_ALL=1` says that everything is here; then a skip is a failure."""

import os
import shutil
import sys
from importlib import import_module

import pytest


def needs(*programs: str) -> None:
    """Skip where a program is missing."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        _skip(f"{', '.join(missing)} not installed")


def only_on(*platforms: str) -> None:
    """Skip on other platforms than these prefixes of `sys.platform`; never a failure."""
    if not sys.platform.startswith(platforms):
        pytest.skip(f"only on {', '.join(platforms)}; this is {sys.platform}")


def _skip(reason: str) -> None:
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"REQUIRE_ALL=1, and {reason}")
    pytest.skip(reason)


def needs_module(name: str) -> None:
    """Skip where a module is missing, or what it needs from the system is."""
    try:
        import_module(name)
    except (ImportError, OSError) as error:
        _skip(f"{name} cannot be imported: {str(error).splitlines()[0]}")
