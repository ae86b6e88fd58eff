"""One scenario of an assignment: which, from which chair, with what partner, and how often."""

from collections.abc import Iterator, Sequence
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from simulator.language import _, ngettext
from simulator.partner.moves import Role
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.safe import shown
from simulator.practice.words import REACHES
from simulator.scenario.head import Head
from simulator.tui.widgets.row import Pick

AS_WRITTEN = "as-written"
MOST = 10
"""talks that can be chosen here"""


def part(at: int, heads: Sequence[Head], scenario: str | None, plays: int) -> Iterator[Widget]:
    """Four rows to choose it in."""
    known = [(head.id, " ".join(shown(head.title).split())) for head in heads]
    yield Pick(_("Scenario:"), known or [("", _("there is none"))], scenario, id=f"scenario-{at}")
    chairs = [
        (role.value, _("the one {reaches}").format(reaches=_(REACHES[role]))) for role in Role
    ]
    yield Pick(_("Their chair:"), chairs, id=f"role-{at}")
    tempers = [(name, _(one.name)) for name, one in TEMPERAMENTS.items()]
    yield Pick(_("Partner:"), [(AS_WRITTEN, _("as written")), *tempers], id=f"temper-{at}")
    counts = [(str(count), _talks(count)) for count in range(MOST + 1)]
    yield Pick(_("How often:"), counts, str(plays), id=f"plays-{at}")


def part_of(screen: Screen[Any], at: int) -> dict[str, object] | None:
    """As a draft names it; `None` where no talk of it is wanted."""
    picked = {
        name: screen.query_one(f"#{name}-{at}", Pick).value
        for name in ("scenario", "role", "temper", "plays")
    }
    if picked["plays"] == "0":
        return None
    wanted: dict[str, object] = {
        "scenario": picked["scenario"],
        "role": picked["role"],
        "plays": int(picked["plays"]),
    }
    if picked["temper"] != AS_WRITTEN:
        wanted["temperament"] = picked["temper"]
    return wanted


def _talks(count: int) -> str:
    if not count:
        return _("leave it out")
    return ngettext("{count} talk", "{count} talks", count).format(count=count)
