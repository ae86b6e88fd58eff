"""What moved the meters, in words: every cause has a sentence, and no sentence judges."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import language
from simulator.coach.causes import Reason, explain
from simulator.coach.landing import Landing, landing
from simulator.coach.meters import change, reading
from simulator.coach.people import Forms, forms_of
from simulator.dialogue.conversation import Moment, Offer, Spoken, Turn
from simulator.partner.causes import causes
from simulator.partner.moves import MOVES, PROMISES, Role
from simulator.partner.reply import is_owed
from simulator.partner.stances import Stance, stances_of
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.coaching import guess_words
from simulator.scenario.checks.feedback import FORBIDDEN
from simulator.scenario.model import Person
from tests.support import catalogue

MARIT = Forms("Marit", "she", "her", "her")
_FORBIDDEN = re.compile(r"\b(?:" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)
_SILENT = Spoken(None, "Hm.", None, None, None, asks_time=False)


def turn(
    state: PartnerState, moves: list[str], role: Role, who: str, *, asks: bool = False
) -> Turn:
    temperament = TEMPERAMENTS[who]
    return Turn(
        1,
        "beat",
        "reply",
        Offer("reply", "Words.", None, None),
        tuple((move, ()) for move in moves),
        Moment(None, None, None, (_SILENT._replace(asks_time=asks),)),
        state,
        step(state, moves, role, temperament),
        causes(state, moves, role, temperament),
        "Feedback.",
    )


@st.composite
def turns(draw: st.DrawFn) -> tuple[Turn, Role, str]:
    role = draw(st.sampled_from(list(Role)))
    who = draw(st.sampled_from(list(TEMPERAMENTS)))
    stance = draw(st.sampled_from([s for s in stances_of(role) if s is not Stance.LEFT]))
    hope = None if role is Role.WITHDRAWER else draw(st.integers(0, 10))
    state = PartnerState(
        draw(st.integers(0, 100)),
        draw(st.integers(0, 100)),
        hope,
        stance,
        draw(st.integers(0, 3)),
        draw(st.booleans()),
        draw(st.booleans()),
    )
    plain = [move for move in MOVES if move not in PROMISES]
    moves = draw(st.lists(st.sampled_from(plain), unique=True, max_size=3))
    promise = draw(st.sampled_from([None, "time_out", "returning", "not_returning"]))
    if promise and is_owed([promise], promised=state.promised):
        moves = [promise] if promise == "not_returning" else [*moves, promise]
    return turn(state, moves or ["complaint"], role, who), role, who


@given(turns())
def test_every_cause_has_a_sentence_and_the_points_are_all_there(given_turn: tuple) -> None:
    played, role, who = given_turn
    told = explain(played, MARIT, role, TEMPERAMENTS[who])
    for reason in told.moved:
        assert reason.text.endswith(".")
        assert "{" not in reason.text
        assert "Marit" in reason.text or reason.text[0].isupper()
        assert not _FORBIDDEN.search(reason.text), reason.text
    for meter in ("tension", "connection", "hope"):
        before, after = getattr(played.before, meter), getattr(played.state, meter)
        if before is not None:
            points = sum(r.points or 0 for r in told.moved if r.meter == meter)
            assert points == after - before


@given(turns())
def test_what_is_shown_with_points_adds_up_under_each_meter(given_turn: tuple) -> None:
    played, role, who = given_turn
    told = explain(played, MARIT, role, TEMPERAMENTS[who])
    groups = dict(told.by_meter(points=True))
    assert len(groups) == len(told.by_meter(points=True))
    for meter in ("tension", "connection", "hope"):
        before, after = getattr(played.before, meter), getattr(played.state, meter)
        figures = [reason.signed for reason in groups.get(meter, ())]
        assert sum(int(f.replace("−", "-")) for f in figures if f) == (after or 0) - (before or 0)
        assert not {"+0", "−0", "0"} & set(figures)
    without = told.shown(points=False)
    assert set(without) == {reason for reason in told.moved if not reason.small}


@given(turns())
def test_without_numbers_no_level_is_told(given_turn: tuple) -> None:
    played, role, who = given_turn
    told = explain(played, MARIT, role, TEMPERAMENTS[who])
    for points in (True, False):
        for reason in told.shown(points=points, numbers=False):
            assert not re.search(r"\d", reason.text), reason.text
            assert reason.text.endswith(".")
            assert not _FORBIDDEN.search(reason.text), reason.text
    assert [r.points for r in told.shown(points=True, numbers=False)] == [
        r.points for r in told.moved
    ]


def test_a_level_is_told_where_numbers_are_wanted() -> None:
    played = turn(PartnerState(34, 40, None, Stance.ENGAGED), ["blame"], Role.WITHDRAWER, "even")
    told = explain(played, MARIT, Role.WITHDRAWER, TEMPERAMENTS["even"])
    assert told.shown(points=False)[-1].text == "Tension reached 35: Marit is guarded now."
    bare = told.shown(points=False, numbers=False)
    assert bare[-1].text == "Tension rose that far: Marit is guarded now."


def test_points_have_a_sign_and_nothing_has_none() -> None:
    points = (6, -6, 0, None)
    assert [Reason("tension", "", p, ()).signed for p in points] == ["+6", "−6", "", ""]


@pytest.fixture
def nowhere() -> Iterator[None]:
    language.use(catalogue.Nowhere())
    yield
    language.speak(language.ENGLISH)


@pytest.mark.usefixtures("nowhere")
@given(turns(), st.sampled_from(["she", "ze"]))
def test_every_word_about_a_turn_can_be_translated(given_turn: tuple, subject: str) -> None:
    played, role, who = given_turn
    told = explain(played, Forms("Μαριτ", subject, "αυ", "αυ"), role, TEMPERAMENTS[who])
    texts = [told.took_as, *(r.text + r.unnumbered for r in told.moved)]
    assert not [text for text in texts if re.search(r"[A-Za-z]{2,}", text)]


@given(turns())
def test_what_moves_by_itself_is_no_reason_to_have_guessed_otherwise(given_turn: tuple) -> None:
    played, _role, _who = given_turn
    words = guess_words(Landing.FURTHER, landing(played))
    assert ("apart from what moves by itself" in words) is (landing(played) is Landing.SAME)


def test_took_as_names_what_was_heard_and_what_was_not() -> None:
    guarded = PartnerState(45, 40, None, Stance.WITHDRAWING)
    told = explain(
        turn(guarded, ["criticism", "planning"], Role.WITHDRAWER, "even", asks=True),
        MARIT,
        Role.WITHDRAWER,
        TEMPERAMENTS["even"],
    )
    assert told.took_as == (
        "Marit took it as: about who she is. Making a plan did not reach her yet. "
        "Marit asked for time."
    )


def test_two_things_that_did_not_reach_are_named_together() -> None:
    quiet = PartnerState(45, 40, None, Stance.WITHDRAWING)
    played = turn(quiet, ["planning", "problem_solving"], Role.WITHDRAWER, "even")
    kit = Forms("Kit", "xe", "xem", "xyr")
    told = explain(played, kit, Role.WITHDRAWER, TEMPERAMENTS["even"])
    assert told.took_as == "Making a plan and solving it did not reach xem yet."


def test_the_very_words_that_carried_a_move_come_with_its_reason() -> None:
    played = turn(PartnerState(30, 40, None, Stance.ENGAGED), ["blame"], Role.WITHDRAWER, "even")
    played = played._replace(carried=(("blame", ("you just shrug", "again")),))
    told = explain(played, MARIT, Role.WITHDRAWER, TEMPERAMENTS["even"])
    assert [r.quotes for r in told.moved if r.quotes] == [("you just shrug", "again")]


def test_a_change_has_a_word_and_an_arrow_of_its_size() -> None:
    assert change(30, 30).words == "as before"
    assert (change(30, 33).words, change(30, 33).arrow) == ("a little more", "▲")
    assert (change(30, 26).words, change(30, 26).arrow) == ("less", "▼")
    assert (change(30, 45).words, change(30, 45).arrow) == ("much more", "▲▲")


def test_the_marker_says_when_the_stance_lifts() -> None:
    even = TEMPERAMENTS["even"]
    at = PartnerState(48, 40, None, Stance.WITHDRAWING)
    assert reading(at, Role.WITHDRAWER, even).lifts == "lifts at 40, two good replies"
    nearly = at._replace(streak=1)
    assert reading(nearly, Role.WITHDRAWER, even).lifts == "lifts at 40, one good reply"
    low = at._replace(tension=40)
    assert reading(low, Role.WITHDRAWER, even).lifts == "lifts with two good replies"
    assert reading(at._replace(stance=Stance.ENGAGED), Role.WITHDRAWER, even).lifts is None


def test_giving_up_reads_as_a_loss() -> None:
    even = TEMPERAMENTS["even"]
    gone = reading(PartnerState(15, 20, 1, Stance.GIVING_UP), Role.PURSUER, even)
    assert gone.hollow
    assert gone.hope_words == gone.stance_name == "has stopped asking"
    hopes = [
        reading(PartnerState(30, 40, h, Stance.CALM), Role.PURSUER, even).hope_words
        for h in (2, 3, 4, 5, 10)
    ]
    assert hopes == ["nearly done", "tired", "tired", "still reaching", "still reaching"]
    assert (
        reading(PartnerState(30, 40, None, Stance.ENGAGED), Role.WITHDRAWER, even).hope_words
        is None
    )


def test_pronouns_may_be_forms_of_ones_own() -> None:
    forms = {"subject": "xe", "object": "xem", "possessive": "xyr", "reflexive": "xemself"}
    person = Person.model_validate({"name": "Kit", "pronouns": forms})
    assert forms_of(person) == Forms("Kit", "xe", "xem", "xyr")
    assert forms_of(Person.model_validate({"name": "Kit", "pronouns": "they"})).object == "them"
