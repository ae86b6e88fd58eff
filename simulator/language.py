"""The language of the interface: every sentence that a player reads goes through `_`.

Sentences are whole, with named places (`_("{name} felt reached.").format(name=…)`), so that another
language can order them as it likes. What is made when a module is read is only marked, with `N_`,
and goes through `_` where it is shown. Scenarios have a language of their own, and commands for
authors speak English.
"""

import gettext
from pathlib import Path

DOMAIN = "simulator"
ENGLISH = "en"
FOLDER = Path(__file__).with_name("locale")
"""`<language>/LC_MESSAGES/simulator.mo`; English stands in the source"""

_spoken: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def _(message: str) -> str:
    """The sentence in the language in use."""
    return _spoken[-1].gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for this count in the language in use."""
    return _spoken[-1].ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """The same text, marked to be translated where it is shown."""
    return message


def available() -> tuple[str, ...]:
    """The languages there are, English first."""
    found = {path.parents[1].name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return (ENGLISH, *sorted(found - {ENGLISH}))


def speak(language: str) -> None:
    """Use this language from now on; English where there is no such one."""
    if language == ENGLISH:
        use(gettext.NullTranslations())
    else:
        use(gettext.translation(DOMAIN, FOLDER, [language], fallback=True))


def use(translations: gettext.NullTranslations) -> None:
    """Use these translations from now on."""
    _spoken[-1] = translations
