"""The one rule for tests that need a program or a platform: skip with a printed reason, unless
`REQUIRE_ALL=1` says that everything is here; then a skip is a failure."""

import os
import shutil
import sys

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
