"""An aim can be written as a person would, and is said back in plain words."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.coach.aims import SOLUTION, SOLUTIONS, Aim, aim_of, aim_words
from simulator.coach.facts import PRACTISED


@pytest.mark.parametrize(
    ("sentence", "aim"),
    [
        ("reconnect once", Aim("reach", outcome="reconnected")),
        ("Reconnect", Aim("reach", outcome="reconnected")),
        ("to reconnect three times", Aim("reach", 3, outcome="reconnected")),
        ("reach a truce", Aim("reach", outcome="truce")),
        ("part with respect, in 2 talks", Aim("reach", 2, outcome="parted")),
        ("stay below tension 55", Aim("below", tension=55)),
        ("Stay under a tension of 55.", Aim("below", tension=55)),
        ("keep the tension below 55 twice", Aim("below", 2, tension=55)),
        (
            "use validation before a solution",
            Aim("before", move="validation", then=SOLUTION),
        ),
        ("validate before any solutions", Aim("before", move="validation", then=SOLUTION)),
        ("“listening” before making a plan", Aim("before", move="reflecting", then="planning")),
        ("recover after a rupture", Aim("recover")),
        ("come back from a rupture twice", Aim("recover", 2)),
        ("say no and stay", Aim("no_and_stay")),
        ("Say no, and stay in the room", Aim("no_and_stay")),
        ("use validation", Aim("use", move="validation")),
        ("use a plain complaint", Aim("use", move="complaint")),
        ("use saying no", Aim("use", move="declining")),
        ("use I-statements", Aim("use", move="i_statement")),
        ("offering_time", Aim("use", move="offering_time")),
    ],
)
def test_a_sentence_is_read_as_a_person_means_it(sentence: str, aim: Aim) -> None:
    assert aim_of(sentence) == aim


def aims() -> st.SearchStrategy[Aim]:
    times = st.integers(1, 100)
    move = st.sampled_from(PRACTISED)
    before = st.tuples(times, move, st.sampled_from([*PRACTISED, SOLUTION])).filter(
        lambda a: a[1] != a[2] and not (a[2] == SOLUTION and a[1] in SOLUTIONS)
    )
    outcomes = st.sampled_from(["reconnected", "truce", "paused", "parted"])
    return st.one_of(
        st.tuples(times, outcomes).map(lambda a: Aim("reach", a[0], outcome=a[1])),
        st.tuples(times, st.integers(1, 100)).map(lambda a: Aim("below", a[0], tension=a[1])),
        st.tuples(st.sampled_from(["recover", "no_and_stay"]), times).map(lambda a: Aim(*a)),
        st.tuples(times, move).map(lambda a: Aim("use", a[0], move=a[1])),
        before.map(lambda a: Aim("before", a[0], move=a[1], then=a[2])),
    )


@given(aims())
def test_what_is_said_back_means_the_same(aim: Aim) -> None:
    assert aim_of(aim_words(aim)) == aim
    assert aim_of(aim._asdict()) == aim


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("be kind", "cannot be read as an aim"),
        ("", "cannot be read as an aim"),
        ("use valdiation", "did you mean “validation”?"),
        ("use blame", "is not practised as an aim"),
        ("stay below tension 0", "from 1 to 100"),
        ("stay below tension 5555", "from 1 to 100"),
        ("reconnect 0 times", "from 1 to 100"),
        ("use validation before validation", "before itself"),
        ("use request before a solution", "a solution itself"),
        ("x" * 300, "one short sentence"),
        ({}, "the aim needs `kind`"),
        ({"kind": "reach"}, "the aim needs `outcome`"),
        ({"kind": "reach", "outcome": "stuck"}, "possible are: reconnected, truce"),
        ({"kind": "reach", "outcome": "truce", "tension": 5}, "has no place in an aim"),
        ({"kind": "below", "tension": True}, "a whole number from 1 to 100"),
        ({"kind": "use", "move": "validation", "tims": 2}, "did you mean `times`?"),
        ({"kind": "uses"}, "did you mean “use”?"),
        (7, "an aim is a sentence or a mapping"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_is_possible(wanted: object, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        aim_of(wanted)  # type: ignore[arg-type]


@given(st.text(max_size=80))
def test_any_text_is_an_aim_or_is_refused_in_words(text: str) -> None:
    with suppress(ValueError):
        assert aim_words(aim_of(text))
