"""Moments of a person's life, as they would name them."""

from datetime import datetime, timedelta

from simulator.language import N_, _

_JUST_NOW = timedelta(minutes=2)
_WEEK = 7
_DAYS = (
    N_("on Monday"),
    N_("on Tuesday"),
    N_("on Wednesday"),
    N_("on Thursday"),
    N_("on Friday"),
    N_("on Saturday"),
    N_("on Sunday"),
)
_MONTHS = (
    N_("on {day} January"),
    N_("on {day} February"),
    N_("on {day} March"),
    N_("on {day} April"),
    N_("on {day} May"),
    N_("on {day} June"),
    N_("on {day} July"),
    N_("on {day} August"),
    N_("on {day} September"),
    N_("on {day} October"),
    N_("on {day} November"),
    N_("on {day} December"),
)


def when(at: datetime, now: datetime | None = None) -> str:
    """When something was, in the time of this place; both are aware."""
    here = at.astimezone()
    today = (now or datetime.now(here.tzinfo)).astimezone()
    days = (today.date() - here.date()).days
    if timedelta(0) <= today - here < _JUST_NOW:
        return _("just now")
    return _("{day} at {time}").format(day=_day(here, today, days), time=f"{here:%H:%M}")


def _day(here: datetime, today: datetime, days: int) -> str:
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if 1 < days < _WEEK:
        return _(_DAYS[here.weekday()])
    date = _(_MONTHS[here.month - 1]).format(day=here.day)
    if here.year == today.year:
        return date
    return _("{date} {year}").format(date=date, year=here.year)
