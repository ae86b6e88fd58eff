"""The house's own words: what they promise, and that no number of ours is among them."""

import re

from simulator.partner.moves import Role
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice import words
from simulator.practice.safe import shown


def everything() -> str:
    pages = (words.TERMS, words.FEAR, words.CROSSED, words.safety())
    return "\n".join(part for page in pages for part in (page.title, *page.parts))


def test_no_helpline_number_is_invented() -> None:
    assert not re.search(r"\d", everything())


def test_lines_that_were_added_are_marked_as_somebody_elses_to_check() -> None:
    page = words.safety(("Line one", "Line two"))
    at = page.parts.index(words.LINES_CHECKED)
    assert page.parts[at + 1 : at + 3] == ("· Line one", "· Line two")
    assert words.LINES_CHECKED not in words.safety().parts


def test_the_safety_page_holds_the_words_about_fear() -> None:
    text = " ".join(words.safety().parts)
    assert "not the answer to fear" in text
    assert "None of it is your fault." in text
    assert "They will not be shocked" in text


def test_the_page_where_a_talk_stops_gives_no_points_and_no_way_round() -> None:
    text = " ".join(words.CROSSED.parts).lower()
    assert "frightening or forcing" in text
    assert "not be shocked" in text
    assert not {"points", "score", "undo", "try again"} & set(text.split())


def test_everything_that_needs_a_name_has_one() -> None:
    assert set(words.TEMPERS) == set(TEMPERAMENTS)
    assert set(words.REACHES) == set(words.DOES) == set(Role)
    assert set(words.LEVELS) == {1, 2, 3}


def test_facts_in_plain_words() -> None:
    notes = ("intimacy", "a burnt cake")
    assert words.facts("romantic", 1, 2, notes) == (
        "a couple",
        "1 minute",
        "demanding",
        "physical closeness",
        "a burnt cake",
    )


def test_shown_text_cannot_steer_a_terminal() -> None:
    assert shown("a\x1b[2Jb\x9b1mc\u202ed\u2066e\tf\ng\r") == "a[2Jb1mcde f\ng"
    assert shown("naïve — “yes”") == "naïve — “yes”"
