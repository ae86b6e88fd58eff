"""The order of a turn, each clause by what a player would see."""

import pytest

from simulator.dialogue.conversation import NotOfferedError, UndoError
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.practice.sitting import Sitting
from tests.support.stories import ending, line, reply, sitting, story

P, W = Role.PURSUER, Role.WITHDRAWER


def said(talk: Sitting) -> list[str | None]:
    return [spoken.says for spoken in talk.turns[-1].moment.lines]


def ids(talk: Sitting) -> set[str]:
    return {offer.id for offer in talk.offered}


def two_beats(**replies: dict) -> dict:
    """A first beat with these replies, and a second that leads to an ending."""
    return {
        "one": {"lines": line("First."), "replies": replies},
        "two": {"lines": line("Second."), "replies": {"end": reply("good", "engaging")}},
    }


def test_only_replies_whose_condition_holds_are_offered() -> None:
    beats = two_beats(
        plain=reply("two", "engaging"),
        tense=reply("two", "blame", when={"tension": {"at_least": 60}}),
        easy=reply("two", "blame", when={"tension": {"at_most": 60}}),
    )
    assert ids(sitting(story(P, beats), P)) == {"plain", "easy"}


def test_a_reply_used_once_is_not_offered_again() -> None:
    beats = two_beats(again=reply("one", "engaging"), once=reply("one", "engaging", once=True))
    talk = sitting(story(P, beats), P)
    talk.choose("once")
    assert ids(talk) == {"again"}
    talk.undo()
    assert ids(talk) == {"again", "once"}


def test_a_return_is_offered_only_while_one_is_owed() -> None:
    beats = two_beats(
        pause=reply("one", "time_out"),
        back=reply("one", "returning"),
        late=reply("one", "not_returning"),
    )
    talk = sitting(story(P, beats), P)
    assert ids(talk) == {"pause"}
    talk.choose("pause")
    assert ids(talk) == {"pause", "back", "late"}
    talk.choose("back")
    assert ids(talk) == {"pause"}


def test_a_reply_is_remembered_before_its_routes_are_read() -> None:
    route = [{"when": {"remembers": ["said"]}, "go": "two"}, {"go": "flat"}]
    talk = sitting(story(P, two_beats(a=reply(route, "engaging", remember=["said"]))), P)
    talk.choose("a")
    assert said(talk) == ["Second."]


def test_what_is_forgotten_no_longer_counts() -> None:
    beats = two_beats(
        tell=reply("one", "engaging", remember=["told"]),
        untell=reply("one", "engaging", forget=["told"]),
        go=reply([{"when": {"remembers": ["told"]}, "go": "two"}, {"go": "flat"}], "engaging"),
    )
    talk = sitting(story(P, beats), P)
    for chosen in ("tell", "untell", "go"):
        talk.choose(chosen)
    assert talk.ending is not None
    assert talk.ending.id == "flat"


def test_routes_are_read_after_the_step_and_in_order() -> None:
    route = [
        {"when": {"stance": ["guarded"]}, "go": "two"},
        {"when": {"tension": {"at_least": 0}}, "go": "flat"},
        {"go": "good"},
    ]
    talk = sitting(story(P, two_beats(a=reply(route, "blame"), b=reply(route, "complaint"))), P)
    talk.choose("a")
    assert said(talk) == ["Second."]
    talk.undo()
    talk.choose("b")
    assert talk.ending is not None
    assert talk.ending.id == "flat"


def test_a_beats_target_serves_replies_without_one() -> None:
    beats = two_beats(a={"say": "Hm.", "moves": ["engaging"], "feedback": "So."})
    beats["one"]["to"] = "two"
    talk = sitting(story(P, beats), P)
    talk.choose("a")
    assert said(talk) == ["Second."]


def test_a_stance_that_was_entered_interrupts_over_any_route() -> None:
    beats = two_beats(
        hard=reply("two", "contempt", answer=line("An answer.")), soft=reply("two", "engaging")
    )
    talk = sitting(story(P, beats, interrupts={"left": "gone", "guarded": "flat"}), P)
    talk.choose("hard")
    assert talk.ending is not None
    assert talk.ending.id == "flat"
    assert said(talk) == ["And so it ends."], "no answer is spoken on an interrupt"


def test_a_stance_that_only_lasts_does_not_interrupt() -> None:
    beats = two_beats(hard=reply("two", "complaint"))
    chair = {"partner": {"tension": 40}, "interrupts": {"left": "gone", "guarded": "flat"}}
    talk = sitting(story(P, beats, **chair), P)
    talk.choose("hard")
    assert said(talk) == ["Second."]


def test_the_partner_who_leaves_ends_the_talk() -> None:
    beats = two_beats(hard=reply("one", "contempt", "demand"))
    talk = sitting(story(P, beats, partner={"tension": 90}), P)
    talk.choose("hard")
    assert talk.outcome is Outcome.WITHDRAWN
    assert talk.offered == ()


def test_an_ending_gives_way_to_what_may_be_said() -> None:
    endings = {
        "close": ending("reconnected", "calm"),
        "calm": ending("truce", "flat"),
        "flat": ending("stuck"),
        "gone": ending("withdrawn"),
    }
    beats = two_beats(warm=reply("close", "warmth"), sharp=reply("close", "blame"))
    beats["two"]["replies"]["end"] = reply("flat", "engaging")
    talk = sitting(story(P, beats, endings), P)
    talk.choose("warm")
    assert talk.outcome is Outcome.TRUCE
    talk.undo()
    talk.choose("sharp")
    assert talk.outcome is Outcome.STUCK


def test_what_was_earned_is_called_so() -> None:
    endings = {
        "close": ending("reconnected", "flat"),
        "flat": ending("stuck"),
        "gone": ending("withdrawn"),
    }
    beats = {
        "one": {
            "lines": line(),
            "replies": {
                "on": reply("one", "validation", "i_statement"),
                "end": reply("close", "warmth"),
            },
        }
    }
    talk = sitting(story(P, beats, endings, best="reconnected"), P)
    for _ in range(4):
        talk.choose("on")
    talk.choose("end")
    assert talk.outcome is Outcome.RECONNECTED
    assert talk.state.connection >= 40 + 15


def test_a_pause_is_one_only_on_an_open_promise() -> None:
    endings = {
        "pause": ending("paused", "flat"),
        "flat": ending("stuck"),
        "gone": ending("withdrawn"),
    }
    beats = two_beats(out=reply("pause", "time_out"), no=reply("pause", "complaint"))
    beats["two"]["replies"]["end"] = reply("flat", "engaging")
    talk = sitting(story(P, beats, endings, best="paused"), P)
    talk.choose("out")
    assert talk.outcome is Outcome.PAUSED
    talk.undo()
    talk.choose("no")
    assert talk.outcome is Outcome.STUCK


def test_the_answer_is_for_the_stance_the_reply_led_to_and_has_no_fallback() -> None:
    answer = {"guarded": line("Ouch.")}
    beats = two_beats(
        hard=reply("two", "blame", answer=answer), soft=reply("two", "engaging", answer=answer)
    )
    talk = sitting(story(P, beats), P)
    talk.choose("hard")
    assert said(talk) == ["Ouch.", "Second."]
    talk.undo()
    talk.choose("soft")
    assert said(talk) == ["Second."]


def test_an_answer_may_stand_in_the_next_lines_place() -> None:
    again = [line("Again.", when={"again": True}), line("First.")]
    beats = {
        "one": {
            "lines": line("Start."),
            "replies": {"a": reply("two", "engaging", answer=line("Only this.", instead=True))},
        },
        "two": {
            "lines": again,
            "replies": {"loop": reply("two", "engaging"), "end": reply("good", "engaging")},
        },
    }
    talk = sitting(story(P, beats), P)
    talk.choose("a")
    assert said(talk) == ["Only this."]
    talk.choose("loop")
    assert said(talk) == ["First."], "a beat whose line was not spoken does not count as visited"
    talk.choose("loop")
    assert said(talk) == ["Again."]


def test_both_lines_are_chosen_before_either_remembers() -> None:
    heard = [line("Heard.", when={"remembers": ["cost"]}), line("Not yet.")]
    beats = {
        "one": {
            "lines": line("Start."),
            "replies": {"a": reply("two", "engaging", answer=line("The cost.", remember=["cost"]))},
        },
        "two": {
            "lines": heard,
            "replies": {"loop": reply("two", "engaging"), "e": reply("good", "engaging")},
        },
    }
    talk = sitting(story(P, beats), P)
    talk.choose("a")
    assert said(talk) == ["The cost.", "Not yet."]
    talk.choose("loop")
    assert said(talk) == ["Heard."]


@pytest.mark.parametrize("asks", ["answer", "line"])
def test_time_was_asked_for_if_any_line_asks(asks: str) -> None:
    beats = two_beats(a=reply("two", "engaging", answer=line("A.", asks_time=asks == "answer")))
    beats["two"]["lines"] = line("B.", asks_time=asks == "line")
    talk = sitting(story(P, beats), P)
    talk.choose("a")
    assert talk.state.asked_time
    talk.choose("end")
    assert not talk.state.asked_time


def test_the_opening_line_may_ask_for_time() -> None:
    beats = two_beats(a=reply("two", "engaging"))
    beats["one"]["lines"] = line("Not now.", asks_time=True, remember=["tired"])
    beats["two"]["lines"] = [line("Tired.", when={"remembers": ["tired"]}), line("Awake.")]
    talk = sitting(story(P, beats), P)
    assert talk.state.asked_time
    assert [c.cause for c in talk.choose("a").turn.causes if c.move] == ["not_landed_time_asked"]
    assert said(talk) == ["Tired."]


def test_lines_are_borrowed_from_milder_then_from_worse() -> None:
    beats = two_beats(a=reply("two", "blame"), b=reply("two", "engaging"))
    beats["two"]["lines"] = {"engaged": line("Mild."), "shut_down": line("Worst.")}
    talk = sitting(story(P, beats), P)
    talk.choose("a")
    assert said(talk) == ["Mild."], "guarded borrows from engaged"
    only_worse = two_beats(a=reply("two", "blame"), b=reply("two", "engaging"))
    only_worse["two"]["lines"] = {"withdrawing": line("Worse."), "shut_down": line("Worst.")}
    talk = sitting(story(P, only_worse), P)
    talk.choose("a")
    assert said(talk) == ["Worse."], "with nothing milder, the nearest worse"


def test_who_gives_up_borrows_from_the_calm_alone() -> None:
    beats = two_beats(a=reply("two", "silence"))
    beats["two"]["lines"] = {"calm": line("Fine."), "escalating": line("Well?!")}
    talk = sitting(story(W, beats, partner={"hope": 2, "tension": 60}), W)
    talk.choose("a")
    assert talk.state.stance == "giving_up"
    assert said(talk) == ["Fine."]


def test_a_borrowed_line_brings_what_it_asks_and_remembers() -> None:
    beats = two_beats(a=reply("two", "blame"))
    beats["two"]["lines"] = {"engaged": line("Later?", asks_time=True, remember=["f"])}
    beats["two"]["replies"]["end"] = reply(
        [{"when": {"remembers": ["f"]}, "go": "flat"}, {"go": "good"}], "respecting_space"
    )
    talk = sitting(story(P, beats), P)
    talk.choose("a")
    assert talk.state.asked_time
    talk.choose("end")
    assert talk.ending is not None
    assert talk.ending.id == "flat"


def crossing() -> Sitting:
    crossed = {"does": "You stand in the doorway.", "crosses_line": True}
    return sitting(story(P, two_beats(a=reply("one", "blame"), stop=crossed)), P)


def test_a_crossed_line_stops_the_play_and_nothing_else_happens() -> None:
    talk = crossing()
    talk.choose("a")
    before = talk.state
    came = talk.choose("stop")
    assert talk.stopped
    assert talk.outcome is Outcome.STOPPED
    assert talk.ending is None
    assert talk.state == before
    assert came.turn.moment.lines == ()
    assert came.turn.causes == ()
    assert came.explanation.moved == ()
    assert talk.offered == ()


def test_a_crossed_line_is_not_taken_back() -> None:
    talk = crossing()
    talk.choose("a")
    talk.choose("stop")
    with pytest.raises(UndoError):
        talk.undo()
    with pytest.raises(UndoError):
        talk.back_to(0)


def test_a_reply_that_is_not_offered_names_those_that_are() -> None:
    talk = sitting(story(P, two_beats(a=reply("two", "engaging"), b=reply("two", "blame"))), P)
    with pytest.raises(NotOfferedError) as caught:
        talk.choose("c")
    assert set(caught.value.offered) == {"a", "b"}
    assert "“c”" in str(caught.value)
    assert talk.turns == ()


def test_undo_returns_to_the_very_state() -> None:
    talk = sitting(story(P, two_beats(a=reply("one", "blame"), b=reply("two", "warmth"))), P)
    states = [talk.state]
    for chosen in ("a", "a", "b"):
        talk.choose(chosen)
        states.append(talk.state)
    assert talk.curve == tuple(states)
    talk.undo(2)
    assert talk.state == states[1]
    assert [turn.reply for turn in talk.turns] == ["a"]
    with pytest.raises(UndoError):
        talk.undo(2)
    talk.back_to(0)
    assert talk.state == states[0]
    with pytest.raises(UndoError):
        talk.undo()


def test_a_scene_is_told_where_the_talk_moves_and_not_where_it_stays() -> None:
    beats = two_beats(stay=reply("one", "engaging"), go=reply("two", "engaging"))
    beats["one"] |= {"scene": "A kitchen.", "later": "2 hours"}
    beats["two"]["scene"] = "A hall."
    talk = sitting(story(P, beats), P)
    assert talk.opening.scene == "A kitchen."
    stayed = talk.choose("stay").turn.moment
    assert (stayed.scene, stayed.later) == (None, None)
    assert talk.choose("go").turn.moment.scene == "A hall."


def test_an_answer_comes_before_time_passes() -> None:
    beats = two_beats(out=reply("two", "time_out", answer=line("Go.")), on=reply("two", "engaging"))
    beats["two"]["later"] = "30 minutes"
    talk = sitting(story(P, beats), P)
    moment = talk.choose("out").turn.moment
    assert (moment.later, moment.answers) == ("30 minutes", 1)
    talk.undo()
    assert talk.choose("on").turn.moment.answers == 0
