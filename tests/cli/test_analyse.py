"""`simulator analyse`, `simulate` and `diff`: what is printed, and what it must agree with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.analysis.players import players
from simulator.cli.main import simulator
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import make_setup
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.scenario.library import library_files

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "scenarios" / "first-words.yaml"

pytestmark = pytest.mark.usefixtures("home")


def ran(*arguments: str | Path) -> Result:
    return CliRunner().invoke(simulator, [str(argument) for argument in arguments])


def printed(*arguments: str | Path) -> dict:
    result = ran(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("role", ["pursuer", "withdrawer"])
def test_the_object_has_what_it_promises(role: str) -> None:
    found = printed("analyse", TUTORIAL, "--as", role)
    assert set(found) >= {"states", "transitions", "complete", "endings", "best", "findings"}
    assert found["complete"] is True
    assert set(found["best"]) == {"outcome", "value", "witness"}
    for ending in found["endings"].values():
        assert set(ending) == {"outcome", "reachable", "witness", "odds"}
        assert list(ending["odds"]) == list(players(Role(role).other))


@pytest.mark.parametrize("role", ["pursuer", "withdrawer"])
def test_odds_of_every_player_are_all_there_is(role: str) -> None:
    found = printed("analyse", TUTORIAL, "--as", role)
    for player in players(Role(role).other):
        played = sum(ending["odds"][player] for ending in found["endings"].values())
        assert played + found["unplayed"][player] == pytest.approx(1, abs=1e-12)
        assert found["unplayed"][player] <= 1e-9


@pytest.mark.parametrize("path", library_files(), ids=lambda path: path.stem)
def test_every_witness_is_a_play_that_ends_where_it_says(path: Path) -> None:
    scenario = open_scenario(path).scenario
    assert scenario is not None
    for role in scenario.roles:
        found = printed("analyse", path, "--as", role.value)
        for name, ending in found["endings"].items():
            witness = ending["witness"]
            assert ending["reachable"] is True
            assert witness is not None
            setup = make_setup(scenario, role, tension=witness["tension"], seed=1)
            talk = Conversation(scenario, setup)
            for reply in witness["replies"]:
                assert not talk.finished
                talk.choose(reply)
            assert name == ("stopped" if talk.stopped else talk.ending)


def test_plays_at_scale_agree_with_the_odds() -> None:
    plays = 200_000
    exact = printed("analyse", TUTORIAL, "--as", "withdrawer")["endings"]
    for player in ("random", "look", "table", "gentle", "longest", "best"):
        found = printed(
            "simulate", TUTORIAL, "--as", "withdrawer", "--player", player,
            "--plays", str(plays), "--seed", "11",
        )  # fmt: skip
        assert (found["plays"], found["unfinished"]) == (plays, 0)
        assert sum(found["endings"].values()) == plays
        for name, count in found["endings"].items():
            share = exact[name]["odds"][player]
            # five times what sampling alone leaves open
            assert abs(count / plays - share) <= 5 * (share * (1 - share) / plays) ** 0.5 + 1e-12


def test_a_seed_gives_the_same_plays() -> None:
    first, again, other = (
        printed("simulate", TUTORIAL, "--as", "pursuer", "--plays", "5000", "--seed", seed)
        for seed in ("5", "5", "6")
    )
    assert first == again != other


def test_the_page_tells_the_endings_and_the_best() -> None:
    page = ran("analyse", TUTORIAL, "--as", "pursuer", "--replies").stdout
    for words in ("second_helping", "truce", "shortest play", "Nothing to report.", "two_bowls/"):
        assert words in page


def test_a_change_is_told(tmp_path: Path) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert text.count("        a_no_will_do:\n") == 1
    changed = tmp_path / "changed.yaml"
    changed.write_text(
        text.replace(
            "        a_no_will_do:\n",
            "        a_no_will_do:\n          when: {tension: {at_least: 99}}\n",
        ),
        encoding="utf-8",
    )
    found = printed("diff", TUTORIAL, changed, "--as", "pursuer")
    assert found["dead"] == ["stop_asking/a_no_will_do"]
    assert {moved["player"] for moved in found["moved"]} >= {"random", "look"}
    back = printed("diff", changed, TUTORIAL, "--as", "pursuer")
    assert (back["dead"], back["revived"]) == ([], ["stop_asking/a_no_will_do"])
    same = ran("diff", TUTORIAL, TUTORIAL, "--as", "pursuer").stdout
    assert same == "Nothing that can be seen from the outside changed.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyse", TUTORIAL),
        ("analyse", TUTORIAL, "--as", "listener"),
        ("analyse", TUTORIAL, "--as", "pursuer", "--temperament", "fearful"),
        ("analyse", "no-such-talk", "--as", "pursuer"),
        ("simulate", TUTORIAL, "--as", "pursuer", "--player", "longes"),
        ("simulate", TUTORIAL, "--as", "pursuer", "--plays", "none"),
        ("simulate", TUTORIAL, "--as", "pursuer", "--seed", "-1"),
        ("diff", TUTORIAL, "no-such-talk", "--as", "pursuer"),
    ],
    ids=lambda arguments: " ".join(map(str, arguments[2:])) or "no chair",
)
def test_misuse_is_status_2_and_one_clear_error(arguments: tuple[str | Path, ...]) -> None:
    result = ran(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")


def test_a_file_with_errors_is_not_analysed(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_bytes(TUTORIAL.read_bytes().replace(b"to: the_no", b"to: the_yes", 1))
    result = ran("analyse", wrong, "--as", "pursuer")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "unknown-target" in result.stderr
    assert "is not analysed" in result.stderr
