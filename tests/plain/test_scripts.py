"""`simulator play` for scripts: lists of replies, and the object they get back."""

import json

import pytest

from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.practice.records import state_record
from simulator.practice.sitting import begin
from simulator.practice.words import TERMS
from tests.plain.command import SMALL, as_pursuer, number, play, played

PLAY = {"scenario", "role", "setup", "start", "opening", "turns", "outcome", "ending"}
SETUP = {"scenario", "rule", "temperament", "tension", "connection", "hope", "seed"}
STATE = {
    "tension", "connection", "hope", "stance", "streak", "asked_time", "promised", "voiced",
}  # fmt: skip
TURN = {"beat", "reply", "you", "scene", "later", "partner", "state", "causes", "feedback"}
LINE = {"does", "says", "then", "text", "thinks"}

pytestmark = pytest.mark.usefixtures("home")


def test_a_list_of_replies_is_played_and_shown():
    result = as_pursuer("--choose", "stranger, half_hour,back")
    assert result.exit_code == 0
    assert "The end: " in result.stdout
    assert "What it cost: Half a Sunday." in result.stdout
    assert "Tension from turn to turn: 51 (guarded), " in result.stdout
    assert "You can reply" not in result.stdout
    assert TERMS.title not in result.stdout


def test_replies_that_run_out_leave_the_play_early():
    result = as_pursuer("--choose", "half_hour", typed="1\n")
    assert result.exit_code == 0
    assert "The end" not in result.stdout
    for offered in ("back", "stay_out", "knock"):
        assert offered in result.stdout.splitlines()[-2]


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        ("nobody", ["“nobody”", "stranger", "always", "half_hour", "in_the_way"]),
        ("half_hour,stranger", ["“stranger” (number 2)", "back", "stay_out", "knock"]),
        ("half_hour,back,stranger", ["over after 2 replies", "Left over: stranger"]),
        ("in_the_way,stranger", ["over after 1 reply", "Left over: stranger"]),
        ("stranger,,always", ["empty place"]),
        ("stranger,", ["empty place"]),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_replies_that_cannot_be_given_are_misuse(ids, says, form):
    result = as_pursuer("--choose", ids, *form)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: --choose: ")
    for part in says:
        assert part in result.stderr
    assert not form or result.stdout == ""


def test_json_is_one_object_with_the_names_of_the_contract():
    got = played("--choose", "always,half_hour,back")
    assert set(got) == PLAY
    assert set(got["setup"]) == SETUP
    assert set(got["start"]) == STATE
    assert set(got["opening"]) == {"scene", "later", "partner"}
    for turn in got["turns"]:
        assert set(turn) == TURN
        assert set(turn["state"]) == STATE
        assert set(turn["you"]) == {"says", "does", "text"}
        assert turn["causes"]
        for cause in turn["causes"]:
            assert set(cause) == {"meter", "cause", "move", "points"}
    lines = [line for turn in got["turns"] for line in turn["partner"]]
    assert all(set(line) == LINE for line in (*lines, *got["opening"]["partner"]))


def test_json_says_what_was_played():
    got = played("--choose", "stranger,half_hour,back")
    assert got["scenario"] == "small"
    assert got["role"] == "pursuer"
    assert got["setup"]["temperament"] == "even"
    assert got["setup"]["tension"] == got["start"]["tension"] == 51
    assert (got["setup"]["connection"], got["setup"]["hope"], got["setup"]["seed"]) == (40, None, 4)
    assert got["opening"]["scene"] == "Sunday, the kitchen door."
    assert got["opening"]["later"] is None
    assert [turn["beat"] for turn in got["turns"]] == ["door", "door", "later"]
    first, second, third = got["turns"]
    assert [line["says"] for line in first["partner"]] == [
        "That was Noor.",
        "I know what you want to say.",
    ]
    assert second["later"] == "30 minutes"
    assert second["state"]["promised"] is True
    assert second["partner"][0]["text"] == "Still here."
    assert third["you"] == {"says": None, "does": "Sit down at the table.", "text": "Here I am."}
    assert third["feedback"] == "It kept the half hour. Ben had counted."
    assert (got["outcome"], got["ending"]) == ("truce", "cups")


def test_points_add_up_turn_by_turn():
    got = played("--choose", "stranger,always,half_hour,stay_out")
    before = got["start"]
    for turn in got["turns"]:
        for meter in ("tension", "connection"):
            points = sum(c["points"] for c in turn["causes"] if c["meter"] == meter)
            assert turn["state"][meter] - before[meter] == points
        before = turn["state"]


def test_an_ending_that_may_not_be_called_so_gives_way():
    got = played("--choose", "half_hour,stay_out")
    assert (got["outcome"], got["ending"]) == ("stuck", "cold_cups")


def test_an_empty_list_is_a_play_without_replies():
    got = played("--choose", "")
    assert got["turns"] == []
    assert got["outcome"] is None
    assert got["ending"] is None


def test_hope_is_there_where_the_partner_is_a_pursuer():
    got = played("--choose", "nothing", role="withdrawer")
    assert got["setup"]["hope"] == got["start"]["hope"] == 4
    assert got["turns"][0]["state"]["hope"] < 4
    assert got["setup"]["temperament"] == "anxious"


def test_a_crossed_line_is_the_last_turn_and_changes_nothing():
    got = played("--choose", "stranger,in_the_way")
    last = got["turns"][-1]
    assert (got["outcome"], got["ending"]) == ("stopped", None)
    assert last["partner"] == last["causes"] == []
    assert last["state"] == got["turns"][0]["state"]
    assert last["feedback"] is last["scene"] is last["later"] is None


def test_a_play_is_rebuilt_from_its_own_setup_and_ids():
    first = json.loads(
        play("--as", "pursuer", "--choose", "always,half_hour,knock", "--json").stdout
    )
    setup = first["setup"]
    again = play(
        "--as", first["role"], "--seed", str(setup["seed"]), "--json",
        "--temperament", setup["temperament"], "--tension", str(setup["tension"]),
        "--choose", ",".join(turn["reply"] for turn in first["turns"]),
    )  # fmt: skip
    assert json.loads(again.stdout) == first


def test_the_seed_alone_gives_the_same_start_and_order():
    assert played("--choose", "") == played("--choose", "")
    assert as_pursuer("--plain", typed="q\n").stdout == as_pursuer("--plain", typed="q\n").stdout


def test_states_are_those_of_a_sitting():
    scenario = open_scenario(SMALL).scenario
    assert scenario is not None
    sitting = begin(scenario, Role.PURSUER, seed=4)
    for reply in ("always", "half_hour"):
        sitting.choose(reply)
    got = played("--choose", "always,half_hour")
    states = [got["start"], *(turn["state"] for turn in got["turns"])]
    assert states == [state_record(state) for state in sitting.curve]


def test_json_without_a_list_reads_replies_and_shows_the_talk_elsewhere():
    typed = "\n".join([number("always"), "u", number("half_hour"), "q"])
    result = as_pursuer("--json", typed=typed)
    got = json.loads(result.stdout)
    assert result.stdout.count("\n") == 1
    assert [turn["reply"] for turn in got["turns"]] == ["half_hour"]
    assert got["outcome"] is None
    assert "You can reply:" in result.stderr
    assert TERMS.title not in result.stderr


def test_json_still_comes_where_a_pipe_leaves_at_once():
    assert played(typed="x\n")["turns"] == []
