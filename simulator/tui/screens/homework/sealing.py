"""A passphrase and a file for what goes out; for each of two people their own."""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textual import on
from textual.widget import Widget

from simulator.homework.sealing.canonical import Json
from simulator.homework.sealing.envelope import Kind
from simulator.homework.sealing.files import check_free, write_sealed
from simulator.homework.sealing.passphrases import normal, suggested, weakness
from simulator.journal.journal import Journal
from simulator.language import N_, _
from simulator.practice.homework import pairing
from simulator.practice.homework.client import HomeworkError
from simulator.practice.homework.sealed import seal_for, seal_under
from simulator.practice.safe import shown
from simulator.tui.host import host
from simulator.tui.screens.homework.form import FormScreen, ask, told
from simulator.tui.screens.homework.opening import path_of
from simulator.tui.screens.homework.working import in_journal
from simulator.tui.screens.tell import TellScreen
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.row import Pick, Press
from simulator.tui.widgets.secret import Secret
from simulator.tui.widgets.words import Words

_WITH_WORDS = "words"
_PERSON = "person:"
_ENDINGS: Mapping[Kind, str] = {
    Kind.ASSIGNMENT: ".homework",
    Kind.REPORT: ".report",
    Kind.WITHDRAWAL: ".homework",
}
_ABOUT = N_(
    "The passphrase is not in the file. Agree on it in the session, or say it aloud; not by message."
)
_DRAWN = N_("It is: {passphrase}. Write it down now, or say it in the session; it is kept nowhere.")
_ALL_THE_SAME = N_("Choose “Seal it” once more to use it all the same.")
SEALED = N_("It is sealed")


class ToSeal(NamedTuple):
    """One body that goes out."""

    kind: Kind
    body: Mapping[str, Json]
    name: str
    """the client's code name; a file name is made of it"""


class Sealed(NamedTuple):
    """Where it went."""

    path: Path
    keys: str | None
    """the line of the keys it is sealed for; `None` under a passphrase"""


class _Lock(NamedTuple):
    """What one of them is sealed with, as it was filled in."""

    path: Path
    person: str | None
    passphrase: str


Keep = Callable[[Journal, tuple[Sealed, ...]], object]
"""what is kept of it once it is written"""


class SealScreen(FormScreen):
    """Gives the files that were written."""

    def __init__(self, things: Sequence[ToSeal], keep: Keep) -> None:
        super().__init__()
        self._things = tuple(things)
        self._keep = keep
        self._told: set[str] = set()

    @property
    def title_words(self) -> str:
        """What is done here."""
        return _("Seal it")

    def places(self) -> Iterable[Widget]:
        """For each a file and a passphrase."""
        yield told(_(_ABOUT))
        for at, thing in enumerate(self._things):
            yield from self._for_one(at, thing)
        yield Press(_("Seal it"), id="seal")

    def _for_one(self, at: int, thing: ToSeal) -> Iterator[Widget]:
        if len(self._things) > 1:
            yield Words(shown(thing.name), classes="heading section")
        yield ask(_("The file"))
        yield Field(str(_free(thing, self._things[:at])), id=f"file-{at}")
        people = _people()
        if people:
            with_ = _("a passphrase you two know")
            for_ = [
                (f"{_PERSON}{name}", _("the keys of {name}").format(name=name)) for name in people
            ]
            yield Pick(_("Opened with:"), [(_WITH_WORDS, with_), *for_], id=f"to-{at}")
        yield ask(
            _("Passphrase; of your own keys, where you seal it for somebody else’s keys")
            if people
            else _("Passphrase")
        )
        yield Secret(id=f"once-{at}")
        yield ask(_("The same once more"))
        yield Secret(id=f"twice-{at}")
        yield Press(_("Draw one for me"), id=f"draw-{at}")
        yield Words(classes="told", id=f"drawn-{at}")

    @on(Press.Pressed)
    def press(self, event: Press.Pressed) -> None:
        """Draw a passphrase, or seal."""
        name = str(event.press.id)
        if name == "seal":
            self._seal()
        else:
            self._draw(name.removeprefix("draw-"))

    def _draw(self, at: str) -> None:
        drawn = suggested()
        for name in ("once", "twice"):
            self.query_one(f"#{name}-{at}", Secret).value = drawn
        self.query_one(f"#drawn-{at}", Words).show(_(_DRAWN).format(passphrase=drawn))
        self.call_after_refresh(self.query_one(f"#drawn-{at}").scroll_visible, animate=False)

    def _seal(self) -> None:
        try:
            locks = tuple(self._lock(at) for at in range(len(self._things)))
            _apart(locks)
        except HomeworkError as error:
            self.refused(error)
            return
        if weak := self._weak(locks):
            self.say(f"{weak} {_(_ALL_THE_SAME)}")
            return
        keeping, things, keep = host(self).keeping, self._things, self._keep
        self.job(
            _("Sealing …"),
            lambda: in_journal(keeping, lambda journal: _write(things, locks, keep, journal)),
            self._tell,
        )

    def _weak(self, locks: Iterable[_Lock]) -> str:
        """What makes a new passphrase easy to guess; each is told once."""
        for lock in locks:
            words = None if lock.person else weakness(lock.passphrase)
            if words and lock.passphrase not in self._told:
                self._told.add(lock.passphrase)
                return words
        return ""

    def _lock(self, at: int) -> _Lock:
        path = path_of(self.field(f"file-{at}").text)
        to = next((one.value for one in self.query(f"#to-{at}").results(Pick)), _WITH_WORDS)
        once, twice = self.secret(f"once-{at}"), self.secret(f"twice-{at}")
        if to.startswith(_PERSON):
            return _Lock(path, to.removeprefix(_PERSON), once)
        if not once:
            raise HomeworkError(_("A passphrase is missing. Type one, or have one drawn."))
        if once != twice:
            raise HomeworkError(_("The two passphrases are not the same. Type them once more."))
        return _Lock(path, None, once)

    def _tell(self, sealed: tuple[Sealed, ...]) -> None:
        files = "\n".join(shown(str(one.path)) for one in sealed)
        self.app.push_screen(
            TellScreen(SEALED, files), lambda _read: self.dismiss(tuple(o.path for o in sealed))
        )


def _write(
    things: Sequence[ToSeal], locks: Sequence[_Lock], keep: Keep, journal: Journal
) -> tuple[Sealed, ...]:
    """All of it or nothing: what was written goes again where the journal cannot keep it."""
    for lock in locks:
        check_free(lock.path)
    made = [_sealed(thing, lock) for thing, lock in zip(things, locks, strict=True)]
    written: list[Path] = []
    try:
        for lock, (data, _keys) in zip(locks, made, strict=True):
            write_sealed(lock.path, data)
            written.append(lock.path)
        sealed = tuple(
            Sealed(lock.path, keys) for lock, (_data, keys) in zip(locks, made, strict=True)
        )
        keep(journal, sealed)
    except BaseException:
        for path in written:
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    return sealed


def _sealed(thing: ToSeal, lock: _Lock) -> tuple[bytes, str | None]:
    if lock.person is None:
        return seal_under(thing.kind, thing.body, lock.passphrase), None
    own = pairing.own(lock.passphrase)
    data = seal_for(thing.kind, thing.body, lock.person, own)
    return data, pairing.person(lock.person).line


def _apart(locks: Sequence[_Lock]) -> None:
    """Each of two has a file and a secret of their own."""
    if len({lock.path.absolute() for lock in locks}) < len(locks):
        raise HomeworkError(_("Both files have the same name. Give each its own."))
    secrets = {lock.person or normal(lock.passphrase) for lock in locks}
    if len(secrets) < len(locks):
        raise HomeworkError(_("Each of the two needs a secret of their own; these are the same."))


def _free(thing: ToSeal, before: Sequence[ToSeal]) -> Path:
    """A name that nothing has yet."""
    plain = re.sub(r"[^\w-]+", "-", thing.name.strip().casefold()).strip("-_") or "practice"
    ending = _ENDINGS[thing.kind]
    taken = sum(one.name == thing.name for one in before)
    for number in range(1 + taken, 1000):
        path = Path.cwd() / (f"{plain}{ending}" if number == 1 else f"{plain}-{number}{ending}")
        if not path.exists():
            return path
    return Path.cwd() / f"{plain}{ending}"


def _people() -> tuple[str, ...]:
    try:
        return tuple(pairing.people())
    except HomeworkError:
        return ()
