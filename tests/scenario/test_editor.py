"""What an editor offers, shows and marks, asked of the language server that editors use."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from simulator.partner.moves import MOVES, Role
from simulator.partner.stances import stances_of
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario import model
from simulator.scenario.hover import FIELDS, NAMED
from simulator.scenario.notes import KNOWN
from simulator.scenario.schema import scenario_schema
from tests.fuzz.mutate import SCENARIOS
from tests.scenario import examples as ex
from tests.support.language_server import CURSOR, LanguageServer, Offer, language_server
from tests.support.needs import needs

OF_WITHDRAWER = {stance.value for stance in stances_of(Role.WITHDRAWER)}
OF_PURSUER = {stance.value for stance in stances_of(Role.PURSUER)}
LINE_FIELDS = set(model.Line.model_fields)

HEAD = """\
format: 1
title: The lake
{chair}:
  brief: You are Femi.
  opens: soup
  best: truce
  beats:
    soup:
      lines: {{says: You waited.}}
      replies:
        ask:
          say: Would Saturday suit you?
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    needs("node", "yaml-language-server")
    schema = Path(str(files("simulator.scenario").joinpath("scenario.schema.json")))
    with language_server(schema, tmp_path_factory.mktemp("editor")) as running:
        yield running


def written(text: str, chair: str = "pursuer") -> str:
    """A chair's first beat, and then this."""
    return HEAD.format(chair=chair) + text + "\n"


def labels(offers: list[Offer]) -> set[str]:
    return {offer.label for offer in offers}


# what needs no server


def test_every_field_has_its_text_and_no_text_is_left_over() -> None:
    parts = {part.__name__: set(part.model_fields) for part in model.Part.__subclasses__()}
    parts["ConnectionBounds"] = set(model.ConnectionBounds.model_fields)
    assert {name: set(texts) for name, texts in FIELDS.items()} == parts
    assert set(NAMED) < set(parts)


def _described(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, list):
        for item in schema:
            yield from _described(item, path)
    elif isinstance(schema, dict):
        for name, below in schema.get("properties", {}).items():
            yield f"{path}/{name}", below
        for choice in schema.get("oneOf", []):
            if "const" in choice:
                yield f"{path}={choice['const']}", choice
        for name, below in schema.items():
            yield from _described(below, f"{path}/{name}")


def test_every_field_and_word_of_the_schema_says_what_it_is() -> None:
    found = dict(_described(scenario_schema()))
    assert len(found) > 300
    for path, schema in found.items():
        if "deprecationMessage" not in schema:
            assert schema["title"], path
            assert schema["description"][-1] in ".”", path


# completion


class Place(NamedTuple):
    text: str
    chair: str = "pursuer"


OFFERED: dict[str, tuple[Place, set[str]]] = {
    "moves, in brackets": (Place("          moves: [‸]"), set(MOVES)),
    "moves, after another": (Place("          moves: [warmth, ‸]"), set(MOVES)),
    "moves, as a list": (Place("          moves:\n            - ‸"), set(MOVES)),
    "moves, as a map": (Place("          moves:\n            ‸"), set(MOVES)),
    "moves, a map's second": (
        Place("          moves:\n            warmth: Would\n            ‸"),
        set(MOVES) - {"warmth"},
    ),
    "skills": (Place("skills: [‸]"), set(MOVES)),
    "stances of a condition": (Place("      to:\n        - when: {stance: [‸]}"), OF_WITHDRAWER),
    "stances of a condition, the other chair": (
        Place("      to:\n        - when: {stance: [‸]}", "withdrawer"),
        OF_PURSUER,
    ),
    "stances, as a list": (
        Place("      to:\n        - when:\n            stance:\n              - ‸"),
        OF_WITHDRAWER,
    ),
    "interrupts": (Place("  interrupts:\n    ‸"), OF_WITHDRAWER),
    "interrupts, the other chair": (Place("  interrupts:\n    ‸", "withdrawer"), OF_PURSUER),
    "lines": (Place("    bread:\n      lines:\n        ‸"), OF_WITHDRAWER | LINE_FIELDS),
    "lines, after a stance": (
        Place("    bread:\n      lines:\n        engaged: {says: Yes.}\n        ‸"),
        OF_WITHDRAWER - {"engaged"},
    ),
    "answer, the other chair": (
        Place("          answer:\n            ‸", "withdrawer"),
        OF_PURSUER | LINE_FIELDS,
    ),
    "best": (
        Place("withdrawer:\n  best: ‸"),
        {"reconnected", "truce", "paused", "parted", "stuck", "given_up", "ruptured"},
    ),
    "outcome": (
        Place("  endings:\n    apart:\n      outcome: ‸"),
        {"reconnected", "truce", "paused", "parted", "stuck", "withdrawn", "ruptured"},
    ),
    "temperament": (Place("  partner:\n    temperament: ‸"), set(TEMPERAMENTS)),
    "allows": (Place("  partner:\n    allows: [‸]"), set(TEMPERAMENTS)),
    "content notes": (Place("content_notes: [‸]"), set(KNOWN)),
    "relationship": (Place("relationship: ‸"), {"romantic", "friendship", "family", "work"}),
    "pronouns": (Place("cast:\n  pursuer: {pronouns: ‸}"), {"he", "she", "they"}),
    "true or false": (Place("          once: ‸"), {"true", "false"}),
    "text": (Place("          feedback: ‸"), set()),
    "a target": (Place("          to: ‸"), set()),
    "flags": (Place("          remember: [‸]"), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", OFFERED)
def test_what_is_offered(server: LanguageServer, name: str) -> None:
    place, expected = OFFERED[name]
    assert labels(server.offers(written(place.text, place.chair))) == expected


def test_fields_are_offered_with_their_colon(server: LanguageServer) -> None:
    offers = server.offers(written(f"          {CURSOR}"))
    fields = set(model.Reply.model_fields) - {"say"}
    assert labels(offers) == fields
    assert all(offer.inserts.startswith(f"{offer.label}:") for offer in offers)
    assert all(offer.says for offer in offers)


def test_warnings_are_offered_where_they_are_suppressed(server: LanguageServer) -> None:
    offers = {offer.label: offer for offer in server.offers(written(f"suppress:\n  {CURSOR}"))}
    assert "few-beats" in offers
    assert "unknown-move" not in offers, "errors cannot be suppressed"
    assert "a scenario has at least" in offers["few-beats"].says


@pytest.mark.parametrize("form", ["          moves: [‸]", "          moves:\n            ‸"])
def test_every_move_is_offered_with_its_definition(server: LanguageServer, form: str) -> None:
    for offer in server.offers(written(form)):
        assert MOVES[offer.label].plain.casefold() in offer.says.casefold()


# hover

SHOWN = {
    "sum‸mary: Soup.": "One or two sentences below the title",
    "          mo‸ves: [warmth]": "What the reply does",
    "          moves: [compl‸aint]": MOVES["complaint"].plain[1:],
    "          moves:\n            warm‸th: Would": MOVES["warmth"].plain[1:],
    "          moves:\n            silence: x\n            warm‸th:\n": MOVES["warmth"].plain[1:],
    "          moves:\n            warm‸th: [Would, you]": MOVES["warmth"].plain[1:],
    "          t‸o: [{go: soup}]": "The id of a beat or an ending, or a list of routes",
    "          t‸o: soup": "The id of a beat or an ending, or a list of routes",
    "          to:\n            - g‸o: soup": "The id of a beat or an ending of this chair",
    "          ra‸ther: soup": "another reply of this beat",
    "          same‸_as: soup": "another reply of this beat",
    "    br‸ead:\n      lines: {says: x}": "Its id is what “to”, “go” and “opens” point at",
    "    bread:\n      li‸nes: {says: x}": "Write one line; or a list",
    "    bread:\n      lines:\n        guard‸ed: {says: x}": "at a tension of 35 or more",
    "    bread:\n      lines:\n        guarded:\n          - th‸inks: x": "The thought bubble",
    "    bread:\n      to:\n        - when: {stance: [shut_‸down], hope: {}}": "Only room helps now",
    "    bread:\n      to:\n        - when: {connection: {gai‸ned: 15}}": "above the connection this play started with",
    "  inter‸rupts: {left: gone}": "brings the partner into a stance",
    "  interrupts: {le‸ft: gone}": "Only an ending can follow",
    "  partner: {temperament: anx‸ious}": "Soothed more by disclosure, reassurance and warmth",
    "  partner: {ten‸sion: [28, 34]}": "from 0 at ease to 100",
    "  partner: {ten‸sion: 30}": "from 0 at ease to 100",
    "  endings:\n    apart:\n      other‸wise: x": "to go to instead",
    "  endings:\n    apart:\n      outcome: recon‸nected": "no return owed",
    "relationship: fam‸ily": "brothers",
}  # fmt: skip


@pytest.mark.parametrize("text", SHOWN)
def test_what_is_shown(server: LanguageServer, text: str) -> None:
    shown = server.hover(written(text)).replace("\\", "")
    assert SHOWN[text] in shown
    assert shown.startswith("#### ")
    assert "Allowed Values" not in shown, "the meaning of one word is not buried in a list"
    assert "||" not in shown


# diagnostics


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_marked_in_a_shipped_scenario(server: LanguageServer, path: Path) -> None:
    assert server.problems(path.read_text(encoding="utf-8")) == []


class Mistake(NamedTuple):
    """One change of a sound file, and what is then marked: the words, and with what."""

    old: str
    new: str
    marked: str
    told: str


MISTAKES = {
    "a move in a list": Mistake("[waiting]", "[wating]", "wating", "Here it is one of: contempt, "),
    "a move in a map": Mistake("{blame: ", "{blam: ", "blam", "not allowed"),
    "an outcome": Mistake("best: truce", "best: won", "won", "Here it is one of: reconnected, "),
    "an outcome of the other chair": Mistake(
        "best: truce", "best: withdrawn", "best: withdrawn", "Here it is one of: reconnected, "
    ),
    "a stance": Mistake("{left: walked_out}", "{gone: walked_out}", "gone", "not allowed"),
    "a stance of the other partner": Mistake(
        "{left: walked_out}", "{calm: walked_out}", "calm: walked_out",
        "The partner here is a withdrawer, who is never “calm”.",
    ),
    "a stance of the other partner, asked for": Mistake(
        "to: settled", "to: [{when: {stance: [calm]}, go: apart}, {go: settled}]", "[calm]",
        "Here it is one of: engaged, guarded, ",
    ),
    "hope where there is none": Mistake(
        "connection: 40}", "connection: 40, hope: 5}", "hope: 5",
        "The partner here is a withdrawer, who has no hope meter.",
    ),
    "a field": Mistake("opens: opening", "open: opening", "open", "not allowed"),
    "an id": Mistake("to: settled", "to: Not Settled", "Not Settled", "An id: lower-case letters"),
    "a span": Mistake("40 minutes", "forty minutes", "forty minutes", "Write “40 minutes”"),
    "a number": Mistake("minutes: 3", "minutes: 300", "300", "above the maximum of 120"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_marked_once_in_its_place(server: LanguageServer, name: str) -> None:
    base, mistake = ex.BASE.decode(), MISTAKES[name]
    assert mistake.old in base
    changed = base.replace(mistake.old, mistake.new, 1)
    line = 1 + changed[: changed.index(mistake.new)].count("\n")
    problems = server.problems(changed)
    told = [problem for problem in problems if not problem.message.startswith("Missing property")]
    assert [(problem.line, problem.marked) for problem in told] == [(line, mistake.marked)]
    assert mistake.told in told[0].message
