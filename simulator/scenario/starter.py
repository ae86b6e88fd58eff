"""A small valid scenario to start from: shipped as `starter.yaml`, with comments for its author."""

import json
import re
import unicodedata
from importlib import resources

_TITLE = re.compile(r"^title: .*$", re.MULTILINE)
_OTHER = re.compile(r"[^a-z0-9_-]+")
_SUFFIX = re.compile(r"\.ya?ml", re.IGNORECASE)


def shipped_schema() -> str:
    """The JSON Schema of scenario files as it is shipped, for an editor to find beside a file."""
    return _shipped("scenario.schema.json")


def starter_text(title: str | None = None) -> str:
    """The starter as it is written to a file, under this title if one is given."""
    text = _shipped("starter.yaml")
    if title is None:
        return text
    quoted = json.dumps(title, ensure_ascii=False)
    return _TITLE.sub(lambda _: f"title: {quoted}", text, count=1)


def fitting_name(name: str) -> str:
    """The nearest name a scenario's file may have: the name itself where it may have it.

    A file's name is its id: lower-case letters, digits, dashes and underscores, then `.yaml`.
    """
    suffix = _SUFFIX.search(name[-len(".yaml") :])
    stem = name[: -len(suffix[0])] if suffix else name
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    fitting = _OTHER.sub("-", plain).strip("-").lstrip("_-")
    return (fitting or "my-talk") + (suffix[0].lower() if suffix else ".yaml")


def _shipped(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
