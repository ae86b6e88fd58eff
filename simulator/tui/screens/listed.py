"""The library as a list: an entry for each scenario and each file that cannot be opened."""

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language import _, ngettext
from simulator.practice import words
from simulator.practice.keys import labels
from simulator.tui.widgets.words import content

if TYPE_CHECKING:
    from simulator.practice.settings import Settings
    from simulator.scenario.head import Head
    from simulator.scenario.library import Listing, Problem

NOTE = "note"
PROBLEM = "problem:"
Entry = tuple[str, Content]
"""an id, and what is shown"""


def read_library() -> "Listing":
    """The library, from the heads of its files alone; where there is none, that is its problem."""
    from simulator.scenario.library import Listing, Problem, list_library  # noqa: PLC0415

    try:
        return list_library()
    except OSError as error:
        reason = error.strerror or str(error)
        return Listing((), (Problem("no-library", _("The library"), reason),))


def shown(listing: "Listing", prefs: "Settings") -> "dict[str, Head]":
    """The scenarios that are listed, by id: those about physical closeness only where chosen."""
    return {head.id: head for head in listing.heads if prefs.show_intimacy or not head.is_intimate}


def entries(listing: "Listing", prefs: "Settings") -> list[Entry]:
    """Scenarios, then what cannot be opened, then what is kept out of sight."""
    heads = shown(listing, prefs)
    hidden = len(listing.heads) - len(heads)
    if prefs.discreet:
        found = [(id_, _talk(number, head)) for number, (id_, head) in enumerate(heads.items(), 1)]
    else:
        found = [(id_, _scenario(head)) for id_, head in heads.items()]
    found += [(f"{PROBLEM}{at}", _amiss(problem)) for at, problem in enumerate(listing.problems)]
    if hidden and not prefs.discreet:
        found.append((NOTE, _hidden(hidden, labels(["home.intimacy"], prefs.keys))))
    return found


def details(head: "Head") -> Content:
    """What a scenario is about, and whom one can be in it."""
    names = dict(head.names)
    text = _("{name}, who {does}")
    chairs = [text.format(name=names[role], does=words.DOES[role]) for role in head.roles]
    can_be = _("You can be {chairs}.").format(chairs=_(", or ").join(chairs))
    return Content.assemble(content(head.summary), "\n", content(can_be, "$quiet"))


def _scenario(head: "Head") -> Content:
    start = content("  " + _("start here"), "$secondary") if head.kind == "tutorial" else ""
    facts = " · ".join(words.facts(head.relationship, head.minutes, head.level, head.content_notes))
    return Content.assemble(content(head.title, "bold"), start, "\n", content(facts, "$quiet"))


def _talk(number: int, head: "Head") -> Content:
    """A neutral name, and nothing that says what the talk is about."""
    name = _("Talk {number}").format(number=number)
    facts = f"{words.minutes(head.minutes)} · {words.LEVELS.get(head.level, head.level)}"
    return Content.assemble(content(name, "bold"), "\n", content(facts, "$quiet"))


def _amiss(problem: "Problem") -> Content:
    name = problem.file.replace("\\", "/").rpartition("/")[2]
    return Content.assemble(
        content(f"! {name}", "bold $warning"),
        "\n",
        content(_("It cannot be opened. Choose it to see why."), "$quiet"),
    )


def _hidden(count: int, key: str) -> Content:
    text = ngettext(
        "{count} scenario about physical closeness kept out of sight; {key} shows it.",
        "{count} scenarios about physical closeness kept out of sight; {key} shows them.",
        count,
    )
    return content(text.format(count=count, key=key), "$quiet")
