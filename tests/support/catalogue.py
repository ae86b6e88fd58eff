"""The template of every text of the interface, and a language made from it that nobody speaks.

`python -m tests.support.catalogue` writes the template anew.
"""

import gettext
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from simulator.language import DOMAIN, FOLDER

ROOT = Path(FOLDER).parents[1]
TEMPLATE = FOLDER / f"{DOMAIN}.pot"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_PLACES = re.compile(r"(\{[^{}]*\})")
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽẃẋýźÁɃĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼẂẊÝŹ"
_OTHER = "αβγδεζηθικλμνξοπρστυφχψωϊϋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫ"
ACCENTED = str.maketrans(_PLAIN, _ACCENTED)
"""our own texts, where they went through `_`"""
OTHER = str.maketrans(_PLAIN, _OTHER)
"""an author's texts: letters of another script, so that none of ours hides among them"""


def extracted() -> dict[str, tuple[str, ...]]:
    """Every text in the source by its first form, with all of its forms."""
    return {forms[0]: forms for forms, _comments in sorted(_found().values())}


def _found() -> dict[str, tuple[tuple[str, ...], list[str]]]:
    """The forms of every text by the first of them, with what translators are told of it."""
    from babel.messages.extract import extract_from_dir

    found: dict[str, tuple[tuple[str, ...], list[str]]] = {}
    for _file, _line, message, comments, _context in extract_from_dir(
        ROOT / "simulator",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["translators:"],
        strip_comment_tags=True,
    ):
        forms = (message,) if isinstance(message, str) else tuple(message)
        before, told = found.get(forms[0], ((), []))
        found[forms[0]] = max(forms, before, key=len), told + comments
    found.pop("", None)
    return found


def written() -> dict[str, tuple[str, ...]]:
    """Every text in the template."""
    from babel.messages.pofile import read_po

    with TEMPLATE.open("rb") as file:
        catalogue = read_po(file)
    texts = ((m.id,) if isinstance(m.id, str) else tuple(m.id) for m in catalogue if m.id)
    return {forms[0]: forms for forms in texts}


def write() -> None:
    """Write the template anew, in an order that does not change where files grow."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalogue = Catalog(
        project="Dialogue practice",
        version="",
        copyright_holder="",
        msgid_bugs_address="",
        creation_date=datetime(2026, 1, 1, tzinfo=UTC),
        header_comment="# Every text of the interface; its source is English.",
        fuzzy=False,
    )
    for forms, comments in sorted(_found().values()):
        catalogue.add(forms[0] if len(forms) == 1 else forms, auto_comments=comments)
    TEMPLATE.parent.mkdir(exist_ok=True)
    with TEMPLATE.open("wb") as file:
        write_po(file, catalogue, width=100)


def compiled(folder: Path, texts: dict[str, str]) -> None:
    """Put a catalogue of these texts where the program finds it."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalogue = Catalog()
    for text, said in texts.items():
        catalogue.add(text, said)
    folder.mkdir(parents=True)
    with (folder / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalogue)


def accented(text: str) -> str:
    """⟦The text⟧ with accents on every letter; its places stay as they are."""
    parts = _PLACES.split(text)
    return "⟦" + "".join(p if p.startswith("{") else p.translate(ACCENTED) for p in parts) + "⟧"


class Nowhere(gettext.NullTranslations):
    """The language nobody speaks; of what is not in the template it knows nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._known = _known()

    def gettext(self, message: str) -> str:
        return accented(message) if message in self._known else message

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one) if count == 1 else self.gettext(many)


PROSE = frozenset(
    [
        "title",
        "summary",
        "brief",
        "name",
        "scene",
        "does",
        "says",
        "then",
        "text",
        "thinks",
        "say",
        "feedback",
        "meaning",
        "cost",
        "theirs",
        "tip",
        "instead",
        "rather",
        "content_notes",
    ]
)
"""keys of a scenario whose text is read by a player"""


def in_another_script(path: Path) -> str:
    """A scenario with every text of its author in letters of another script."""
    import yaml

    loaded = yaml.load(path.read_bytes(), yaml.CSafeLoader)

    return yaml.safe_dump(_other(loaded), allow_unicode=True, width=1000, sort_keys=False)


def _other(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        inside = "say" if key == "moves" else ""
        return {name: _other(one, inside or str(name)) for name, one in value.items()}
    if isinstance(value, list):
        return [_other(one, "" if key == "moves" else key) for one in value]
    return value.translate(OTHER) if isinstance(value, str) and key in PROSE else value


@cache
def _known() -> frozenset[str]:
    return frozenset(form for forms in written().values() for form in forms)


if __name__ == "__main__":
    write()
