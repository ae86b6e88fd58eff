"""What one can set: changed by Enter, by the arrows to the sides or by the mouse, seen at once."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.language import N_, _, ngettext
from simulator.practice.places import settings_file
from simulator.practice.settings import Settings
from simulator.practice.settings_words import Setting, after, all_settings
from simulator.tui.host import host
from simulator.tui.keys import bind
from simulator.tui.screens.page import Reading
from simulator.tui.widgets.keybar import CHANGE, HELP, LEAVE, SAFETY, Key, KeyBar
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.topbar import TopBar
from simulator.tui.widgets.words import Words, content

_KEYS = "keys"
_ROOMY = 60
"""cells from which values stand in a column"""
_KEYS_MEAN = N_("Every key of the program can be given another one.")


class SettingsScreen(Screen[None]):
    """Every setting with its value, and of the one where one is what it means; beneath, what is
    amiss, which Tab goes to."""

    DEFAULT_CSS = """
    SettingsScreen {
        Numbered, Numbered:focus { height: 1fr; border: none; padding: 0 1; }
        .details { height: auto; min-height: 4; padding: 0 2; border-top: solid $rule; }
        .notices { height: auto; max-height: 30%; padding: 0 2; }
        .notice { height: auto; color: $quiet; margin: 0; max-width: 100%; }
        &.-narrow .notice.-kept { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("settings.back", "back"),
        bind("settings.next", "step(1)"),
        bind("settings.before", "step(-1)"),
    ]

    def compose(self) -> ComposeResult:
        """A list of what can be set, as it stands."""
        yield TopBar()
        yield Words(_("Settings"), classes="heading intro")
        yield Numbered(self._entries())
        yield Words(classes="details")
        with Reading(can_focus=False, classes="notices"):
            yield Words(classes="notice")
        yield KeyBar(
            CHANGE,
            Key("←→", N_("either way"), ids=("settings.before", "settings.next")),
            Key("Esc", N_("back"), "screen.back"),
            HELP,
            SAFETY,
            LEAVE,
        )

    def on_mount(self) -> None:
        """Begin at the first."""
        self._say_notice()
        self.query_one(Numbered).highlighted = 0

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the setting means, and what it can be."""
        self._explain(str(event.option_id))

    @on(OptionList.OptionSelected)
    def change(self, event: OptionList.OptionSelected) -> None:
        """To the next value of what was chosen."""
        self.query_one(Numbered).highlighted = event.option_index
        self._change(str(event.option_id), 1)

    def action_step(self, step: int) -> None:
        """To the next value of the setting one is at, or to the one before."""
        option = self.query_one(Numbered).highlighted_option
        if option is not None and option.id != _KEYS:
            self._change(str(option.id), step)

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)

    def _change(self, name: str, step: int) -> None:
        if name == _KEYS:
            self._open_keys()
            return
        here = host(self)
        here.choose(**{name: after(_named(name), here.prefs, step)})
        self._show(name)

    def _open_keys(self) -> None:
        from simulator.tui.screens.keys import KeysScreen  # noqa: PLC0415

        self.app.push_screen(KeysScreen(), lambda _result: self._show(_KEYS))

    def _show(self, name: str) -> None:
        """Everything anew: another language or neutral names may have been chosen."""
        listed = self.query_one(Numbered)
        at = listed.highlighted
        self.query_one(TopBar).refresh()
        self.query_one(".intro", Words).show(_("Settings"))
        listed.fill(self._entries())
        listed.highlighted = at
        self._explain(name)
        self._say_notice()
        self.query_one(KeyBar).refresh(layout=True)

    def _explain(self, name: str) -> None:
        details = self.query_one(".details", Words)
        if name == _KEYS:
            details.show(_(_KEYS_MEAN))
        else:
            details.show(_meaning(_named(name), host(self).prefs))

    def _entries(self) -> list[tuple[str, Content]]:
        """Names and values; the values in a column where there is room for one."""
        told = list(_told(host(self).prefs))
        column = max(len(called) for _name, called, _value in told)
        width = column if self.app.size.width >= _ROOMY else 0
        return [(name, _entry(f"{called:<{width}}", value)) for name, called, value in told]

    def _say_notice(self) -> None:
        """What is amiss with the settings; otherwise where they are kept."""
        amiss = "\n".join(host(self).notices)
        notice = self.query_one(".notice", Words)
        notice.show(amiss or _("Kept in {file}").format(file=settings_file()))
        notice.set_class(not amiss, "-kept")
        self.query_one(Reading).can_focus = bool(amiss)


def _told(prefs: Settings) -> Iterator[tuple[str, str, str]]:
    """The name in the file, what it is called, and the value in words."""
    for setting in all_settings():
        yield setting.name, _(setting.called), setting.said(getattr(prefs, setting.name))
    own = len(prefs.keys)
    chosen = ngettext("{count} of your own", "{count} of your own", own).format(count=own)
    yield _KEYS, _("Keys"), chosen if own else _("the usual ones")


def _named(name: str) -> Setting:
    return next(setting for setting in all_settings() if setting.name == name)


def _entry(called: str, value: str) -> Content:
    return Content.assemble(content(called), "  ", content(value, "$primary bold"))


def _meaning(setting: Setting, prefs: Settings) -> Content:
    """What it means, and what it can be, with a mark on what it is."""
    now = getattr(prefs, setting.name)
    if type(now) is not int:
        values = [
            content(f"▸{setting.said(value)}", "$primary bold")
            if value == now
            else content(setting.said(value), "$quiet")
            for value in setting.values
        ]
    else:
        ends = _("from {least} to {most}")
        least, most = setting.values[0], setting.values[-1]
        values = [content(ends.format(least=least, most=most), "$quiet")]
    return Content.assemble(content(_(setting.means)), "\n", Content("  ·  ").join(values))
