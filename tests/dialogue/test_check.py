"""Checks of the graph: ways in, ways out, pauses, and a partner who has stopped asking."""

import pytest

from tests.scenario import examples as ex

REPLY = "{say: x, moves: [warmth], feedback: %s., to: %s}"


def codes(fragment: str) -> set[str]:
    return ex.codes_of(ex.over(fragment))


def beat(*ways: str, lines: str = "{says: x}") -> str:
    replies = ", ".join(f"r{n}: {REPLY % (n, way)}" for n, way in enumerate(ways))
    return f"{{lines: {lines}, replies: {{{replies}}}}}"


def test_a_ring_of_beats_that_nothing_leads_to_is_told_whole() -> None:
    data = ex.over(f"pursuer: {{beats: {{a: {beat('b', 'apart')}, b: {beat('a')}}}}}")
    told = [d.message for d in ex.diagnosed(data) if d.code == "no-way-in"]
    assert told == ["nothing leads to “a”", "nothing leads to “b”"]


def test_an_interrupt_is_a_way_in() -> None:
    assert (
        codes(
            f"pursuer: {{interrupts: {{left: walked_out, guarded: a}}, beats: {{a: {beat('apart')}}}}}"
        )
        == set()
    )


def test_otherwise_is_a_way_in() -> None:
    assert (
        codes(
            "pursuer: {beats: {table: {replies: {leave_it: {to: settled}, fair: {to: settled}}}}}"
        )
        == set()
    )


def test_that_the_partner_may_leave_is_no_way_out() -> None:
    fragment = (
        f"pursuer: {{beats: {{table: {{replies: {{leave_it: {{to: a}}}}}}, a: {beat('a')}}}}}"
    )
    assert codes(fragment) == {"no-way-out", "reply-without-ending"}


def test_crossing_the_line_is_no_way_out_either() -> None:
    stuck = "{lines: {says: x}, replies: {r: %s, s: {does: x, crosses_line: true}}}" % (
        REPLY % ("x", "a")
    )
    fragment = f"pursuer: {{beats: {{table: {{replies: {{leave_it: {{to: a}}}}}}, a: {stuck}}}}}"
    assert codes(fragment) == {"no-way-out", "reply-without-ending"}


def test_a_reply_one_of_whose_routes_comes_to_an_end_will_do() -> None:
    fragment = (
        "pursuer: {beats: {table: {replies: {leave_it: {to: [{when: {stance: [engaged]}, go: a}, {go: apart}]}}}, "
        f"a: {beat('a', 'apart')}}}}}"
    )
    assert codes(fragment) == set()


def _paused(way: str) -> str:
    ending = "{outcome: paused, otherwise: apart, lines: {says: x}, meaning: x, cost: x, theirs: x}"
    return f"pursuer: {{{way}, endings: {{until: {ending}}}}}"


def test_a_pause_is_reached_through_a_time_out_also_beats_later() -> None:
    assert codes(_paused("beats: {at_eight: {replies: {stay_out: {to: until}}}}")) == set()
    assert codes(_paused("beats: {table: {replies: {leave_it: {to: until}}}}")) == set()


def test_it_is_not_where_the_time_out_is_on_another_way() -> None:
    way = "beats: {opening: {replies: {pause: {to: at_eight}, weeks: {to: until}}}, at_eight: {replies: {%s}}}"
    rest = "here_i_am: {to: apart}, say_nothing: {to: apart}"
    fragment = _paused(way % rest).replace("endings:", "best: reconnected, endings:")
    assert codes(fragment) == {"paused-without-time-out"}


LINES = "{protesting: {says: x}}"
CALM = "{calm: {says: x}, protesting: {says: y}}"
GONE = "{calm: {says: x}, giving_up: {says: z}}"


def opening(lines: str, more: str = "") -> set[str]:
    return codes(f"withdrawer: {{beats: {{opening: {{lines: {lines}}}}}{more}}}")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (LINES, {"giving-up-silent"}),
        (CALM, {"giving-up-borrows"}),
        (GONE, set()),
        ("{says: x}", set()),
    ],
)
def test_one_who_starts_without_hope_meets_the_opening(lines: str, expected: set[str]) -> None:
    assert opening(lines, ", partner: {hope: 1}") == expected


@pytest.mark.parametrize("lines", [LINES, CALM, GONE])
def test_where_giving_up_ends_the_talk_no_beat_is_met_so(lines: str) -> None:
    assert opening(lines, ", partner: {hope: 2}") == set()


def test_where_it_does_not_every_beat_a_reply_leads_to_is() -> None:
    more = ", interrupts: {protesting: no_more}, endings: {no_more: {outcome: stuck}}"
    again = f"withdrawer: {{beats: {{opening: {{to: next}}, next: {beat('calmer', lines=CALM)}}}{more}}}"
    assert codes(again) == {"giving-up-borrows"}


def test_an_interrupt_that_turns_the_talk_leads_to_where_it_is_met() -> None:
    more = ", interrupts: {giving_up: quiet}, endings: {no_more: {outcome: stuck}}"
    quiet = f"quiet: {beat('calmer', 'no_more', lines=CALM)}"
    assert codes(f"withdrawer: {{beats: {{{quiet}}}{more}}}") == {"giving-up-borrows"}


def test_a_route_for_other_stances_keeps_it_away() -> None:
    more = ", interrupts: {giving_up: quiet}, endings: {no_more: {outcome: stuck}}"
    quiet = "quiet: {lines: %s, replies: {r: {say: x, moves: [warmth], feedback: x, to: %s}}}"
    on = "[{when: {stance: [calm, protesting]}, go: next}, {go: no_more}]"
    beats = f"{quiet % (GONE, on)}, next: {beat('calmer', lines=CALM)}"
    assert codes(f"withdrawer: {{beats: {{{beats}}}{more}}}") == set()
    beats = f"{quiet % (GONE, 'next')}, next: {beat('calmer', 'no_more', lines=CALM)}"
    assert codes(f"withdrawer: {{beats: {{{beats}}}{more}}}") == {"giving-up-borrows"}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("{says: x}", True),
        ("{engaged: {says: x}}", True),
        ("{engaged: {says: x}, withdrawing: {says: y}}", False),
        ("[{when: {stance: [engaged]}, says: x}, {says: y}]", False),
    ],
)
def test_a_beat_speaks_otherwise_in_its_worst_stance(lines: str, told: bool) -> None:
    data = ex.over(
        "kind: scenario\nsuppress: {few-beats: x, few-endings: x, number-of-replies: x}\n"
        f"pursuer: {{beats: {{table: {{lines: {lines}}}}}}}"
    )
    table = data.decode().splitlines().index("    table:") + 1
    lines_told = {d.line for d in ex.diagnosed(data) if d.code == "one-line-for-all"}
    assert (table + 1 in lines_told) == told


def test_one_that_only_one_stance_can_reach_need_not() -> None:
    fragment = (
        "kind: scenario\npursuer: {beats: {table: {replies: {leave_it: "
        "{to: [{when: {stance: [guarded]}, go: a}, {go: apart}]}}}, " + f"a: {beat('apart')}}}}}"
    )
    data = ex.over(fragment)
    at = data.decode().splitlines().index("    a:") + 2
    assert at not in {d.line for d in ex.diagnosed(data) if d.code == "one-line-for-all"}
