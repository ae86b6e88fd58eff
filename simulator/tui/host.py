"""What a screen may ask of the program it is shown in, and no more of it."""

from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.screen import Screen
from textual.widget import Widget

from simulator.practice.settings import Settings

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.sitting import Sitting


class Host(Protocol):
    """The program, as the screens know it."""

    @property
    def prefs(self) -> Settings:
        """What this person has chosen."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What was amiss with the settings, in words."""

    @property
    def keeping(self) -> "Keeping | None":
        """The journal; `None` where nothing is kept."""

    def choose(self, **chosen: Any) -> None:
        """Change settings, show them, and keep them."""

    def open_play(self, sitting: "Sitting", *, resumed: bool = False) -> None:
        """Play, or go on where a talk was; afterwards go where the player wants to."""

    def go_home(self) -> None:
        """Back to the library, whatever was open."""


def host(screen: Screen[Any]) -> Host:
    """The program this screen is shown in."""
    return cast("Host", screen.app)


def prefs_of(widget: Widget) -> Settings:
    """What this person has chosen, for a widget that any program may show."""
    return cast("Settings", getattr(widget.app, "prefs", _USUAL))


_USUAL = Settings()
