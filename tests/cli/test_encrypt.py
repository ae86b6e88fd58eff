"""`simulator encrypt`, `decrypt` and `passphrase`, and every command on an encrypted journal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli.unlock import at_start
from simulator.journal import keys
from simulator.journal.address import is_encrypted
from simulator.journal.errors import WrongKeyError
from simulator.partner.moves import Role
from simulator.practice import unlocking
from simulator.practice.keeping import open_usual
from simulator.practice.opening import open_scenario
from simulator.practice.places import journal_file
from simulator.practice.sitting import begin
from tests.journal.talks import SMALL, small_text
from tests.support.kept import PASSPHRASE, encrypt, holding, keep_played, keys_file, run

pytestmark = pytest.mark.usefixtures("home")

CANARY = "heron over the frozen millpond"
CANARY_ID = "heron_millpond"
GIVEN = f"{PASSPHRASE}\n"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing is made hard by work; the tests need none of it."""
    monkeypatch.setitem(keys.wrap.__kwdefaults__, "cost", 2**4)


def ids(secret: str) -> list[str]:
    result = run("history", "--json", typed=f"{secret}\n")
    assert result.exit_code == 0, result.stderr
    return [talk["id"] for talk in json.loads(result.stdout)]


def test_the_passphrase_opens_it_and_so_does_the_recovery_key() -> None:
    id_ = keep_played("always")
    recovery = encrypt()
    assert is_encrypted(journal_file())
    assert ids(PASSPHRASE) == ids(recovery) == ids(recovery.lower()) == [id_]


def test_a_wrong_passphrase_is_told_and_changes_nothing() -> None:
    keep_played("always")
    encrypt()
    before = journal_file().read_bytes(), keys_file().read_bytes()
    for command in (("history",), ("export", "--format", "csv"), ("erase", "--scenario", "small")):
        result = run(*command, typed="quite another\n")
        assert result.exit_code == 1
        assert result.stdout == ""
        assert "That is not the passphrase of this journal." in result.stderr
        assert "recovery key" in result.stderr
    assert (journal_file().read_bytes(), keys_file().read_bytes()) == before


def test_three_attempts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = keep_played("always")
    encrypt()
    asked = _at_a_terminal(monkeypatch, "wrong", "wrong", PASSPHRASE)
    result = run("history", "--json")
    assert [talk["id"] for talk in json.loads(result.stdout)] == [id_]
    assert len(asked) == 3
    _at_a_terminal(monkeypatch, "wrong", "wrong", "wrong")
    assert run("history").exit_code == 1


def test_nobody_to_ask() -> None:
    encrypt()
    result = run("history", typed="")
    assert result.exit_code == 1
    assert "first line of standard input" in result.stderr


def test_the_two_have_to_be_the_same_and_long_enough() -> None:
    keep_played("always")
    before = journal_file().read_bytes()
    for typed, words in (
        ("one phrase\nanother\n", "not the same"),
        ("short\nshort\n", "8 letters"),
    ):
        result = run("encrypt", typed=typed)
        assert result.exit_code == 1
        assert words in result.stderr
        assert journal_file().read_bytes() == before
        assert not keys_file().exists()


def test_there_and_back_again() -> None:
    id_ = keep_played("always")
    encrypt()
    assert run("encrypt", typed=GIVEN * 2).exit_code == 2
    assert run("decrypt", typed="quite another\n").exit_code == 1
    assert run("decrypt", typed=GIVEN).exit_code == 0
    assert not keys_file().exists()
    assert ids("") == [id_]
    assert run("decrypt", typed=GIVEN).exit_code == 2
    assert run("passphrase", typed=GIVEN).exit_code == 2


def test_another_passphrase_leaves_the_recovery_key_as_it_was() -> None:
    id_ = keep_played("always")
    recovery = encrypt()
    data = journal_file().read_bytes()
    assert run("passphrase", typed=f"{GIVEN}the new one\nthe new one\n").exit_code == 0
    assert ids("the new one") == ids(recovery) == [id_]
    assert run("history", typed=GIVEN).exit_code == 1
    assert journal_file().read_bytes() == data


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_key() -> None:
    id_ = keep_played("always")
    recovery = encrypt()
    assert run("passphrase", typed=f"{recovery}\nthe new one\nthe new one\n").exit_code == 0
    assert ids("the new one") == [id_]


@pytest.mark.parametrize("damage", ["", "{}", None])
def test_the_recovery_key_needs_nothing_beside_the_journal(damage: str | None) -> None:
    id_ = keep_played("always")
    recovery = encrypt()
    if damage is None:
        keys_file().unlink()
    else:
        keys_file().write_text(damage, encoding="utf-8")
    assert run("passphrase", typed=f"{recovery}\nthe new one\nthe new one\n").exit_code == 0
    assert ids("the new one") == [id_]


def test_one_can_begin_with_an_encrypted_journal() -> None:
    encrypt()
    assert is_encrypted(journal_file())
    assert ids(PASSPHRASE) == []


def test_backups_are_not_left_in_the_clear(home: Path) -> None:
    keep_played("always")
    copy = journal_file().with_name("journal.sqlite.before-0002")
    copy.write_bytes(journal_file().read_bytes())
    words = small_text().splitlines()[2].encode()
    assert holding(home, words)
    encrypt()
    assert holding(home, words) == []


def test_a_journal_on_a_server_is_not_encrypted_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_DATABASE", "postgresql://nobody@localhost/nothing")
    for command in ("encrypt", "decrypt", "passphrase"):
        result = run(command)
        assert result.exit_code == 2
        assert "server" in result.stderr


def test_the_file_of_a_database_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "elsewhere" / "mine.db"
    monkeypatch.setenv("SIMULATOR_DATABASE", f"sqlite:///{file}")
    id_ = keep_played("always")
    encrypt()
    assert is_encrypted(file)
    assert ids(PASSPHRASE) == [id_]


def test_neither_key_nor_passphrase_is_kept(home: Path) -> None:
    keep_played("always")
    recovery = encrypt()
    run("history", typed=GIVEN)
    key = keys.of_recovery(recovery)
    assert key
    for trace in (recovery.encode(), PASSPHRASE.encode(), key, key.hex().encode()):
        assert holding(home, trace) == []


# --- a canary, through the program itself


def _program(folder: Path, *arguments: str, typed: str) -> "subprocess.CompletedProcess[str]":
    """A process of its own, whose home and whose temporary files are below the folder."""
    places = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    names = (*places, "XDG_CACHE_HOME", "TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        env=os.environ | dict.fromkeys(names, str(folder)) | {"PYTHONPATH": str(root)},
        cwd=folder,
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _scenario(folder: Path) -> Path:
    """Its words, and the id of a reply, are known to nobody else."""
    text = small_text().replace("There was a stranger in the hall", CANARY)
    path = folder / "canary.yaml"
    path.write_text(
        text.replace("        stranger:\n", f"        {CANARY_ID}:\n"), encoding="utf-8"
    )
    return path


def _number(path: Path, reply: str) -> int:
    """What is typed for a reply at the first beat."""
    scenario = open_scenario(path).scenario
    assert scenario is not None
    offered = begin(scenario, Role.PURSUER, seed=4).offered
    return [offer.id for offer in offered].index(reply) + 1


@pytest.mark.parametrize("before", [False, True], ids=["encrypted from the first", "and later"])
def test_what_was_said_is_found_nowhere(
    home: Path, tmp_path_factory: pytest.TempPathFactory, *, before: bool
) -> None:
    """The scenario lies elsewhere, as it is its author's file. Everything else is searched."""
    scenario = _scenario(tmp_path_factory.mktemp("author"))
    play = ("play", str(scenario), "--as", "pursuer", "--seed", "4", "--plain")
    number = _number(scenario, CANARY_ID)
    every = f"{number}\nu\n{number}\nq\n"
    if before:
        assert _program(home, *play, typed=every).returncode == 0
        assert holding(home, CANARY.encode())
        assert holding(home, CANARY_ID.encode())
    assert _program(home, "encrypt", typed=GIVEN * 2).returncode == 0
    played = _program(home, *play, typed=GIVEN + every)
    assert played.returncode == 0, played.stderr
    assert CANARY in played.stdout
    assert "being kept" not in played.stdout
    shown = _program(home, "export", "--format", "json", typed=GIVEN)
    assert CANARY in shown.stdout
    assert CANARY_ID in shown.stdout
    assert holding(home, b"")
    for trace in (CANARY, CANARY_ID, "canary", "pursuer"):
        for form in ("utf-8", "utf-16-le"):
            assert holding(home, trace.encode(form)) == []


def test_without_the_passphrase_a_talk_is_had_unkept() -> None:
    id_ = keep_played("always")
    encrypt()
    play = ("play", str(SMALL), "--as", "pursuer", "--seed", "4", "--plain")
    result = run(*play, typed="\n1\nq\n")
    assert result.exit_code == 0, result.stderr
    assert "not being kept" in " ".join(result.stdout.split())
    assert run(*play, typed="quite another\n1\nq\n").exit_code == 1
    assert ids(PASSPHRASE) == [id_]


def test_a_journal_that_is_locked_is_not_opened() -> None:
    encrypt()
    unlocking.forget()
    with pytest.raises(WrongKeyError, match="was not unlocked"):
        open_usual()


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch, *typed: str | type[BaseException]) -> list[str]:
    """What is asked there; each answer is typed, or breaks off."""
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        given = typed[len(asked) - 1]
        if isinstance(given, str):
            return given
        raise given

    monkeypatch.setattr("simulator.cli.unlock._has_terminal", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)
    unlocking.forget()
    return asked


def test_before_the_screen_opens_the_passphrase_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    id_ = keep_played("always")
    encrypt()
    asked = _at_a_terminal(monkeypatch, "wrong", PASSPHRASE)
    at_start()
    assert len(asked) == 2
    at_start()
    assert len(asked) == 2
    journal = open_usual()
    assert [play.id for play in journal.plays()] == [id_]
    journal.close()


@pytest.mark.parametrize("typed", [("wrong",) * 3, (KeyboardInterrupt,)])
def test_who_cannot_unlock_it_is_told_and_let_go(
    typed: tuple[str | type[BaseException], ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    encrypt()
    _at_a_terminal(monkeypatch, *typed)
    with pytest.raises(SystemExit) as end:
        at_start()
    assert end.value.code == 1
    assert ("recovery key" in capsys.readouterr().err) == (typed[0] == "wrong")


@pytest.mark.parametrize("typed", ["", EOFError])
def test_one_can_go_on_without_it(
    typed: str | type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    encrypt()
    asked = _at_a_terminal(monkeypatch, typed)
    at_start()
    assert "go on without it" in asked[0]
    with pytest.raises(WrongKeyError):
        open_usual()


def test_a_plain_journal_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_played("always")
    assert _at_a_terminal(monkeypatch) == []
    at_start()
