"""The oracle itself: it walks as a conversation does, counts what can be counted by hand, and finds
what the corpus says is planted."""

import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from simulator.dialogue.check import check_graph
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import make_setup, tensions
from simulator.partner.moves import Role
from simulator.scenario.checks import check_form
from simulator.scenario.codes import CODES as KNOWN
from simulator.scenario.codes import Severity
from simulator.scenario.model import Scenario
from tests.analysis import cuts, plain, wrongs
from tests.analysis.mutants import mutants
from tests.analysis.plain.labels import CODES, labels
from tests.analysis.plain.odds import Odds
from tests.analysis.plain.solve import reduced, visits, worths
from tests.analysis.plain.walk import Place, TooManyStatesError, Walk, walk
from tests.analysis.planted import FILES, opened
from tests.support.stories import line, reply, story, typed

P = Role.PURSUER
LONGEST = 40
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def at(talk: Conversation) -> Place:
    now = talk._at[-1]
    return Place(now.node, now.states._replace(was=now.states.rank))


def follow(walked: Walk, start: int, tension: int, dice: random.Random) -> None:
    """Play at random, and find every turn of the conversation in the walk."""
    talk = Conversation(
        walked.scenario, make_setup(walked.scenario, walked.role, tension=tension, seed=1)
    )
    place = start
    assert at(talk) == walked.places[place]
    while not talk.finished and len(talk.turns) < LONGEST:
        offered = {walked.reply(place, given).id: given for given in walked.given[place]}
        assert set(offered) == {offer.id for offer in talk.offered}
        name = dice.choice(sorted(offered))
        given = offered[name]
        talk.choose(name)
        came = talk._at[-1]
        assert talk.stopped == (given.to is None)
        assert (came.answer, came.line) == (given.answer, given.line)
        if given.to is None:
            return
        place = given.to
        assert at(talk) == walked.places[place]
    assert walked.is_ending(place) == talk.finished


def all_starts(walked: Walk, plays: int) -> None:
    partner = walked.chair.partner
    low, _ = tensions(partner, partner.temperament)
    for number, start in enumerate(walked.starts):
        for seed in range(plays):
            follow(walked, start, low + number, random.Random(seed))


@each_file
def test_a_walk_is_where_conversations_go(file: Path) -> None:
    case = opened(file)
    all_starts(walk(case.scenario, case.role), plays=10)


def test_a_walk_of_a_mutant_is_where_conversations_go() -> None:
    for each in mutants(30, seed=7):
        all_starts(each.walked, plays=5)


def test_nothing_of_the_analysis_is_used() -> None:
    files = [
        *Path(plain.__file__).parent.glob("*.py"),
        *map(Path, (cuts.__file__, wrongs.__file__)),
    ]
    assert len(files) > 10
    assert not [file for file in files if "simulator.analysis" in file.read_text("utf-8")]


def test_a_walk_that_grows_too_large_says_so() -> None:
    scenario = opened(FILES[0]).scenario
    with pytest.raises(TooManyStatesError, match="more than 5"):
        walk(scenario, opened(FILES[0]).role, most=5)


@each_file
def test_what_is_planted_is_labelled(file: Path) -> None:
    case = opened(file)
    found = labels(walk(case.scenario, case.role))
    assert case.planted <= found
    assert not case.near & found
    assert not (case.clean and found)


@each_file
def test_the_corpus_has_no_faults_but_the_planted(file: Path) -> None:
    case = opened(file)
    assert case.planted or case.clean
    assert errors(case.scenario) == case.form


def errors(scenario: Scenario) -> set[str]:
    found = [*check_form(scenario)]
    for role in scenario.roles:
        found += check_graph(scenario, role)
    return {each.code for each in found if KNOWN[each.code].severity is Severity.ERROR}


def test_every_code_is_planted_somewhere_and_nearly_so_elsewhere() -> None:
    cases = [opened(file) for file in FILES]
    assert {code for case in cases for code, _ in case.planted} == CODES
    assert {code for case in cases for code, _ in case.near} == CODES


def test_mutants_depend_on_their_seed_alone() -> None:
    first, again = ([each.scenario for each in mutants(5, seed=3)] for _ in range(2))
    assert first == again
    assert first != [each.scenario for each in mutants(5, seed=4)]


def coin() -> Walk:
    """One beat: a good word ends well, a sharp one ends badly, a third goes round."""
    beats = {
        "one": {
            "lines": line(),
            "replies": {
                "kind": reply("good", "validation", say="That makes sense."),
                "sharp": reply("flat", "blame", say="You did it, you did it, you did it."),
                "round": reply("one", "complaint", say="The lamp."),
            },
        }
    }
    return walk(typed(story(P, beats, partner={"tension": 30})), P)


@pytest.mark.parametrize(
    ("player", "good"),
    [
        ("random", Fraction(1, 2)),  # a third each, and round again
        ("look", Fraction(13, 14)),  # 13/15 against 1/15
        ("table", Fraction(13, 14)),
        ("longest", Fraction(1, 14)),
        ("questions", Fraction(1, 2)),  # none has one
        ("shortest", Fraction(1, 2)),  # it goes round, and chances are even
        ("one_note:validation", Fraction(13, 14)),
        ("pursuing", Fraction(1, 14)),
    ],
)
def test_odds_that_can_be_worked_out_by_hand(player: str, good: Fraction) -> None:
    odds = Odds(coin())
    assert odds.of_endings(player) == pytest.approx({"good": good, "flat": 1 - good})
    assert odds.of_best(player) == pytest.approx(good)


def test_visits_that_can_be_worked_out_by_hand() -> None:
    walked = coin()
    odds = Odds(walked)
    at_one = sum(
        often for place, often in enumerate(odds.visits("random")) if not walked.is_ending(place)
    )
    assert at_one == pytest.approx(3 / 2)
    assert odds.values[walked.starts[0]] == pytest.approx(1 / 2)


def exactly(steps: list[list[Fraction]], known: list[Fraction]) -> list[Fraction]:
    """x where x = known + steps · x, by Gauss and Jordan in fractions."""
    size = len(known)
    rows = [
        [Fraction(int(i == j)) - steps[i][j] for j in range(size)] + [known[i]] for i in range(size)
    ]
    for i in range(size):
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j in range(size):
            if j != i:
                rows[j] = [b - rows[j][i] * a for a, b in zip(rows[i], rows[j], strict=True)]
    return [row[size] for row in rows]


@pytest.mark.parametrize("seed", range(10))
def test_equations_are_solved_as_fractions_solve_them(seed: int) -> None:
    dice = random.Random(seed)
    size = dice.randint(1, 6)
    weights = [
        [dice.randint(0, 5) for _ in range(size)] + [dice.choice([1, 3])] for _ in range(size)
    ]
    steps = [[Fraction(w, sum(row)) for w in row[:-1]] for row in weights]
    leaving = np.array([row[-1] / sum(row) for row in weights])
    known = [Fraction(dice.randint(0, 4)) for _ in range(size)]
    by = reduced(np.array(steps, dtype=np.float64), leaving)
    given = [float(value) for value in known]
    assert worths(by, given) == pytest.approx([float(x) for x in exactly(steps, known)])
    turned = [list(column) for column in zip(*steps, strict=True)]
    assert visits(by, given) == pytest.approx([float(x) for x in exactly(turned, known)])


def test_a_way_out_that_is_hardly_ever_taken_is_still_the_way_out() -> None:
    """Eighty places in a row, each going back to the first nine times out of ten."""
    size = 80
    steps = np.zeros((size, size))
    steps[:, 0] = 0.9
    steps[range(size - 1), range(1, size)] = 0.1
    leaving = np.zeros(size)
    leaving[-1] = 0.1
    by = reduced(steps, leaving)
    assert visits(by, [1.0, *[0.0] * (size - 1)])[-1] * 0.1 == pytest.approx(1)
