"""The reply that leaves most possible: one that lands where there is a choice, and said so where not."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.coach.hints import Hint, Now
from simulator.coach.landing import Landing, landing
from simulator.coach.outlook import Outlook, Prospect, ReplyProspect
from simulator.coach.people import forms_of
from simulator.coach.possible import share
from simulator.coach.reaching import not_landed
from simulator.coach.retracing import retraced
from simulator.coach.which import which
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.sitting import Sitting, begin
from tests.coach.words import verdicts
from tests.support.stories import line, reply, sitting, story
from tests.support.talks import calm, shipped

KIND, PLAIN, EARLY, SHARP = "kind", "plain", "early", "sharp"
MOVES = {KIND: "validation", PLAIN: "declining", EARLY: "planning", SHARP: "criticism"}
RANK = (KIND, PLAIN, EARLY, SHARP)
"""as they would be preferred with a partner who has gone quiet, all else being equal"""


def small() -> Sitting:
    """A talk with one who has gone quiet, and a reply of each kind."""
    replies = {id_: reply("good", move, say=f"This is {id_}.") for id_, move in MOVES.items()}
    partner = {"temperament": "even", "tension": [60, 60], "connection": 40}
    beats = {"one": {"lines": line(), "replies": replies}}
    return sitting(story(Role.PURSUER, beats, partner=partner), Role.PURSUER)


def hinted(
    worth: dict[str, float], *, rather: frozenset[str] = frozenset(), exchanges: int | None = 4
) -> Hint:
    """The hint where the replies are worth so much."""
    talk = small()
    [then] = retraced(talk.scenario, talk.setup, ())
    now = Now(then, forms_of(talk.partner), talk.partner_role, TEMPERAMENTS["even"], rather)
    most = max(worth.values())
    offered = [offer.id for offer in then.offered]
    replies = [ReplyProspect(id_, worth[id_], worth[id_] == most, exchanges) for id_ in offered]
    outlook = Outlook(Outcome.TRUCE, Prospect(Outcome.TRUCE, 0.3, 0.5), tuple(replies))
    return which(now, outlook, "unknown")


@given(st.sets(st.sampled_from(RANK), min_size=1, max_size=3))
def test_among_replies_worth_the_same_the_one_that_lands_is_named(best: set[str]) -> None:
    hint = hinted({id_: 0.5 if id_ in best else 0.2 for id_ in MOVES})
    assert hint.reply == min(best, key=RANK.index)
    assert not verdicts(hint.text)
    assert ("leaves most possible" in hint.text) is (len(best) == 1)
    assert ("leaves as much possible as" in hint.text) is (len(best) > 1)


def test_replies_worth_the_same_are_named_by_their_numbers_on_the_screen() -> None:
    numbers = {offer.id: place for place, offer in enumerate(small().offered, 1)}
    others = sorted([numbers[PLAIN], numbers[SHARP]])
    hint = hinted({KIND: 0.5, PLAIN: 0.5, SHARP: 0.5, EARLY: 0.1})
    text = f"Reply {numbers[KIND]} leaves as much possible as replies {others[0]} and {others[1]}, "
    assert hint.text.startswith(text + "and more than the rest: “This is kind.”")


def test_what_stings_or_comes_early_is_said_to_where_nothing_else_leaves_as_much() -> None:
    sharp = hinted({KIND: 0.2, PLAIN: 0.2, EARLY: 0.2, SHARP: 0.5})
    assert sharp.reply == SHARP
    assert "And yet it puts some distance between you and Bo now." in sharp.text
    early = hinted({KIND: 0.2, PLAIN: 0.2, EARLY: 0.5, SHARP: 0.2})
    assert early.reply == EARLY
    assert "And yet it is early: Bo cannot take it in now." in early.text
    assert "And yet" not in hinted({KIND: 0.5, PLAIN: 0.2, EARLY: 0.2, SHARP: 0.2}).text


def test_what_the_author_would_rather_decides_last() -> None:
    talk = small()
    replies = {id_: reply("good", "declining", say=f"This is {id_}.") for id_ in "abc"}
    beats = {"one": {"lines": line(), "replies": replies}}
    talk = sitting(story(Role.PURSUER, beats), Role.PURSUER)
    [then] = retraced(talk.scenario, talk.setup, ())
    first, second, third = (offer.id for offer in then.offered)
    prospects = [
        ReplyProspect(first, 0.5, True, 1),
        ReplyProspect(second, 0.5, True, 1),
        ReplyProspect(third, 0.1, False, 1),
    ]
    outlook = Outlook(Outcome.TRUCE, Prospect(Outcome.TRUCE, 0.3, 0.5), tuple(prospects))
    now = Now(then, forms_of(talk.partner), talk.partner_role, TEMPERAMENTS["even"])
    assert which(now, outlook, "").reply == first
    assert which(now._replace(rather=frozenset({second, third})), outlook, "").reply == second


@pytest.mark.parametrize(
    ("best", "others", "told"),
    [
        (0.067, (0.028, 0.028, 0.01), "few of the talks would still come to a calm truce; "
         "after the rest, fewer."),
        (0.5, (0.28, 0.28, 0.28), "about half of the talks would still come to a calm truce; "
         "after the rest, some."),
        (0.8, (0.28, 0.0, 0.28), "most of the talks would still come to a calm truce; "
         "after the rest, some at most."),
    ],
)  # fmt: skip
def test_chances_are_told_in_words(best: float, others: tuple[float, ...], told: str) -> None:
    worth = {KIND: best} | dict(zip((PLAIN, EARLY, SHARP), others, strict=True))
    text = hinted(worth).text
    assert text.endswith(f"{told} A calm truce is at least four replies away, this one counted.")
    assert not re.search(r"\d", text.partition(":")[2])


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_share_has_a_word_and_a_larger_one_no_lesser(one: float, other: float) -> None:
    words = ["none", "few", "some", "about half", "most", "nearly all", "all"]
    low, high = sorted((one, other))
    assert words.index(share(low)) <= words.index(share(high))


def worked_out(talk: Sitting) -> Sitting:
    talk.outlooks.begin()
    assert talk.outlooks.wait(60)
    return talk


def test_in_the_tutorial_the_third_hint_goes_with_the_second() -> None:
    talk = worked_out(begin(shipped("first-words"), Role.PURSUER, seed=3))
    talk.choose(talk.offered[0].id)
    assert talk.state.asked_time
    hint = talk.hint(3)
    assert hint.reply == "set_the_timer"
    assert "leaves as much possible as" in hint.text


@pytest.mark.parametrize("role", list(Role))
def test_what_is_named_lands_wherever_something_worth_as_much_does(role: Role) -> None:
    for seed in range(8):
        talk, dice = worked_out(begin(shipped("first-words"), role, seed=seed)), random.Random(seed)
        while not talk.finished:
            hint, outlook = talk.hint(3), talk.outlooks.at(len(talk.turns))
            assert outlook is not None
            if hint.reply is not None:
                best = {one.reply for one in outlook.replies if one.is_best}
                assert hint.reply in best
                landing_ones = best & lands(talk)
                assert not landing_ones or hint.reply in landing_ones
            talk.choose(dice.choice(calm(talk)))


def lands(talk: Sitting) -> set[str]:
    """The replies all of which would land, and put nothing between the two."""
    then = retraced(talk.scenario, talk.setup, [turn.reply for turn in talk.turns])[-1]
    turns = [would.turn for would in then.would]
    good = [one for one in turns if landing(one) is not Landing.FURTHER and not not_landed(one)]
    return {turn.reply for turn in good}
