"""What a play starts from, and that it can be rebuilt."""

import copy
import hashlib

import pytest

from simulator.dialogue.setup import SetupError, make_setup, options
from simulator.partner.moves import Role
from simulator.practice.sitting import begin, replay
from tests.support.stories import line, reply, story, typed

P, W = Role.PURSUER, Role.WITHDRAWER
BEATS = {
    "one": {
        "lines": line(),
        "replies": {name: reply("one", "engaging") for name in "abcdef"}
        | {"end": reply("good", "warmth")},
    }
}


def test_a_range_of_tension_is_drawn_from_the_seed_as_written() -> None:
    scenario = typed(story(P, BEATS, partner={"tension": ["28", "34"]} | {"tension": [28, 34]}))
    drawn = {make_setup(scenario, P, seed=seed).tension for seed in range(200)}
    assert drawn == set(range(28, 35))
    digest = hashlib.sha256(b"7/pursuer/tension").digest()
    expected = 28 + int.from_bytes(digest, "big") % 7
    assert make_setup(scenario, P, seed=7).tension == expected


def test_without_a_tension_the_set_point_of_the_chosen_temperament_counts() -> None:
    scenario = typed(story(P, BEATS, partner={"allows": ["even", "secure"]}))
    assert make_setup(scenario, P).tension == 30
    assert make_setup(scenario, P, temperament="secure").tension == 20


def test_what_the_scenario_does_not_allow_is_refused_by_name() -> None:
    scenario = typed(story(P, BEATS, partner={"allows": ["even", "secure"], "tension": [28, 34]}))
    with pytest.raises(SetupError, match="even, secure"):
        make_setup(scenario, P, temperament="fearful")
    with pytest.raises(SetupError, match="28 to 34"):
        make_setup(scenario, P, tension=35)
    with pytest.raises(SetupError, match="pursuer"):
        make_setup(scenario, W)
    with pytest.raises(SetupError, match="negative"):
        make_setup(scenario, P, seed=-1)
    assert options(scenario, P).temperaments == ("even", "secure")
    assert options(scenario, P).tension == (28, 34)


def test_a_seed_is_drawn_and_reported_where_none_is_given() -> None:
    scenario = typed(story(P, BEATS))
    seeds = {make_setup(scenario, P).seed for _ in range(20)}
    assert len(seeds) > 1
    assert all(seed >= 0 for seed in seeds)


def test_replies_are_shown_in_the_order_of_their_hashes() -> None:
    scenario = typed(story(P, BEATS))
    talk = begin(scenario, P, seed=5)
    names = [offer.id for offer in talk.offered]
    expected = sorted(
        BEATS["one"]["replies"],
        key=lambda r: hashlib.sha256(f"5/pursuer/one/{r}".encode()).hexdigest(),
    )
    assert names == expected
    others = {tuple(o.id for o in begin(scenario, P, seed=s).offered) for s in range(30)}
    assert len(others) > 10
    talk.choose("a")
    assert [offer.id for offer in talk.offered] == expected, "order does not depend on the path"


def test_setup_and_ids_rebuild_the_play() -> None:
    scenario = typed(story(P, BEATS, partner={"tension": [20, 29]}))
    talk = begin(scenario, P)
    for chosen in ("a", "c", "end"):
        talk.choose(chosen)
    again = replay(scenario, talk.setup, [turn.reply for turn in talk.turns])
    assert again.curve == talk.curve
    assert again.outcome == talk.outcome


def test_a_play_of_another_text_is_not_rebuilt_on_this_one() -> None:
    setup = make_setup(typed(story(P, BEATS)), P)
    other = copy.deepcopy(BEATS)
    other["one"]["lines"] = line("Other words.")
    with pytest.raises(ValueError, match="another text"):
        replay(typed(story(P, other)), setup, [])


def test_hope_starts_where_the_scenario_says() -> None:
    assert make_setup(typed(story(P, BEATS)), P).hope is None
    endings = None
    value = story(W, {"one": BEATS["one"]}, endings, partner={"hope": 3, "connection": 30})
    setup = make_setup(typed(value), W)
    assert (setup.hope, setup.connection) == (3, 30)
