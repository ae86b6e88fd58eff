"""First tries apart from practice, what is told of them, and what could come next."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.coach.attempts import Attempt, Guess, first_tries
from simulator.coach.facts import PRACTISED, Rupture, Use
from simulator.coach.landing import Landing
from simulator.coach.progress import Skill, progress
from simulator.coach.suggest import MOST, Seat, Suggestion, reached, suggestions
from simulator.partner.moves import Role
from simulator.partner.stances import Stance

P, W = Role.PURSUER, Role.WITHDRAWER
OPEN, CLOSED = Stance.ENGAGED, Stance.GUARDED
EASY = ((OPEN, OPEN),)
BROKE = ((OPEN, CLOSED),)
BROKE_AND_BACK = ((OPEN, CLOSED), (CLOSED, OPEN))


def had(
    replies: str = "a",
    scenario: str = "one",
    role: Role = P,
    who: str = "even",
    *,
    stands: str | None = None,
    stances: tuple = EASY,
    **other: object,
) -> Attempt:
    """A play whose reply ids are single letters."""
    made = Attempt(
        "play",
        scenario,
        role,
        who,
        30,
        tuple(replies),
        tuple(replies if stands is None else stands),
        stances,
        stances,
        (),
        (),
        0,
        over=True,
    )
    return made._replace(**other)


def test_the_first_play_with_a_partner_is_a_first_try_and_the_next_is_practice() -> None:
    assert first_tries([had("ab"), had("cd")]) == (True, False)


def test_another_partner_chair_or_scenario_is_a_first_try_again() -> None:
    plays = [had("ab"), had("cd", who="secure"), had("ab", role=W), had("ab", scenario="two")]
    assert first_tries(plays) == (True, True, True, True)


def test_the_same_replies_again_are_practice_with_another_partner_too() -> None:
    assert first_tries([had("abc"), had("abc", who="secure")]) == (True, False)
    assert first_tries([had("abc"), had("ab", who="secure")]) == (True, False)
    assert first_tries([had("abc"), had("abcd", who="secure")]) == (True, True)
    # what was taken back was said too, and so was what came in its place
    assert first_tries([had("ab", stands="ac"), had("ac", who="secure")]) == (True, False)


def test_a_play_in_which_a_reply_was_shown_before_the_first_is_practice() -> None:
    assert first_tries([had("", stands="abc")]) == (False,)


def test_a_transfer_is_a_scenario_or_a_partner_not_seen_before() -> None:
    plays = [
        had(),
        had(scenario="two"),
        had("b", who="secure"),
        had("c", scenario="two", who="secure"),
        had(role=W),
    ]
    assert [one.new for one in progress(plays).firsts] == [
        None, "scenario", "partner", None, "partner",
    ]  # fmt: skip


def test_of_a_first_try_it_tells_the_way_back_and_the_guesses_that_matched() -> None:
    guesses = (
        Guess(Landing.CLOSER, Landing.CLOSER, first=True),
        Guess(Landing.SAME, Landing.FURTHER, first=True),
        Guess(Landing.SAME, Landing.SAME, first=False),
    )
    so_far = progress([had("ab", stances=BROKE_AND_BACK, guesses=guesses)])
    [first] = so_far.firsts
    assert first.ruptures == (Rupture(1, 1),)
    assert first.back == 1
    assert first.guesses == (2, 1)
    assert so_far.practice.guesses == (1, 1)


def test_a_skill_is_not_tried_used_or_used_when_it_could_land() -> None:
    plays = [
        had(uses=(Use(1, "planning", landed=False), Use(1, "blame", landed=True))),
        had(uses=(Use(1, "validation", landed=False), Use(2, "validation", landed=True))),
        had(uses=None, play="gone"),
    ]
    so_far = progress(plays)
    assert set(so_far.skills) == set(PRACTISED)
    assert so_far.skills["planning"] is Skill.USED
    assert so_far.skills["validation"] is Skill.LANDED
    assert so_far.skills["request"] is Skill.NOT_TRIED
    assert so_far.left_out == ("gone",)


def seat(scenario: str = "one", role: Role = P, level: int = 1, **other: object) -> Seat:
    made = Seat(scenario, role, level, False, (), ("even",), (30, 30))
    return made._replace(**other)


def named(seats: list[Seat], *plays: Attempt) -> list[tuple]:
    found = suggestions(seats, plays, progress(plays))
    return [(one.why, one.scenario, one.role) for one in found]


BOTH = [seat(role=P), seat(role=W)]


def test_to_begin_with_there_are_the_tutorial_and_the_gentlest_talk() -> None:
    seats = [seat("first", is_tutorial=True), seat("hard", level=3), *BOTH]
    assert named(seats) == [
        ("tutorial", "first", P), ("begin", "one", P), ("begin", "one", W),
    ]  # fmt: skip
    assert named([]) == []


def test_the_other_chair_and_a_talk_not_had_before_come_first() -> None:
    seats = [*BOTH, seat("two", role=W), seat("two", role=P), seat("hard", level=2)]
    assert named(seats, had()) == [("chair", "one", W), ("unseen", "two", P)]


def test_another_partner_and_another_evening_where_the_scenario_allows_them() -> None:
    seats = [seat(temperaments=("even", "secure", "fearful"), tension=(28, 34))]
    [other] = suggestions(seats, [had()], progress([had()]))
    assert other == Suggestion("partner", "one", P, temperament="secure")
    met = [had(), had(who="secure"), had(who="fearful")]
    [evening] = suggestions(seats, met, progress(met))
    assert evening == Suggestion("harder", "one", P, tension=34)
    met = [one._replace(tension=34) for one in met]
    [evening] = suggestions(seats, met, progress(met))
    assert evening == Suggestion("easier", "one", P, tension=28)


def test_who_needs_most_is_not_suggested_on_the_first_level() -> None:
    seats = [seat(temperaments=("even", "fearful")), seat("two"), seat("three")]
    first = had()
    assert ("partner", "one", P) not in named(seats, first)
    plays = [first, had(scenario="two"), had(scenario="three")]
    assert ("partner", "one", P) in named(seats, *plays)


def test_a_move_not_tried_yet_where_there_is_room_for_it() -> None:
    plays = [had(), had(role=W)]
    seats = [seat(skills=("validation",)), seat(role=W, skills=("request",))]
    [first] = suggestions(seats, plays, progress(plays))
    assert first == Suggestion("move", "one", P, move="validation")


def test_the_next_level_comes_once_two_talks_of_this_one_held_or_came_back() -> None:
    seats = [seat("one"), seat("two"), seat("three", level=2), seat("four", level=3)]
    held = [had(scenario="one", stances=BROKE_AND_BACK), had(scenario="two")]
    assert reached(seats, held[:1]) == 1
    assert reached(seats, held) == 2
    assert reached(seats, [had(scenario="one", stances=BROKE), held[1]]) == 1
    assert reached(seats, [held[0], held[1]._replace(over=False)]) == 1
    assert named(seats, *held)[0] == ("unseen", "three", P)


def test_where_all_was_had_the_one_longest_ago_could_be_had_again() -> None:
    plays = [had(), had(role=W)]
    assert named(BOTH, *plays) == [("again", "one", P)]


@given(st.data())
def test_suggestions_are_few_possible_and_about_different_chairs(data: st.DataObject) -> None:
    scenarios, tempers = ["one", "two", "three"], ["even", "secure", "fearful"]
    seats = [
        seat(
            scenario,
            role,
            data.draw(st.integers(1, 3)),
            temperaments=tuple(data.draw(st.permutations(tempers))[:2]),
            tension=(30, 30 + data.draw(st.integers(0, 4))),
            skills=("validation", "request"),
        )
        for scenario in scenarios
        for role in Role
    ]
    one = st.builds(
        had,
        st.text("abc", min_size=1, max_size=4),
        st.sampled_from([*scenarios, "erased"]),
        st.sampled_from(list(Role)),
        st.sampled_from(tempers),
        stands=st.none(),
        stances=st.sampled_from([EASY, BROKE, BROKE_AND_BACK]),
    )
    plays = data.draw(st.lists(one, max_size=8))
    found = suggestions(seats, plays, progress(plays))
    known = {(each.scenario, each.role): each for each in seats}
    assert len(found) <= MOST
    assert len({(each.scenario, each.role) for each in found}) == len(found)
    assert found
    for each in found:
        chair = known[each.scenario, each.role]
        assert each.temperament is None or each.temperament in chair.temperaments
        assert each.tension is None or chair.tension[0] <= each.tension <= chair.tension[1]
