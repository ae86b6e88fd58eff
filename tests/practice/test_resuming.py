"""Talks that were broken off: which are offered, and how each can go on."""

import shutil
from pathlib import Path

import pytest

from simulator.journal.errors import FullError
from simulator.journal.events import Play
from simulator.partner.moves import Role
from simulator.practice import resuming
from simulator.practice.keeping import Keep
from simulator.practice.opening import open_scenario
from simulator.practice.resuming import Edited, NothingToResumeError, Ready, Shown
from simulator.practice.sitting import Sitting, begin
from tests.support.journal import MemoryJournal, keeping_in

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
HARSH = 'moves: {criticism: You never think., contempt: "the whole street?"}'


class Shelf:
    """A library with one scenario, and a journal."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.journal = MemoryJournal()
        self.keeping = keeping_in(self.journal)

    def talk(self, *replies: str, role: Role = Role.PURSUER) -> Sitting:
        opened = open_scenario(self.file)
        assert opened.scenario, opened.diagnostics
        keep = Keep(self.keeping, self.file.stem, opened.text)
        sitting = begin(opened.scenario, role, seed=4, keep=keep)
        for reply in replies:
            sitting.choose(reply)
        return sitting

    def offered(self) -> tuple[resuming.Unfinished, ...]:
        return self.keeping.ask(resuming.unfinished).result()

    def take_up(self, id_: str | None = None) -> resuming.TakenUp:
        play, text = self.keeping.ask(lambda journal: resuming.wanted(journal, id_)).result()
        return resuming.take_up(play, text, self.keeping)

    def write(self, old: str, new: str) -> None:
        words = self.file.read_text("utf-8")
        assert old in words
        self.file.write_text(words.replace(old, new), "utf-8")

    def plays(self) -> list[Play]:
        self.keeping.ask(lambda _: None).result()
        return list(self.journal.kept.values())

    def alter(self, **changes: object) -> None:
        """Keep the one play as another program would have."""
        [play] = self.plays()
        self.journal.kept[play.id] = play._replace(**changes)


@pytest.fixture
def shelf(tmp_path, monkeypatch, home):
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(tmp_path / "own"))
    (tmp_path / "own").mkdir()
    shelf = Shelf(Path(shutil.copy(SMALL, tmp_path / "own" / "small.yaml")))
    yield shelf
    shelf.keeping.close()


def test_unfinished_talks_are_offered_with_title_chair_how_far_and_when(shelf):
    shelf.talk("stranger", "always").undo()
    [one] = shelf.offered()
    assert one.title == "The spare key"
    assert one.facts == ("you are Ada, reaching out", "1 reply so far", "just now")
    assert not one.is_intimate


def test_the_latest_comes_first_and_of_each_chair_only_the_latest(shelf):
    old = shelf.talk("stranger")
    shelf.talk("nothing", role=Role.WITHDRAWER)
    shelf.talk("always")
    assert [one.chair[:11] for one in shelf.offered()] == [
        "you are Ada",
        "you are Ben",
    ]
    old.choose("stranger")
    latest = shelf.offered()[0]
    assert latest.turns == 2
    assert len(shelf.offered()) == 2


def test_what_is_over_is_not_offered(shelf):
    shelf.talk("half_hour", "back")
    shelf.talk("in_the_way")
    assert shelf.offered() == ()
    with pytest.raises(NothingToResumeError, match="no unfinished talk"):
        shelf.take_up()
    for play in shelf.plays():
        with pytest.raises(NothingToResumeError, match="is over"):
            shelf.take_up(play.id)


def test_what_is_not_there_is_said(shelf):
    with pytest.raises(NothingToResumeError, match="no play begins with “nowhere”"):
        shelf.take_up("nowhere")
    with pytest.raises(NothingToResumeError, match="no talk is kept yet"):
        resuming.wanted(None)


def test_a_talk_goes_on_at_the_same_line_in_the_same_play(shelf):
    before = shelf.talk("stranger", "always")
    taken = shelf.take_up()
    assert isinstance(taken, Ready)
    assert taken.note is None
    assert taken.sitting.turns == before.turns
    assert taken.sitting.offered == before.offered
    taken.sitting.choose("half_hour")
    taken.sitting.undo(2)
    [play] = shelf.plays()
    assert play.replies == ("stranger",)
    assert play.undone == 2


def test_after_all_was_taken_back_it_goes_on_from_the_first_line(shelf):
    shelf.talk("stranger").undo()
    assert "at the start" in shelf.offered()[0].facts
    taken = shelf.take_up()
    assert isinstance(taken, Ready)
    assert taken.sitting.turns == ()


def test_comments_in_the_file_change_nothing(shelf):
    shelf.talk("stranger")
    shelf.write("format: 1", "# a remark\nformat: 1")
    assert isinstance(shelf.take_up(), Ready)


def test_a_file_that_is_gone_keeps_no_talk_from_going_on(shelf):
    shelf.talk("stranger")
    shelf.file.unlink()
    taken = shelf.take_up()
    assert isinstance(taken, Ready)
    assert taken.note is None
    assert taken.sitting.title == "The spare key"


def test_a_file_with_errors_is_told_of_and_the_talk_goes_on_as_it_was(shelf):
    shelf.talk("stranger")
    shelf.write("opens: door", "opens: nowhere")
    taken = shelf.take_up()
    assert isinstance(taken, Ready)
    assert "has errors now" in taken.note


def test_a_chair_that_is_gone_is_told_of(shelf):
    shelf.talk("stranger")
    words = shelf.file.read_text("utf-8")
    before, _, rest = words.partition("\npursuer:")
    shelf.file.write_text(f"{before}\nwithdrawer:{rest.partition('withdrawer:')[2]}", "utf-8")
    taken = shelf.take_up()
    assert isinstance(taken, Ready)
    assert "your chair is no longer in it" in taken.note


def test_an_edited_scenario_can_be_gone_on_with_as_it_was(shelf):
    before = shelf.talk("stranger", "always")
    shelf.write("That was Noor.", "That was my sister.")
    taken = shelf.take_up()
    assert isinstance(taken, Edited)
    what, as_it_was, _ = taken.words
    assert "changed since you began" in what
    assert "after 2 replies" in as_it_was
    taken.before.choose("half_hour")
    assert taken.before.turns[0].moment == before.turns[0].moment
    [play] = shelf.plays()
    assert len(play.turns) == 3


@pytest.mark.parametrize(
    ("change", "replies", "words"),
    [
        (("That was Noor.", "That was my sister."), ("stranger", "always"), "All your replies"),
        (("        always:", "        ever:"), ("stranger",), "Of your 2 replies the first still"),
        ((HARSH, "moves: {complaint: You never think.}"), ("stranger",), "the first still holds"),
        (("connection: 40", "connection: 30"), (), "None of your replies"),
        (("tension: [50, 54]", "tension: 70"), (), "None of your replies"),
    ],
)
def test_the_part_that_still_holds_can_be_given_again_in_a_play_of_its_own(
    shelf, change, replies, words
):
    shelf.talk("stranger", "always")
    shelf.write(*change)
    taken = shelf.take_up()
    assert isinstance(taken, Edited)
    assert words in taken.words[2]
    anew = taken.anew()
    assert tuple(turn.reply for turn in anew.turns) == replies
    anew.choose("stranger")
    old, new = shelf.plays()
    assert old.replies == ("stranger", "always")
    assert new.replies == (*replies, "stranger")
    assert new.setup.scenario != old.setup.scenario
    assert shelf.journal.texts[new.setup.scenario] == shelf.file.read_text("utf-8")


def test_under_another_rule_a_talk_is_shown_from_its_stored_states(shelf):
    talk = shelf.talk("stranger", "always")
    shelf.alter(setup=talk.setup._replace(rule="0" * 64))
    taken = shelf.take_up()
    assert isinstance(taken, Shown)
    words = "\n".join(taken.page.parts)
    assert "another version" in words
    assert "cannot go on" in words
    assert "You were Ada, reaching out." in words
    assert "You: “There was a stranger in the hall, and nobody had told me.”" in words
    after = talk.turns[-1].state
    assert f"tension {after.tension}, connection {after.connection}." in words


def test_a_talk_that_comes_out_otherwise_is_shown_and_not_continued(shelf):
    shelf.talk("stranger", "always")
    [play] = shelf.plays()
    event = play.events[1]
    other = event._replace(after=event.after._replace(tension=11))
    shelf.alter(events=(play.events[0], other))
    taken = shelf.take_up()
    assert isinstance(taken, Shown)
    assert "come out otherwise" in taken.page.parts[0]
    assert "tension 11" in taken.page.parts[-2]


def test_a_text_that_cannot_be_read_any_more_is_shown_by_its_ids(shelf):
    talk = shelf.talk("stranger")
    shelf.journal.texts[talk.setup.scenario] = "format: 9"
    assert shelf.offered() == ()
    [play] = shelf.plays()
    taken = shelf.take_up(play.id)
    assert isinstance(taken, Shown)
    assert taken.page.title == "small"
    assert "You gave the reply “stranger”." in "\n".join(taken.page.parts)


def test_what_is_resumed_and_cannot_be_kept_goes_on_in_memory(shelf):
    shelf.talk("stranger")
    taken = shelf.take_up()
    shelf.journal.fails = FullError("the disk is full")
    taken.sitting.choose("always")
    assert "The disk is full." in taken.sitting.keeper.news
    assert len(taken.sitting.turns) == 2
