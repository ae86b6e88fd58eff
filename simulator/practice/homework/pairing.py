"""This person's own keys, and the public keys of people they have paired with."""

import json
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from simulator import FOLDER
from simulator.homework.sealing import keys
from simulator.homework.sealing.errors import SealError
from simulator.homework.sealing.files import check_free
from simulator.homework.sealing.keys import Keys, PublicKeys, new_keys, pair_fingerprint
from simulator.language import _
from simulator.practice.files import write_whole
from simulator.practice.homework.client import HomeworkError

LONGEST_NAME = 60


def folder() -> Path:
    """Where keys and people are kept."""
    return platformdirs.user_data_path(FOLDER, appauthor=False) / "homework"


def keys_file() -> Path:
    """The own keys, sealed under a passphrase."""
    return folder() / "keys.age"


def kept_files() -> tuple[Path, ...]:
    """The own keys and the list of people, as far as they are there."""
    return tuple(file for file in (keys_file(), _people_file()) if file.is_file())


def has_keys() -> bool:
    """Whether there are keys of one's own."""
    return keys_file().exists()


def make(passphrase: str) -> PublicKeys:
    """Make keys and keep them under a passphrase; never over others. Raises `SealError`."""
    check_free(keys_file())
    made = new_keys()
    keys.save(made, keys_file(), passphrase)
    return made.public


def own(passphrase: str) -> Keys:
    """The own keys. Raises `HomeworkError` where there are none, and `SealError`."""
    if not has_keys():
        raise HomeworkError(_("You have no keys yet. `simulator homework keys new` makes them."))
    return keys.load(keys_file(), passphrase)


def people() -> Mapping[str, PublicKeys]:
    """Those one has paired with, by the name given to them here. Raises `HomeworkError`."""
    try:
        kept = json.loads(_people_file().read_text(encoding="utf-8"))
        return {str(name): PublicKeys.of(str(line)) for name, line in sorted(kept.items())}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, SealError) as error:
        raise HomeworkError(
            _("The list of people in {file} cannot be read. Mend or remove it.").format(
                file=_people_file()
            )
        ) from error


def person(name: str) -> PublicKeys:
    """The keys of somebody. Raises `HomeworkError`."""
    known = people()
    if name not in known:
        names = ", ".join(known) or _("nobody yet")
        raise HomeworkError(
            _("You have not paired with “{name}”. Paired with: {names}.").format(
                name=name, names=names
            )
        )
    return known[name]


def add(name: str, public: PublicKeys) -> None:
    """Keep somebody's keys, once the fingerprints were compared. Raises `HomeworkError`."""
    known = dict(people())
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise HomeworkError(_("A name has one to {most} letters.").format(most=LONGEST_NAME))
    if known.get(name, public) != public:
        raise HomeworkError(
            _(
                "“{name}” has other keys here already. Where they made new ones, give them another "
                "name, or remove the old ones first."
            ).format(name=name)
        )
    known[name] = public
    _keep(known)


def remove(name: str) -> None:
    """Forget somebody's keys. Raises `HomeworkError`."""
    known = dict(people())
    person(name)
    del known[name]
    _keep(known)


def groups(mine: PublicKeys, theirs: PublicKeys) -> str:
    """What both read to each other: the same on both sides."""
    return pair_fingerprint(mine, theirs)


def _people_file() -> Path:
    return folder() / "people.json"


def _keep(known: Mapping[str, PublicKeys]) -> None:
    lines = {name: public.line for name, public in known.items()}
    try:
        write_whole(_people_file(), json.dumps(lines, indent=1, ensure_ascii=False) + "\n")
    except OSError as error:
        raise HomeworkError(
            _("{file} cannot be written: {reason}.").format(
                file=_people_file(), reason=error.strerror
            )
        ) from error
