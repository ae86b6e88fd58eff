"""What the header of an age file says, read before anything is worked out from it.

The format is https://age-encryption.org/v1: a version line, stanzas (`-> kind …`) that each hold
the file's key for one recipient, and a line `--- ` with a check on all of this.
"""

import re
from enum import StrEnum

from simulator.homework.sealing.errors import Damaged, NewerFormat, TooLarge
from simulator.language import _

MOST_FILE = 8 * 2**20
"""bytes of a sealed file"""
MOST_HEADER = 4096
MOST_WORK = 20
"""of scrypt, as a power of two: a gigabyte and a few seconds"""
FIRST = b"age-encryption.org/v1\n"
_FAMILY = b"age-encryption.org/"
_LETTERS_FORM = b"-----BEGIN AGE"
_STANZA = b"-> "
_END = b"\n--- "
_WORK = re.compile(rb"[1-9][0-9]{0,18}")


class Lock(StrEnum):
    """What a sealed file is opened with."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the kind, not one
    KEYS = "keys"


def lock(data: bytes) -> Lock:
    """What opens this file. Raises `Damaged`, `NewerFormat` or `TooLarge` where nothing does."""
    if len(data) > MOST_FILE:
        raise TooLarge(too_large())
    if not data.startswith(FIRST):
        raise _unlike(data)
    stanzas = _stanzas(data)
    kinds = {stanza[0] for stanza in stanzas}
    if b"scrypt" in kinds:
        _check_work(stanzas)
        return Lock.PASSPHRASE
    if b"X25519" in kinds:
        return Lock.KEYS
    raise Damaged(_("This file is sealed in a way that this program does not use."))


def too_large() -> str:
    """That a file is larger than a sealed file is."""
    return _(
        "This file is larger than {most} MiB, more than any file this program seals. It was not"
        " opened; check that it is the file you mean."
    ).format(most=MOST_FILE // 2**20)


def _stanzas(data: bytes) -> list[list[bytes]]:
    end = data.find(_END, 0, MOST_HEADER)
    if end < 0:
        raise Damaged(_("The beginning of this file is damaged or cut. Ask for the file again."))
    lines = data[:end].split(b"\n")
    return [line[len(_STANZA) :].split(b" ") for line in lines if line.startswith(_STANZA)]


def _check_work(stanzas: list[list[bytes]]) -> None:
    if len(stanzas) != 1 or len(stanzas[0]) != 3 or not _WORK.fullmatch(stanzas[0][2]):
        raise Damaged(_("The beginning of this file is damaged. Ask for the file again."))
    if int(stanzas[0][2]) > MOST_WORK:
        raise TooLarge(
            _(
                "This file asks for far more work to be opened than this program ever asks for. It"
                " was not opened; if it comes from somebody you know, ask for it again."
            )
        )


def _unlike(data: bytes) -> Damaged | NewerFormat:
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data:
        return Damaged(_("This file is empty. Ask for the file again."))
    if start.startswith((b"{", b"[")):
        return Damaged(
            _(
                "This file is not sealed: anybody could have written or changed it. It was not"
                " opened; ask for the sealed file."
            )
        )
    if start.startswith(_LETTERS_FORM):
        return Damaged(
            _(
                "This file is sealed, but was turned into letters for a message. Ask for the file"
                " itself, as an attachment."
            )
        )
    if re.match(re.escape(_FAMILY) + rb"v[0-9]+\n", data):
        return NewerFormat(
            _("This file is sealed in a newer way. A newer version of this program may open it.")
        )
    return Damaged(_("This is not a sealed file of this program, or its beginning is damaged."))
