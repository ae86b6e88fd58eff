"""`simulator play` as a person, a pipe and a script meet it."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from simulator.cli import screen
from simulator.cli.main import simulator
from simulator.cli.play import play_command
from simulator.plain import pages
from simulator.practice.settings import load
from simulator.practice.words import FEAR, TERMS
from tests.plain.command import ROOT, SMALL, as_pursuer, changed, number, play

pytestmark = pytest.mark.usefixtures("home")


# --- by hand


def test_a_whole_talk_by_hand():
    typed = "\n".join([number("half_hour"), number("back", "half_hour"), "q", ""])
    result = as_pursuer("--plain", typed=typed)
    assert result.exit_code == 0
    assert "The end: Calmer, not closer." in result.stdout
    assert result.stdout.endswith(f"{pages.KEPT_WHOLE}\nThe seed was 4.\n")


@pytest.mark.parametrize("typed", ["", "\n", "2\n", "2", "u\nb\nt\np\n?\ns\nhello\n"])
def test_input_that_ends_leaves_cleanly(typed):
    result = as_pursuer("--plain", typed=typed)
    assert result.exit_code == 0
    assert (pages.KEPT if "2" in typed else pages.NOT_KEPT) in result.stdout
    assert result.stderr == ""


def test_terms_are_printed_and_not_awaited():
    result = as_pursuer("--plain", typed="q\n")
    words = " ".join(result.stdout.split())
    for part in (*TERMS.parts, *FEAR.parts[:-1]):
        assert part.removeprefix("· ") in words
    assert words.index(TERMS.title) < words.index(FEAR.title) < words.index("The spare key")


def test_a_pipe_is_never_taken_for_somebody_who_read_the_terms():
    as_pursuer("--plain", typed="1\nq\n")
    assert not load().settings.terms_accepted


def test_leaving_at_once_says_nothing_more_and_sends_a_pipe_no_sequence():
    result = as_pursuer("--plain", typed="1\nx\n1\n")
    assert result.exit_code == 0
    assert pages.NOT_KEPT not in result.stdout
    assert pages.KEPT not in result.stdout
    assert "\x1b" not in result.output


def test_bytes_that_are_no_text_are_no_fault():
    result = CliRunner().invoke(
        simulator, ["play", str(SMALL), "--as", "pursuer", "--plain"], input=b"\xff\xfe\x00\n"
    )
    assert result.exit_code == 0
    assert "is no key here" in result.stdout


def test_the_settings_say_whether_thoughts_are_shown(home):
    folder = home / "dialogue-practice"
    folder.mkdir()
    (folder / "settings.toml").write_text("thoughts = true\nterms_accepted = true\n")
    words = as_pursuer("--plain", typed="q\n").stdout
    assert "(Ben thinks: Here it comes.)" in words
    assert TERMS.title not in words


# --- what cannot be


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--plain",), ["--as is missing", "--as pursuer (you are Ada", "--as withdrawer"]),
        (("--plain", "--as", "persuer"), ["“persuer”", "Did you mean “pursuer”?"]),
        (("--plain", "--as", "pursuer", "--tension", "60"), ["60", "50 to 54"]),
        (("--plain", "--as", "pursuer", "--tension", "much"), ["“much”", "0 to 100"]),
        (("--plain", "--as", "withdrawer", "--tension", "41"), ["41", "allowed: 40"]),
        (("--plain", "--as", "pursuer", "--temperament", "secure"), ["“secure”", "even, avoidant"]),
        (("--plain", "--as", "pursuer", "--seed", "-1"), ["-1", "from 0 up"]),
        (("--plain", "--as", "pursuer", "--seed", "1e3"), ["“1e3”", "from 0 up"]),
        (("--plain", "--as", "pursuer", "--seed", "9" * 5000), ["from 0 up"]),
    ],
)
def test_a_setup_that_is_not_allowed_names_what_is(options, says):
    result = play(*options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    for part in says:
        assert part in result.stderr


def test_a_large_seed_is_a_seed():
    seed = str(2**64)
    got = json.loads(play("--as", "pursuer", "--seed", seed, "--choose", "", "--json").stdout)
    assert got["setup"]["seed"] == 2**64


def test_a_chair_that_is_not_there(tmp_path):
    words = SMALL.read_text(encoding="utf-8")
    path = tmp_path / "one.yaml"
    path.write_text(words.partition("\nwithdrawer:")[0], encoding="utf-8")
    result = play("--as", "withdrawer", "--plain", path=path)
    assert result.exit_code == 2
    assert "it can be played as pursuer" in result.stderr


@pytest.mark.parametrize(
    ("name", "says"),
    [("frist-words", "Did you mean “first-words”?"), ("./none.yaml", "there is no file")],
)
def test_a_scenario_that_is_not_there(name, says):
    result = play("--as", "pursuer", "--plain", path=name)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_file_with_errors_is_not_played(tmp_path):
    path = changed(tmp_path, ("opens: door", "opens: dor"))
    result = play("--as", "pursuer", "--choose", "", "--json", path=path)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error[" in result.stderr
    assert "dor" in result.stderr
    assert str(path) in result.stderr


@pytest.mark.parametrize("options", [("--plain",), ("--json", "--choose", ""), ()])
def test_closeness_is_played_only_by_those_who_ask_for_it(tmp_path, options):
    path = changed(tmp_path, ("[money]", "[money, intimacy]"))
    result = play("--as", "pursuer", *options, path=path)
    assert result.exit_code == 2
    assert "physical closeness" in result.stderr
    assert "--opt-in" in result.stderr
    assert result.stdout == ""


def test_closeness_is_played_with_opt_in(tmp_path):
    path = changed(tmp_path, ("[money]", "[intimacy]"))
    result = play("--as", "pursuer", "--opt-in", "--choose", "", path=path)
    assert result.exit_code == 0
    assert "Content notes: physical closeness." in result.stdout


# --- the whole screen


def test_without_plain_the_screen_opens_there(monkeypatch):
    asked = []

    def open_play(*args: object, **options: object) -> int:
        asked.append((args, options))
        return 7

    monkeypatch.setattr(screen, "open_play", open_play)
    monkeypatch.setattr("simulator.cli.play.sys.stdin", _Terminal())
    monkeypatch.setattr("simulator.cli.play.sys.stdout", _Terminal())
    with pytest.raises(SystemExit) as left:
        play_command.main(
            [str(SMALL), "--as", "pursuer", "--tension", "52", "--seed", "3"],
            standalone_mode=False,
        )
    assert left.value.code == 7
    assert asked == [((SMALL, "pursuer"), {"temperament": None, "tension": 52, "seed": 3})]


class _Terminal:
    def isatty(self) -> bool:
        return True


def test_the_whole_screen_needs_a_terminal():
    result = as_pursuer()
    assert result.exit_code == 2
    assert "--plain" in result.stderr


# --- the real program


def program(*options: str, typed: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "simulator", *options],
        input=typed,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        timeout=60,
        check=False,
    )


def test_the_program_plays_through_a_pipe_in_any_encoding():
    typed = f"{number('always')}\nt\nq\n".encode()
    done = program(
        "play", str(SMALL), "--as", "pursuer", "--plain", "--seed", "4",
        typed=typed, PYTHONIOENCODING="ascii", NO_COLOR="1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    words = done.stdout.decode("ascii")
    assert "Tension 70, withdrawing (much more ^^)" in words
    assert "\x1b" not in words
    assert max(map(len, words.splitlines())) <= 80


def test_a_plain_play_imports_no_screen():
    asked = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from simulator.cli.main import simulator\n"
        f"done = CliRunner().invoke(simulator, ['play', {str(SMALL)!r}, '--as', 'pursuer',"
        " '--plain'], input='1\\n?\\ns\\nq\\n')\n"
        "assert done.exit_code == 0, done.output\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'textual', 'rich', 'tomlkit', 'numpy'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
