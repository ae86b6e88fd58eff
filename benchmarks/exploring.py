"""`python -m benchmarks.exploring BEATS`: explore one generated story in a process of its own.

Prints a JSON value: seconds, pairs (a state and a reply offered in it), states, whether all were
seen, and the most memory the process held at any time (MiB), reading the file included.
"""

import gc
import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.scenarios import scenario
from simulator.analysis.explore import explore
from simulator.partner.moves import Role

ROLE = Role.PURSUER
_CAP = 50_000_000


def main(beats: int) -> None:
    """Explore and print."""
    story = scenario(beats)
    gc.collect()
    start = time.process_time()
    found = explore(story, ROLE, cap=_CAP)
    seconds = time.process_time() - start
    measured = {
        "seconds": seconds,
        "pairs": found.transitions,
        "states": len(found.keys),
        "complete": found.complete,
        "mebibytes": _mebibytes(),
    }
    print(json.dumps(measured))


def _mebibytes() -> float:
    """The most this process held. Where the system tells it of this program alone, that: what
    `getrusage` tells begins with what the process that started this one held."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
        return int(peak) / (1 << 10)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main(int(sys.argv[1]))
