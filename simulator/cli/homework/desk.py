"""`simulator homework note`, `rate`, `drop` and `forget`: the therapist's own, and erasing it."""

from typing import TYPE_CHECKING

import click

from simulator.cli.homework.output import sure, typed, write_lines
from simulator.cli.homework.refusals import journal, now
from simulator.cli.trouble import Trouble
from simulator.language import _, ngettext
from simulator.practice.safe import shown

if TYPE_CHECKING:
    from simulator.journal.journal import Journal


@click.command("note")
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="TEXT")
def note_command(*, id_: str, words: str) -> None:
    """Keep a note for the session beside an assignment. It stays on your side."""
    from simulator.practice.homework import desk  # noqa: PLC0415

    with journal() as kept:
        desk.note(kept, desk.given(kept, id_).assignment, typed(words), now())
    write_lines(_("The note is kept."))


@click.command("rate")
@click.argument("id_", metavar="ID")
@click.argument("number", metavar="0–4", type=int)
def rate_command(*, id_: str, number: int) -> None:
    """Keep your own rating, 0 to 4, of how the homework went. It stays on your side."""
    from simulator.practice.homework import desk  # noqa: PLC0415

    with journal() as kept:
        desk.rate(kept, desk.given(kept, id_).assignment, number, now())
    write_lines(_("Your rating is kept."))


@click.command("drop")
@click.argument("id_", metavar="REPORT-ID")
def drop_command(*, id_: str) -> None:
    """Put one report away, by its id or how it begins: nothing of it is shown or counted any more.

    For one that was not meant, or is not genuine. The others on its assignment, your notes and your
    rating stay. `simulator homework review` names the ids; reading its file again brings it back.
    """
    from simulator.journal.desk import SHORTEST_ID  # noqa: PLC0415
    from simulator.practice.homework import desk  # noqa: PLC0415

    if len(id_) < SHORTEST_ID:
        raise Trouble(
            _("“{id}” is too short for the id of a report; give {least} letters or more.").format(
                id=id_, least=SHORTEST_ID
            )
        )
    with journal() as kept:
        given = desk.drop(kept, id_, now())
    count = len(given.reports)
    text = ngettext(
        "The report is put away; {count} report on that homework is left.",
        "The report is put away; {count} reports on that homework are left.",
        count,
    )
    write_lines(text.format(count=count))


@click.command("forget")
@click.argument("which", metavar="ID|CLIENT")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget_command(*, which: str, yes: bool) -> None:
    """Erase one homework by its id, on whichever side it is here, or all that is kept of a client
    by code name: assignments, reports, notes.

    What was there is overwritten. Talks that were had under it stay; `simulator erase` erases them.
    Files you keep elsewhere are not reached.
    """
    from simulator.practice.homework import desk  # noqa: PLC0415

    with journal() as kept:
        if any(one.assignment.client == which for one in desk.every(kept)):
            count = _forget_client(kept, which, yes=yes)
        else:
            count = _forget_one(kept, which, yes=yes)
    text = ngettext(
        "{count} assignment erased for good.", "{count} assignments erased for good.", count
    )
    write_lines(text.format(count=count))


def _forget_client(kept: "Journal", client: str, *, yes: bool) -> int:
    from simulator.practice.homework import desk  # noqa: PLC0415

    question = _("Erase all that is kept of “{client}”? There is no way back.")
    _ask(question.format(client=shown(client)), yes=yes)
    return desk.forget(kept, client)


def _forget_one(kept: "Journal", id_: str, *, yes: bool) -> int:
    ids = _ids(kept, id_)
    if not ids:
        raise Trouble(
            _("There is no client “{which}” here, and no homework of that id.").format(which=id_)
        )
    if len(ids) > 1:
        raise Trouble(_("More than one homework begins with “{id}”.").format(id=id_))
    question = _("Erase the homework {id}, and all that was noted of it? There is no way back.")
    _ask(question.format(id=ids[0][:8]), yes=yes)
    kept.desk.erase(ids)
    return 1


def _ids(kept: "Journal", id_: str) -> list[str]:
    """Of the homework that begins so, given or received here; one may be damaged."""
    from simulator.journal.desk import SHORTEST_ID  # noqa: PLC0415

    if len(id_) < SHORTEST_ID:
        return []
    found: set[str] = set()
    for side in ("client", "therapist"):
        found.update(one.id for one in kept.desk.all(side))
        found.update(kept.desk.damaged(side))
    return sorted(one for one in found if one.startswith(id_.lower()))


def _ask(question: str, *, yes: bool) -> None:
    if not yes and not sure(question):
        raise Trouble(_("Nothing was erased."))
