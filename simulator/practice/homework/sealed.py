"""Sealed files as they come and go: with a passphrase, or between people who have paired."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from simulator.homework.sealing.canonical import Json
from simulator.homework.sealing.envelope import (
    Kind,
    Lock,
    Opened,
    SealError,
    WrongKind,
    WrongPassphrase,
    WrongSender,
    lock_of,
    open_from,
    open_with_passphrase,
    seal_to,
    seal_with_passphrase,
)
from simulator.homework.sealing.files import read_sealed
from simulator.homework.sealing.keys import Keys, PublicKeys
from simulator.language import _
from simulator.practice.homework import pairing
from simulator.practice.homework.client import HomeworkError

LIKELY: Mapping[str, Kind] = {".report": Kind.REPORT, ".homework": Kind.ASSIGNMENT}


class Secrets(Protocol):
    """Where passphrases come from: what was given, then whoever can be asked."""

    def to_open(self, path: Path) -> Iterator[str]:
        """Passphrases to try, one after the other; ends where nobody is left to ask."""

    def own_keys(self) -> Keys:
        """The own keys, unlocked once. Raises `SealError` or `HomeworkError`."""


class Found(NamedTuple):
    """What was in a file."""

    opened: Opened
    sender: str | None
    """the name of whoever signed it; `None` where it was sealed with a passphrase"""


def open_file(path: Path, kinds: Sequence[Kind], secrets: Secrets) -> Found:
    """What is in the file, which is one of these kinds. Raises `SealError` or `HomeworkError`;
    nothing was written then."""
    data = read_sealed(path)
    likely = LIKELY.get(path.suffix)
    ordered = sorted(kinds, key=lambda kind: kind is not likely)
    if lock_of(data) is Lock.KEYS:
        return _from_somebody(data, ordered, secrets.own_keys())
    trouble: SealError | None = None
    for passphrase in secrets.to_open(path):
        try:
            return Found(_of_kinds(ordered, _with(data, passphrase)), None)
        except WrongPassphrase as error:
            trouble = error
    if trouble is not None:
        raise trouble
    raise HomeworkError(
        _("A passphrase is needed to open this file, and there was nobody to ask for it.")
    )


def seal_for(kind: Kind, body: Mapping[str, Json], to: str, keys: Keys) -> bytes:
    """The bytes for somebody one has paired with. Raises `HomeworkError` or `SealError`."""
    return seal_to(kind, body, pairing.person(to), keys)


def seal_under(kind: Kind, body: Mapping[str, Json], passphrase: str) -> bytes:
    """The bytes under a passphrase. Raises `SealError`."""
    return seal_with_passphrase(kind, body, passphrase)


def _with(data: bytes, passphrase: str) -> Callable[[Kind], Opened]:
    return lambda kind: open_with_passphrase(data, passphrase, expect=kind)


def _of_kinds(kinds: Sequence[Kind], open_: Callable[[Kind], Opened]) -> Opened:
    """Raises what was said of the first, which is the one most likely meant."""
    first, *others = kinds
    try:
        return open_(first)
    except WrongKind:
        for kind in others:
            with suppress(WrongKind):
                return open_(kind)
        raise


def _from_somebody(data: bytes, kinds: Sequence[Kind], keys: Keys) -> Found:
    """Signed by one of those one has paired with."""
    trouble: SealError | None = None
    for name, public in pairing.people().items():
        try:
            return Found(_of_kinds(kinds, _signed(data, keys, public)), name)
        except WrongSender as error:
            trouble = error
    if trouble is not None:
        raise trouble
    raise HomeworkError(
        _("This file is sealed for paired keys, and you have not paired with anybody yet.")
    )


def _signed(data: bytes, keys: Keys, sender: PublicKeys) -> Callable[[Kind], Opened]:
    return lambda kind: open_from(data, keys, sender, expect=kind)
