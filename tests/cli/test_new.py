"""`simulator new`: what is written, how it plays, and what is refused."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.check import check_states
from simulator.cli.new import SCHEMA_FILE, new_command
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.practice.sitting import begin
from simulator.scenario.codes import Severity
from simulator.scenario.load import load_bytes, load_file
from simulator.scenario.model import Scenario
from simulator.scenario.starter import fitting_name, shipped_schema, starter_text

pytestmark = pytest.mark.usefixtures("home")


def new(*arguments: str | Path) -> Result:
    return CliRunner().invoke(new_command, [str(argument) for argument in arguments])


def opened(path: Path) -> Scenario:
    scenario = open_scenario(path).scenario
    assert scenario is not None
    return scenario


def told(result: Result) -> str:
    return " ".join(result.output.split())


# --- what is written


def test_it_is_written_with_the_schema_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "first-try.yaml"
    result = new(path)
    assert result.exit_code == 0
    assert path.read_text(encoding="utf-8").startswith(
        f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
    )
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == shipped_schema()
    for words in (str(path), SCHEMA_FILE, f"simulator play {path} --as pursuer"):
        assert words in result.output
    assert sorted(file.name for file in tmp_path.iterdir()) == ["first-try.yaml", SCHEMA_FILE]


def test_there_is_nothing_to_say_of_it_but_that_it_is_short(tmp_path: Path) -> None:
    path = tmp_path / "first-try.yaml"
    new(path)
    found = open_scenario(path).diagnostics
    assert {(each.code, each.severity) for each in found} <= {("few-beats", Severity.WARNING)}


@pytest.mark.parametrize("role", list(Role))
def test_its_states_have_nothing_to_report(tmp_path: Path, role: Role) -> None:
    new(tmp_path / "a.yaml")
    assert list(check_states(opened(tmp_path / "a.yaml"), role)) == []


def test_both_chairs_are_in_it(tmp_path: Path) -> None:
    new(tmp_path / "a.yaml")
    assert opened(tmp_path / "a.yaml").roles == (Role.PURSUER, Role.WITHDRAWER)


def test_the_title_is_the_one_that_was_given(tmp_path: Path) -> None:
    title = 'No: "later" – it\'s #1, {really} — naïve?'
    assert new(tmp_path / "a.yaml", "--title", title).exit_code == 0
    assert opened(tmp_path / "a.yaml").title == title


@pytest.mark.parametrize("title", ["", "  ", "a\x1b[2Jb", "left\u202eright"])
def test_a_title_that_cannot_be_is_refused(tmp_path: Path, title: str) -> None:
    result = new(tmp_path / "a.yaml", "--title", title)
    assert result.exit_code == 2
    assert result.output.startswith("error: --title: ")
    assert list(tmp_path.iterdir()) == []


def test_a_schema_that_is_there_is_left_alone(tmp_path: Path) -> None:
    schema = tmp_path / SCHEMA_FILE
    schema.write_text("{}", encoding="utf-8")
    result = new(tmp_path / "a.yaml")
    assert result.exit_code == 0
    assert schema.read_text(encoding="utf-8") == "{}"
    assert f"simulator schema > {schema}" in told(result)
    schema.unlink()
    new(tmp_path / "b.yaml")
    assert "is there already" in new(tmp_path / "c.yaml").output


# --- how it plays: timing counts


def outcome_of(role: Role, *replies: str, tension: int) -> str | None:
    scenario = load_bytes(starter_text().encode(), "starter").scenario
    assert scenario is not None
    sitting = begin(scenario, role, tension=tension, seed=1)
    for reply in replies:
        sitting.choose(reply)
    return sitting.outcome


@pytest.mark.parametrize("tension", [38, 39, 40, 41])
@pytest.mark.parametrize(
    ("role", "replies", "outcome"),
    [
        ("pursuer", "eat_first,the_minute,long_way_home,yours_to_tell", "truce"),
        ("pursuer", "eat_first,three_times,long_way_home,yours_to_tell", "parted"),
        ("pursuer", "eat_first,the_minute,long_way_home,another_day", "parted"),
        ("pursuer", "two_minutes,yes_or_no,the_money,not_a_crime", "withdrawn"),
        ("pursuer", "eat_first,the_minute,long_way_home,half_an_hour,what_i_told_her", "truce"),
        ("withdrawer", "couldnt_say_it,out_loud,lay_the_table,a_plain_no", "truce"),
        ("withdrawer", "couldnt_say_it,let_it_be,lay_the_table,my_own_news", "parted"),
        ("withdrawer", "couldnt_say_it,out_loud,brickworks,my_own_news", "parted"),
        ("withdrawer", "no_signal,such_a_worrier,upstairs", "given_up"),
        ("withdrawer", "coat_off,out_loud,lay_the_table,tomorrow_at_seven", "paused"),
    ],
)
def test_what_helps_depends_on_the_moment(
    role: str, replies: str, outcome: str, tension: int
) -> None:
    assert outcome_of(Role(role), *replies.split(","), tension=tension) == outcome


# --- what is refused


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("mine", encoding="utf-8")
    result = new(path)
    assert result.exit_code == 2
    assert "is there already" in result.output
    assert path.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / SCHEMA_FILE).exists()


def test_a_link_that_leads_nowhere_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "link.yaml"
    path.symlink_to(tmp_path / "nowhere.yaml")
    assert new(path).exit_code == 2
    assert not (tmp_path / "nowhere.yaml").exists()


@pytest.mark.parametrize(
    ("name", "would_do"),
    [
        ("Ein Gespräch.yaml", "ein-gesprach.yaml"),
        ("talk", "talk.yaml"),
        ("talk.txt", "talk-txt.yaml"),
        ("Talk.YML", "talk.yml"),
        ("-_.yaml", "my-talk.yaml"),
    ],
)
def test_a_name_that_is_no_id_is_refused_with_one_that_is(
    tmp_path: Path, name: str, would_do: str
) -> None:
    result = new(tmp_path / name)
    assert result.exit_code == 2
    assert str(tmp_path / would_do) in told(result)
    assert list(tmp_path.iterdir()) == []
    assert new(tmp_path / would_do).exit_code == 0


@given(st.text(st.characters(exclude_characters="/\\", exclude_categories=["Cs"]), min_size=1))
def test_a_name_fits_where_the_check_has_nothing_against_it(name: str) -> None:
    for file in (name, f"{name}.yaml", fitting_name(name)):
        if file in {".", ".."} or "\x00" in file:
            continue
        assert (fitting_name(file) == file) == _is_id(file)
    assert _is_id(fitting_name(name))


def _is_id(name: str) -> bool:
    """Whether reading a file of this name says nothing of the name."""
    return not any(found.code == "bad-file-name" for found in load_file(_Named(name)).findings)


class _Named(type(Path())):  # type: ignore[misc]
    """A file of any name, without writing one for each."""

    def is_file(self) -> bool:
        return True

    def open(self, *_: object, **__: object) -> object:  # type: ignore[override]
        return io.BytesIO(b"")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = new(tmp_path / "none" / "a.yaml")
    assert result.exit_code == 2
    assert str(tmp_path / "none") in result.output
    assert "folder" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    result = new(tmp_path)
    assert result.exit_code == 2
    assert "is a folder" in result.output


def test_a_name_that_no_file_can_have_is_no_fault_of_the_program(tmp_path: Path) -> None:
    result = new(tmp_path / f"{'a' * 300}.yaml")
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_the_library_keeps_one_file_of_an_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(tmp_path))
    result = new(tmp_path / "first-words.yaml")
    assert result.exit_code == 2
    assert "“first-words”" in result.output
    assert new(tmp_path / "other-words.yaml").exit_code == 0
    assert new(tmp_path / "other-words.yml").exit_code == 2
