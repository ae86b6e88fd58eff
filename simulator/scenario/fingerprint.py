"""What a scenario says, as one number: comments, line ends and later optional fields leave it be."""

import hashlib
import json

from simulator.scenario.model import Scenario


def fingerprint(scenario: Scenario) -> str:
    """SHA-256 (hex) of the scenario as canonical JSON: fields as written, defaults left out,
    `moves` as ordered pairs, keys sorted, UTF-8."""
    content = scenario.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
