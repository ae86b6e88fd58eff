"""The one widget for text that somebody else wrote."""

from textual.content import Content
from textual.widgets import Static

from simulator.practice.safe import shown


def content(text: str, style: str = "") -> Content:
    """Text exactly as typed: no markup is read in it, and nothing in it steers the terminal."""
    return Content.styled(shown(text), style)


class Words(Static):
    """Shows author's and user's text as it was typed. `[/]` and `[@click=…]` stay text.

    Takes plain text, or a `Content` assembled from `content(…)` where parts differ in style.
    """

    def __init__(
        self,
        text: str | Content = "",
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(_as_content(text), markup=False, name=name, id=id, classes=classes)

    def show(self, text: str | Content) -> None:
        """Put other text in its place."""
        self.update(_as_content(text))


def _as_content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else content(text)
