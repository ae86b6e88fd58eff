"""The process is killed at random moments, two hundred times."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.needs import only_on

KILLS = 200


def test_no_acknowledged_reply_is_lost(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    only_on("linux", "darwin")
    done = subprocess.run(
        [sys.executable, "-m", "tests.journal.killed", str(tmp_path), str(KILLS)],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    record_property("killed at random", counts)
    assert counts["killed"] == KILLS
    assert (counts["lost"], counts["broken"]) == (0, 0)
    assert counts["acknowledged"] > KILLS / 10
    assert counts["while_writing"] > 0
