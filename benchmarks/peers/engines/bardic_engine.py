"""Compiles bardic. Requests: {"do": "compile", "file": …}."""

import gc
import json
import sys
import time
from pathlib import Path

from bardic import BardCompiler  # type: ignore[import-not-found]


def answer(request: dict[str, str]) -> dict[str, float]:
    source = Path(request["file"]).read_text(encoding="utf-8")
    compiler = BardCompiler()
    gc.collect()
    gc.disable()
    start = time.process_time()
    story = compiler.compile_string(source)
    seconds = time.process_time() - start
    gc.enable()
    del story
    return {"seconds": seconds}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
