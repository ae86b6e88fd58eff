"""`simulator check`, `explain` and `schema`: what is printed, and the exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli.main import simulator
from simulator.scenario.codes import CODES
from simulator.scenario.library import library_files
from simulator.scenario.pages import page
from simulator.scenario.schema import schema_text
from tests.scenario import examples as ex

FIELDS = {"code", "severity", "message", "file", "line", "column", "hint"}

pytestmark = pytest.mark.usefixtures("home")


def ran(*arguments: str | Path) -> Result:
    return CliRunner().invoke(simulator, [str(argument) for argument in arguments])


SHIPPED = Path(__file__).parents[2] / "scenarios" / "first-words.yaml"
TUTORIAL = SHIPPED.read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One file with nothing to report, one with a warning, one with an error."""
    made = tmp_path / "talks"
    made.mkdir()
    (made / "fine.yaml").write_bytes(TUTORIAL)
    (made / "warned.yaml").write_bytes(
        TUTORIAL.replace(b"content_notes: []", b"content_notes: [grieff]")
    )
    (made / "wrong.yaml").write_bytes(TUTORIAL.replace(b"to: the_no", b"to: the_yes", 1))
    (made / "notes.txt").write_text("not a scenario", encoding="utf-8")
    return made


def test_nothing_to_report_is_status_0(folder: Path) -> None:
    result = ran("check", folder / "fine.yaml")
    assert (result.exit_code, result.stdout) == (0, "1 file: nothing to report.\n")


def test_an_error_is_status_1_and_every_file_of_a_folder_is_told(folder: Path) -> None:
    result = ran("check", folder)
    assert result.exit_code == 1
    assert "wrong.yaml:" in result.output
    assert "warned.yaml:" in result.output
    assert "fine.yaml" not in result.stdout
    assert "3 files: 1 error, 1 warning." in result.output


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
def test_a_warning_is_status_1_only_where_it_is_strict(
    folder: Path, options: tuple[str, ...], status: int
) -> None:
    assert ran("check", folder / "warned.yaml", *options).exit_code == status


def test_json_is_one_list_of_all_files(folder: Path) -> None:
    result = ran("check", "--format", "json", folder)
    rows = json.loads(result.stdout)
    assert result.exit_code == 1
    assert all(set(row) == FIELDS for row in rows)
    assert {(Path(row["file"]).name, row["code"]) for row in rows} == {
        ("warned.yaml", "content-note"),
        ("wrong.yaml", "unknown-target"),
    }
    assert json.loads(ran("check", "--format", "json", folder / "fine.yaml").stdout) == []


def test_github_prints_annotations_and_nothing_else(folder: Path) -> None:
    lines = ran("check", "--format", "github", folder).stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


def test_without_a_path_the_library_is_checked(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    rows = json.loads(ran("check", "--format", "json").stdout)
    assert {Path(row["file"]).name for row in rows} == {"warned.yaml", "wrong.yaml"}


def test_two_files_of_one_id_are_told_of_in_the_library(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    shipped = library_files()[0]
    (folder / shipped.name).write_bytes(ex.BASE)
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    result = ran("check", "--format", "json")
    (row,) = [row for row in json.loads(result.stdout) if row["code"] == "same-id"]
    assert row["file"] == str(folder / shipped.name)
    assert str(shipped) in row["message"]
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [("nothing.yaml",), ("--format", "xml"), ("--strictly",), ("empty",)],
)
def test_misuse_is_status_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        result = ran("check", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_path_that_is_not_there_is_named() -> None:
    assert "nothing.yaml" in ran("check", "nothing.yaml").stderr


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_can_be_explained(code: str) -> None:
    result = ran("explain", code)
    assert (result.exit_code, result.stdout) == (0, page(code))


def test_an_unknown_code_gets_the_nearest() -> None:
    result = ran("explain", "unknown-mov")
    assert result.exit_code == 2
    assert "unknown-move" in result.stderr


def test_the_schema_is_printed() -> None:
    assert ran("schema").stdout == schema_text()


def test_checking_imports_no_screen() -> None:
    code = (
        "import sys\n"
        "from simulator.cli.main import simulator\n"
        f"try:\n    simulator(['check', '--format', 'json', {str(SHIPPED)!r}])\n"
        "except SystemExit:\n    pass\n"
        "assert 'textual' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_shipped_scenarios_have_nothing_to_report() -> None:
    result = ran("check", "--strict")
    assert result.exit_code == 0, result.output


def test_what_was_found_is_kept_and_found_anew_on_request(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first, again = (ran("check", folder / "fine.yaml") for _ in range(2))
    anew = ran("check", folder / "fine.yaml", "--no-cache")
    assert first.stderr.count("worked out fine.yaml") == 2
    assert again.stderr == ""
    assert anew.stderr.count("worked out fine.yaml") == 2
    assert first.stdout == again.stdout == anew.stdout


def test_findings_kept_are_those_that_were_found(folder: Path) -> None:
    told = TUTORIAL.replace(b"tension: 40", b"tension: 60", 1)
    (folder / "told.yaml").write_bytes(told)
    first, again = (ran("check", folder / "told.yaml") for _ in range(2))
    assert "dead-line" in first.stdout
    assert first.stdout == again.stdout


def test_what_is_kept_and_cannot_be_read_is_found_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ran("check", folder / "fine.yaml")
    for path in (tmp_path / "cache").rglob("*.json"):
        path.write_text("{", encoding="utf-8")
    assert "nothing to report" in ran("check", folder / "fine.yaml").stdout


def test_with_all_other_partners_are_warned_of_by_name(folder: Path) -> None:
    text = TUTORIAL.replace(
        b"    temperament: even\n", b"    temperament: even\n    allows: [even, fearful]\n", 1
    )
    (folder / "both.yaml").write_bytes(text)
    alone, both = ran("check", folder / "both.yaml"), ran("check", folder / "both.yaml", "--all")
    assert "fearful" not in alone.stdout
    assert "with a partner who is fearful" in both.stdout
    assert both.exit_code == 0
