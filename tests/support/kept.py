"""Talks kept in this test's own journal, and the commands on it."""

import random
from pathlib import Path

from click.testing import CliRunner, Result

from simulator.cli.main import simulator
from simulator.coach.landing import Landing
from simulator.dialogue.conversation import Conversation
from simulator.journal.events import Event, Left, Reflection, TookBack
from simulator.partner.moves import Role
from simulator.practice import unlocking
from simulator.practice.keeping import Keep, Keeping, open_usual
from simulator.practice.places import journal_file
from simulator.practice.sitting import begin
from simulator.scenario.load import load_bytes
from tests.journal.talks import START, moments, replied, setup_of, small, small_text, walk

PASSPHRASE = "a door, a lamp, a bell"


def run(*arguments: str, typed: str | None = None) -> Result:
    """A command as a process of its own would run it: it holds no key yet."""
    unlocking.forget()
    return CliRunner().invoke(simulator, list(arguments), input=typed)


def keep_played(*replies: str, role: Role = Role.PURSUER, name: str = "small") -> str:
    """A talk of these replies; `back N` takes back until N stay, `left` leaves."""
    return keep_events(name, small_text(), role, replies)


def keep_events(name: str, text: str, role: Role, happened: tuple[str, ...]) -> str:
    scenario = load_bytes(text.encode(), name).scenario
    assert scenario is not None
    setup = setup_of(scenario, role)
    talk = Conversation(scenario, setup)
    journal = open_usual()
    play = journal.begin(name, text, setup, START)
    for what, at in zip(happened, moments(), strict=False):
        event: Event
        match what.split():
            case ["left"]:
                event = Left(at)
            case ["back", kept]:
                talk.back_to(int(kept))
                event = TookBack(at, int(kept))
            case _:
                event = replied(talk, what, at)
        journal.add(play, event)
    journal.close()
    return play


def keep_reflected(words: str) -> str:
    """A talk that came to its end, with everything that is noted beside one; these are the words
    for themselves. Its id."""
    scenario = load_bytes(small_text().encode(), "small").scenario
    assert scenario is not None
    keeping = Keeping()
    keep = Keep(keeping, "small", small_text())
    sitting = begin(scenario, Role.PURSUER, seed=4, keep=keep)
    sitting.reflect(Reflection.EXPECTED, number=3)
    for reply, guess in (("stranger", Landing.SAME), ("half_hour", Landing.CLOSER)):
        sitting.hint(1)
        sitting.choose(reply)
        sitting.guess(guess)
    sitting.choose("back")
    sitting.reflect(Reflection.OWN_WORDS, turn=1, words=words)
    sitting.reflect(Reflection.IF_THEN, words=words)
    sitting.reflect(Reflection.LIKELY, number=7)
    assert sitting.kept()
    [play] = keeping.ask(lambda journal: journal.plays()[-1:]).result()
    keeping.close()
    return play.id


def keep_walked(seed: int) -> str:
    """A random talk: replies, some taken back, some leaving, some across the line."""
    draw = random.Random(seed)
    setup = setup_of(small(), draw.choice(small().roles), seed)
    journal = open_usual()
    play = journal.begin("small", small_text(), setup, START)
    for event in walk(Conversation(small(), setup), draw, 10):
        journal.add(play, event)
    journal.close()
    return play


def holding(folder: Path, words: bytes) -> list[Path]:
    """The files anywhere below the folder in which these words are found."""
    return [file for file in folder.rglob("*") if file.is_file() and words in file.read_bytes()]


def encrypt() -> str:
    """Encrypt the journal; its recovery key."""
    result = run("encrypt", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert result.exit_code == 0, result.stderr
    [key] = [line.strip() for line in result.stdout.splitlines() if line.count("-") == 8]
    return key


def keys_file() -> Path:
    return journal_file().with_name("journal.sqlite.keys")
