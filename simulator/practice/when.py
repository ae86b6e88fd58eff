"""Moments of a person's life, as they would name them."""

from datetime import datetime, timedelta

_JUST_NOW = timedelta(minutes=2)
_WEEK = 7


def when(at: datetime, now: datetime | None = None) -> str:
    """When something was, in the time of this place; both are aware."""
    here = at.astimezone()
    today = (now or datetime.now(here.tzinfo)).astimezone()
    days = (today.date() - here.date()).days
    if timedelta(0) <= today - here < _JUST_NOW:
        return "just now"
    return f"{_day(here, today, days)} at {here:%H:%M}"


def _day(here: datetime, today: datetime, days: int) -> str:
    if days == 0:
        return "today"
    if days == 1:
        return "yesterday"
    if 1 < days < _WEEK:
        return f"on {here:%A}"
    year = "" if here.year == today.year else f" {here.year}"
    return f"on {here.day} {here:%B}{year}"
