"""A talk over a file that is still being written: read again after a save, replayed by reply id."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from simulator.dialogue.conversation import NotOfferedError
from simulator.dialogue.setup import Setup, SetupError, make_setup
from simulator.partner.moves import Role
from simulator.practice.opening import vet
from simulator.practice.sitting import Sitting
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.findings import Finding
from simulator.scenario.load import load_file
from simulator.scenario.model import Scenario

Deeper = Callable[[Scenario], Sequence[Finding]]
"""A check that takes longer than a save may wait: it is run beside the preview, on values alone."""


class Wanted(NamedTuple):
    """How the preview is set up, whatever the file comes to hold."""

    seed: int
    role: Role | None = None
    """the chair; the first the file has where none is named"""
    temperament: str | None = None
    """in that chair only, as is the tension"""
    tension: int | None = None


class Rehearsal(Sitting):
    """A sitting that also says where it stands, for whoever writes the talk."""

    @property
    def beat(self) -> str:
        """The id of the beat or ending where the talk stands."""
        return self._talk.beat


class Held(NamedTuple):
    """Replies of the author's that the text as it is now does not offer."""

    turn: int
    """number of the first of them, from 1"""
    beat: str
    """where it would have been given"""
    replies: tuple[str, ...]


class Watched:
    """One file, the chair the author sits in, and the replies given so far in each chair.

    `loaded` and `opened` are the text as last read, and `deeper` what a check that takes longer
    found in it; `rehearsal` is of the last text that could be played, and
    `behind` says why where that is another one.
    """

    def __init__(self, path: Path, wanted: Wanted) -> None:
        self.path = path
        self.role = wanted.role
        self.rehearsal: Rehearsal | None = None
        self.behind: str | None = None
        self.held: Held | None = None
        self._wanted = wanted
        self._given: dict[Role, list[str]] = {chair: [] for chair in Role}
        self.loaded = load_file(path)
        self.opened = vet(self.loaded)
        self.deeper: tuple[Diagnostic, ...] = ()
        self._take_up()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is known of the text as last read."""
        return (*self.opened.diagnostics, *self.deeper)

    @property
    def gone(self) -> bool:
        """Whether nothing stands under the file's name."""
        return not self.path.exists()

    def read(self) -> bool:
        """Read and check the file again, and replay; whether it says anything new."""
        loaded = load_file(self.path)
        if (loaded.text, loaded.findings) == (self.loaded.text, self.loaded.findings):
            return False
        self.loaded, self.opened, self.deeper = loaded, vet(loaded), ()
        self._take_up()
        return True

    def choose(self, reply: str) -> None:
        """Give a reply that is offered; replies that were held are let go."""
        self._go_on([*self._played(), reply])

    def undo(self, count: int = 1) -> bool:
        """Take back the last replies, as many as there are; whether there was one.

        Also after a reply that crosses the line: nobody is practising here.
        """
        played = self._played()
        if played:
            self._go_on(played[: max(0, len(played) - count)])
        return bool(played)

    def restart(self) -> None:
        """Start again from the first line."""
        self._go_on([])

    def change_chair(self) -> None:
        """Sit in the other chair, at the replies given there. Raises `SetupError`."""
        if self.role is None or self.rehearsal is None:
            return
        self._replay(self.rehearsal.scenario, self.role.other)

    def _take_up(self) -> None:
        self.behind = None
        scenario = self.opened.scenario
        if scenario is None:
            self.behind = "it is gone" if self.gone else "it has errors"
            return
        try:
            self._replay(scenario, self.role or scenario.roles[0])
        except SetupError as error:
            self.behind = str(error)

    def _replay(self, scenario: Scenario, role: Role) -> None:
        """The replies given, by id, on this text; where one is not offered it and the rest wait."""
        rehearsal, held = Rehearsal(scenario, self._setup(scenario, role)), None
        given = self._given[role]
        for number, reply in enumerate(given):
            try:
                rehearsal.choose(reply)
            except NotOfferedError:
                held = Held(number + 1, rehearsal.beat, tuple(given[number:]))
                break
        self.role, self.rehearsal, self.held = role, rehearsal, held

    def _setup(self, scenario: Scenario, role: Role) -> Setup:
        seed, chosen, temperament, tension = self._wanted
        if role is not chosen:
            return make_setup(scenario, role, seed=seed)
        return make_setup(scenario, role, temperament=temperament, tension=tension, seed=seed)

    def _played(self) -> list[str]:
        return [] if self.rehearsal is None else [turn.reply for turn in self.rehearsal.turns]

    def _go_on(self, replies: list[str]) -> None:
        if self.role is not None and self.rehearsal is not None:
            self._given[self.role] = replies
            self._replay(self.rehearsal.scenario, self.role)
