"""The settings in words: what each is called, what it means, and what it can be."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from simulator.language import N_, _, available, called
from simulator.practice.settings import (
    COACHING_NAMES,
    METER_NAMES,
    MOTION_NAMES,
    NARROWEST,
    THEME_NAMES,
    WIDEST,
    Settings,
)

STEP = 4
"""cells by which the width of a line changes"""
_MOST = 2
"""things that are amiss which are named where there is little room"""
_WIDTHS = tuple(range(NARROWEST, WIDEST + 1, STEP))


class Setting(NamedTuple):
    """One thing that can be set; its texts are marked."""

    name: str
    """the name in the file"""
    called: str
    means: str
    """one sentence or two"""
    values: tuple[Any, ...]
    words: Mapping[Any, str] = {}
    """what a value is called, where it has words"""

    def said(self, value: Any) -> str:
        """A value as a person would name it, in the language in use; a language names itself."""
        if self.name == "language":
            return called(str(value))
        return _(self.words[value]) if value in self.words else str(value)


def _switch(name: str, called: str, means: str, off: str, on: str) -> Setting:
    return Setting(name, called, means, (False, True), {False: off, True: on})


_COLOURS = Setting(
    "theme",
    N_("Colours"),
    N_("Every meaning also has a shape, a word or a number."),
    THEME_NAMES,
    {"dark": N_("dark"), "light": N_("light"), "high-contrast": N_("high contrast")},
)
_MOTION = Setting(
    "motion",
    N_("Motion"),
    N_("Reduced: nothing glides or fades."),
    MOTION_NAMES,
    {"full": N_("full"), "reduced": N_("reduced")},
)
_COACHING = Setting(
    "coaching",
    N_("Coaching"),
    N_(
        "All through: each answer is explained at once. Afterwards: the meters alone until the "
        "talk is over. None: no meters either, and you read the other one yourself."
    ),
    COACHING_NAMES,
    {"full": N_("all through"), "after": N_("afterwards"), "none": N_("none")},
)
_GUESS = _switch(
    "guess",
    N_("“How did that land?”"),
    N_("Asked after each reply, before the meters show it: guessing first trains reading people."),
    N_("not asked"),
    N_("asked"),
)
_STILL = _switch(
    "still_second",
    N_("A still second"),
    N_("A moment with the answer alone, before anything is said about it."),
    N_("no"),
    N_("yes"),
)
_THOUGHTS = _switch(
    "thoughts",
    N_("What the other one thinks"),
    N_("Thoughts that are not said, in brackets. At home you will not have them."),
    N_("not shown"),
    N_("shown"),
)
_METERS = Setting(
    "meters",
    N_("Meters"),
    N_("How tension and connection are told."),
    METER_NAMES,
    {"numbers": N_("in numbers"), "words": N_("in words alone")},
)
_WIDTH = Setting(
    "text_width",
    N_("Width of the lines"),
    N_("Cells a line of the talk has at most."),
    _WIDTHS,
)
_DISCREET = _switch(
    "discreet",
    N_("Discreet"),
    N_(
        "Neutral names at the top, in the window’s title and in the list, and no talk offered by "
        "its title here. `simulator history` and `simulator list` still name them."
    ),
    N_("no"),
    N_("yes"),
)
_LANGUAGE = Setting(
    "language",
    N_("Language"),
    N_("Of this program. Each scenario is in the language it was written in."),
    (),
)
_INTIMACY = _switch(
    "show_intimacy",
    N_("Scenarios about physical closeness"),
    N_("Whether they stand in the list."),
    N_("hidden"),
    N_("shown"),
)
_ALL = (
    _COLOURS,
    _MOTION,
    _COACHING,
    _GUESS,
    _STILL,
    _THOUGHTS,
    _METERS,
    _WIDTH,
    _DISCREET,
    _LANGUAGE,
    _INTIMACY,
)


def in_short(problems: Sequence[str]) -> tuple[str, ...]:
    """What is amiss with the settings where there is little room: where it is much, the first
    of it, and where the rest can be read."""
    more = len(problems) - _MOST
    if more < 2:
        return tuple(problems)
    rest = _("{count} more things are amiss; the settings name them all.")
    return (*problems[:_MOST], rest.format(count=more))


def all_settings() -> tuple[Setting, ...]:
    """Every setting, in the order in which they are shown, with the languages there are now."""
    languages = _LANGUAGE._replace(values=available())
    return tuple(languages if one is _LANGUAGE else one for one in _ALL)


def after(setting: Setting, prefs: Settings, step: int) -> Any:
    """The value so many steps on, around at the ends; from between two values, the next one."""
    now = getattr(prefs, setting.name)
    values = setting.values
    if now not in values:
        later = [value for value in values if value > now]
        return later[0] if step > 0 else values[values.index(later[0]) - 1]
    return values[(values.index(now) + step) % len(values)]
