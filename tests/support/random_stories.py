"""Random small stories, for hypothesis: every kind of guard, line, route and interrupt."""

from typing import Any

from hypothesis import strategies as st

from simulator.partner.moves import MOVES, PROMISES, Role
from simulator.partner.stances import stances_of
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.model import Scenario
from tests.support.stories import ending, line, reply, story, typed

BEATS = ("one", "two", "three")
ENDS = {
    Role.PURSUER: ("close", "calm", "pause", "flat"),
    Role.WITHDRAWER: ("close", "calm", "pause", "flat"),
}
PLAIN_MOVES = [move for move in MOVES if move not in PROMISES]


def moves() -> st.SearchStrategy[list[str]]:
    some = st.lists(st.sampled_from(PLAIN_MOVES), min_size=1, max_size=2, unique=True)
    return st.one_of(some, st.sampled_from([["time_out"], ["returning"], ["not_returning"]]))


def conditions(role: Role) -> st.SearchStrategy[dict[str, Any]]:
    stances = [s.value for s in stances_of(role.other)]
    fields = {
        "stance": st.lists(st.sampled_from(stances), min_size=1, max_size=2, unique=True),
        "tension": st.fixed_dictionaries({"at_least": st.integers(20, 70)}),
        "connection": st.sampled_from([{"gained": 3}, {"at_most": 38}]),
        "promised": st.booleans(),
        "voiced": st.booleans(),
        "earned": st.booleans(),
        "remembers": st.just(["f"]),
        "not_remembers": st.just(["g"]),
    }
    if role is Role.WITHDRAWER:
        fields["hope"] = st.just({"at_most": 4})
    one_or_two = st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=2, unique=True)
    return one_or_two.flatmap(lambda keys: st.fixed_dictionaries({k: fields[k] for k in keys}))


@st.composite
def lines(draw: st.DrawFn, role: Role, *, again: bool) -> Any:
    def said(when: dict[str, Any] | None = None) -> dict[str, Any]:
        flags = draw(st.sampled_from([[], ["f"], ["g"]]))
        words = line(asks_time=draw(st.booleans()), remember=flags)
        return words if when is None else words | {"when": when}

    shape = draw(st.sampled_from(["one", "list", "stances"]))
    if shape == "one":
        return said()
    if shape == "list":
        when = {"again": True} if again and draw(st.booleans()) else draw(conditions(role))
        return [said(when), said()]
    stances = [s.value for s in stances_of(role.other)]
    kept = draw(st.lists(st.sampled_from(stances[:3]), min_size=1, unique=True))
    return {stance: said() for stance in kept}


@st.composite
def scenarios(draw: st.DrawFn) -> tuple[Scenario, Role]:
    role = draw(st.sampled_from(list(Role)))
    nodes = (*BEATS, *ENDS[role])

    def target() -> Any:
        go = st.sampled_from(nodes)
        if draw(st.booleans()):
            return draw(go)
        return [{"when": draw(conditions(role)), "go": draw(go)}, {"go": draw(go)}]

    def said() -> dict[str, Any]:
        given_reply = reply(target(), *draw(moves()))
        given_reply["once"] = draw(st.booleans())
        given_reply["remember"] = draw(st.sampled_from([[], ["f"], ["g"]]))
        given_reply["forget"] = draw(st.sampled_from([[], ["g"]]))
        if draw(st.booleans()):
            given_reply["when"] = draw(conditions(role))
        if draw(st.booleans()):
            given_reply["answer"] = draw(lines(role, again=False))
        return given_reply

    beats = {}
    for name in BEATS:
        replies = {f"r{i}": said() for i in range(draw(st.integers(1, 2)))}
        beats[name] = {
            "lines": draw(lines(role, again=True)),
            "replies": {"sure": reply(target(), draw(st.sampled_from(PLAIN_MOVES)))} | replies,
        }
    ends = {
        "close": ending("reconnected", "calm"),
        "calm": ending("truce", "flat"),
        "pause": ending("paused", "flat"),
        "flat": ending("stuck"),
    }
    interrupts: dict[str, str] = {}
    if role is Role.PURSUER:
        ends["gone"] = ending("withdrawn")
        interrupts["left"] = "gone"
    if draw(st.booleans()):
        stance = "withdrawing" if role is Role.PURSUER else "escalating"
        interrupts[stance] = draw(st.sampled_from(nodes))
    low = draw(st.integers(25, 60))
    partner = {"tension": [low, low + 1], "temperament": draw(st.sampled_from(list(TEMPERAMENTS)))}
    value = story(role, beats, ends, best="reconnected", interrupts=interrupts, partner=partner)
    return typed(value), role
