"""A talk read again: only where both agreed, and with the very meters of the report."""

import pytest

from simulator.homework.next_up import MOST, next_up
from simulator.homework.review import Given, review
from simulator.homework.transcript import replayed, shared_of, transcript
from tests.homework.reviewed import client, everything, hostile, made, ordinary
from tests.homework.talks import assigned


def test_the_meters_of_a_transcript_are_those_of_the_report() -> None:
    (reviewed,) = client(made()).assignments
    for one in reviewed.attempts:
        talk = transcript(reviewed, one)
        assert talk is not None
        told = [talk.start, *(each.after for each in talk.exchanges)]
        assert [(at.tension, at.connection, at.stance) for at in told] == [
            (at.tension, at.connection, at.stance) for at in one.facts.curve
        ]
        assert [each.turn for each in talk.exchanges] == list(range(1, one.facts.turns + 1))
        assert all(each.you for each in talk.exchanges)


def test_every_line_is_the_scenarios_own() -> None:
    (reviewed,) = client(made()).assignments
    one = reviewed.attempts[0]
    talk = transcript(reviewed, one)
    again = replayed(reviewed.given.assignment, one)
    assert talk is not None
    assert again is not None
    assert (talk.player, talk.partner, talk.language) == ("Teo", "Marit", "en")
    for each, turn in zip(talk.exchanges, again.turns, strict=True):
        assert (turn.you.say or turn.you.does or turn.you.text or "") in each.you
        for line in turn.moment.lines:
            assert (line.says or "") in each.partner


@pytest.mark.parametrize("shared", [(), ("reflections",)])
def test_none_where_the_client_did_not_share_it(shared: tuple[str, ...]) -> None:
    (reviewed,) = client(made(shared)).assignments
    assert all(transcript(reviewed, one) is None for one in reviewed.attempts)


def test_none_where_it_was_not_asked_for_though_a_file_says_so() -> None:
    given, _ = everything()
    given = given.model_copy(update={"share": ("summary",)})
    (found,) = review([Given(given, (made(),))])
    (reviewed,) = found.assignments
    assert all(transcript(reviewed, one) is None for one in reviewed.attempts)


def test_a_later_report_decides_so_that_sharing_can_end() -> None:
    (reviewed,) = client(made(), made(())).assignments
    one = reviewed.attempts[0]
    assert shared_of(reviewed, one) == {"summary"}
    assert transcript(reviewed, one) is None


def test_none_of_a_talk_that_was_stopped_or_cannot_be_played_again() -> None:
    _, attempts = everything()
    one = attempts[0]
    stopped = one.model_copy(update={"facts": one.facts.model_copy(update={"outcome": "stopped"})})
    odd = (
        stopped,
        one.model_copy(update={"replies": ("no_such_reply",)}),
        one.model_copy(update={"temperament": "no_such"}),
        one.model_copy(update={"scenario": "elsewhere"}),
        one.model_copy(update={"start": one.start.model_copy(update={"tension": 100})}),
        one.model_copy(update={"start": one.start.model_copy(update={"hope": 3})}),
        one.model_copy(update={"start": one.start.model_copy(update={"rule": "0" * 64})}),
    )
    for each in odd:
        (reviewed,) = client(made(attempts=(each,))).assignments
        assert transcript(reviewed, each) is None


def test_what_could_be_practised_next_is_a_talk_with_an_invented_partner() -> None:
    found = next_up(ordinary())
    assert 1 <= len(found) <= MOST
    for one in found:
        assert one.scenario in {None, "vacation-planning", "emotional-disconnection"}
        assert one.words.endswith(".")
    assert found[0].why == "again"


def test_after_an_aim_that_was_met_comes_a_talk_not_had_before() -> None:
    told = made().model_copy(update={"met": True})
    found = next_up(client(told))
    assert "carry" in {one.why for one in found}
    assert "again" not in {one.why for one in found}


def test_nothing_is_suggested_where_nothing_came_back_or_a_talk_was_stopped() -> None:
    _, attempts = everything()
    facts = attempts[0].facts.model_copy(update={"outcome": "stopped"})
    one = attempts[0].model_copy(update={"facts": facts})
    assert next_up(client()) == ()
    assert next_up(client(made(attempts=(one, attempts[1])))) == ()


def test_a_chair_that_was_had_is_not_suggested_again() -> None:
    both = [
        {"scenario": "vacation-planning", "role": role, "plays": "1"}
        for role in ("pursuer", "withdrawer")
    ]
    given, _ = everything()
    (found,) = review([Given(assigned(scenarios=both), ()), Given(given, (made(),))])
    suggested = {(one.scenario, one.role.value) for one in next_up(found) if one.why == "chair"}
    assert ("vacation-planning", "withdrawer") not in suggested


def test_hostile_reports_break_nothing() -> None:
    found = hostile()
    (reviewed,) = found.assignments
    assert reviewed.verified is False
    assert next_up(found)
    assert [transcript(reviewed, one) is None for one in reviewed.attempts] == [False, True]
