"""`simulator homework report`: read whole, chosen, then sealed."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.homework.output import (
    check_output,
    write_json,
    write_lines,
    write_page,
    written,
)
from simulator.cli.homework.passphrases import Passphrases, passphrase_option
from simulator.cli.homework.refusals import journal, now, today
from simulator.cli.homework.ticked import Ticked, choices_of, note, shares, split, words_of
from simulator.cli.trouble import Trouble
from simulator.language import _, ngettext

if TYPE_CHECKING:
    from simulator.homework.attempts import Attempt
    from simulator.homework.report import Report
    from simulator.journal.journal import Journal
    from simulator.practice.homework.client import Homework


@click.command("report")
@click.argument("id_", metavar="ID")
@click.option("--output", metavar="R.report", required=True, help="Where the sealed file goes.")
@click.option("--attempts", metavar="ID,ID…", help="Hand in these talks; all finished ones if not.")
@click.option("--share", metavar="WHAT,WHAT…", default="", help="transcript, reflections or both.")
@click.option("--with-stopped", is_flag=True, help="Also talks that stopped at a crossed line.")
@click.option(
    "--answers", metavar="FILE", help="Your answers: a YAML list, in the questions' order."
)
@click.option("--words", metavar="TEXT", help="What you want to say besides.")
@click.option("--words-file", metavar="FILE", help="The same, from a file.")
@click.option(
    "--leave-out",
    metavar="S/ROLE",
    multiple=True,
    help="Say nothing of this part that you said no to; `all` of none.",
)
@click.option("--to", metavar="NAME", help="Seal for somebody you have paired with.")
@passphrase_option
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, with the document.")
def report_command(
    *,
    id_: str,
    output: str,
    attempts: str | None,
    share: str,
    with_stopped: bool,
    answers: str | None,
    words: str | None,
    words_file: str | None,
    leave_out: tuple[str, ...],
    to: str | None,
    passphrase_files: tuple[str, ...],
    force: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Read your report as it will be sealed, and seal it if it is as you want it.

    Nothing is written before you say yes. Talks that stopped at a crossed line stay out, and so
    does everything you do not tick. The ids of the replies you gave are in it, so that its numbers
    can be checked; the talks can be put together again from them.
    """
    ticked = Ticked(
        None if attempts is None else split(attempts),
        shares(share),
        with_stopped,
        answers,
        words_of(words, words_file),
        leave_out,
    )
    path = Path(output)
    with journal() as kept:
        check_output(path, force=force)
        _known(to)
        homework, report = _document(kept, id_, ticked)
        if not as_json:
            _show(report, homework)
        _ask(yes=yes)
        data = _sealed(report, to, Passphrases(passphrase_files), output)
        with written([(path, data)], force=force):
            _keep(kept, homework, report)
    _tell(report, path, as_json=as_json)


def _known(to: str | None) -> None:
    """Raises `HomeworkError` where it would be sealed for somebody one has not paired with."""
    from simulator.practice.homework import pairing  # noqa: PLC0415

    if to is not None:
        pairing.person(to)


def _document(kept: "Journal", id_: str, ticked: Ticked) -> "tuple[Homework, Report]":
    from simulator.practice.homework import client, handing_in  # noqa: PLC0415

    homework = client.one(kept, id_, today())
    there = handing_in.attempts(kept, homework)
    _left_out(homework, there)
    choices = choices_of(homework, there, ticked)
    return homework, handing_in.document(homework, there, choices, today())


def _left_out(homework: "Homework", there: "tuple[Attempt, ...]") -> None:
    tasks = homework.assignment
    finished = [
        play
        for play in homework.plays
        if play.finished and tasks.task(play.scenario, play.setup.role) is not None
    ]
    count = len(finished) - len(there)
    if count > 0:
        text = ngettext(
            "{count} talk was had with another version of this program, and cannot go in.",
            "{count} talks were had with another version of this program, and cannot go in.",
            count,
        )
        note(text.format(count=count))


def _show(report: "Report", homework: "Homework") -> None:
    from simulator.practice.homework.report_page import report_page  # noqa: PLC0415

    write_lines(_("This is the exact document. Nothing else goes in."))
    click.echo()
    write_page(report_page(report, homework.assignment))


def _ask(*, yes: bool) -> None:
    if yes:
        return
    if not (sys.stdin and sys.stdin.isatty()):
        raise Trouble(
            _(
                "Nobody is there to say whether it is as you want it; nothing was written. Add "
                "--yes where you have read it."
            )
        )
    if not click.confirm(_("Seal it as it stands here?"), err=True):
        raise Trouble(_("Nothing was written. Change what you like, and come back to it."))


def _sealed(report: "Report", to: str | None, secrets: Passphrases, output: str) -> bytes:
    from simulator.homework.assignment import body_of  # noqa: PLC0415
    from simulator.homework.sealing.envelope import Kind  # noqa: PLC0415
    from simulator.practice.homework.sealed import seal_for, seal_under  # noqa: PLC0415

    if to:
        return seal_for(Kind.REPORT, body_of(report), to, secrets.own_keys())
    return seal_under(Kind.REPORT, body_of(report), secrets.to_seal(output))


def _keep(kept: "Journal", homework: "Homework", report: "Report") -> None:
    from simulator.practice.homework import client  # noqa: PLC0415

    plays = [one.play for one in report.attempts]
    client.handed_in(kept, homework, {"report": report.id, "attempts": plays}, now())


def _tell(report: "Report", path: Path, *, as_json: bool) -> None:
    from simulator.homework.assignment import body_of  # noqa: PLC0415

    if as_json:
        write_json(
            {
                "id": report.id,
                "assignment": report.assignment,
                "output": str(path),
                "attempts": [one.play for one in report.attempts],
                "met": report.met,
                "document": body_of(report),
            }
        )
        return
    text = ngettext(
        "{file} is written and sealed, with {count} talk in it.",
        "{file} is written and sealed, with {count} talks in it.",
        len(report.attempts),
    )
    write_lines(text.format(file=path, count=len(report.attempts)))
