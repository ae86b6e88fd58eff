"""Other keys, as somebody chose them: which can be used, and why the others cannot."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any, NamedTuple

from simulator.language import _
from simulator.practice.keys import (
    BOUND,
    KEY_NAMES,
    LEAVING,
    in_force,
    is_key,
    label,
    meet,
    own_keys,
)


class Checked(NamedTuple):
    """The keys that can be used, and what is amiss with the others, in words."""

    keys: Mapping[str, str]
    problems: tuple[str, ...]


def flat(table: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """A table of keys by id; `play.undo` may be one quoted name, or a table in a table."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            found |= flat(value, f"{before}{name}.")
        else:
            found[f"{before}{name}"] = value
    return found


def drop(table: MutableMapping[str, Any], id_: str) -> None:
    """Take an id out of a table of keys, however it is written there."""
    if id_ in table:
        del table[id_]
        return
    first, _dot, rest = id_.partition(".")
    if isinstance(inner := table.get(first), MutableMapping):
        drop(inner, rest)


def checked(table: Mapping[str, Any]) -> Checked:
    """What of a table of keys can be used. The first of two that cannot go together stands."""
    kept: dict[str, str] = {}
    problems: list[str] = []
    for id_, value in flat(table).items():
        if why := _why_not(id_, value):
            problems.append(why)
        else:
            kept[id_] = ",".join(own_keys(value))
    while clash := next(_clashes(kept), None):
        problems.append(clash.words)
        del kept[clash.id]
    return Checked(kept, tuple(problems))


def clash_of(id_: str, key: str, chosen: Mapping[str, str]) -> str | None:
    """Why this key cannot be given to what this id does, in words; `None` where it can.

    Several keys have commas between them.
    """
    if why := _why_not(id_, key):
        return why
    others = {**chosen, id_: key}
    return next((clash.words for clash in _clashes(others) if id_ in {clash.id, clash.other}), None)


class _Clash(NamedTuple):
    id: str
    """the one that gives way"""
    other: str
    words: str


def _why_not(id_: str, value: Any) -> str | None:
    if id_ not in BOUND:
        return _("there is no key “{id}”.{nearest}").format(id=id_, nearest=_nearest(id_, BOUND))
    if not isinstance(value, str) or not own_keys(value):
        return _('“{id}” wants a key, such as "{key}".').format(id=id_, key=BOUND[id_].keys)
    return next(filter(None, (_reserved(id_, key) for key in own_keys(value))), None)


def _reserved(id_: str, key: str) -> str | None:
    if not is_key(key):
        text = _(
            "“{id}” wants a key such as u, f2, ctrl+u or pageup; “{key}” is none that is known."
        )
        return text.format(id=id_, key=label(key)) + _nearest(key, KEY_NAMES)
    if key in LEAVING and id_ != "app.leave":
        text = _("“{id}” cannot have {key}: it leaves at once, always.")
    elif key.isdecimal():
        text = _("“{id}” cannot have {key}: numbers choose from a list.")
    elif key == "escape" and id_ == "app.leave":
        text = _("“{id}” cannot have {key}: pressed once it goes back, pressed twice it leaves.")
    else:
        return None
    return text.format(id=id_, key=label(key))


def _clashes(chosen: Mapping[str, str]) -> Iterator[_Clash]:
    """Keys that would do two things on one screen, where they did not before."""
    for id_ in reversed(list(chosen)):
        for other in BOUND:
            shared = _shared(id_, other, chosen)
            if other != id_ and shared and meet(id_, other) and not _shared(id_, other, {}):
                text = _("“{id}” cannot have {key}: “{other}” has it ({does}).")
                does = _(BOUND[other].does)
                words = text.format(id=id_, key=label(shared), other=other, does=does)
                yield _Clash(id_, other, words)


def _shared(one: str, other: str, chosen: Mapping[str, str]) -> str | None:
    keys = in_force(other, chosen)
    return next((key for key in in_force(one, chosen) if key in keys), None)


def _nearest(name: str, known: Iterable[str]) -> str:
    from simulator.scenario.nearest import nearest  # noqa: PLC0415 - only where one is unknown

    near = nearest(name, known)
    return _(" Did you mean “{name}”?").format(name=near) if near else ""
