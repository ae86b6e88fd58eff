"""`simulator homework report`: read whole, chosen, then sealed."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from simulator.cli.errors import Misuse, unknown
from simulator.cli.homework.output import (
    check_output,
    write_file,
    write_json,
    write_lines,
    write_page,
)
from simulator.cli.homework.passphrases import Passphrases, passphrase_option
from simulator.cli.homework.refusals import journal, now, today
from simulator.cli.trouble import Trouble, file_troubles
from simulator.language import _, ngettext

if TYPE_CHECKING:
    from simulator.homework.assignment import Share
    from simulator.homework.attempts import Attempt
    from simulator.homework.report import Answer, Report
    from simulator.journal.journal import Journal
    from simulator.practice.homework.client import Homework
    from simulator.practice.homework.handing_in import Choices

_SHARES = ("summary", "transcript", "reflections")


class _Ticked(NamedTuple):
    """What the options say, before it is known what there is."""

    attempts: tuple[str, ...] | None
    share: tuple[str, ...]
    with_stopped: bool
    answers: str | None
    words: str
    leave_out: tuple[str, ...]


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
    ticked = _Ticked(
        None if attempts is None else _split(attempts),
        _shares(share),
        with_stopped,
        answers,
        _words(words, words_file),
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
        write_file(path, data, force=force)
        _keep(kept, homework, report)
    _tell(report, path, as_json=as_json)


def _known(to: str | None) -> None:
    """Raises `HomeworkError` where it would be sealed for somebody one has not paired with."""
    from simulator.practice.homework import pairing  # noqa: PLC0415

    if to is not None:
        pairing.person(to)


def _document(kept: "Journal", id_: str, ticked: _Ticked) -> "tuple[Homework, Report]":
    from simulator.practice.homework import client, handing_in  # noqa: PLC0415

    homework = client.one(kept, id_, today())
    there = handing_in.attempts(kept, homework)
    _left_out(homework, there)
    choices = _choices(homework, there, ticked)
    return homework, handing_in.document(homework, there, choices, today())


def _choices(homework: "Homework", there: "tuple[Attempt, ...]", ticked: _Ticked) -> "Choices":
    from simulator.practice.homework.handing_in import Choices  # noqa: PLC0415

    asked = homework.assignment.share
    for one in ticked.share:
        if one not in asked:
            _note(_("“{what}” is not asked for, and does not go in.").format(what=one))
    answers = tuple(_answers(homework, ticked.answers))
    if answers and "reflections" not in {*ticked.share}.intersection(asked):
        _note(_("Answers belong to the reflections; without --share reflections they stay here."))
    return Choices(
        None if ticked.attempts is None else tuple(_plays(there, ticked.attempts)),
        cast("tuple[Share, ...]", ticked.share),
        ticked.with_stopped,
        answers,
        ticked.words,
        frozenset(_unsaid(homework, ticked.leave_out)),
    )


def _plays(there: "tuple[Attempt, ...]", wanted: tuple[str, ...]) -> Iterator[str]:
    for beginning in wanted:
        fitting = [one.play for one in there if one.play.startswith(beginning.lower())]
        if len(fitting) != 1:
            named = ", ".join(one.play[:8] for one in there) or "none"
            raise Misuse(
                f"--attempts: “{beginning}” names no talk that can be handed in, or several",
                f"There are: {named}.",
            )
        yield fitting[0]


def _answers(homework: "Homework", file: str | None) -> "Iterator[Answer]":
    from simulator.homework.report import Answer  # noqa: PLC0415
    from simulator.scenario.reader import read  # noqa: PLC0415

    if file is None:
        return
    with file_troubles():
        got = read(Path(file).read_bytes()).value
    questions = homework.assignment.questions
    if isinstance(got, dict):
        got = [got.get(str(number), "") for number in range(1, len(questions) + 1)]
    if not isinstance(got, list) or len(got) > len(questions):
        raise Trouble(
            _("{file} wants a list of at most {count} answers, in the questions' order.").format(
                file=file, count=len(questions)
            )
        )
    for question, words in zip(questions, got, strict=False):
        if isinstance(words, str) and words.strip():
            yield Answer(question=question, words=str(words))


def _unsaid(homework: "Homework", wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in wanted:
        fitting = [
            chair for chair in homework.declined if name in {"all", chair[0], "/".join(chair)}
        ]
        if not fitting and name != "all":
            known = ("/".join(chair) for chair in homework.declined)
            raise unknown("declined part", name, ("all", *known), where="--leave-out")
        yield from fitting


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _shares(text: str) -> tuple[str, ...]:
    found = _split(text)
    for one in found:
        if one not in _SHARES:
            raise unknown("thing to share", one, _SHARES, where="--share")
    return found


def _words(words: str | None, file: str | None) -> str:
    if words is not None and file is not None:
        raise Misuse("--words and --words-file say the same twice", "Give one of them.")
    if file is None:
        return words or ""
    with file_troubles():
        return Path(file).read_bytes().decode("utf-8", "replace").strip()


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
        _note(text.format(count=count))


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


def _note(words: str) -> None:
    click.echo(_("note: {what}").format(what=words), err=True)
