"""Why a file cannot be played: what, where, and what to do."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from simulator.language import N_, _, ngettext
from simulator.practice.words import Page
from simulator.tui.screens.page import PageScreen
from simulator.tui.widgets.words import Words, content

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Diagnostic

_TITLE = N_("This file cannot be played yet")
_NEXT = N_("Nothing was changed in it. Once it is mended, choose it again.")
MOST = 20
"""problems shown; more than that are counted"""


class FaultsScreen(PageScreen):
    """Every problem of one file with the lines around it, errors before warnings."""

    def __init__(
        self, diagnostics: Sequence["Diagnostic"], text: str, *, status: int | None = None
    ) -> None:
        super().__init__(Page(_(_TITLE), ()))
        self._diagnostics = sorted(diagnostics, key=lambda d: (d.severity != "error", d.line))
        self._text = text
        self._status = status

    def body(self) -> Iterable[Static]:
        """The file's name, the problems, what to do."""
        from simulator.scenario.diagnostics import as_text  # noqa: PLC0415

        if self._diagnostics:
            yield Words(self._diagnostics[0].file, classes="quiet")
        for found in self._diagnostics[:MOST]:
            yield Words(_head(found), classes="tight")
            yield Words("\n".join(as_text(found, self._text).splitlines()[1:-1]), classes="source")
            yield Words(found.hint, classes="hint")
        if (more := len(self._diagnostics) - MOST) > 0:
            text = ngettext(
                "And {count} more. `simulator check` prints them all.",
                "And {count} more. `simulator check` prints them all.",
                more,
            )
            yield Words(text.format(count=more))
        yield Words(_(_NEXT), classes="quiet")

    def action_back(self) -> None:
        """Back to where one was; out of the program where this file was all it was opened for."""
        if self._status is None:
            self.dismiss(None)
        else:
            self.app.exit(return_code=self._status)


class UnlistedScreen(PageScreen):
    """Why the library leaves a file out."""

    def __init__(self, message: str) -> None:
        super().__init__(Page(_(_TITLE), (f"{message[:1].upper()}{message[1:]}", _(_NEXT))))


def _head(found: "Diagnostic") -> Content:
    shape = "✗" if found.severity == "error" else "△"
    colour = "$error" if found.severity == "error" else "$warning"
    return Content.assemble(
        content(f"{shape} ", f"bold {colour}"),
        content(_("Line {line}: ").format(line=found.line), f"bold {colour}"),
        content(found.message),
    )
