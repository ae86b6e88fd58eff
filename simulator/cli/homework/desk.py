"""`simulator homework note`, `rate` and `forget`: the therapist's own, and erasing it."""

import click

from simulator.cli.homework.output import typed, write_lines
from simulator.cli.homework.refusals import journal, now
from simulator.cli.trouble import Trouble
from simulator.language import _, ngettext


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


@click.command("forget")
@click.argument("client", metavar="CLIENT")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget_command(*, client: str, yes: bool) -> None:
    """Erase all that is kept of a client on your side: assignments, reports, notes.

    What was there is overwritten. Files you keep elsewhere are not reached.
    """
    from simulator.practice.homework import desk  # noqa: PLC0415

    with journal() as kept:
        if all(one.assignment.client != client for one in desk.every(kept)):
            raise Trouble(_("There is no client “{client}” here.").format(client=client))
        question = _("Erase all that is kept of “{client}”? There is no way back.")
        if not yes and not click.confirm(question.format(client=client), err=True):
            raise Trouble(_("Nothing was erased."))
        count = desk.forget(kept, client)
    text = ngettext(
        "{count} assignment erased for good.", "{count} assignments erased for good.", count
    )
    write_lines(text.format(count=count))
