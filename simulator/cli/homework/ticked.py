"""What a client ticks for a report, as the options say it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from simulator.cli.errors import Misuse, unknown
from simulator.cli.homework.output import typed
from simulator.cli.trouble import Trouble, file_troubles
from simulator.language import _
from simulator.practice.safe import shown

if TYPE_CHECKING:
    from simulator.homework.assignment import Share
    from simulator.homework.attempts import Attempt
    from simulator.homework.report import Answer
    from simulator.practice.homework.client import Homework
    from simulator.practice.homework.handing_in import Choices

_SHARES = ("summary", "transcript", "reflections")


class Ticked(NamedTuple):
    """What the options say, before it is known what there is."""

    attempts: tuple[str, ...] | None
    share: tuple[str, ...]
    with_stopped: bool
    answers: str | None
    words: str
    leave_out: tuple[str, ...]


def choices_of(homework: "Homework", there: "tuple[Attempt, ...]", ticked: Ticked) -> "Choices":
    """What goes into the report. Raises `Misuse` or `Trouble`."""
    from simulator.practice.homework.handing_in import Choices  # noqa: PLC0415

    asked = homework.assignment.share
    for one in ticked.share:
        if one not in asked:
            note(_("“{what}” is not asked for, and does not go in.").format(what=one))
    answers = tuple(_answers(homework, ticked.answers))
    if answers and "reflections" not in {*ticked.share}.intersection(asked):
        note(_("Answers belong to the reflections; without --share reflections they stay here."))
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
    from simulator.practice.homework.client import within_limits  # noqa: PLC0415
    from simulator.practice.homework.drafts import with_signs  # noqa: PLC0415
    from simulator.scenario.reader import read  # noqa: PLC0415

    if file is None:
        return
    with file_troubles():
        got = read(with_signs(Path(file).read_bytes())).value
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
            with within_limits():
                answer = Answer(question=question, words=shown(words))
            yield answer


def _unsaid(homework: "Homework", wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in wanted:
        fitting = [
            chair for chair in homework.declined if name in {"all", chair[0], "/".join(chair)}
        ]
        if not fitting and name != "all":
            known = ("/".join(chair) for chair in homework.declined)
            raise unknown("declined part", name, ("all", *known), where="--leave-out")
        yield from fitting


def split(text: str) -> tuple[str, ...]:
    """The parts between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def shares(text: str) -> tuple[str, ...]:
    """What `--share` names. Raises `Misuse`."""
    found = split(text)
    for one in found:
        if one not in _SHARES:
            raise unknown("thing to share", one, _SHARES, where="--share")
    return found


def words_of(words: str | None, file: str | None) -> str:
    """What the client says besides, from the option or the file. Raises `Misuse` or `Trouble`."""
    if words is not None and file is not None:
        raise Misuse("--words and --words-file say the same twice", "Give one of them.")
    if file is None:
        return typed(words or "")
    with file_troubles():
        return shown(Path(file).read_bytes().decode("utf-8", "replace")).strip()


def note(words: str) -> None:
    """One line on standard error."""
    click.echo(_("note: {what}").format(what=words), err=True)
