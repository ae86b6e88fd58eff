"""The JSON Schema of scenario files, generated from the model, for editors."""

import json
from typing import Any

from simulator.scenario.editor import dressed
from simulator.scenario.model import Scenario

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def scenario_schema() -> dict[str, Any]:
    """The schema as a value; text fields accept what an editor's YAML reads as number or boolean."""
    schema = Scenario.model_json_schema(mode="validation")
    return {"$schema": SCHEMA_ID, **dressed(_plainer(schema))}


def schema_text() -> str:
    """The schema as the text that is shipped."""
    return json.dumps(scenario_schema(), ensure_ascii=False, indent=2) + "\n"


def _plainer(value: Any) -> Any:
    """The schema without `null` alternatives and defaults: a field that is not wanted is left out.

    Names that do not fit their pattern are refused, as by the reader.
    """
    if isinstance(value, list):
        return [_plainer(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: _plainer(item) for key, item in value.items() if key != "default"}
    choices = found.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        rest = [choice for choice in choices if choice != {"type": "null"}]
        del found["anyOf"]
        found |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    if "patternProperties" in found:
        found["additionalProperties"] = False
    return found
