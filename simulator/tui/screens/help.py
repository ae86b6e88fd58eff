"""Every key, and what the parts of the screen mean."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from simulator.language import N_, _
from simulator.practice.keys import PLACES, Bound, Place, in_force, label
from simulator.practice.words import PARTS, TERMS, Page
from simulator.tui.host import prefs_of
from simulator.tui.screens.page import PageScreen, paragraphs
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.keybar import BACK, LEAVE, READ, SAFETY, Key
from simulator.tui.widgets.words import Words, content

_STAYING = (
    (N_("Esc Esc, F12"), N_("leave at once; the screen is emptied")),
    (N_("1 to 9"), N_("choose from a list, or give that reply; the mouse does too")),
)
_SHAPES = (
    ("▸", N_("the tension now")),
    ("─  ┊", N_("where a stance begins")),
    ("◆", N_("the stance the other one is in now")),
    ("◇", N_("the level to which tension has to come down before that stance can lift")),
    ("▲ ▼", N_("more, less; two of them: much")),
    (N_("an empty bar"), N_("has stopped asking: low, and a loss")),
)
_OTHER_KEYS = N_("Other keys can be chosen in the settings, which home opens.")
_PLAIN = N_(
    "For a screen reader, or a terminal without a full screen, `simulator play NAME --as pursuer "
    "--plain` (or `--as withdrawer`) plays the same talk line by line."
)
_HOMEWORK = N_(
    "Homework is practice that somebody gave you in a file. Home opens it; it asks nothing by "
    "itself, and nothing of it leaves this computer but a report you made and read."
)
_WIDTH = 15


class HelpScreen(PageScreen):
    """Opens over any screen."""

    keys: ClassVar[tuple[Key, ...]] = (
        READ,
        BACK,
        SAFETY,
        LEAVE,
    )

    def __init__(self) -> None:
        super().__init__(Page(_("Help"), ()))

    def body(self) -> Iterable[Static]:
        """Keys first, then the screen's parts."""
        yield from self._keys()
        yield Words(_("What the screen shows"), classes="heading section")
        for part in PARTS:
            yield Static(Hanging(content(part.means), _lead(part.name, "bold")))
        yield from _section(
            _("The shapes on the meters"), ((_(shape), _(means)) for shape, means in _SHAPES)
        )
        yield Words(_(_PLAIN))
        yield Words(_(_HOMEWORK))
        yield Words(TERMS.title, classes="heading section")
        yield from paragraphs(TERMS.parts)

    def _keys(self) -> Iterable[Static]:
        """Every key as it is now, place by place."""
        chosen = prefs_of(self).keys
        for place in PLACES:
            staying = _STAYING if place.id == "app" else ()
            keys = [(_(key), _(does)) for key, does in staying]
            keys += [(_all(bound.id, chosen), _(bound.does)) for bound in _told(place)]
            yield from _section(_(place.name), keys)
        yield Words(_(_OTHER_KEYS))


def _told(place: Place) -> Iterable[Bound]:
    return (bound for bound in place.bound if bound.id != "app.leave")


def _all(id_: str, chosen: Mapping[str, str]) -> str:
    return ", ".join(label(key) for key in in_force(id_, chosen))


def _lead(text: str, style: str) -> Content:
    return content(f"{text:<{_WIDTH}}", style)


def _section(name: str, entries: Iterable[tuple[str, str]]) -> Iterable[Static]:
    yield Words(name, classes="heading section")
    for key, does in entries:
        yield Static(Hanging(content(does), _lead(key, "$primary bold")), classes="tight")
    yield Static("", classes="tight")
