"""What one person has chosen, in one small file in the platform's place.

A file with a fault never keeps the program from opening: what cannot be used is named, the
default stands in, and a file that is not TOML is left exactly as it is.
"""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from simulator.language import available
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


def load(path: Path | None = None, site: Path | None = None) -> Loaded:
    """Read the settings; of the site's file only the safety lines. Never raises."""
    path = path or settings_file()
    shared, _ = _read(site or site_settings_file())
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
        write_whole(path, tomlkit.dumps(document))
    except (OSError, UnicodeDecodeError, tomlkit.exceptions.TOMLKitError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "see the file"
        raise NotKeptError(f"Your choices could not be kept in {path}: {reason}.") from error


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
        return {}, f"The settings in {path} cannot be read: {error.strerror}."
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, (
            f"The settings in {path} cannot be read: {error}. Mend or delete the file; "
            "until then, what you choose is not kept."
        )


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


def _texts(value: Any) -> dict[str, str] | None:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        return None
    return value


class _Field(NamedTuple):
    read: Callable[[Any], Any]
    wanted: str


_SIMPLE: Mapping[str, _Field] = {
    "terms_accepted": _Field(_truth, "true or false"),
    "show_intimacy": _Field(_truth, "true or false"),
    "theme": _Field(_one_of(*THEME_NAMES), ", ".join(THEME_NAMES)),
    "motion": _Field(_one_of(*MOTION_NAMES), " or ".join(MOTION_NAMES)),
    "thoughts": _Field(_truth, "true or false"),
    "coaching": _Field(_one_of(*COACHING_NAMES), ", ".join(COACHING_NAMES)),
    "guess": _Field(_truth, "true or false"),
    "still_second": _Field(_truth, "true or false"),
    "meters": _Field(_one_of(*METER_NAMES), " or ".join(METER_NAMES)),
    "text_width": _Field(
        _within(NARROWEST, WIDEST), f"a whole number from {NARROWEST} to {WIDEST}"
    ),
    "discreet": _Field(_truth, "true or false"),
    "language": _Field(_one_of(*available()), ", ".join(available())),
}
_FIELDS = {
    **_SIMPLE,
    "keys": _Field(_texts, "keys by the id of what they do"),
    "safety_lines": _Field(_lines, "lists of text by locale"),
}


def _checked(table: dict[str, Any], shared: dict[str, Any], path: Path) -> Loaded:
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, given in table.items():
        field = _FIELDS.get(name)
        if field is None:
            problems.append(f"{path}: there is no setting “{name}”.{_nearest(name)}")
        elif (value := field.read(given)) is None:
            problems.append(f"{path}: “{name}” wants {field.wanted}.")
        else:
            values[name] = value
    values["safety_lines"] = _joined(_lines(shared.get("safety_lines")), values.get("safety_lines"))
    return Loaded(Settings(**values), tuple(problems))


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
    return f" Did you mean “{near}”?" if near else ""
