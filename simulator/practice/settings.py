"""What one person has chosen, in one small file in the platform's place.

A file with a fault never keeps the program from opening: what cannot be used is named, the
default stands in, and a file that is not TOML is left exactly as it is.
"""

import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, NamedTuple

from simulator.language import ENGLISH, _, available, speak
from simulator.practice.files import write_whole
from simulator.practice.places import settings_file, site_settings_file

THEME_NAMES = ("dark", "light", "high-contrast")
MOTION_NAMES = ("full", "reduced")
COACHING_NAMES = ("full", "after", "none")
METER_NAMES = ("numbers", "words")
NARROWEST, WIDEST = 40, 120
"""cells a line of the talk may have at most"""


class Settings(NamedTuple):
    """What can be chosen. The field names are the names in the file."""

    terms_accepted: bool = False
    """the pages of the first start were read"""
    show_intimacy: bool = False
    """whether scenarios about physical closeness are listed"""
    theme: str = "dark"
    """dark, light or high-contrast"""
    motion: str = "full"
    """full or reduced"""
    thoughts: bool = False
    """whether a partner's thoughts are shown"""
    coaching: str = "full"
    """full; after: nothing but the meters until the talk is over; none: not even the meters"""
    guess: bool = True
    """whether a reply is followed by the question how it landed"""
    still_second: bool = True
    """whether a second passes between the answer and what comes after it"""
    meters: str = "numbers"
    """numbers, or words alone"""
    text_width: int = 84
    """cells a line of the talk has at most"""
    discreet: bool = False
    """neutral names, and no talk offered by its title when the program opens"""
    language: str = "en"
    """of the interface; scenarios have their own"""
    keys: Mapping[str, str] = {}
    """other keys by the id of what they do, several with commas between them"""
    safety_lines: Mapping[str, tuple[str, ...]] = {}
    """places to turn to, by locale (`en_GB`, `en`) or for `any`; checked by whoever adds them"""


class Loaded(NamedTuple):
    """Settings as read, and what was found amiss, in words."""

    settings: Settings
    problems: tuple[str, ...] = ()
    writable: bool = True
    """false where the file could not be read as TOML, and so must not be overwritten"""


class NotKeptError(Exception):
    """Settings could not be written; the message says where and why."""


def begin() -> Loaded:
    """Read the settings and speak their language from now on. Never raises."""
    loaded = load()
    if loaded.settings.language == ENGLISH:
        return loaded
    speak(loaded.settings.language)
    return load() if loaded.problems else loaded


def load(path: Path | None = None, site: Path | None = None) -> Loaded:
    """Read the settings; of the site's file only the safety lines. Never raises."""
    path = path or settings_file()
    shared = _read(site or site_settings_file())[0]
    table, problem = _read(path)
    if problem:
        lines = _lines(shared.get("safety_lines")) or {}
        return Loaded(Settings(safety_lines=lines), (problem,), writable=False)
    return _checked(table, shared, path)


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings; comments in the file stay, and so do safety lines. Raises `NotKeptError`."""
    import tomlkit  # noqa: PLC0415  (only here: reading needs no more than the standard library)

    path = path or settings_file()
    try:
        written = path.read_text(encoding="utf-8") if path.exists() else _OPENING
        document = tomlkit.parse(written)
        for field in _SIMPLE:
            document[field] = getattr(settings, field)
        _put_keys(document, settings.keys)
        write_whole(path, tomlkit.dumps(document))
    except (OSError, UnicodeDecodeError, tomlkit.exceptions.TOMLKitError) as error:
        known = error.strerror if isinstance(error, OSError) else None
        text = _("Your choices could not be kept in {path}: {reason}.")
        raise NotKeptError(text.format(path=path, reason=known or _("see the file"))) from error


def _put_keys(document: MutableMapping[str, Any], chosen: Mapping[str, str]) -> None:
    """The keys into the file's own table; what cannot be used there is left as it is."""
    from simulator.practice.key_choices import checked, drop, flat  # noqa: PLC0415 (as above)

    table = document.get("keys")
    before = flat(table) if isinstance(table, Mapping) else {}
    used = checked(before).keys
    for id_ in used.keys() - chosen.keys():
        drop(document["keys"], id_)
    for id_, keys in chosen.items():
        if used.get(id_) == keys:
            continue
        if id_ in before and id_ not in document["keys"]:
            drop(document["keys"], id_)
        if not isinstance(document.get("keys"), Mapping):
            document["keys"] = {}
        document["keys"][id_] = keys


_OPENING = "# Settings of Dialogue practice. Delete this file to start afresh.\n\n"


def lines_for(settings: Settings, locale: str) -> tuple[str, ...]:
    """The places to turn to for a locale such as `en_GB`: the most exact entry, then `any`."""
    lines = settings.safety_lines
    exact = locale.replace("-", "_").partition(".")[0]
    found = lines.get(exact) or lines.get(exact.partition("_")[0]) or ()
    return (*found, *lines.get("any", ()))


def _read(path: Path) -> tuple[dict[str, Any], str | None]:
    try:
        with path.open("rb") as stream:
            return tomllib.load(stream), None
    except FileNotFoundError:
        return {}, None
    except OSError as error:
        text = _("The settings in {path} cannot be read: {reason}.")
        return {}, text.format(path=path, reason=error.strerror)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        text = _(
            "The settings in {path} cannot be read: {reason}. Mend or delete the file; until then, "
            "what you choose is not kept."
        )
        return {}, text.format(path=path, reason=error)


def _truth(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _within(least: int, most: int) -> Callable[[Any], int | None]:
    return lambda value: value if type(value) is int and least <= value <= most else None


def _one_of(*names: str) -> Callable[[Any], str | None]:
    return lambda value: value if value in names else None


def _lines(value: Any) -> dict[str, tuple[str, ...]] | None:
    if isinstance(value, list):
        value = {"any": value}
    if not isinstance(value, dict):
        return None
    if not all(isinstance(v, list) and all(isinstance(s, str) for s in v) for v in value.values()):
        return None
    return {name.replace("-", "_"): tuple(lines) for name, lines in value.items()}


def _table(value: Any) -> dict[str, Any] | None:
    return value if isinstance(value, dict) else None


def _truth_words() -> str:
    return _("true or false")


def _width_words() -> str:
    text = _("a whole number from {least} to {most}")
    return text.format(least=NARROWEST, most=WIDEST)


def _names(*names: str) -> Callable[[], str]:
    return lambda: ", ".join(names)


class _Field(NamedTuple):
    read: Callable[[Any], Any]
    wanted: Callable[[], str]
    """what it can be, in words"""


_SWITCH = _Field(_truth, _truth_words)
_SIMPLE: Mapping[str, _Field] = {
    "terms_accepted": _SWITCH,
    "show_intimacy": _SWITCH,
    "theme": _Field(_one_of(*THEME_NAMES), _names(*THEME_NAMES)),
    "motion": _Field(_one_of(*MOTION_NAMES), _names(*MOTION_NAMES)),
    "thoughts": _SWITCH,
    "coaching": _Field(_one_of(*COACHING_NAMES), _names(*COACHING_NAMES)),
    "guess": _SWITCH,
    "still_second": _SWITCH,
    "meters": _Field(_one_of(*METER_NAMES), _names(*METER_NAMES)),
    "text_width": _Field(_within(NARROWEST, WIDEST), _width_words),
    "discreet": _SWITCH,
    "language": _Field(
        lambda value: value if value in available() else None, lambda: ", ".join(available())
    ),
}
_FIELDS = {
    **_SIMPLE,
    "keys": _Field(_table, lambda: _("a table of keys by the id of what they do")),
    "safety_lines": _Field(_lines, lambda: _("lists of text by locale")),
}


def _checked(table: dict[str, Any], shared: dict[str, Any], path: Path) -> Loaded:
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, given in table.items():
        field = _FIELDS.get(name)
        if field is None:
            problems.append(
                _("there is no setting “{name}”.{nearest}").format(
                    name=name, nearest=_nearest(name)
                )
            )
        elif (value := field.read(given)) is None:
            problems.append(_("“{name}” wants {what}.").format(name=name, what=field.wanted()))
        else:
            values[name] = value
    if values.get("keys"):
        values["keys"], amiss = _keys(values["keys"])
        problems.extend(amiss)
    values["safety_lines"] = _joined(_lines(shared.get("safety_lines")), values.get("safety_lines"))
    return Loaded(Settings(**values), tuple(f"{path}: {problem}" for problem in problems))


def _keys(table: dict[str, Any]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    from simulator.practice.key_choices import checked  # noqa: PLC0415 - only where any is chosen

    return checked(table)


def _joined(
    shared: dict[str, tuple[str, ...]] | None, own: dict[str, tuple[str, ...]] | None
) -> dict[str, tuple[str, ...]]:
    joined = dict(shared or {})
    for name, lines in (own or {}).items():
        joined[name] = (*lines, *joined.get(name, ()))
    return joined


def _nearest(name: str) -> str:
    from simulator.scenario.nearest import nearest  # noqa: PLC0415 - only where a name is unknown

    near = nearest(name, _FIELDS)
    return _(" Did you mean “{name}”?").format(name=near) if near else ""
