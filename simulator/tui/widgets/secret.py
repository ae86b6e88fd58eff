"""A place for a passphrase: what is typed is never shown."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from simulator.tui.keys import bind


class Secret(Input):
    """Masked; Enter goes on, as in every place to write."""

    DEFAULT_CSS = """
    Secret, Secret:focus {
        max-width: 76; height: 3; border: round $rule; background: $background;
        background-tint: $background 0%; padding: 0 1;
    }
    Secret:focus { border: round $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("form.above", "app.focus_previous"),
        bind("form.below", "app.focus_next"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (the base's name)
        super().__init__(password=True, select_on_focus=False, id=id)
