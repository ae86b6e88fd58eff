"""The stories that speed is measured with are stories: they can be played, and mean what they say."""

import pytest

from benchmarks.as_yaml import as_yaml
from benchmarks.generated import FIRST_END, RECONNECTED, STUCK, TRUCE, Beat, generate, layers
from benchmarks.peers.bard import as_bard
from benchmarks.peers.ink import as_ink
from benchmarks.scenarios import opened
from simulator.analysis.explore import Explored, explore
from simulator.dialogue.program import NodeCode
from simulator.partner.moves import Role
from simulator.practice.opening import vet
from simulator.scenario.diagnostics import has_errors
from simulator.scenario.load import load_bytes

BEATS = 60


@pytest.fixture(scope="module")
def explored() -> Explored:
    return explore(opened(as_yaml(generate(BEATS))), Role.PURSUER)


def reached(explored: Explored) -> list[NodeCode]:
    return [explored.program.nodes[number] for number in set(explored.nodes.tolist())]


def test_no_errors_are_found() -> None:
    content = as_yaml(generate(BEATS))
    assert not has_errors(vet(load_bytes(content, "story.yaml")).diagnostics)


def test_the_same_seed_tells_the_same_story() -> None:
    assert generate(BEATS, seed=3) == generate(BEATS, seed=3)
    assert generate(BEATS, seed=3) != generate(BEATS, seed=4)


@pytest.mark.parametrize("beats", [1, 5, 60, 1_000, 10_000])
def test_there_are_as_many_beats_as_asked_for(beats: int) -> None:
    rows = layers(beats)
    assert [number for row in rows for number in row] == list(range(beats))
    assert max(map(len, rows)) <= 3 * max(1, beats // len(rows))


def test_every_beat_and_ending_is_met(explored: Explored) -> None:
    assert explored.complete
    assert len(reached(explored)) == len(explored.program.nodes)


def test_every_reply_can_be_given(explored: Explored) -> None:
    given = {(edges.node, edges.reply) for edges in explored.edges}
    nodes = enumerate(explored.program.nodes)
    assert given == {
        (number, reply) for number, node in nodes for reply in range(len(node.replies))
    }


def test_no_talk_ends_before_its_time_unless_the_partner_leaves(explored: Explored) -> None:
    ids = {node.id: number for number, node in enumerate(explored.program.nodes)}
    for name in (RECONNECTED, TRUCE, STUCK):
        assert explored.depth[explored.nodes == ids[name]].min() >= FIRST_END


def test_replies_lead_on_or_back_or_to_an_end(explored: Explored) -> None:
    story = generate(BEATS)
    place = {number: at for at, row in enumerate(layers(BEATS)) for number in row}
    steps = {place[to] - place[beat.number] for beat in story for to in targets(beat)}
    assert steps <= {1, -1}


def targets(beat: Beat) -> list[int]:
    ways = (way.target for reply in beat.replies for way in reply.ways)
    return [int(name.removeprefix("beat_")) for name in ways if name.startswith("beat_")]


def test_the_peers_get_every_beat_reply_and_way() -> None:
    story = generate(BEATS)
    ways = sum(len(reply.ways) for beat in story for reply in beat.replies)
    ink, bard = as_ink(story), as_bard(story)
    assert ink.count("=== beat_") == bard.count(":: beat_") == BEATS
    assert ink.count("\n+ ") == bard.count("\n+ ") == BEATS * 3
    leaving, given_way, opening = BEATS * 3, 2, 1
    assert bard.count("-> ") == ways + leaving + given_way + opening + BEATS * 3
    assert ink.count("-> ") == ways + leaving + given_way + opening + 5
