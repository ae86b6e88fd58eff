"""The language of the interface: every sentence that a player reads goes through `_`.

Sentences are whole, with named places (`_("{name} felt reached.").format(name=…)`), so that another
language can order them as it likes. What is made when a module is read is only marked, with `N_`,
and goes through `_` where it is shown. Scenarios have a language of their own, and commands for
authors speak English.
"""

import gettext
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

DOMAIN = "simulator"
ENGLISH = "en"
FOLDER = Path(__file__).with_name("locale")
"""`<language>/LC_MESSAGES/simulator.mo`; English stands in the source"""

_spoken: list[gettext.NullTranslations] = [gettext.NullTranslations()]
_Key = TypeVar("_Key")


def _(message: str) -> str:
    """The sentence in the language in use; nothing stays nothing."""
    return _spoken[-1].gettext(message) if message else message


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for this count in the language in use."""
    return _spoken[-1].ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """The same text, marked to be translated where it is shown."""
    return message


class Marked(Mapping[_Key, str]):
    """Marked texts by key, each in the language in use when it is looked up."""

    def __init__(self, texts: Mapping[_Key, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, key: _Key) -> str:
        return _(self._texts[key])

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def available() -> tuple[str, ...]:
    """The languages there are, English first."""
    found = {path.parents[1].name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return (ENGLISH, *sorted(found - {ENGLISH}))


def called(language: str) -> str:
    """What a language calls itself; its code where its catalogue does not say."""
    own = gettext.translation(DOMAIN, FOLDER, [language], fallback=True)
    # translators: put the name of your own language here, as those call it who speak it
    name = own.gettext(N_("English"))
    return language if name == "English" and language != ENGLISH else name


def speak(language: str) -> None:
    """Use this language from now on; English where there is no such one."""
    if language == ENGLISH:
        use(gettext.NullTranslations())
    else:
        use(gettext.translation(DOMAIN, FOLDER, [language], fallback=True))


def use(translations: gettext.NullTranslations) -> None:
    """Use these translations from now on."""
    _spoken[-1] = translations
