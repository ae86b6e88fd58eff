"""A role drawn: what every format says, and what the drawn one keeps apart."""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations

import networkx as nx
import pytest

from simulator.analysis.picture import net as net_module
from simulator.analysis.picture.dot import dot
from simulator.analysis.picture.graphml import graphml
from simulator.analysis.picture.layout import Line, Put, laid_out
from simulator.analysis.picture.marks import Marks, brief, spoken
from simulator.analysis.picture.measure import width_of, wrapped
from simulator.analysis.picture.mermaid import mermaid
from simulator.analysis.picture.net import PieceKind
from simulator.analysis.picture.parts import Kind, Picture, picture_of
from simulator.analysis.picture.shares import marks_of
from simulator.analysis.picture.svg import svg
from simulator.dialogue.graph import INTERRUPT, build_graph
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.scenario.library import find
from simulator.scenario.model import Scenario
from tests.support.stories import ending, line, reply, story, typed

SHIPPED = ("vacation-planning", "emotional-disconnection", "first-words")
CHAIRS = [(name, role) for name in SHIPPED for role in Role]
HOSTILE = "\"]--> <script>alert('x')</script> & ]]> \\N #quot; `b` %% ; | end\nsecond line"
SVG = "{http://www.w3.org/2000/svg}"

_read: dict[str, Scenario] = {}


def shipped(name: str) -> Scenario:
    if name not in _read:
        scenario = open_scenario(find(name)).scenario
        assert scenario is not None
        _read[name] = scenario
    return _read[name]


def drawn(scenario: Scenario, role: Role = Role.PURSUER, marks: Marks = Marks()) -> Picture:  # noqa: B008
    return picture_of(scenario, role, lambda outcome: f"words of {outcome}", marks)


def small(**beats: object) -> Scenario:
    """A story with a loop, a condition, two ways to one place, and one that crosses the line."""
    back = [{"when": {"stance": ["shut_down", "withdrawing"]}, "go": "one"}, {"go": "two"}]
    given = beats or {
        "one": {
            "lines": line(),
            "replies": {
                "stay": reply("one", "silence"),
                "go_on": reply("two", "validation"),
                "go_too": reply("two", "warmth"),
                "block": {"does": "Stand in the way.", "crosses_line": True},
            },
        },
        "two": {
            "lines": line(),
            "replies": {
                "back": reply(back, "waiting"),
                "done": reply("good", "planning"),
                "flatly": reply("flat", "deferring", when={"remembers": ["x"]}, once=True),
            },
        },
    }
    return typed(story(Role.PURSUER, given))


def hostile() -> Scenario:
    scenario = small()
    names = {"name": HOSTILE, "pronouns": "they"}
    person = scenario.cast.withdrawer.model_copy(update=names)
    cast = scenario.cast.model_copy(update={"withdrawer": person})
    return scenario.model_copy(update={"title": HOSTILE, "cast": cast})


# What is in the picture


def test_parallel_edges_are_one_way_with_every_reply_by_its_condition() -> None:
    picture = drawn(small())
    ways = {(way.source, way.target): way.parts for way in picture.ways}
    assert ways["one", "two"] == ((("go_on", "go_too"), ""),)
    assert ways["two", "one"] == ((("back",), "if shut down or withdrawing"),)
    assert ways["two", "two"] == ((("back",), "otherwise"),)
    assert ways["one", "stopped"] == ((("block",), ""),)
    assert ways["good", "flat"] == ()


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_every_edge_of_the_graph_is_in_the_picture(name: str, role: Role) -> None:
    picture, graph = drawn(shipped(name), role), build_graph(shipped(name), role)
    edges = {(u, v) for u, v, key in graph.edges(keys=True) if key[1] != INTERRUPT}
    assert {(way.source, way.target) for way in picture.ways} == edges
    assert {box.id for box in picture.boxes} == set(graph.nodes)
    assert len(picture.interrupts) == len(shipped(name).chair(role).interrupts)


def test_an_interrupt_is_said_once_in_words() -> None:
    assert drawn(small()).interrupts == (("from anywhere, when Bo leaves", "gone"),)
    stops = drawn(shipped("vacation-planning"), Role.WITHDRAWER).interrupts
    assert [words for words, _ in stops] == ["from anywhere, when Teo stops asking"]


@pytest.mark.parametrize(
    ("chance", "words", "short"),
    [
        (0.0, "never", "never"),
        (1e-12, "less than 1 per cent", "<1 %"),
        (0.0099, "less than 1 per cent", "<1 %"),
        (0.01, "1 per cent", "1 %"),
        (0.3149, "31 per cent", "31 %"),
        (0.9901, "more than 99 per cent", ">99 %"),
        (1.0, "always", "always"),
        (1 - 1e-12, "always", "always"),
    ],
)
def test_a_chance_in_words_claims_no_more_than_it_holds(
    chance: float, words: str, short: str
) -> None:
    assert (spoken(chance), brief(chance)) == (words, short)


# Odds and best play


def test_odds_count_a_visit_once_and_ways_every_time() -> None:
    marks = marks_of(small(), Role.PURSUER, odds=True, best=False)
    assert marks.odds["one"] == pytest.approx(1)
    ways = marks.way_odds
    assert ways["one", "stopped"] == pytest.approx(1 / 4, abs=1e-6)
    assert ways["one", "two"] == pytest.approx(2 / 4, abs=1e-6)
    over = sum(marks.odds[name] for name in ("good", "flat", "gone", "stopped"))
    assert over == pytest.approx(1)
    assert 0.5 < marks.odds["two"] < 1


def test_what_an_ending_gives_way_to_has_its_share() -> None:
    marks = marks_of(small(), Role.PURSUER, odds=True, best=False)
    gave = marks.way_odds.get(("good", "flat"), 0.0)
    came = marks.odds["good"] + marks.odds["flat"]
    assert marks.odds["flat"] == pytest.approx(gave * came)


def test_the_best_play_is_numbered_on_its_ways_and_replies() -> None:
    marks = marks_of(small(), Role.PURSUER, odds=False, best=True)
    assert (marks.best[-1], marks.ending) == (("two", "done"), "good")
    picture = drawn(small(), marks=marks)
    numbers = {row.reply: row.steps for box in picture.boxes for row in box.rows if row.steps}
    assert sorted(n for steps in numbers.values() for n in steps) == [1, 2]
    ways = {(way.source, way.target): way.steps for way in picture.ways if way.steps}
    assert ways == {("one", "two"): (1,), ("two", "good"): (2,)}


def test_the_best_play_goes_on_where_an_ending_gives_way() -> None:
    marks = Marks(best=(("one", "go_on"), ("two", "done")), ending="flat")
    ways = {(way.source, way.target): way.steps for way in drawn(small(), marks=marks).ways}
    assert ways["two", "good"] == ways["good", "flat"] == (2,)


def test_nothing_is_never_where_not_everything_was_looked_at() -> None:
    seen = Marks(odds={"one": 1.0})
    assert {box.odds for box in drawn(small(), marks=seen).boxes} == {1.0, 0.0}
    cut = seen._replace(complete=False)
    assert {box.odds for box in drawn(small(), marks=cut).boxes} == {1.0, None}
    assert "odds may be larger" in svg(drawn(small(), marks=cut))


# Mermaid, dot, GraphML


def test_mermaid_draws_each_thing_its_own_way() -> None:
    text = mermaid(drawn(small(), marks=Marks(best=(("one", "go_on"),), ending="two")))
    lines = [words.strip() for words in text.splitlines()]
    assert lines[0] == "flowchart TD"
    assert 'n0["one"]' in lines
    assert 'n2(["good<br/>words of truce"])' in lines
    assert 'n5{{"stopped<br/>words of stopped"}}' in lines
    assert 'n0 ==>|"best play, step 1#58; go_on<br/>go_on, go_too"| n1' in lines
    assert 'n1 -->|"back if shut down or withdrawing"| n0' in lines
    assert 'n0 -->|"stay"| n0' in lines
    assert 'i0>"from anywhere, when Bo leaves"] -.-> n4' in lines


def test_mermaid_has_no_sign_of_an_authors_that_means_something() -> None:
    text = mermaid(drawn(hostile()))
    for number, words in enumerate(text.splitlines()):
        quoted = re.sub(r"#\d+;", "", words)
        for inside in re.findall(r'"([^"]*)"', quoted):
            assert not set(inside.replace("<br/>", "")) & set('<>&"`#;|[]{}\\%'), number
        assert quoted.count('"') % 2 == 0
    assert "second line" in text
    assert len(text.splitlines()) == len(mermaid(drawn(small())).splitlines())


def test_dot_quotes_every_name_and_label() -> None:
    lines = dot(drawn(hostile())).splitlines()
    assert lines[-1] == "}"
    for words in lines[:-1]:
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "Q", words)
        assert '"' not in bare
        assert "\\" not in bare
        assert "<" not in bare
    assert len(lines) == len(dot(drawn(small())).splitlines())
    assert '  "two" -> "two" [label="back otherwise"]' in lines


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_graphml_is_read_back_whole(name: str, role: Role) -> None:
    scenario, graph = shipped(name), build_graph(shipped(name), role)
    text = graphml(scenario, role, drawn(scenario, role, Marks(odds={"nowhere": 0.5})))
    got = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    assert set(got) == set(graph)
    assert sorted(got.edges()) == sorted(graph.edges())
    ids = [key for *_, key in got.edges(keys=True)]
    assert len(set(ids)) == len(ids)
    for node, data in got.nodes(data=True):
        assert data["kind"] == graph.nodes[node]["kind"]
        if data["kind"] == "ending":
            assert data["outcome"] == graph.nodes[node]["outcome"]
        assert data["odds"] == 0.0
    moves = {data["moves"] for *_, data in graph.edges(data=True)}
    assert {data.get("moves", "") for *_, data in got.edges(data=True)} == {
        ", ".join(some) for some in moves
    }


def test_graphml_keeps_hostile_words_as_words() -> None:
    scenario = hostile()
    got = nx.read_graphml(io.BytesIO(graphml(scenario, Role.PURSUER, drawn(scenario)).encode()))
    assert got.graph["title"].startswith("\"]--> <script>alert('x')</script> &")


# SVG


def boxes_of(puts: tuple[Put, ...]) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of everything that has a size."""
    return [
        (p.left, p.top, p.left + p.piece.width, p.top + p.piece.block.height)
        for p in puts
        if p.piece.kind is not PieceKind.TRUNK
    ]


def points_of(line: Line) -> Iterator[tuple[float, float]]:
    """Points along a line as it is drawn, its ends left out."""
    (x1, y1), (x2, y2) = line.upper, line.lower
    start, end = line.turn
    yield from ((x1, y1 + (start - y1) * k / 4) for k in range(1, 5))
    for k in range(1, 20):
        t = k / 20
        across = x1 * ((1 - t) ** 3 + 3 * t * (1 - t) ** 2) + x2 * (t**3 + 3 * t * t * (1 - t))
        half = (start + end) / 2
        down = start * (1 - t) ** 3 + 3 * half * t * (1 - t) + end * t**3
        yield across, down
    yield from ((x2, end + (y2 + line.through - end) * k / 4) for k in range(4))


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_nothing_overlaps_and_no_line_runs_through_a_box(name: str, role: Role) -> None:
    layout = laid_out(drawn(shipped(name), role))
    boxes = boxes_of(layout.puts)
    for (l1, t1, r1, b1), (l2, t2, r2, b2) in combinations(boxes, 2):
        assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1
    solid = [
        (p.left + 1, p.top + 1, p.left + p.piece.block.width - 1, p.top + p.piece.block.height - 1)
        for p in layout.puts
        if p.piece.kind is PieceKind.BOX
    ]
    for drawn_line in layout.lines:
        for x, y in points_of(drawn_line):
            assert not any(left < x < right and top < y < low for left, top, right, low in solid)
    assert all(left >= 0 and right <= layout.width + 0.1 for left, _, right, _ in boxes)


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_endings_stand_below_every_beat(name: str, role: Role) -> None:
    picture = drawn(shipped(name), role)
    tops: dict[bool, list[float]] = {True: [], False: []}
    for put in laid_out(picture).puts:
        if put.piece.kind is PieceKind.BOX:
            tops[picture.boxes[put.piece.at].kind is Kind.BEAT].append(put.top)
    assert max(tops[True]) < min(tops[False])


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_every_arrow_has_a_direction(name: str, role: Role) -> None:
    """A path that ends in a piece of no length lets its arrow point anywhere."""
    root = ET.fromstring(svg(drawn(shipped(name), role)))  # noqa: S314
    paths = [path.get("d", "") for path in root.iter(f"{SVG}path") if path.get("marker-end")]
    assert paths
    for path in paths:
        *_, before, last = re.findall(r"[A-Z]?[-\d.]+", path)
        if last.startswith("V"):
            assert before != last.removeprefix("V")


def texts(root: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_the_drawing_says_everything_in_words() -> None:
    marks = Marks(
        odds={"one": 1.0, "good": 0.314},
        way_odds={("one", "two"): 0.5},
        best=(("one", "go_on"), ("two", "done")),
        ending="good",
        tension=30,
        temper="steady",
    )
    root = ET.fromstring(svg(drawn(small(), marks=marks)))  # noqa: S314
    said = texts(root)
    assert "good" in said
    assert "words of truce" in said
    assert "31 per cent" in said
    assert "onealways" in said
    assert "50 %" in said
    assert said.count("1") == said.count("2") == 2
    assert any("from anywhere," in words for words in said)
    assert "1 go_on, 2 done; it ends at good." in " ".join(said)
    assert "The partner here: Bo, steady." in said
    assert root.find(f"{SVG}title") is not None
    description = root.find(f"{SVG}desc")
    assert description is not None
    assert description.text is not None
    assert "from anywhere, when Bo leaves: gone." in description.text
    assert "prefers-color-scheme: dark" in svg(drawn(small()))


def test_a_reply_shows_its_words_to_a_pointer() -> None:
    root = ET.fromstring(svg(drawn(small())))  # noqa: S314
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert "Stand in the way." in titles
    assert "one to two: go_on, go_too" in titles


def test_a_way_to_itself_is_drawn() -> None:
    straight = small(one={"lines": line(), "replies": {"done": reply("good", "planning")}})
    looped = small(
        one={
            "lines": line(),
            "replies": {"again": reply("one", "silence"), "done": reply("good", "planning")},
        }
    )
    paths = [
        len(list(ET.fromstring(svg(drawn(each))).iter(f"{SVG}path")))  # noqa: S314
        for each in (straight, looped)
    ]
    assert paths[1] == paths[0] + 1


def test_hostile_words_stay_words_in_the_drawing() -> None:
    root = ET.fromstring(svg(drawn(hostile())))  # noqa: S314
    assert not list(root.iter(f"{SVG}script"))
    assert any("<script>" in words for words in texts(root))
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text is not None
    assert title.text.startswith("\"]--> <script>alert('x')</script> & ]]>")
    assert "second line" in title.text


def test_controls_and_overrides_are_taken_out_everywhere() -> None:
    scenario = small().model_copy(update={"title": "A\u202eB\x1b[31mC\x07"})
    picture = drawn(scenario)
    for text in (
        svg(picture),
        mermaid(picture),
        dot(picture),
        graphml(scenario, Role.PURSUER, picture),
    ):
        assert not set(text) & {"\u202e", "\x1b", "\x07"}


def long_story(beats: int) -> Scenario:
    """A chain in which every beat can also lead back, far ahead, and to an ending."""
    names = [f"beat_{number}" for number in range(beats)]
    return typed(
        story(
            Role.PURSUER,
            {
                name: {
                    "lines": line(),
                    "replies": {
                        "on": reply([*names, "good"][place + 1], "engaging"),
                        "back": reply(names[place // 2], "silence"),
                        "far": reply(names[(place * 7 + 3) % beats], "waiting"),
                        "end": reply("flat", "deferring"),
                    },
                }
                for place, name in enumerate(names)
            },
        )
    )


def test_what_is_too_long_to_draw_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = long_story(24)
    assert "→" not in svg(drawn(scenario))
    monkeypatch.setattr(net_module, "MOST_TRUNKS", 40)
    root = ET.fromstring(svg(drawn(scenario)))  # noqa: S314
    assert "→ flat" in texts(root)


def test_a_long_chain_is_drawn_whole() -> None:
    root = ET.fromstring(svg(drawn(long_story(120))))  # noqa: S314
    assert {f"beat_{number}" for number in range(120)} <= set(texts(root))


def test_names_are_broken_where_a_line_is_too_short() -> None:
    lines = wrapped("through_the_very_long_wall", 12, 90)
    assert "".join(lines) == "through_the_very_long_wall"
    assert all(width_of(each, 12) <= 90 for each in lines)
    assert all(each.endswith("_") for each in lines[:-1])
    assert wrapped("", 12, 90) == []
    assert wrapped("界" * 30, 12, 90)[0] == "界" * 7


def test_a_beat_that_nothing_leads_to_is_drawn_too() -> None:
    scenario = small(
        one={"lines": line(), "replies": {"done": reply("good", "planning")}},
        lost={"lines": line(), "replies": {"done": reply("flat", "planning")}},
    )
    assert "lost" in texts(ET.fromstring(svg(drawn(scenario))))  # noqa: S314


def test_an_interrupt_may_turn_the_talk_to_a_beat() -> None:
    beats = {
        "one": {"lines": line(), "replies": {"hush": reply("one", "silence")}},
        "storm": {"lines": line(), "replies": {"done": reply("flat", "waiting")}},
    }
    ends = {"flat": ending("stuck"), "gone": ending("withdrawn")}
    whole = story(Role.PURSUER, beats, ends, interrupts={"left": "gone", "shut_down": "storm"})
    said = " ".join(texts(ET.fromstring(svg(drawn(typed(whole))))))  # noqa: S314
    assert "when Bo turns shut down" in said
