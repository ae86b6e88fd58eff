"""The pages that are one key away on every screen."""

from pathlib import Path

from simulator.practice.words import FEAR, TERMS
from tests.tui.frame import opened, press, said


def words(text: str) -> str:
    return " ".join(text.removeprefix("· ").split())


async def test_the_terms_and_the_page_about_fear_can_be_read_again(home: Path) -> None:
    async with opened(size=(120, 200)) as pilot:
        await press(pilot, "question_mark")
        for part in TERMS.parts:
            assert words(part) in said(pilot)
        await press(pilot, "s")
        assert words(FEAR.parts[0]) in said(pilot)
