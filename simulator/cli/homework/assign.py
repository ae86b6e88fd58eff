"""`simulator homework assign`: an assignment out of a draft, sealed."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.cli.errors import Misuse
from simulator.cli.homework.output import check_output, write_json, write_lines, written
from simulator.cli.homework.passphrases import OTHER_VARIABLE, Passphrases, passphrase_option
from simulator.cli.homework.refusals import journal, now, refusals, today
from simulator.cli.homework.ticked import note
from simulator.cli.trouble import Trouble, file_troubles
from simulator.journal.errors import JournalError
from simulator.language import _
from simulator.practice.safe import shown

if TYPE_CHECKING:
    from simulator.homework.assignment import Assignment
    from simulator.journal.journal import Journal
    from simulator.practice.homework.drafts import Draft, FaultyDraftError

_OTHER = "-other-chair"


class _Made(NamedTuple):
    """One assignment, where it goes, and for whom it is sealed."""

    assignment: "Assignment"
    output: Path
    passphrases: Passphrases
    to: str | None


@click.command("assign")
@click.option("--from", "draft_file", metavar="FILE.yaml", help="The draft.")
@click.option("--output", metavar="X.homework", help="Where the sealed file is written.")
@click.option("--other-chair", metavar="Y.homework", help="The file for the other of a couple.")
@click.option("--to", metavar="NAME", help="Seal for somebody you have paired with.")
@click.option("--other-to", metavar="NAME", help="The same for the other of a couple.")
@passphrase_option
@click.option(
    "--other-passphrase-file", metavar="FILE", help="The passphrase of the other of a couple."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--attestation", is_flag=True, help="Print what is stated, and reasons to wait.")
@click.option("--preview", is_flag=True, help="Open it as the client will see it; write nothing.")
@click.option("--beat", metavar="NAME", help="With --preview: begin at this beat.")
@click.option("--scenario", metavar="S", help="With --preview: the scenario.")
@click.option("--as", "role", metavar="ROLE", help="With --preview: the client's chair.")
@click.option("--plain", is_flag=True, help="With --preview: line by line.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def assign_command(
    *,
    draft_file: str | None,
    output: str | None,
    other_chair: str | None,
    to: str | None,
    other_to: str | None,
    passphrase_files: tuple[str, ...],
    other_passphrase_file: str | None,
    force: bool,
    attestation: bool,
    preview: bool,
    beat: str | None,
    scenario: str | None,
    role: str | None,
    plain: bool,
    as_json: bool,
) -> None:
    """Make an assignment out of a draft, and seal it into a file for the client.

    `simulator homework templates` prints drafts to begin with. The assignment is kept in your
    journal too, so that a report can be held against it.

    For a couple, `couple:` in the draft names the other one: two files are written, each from the
    other chair and under a passphrase of its own, the second with --other-passphrase-file or
    SIMULATOR_HOMEWORK_PASSPHRASE_2.
    """
    if attestation:
        _print_attestation(as_json=as_json)
        return
    if draft_file is None:
        raise Misuse("which draft? --from is missing", "`homework templates` prints one.")
    draft = _read(Path(draft_file))
    if preview:
        _preview(draft, (scenario, role, beat), plain=plain)
        return
    if output is None:
        raise Misuse("where to? --output is missing", "Write --output NAME.homework.")
    if any((beat, scenario, role, plain)):
        raise Misuse("--beat, --scenario, --as and --plain belong to --preview")
    first = _Place(Path(output), Passphrases(passphrase_files), to)
    other_files = (other_passphrase_file,) if other_passphrase_file else ()
    second = None
    if draft.is_couple or other_chair:
        where = Path(other_chair) if other_chair else _beside(first.output)
        second = _Place(where, Passphrases(other_files, variable=OTHER_VARIABLE), other_to)
    elif other_to or other_passphrase_file:
        raise Misuse("--other-to and --other-passphrase-file belong to a couple")
    _assign(draft, first, second, force=force, as_json=as_json)


class _Place(NamedTuple):
    output: Path
    passphrases: Passphrases
    to: str | None


def _beside(output: Path) -> Path:
    return output.with_name(f"{output.stem}{_OTHER}{output.suffix}")


def _read(file: Path) -> "Draft":
    from simulator.practice.homework.drafts import FaultyDraftError, read_draft  # noqa: PLC0415

    with file_troubles():
        data = file.read_bytes()
    try:
        return read_draft(data, file)
    except FaultyDraftError as error:
        raise _faulty(file, error) from error


def _faulty(file: Path, error: "FaultyDraftError") -> Trouble:
    for one in error.problems:
        place = f"{file}:{one.line}:{one.column}"
        click.echo(shown(f"{place}: error: {one.what}\n   hint: {one.hint}\n"), err=True)
    return Trouble(f"{file} is not an assignment yet; nothing was written")


def _made(draft: "Draft", file: Path, *, couple: bool) -> "tuple[Assignment, ...]":
    from simulator.practice.homework.drafts import FaultyDraftError  # noqa: PLC0415

    try:
        return draft.pair(today()) if couple else (draft.one(today()),)
    except FaultyDraftError as error:
        raise _faulty(file, error) from error


def _doubt(assignments: "tuple[Assignment, ...]") -> None:
    """Say what may not be as it was meant; nothing of it stands in the way."""
    from simulator.homework.doubts import doubts  # noqa: PLC0415

    for one in assignments:
        for what in doubts(one):
            note(f"{shown(one.client)}: {what}" if len(assignments) > 1 else what)


def _assign(
    draft: "Draft", first: _Place, second: _Place | None, *, force: bool, as_json: bool
) -> None:
    places = (first, second) if second else (first,)
    if second and first.output.absolute() == second.output.absolute():
        raise Misuse("both files have the same name", "Give --other-chair a name of its own.")
    assignments = _made(draft, draft.file, couple=second is not None)
    _doubt(assignments)
    made = [_Made(one, *place) for one, place in zip(assignments, places, strict=True)]
    with refusals():
        for one in made:
            check_output(one.output, force=force)
        sealed = list(_sealed(made))
    files = [(one.output, data) for one, data in zip(made, sealed, strict=True)]
    with journal() as kept, written(files, force=force):
        _keep(kept, made)
    _tell(made, as_json=as_json)


def _keep(kept: "Journal", made: list[_Made]) -> None:
    """On the desk, all or none."""
    from simulator.practice.homework import desk, pairing  # noqa: PLC0415

    lines = [pairing.person(one.to).line if one.to else None for one in made]
    added: list[str] = []
    try:
        for one, line in zip(made, lines, strict=True):
            desk.give(kept, one.assignment, now())
            added.append(one.assignment.id)
            if line:
                desk.sealed_to(kept, one.assignment, line, now())
    except BaseException:
        if added:
            with suppress(JournalError):
                kept.desk.erase(added, desk.THERAPIST)
        raise


def _sealed(made: list[_Made]) -> Iterator[bytes]:
    """Each under a secret of its own; all are asked for before anything is sealed."""
    from simulator.homework.assignment import body_of  # noqa: PLC0415
    from simulator.homework.sealing.envelope import Kind  # noqa: PLC0415
    from simulator.practice.homework.sealed import seal_for, seal_under  # noqa: PLC0415

    secrets = [one.to or one.passphrases.to_seal(str(one.output)) for one in made]
    if len({_alike(one, secret) for one, secret in zip(made, secrets, strict=True)}) < len(made):
        raise Trouble(_("Each of the two needs a secret of their own; these are the same."))
    for one, secret in zip(made, secrets, strict=True):
        body = body_of(one.assignment)
        if one.to:
            yield seal_for(Kind.ASSIGNMENT, body, one.to, one.passphrases.own_keys())
        else:
            yield seal_under(Kind.ASSIGNMENT, body, secret)


def _alike(made: _Made, secret: str) -> tuple[bool, str | None]:
    """The same for secrets that open each other's files: other blanks make no other passphrase."""
    from simulator.homework.sealing.passphrases import normal  # noqa: PLC0415
    from simulator.practice.homework import pairing  # noqa: PLC0415

    return (True, pairing.person(secret).line) if made.to else (False, normal(secret))


def _tell(made: list[_Made], *, as_json: bool) -> None:
    if as_json:
        first, *rest = (_record(one) for one in made)
        write_json({**first, "other": rest[0]} if rest else first)
        return
    for one in made:
        write_lines(
            _("{file} is written and sealed: for {client}, {id}.").format(
                file=one.output, client=one.assignment.client, id=one.assignment.id[:8]
            )
        )
    write_lines(
        _("The passphrase is not in it: agree on it in the session, not by message.")
        if not all(one.to for one in made)
        else _("Only the keys you have compared open it.")
    )


def _record(made: _Made) -> Mapping[str, Any]:
    from simulator.practice.homework.records import assignment_record  # noqa: PLC0415

    return {**assignment_record(made.assignment), "output": str(made.output)}


def _preview(
    draft: "Draft", which: tuple[str | None, str | None, str | None], *, plain: bool
) -> None:
    from simulator.cli.homework.preview import preview  # noqa: PLC0415

    preview(_made(draft, draft.file, couple=draft.is_couple), *which, plain=plain)


def _print_attestation(*, as_json: bool) -> None:
    from simulator.homework.attestation import REASONS_TO_WAIT, STATED  # noqa: PLC0415

    if as_json:
        write_json(
            {
                "stated": [{"id": one.id, "text": _(one.text)} for one in STATED],
                "reasons_to_wait": [{"id": o.id, "text": _(o.text)} for o in REASONS_TO_WAIT],
            }
        )
        return
    from simulator.cli.homework.output import write_page  # noqa: PLC0415
    from simulator.practice.homework.words import attestation_page  # noqa: PLC0415

    write_page(attestation_page())
