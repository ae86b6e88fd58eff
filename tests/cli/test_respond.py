"""`simulator respond`: the contract of its JSON, its table, and what it refuses."""

import json
import subprocess
import sys
from typing import Any

import pytest
from click.testing import CliRunner, Result

from simulator.cli.main import simulator
from simulator.partner.moves import MOVES, PROMISES
from simulator.partner.stances import Stance, level_of
from simulator.partner.temperaments import TEMPERAMENTS

HARSH = ["--asked-time-after", "1,3,4", "blame", "criticism", "criticism", "demand", "criticism"]
COLD = ["--tension", "40", "minimising", "silence", "leaving", "silence"]


def _run(*args: str) -> Result:
    return CliRunner().invoke(simulator, ["respond", *args], prog_name="simulator")


def _withdrawer(*args: str) -> Result:
    return _run("--partner", "withdrawer", *args)


def _pursuer(*args: str) -> Result:
    return _run("--partner", "pursuer", *args)


def _json(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    answer = json.loads(result.stdout)
    assert isinstance(answer, dict)
    return answer


def test_json_is_one_object_with_the_start_first_and_then_a_state_a_reply() -> None:
    answer = _json(_withdrawer("--json", "blame", "validation,respecting_space"))
    assert list(answer) == ["states", "causes"]
    assert answer["states"][0] == {
        "tension": 30,
        "connection": 40,
        "hope": None,
        "stance": "engaged",
        "streak": 0,
        "asked_time": False,
        "promised": False,
        "voiced": False,
    }
    assert [list(state) for state in answer["states"]] == [list(answer["states"][0])] * 3
    assert [state["tension"] for state in answer["states"]] == [30, 40, 29]
    assert [state["streak"] for state in answer["states"]] == [0, 0, 1]


def test_json_causes_are_one_list_a_reply_and_add_up() -> None:
    answer = _json(_withdrawer("--json", "blame", "validation,respecting_space"))
    assert [len(found) > 0 for found in answer["causes"]] == [True, True]
    for number, found in enumerate(answer["causes"]):
        assert all(list(cause) == ["meter", "cause", "move", "points"] for cause in found)
        before, after = answer["states"][number : number + 2]
        for meter in ("tension", "connection"):
            points = sum(cause["points"] for cause in found if cause["meter"] == meter)
            assert points == after[meter] - before[meter]
    worsened = {"meter": "stance", "cause": "worsened", "move": None, "points": None}
    assert worsened in answer["causes"][0]


def test_json_goes_on_after_the_partner_has_left() -> None:
    answer = _json(_withdrawer("--json", *HARSH, "validation", "time_out"))
    stances = [state["stance"] for state in answer["states"]]
    assert stances == [
        "engaged",
        "guarded",
        "withdrawing",
        "withdrawing",
        "shut_down",
        "left",
        "left",
        "left",
    ]
    assert answer["states"][5] == answer["states"][6] == answer["states"][7]
    assert [bool(found) for found in answer["causes"]] == [True] * 5 + [False] * 2


def test_time_is_asked_for_after_a_reply_as_a_line_would() -> None:
    answer = _json(_withdrawer("--json", *HARSH))
    asked = [state["asked_time"] for state in answer["states"]]
    assert asked == [False, True, False, True, True, False]
    at_start = _json(_withdrawer("--json", "--asked-time-after", "0", "validation"))
    assert [state["asked_time"] for state in at_start["states"]] == [True, False]
    assert at_start["states"][1]["connection"] == 40
    assert _json(_withdrawer("--json", "--asked-time-after", " 1 , 0", "warmth"))["states"][1][
        "asked_time"
    ]


def test_who_has_left_asks_for_nothing() -> None:
    answer = _json(
        _withdrawer("--json", "--tension", "90", "--asked-time-after", "1,2", "contempt", "warmth")
    )
    assert [state["asked_time"] for state in answer["states"]] == [False, False, False]


def test_a_pursuer_has_hope_and_gives_up() -> None:
    answer = _json(_pursuer("--json", *COLD))
    assert [state["hope"] for state in answer["states"]] == [6, 5, 4, 2, 1]
    assert answer["states"][-1]["stance"] == "giving_up"


def test_without_hope_a_pursuer_starts_where_the_rule_says() -> None:
    start = _json(_pursuer("--json", "--hope", "1", "--tension", "60", "warmth"))["states"][0]
    assert (start["tension"], start["hope"], start["stance"]) == (25, 1, "giving_up")


@pytest.mark.parametrize("temperament", TEMPERAMENTS)
def test_a_temperament_starts_at_its_own_rest(temperament: str) -> None:
    start = _json(_pursuer("--json", "--temperament", temperament, "warmth"))["states"][0]
    assert start["tension"] == TEMPERAMENTS[temperament].set_point


def test_every_number_of_the_start_can_be_given() -> None:
    given = ["--tension", "61", "--connection", "7", "--hope", "3"]
    start = _json(_pursuer("--json", *given, "warmth"))["states"][0]
    assert (start["tension"], start["connection"], start["hope"]) == (61, 7, 3)


def test_a_promise_is_kept_over_two_replies() -> None:
    answer = _json(_withdrawer("--json", "--tension", "60", "time_out", "returning", "warmth"))
    assert [state["promised"] for state in answer["states"]] == [False, True, False, False]


def test_spaces_after_a_comma_are_no_matter() -> None:
    spaced = _withdrawer("--json", "validation, respecting_space")
    assert spaced.stdout == _withdrawer("--json", "validation,respecting_space").stdout


def _blocks(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.output
    return [block.splitlines() for block in result.stdout.strip().split("\n\n")]


def test_the_table_has_a_block_for_the_start_and_for_each_reply() -> None:
    blocks = _blocks(_withdrawer(*HARSH, "validation"))
    assert [block[0] for block in blocks] == [
        "0  the start",
        "1  blame",
        "2  criticism",
        "3  criticism",
        "4  demand",
        "5  criticism",
        "6  validation",
    ]
    assert "nothing moves any more" in blocks[-1][1]


def test_the_table_explains_a_step_in_words() -> None:
    blocks = _blocks(_withdrawer(*HARSH))
    rows = [" ".join(line.split()) for line in blocks[2]]
    assert rows == [
        "2 criticism",
        "tension 40 -> 59 +15 criticism",
        "+5 it pressed on after time was asked for",
        "-1 of itself, towards rest",
        "connection 36 -> 30 -6 the reply, as far as it gets through",
        "stance guarded -> withdrawing",
        "tension reached 55",
        "streak 0",
    ]
    assert "the partner asks for time" in blocks[3][-1]
    assert "the partner walked out" in "\n".join(blocks[5])


def _text(result: Result) -> str:
    return " ".join(result.stdout.split())


def test_the_table_tells_of_hope_giving_up_and_coming_back() -> None:
    told = _text(_pursuer(*COLD, "ownership", "validation", "disclosure"))
    assert "escalating -> has stopped asking hope has run out" in told
    assert "has stopped asking -> protesting hope is back at 4 or more, and 3 good" in told
    assert "something of one's own was said" in told


def test_the_table_tells_why_a_stance_lifts() -> None:
    told = _text(_withdrawer("--tension", "45", "warmth", "validation"))
    assert "guarded -> engaged" not in told
    assert "withdrawing" not in told
    told = _text(_withdrawer("--tension", "55", "validation", "validation", "validation"))
    assert "withdrawing -> guarded tension is 40 or less, and 2 good replies in a row" in told
    told = _text(_withdrawer("--tension", "60", "time_out", "self_blame", "returning"))
    assert "withdrawing -> guarded tension is 40 or less, and a promise was kept" in told


def test_the_table_tells_what_a_second_time_out_counts_as() -> None:
    told = _text(_pursuer("time_out", "time_out", "returning"))
    assert "a return is owed so this time_out counts as deferring" in told
    assert "no return is owed any more" in told


def test_the_table_tells_what_did_not_land() -> None:
    told = _text(_withdrawer("--tension", "80", "--asked-time-after", "0", "planning,warmth"))
    assert "+0 planning unheard: no room for it yet" in told
    assert "+0 warmth unheard: time was asked for" in told


def test_the_table_uses_plain_names_of_stances() -> None:
    told = _pursuer(*COLD).stdout + _withdrawer("--tension", "80", "warmth").stdout
    for stance in (Stance.GIVING_UP, Stance.SHUT_DOWN):
        assert stance.value not in told
        assert level_of(stance).name in told


PLAIN_MOVES = [move for move in MOVES if move not in PROMISES]
EVERYTHING = ",".join(PLAIN_MOVES)


@pytest.mark.parametrize("reply", [*PLAIN_MOVES, "time_out", "time_out,warmth", EVERYTHING])
def test_the_table_is_plain_and_fits_eighty_columns(reply: str) -> None:
    options = ["--temperament", "fearful", "--tension", "70", "--asked-time-after", "0"]
    series = [reply, "time_out", "returning", "validation", reply, reply, "contempt"]
    for run in (_pursuer, _withdrawer):
        lines = run(*options, *series).stdout.splitlines()
        assert len(lines) > 30
        assert all(line.isascii() and len(line) <= 80 for line in lines)
        assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["valdation"], ["reply 1", "“valdation”", "Did you mean “validation”?"]),
        (["warmth", "time-out"], ["reply 2", "Did you mean “time_out”?"]),
        (["Warmth"], ["Did you mean “warmth”?"]),
        (["xyzzy"], ["“xyzzy”", "Known: contempt,", "planning."]),
        (["warmth,,blame"], ["reply 1", "empty place"]),
        ([""], ["reply 1", "empty place"]),
        (["warmth,blame,warmth"], ["reply 1", "“warmth” stands twice"]),
        (["returning"], ["reply 1", "no return is owed"]),
        (["time_out", "returning", "not_returning"], ["reply 3", "no return is owed"]),
        (["time_out,returning"], ["reply 1", "cannot stand in one reply"]),
        (["time_out", "not_returning,warmth"], ["reply 2", "stands alone"]),
        (["--hope", "3", "warmth"], ["hope belongs to a partner who is a pursuer"]),
        (["--tension", "95", "warmth"], ["tension 95 is out of range", "0 to 94", "has left"]),
        (["--tension", "-5", "warmth"], ["tension -5 is out of range"]),
        (["--connection", "101", "warmth"], ["connection 101 is out of range: 0 to 100"]),
        (["--tension", "ten", "warmth"], ["--tension", "ten"]),
        (["--temperament", "avoidan", "warmth"], ["“avoidan”", "Did you mean “avoidant”?"]),
        (["--asked-time-after", "2", "warmth"], ["no reply 2", "from 0 (the start) to 1"]),
        (["--asked-time-after", "0,x", "warmth"], ["“x” is not the number of a reply"]),
        (["--asked-time-after", "", "warmth"], ["“” is not the number of a reply"]),
        (["--asked-time-after", "-1", "warmth"], ["“-1” is not the number of a reply"]),
        (["--asked-time-after", "1.5", "warmth"], ["“1.5” is not the number"]),
        (["--asked-time-after", "²", "warmth"], ["“²” is not the number"]),
        (["--asked-time-after", "9" * 5000, "warmth"], ["there is no reply 999"]),
        (["--tension", "9" * 5000, "warmth"], ["--tension"]),
        ([], ["REPLY"]),
    ],
)
@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["table", "json"])
def test_misuse_says_what_and_why_and_exits_2(
    args: list[str], says: list[str], as_json: list[str]
) -> None:
    result = _withdrawer(*as_json, *args)
    assert result.exit_code == 2
    assert result.stdout == ""
    for words in says:
        assert words in result.stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--hope", "11", "warmth"], "hope 11 is out of range: 0 to 10"),
        (["--tension", "101", "warmth"], "tension 101 is out of range: 0 to 100"),
    ],
)
def test_what_a_pursuer_cannot_be(args: list[str], says: str) -> None:
    result = _pursuer(*args)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize("partner", [[], ["--partner", "stranger"]])
def test_the_partner_must_be_one_of_two(partner: list[str]) -> None:
    result = _run(*partner, "warmth")
    assert result.exit_code == 2
    assert "--partner" in result.stderr
    assert "withdrawer" in result.stderr


def test_a_return_that_is_not_owed_is_refused_after_the_partner_has_left_too() -> None:
    gone = ["--tension", "94", "contempt"]
    result = _withdrawer(*gone, "returning")
    assert result.exit_code == 2
    assert "reply 2" in result.stderr
    answer = _json(_withdrawer("--json", *gone, "time_out", "blame", "returning"))
    assert len({json.dumps(state) for state in answer["states"][1:]}) == 1


def test_help_lists_every_move() -> None:
    result = _run("--help")
    assert result.exit_code == 0
    listed = result.stdout.replace(",", " ").replace(".", " ").split()
    assert set(MOVES) <= set(listed)


def test_it_loads_no_screen_no_graph_and_no_models() -> None:
    script = (
        "import sys\n"
        "from simulator.cli.main import simulator\n"
        "try: simulator(['respond', '--partner', 'pursuer', 'warmth'])\n"
        "except SystemExit as done: assert not done.code\n"
        "heavy = {'textual', 'rich', 'networkx', 'pydantic', 'numpy', 'yaml'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
