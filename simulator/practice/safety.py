"""The safety page as it is shown here: with the places to turn to of this person's locale."""

import locale
import os

from simulator.practice.settings import Settings, lines_for
from simulator.practice.words import Page, safety


def safety_page(settings: Settings) -> Page:
    """The safety page, with what was added to the settings for this locale."""
    return safety(lines_for(settings, here()))


def here() -> str:
    """This person's locale, such as `en_GB`; empty where it is unknown."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if chosen := os.environ.get(name):
            return chosen
    return locale.getlocale()[0] or ""
