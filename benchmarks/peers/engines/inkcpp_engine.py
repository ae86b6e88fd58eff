"""Plays ink with inkcpp. Requests: {"do": "load", "json": …, "binary": …} turns compiled ink into
inkcpp's own form and loads it; {"do": "play", "plays": n, "seed": n} plays to the end, each time
with any of the choices offered, and answers how often each last line was heard.
"""

import json
import random
import sys
import time
from collections import Counter
from typing import Any

import inkcpp_py  # type: ignore[import-not-found]


class Engine:
    """Keeps the story between requests."""

    def __init__(self) -> None:
        self._story: Any = None

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        start = time.process_time()
        ends = self._load(request) if request["do"] == "load" else self._play(request)
        return {"seconds": time.process_time() - start, "ends": ends}

    def _load(self, request: dict[str, Any]) -> dict[str, int]:
        inkcpp_py.compile_json(request["json"], request["binary"])
        self._story = inkcpp_py.Story.from_file(request["binary"])
        return {}

    def _play(self, request: dict[str, Any]) -> dict[str, int]:
        draw = random.Random(request["seed"]).random  # noqa: S311 (no secret)
        return Counter(self._one(draw) for _ in range(request["plays"]))

    def _one(self, draw: Any) -> str:
        runner = self._story.new_runner()
        while True:
            said: str = runner.getall()
            count = runner.num_choices()
            if not count:
                return said.rstrip().rpartition("\n")[2]
            runner.choose(int(draw() * count))


if __name__ == "__main__":
    engine = Engine()
    for line in sys.stdin:
        print(json.dumps(engine.answer(json.loads(line))), flush=True)
