"""What is still possible, worked out beside a talk."""

import threading

import pytest

from simulator.analysis import study as of_study
from simulator.partner.moves import Role
from simulator.practice import outlooks
from simulator.practice.debriefing import debrief
from simulator.practice.sitting import begin
from tests.journal.talks import small
from tests.support.stories import line, reply, sitting, story

WAIT = 60


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch):
    monkeypatch.setattr(outlooks, "_known", type(outlooks._known)())


def test_nothing_is_begun_before_it_is_asked_for(monkeypatch):
    begun = []
    monkeypatch.setattr(threading.Thread, "start", lambda self: begun.append(self.name))
    talk = begin(small(), Role.PURSUER, seed=1)
    talk.choose("stranger")
    assert not talk.outlooks.ready
    assert talk.outlooks.trouble is None
    assert talk.outlooks.at(0) is None
    assert "outlook" not in begun
    talk.outlooks.begin()
    talk.outlooks.begin()
    assert begun.count("outlook") == 1


def test_replies_stand_as_they_are_shown_and_follow_what_is_given_and_taken_back():
    talk = begin(small(), Role.PURSUER, seed=1)
    talk.outlooks.begin()
    assert talk.outlooks.wait(WAIT)
    shown = [offer.id for offer in talk.offered]
    start = talk.outlooks.at(0)
    assert start is not None
    assert [one.reply for one in start.replies] == shown
    with pytest.raises(LookupError):
        talk.outlooks.at(1)
    talk.choose("stranger")
    after = talk.outlooks.at(1)
    assert after is not None
    assert after.now.random == next(o.random for o in start.replies if o.reply == "stranger")
    talk.undo()
    assert talk.outlooks.at(0) == start


def test_sittings_at_the_same_text_share_the_work():
    first = begin(small(), Role.PURSUER, seed=1, tension=50)
    first.outlooks.begin()
    assert first.outlooks.wait(WAIT)
    second = begin(small(), Role.PURSUER, seed=2, tension=50)
    assert second.outlooks.ready
    assert not begin(small(), Role.WITHDRAWER, seed=1).outlooks.ready


def test_a_talk_too_large_to_follow_says_so_and_can_be_looked_back_on(monkeypatch):
    monkeypatch.setattr(outlooks, "MOST_STATES", 0)
    talk = begin(small(), Role.PURSUER, seed=1)
    talk.choose("stranger")
    talk.outlooks.begin()
    assert talk.outlooks.wait(WAIT)
    assert talk.outlooks.at(1) is None
    assert "cannot be worked out" in (talk.outlooks.trouble or "")
    assert talk.hint(3).text == talk.outlooks.trouble
    found = debrief(talk)
    assert found.turns[0].possible == talk.outlooks.trouble
    assert not found.worked_out


def test_a_role_that_remembers_too_much_says_so():
    flags = [f"f{number}" for number in range(60)]
    beats = {
        "one": {
            "lines": line(),
            "replies": {
                **{
                    f"r{f}": reply("one", "warmth", remember=[f], when={"not_remembers": [f]})
                    for f in flags
                },
                "on": reply("good", "warmth"),
            },
        }
    }
    talk = sitting(story(Role.PURSUER, beats), Role.PURSUER)
    talk.outlooks.begin()
    assert talk.outlooks.wait(WAIT)
    assert "more ways than" in (talk.outlooks.trouble or "")


def test_a_worker_that_breaks_leaves_the_talk_alone(monkeypatch, home):
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(of_study, "study", breaks)
    talk = begin(small(), Role.PURSUER, seed=1)
    talk.outlooks.begin()
    assert talk.outlooks.wait(WAIT)
    assert "something in the program broke" in (talk.outlooks.trouble or "")
    assert not [f for f in home.rglob("*") if f.is_file() and b"secret" in f.read_bytes()]
    talk.choose("stranger")


def test_a_talk_that_can_only_go_round_has_nothing_to_come_to():
    beats = {
        "one": {
            "lines": line(),
            "replies": {"in": reply("round", "warmth"), "on": reply("good", "warmth")},
        },
        "round": {"lines": line(), "replies": {"more": reply("round", "warmth")}},
    }
    talk = sitting(story(Role.PURSUER, beats), Role.PURSUER)
    talk.choose("in")
    talk.outlooks.begin()
    assert talk.outlooks.wait(WAIT)
    assert talk.outlooks.at(1) is None
    assert talk.outlooks.at(0) is not None
    assert debrief(talk).turning_point is None
