"""The schema dressed for an editor: headings and texts, words of a fixed set, one chair or the other.

Made for a YAML language server, and plain JSON Schema for everybody else. It accepts what the
reader accepts. What a check refuses later (a stance of the other partner, say) carries a
`deprecationMessage`, a word of editors alone: they mark it in the file and do not offer it.
"""

import json
from typing import Any

from simulator.partner.moves import Role
from simulator.partner.stances import Stance
from simulator.scenario.fields import NAME, NAME_SCHEMA, PHRASE_SCHEMA, SOMETHING, TEXT_SCHEMA
from simulator.scenario.hover import FIELDS, NAMED, Hover
from simulator.scenario.notes import KNOWN
from simulator.scenario.scalars import SPAN
from simulator.scenario.words import Schema, Words, for_all, for_chair, no_hope, warnings

_AT = "#/$defs/"
_LISTED, _BELOW = "Listed", "Below"
_PARTS_OF_CHAIR = frozenset(
    {"Chair", "Partner", "Beat", "Reply", "Line", "Route", "Condition", "Ending"}
)
"""parts in which the two chairs differ, for the partner is another"""
_SETS_OF_CHAIR = frozenset({"Stance", "Outcome"})
_ALIKE: dict[str, Schema] = {"Text": TEXT_SCHEMA, "Id": NAME_SCHEMA, "Phrase": PHRASE_SCHEMA}
"""schemas that are written once and pointed at"""
_SAID = {
    NAME: "An id: lower-case letters, digits and underscores, a letter first.",
    SOMETHING: "Write the text, or delete the field.",
    SPAN: "Write “40 minutes” or “2 hours”.",
}
"""what an editor says where a pattern is not met"""
_SHOWN_IN_LISTS = len(Stance)
"""so many items of a list show the meaning of their word alone, and further ones the whole set; no
list of stances is longer without repeating one"""


def dressed(schema: Schema) -> Schema:
    """The model's plain schema with all that an editor can show or offer."""
    parts: Schema = schema["$defs"]
    dresser = _Dresser(for_all())
    defs = {name: _telling(alike) for name, alike in _ALIKE.items()}
    defs |= {name + _LISTED: _telling(_of_any_type(alike)) for name, alike in _ALIKE.items()}
    shared = parts.keys() - _PARTS_OF_CHAIR - _SETS_OF_CHAIR
    defs |= dresser.definitions({name: parts[name] for name in shared})
    for role in Role:
        defs |= _chair(parts, role)
    whole = dresser.part("Scenario", {k: v for k, v in schema.items() if k != "$defs"})
    properties = whole["properties"]
    for role in Role:
        properties[role.value]["$ref"] = f"{_AT}Chair_{role.value}"
    properties["suppress"]["properties"] = _below_words(warnings(), {"$ref": f"{_AT}Text"})
    notes = [{"label": note, "body": note} for note in KNOWN]
    properties["content_notes"]["items"] = {**defs["Text" + _LISTED], "defaultSnippets": notes}
    return {"title": "Scenario", **whole, "$defs": _pointed_at(defs, whole)}


def _chair(parts: Schema, role: Role) -> Schema:
    """The definitions of one chair, by names that end in the role."""
    dresser = _Dresser(for_chair(role), role)
    found = dresser.definitions({name: parts[name] for name in _PARTS_OF_CHAIR})
    reason = no_hope(role)
    for name in ("Partner", "Condition") if reason else ():
        properties = found[f"{name}_{role.value}"]["properties"]
        properties["hope"] = _marked(properties["hope"], str(reason))
    return found


class _Dresser:
    """Dresses the parts of the whole file, or of one chair."""

    def __init__(self, sets: dict[str, Words], role: Role | None = None) -> None:
        self.sets = sets
        self.role = role
        self.below: Schema = {}
        """what stands below every word of a set, written once"""
        self._by_words = {frozenset(words.all): name for name, words in for_all().items()}

    def definitions(self, parts: Schema) -> Schema:
        """The sets and these parts, by the names they have in this chair."""
        found = {name: words.schema() for name, words in self.sets.items()}
        found |= {name + _LISTED: words.listed() for name, words in self.sets.items()}
        found |= {name: self.part(name, part) for name, part in parts.items()}
        return {self._named(name): schema for name, schema in (found | self.below).items()}

    def part(self, name: str, schema: Schema) -> Schema:
        """One part: its fields with their headings and texts."""
        found: Schema = self._dress(schema)
        for field, hover in FIELDS.get(name, {}).items():
            found["properties"][field] |= _shown(hover)
        return (_shown(NAMED[name]) if name in NAMED else {}) | found

    def _dress(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._dress(item) for item in value]
        if not isinstance(value, dict):
            return value
        bare = _bare(value)
        alike = next((name for name, schema in _ALIKE.items() if schema == bare), None)
        if alike is not None:
            return {"$ref": _AT + alike}
        return self._with_words({key: self._dress(item) for key, item in bare.items()})

    def _with_words(self, found: Schema) -> Schema:
        if "$ref" in found:
            return found | {"$ref": _AT + self._named(_base(found["$ref"]))}
        if "enum" in found:
            return {"$ref": _AT + self._by_words[frozenset(found["enum"])]}
        if "oneOf" in found:
            # an editor writes no colon after a field whose schema has neither `type` nor `anyOf`
            found["anyOf"] = found.pop("oneOf")
        if "$ref" in found.get("items", {}):
            found |= self._items(found["items"]["$ref"])
        if "$ref" in found.get("propertyNames", {}):
            name = _base(found.pop("propertyNames")["$ref"])
            found |= self._keys(name, found["additionalProperties"])
        return _telling(found)

    def _items(self, ref: str) -> Schema:
        """The items of a list.

        What `items` says an editor offers, and would offer twice (the second time as “- …”) were
        it a choice; what `prefixItems` says it shows.
        """
        name = _base(ref)
        if name in _ALIKE:
            return {"items": {"$ref": ref + _LISTED}}
        if name not in _SETS_OF_CHAIR and name not in self._by_words.values():
            return {}
        listed = {"$ref": _AT + self._named(name + _LISTED)}
        return {"prefixItems": [{"$ref": ref}] * _SHOWN_IN_LISTS, "items": listed}

    def _keys(self, name: str, below: Schema) -> Schema:
        """A map whose names are the words of a set."""
        words = (for_all() | self.sets)[name]
        if "$ref" not in below:
            self.below[_BELOW + name] = below
            below = {"$ref": _AT + self._named(_BELOW + name)}
        never = {word: _marked(below, why) for word, why in words.never.items()}
        return {
            "properties": _below_words(words.known, below) | never,
            "additionalProperties": False,
        }

    def _named(self, name: str) -> str:
        """The name of a definition, in this chair."""
        plain = name.removeprefix(_BELOW).removesuffix(_LISTED)
        differs = plain in _PARTS_OF_CHAIR | _SETS_OF_CHAIR or name.startswith(_BELOW)
        return f"{name}_{self.role.value}" if differs and self.role else name


def _pointed_at(defs: Schema, whole: Schema) -> Schema:
    """The definitions that something points at, in the order of their names."""
    text = json.dumps([defs, whole])
    return {name: defs[name] for name in sorted(defs) if json.dumps(_AT + name) in text}


def _base(ref: str) -> str:
    return ref.removeprefix(_AT).partition("_")[0]


def _bare(value: Schema) -> Schema:
    """Without what pydantic makes of names and docstrings; fields may be called so too."""
    told = {"title", "description"}
    return {key: item for key, item in value.items() if key not in told or isinstance(item, dict)}


def _of_any_type(alike: Schema) -> Schema:
    """Text as an item of a list: told by what it is not, for an editor offers what a type can be."""
    text, otherwise = alike["anyOf"]
    refused = [kind for kind in otherwise["not"]["type"] if kind != "string"]
    constraints = {key: value for key, value in text.items() if key != "type"}
    return {**constraints, "not": {"type": refused}}


def _telling(schema: Schema) -> Schema:
    """With our own words where a pattern is not met, and with choices that are told apart."""
    if "anyOf" in schema:
        schema = schema | {"anyOf": [_apart(_telling(choice)) for choice in schema["anyOf"]]}
    said = _SAID.get(schema.get("pattern", ""))
    return schema | {"patternErrorMessage": said} if said else schema


def _apart(choice: Schema) -> Schema:
    """Asks for nothing more: an editor knows choices by their fields, and takes two without any
    for the same one, whose heading it shows twice."""
    return choice if "$ref" in choice else {"properties": {}} | choice


def _shown(hover: Hover) -> Schema:
    return {"title": hover.title, "description": hover.text}


def _below_words(words: dict[str, Hover], below: Schema) -> Schema:
    return {word: _shown(hover) | below for word, hover in words.items()}


def _marked(schema: Schema, why: str) -> Schema:
    """Accepted, not offered, and marked with the reason."""
    shown: Schema = {key: schema[key] for key in ("title", "description") if key in schema}
    rest = {key: value for key, value in schema.items() if key not in shown}
    return {**shown, "deprecationMessage": why, "allOf": [rest]}
