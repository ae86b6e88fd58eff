"""What a therapist reads: one self-contained page for each client, on screen and in print.

No script, no request to anywhere; every text is escaped, and stripped of what could reorder or hide
text. Every number on it is of an invented partner.
"""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.homework.next_up import next_up
from simulator.homework.page import attempt, curves, overview, words
from simulator.homework.page.assignment import assignment_view
from simulator.homework.page.pdf import PdfError, pdf_of
from simulator.homework.review import Client
from simulator.language import _
from simulator.scenario.text import shown

if TYPE_CHECKING:
    from jinja2 import Environment, Template

__all__ = ["PdfError", "page_of", "pdf_of"]


def page_of(client: Client, today: date, language: str = "en") -> str:
    """One client's page as HTML, by code name. `language` is that of the interface."""
    assignments = tuple(
        assignment_view(one, number, today) for number, one in enumerate(client.assignments, 1)
    )
    return _template().render(
        language=language,
        title=_("Homework: {name}").format(name=client.name),
        name=client.name,
        read_on=_("Read on {day}").format(day=words.day_words(today.isoformat())),
        assignments=assignments,
        next_up=[one.words for one in next_up(client)],
        stopped=any(one.stopped for one in assignments),
        h=words.headings(),
        c=words.columns(),
        ratings=attempt.RATINGS,
        invented=_(words.INVENTED),
        name_css=_css_string(shown(client.name)),
        invented_css=_css_string(_(words.INVENTED)),
        read_so=_(words.READ_SO),
        stopped_words=_(words.STOPPED),
        stopped_means=_(words.STOPPED_MEANS),
        no_report=_(words.NO_REPORT),
        given_up_low=_(words.GIVEN_UP_LOW),
        t=_texts(),
        sizes={
            "curve": (curves.WIDTH, curves.HEIGHT),
            "overview": (overview.WIDTH, overview.HEIGHT),
        },
    )


def _texts() -> dict[str, str]:
    """Short words beside the drawings and lists."""
    return {
        "tension": _("tension"),
        "connection": _("connection"),
        "turn": _("turn"),
        "turns_of": _("Turns of {attempt}"),
        "harder": _("the stance got harder"),
        "back": _("as mild again as before"),
        "hardest": _("tension rose most"),
        "highest": _("tension at its highest"),
        "end": _("connection at the end"),
        "filled": _("filled: a first try; hollow: practice"),
        "landed": _("Landed, so there was room for them:"),
        "used": _("Used before there was room for them:"),
        "no_moves": _("None in this talk."),
        "at_turn": _("Turn {turn}:"),
        "scene": _("Scene: {scene}"),
        "later": _("Time passes: {later}."),
        "start": _("At the start: tension {tension}, {stance}; connection {connection}."),
        "after": _("Tension {tension} ({moved}), {stance}; connection {connection} ({nearer})."),
        "hope": _("Hope {hope} of 10."),
        "no_why": _("No reason was given, and none is asked for."),
        "no_note": _("No note yet."),
        "as_numbered": _("What came out otherwise, with attempts as the report numbers them:"),
        "on_days": _("On {days}."),
        "own": _("Your own rating of how the homework went, 0 to 4: {number}."),
        "ratings": _("The client’s, of how each practised talk was for them:"),
        "attempt_in": _("{attempt}, turn {turn}"),
        "scroll": _("{table}, may be scrolled sideways"),
    }


@cache
def _template() -> "Template":
    return _environment().get_template("page.html")


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - heavy

    return Environment(
        loader=PackageLoader("simulator.homework.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
    )


def _safe(value: Any) -> Any:
    """Every text that is set, without control characters and what reorders text."""
    return shown(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _css_string(text: str) -> str:
    """Inside the quotes of a style sheet: every sign but letters by its number."""
    return "".join(one if one.isalnum() else f"\\{ord(one):06x}" for one in text)
