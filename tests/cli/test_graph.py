"""`simulator graph`: formats, chairs, files, and calls that cannot be."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli.graph import graph_command

SMALL = str(Path(__file__).parents[1] / "data" / "small.yaml")

pytestmark = pytest.mark.usefixtures("home")


def ran(*given: str) -> Result:
    return CliRunner().invoke(graph_command, list(given))


def test_each_format_is_printed() -> None:
    starts = {"mermaid": "flowchart TD\n", "dot": 'digraph "The spare key', "svg": "<svg "}
    for form, start in starts.items():
        result = ran(SMALL, "--as", "pursuer", "--format", form)
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith(start)
    assert "<graphml" in ran(SMALL, "--as", "pursuer", "--format", "graphml").stdout


def test_svg_is_what_is_drawn_unless_another_is_named() -> None:
    root = ET.fromstring(ran(SMALL, "--as", "withdrawer").stdout)  # noqa: S314
    assert root.tag.endswith("svg")
    assert "Calmer, not closer" in ran(SMALL, "--as", "withdrawer", "--format", "dot").stdout


def test_chairs_differ() -> None:
    one, other = (ran(SMALL, "--as", role, "--format", "dot").stdout for role in ROLES)
    assert '"door" -> "later"' in one
    assert '"kettle" -> "told"' in other


ROLES = ("pursuer", "withdrawer")


def test_a_scenario_of_the_library_is_found_by_its_id() -> None:
    result = ran("first-words", "--as", "pursuer", "--format", "mermaid")
    assert result.exit_code == 0
    assert "from anywhere, when Tomek leaves" in result.stdout


def test_odds_and_best_play_are_drawn_in_on_request() -> None:
    plain = ran(SMALL, "--as", "pursuer", "--format", "mermaid").stdout
    assert "per cent" not in plain
    assert "==>" not in plain
    marked = ran(SMALL, "--as", "pursuer", "--format", "mermaid", "--odds", "--best")
    assert marked.exit_code == 0, marked.output
    assert "door<br/>always" in marked.stdout
    assert "per cent" in marked.stdout
    assert "best play, step 1#58; half_hour<br/>" in marked.stdout
    assert "==>" in marked.stdout


def test_another_partner_has_other_odds() -> None:
    odds = ("--as", "pursuer", "--format", "dot", "--odds")
    assert ran(SMALL, *odds).stdout != ran(SMALL, *odds, "--temperament", "avoidant").stdout


def test_a_file_is_written_and_nothing_printed(tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    result = ran(SMALL, "--as", "pursuer", "--out", str(file))
    assert (result.exit_code, result.output) == (0, "")
    assert file.read_bytes() == ran(SMALL, "--as", "pursuer").stdout_bytes
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    result = ran(SMALL, "--as", "pursuer", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert str(tmp_path) in result.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((SMALL,), "--as is missing"),
        ((SMALL, "--as", "purser"), "there is no role “purser”\n  Did you mean “pursuer”?"),
        ((SMALL, "--as", "pursuer", "--format", "png"), "there is no format “png”\n  Known: mer"),
        ((SMALL, "--as", "pursuer", "--temperament", "fearful"), "is not allowed here; allowed"),
        (("no-such-talk", "--as", "pursuer"), "there is no scenario “no-such-talk”"),
        (("no/such.yaml", "--as", "pursuer"), "there is no file no/such.yaml"),
    ],
)
def test_misuse_says_what_and_what_to_do(given: tuple[str, ...], said: str) -> None:
    result = ran(*given)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


def test_a_missing_chair_is_said(tmp_path: Path) -> None:
    words = Path(SMALL).read_text(encoding="utf-8")
    alone = tmp_path / "alone.yaml"
    alone.write_text(words[: words.index("\nwithdrawer:\n")] + "\n", encoding="utf-8")
    result = ran(str(alone), "--as", "withdrawer")
    assert result.exit_code == 2
    assert "has no withdrawer's chair" in result.stderr


def test_a_file_with_errors_is_not_drawn(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    words = Path(SMALL).read_text(encoding="utf-8")
    broken.write_text(words.replace("opens: door", "opens: window"), encoding="utf-8")
    result = ran(str(broken), "--as", "pursuer")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "is not drawn" in result.stderr
    assert "window" in result.stderr


def test_a_picture_without_odds_loads_no_arrays() -> None:
    code = (
        "import sys; from simulator.cli.graph import graph_command;"
        f"graph_command([{SMALL!r}, '--as', 'pursuer'], standalone_mode=False);"
        "sys.exit(bool({'numpy', 'scipy', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
