"""Going on with a talk line by line; where its scenario was changed since, the player says how."""

from typing import TextIO

from simulator.language import N_, _
from simulator.plain.paper import Paper
from simulator.plain.run import Around, by_hand, read_from
from simulator.plain.whole_page import write_page
from simulator.practice.keeping import Keeping
from simulator.practice.resuming import Edited, Ready, Shown, TakenUp
from simulator.practice.sitting import Sitting

_ASK = N_("Type 1 or 2, then Enter; anything else leaves both as they are: ")


def go_on(
    taken: TakenUp,
    source: TextIO | None,
    shown_on: TextIO,
    keeping: Keeping,
    *,
    guess: bool = False,
) -> bool:
    """Go on with what is typed into `source`; whether the talk could go on at all.

    `guess`: ask how each reply landed, also where nobody types.
    """
    around = Around(keeping=keeping, resumed=True, guess=guess)
    match taken:
        case Shown(page):
            write_page(Paper(shown_on), page)
            keeping.close()
            return False
        case Ready(sitting, note):
            by_hand(sitting, source, shown_on, around._replace(note=note))
        case Edited():
            chosen = _chosen(taken, source, Paper(shown_on))
            if chosen is None:
                keeping.close()
            else:
                by_hand(chosen, source, shown_on, around)
    return True


def _chosen(edited: Edited, source: TextIO | None, paper: Paper) -> Sitting | None:
    """The talk on the text the player chooses; `None` where they choose neither."""
    what, *ways = edited.words
    paper.write(f"{edited.before.title}. {what}")
    for number, way in enumerate(ways, 1):
        paper.write(way, lead=f"{number}. ")
    paper.prompt(_(_ASK))
    typed = (read_from(source)() or "").strip().rstrip(".)")
    paper.blank()
    match typed:
        case "1":
            return edited.before
        case "2":
            return edited.anew()
        case _:
            return None
