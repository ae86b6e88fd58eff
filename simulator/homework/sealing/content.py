"""What stands inside a sealed file: its format, its kind and its body, in canonical JSON."""

from collections.abc import Mapping

from simulator.homework.sealing.canonical import Json, canonical, parse
from simulator.homework.sealing.errors import Damaged, NewerFormat, OlderFormat, WrongKind
from simulator.language import N_, _

FORMAT = 1
OLDEST = 1
_NAMES = {
    "homework": N_("an assignment"),
    "report": N_("a report"),
    "withdrawal": N_("word that an assignment is withdrawn"),
    "keys": N_("somebody's own keys"),
}


def written(kind: str, body: Mapping[str, Json], **more: Json) -> bytes:
    """The bytes to seal. Raises as `canonical` does."""
    return canonical({"format": FORMAT, "kind": kind, "body": body, **more})


def read(plain: bytes, *names: str) -> dict[str, Json]:
    """What `written` has written, with exactly these further names.

    Raises `Damaged`, `NewerFormat`, `OlderFormat` or `TooLarge`.
    """
    found = parse(plain)
    if not isinstance(found, dict):
        raise Damaged(_other_shape())
    check_format(found.get("format"))
    if set(found) != {"format", "kind", "body", *names}:
        raise Damaged(_other_shape())
    if not isinstance(found["kind"], str) or not isinstance(found["body"], dict):
        raise Damaged(_other_shape())
    return found


def check_format(number: Json) -> None:
    """Raises `Damaged`, `NewerFormat` or `OlderFormat` where this number is not read here."""
    if not isinstance(number, int) or isinstance(number, bool):
        raise Damaged(_other_shape())
    if number > FORMAT:
        raise NewerFormat(
            _(
                "This file was sealed by a newer version of the program. Bring this one up to date"
                " to open it."
            )
        )
    if number < OLDEST:
        raise OlderFormat(
            _(
                "This file was sealed in a format that is no longer read. Ask for it again, sealed"
                " by a newer version of the program."
            )
        )


def check_kind(found: str, expected: str) -> None:
    """Raises `WrongKind` where it is another one."""
    if found == expected:
        return
    wanted = _(_NAMES[expected])
    if found not in _NAMES:
        raise WrongKind(
            _("This file holds something that this program does not know, not {wanted}.").format(
                wanted=wanted
            )
        )
    raise WrongKind(
        _("This file holds {found}, and what is needed here is {wanted}.").format(
            found=_(_NAMES[found]), wanted=wanted
        )
    )


def _other_shape() -> str:
    return _(
        "This file opens, but it holds nothing that this program has sealed. Nothing was read from"
        " it."
    )
