"""The program on a whole terminal screen: themes, keys that work everywhere, and what comes next.

Nothing here imports a scenario's model, networkx or pydantic: that is done by `tui.opening`, in a
thread, once the first frame is on screen.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.constants import TEXTUAL_ANIMATIONS
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from simulator.language import _, speak
from simulator.practice import settings
from simulator.practice.settings import Settings
from simulator.tui import opening
from simulator.tui.keys import bind, keymap
from simulator.tui.leaving import OLD_TITLE, LeaveWatch, vanish
from simulator.tui.themes import THEMES
from simulator.tui.widgets.topbar import NAME, NEUTRAL_NAME

if TYPE_CHECKING:
    from simulator.practice.keeping import Keeping
    from simulator.practice.sitting import Sitting
    from simulator.tui.over import PlayOver

_KEEP_TITLE = "\x1b[22;0t"
"""keeps the title that the terminal has"""


class DialogueApp(App[None], inherit_bindings=False):
    """Opens with `first`; at a first start, with the pages one reads once on top of it."""

    TITLE = NAME
    CSS_PATH = "styles/base.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (100, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("app.help", "help"),
        bind("app.safety", "safety"),
        bind("app.leave", "leave", priority=True),
    ]

    def __init__(
        self,
        first: Screen[Any],
        loaded: settings.Loaded | None = None,
        *,
        journal: "Callable[[], Keeping] | None" = None,
    ) -> None:
        """`journal` makes what talks are kept in; without it none is kept."""
        super().__init__()
        self._make_keeping = journal
        self._keeping: Keeping | None = None
        self._loaded = loaded or settings.begin()
        self._first = first
        self._watch = LeaveWatch()
        self.left_at_once = False
        self._begin_with(THEMES[self.prefs.theme])
        self._call_ourselves()
        self.set_keymap(keymap(self.prefs.keys))

    @property
    def prefs(self) -> Settings:
        """What this person has chosen."""
        return self._loaded.settings

    @property
    def notices(self) -> tuple[str, ...]:
        """What was amiss with the settings, in words."""
        return self._loaded.problems

    @property
    def keeping(self) -> "Keeping | None":
        """The journal; `None` where nothing is kept."""
        if self._keeping is None and self._make_keeping is not None:
            self._keeping = self._make_keeping()
        return self._keeping

    def close_journal(self) -> None:
        """Let what is still being written be written, for a moment at most."""
        if self._keeping is not None:
            self._keeping.close()

    def choose(self, **chosen: Any) -> None:
        """Change settings, show them, and keep them; where they cannot be kept, say so."""
        self._loaded = self._loaded._replace(settings=self.prefs._replace(**chosen))
        self.theme = THEMES[self.prefs.theme].name
        self._still()
        self._call_ourselves()
        if "language" in chosen:
            speak(self.prefs.language)
        if "keys" in chosen:
            self.set_keymap(keymap(self.prefs.keys))
        if not self._loaded.writable:
            return
        try:
            settings.save(self.prefs)
        except settings.NotKeptError as error:
            self._loaded = self._loaded._replace(problems=(str(error),))

    def get_driver_class(self) -> type[Driver]:
        """Our own terminal where Textual would take its own for Linux and macOS."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from simulator.tui.driver import PromptDriver  # noqa: PLC0415  (not there on Windows)

        return PromptDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that lack them."""
        return THEMES["dark"].variables

    def get_default_screen(self) -> Screen[Any]:
        """What the program was opened for."""
        return self._first

    def on_mount(self) -> None:
        """Give the window its neutral title; at a first start, show its pages on top."""
        self._to_terminal(_KEEP_TITLE)
        self._name_window()
        if not self.prefs.terms_accepted:
            from simulator.tui.screens.first_start import TermsScreen  # noqa: PLC0415

            self.push_screen(TermsScreen())

    def on_unmount(self) -> None:
        """Give the window its own title back."""
        self._to_terminal(OLD_TITLE)

    async def on_event(self, event: events.Event) -> None:
        """Every event; keys that mean leaving are never left to anything else."""
        if isinstance(event, events.Key) and self._means_leaving(event):
            self.leave_now()
        else:
            await super().on_event(event)

    def _means_leaving(self, event: events.Key) -> bool:
        return not event.is_forwarded and self._watch.wants_out(event.key)

    def action_leave(self) -> None:
        """Leave at once."""
        self.leave_now()

    def leave_now(self) -> None:
        """Empty the screen and what it could be scrolled back to, and be gone; exit status 0."""
        self.left_at_once = True
        driver = self._driver
        if driver is None or driver.is_headless or driver.is_web:
            self.exit()
        else:
            getattr(driver, "vanish", partial(vanish, driver))()

    def action_help(self) -> None:
        """Open the page that explains every key and every part of the screen."""
        from simulator.tui.screens.help import HelpScreen  # noqa: PLC0415

        self._show_page(HelpScreen())

    def action_safety(self) -> None:
        """Open the safety page."""
        from simulator.tui.screens.safety import SafetyScreen  # noqa: PLC0415

        self._show_page(SafetyScreen(self.prefs))

    def _show_page(self, page: Screen[Any]) -> None:
        """Over what is open; of help and safety, one at a time."""
        from simulator.tui.screens.help import HelpScreen  # noqa: PLC0415
        from simulator.tui.screens.safety import SafetyScreen  # noqa: PLC0415

        if isinstance(self.screen, type(page)):
            return
        if isinstance(self.screen, HelpScreen | SafetyScreen):
            self.switch_screen(page)
        else:
            self.push_screen(page)

    def open_play(self, sitting: "Sitting", *, resumed: bool = False) -> None:
        """Play, or go on where a talk was; afterwards go where the player wants to."""
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415

        def over(result: "PlayOver | None") -> None:
            self._go_on(sitting, result)

        self.push_screen(PlayScreen(sitting, brief_first=not resumed), over)

    def go_home(self) -> None:
        """Back to the library, whatever was open."""
        from simulator.tui.screens.home import HomeScreen  # noqa: PLC0415

        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        if not isinstance(self.screen, HomeScreen):
            self.push_screen(HomeScreen())

    def _go_on(self, sitting: "Sitting", over: "PlayOver | None") -> None:
        """Once a talk is over: home, the same again, or the other chair."""
        match over.next if over else "home":
            case "again":
                self.open_play(opening.again(sitting, over.temperament if over else None))
            case "other_chair":
                self.open_play(opening.other_chair(sitting))
            case _:
                self.go_home()

    def _begin_with(self, theme: Theme) -> None:
        for known in THEMES.values():
            self.register_theme(known)
        # Set quietly, before any style is read: set openly, every style would be read twice.
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self._still()

    def _still(self) -> None:
        if self.prefs.motion == "reduced":
            self.animation_level = "none"
        else:
            self.animation_level = TEXTUAL_ANIMATIONS

    def _call_ourselves(self) -> None:
        """By our name, or a neutral one, in the window's title too."""
        self.title = _(NEUTRAL_NAME if self.prefs.discreet else NAME)
        self._name_window()

    def _name_window(self) -> None:
        self._to_terminal(f"\x1b]2;{self.title}\x07")

    def _to_terminal(self, sequence: str) -> None:
        driver = self._driver
        if driver is not None and not driver.is_headless and not driver.is_web:
            driver.write(sequence)
            driver.flush()

    def panic(self, *_: Any) -> None:
        """Stop after a fault; what Textual would print may hold somebody's words."""
        self._stop_for(self._exception)

    def _fatal_error(self) -> None:
        self._stop_for(self._exception)

    def _stop_for(self, error: BaseException | None) -> None:
        from simulator.practice import crash  # noqa: PLC0415

        self._return_code = 1
        log: Path | None = crash.keep(error) if error else None
        self._exit_renderables[:] = [Text(crash.farewell(log))]
        self._close_messages_no_wait()
