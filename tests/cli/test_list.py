"""`simulator list`: the library as text and as JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli.main import simulator
from simulator.scenario.library import library_files, shipped_folder

ROOT = Path(__file__).parents[2]
SMALL = (ROOT / "tests" / "data" / "small.yaml").read_text(encoding="utf-8")
KEYS = {
    "id", "title", "relationship", "minutes", "level", "skills", "content_notes", "roles", "path",
}  # fmt: skip

pytestmark = pytest.mark.usefixtures("home")


def listed(*options: str) -> Result:
    result = CliRunner().invoke(simulator, ["list", *options])
    assert result.exit_code == 0, result.output
    return result


def entries(*options: str) -> list[dict]:
    return json.loads(listed("--json", *options).stdout)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, with one scenario of each kind."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "spare-key.yaml").write_text(SMALL, encoding="utf-8")
    close = SMALL.replace("[money]", "[intimacy, grief]").replace("The spare key", "Closer by")
    (folder / "close-by.yaml").write_text(close, encoding="utf-8")
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    return folder


def test_json_has_the_names_of_the_contract_for_every_file():
    got = entries("--all")
    assert all(set(entry) == KEYS for entry in got)
    assert {entry["path"] for entry in got} == {str(path) for path in library_files()}
    assert {entry["id"] for entry in got} == {path.stem for path in library_files()}


def test_json_says_what_the_head_says(own):
    (entry,) = [entry for entry in entries() if entry["id"] == "spare-key"]
    assert entry == {
        "id": "spare-key",
        "title": "The spare key",
        "relationship": "family",
        "minutes": 2,
        "level": 1,
        "skills": ["complaint", "time_out"],
        "content_notes": ["money"],
        "roles": ["pursuer", "withdrawer"],
        "path": str(own / "spare-key.yaml"),
    }


def test_closeness_is_listed_only_with_all(own, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    assert "close-by" not in {entry["id"] for entry in entries()}
    assert "close-by" in {entry["id"] for entry in entries("--all")}
    words = listed().stdout
    assert "close-by" not in words
    assert "Closer by" not in words
    assert "--all" in words
    words = listed("--all").stdout
    assert "close-by" in words
    assert "physical closeness, grief" in words
    assert "listed with --all" not in words


def test_the_table_shows_title_and_content_notes_and_where_ones_own_belong(own):
    words = listed().stdout
    (row,) = [line for line in words.splitlines() if line.startswith("spare-key")]
    for part in ("The spare key", "family", "2", "gentle", "money"):
        assert part in row
    assert str(own) in words
    assert "SIMULATOR_SCENARIOS" in words


def test_the_folder_is_named_even_where_none_was_set(home):
    words = listed().stdout.replace("\n", "")
    assert str(home / "dialogue-practice" / "scenarios") in words


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
def test_ids_stay_whole_and_lines_fit(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    words = listed("--all").stdout
    table = words.partition("\n\n")[0]
    assert max(map(len, table.splitlines())) <= int(columns)
    for path in library_files():
        assert path.stem in table


def test_one_chair_alone_is_said(own, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    (own / "one.yaml").write_text(SMALL.partition("\nwithdrawer:")[0], encoding="utf-8")
    assert listed().stdout.count("The spare key (as pursuer only)") == 1


def test_what_cannot_be_listed_is_named_and_the_rest_is_there(own):
    (own / "broken.yaml").write_text("title: [", encoding="utf-8")
    shipped = min(shipped_folder().glob("*.yaml"))
    (own / shipped.name).write_text(SMALL, encoding="utf-8")
    result = listed("--json")
    ids = {entry["id"] for entry in json.loads(result.stdout)}
    assert "spare-key" in ids
    assert not ids & {"broken", shipped.stem}
    assert str(own / "broken.yaml") in result.stderr
    assert str(own / shipped.name) in result.stderr
    assert str(shipped) in result.stderr


def test_nothing_in_a_head_steers_the_terminal(own):
    odd = SMALL.replace("The spare key", '"[/] \\e[2J spare"')
    (own / "odd.yaml").write_text(odd, encoding="utf-8")
    assert "\x1b" not in listed().output


def test_listing_imports_nothing_heavy():
    asked = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from simulator.cli.main import simulator\n"
        "assert CliRunner().invoke(simulator, ['list']).exit_code == 0\n"
        "heavy = {'textual', 'rich', 'pydantic', 'networkx', 'numpy', 'tomlkit'}\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & heavy))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
