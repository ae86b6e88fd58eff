"""`simulator erase`: kept talks, gone for good."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.cli.errors import Misuse
from simulator.cli.journals import find, opened
from simulator.cli.trouble import Trouble, file_troubles
from simulator.journal.errors import DamagedError, NewerSchemaError, WrongKeyError
from simulator.journal.events import Damaged
from simulator.practice.safe import shown
from simulator.practice.when import when

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal

_BEYOND = (
    "What other programs copied (backups of this computer, synchronised folders, exports) is not"
    " reached, and a flash disk may keep what was overwritten."
)


_RESTS = frozenset({".old", ".part"})
_BESIDE = ("-journal", ".keys", *sorted(_RESTS))
"""what the program makes beside a journal, by the end of its name; other files are not its own"""


class _Wanted(NamedTuple):
    play: str | None
    scenario: str | None
    everything: bool


@click.command("erase")
@click.option("--play", "id_", metavar="ID", help="One talk, by its id or how it begins.")
@click.option("--scenario", metavar="ID", help="Every talk of this scenario.")
@click.option("--all", "everything", is_flag=True, help="Every talk, and what goes with them.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase_command(*, id_: str | None, scenario: str | None, everything: bool, yes: bool) -> None:
    """Erase kept talks for good, those that stopped at a crossed line included.

    What was there is overwritten, in the journal and in the backups made before its tables were
    changed, and so are the texts of scenarios that no other talk needs. There is no way back.

    --all erases homework as well, given and received, with the reports on it, and your keys for it
    with those of the people you have paired with. It also works where the journal is damaged or its
    passphrase is forgotten, and removes the random name that exports give you.
    """
    wanted = _Wanted(id_, scenario, everything)
    if sum(map(bool, wanted)) != 1:
        raise Misuse(
            "what is to be erased?", "Give one of --play ID, --scenario ID and --all; no other."
        )
    try:
        with opened() as journal:
            count, given = _erased(journal, wanted, yes=yes) if journal else (0, 0)
    except Trouble as trouble:
        if not everything or not _unreadable(trouble):
            raise
        _erase_files(trouble, yes=yes)
        return
    swept = everything and _swept(alone=journal is None, yes=yes)
    click.echo(_done(count, also=swept or given > 0))


def _erased(journal: "Journal", wanted: _Wanted, *, yes: bool) -> tuple[int, int]:
    """How many talks were erased, and how much homework."""
    plays, copies = _plays(journal, wanted), _backups()
    given = _homework(journal) if wanted.everything else ()
    keys = _keys() if wanted.everything else ()
    if not plays and not given and not keys and not (wanted.everything and copies):
        return 0, 0
    beside = _with_homework(given) + _with_keys(keys) + _with_copies(copies)
    _ask(_question(plays, wanted) + beside, yes=yes)
    return journal.erase(play.id for play in plays), journal.desk.erase(given)


def _homework(journal: "Journal") -> tuple[str, ...]:
    """The ids of all homework that was opened or made here, with those that are damaged."""
    ids: set[str] = set()
    for side in ("client", "therapist"):
        ids.update(kept.id for kept in journal.desk.all(side))
        ids.update(journal.desk.damaged(side))
    return tuple(sorted(ids))


def _with_homework(given: tuple[str, ...]) -> str:
    """Homework goes with the talks, and so does all that came back on it."""
    return f" Homework goes too, given and received ({len(given)})." if given else ""


def _keys() -> tuple[Path, ...]:
    """What pairing left: the own keys, and those of other people."""
    from simulator.practice.homework.pairing import kept_files  # noqa: PLC0415

    return kept_files()


def _with_keys(keys: tuple[Path, ...]) -> str:
    """Without the keys, what is sealed for them opens no more; whoever is asked knows that."""
    if not keys:
        return ""
    return (
        " Your pairing keys go too, and those of the people you have paired with"
        f" ({', '.join(key.name for key in keys)}): what is sealed for you opens no more."
    )


def _plays(journal: "Journal", wanted: _Wanted) -> "tuple[Play | Damaged, ...]":
    found = journal.listing(with_stopped=True)
    if wanted.play is not None:
        return (_one(journal, wanted.play, found.damaged),)
    every: list[Play | Damaged] = [*found.plays, *found.damaged]
    return tuple(play for play in every if wanted.scenario in {None, play.scenario})


def _one(journal: "Journal", id_: str, damaged: "tuple[Damaged, ...]") -> "Play | Damaged":
    """A damaged talk is named by its whole id, which `simulator history` prints."""
    whole = (play for play in damaged if play.id == id_.lower())
    return next(whole, None) or find(journal, id_)


def _question(plays: "tuple[Play | Damaged, ...]", wanted: _Wanted) -> str:
    if wanted.play is not None:
        [play] = plays
        if isinstance(play, Damaged):
            return f"Erase the talk {play.id}, which is damaged?"
        return f"Erase the talk {play.id} ({shown(play.scenario)}, {when(play.started)})?"
    of = f" of “{shown(wanted.scenario)}”" if wanted.scenario else ""
    return f"Erase {_talks(len(plays))}{of}?"


def _ask(question: str, *, yes: bool) -> None:
    if not yes and not click.confirm(f"{question} There is no way back.", err=True):
        click.echo("Nothing was erased.")
        raise click.exceptions.Exit(1)


def _unreadable(trouble: Trouble) -> bool:
    return isinstance(trouble.__cause__, DamagedError | NewerSchemaError | WrongKeyError)


def _erase_files(trouble: Trouble, *, yes: bool) -> None:
    """Of a journal that does not open: the files themselves."""
    click.echo(trouble.format_message(), err=True)
    files = _files()
    if not files or not _is_surely_ours():
        raise trouble
    keys = _keys()
    question = f"It cannot be opened. Erase its files all the same?{_listed((*files, *keys))}\n"
    _ask(question + _with_keys(keys).lstrip(), yes=yes)
    _scrub((*files, *keys, _random_name()))
    click.echo(f"The journal and everything beside it is erased.\n{_BEYOND}")


def _listed(files: Iterable[Path]) -> str:
    return "".join(f"\n  {file}" for file in files)


def _is_surely_ours() -> bool:
    """Whether a file that cannot be opened as a journal is one nevertheless: where the program
    keeps its own, or with what a passphrase opens beside it."""
    from simulator.journal.address import keys_file  # noqa: PLC0415
    from simulator.practice.places import journal_file  # noqa: PLC0415

    path = _file()
    return path is not None and (path == journal_file().absolute() or keys_file(path).exists())


def _swept(*, alone: bool, yes: bool) -> bool:
    """Whether anything was there besides the talks: rests of a run that was killed, a random name.

    Where the journal itself is gone (`alone`), everything that was its own goes after it.
    """
    rests = tuple(file for file in _files() if alone or file.suffix in _RESTS)
    keys = _keys()
    if alone and (rests or keys):
        listed = _listed((*rests, *keys))
        question = f"There is no journal. Erase what else was left?{listed}\n"
        _ask(question + _with_keys(keys).lstrip(), yes=yes)
    return _scrub((*rests, *keys, _random_name()))


def _scrub(files: Iterable[Path]) -> bool:
    from simulator.journal.scrub import scrub  # noqa: PLC0415

    with file_troubles():
        return sum(scrub(file) for file in files) > 0


def _file() -> Path | None:
    from simulator.journal.address import file_of  # noqa: PLC0415
    from simulator.practice.places import journal_url  # noqa: PLC0415

    return file_of(journal_url())


def _backups() -> tuple[Path, ...]:
    from simulator.journal.backup import backups  # noqa: PLC0415

    path = _file()
    return backups(path) if path else ()


def _with_copies(copies: tuple[Path, ...]) -> str:
    """Erasing takes the backups along; whoever is asked knows that."""
    if not copies:
        return ""
    which = ", ".join(copy.name for copy in copies)
    return f" Backups of the journal from before an update go too: {which}."


def _files() -> tuple[Path, ...]:
    """The journal, and what is beside it under its name: backups, what the passphrase opens."""
    path = _file()
    if path is None:
        return ()
    named = [path, *(path.with_name(f"{path.name}{end}") for end in _BESIDE)]
    copies = _backups() if path.parent.is_dir() else ()
    return (*(file for file in named if file.is_file()), *copies)


def _random_name() -> Path:
    from simulator.practice.pseudonym import pseudonym_file  # noqa: PLC0415

    return pseudonym_file()


def _done(count: int, *, also: bool) -> str:
    if count:
        return f"{_talks(count)} erased for good.\n{_BEYOND}"
    return "What was left is erased." if also else "There was nothing to erase."


def _talks(count: int) -> str:
    return "1 talk" if count == 1 else f"{count} talks"
