"""The debrief as text: written whole, and asked part by part."""

import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import simulator.plain.asides
import simulator.plain.both_plays
import simulator.plain.breathing
import simulator.plain.debrief
import simulator.plain.debrief_told
import simulator.plain.what_if
import simulator.practice.breath
import simulator.practice.debrief_words
from simulator.journal.events import Reflection
from simulator.partner.moves import Role
from simulator.plain.debrief import run_debrief, write_debrief
from simulator.plain.paper import Paper
from simulator.plain.telling import House
from simulator.practice.debrief_words import Part, title_of
from simulator.practice.debriefing import debrief
from simulator.practice.sitting import Sitting
from simulator.practice.words import safety
from tests.coach.test_sentences import sentences
from tests.coach.words import verdicts
from tests.support.talks import drawn, shipped
from tests.tui.looking_back import ended

SAFETY = safety()
FILES = [
    simulator.plain.asides,
    simulator.plain.both_plays,
    simulator.plain.breathing,
    simulator.plain.what_if,
    simulator.practice.breath,
    simulator.plain.debrief,
    simulator.plain.debrief_told,
    simulator.practice.debrief_words,
]


def written(sitting: Sitting, width: int = 1000) -> str:
    text = io.StringIO()
    write_debrief(Paper(text, width), sitting, debrief(sitting))
    return text.getvalue()


def typed(*lines: str) -> Callable[[], str | None]:
    """What reads these lines; then input has ended."""
    left = iter(lines)
    return lambda: next((f"{line}\n" for line in left), None)


def asked(sitting: Sitting, *lines: str) -> tuple[str, bool]:
    text = io.StringIO()
    house = House(SAFETY, interactive=True)
    gone = run_debrief(Paper(text, 1000), sitting, debrief(sitting), typed(*lines), house)
    return text.getvalue(), gone


def in_order(text: str, parts: Iterable[str]) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_whole_debrief_stands_in_its_order_with_the_turns_last() -> None:
    text = written(ended())
    unasked = {Part.LAND, Part.RATINGS, Part.SENTENCE}
    told = [title_of(part) for part in Part if part not in unasked]
    assert in_order(text, [*told, "The talk from close up"])
    closer = text[text.index("The talk from close up") :]
    assert in_order(closer, ["Turn 1: ", "Turn 2: ", "Turn 3: "])
    assert "Tension from turn to turn: 50 (guarded), " in text
    assert "Half a Sunday." in text


def test_what_the_player_wrote_stands_in_it() -> None:
    sitting = ended()
    for what in (Reflection.NOW, Reflection.FOR_MYSELF, Reflection.IF_THEN, Reflection.IN_THE_WAY):
        sitting.reflect(what, words=f"<{what}>")
    for what in (Reflection.CONNECTED, Reflection.STEADY, Reflection.LIKELY):
        sitting.reflect(what, number=10)
    fork = debrief(sitting).forks[-1].turn
    sitting.reflect(Reflection.OWN_WORDS, turn=fork, words="<own>")
    text = written(sitting)
    assert "Your own sentence: <own>" in text
    for words in ("<now>", "<for_myself>", "<if_then>", "<in_the_way>"):
        assert words in text
    assert text.count("? 10\n") + text.count(" 10. 10\n") == 3


def test_after_a_crossed_line_nothing_is_written() -> None:
    text = io.StringIO()
    sitting = ended("in_the_way")
    write_debrief(Paper(text, 80), sitting, debrief(ended()))
    assert text.getvalue() == ""


def test_lines_keep_to_the_width() -> None:
    assert all(len(line) <= 40 for line in written(ended(), 40).splitlines())


def test_empty_lines_skip_everything_and_keep_nothing() -> None:
    sitting = ended()
    text, gone = asked(sitting, *[""] * 40)
    assert not gone
    assert not sitting.reflections
    assert in_order(text, [*map(title_of, Part), "The talk from close up"])


def test_what_is_typed_is_kept() -> None:
    sitting = ended()
    lines = (
        "so so",
        "7",
        "10",
        "",
        "",
        "1",
        "I was scared",
        "my half",
        "",
        "If …, then …",
        "3",
        "",
    )
    text, gone = asked(sitting, *lines)
    kept = {key: one.words or one.number for key, one in sitting.reflections.items()}
    assert kept == {
        (Reflection.NOW, None): "so so",
        (Reflection.CONNECTED, None): 7,
        (Reflection.STEADY, None): 10,
        (Reflection.OWN_WORDS, 1): "I was scared",
        (Reflection.FOR_MYSELF, None): "my half",
        (Reflection.IF_THEN, None): "If …, then …",
        (Reflection.LIKELY, None): 3,
    }
    assert not gone
    assert in_order(text, ["Your own sentence first", "stands beside", "Your side"])


def test_ones_own_rating_comes_before_what_the_talk_came_to() -> None:
    text, _ = asked(ended(), *[""] * 40)
    assert in_order(text, ["How connected did you feel", "How steady", "ordinary", "Calmer"])
    assert "Calmer" not in text[: text.index("ordinary")]


def test_a_number_out_of_the_scale_is_asked_for_again() -> None:
    sitting = ended()
    text, _ = asked(sitting, "", "11", "good", "9", *[""] * 40)
    assert text.count("A number from 0 to 10") == 2
    assert sitting.reflections[Reflection.CONNECTED, None].number == 9


def test_the_safety_page_opens_from_any_question_and_the_question_stays() -> None:
    sitting = ended()
    text, _ = asked(sitting, "s", "better now", *[""] * 40)
    assert SAFETY.parts[0] in text
    assert sitting.reflections[Reflection.NOW, None].words == "better now"


@pytest.mark.parametrize(("key", "gone"), [("x", True), ("q", False)])
def test_one_can_end_it_or_be_gone_at_any_question(key: str, gone: bool) -> None:
    for before in range(11):
        text, left = asked(ended(), *[""] * before, key)
        assert left is gone
        assert "The talk from close up" not in text


def test_where_input_ends_the_rest_is_still_to_be_read() -> None:
    text, gone = asked(ended(), "fine")
    assert not gone
    assert "The talk from close up" in text


def test_nothing_typed_steers_the_terminal() -> None:
    sitting = ended()
    asked(sitting, "\x1b[31mred", *[""] * 40)
    assert sitting.reflections[Reflection.NOW, None].words == "[31mred"


@pytest.mark.parametrize("role", list(Role))
def test_a_talk_by_lot_is_looked_back_on_without_a_verdict(role: Role) -> None:
    for seed in range(6):
        text = written(drawn(shipped("vacation-planning"), role, seed))
        assert "The talk from close up" in text
        assert not [line for line in text.splitlines() if verdicts(_ours(line))]


def _ours(line: str) -> str:
    """A line without what the scenario's author wrote in it."""
    quoted = ("Feedback: ", "Turn ", "What it cost", "Instead of that")
    return "" if line.startswith(quoted) else line


@pytest.mark.parametrize("module", FILES, ids=lambda module: module.__name__)
def test_no_sentence_judges(module: object) -> None:
    found = [words for words in sentences(Path(str(module.__file__))) if verdicts(words)]  # type: ignore[attr-defined]
    assert not found


SCREENS = sorted(
    (Path(simulator.plain.debrief.__file__).parents[1] / "tui/screens/debrief").glob("*.py")
)


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.stem)
def test_no_screen_judges(file: Path) -> None:
    assert not [words for words in sentences(file) if verdicts(words)]


def test_what_was_still_possible_is_told_once_it_is_worked_out() -> None:
    sitting = ended()
    sitting.outlooks.begin()
    assert sitting.outlooks.wait(60)
    text, _ = asked(sitting, *[""] * 40)
    assert debrief(sitting).turns[0].possible not in text
    text, _ = asked(sitting, *[""] * 11, "close up")
    assert "not worked out yet" not in text.lower()
    assert debrief(sitting).turns[0].possible in text


def test_what_it_came_to_stands_under_its_own_heading_before_what_reached() -> None:
    text = written(ended())
    assert in_order(text, ["Calmer, not closer\n", "The key is on the table.", "One thing that"])
    reached = text[text.index("One thing that reached") : text.index("The loop of this talk")]
    assert "Calmer" not in reached


def test_a_talk_that_is_not_over_has_not_come_to_anything() -> None:
    text = written(ended("stranger"))
    assert "Left open" not in text
    assert "came to an end" not in text


def test_that_doubt_is_ordinary_is_said_once_with_ratings_and_without() -> None:
    sitting = ended()
    title = title_of(Part.RATINGS)
    assert title not in written(sitting)
    assert written(sitting).count("that is ordinary") == 1
    sitting.reflect(Reflection.STEADY, number=4)
    text = written(sitting)
    assert in_order(text, [title, "that is ordinary", "One thing that reached"])
    assert text.count("that is ordinary") == 1


def test_the_close_look_is_told_only_where_it_is_asked_for() -> None:
    text, _ = asked(ended(), *[""] * 40)
    assert "Turn 2: " not in text
    assert "Tension from turn to turn" not in text
    text, _ = asked(ended(), *[""] * 11, "close up", "")
    close = text[text.index("One sentence for home") :]
    assert in_order(close, ["close up tells", "from turn to turn", "Turn 1: ", "Turn 3: "])


@pytest.mark.parametrize("role", list(Role))
def test_points_add_up_to_what_the_meters_show(role: Role) -> None:
    for seed in range(8):
        sitting = drawn(shipped("vacation-planning"), role, seed)
        if sitting.stopped:
            continue
        close = written(sitting).partition("The talk from close up")[2]
        assert "+0" not in close
        start, end = sitting.curve[0], sitting.curve[-1]
        for meter in ("Tension", "Connection"):
            points = re.findall(rf"^{meter} ([+−]\d+)\. ", close, re.MULTILINE)
            moved = sum(int(one.replace("−", "-")) for one in points)
            assert moved == getattr(end, meter.lower()) - getattr(start, meter.lower())


def test_where_meters_have_no_numbers_the_close_look_has_none() -> None:
    text = io.StringIO()
    sitting = ended()
    write_debrief(Paper(text, 1000), sitting, debrief(sitting), numbers=False)
    close = text.getvalue().partition("The talk from close up")[2]
    assert "Tension from turn to turn: guarded, " in close
    assert not re.search(r"(Tension|Connection|Hope) [+−]?\d", close)
