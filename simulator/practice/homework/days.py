"""Days as the person at this place counts them."""

from datetime import date, datetime

from simulator.language import N_, _

_DAYS = (
    N_("{day} January {year}"),
    N_("{day} February {year}"),
    N_("{day} March {year}"),
    N_("{day} April {year}"),
    N_("{day} May {year}"),
    N_("{day} June {year}"),
    N_("{day} July {year}"),
    N_("{day} August {year}"),
    N_("{day} September {year}"),
    N_("{day} October {year}"),
    N_("{day} November {year}"),
    N_("{day} December {year}"),
)


def local_day(at: datetime) -> date:
    """The day it was here; `at` is aware."""
    return at.astimezone().date()


def day_words(day: date | str) -> str:
    """A day in words; text is read as an ISO date."""
    found = date.fromisoformat(day) if isinstance(day, str) else day
    return _(_DAYS[found.month - 1]).format(day=found.day, year=found.year)
