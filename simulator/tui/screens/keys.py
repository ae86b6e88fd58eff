"""Every key, and another one for it: choose what it does, then press the new key."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import OptionList

from simulator.language import N_, _
from simulator.practice.key_choices import checked, clash_of
from simulator.practice.keys import BOUND, PLACES, in_force, label, own_keys, spelt
from simulator.practice.settings_words import in_short
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keybar import BACK, CHANGE, HELP, LEAVE, Key, KeyBar
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

_STAY = N_("Esc pressed twice and F12 leave at once, whatever is chosen here.")
_PRESS = N_("Press the new key for this. Esc leaves it as it is.")


class KeysScreen(Screen[None]):
    """What every key does; Enter asks for another key, Backspace gives the usual one back."""

    DEFAULT_CSS = """
    KeysScreen {
        .notice { height: auto; color: $quiet; padding: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("page.back", "back"),
        bind("keys.usual", "usual"),
    ]

    def compose(self) -> ComposeResult:
        """The keys, place by place."""
        yield TopBar()
        yield Words(_("Keys"), classes="heading intro")
        yield Choices(self._entries())
        yield Words(_(_STAY), classes="notice")
        yield KeyBar(
            CHANGE,
            Key("Backspace", N_("the usual key"), "screen.usual"),
            BACK,
            HELP,
            LEAVE,
        )

    @on(OptionList.OptionSelected)
    def ask(self, event: OptionList.OptionSelected) -> None:
        """Ask for a key."""
        id_ = str(event.option_id)

        def pressed(key: str | None) -> None:
            if key is not None:
                self._give(id_, key)

        self.app.push_screen(PressScreen(_(BOUND[id_].does)), pressed)

    def action_usual(self) -> None:
        """The usual key for the entry one is at."""
        option = self.query_one(Choices).highlighted_option
        chosen = dict(host(self).prefs.keys)
        if option is None or chosen.pop(str(option.id), None) is None:
            return
        if problems := checked(chosen).problems:
            self._say(problems[0])
        else:
            self._take(chosen)

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)

    def _give(self, id_: str, key: str) -> None:
        chosen = host(self).prefs.keys
        if key in own_keys(BOUND[id_].keys):
            self.action_usual()
        elif why := clash_of(id_, key, chosen):
            self._say(why)
        else:
            self._take({**chosen, id_: key})

    def _take(self, chosen: dict[str, str]) -> None:
        host(self).choose(keys=chosen)
        self.query_one(Choices).fill(self._entries())
        self.query_one(KeyBar).refresh(layout=True)
        self._say("\n".join(in_short(host(self).notices)) or _(_STAY))

    def _say(self, text: str) -> None:
        self.query_one(".notice", Words).show(text)

    def _entries(self) -> Iterator[tuple[str, Content]]:
        chosen = host(self).prefs.keys
        for place in PLACES:
            for bound in place.bound:
                keys = ", ".join(label(key) for key in in_force(bound.id, chosen))
                is_own = in_force(bound.id, chosen) != own_keys(bound.keys)
                own = content("  " + _("your own"), "$secondary") if is_own else ""
                yield (
                    bound.id,
                    Content.assemble(
                        content(keys, "$primary bold"),
                        "  ",
                        content(_(bound.does)),
                        own,
                        "\n",
                        content(f"{_(place.name)} · {bound.id}", "$quiet"),
                    ),
                )


class PressScreen(ModalScreen[str | None]):
    """Waits for one key. Esc leaves things as they are."""

    DEFAULT_CSS = """
    PressScreen {
        align: center middle;
        #box { width: 56; max-width: 100%; height: auto; padding: 1 2;
               background: $panel; border: round $rule; }
        Words { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, does: str) -> None:
        super().__init__()
        self._does = does

    def compose(self) -> ComposeResult:
        """What the key is for, and what to do."""
        with Vertical(id="box"):
            yield Words(f"{self._does[:1].upper()}{self._does[1:]}", classes="heading")
            yield Words(_(_PRESS))

    def on_key(self, event: events.Key) -> None:
        """The key, before anything else can take it."""
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else spelt(event.key))
