"""The safety page, one key away on every screen."""

from typing import ClassVar

from simulator.practice.safety import safety_page
from simulator.practice.settings import Settings
from simulator.tui.screens.page import PageScreen
from simulator.tui.widgets.keybar import BACK, HELP, LEAVE, READ, Key


class SafetyScreen(PageScreen):
    """What to do when a talk is not the thing that is needed."""

    keys: ClassVar[tuple[Key, ...]] = (
        READ,
        BACK,
        HELP,
        LEAVE,
    )

    def __init__(self, prefs: Settings) -> None:
        super().__init__(safety_page(prefs))
