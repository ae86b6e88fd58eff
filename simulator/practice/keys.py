"""Every key of the screen that can be given another one: its id, its keys, and what it does.

Written once: the screens bind from this table, the help page and the settings show it, and the
file of settings is checked against it. Numbers choose from lists; Esc pressed twice, F12, Ctrl+C
and Ctrl+Q leave at once, and nothing takes them away.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from simulator.language import N_, Marked


class Bound(NamedTuple):
    """One thing that a key does."""

    id: str
    """its screen, a dot, and a name: `play.undo`"""
    keys: str
    """the keys it has unless others are chosen, with commas between them"""
    does: str
    """what it does, in words; marked"""


class Place(NamedTuple):
    """Where some keys hold."""

    id: str
    name: str
    """in words; marked"""
    bound: tuple[Bound, ...]


LEAVING = ("f12", "ctrl+c", "ctrl+q")
"""always leave at once"""
PLACES = (
    Place(
        "app",
        N_("Everywhere"),
        (
            Bound("app.help", "?,f1", N_("help")),
            Bound("app.safety", "s", N_("the safety page")),
            Bound("app.leave", ",".join(LEAVING), N_("leave at once; the screen is emptied")),
        ),
    ),
    Place(
        "play",
        N_("In a talk"),
        (
            Bound("play.undo", "u", N_("take the last reply back")),
            Bound("play.hint", "h", N_("a hint, in three steps: press it again for one more")),
            Bound("play.thoughts", "t", N_("thoughts, on and off")),
            Bound("play.points", "p", N_("the points behind what moved the meters")),
            Bound("play.brief", "b", N_("the brief once more")),
            Bound("play.learn", "n", N_("a page to read about what happened here")),
            Bound(
                "play.quit",
                "q",
                N_(
                    "leave the talk; it asks first, and says whether the talk can be picked up again"
                ),
            ),
            Bound("play.earlier", "pageup", N_("earlier in the talk")),
            Bound("play.later", "pagedown", N_("later in the talk")),
            Bound("brief.back", "enter,b", N_("from the brief to the talk")),
            Bound("leave.stay", "escape,n", N_("stay in the talk, where you are asked")),
            Bound("leave.go", "y", N_("leave the talk, where you are asked")),
            Bound("tell.on", "escape", N_("go on, where you were told something")),
            Bound("stopped.safety", "enter", N_("the safety page, where a talk was stopped")),
            Bound("stopped.home", "h", N_("home, where a talk was stopped")),
        ),
    ),
    Place(
        "debrief",
        N_("In a debrief"),
        (
            Bound("debrief.on", "enter", N_("on to the next place to write, or to the next part")),
            Bound("debrief.next", "n", N_("skip to the next part")),
            Bound("debrief.back", "escape", N_("the part before, or the talk")),
            Bound("debrief.steps", "m,f3", N_("every part of the debrief")),
            Bound("debrief.safety", "f2", N_("the safety page, while you write")),
            Bound("debrief.page_up", "pageup", N_("a page up")),
            Bound("debrief.page_down", "pagedown", N_("a page down")),
            Bound("debrief.less", "left", N_("one less on a scale")),
            Bound("debrief.more", "right", N_("one more on a scale")),
            Bound("debrief.least", "home", N_("the lower end of a scale")),
            Bound("debrief.most", "end", N_("the upper end of a scale")),
            Bound("debrief.none", "backspace,delete", N_("no number after all")),
            Bound("debrief.unfold", "enter,space", N_("unfold or fold")),
            Bound("debrief.above", "up", N_("to what stands above")),
            Bound("debrief.below", "down", N_("to what stands below")),
            Bound("what_if.undo", "u", N_("take the last reply of the other play back")),
            Bound("what_if.back", "escape,q", N_("from the other play to the debrief")),
            Bound("what_if.page_up", "pageup", N_("a page up in the two plays")),
            Bound("what_if.page_down", "pagedown", N_("a page down in the two plays")),
        ),
    ),
    Place(
        "home",
        N_("Among the scenarios"),
        (
            Bound("home.learn", "l", N_("pages to read about the pattern")),
            Bound("home.progress", "p", N_("what you have practised")),
            Bound("home.homework", "h", N_("homework")),
            Bound("home.settings", "o", N_("settings, and other keys")),
            Bound("home.intimacy", "i", N_("show or hide scenarios about physical closeness")),
            Bound("home.close", "q", N_("close the program")),
        ),
    ),
    Place(
        "homework",
        N_("In homework"),
        (
            Bound("homework.open", "o", N_("open a file you were given")),
            Bound("homework.assign", "a", N_("for therapists: give homework")),
            Bound("homework.review", "r", N_("for therapists: what came back")),
            Bound("beside.page_up", "pageup", N_("a page up in what is read")),
            Bound("beside.page_down", "pagedown", N_("a page down in what is read")),
            Bound("form.above", "up", N_("to what stands above, where you write")),
            Bound("form.below", "down", N_("to what stands below, where you write")),
            Bound("form.press", "enter,space", N_("tick, or do what stands there")),
            Bound("form.next", "right", N_("the next choice, where you write")),
            Bound("form.before", "left", N_("the choice before, where you write")),
            Bound("form.back", "escape", N_("back; where you wrote something, it asks first")),
            Bound("form.safety", "f2", N_("the safety page, while you write")),
            Bound("form.page_up", "pageup", N_("a page up, where you write")),
            Bound("form.page_down", "pagedown", N_("a page down, where you write")),
            Bound("files.up", "up,k", N_("the file above")),
            Bound("files.down", "down,j", N_("the file below")),
            Bound("files.choose", "enter", N_("take the file, or open the folder")),
            Bound("files.unfold", "space", N_("open or close the folder")),
            Bound("sure.stay", "escape,n", N_("stay, where you are asked")),
            Bound("sure.go", "y", N_("go, where you are asked")),
        ),
    ),
    Place(
        "progress",
        N_("On the page of what you have practised"),
        (Bound("progress.talks", "t", N_("talks you have had, to look back on one")),),
    ),
    Place(
        "learn",
        N_("On a page about the pattern"),
        (
            Bound("learn.sources", "r", N_("unfold or fold where it comes from")),
            Bound("learn.before", "backspace", N_("the page you came from")),
        ),
    ),
    Place(
        "settings",
        N_("In the settings"),
        (
            Bound("settings.back", "escape,q,o", N_("back")),
            Bound("settings.next", "right", N_("the next choice")),
            Bound("settings.before", "left", N_("the choice before")),
            Bound("keys.usual", "backspace,delete", N_("back to the usual key")),
        ),
    ),
    Place(
        "list",
        N_("In a list"),
        (
            Bound("list.up", "up,k", N_("the entry above")),
            Bound("list.down", "down,j", N_("the entry below")),
            Bound("list.choose", "enter", N_("choose")),
            Bound("list.also", "space", N_("choose, too")),
            Bound("list.first", "home", N_("the first entry")),
            Bound("list.last", "end", N_("the last entry")),
            Bound("list.page_up", "pageup", N_("a page up in the list")),
            Bound("list.page_down", "pagedown", N_("a page down in the list")),
        ),
    ),
    Place(
        "page",
        N_("On a page"),
        (
            Bound("page.back", "escape,q", N_("back")),
            Bound("page.up", "up,k", N_("a line up")),
            Bound("page.down", "down,j", N_("a line down")),
            Bound("page.page_up", "pageup", N_("a page up")),
            Bound("page.page_down", "pagedown,space", N_("a page down")),
            Bound("page.first", "home", N_("to the beginning")),
            Bound("page.last", "end", N_("to the end")),
            Bound("page.on", "enter", N_("read on, or go on")),
        ),
    ),
)
BOUND: Mapping[str, Bound] = MappingProxyType(
    {bound.id: bound for place in PLACES for bound in place.bound}
)
_ANYWHERE = frozenset({"app", "list", "page"})
"""first parts of ids whose keys hold on other screens as well"""

_LABELS: Mapping[str, str] = Marked(
    {
        "escape": N_("Esc"),
        "enter": N_("Enter"),
        "space": N_("Space"),
        "tab": N_("Tab"),
        "backspace": N_("Backspace"),
        "delete": N_("Del"),
        "insert": N_("Ins"),
        "home": N_("Home"),
        "end": N_("End"),
        "pageup": N_("PgUp"),
        "pagedown": N_("PgDn"),
        "up": "↑",
        "down": "↓",
        "left": "←",
        "right": "→",
        "comma": ",",
        **{f"f{number}": f"F{number}" for number in range(1, 25)},
    }
)
KEY_NAMES = tuple(_LABELS)
_MODIFIERS: Mapping[str, str] = Marked({"ctrl": N_("Ctrl"), "alt": N_("Alt"), "shift": N_("Shift")})


def own_keys(keys: str) -> tuple[str, ...]:
    """The keys of a list with commas between them, each in its one spelling."""
    return tuple(spelt(key) for key in keys.split(",") if key.strip())


def spelt(key: str) -> str:
    """The one spelling of a key: `question_mark` is `?`, `Ctrl+U` is `ctrl+u`."""
    given = key.strip()
    *modifiers, last = given.split("+") if len(given) > 1 else [given]
    if len(last) > 1:
        last = last if last in _LABELS else _character(last)
    elif modifiers:
        last = last.lower()
    return "+".join([*(one.lower() for one in modifiers), last])


def _character(name: str) -> str:
    small = name.lower()
    if small in _LABELS:
        return small
    try:
        found = unicodedata.lookup(small.replace("_", " ").upper())
    except KeyError:
        return small
    return found if found.isprintable() else small


def is_key(key: str) -> bool:
    """Whether a key of this spelling can be pressed."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    named = last in _LABELS or (len(last) == 1 and last.isprintable() and last != " ")
    return named and all(one in _MODIFIERS for one in modifiers)


def label(key: str) -> str:
    """A key as it is printed on a keyboard."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    shown = _LABELS.get(last, last.upper() if modifiers else last)
    return "+".join([*(_MODIFIERS.get(one, one) for one in modifiers), shown])


def in_force(id_: str, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that do this now. Those that leave at once stay, whatever else is chosen."""
    own = own_keys(chosen.get(id_, ""))
    usual = own_keys(BOUND[id_].keys)
    return tuple(dict.fromkeys((*usual, *own))) if id_ == "app.leave" else own or usual


def labels(ids: Iterable[str], chosen: Mapping[str, str]) -> str:
    """The first key of each of these, as they are printed on a keyboard."""
    return " ".join(label(in_force(id_, chosen)[0]) for id_ in ids)


def meet(one: str, other: str) -> bool:
    """Whether the keys of these two ids hold on the same screen."""
    screens = {one.partition(".")[0], other.partition(".")[0]}
    return len(screens) == 1 or bool(screens & _ANYWHERE)
