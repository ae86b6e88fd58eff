"""Days as the person at this place counts them."""

from datetime import date, datetime

from simulator.homework.page import words


def local_day(at: datetime) -> date:
    """The day it was here; `at` is aware."""
    return at.astimezone().date()


def day_words(day: date | str) -> str:
    """A day in words; text is read as an ISO date."""
    return words.day_words(day if isinstance(day, str) else day.isoformat())
