"""Hope, in words: whether a partner who reaches out still expects an answer."""

from textual.content import Content

from simulator.coach.meters import Change, Reading
from simulator.practice.coaching import METERS
from simulator.tui.widgets.words import content


def hope_line(reading: Reading, change: Change | None) -> Content | None:
    """Hope and where it went; `None` where the partner has none, or none left: the stance says so."""
    if reading.hope_words is None or reading.hollow:
        return None
    line = content(METERS["hope"] + " ", "bold") + content(reading.hope_words, "italic $hope")
    if change is None or not change.points:
        return line
    return line + content(f" {change.arrow[:1]}", "bold")
