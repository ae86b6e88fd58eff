"""One journal, two programs: nothing is mixed up, and nothing that was erased comes back."""

from pathlib import Path

import pytest

from simulator.coach.landing import Landing
from simulator.journal.events import Reflection
from simulator.journal.journal import Journal, open_journal
from simulator.partner.moves import Role
from simulator.practice.keeping import Keep, Keeping
from simulator.practice.opening import open_scenario
from simulator.practice.resuming import Ready, take_up, wanted
from simulator.practice.sitting import Sitting, begin

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"


class Window:
    """A program that has the journal open."""

    def __init__(self, url: str) -> None:
        self.keeping = Keeping(lambda: open_journal(url, wait=5.0))

    def ask(self, work):
        return self.keeping.ask(work).result()

    def talk(self) -> Sitting:
        opened = open_scenario(SMALL)
        assert opened.scenario
        keep = Keep(self.keeping, "small", opened.text)
        return begin(opened.scenario, Role.PURSUER, seed=4, keep=keep)

    def resumed(self) -> Sitting:
        play, text = self.ask(wanted)
        taken = take_up(play, text, self.keeping)
        assert isinstance(taken, Ready)
        return taken.sitting

    def plays(self):
        return self.ask(Journal.plays)


@pytest.fixture
def windows(tmp_path: Path):
    url = f"sqlite:///{(tmp_path / 'journal.sqlite').as_posix()}"
    both = Window(url), Window(url)
    yield both
    for window in both:
        window.keeping.close()


def test_a_talk_taken_up_twice_is_kept_once(windows):
    here, there = windows
    here.talk().choose("stranger")
    mine, theirs = here.resumed(), there.resumed()
    mine.choose("always")
    theirs.choose("stranger")
    [play] = here.plays()
    assert play.replies == ("stranger", "always")
    assert theirs.keeper
    assert theirs.keeper.trouble
    assert len(theirs.turns) == 2


@pytest.mark.parametrize("resumed", [False, True])
def test_what_was_erased_stays_erased(windows, resumed):
    here, there = windows
    talk = here.talk()
    talk.choose("stranger")
    if resumed:
        talk = here.resumed()
    there.ask(lambda journal: journal.erase([play.id for play in journal.plays()]))
    for reply in ("always", "stranger"):
        talk.choose(reply)
    assert there.plays() == ()
    assert talk.keeper
    assert talk.keeper.trouble


def test_what_was_gone_on_with_elsewhere_meanwhile_is_not_taken_for_ones_own(windows):
    here, there = windows
    talk = here.talk()
    talk.choose("stranger")
    there.resumed().choose("always")
    talk.choose("stranger")
    talk.choose("always")
    [play] = there.plays()
    assert play.replies == ("stranger", "always")
    assert talk.keeper
    assert talk.keeper.trouble


def finished(window: Window) -> Sitting:
    talk = window.talk()
    talk.choose("half_hour")
    talk.choose("back")
    assert talk.finished
    return talk


def test_words_about_a_talk_that_is_over_are_kept_from_both(windows):
    here, there = windows
    talk = finished(here)
    [play] = there.plays()
    other = Keep(there.keeping, "small", "its text").go_on(play)
    for number in (3, 7):
        other.reflected(Reflection.CONNECTED, number=number)
        talk.keeper.reflected(Reflection.STEADY, number=number)
        assert (other.settle(), talk.keeper.settle()) == (True, True)
    other.reflected(Reflection.NOW, words="Calmer.")
    other.settle()
    [play] = here.plays()
    assert [event.number for event in play.events[2:]] == [3, 3, 7, 7, None]
    assert (talk.keeper.trouble, other.trouble) == (None, None)


def test_what_is_noted_in_a_talk_that_goes_on_elsewhere_is_not_mixed_in(windows):
    here, there = windows
    talk = here.talk()
    talk.choose("stranger")
    there.resumed().choose("always")
    talk.keeper.reflected(Reflection.OWN_WORDS, 1, "Mine.")
    talk.keeper.settle()
    [play] = there.plays()
    assert play.reflections == ()
    assert talk.keeper.trouble


def test_words_about_a_talk_that_was_erased_do_not_bring_it_back(windows):
    here, there = windows
    talk = finished(here)
    there.ask(lambda journal: journal.erase([play.id for play in journal.plays()]))
    for _ in range(2):
        talk.keeper.reflected(Reflection.NOW, words="Calmer.")
        talk.keeper.settle()
    assert there.plays() == ()
    assert talk.keeper.trouble


def test_a_talk_that_is_gone_on_with_has_what_was_noted_in_it(windows):
    here, there = windows
    talk = here.talk()
    talk.choose("stranger")
    talk.guess(Landing.SAME)
    talk.choose("stranger")
    talk.guess(Landing.CLOSER)
    talk.undo()
    talk.reflect(Reflection.OWN_WORDS, turn=1, words="I missed you.")
    assert talk.kept()
    resumed = there.resumed()
    assert resumed.guesses == {1: Landing.SAME}
    assert [event.words for event in resumed.reflections.values()] == ["I missed you."]
    resumed.choose("always")
    resumed.guess(Landing.FURTHER)
    assert resumed.kept()
    [play] = here.plays()
    assert [event.turn for event in play.guesses] == [1, 2, 2]
    assert play.replies == ("stranger", "always")
