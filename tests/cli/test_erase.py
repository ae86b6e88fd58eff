"""`simulator erase`: what is erased is found nowhere any more, and nothing else is touched."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.journal.events import Play, Reflection
from simulator.journal.journal import Journal
from simulator.partner.moves import Role
from simulator.practice import unlocking
from simulator.practice.homework import pairing
from simulator.practice.keeping import Keep, Keeping, open_usual
from simulator.practice.places import crash_file, journal_file
from tests.journal.talks import small_text
from tests.support.kept import (
    PASSPHRASE,
    encrypt,
    holding,
    keep_events,
    keep_played,
    keep_reflected,
    keys_file,
    run,
)

pytestmark = pytest.mark.usefixtures("home")

CANARY = "quince marmalade at midnight"
BACKUP = "journal.sqlite.before-0002"


def keep_canary(name: str = "canary") -> str:
    """A talk in which the player says the canary, at a beat and with a reply named after it."""
    text = small_text().replace("There was a stranger in the hall, and nobody", f"{CANARY}; nobody")
    text = text.replace("complaint: There was a stranger in the hall", f"complaint: {CANARY}")
    text = text.replace("        stranger:\n", "        quince_reply:\n")
    return keep_events(name, text, Role.PURSUER, ("quince_reply", "always", "left"))


def kept() -> list[str]:
    return [talk["id"] for talk in json.loads(run("history", "--json", "--stopped").stdout)]


def test_a_talk_is_gone_and_the_others_are_there(home: Path) -> None:
    others = [keep_played("always"), keep_played("in_the_way")]
    gone = keep_canary()
    after = keep_played("stranger")
    assert holding(home, CANARY.encode())
    assert holding(home, b"quince_reply")
    result = run("erase", "--play", gone[:6], "--yes")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("1 talk erased for good.")
    assert set(kept()) == {*others, after}
    for trace in (CANARY.encode(), b"quince_reply", gone.encode()):
        assert holding(home, trace) == []


def test_a_text_stays_while_another_talk_needs_it(home: Path) -> None:
    first, second = keep_canary(), keep_canary()
    run("erase", "--play", first, "--yes")
    assert kept() == [second]
    assert CANARY in run("export", "--format", "json").stdout
    assert holding(home, first.encode()) == []
    run("erase", "--play", second, "--yes")
    assert holding(home, CANARY.encode()) == []


def test_every_talk_of_a_scenario() -> None:
    other = keep_played("always")
    keep_canary("mine")
    keep_canary("mine")
    result = run("erase", "--scenario", "mine", "--yes")
    assert result.stdout.startswith("2 talks erased")
    assert kept() == [other]


def test_all_takes_backups_and_the_random_name(home: Path) -> None:
    keep_canary()
    run("export", "--format", "xapi")
    copy = journal_file().with_name(BACKUP)
    copy.write_bytes(journal_file().read_bytes())
    result = run("erase", "--all", typed="y\n")
    assert result.exit_code == 0, result.stderr
    assert BACKUP in result.stderr
    assert kept() == []
    assert not copy.exists()
    assert not journal_file().with_name("pseudonym").exists()
    for trace in (CANARY.encode(), b"quince_reply"):
        assert holding(home, trace) == []


def test_one_talk_takes_the_backups_too(home: Path) -> None:
    gone = keep_canary()
    journal_file().with_name(BACKUP).write_bytes(journal_file().read_bytes())
    run("erase", "--play", gone, "--yes")
    assert holding(home, CANARY.encode()) == []


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_nothing_is_erased_without_a_yes(typed: str) -> None:
    id_ = keep_canary()
    result = run("erase", "--all", typed=typed)
    assert result.exit_code == 1
    assert "Erase 1 talk? There is no way back." in result.stderr
    assert kept() == [id_]


@pytest.mark.parametrize(
    "given", [(), ("--all", "--scenario", "small"), ("--play", "abcdef01"), ("--play", "ab")]
)
def test_misuse_erases_nothing(given: tuple[str, ...]) -> None:
    id_ = keep_canary()
    assert run("erase", *given, "--yes").exit_code == 2
    assert kept() == [id_]


@pytest.mark.parametrize("encrypted", [False, True])
def test_what_one_wrote_for_oneself_is_found_nowhere_after_erasing(
    home: Path, *, encrypted: bool
) -> None:
    gone = keep_reflected(CANARY)
    assert len(holding(home, CANARY.encode())) == 1
    copy = journal_file().with_name(BACKUP)
    copy.write_bytes(journal_file().read_bytes())
    if encrypted:
        encrypt()
        assert holding(home, CANARY.encode()) == []
        unlocking.unlock(journal_file(), PASSPHRASE)
        gone = keep_reflected(CANARY)
        assert holding(home, CANARY.encode()) == []
    typed = f"{PASSPHRASE}\n" if encrypted else None
    assert CANARY in run("export", "--format", "json", typed=typed).stdout
    for format_ in ("csv", "xapi"):
        assert CANARY not in run("export", "--format", format_, typed=typed).stdout
    assert run("erase", "--play", gone, "--yes", typed=typed).exit_code == 0
    assert gone not in run("export", "--format", "json", typed=typed).stdout
    assert not copy.exists()
    assert holding(home, CANARY.encode()) == []


def test_what_one_wrote_for_oneself_is_in_no_log(home: Path) -> None:
    def breaks() -> Journal:
        raise RuntimeError(CANARY)

    keeping = Keeping(breaks)
    keeper = Keep(keeping, "small", small_text()).go_on(last(keep_reflected("nothing")))
    keeper.reflected(Reflection.NOW, words=CANARY)
    keeper.settle()
    keeping.close()
    assert keeper.trouble
    assert "RuntimeError" in crash_file().read_text(encoding="utf-8")
    assert holding(home, CANARY.encode()) == []


def last(id_: str) -> Play:
    journal = open_usual()
    play = journal.play(id_)
    journal.close()
    return play


def damage(id_: str) -> None:
    with closing(sqlite3.connect(journal_file())) as raw, raw:
        raw.execute("UPDATE events SET kind = 'sung' WHERE play = ?", [id_])


@pytest.mark.parametrize("given", ["--play", "--scenario", "--all"])
def test_a_damaged_talk_can_be_erased(home: Path, given: str) -> None:
    broken = keep_canary("broken")
    whole = keep_played("always")
    damage(broken)
    wanted = {"--play": ["--play", broken], "--scenario": ["--scenario", "broken"]}
    result = run("erase", *wanted.get(given, ["--all"]), typed="y\n")
    assert result.exit_code == 0, result.stderr
    assert ("which is damaged" in result.stderr) is (given == "--play")
    assert kept() == ([] if given == "--all" else [whole])
    assert holding(home, CANARY.encode()) == []


def test_nothing_to_erase() -> None:
    assert run("erase", "--all", "--yes").stdout == "There was nothing to erase.\n"
    assert not journal_file().exists()
    keep_played("always")
    result = run("erase", "--scenario", "another", "--yes")
    assert (result.exit_code, result.stdout) == (0, "There was nothing to erase.\n")


def test_what_is_left_goes_with_all(home: Path) -> None:
    keep_canary()
    data = journal_file().read_bytes()
    run("erase", "--all", "--yes")
    for name in (BACKUP, "journal.sqlite.old", "journal.sqlite.part"):
        journal_file().with_name(name).write_bytes(data)
    assert "What was left is erased." in run("erase", "--all", "--yes").stdout
    assert holding(home, CANARY.encode()) == []
    journal_file().unlink()
    journal_file().with_name(BACKUP).write_bytes(data)
    assert "What was left is erased." in run("erase", "--all", "--yes").stdout
    assert holding(home, CANARY.encode()) == []


def test_what_is_not_the_journals_stays(home: Path) -> None:
    keep_canary()
    others = [journal_file().with_name(name) for name in ("journal", "journal.txt", "diary.sqlite")]
    for file in others:
        file.write_text("mine", encoding="utf-8")
    journal_file().write_bytes(b"damaged, as it were")
    assert run("erase", "--all", "--yes").exit_code == 0
    assert all(file.exists() for file in others)


def test_a_damaged_journal_can_be_erased(home: Path) -> None:
    keep_canary()
    file = journal_file()
    file.write_bytes(b"not a database at all" + file.read_bytes()[21:])
    assert run("erase", "--scenario", "canary", "--yes").exit_code == 1
    assert holding(home, CANARY.encode())
    result = run("erase", "--all", "--yes")
    assert result.exit_code == 0, result.stderr
    assert holding(home, CANARY.encode()) == []
    assert not file.exists()


def test_a_journal_whose_passphrase_is_forgotten_can_be_erased() -> None:
    keep_canary()
    encrypt()
    result = run("erase", "--all", typed="I do not know it\nn\n")
    assert result.exit_code == 1
    assert journal_file().exists()
    assert run("erase", "--all").exit_code == 1
    result = run("erase", "--all", typed="I do not know it\ny\n")
    assert result.exit_code == 0, result.stderr
    assert not journal_file().exists()
    assert not keys_file().exists()


def test_a_talk_of_an_encrypted_journal() -> None:
    other, gone = keep_played("always"), keep_canary()
    encrypt()
    assert run("erase", "--play", gone, "--yes", typed=f"{PASSPHRASE}\n").exit_code == 0
    shown = run("history", "--json", typed=f"{PASSPHRASE}\n").stdout
    assert other in shown
    assert gone not in shown


def test_files_that_only_sound_alike_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_DATABASE", f"sqlite:///{(tmp_path / 'diary').as_posix()}")
    beside = [tmp_path / "diary.txt", tmp_path / "diary-2025.md"]
    for file in beside:
        file.write_text("Mine.", encoding="utf-8")
    run("erase", "--all", "--yes")
    assert [file.read_text(encoding="utf-8") for file in beside] == ["Mine."] * 2


def test_a_file_that_never_was_a_journal_is_not_erased(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("Chapter one. " * 500, encoding="utf-8")
    thesis.chmod(0o644)
    monkeypatch.setenv("SIMULATOR_DATABASE", f"sqlite:///{thesis.as_posix()}")
    result = run("erase", "--all", "--yes")
    assert result.exit_code == 1
    assert thesis.read_text(encoding="utf-8").startswith("Chapter one.")
    assert thesis.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("talks", [0, 1])
def test_all_takes_the_pairing_keys_and_the_question_names_them(talks: int) -> None:
    for _ in range(talks):
        keep_canary()
    folder = pairing.folder()
    folder.mkdir(parents=True)
    keys = [folder / "keys.age", folder / "people.json"]
    for file in keys:
        file.write_text(CANARY)
    (folder / "mine.txt").write_text("left alone")
    assert run("erase", "--all", typed="n\n").exit_code == 1
    assert all(file.exists() for file in keys)
    result = run("erase", "--all", typed="y\n")
    assert result.exit_code == 0, result.stderr
    assert "pairing keys" in result.stderr
    assert "people.json" in result.stderr
    assert [file.name for file in folder.iterdir()] == ["mine.txt"]
    assert run("erase", "--all", "--yes").stdout == "There was nothing to erase.\n"


def test_one_talk_leaves_the_pairing_keys() -> None:
    id_ = keep_canary()
    pairing.folder().mkdir(parents=True)
    (pairing.folder() / "people.json").write_text("{}")
    assert run("erase", "--play", id_, "--yes").exit_code == 0
    assert (pairing.folder() / "people.json").exists()
