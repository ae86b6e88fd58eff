"""Progress line by line: for screen readers, pipes, and `simulator progress`."""

from simulator.language import _
from simulator.plain.paper import Paper
from simulator.practice.progress_words import INVENTED, Telling
from simulator.practice.words import POINT


def write(telling: Telling, paper: Paper) -> None:
    """All there is to tell, then what could come next with the command that begins it."""
    for page in telling.pages():
        paper.write(page.title)
        for part in page.parts:
            lead = POINT if part.startswith(POINT) else ""
            paper.write(part.removeprefix(POINT), lead=lead)
        paper.blank()
    _what_next(telling, paper)
    if not telling.is_empty:
        paper.write(_(INVENTED))


def _what_next(telling: Telling, paper: Paper) -> None:
    ideas = telling.ideas()
    if not ideas:
        return
    paper.write(_("What could come next"))
    for idea in ideas:
        title = _("{title}: {reason}").format(title=idea.title, reason=idea.reason)
        paper.write(title, lead=POINT)
        paper.write(idea.command, lead=" " * len(POINT))
    paper.blank()
