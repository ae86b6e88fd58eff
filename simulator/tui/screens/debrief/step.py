"""What every part of the debrief is made of: text to read, places to write, and what comes next."""

from collections.abc import Iterable
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from simulator.coach.debrief import Debrief
from simulator.journal.events import Reflection
from simulator.language import _
from simulator.practice.debrief_words import Ask, asked
from simulator.practice.keys import labels
from simulator.practice.sitting import Sitting
from simulator.tui.host import host
from simulator.tui.over import BackTo, PlayOver
from simulator.tui.screens.page import Reading
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.numbered import Numbered
from simulator.tui.widgets.rating import Rating
from simulator.tui.widgets.words import Words

PAUSE = 0.8
"""seconds without a key after which what was typed is kept"""


class Look:
    """What the parts look at: the sitting, and what it meant as far as that is worked out."""

    def __init__(self, sitting: Sitting, *, past: bool, numbers: bool) -> None:
        """`past`: a kept talk of another day, which does not go on; `numbers`: whether meters
        carry them."""
        from simulator.practice.debriefing import debrief  # noqa: PLC0415 - heavy

        self.sitting = sitting
        self.past = past
        self.numbers = numbers
        self.goes_to = PlayOver("home")
        self._meant = debrief
        self.debrief: Debrief = debrief(sitting)

    @property
    def name(self) -> str:
        """The partner's."""
        return self.sitting.partner.name

    def again(self) -> None:
        """Look once more, with what the outlooks know by now."""
        self.debrief = self._meant(self.sitting)


class _Note(NamedTuple):
    """A place to write or to rate, and what it is about."""

    place: Field | Rating
    what: Reflection
    turn: int | None


class Options(Numbered):
    """What can be chosen; with none marked, Enter goes on. Arrows leave it at its ends."""

    class Passed(Message):
        """Enter, with none marked."""

    def action_select(self) -> None:
        """Choose the one that is marked."""
        if self.highlighted is None:
            self.post_message(self.Passed())
        else:
            super().action_select()

    def action_cursor_up(self) -> None:
        """To the entry above; from the first, to what stands above the list."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.screen.focus_previous()

    def action_cursor_down(self) -> None:
        """To the entry below; from the last, round to what can be reached first."""
        if self.highlighted == self.option_count - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down()


class Text(Reading):
    """What is read; from its end, an arrow goes on to what stands beneath it."""

    def action_scroll_down(self) -> None:
        """A line down, or out of it."""
        if self.has_more:
            super().action_scroll_down()
        else:
            self.screen.focus_next()


class Step(Vertical):
    """One part. What is written in it is kept at once; going on or back never loses it."""

    DEFAULT_CSS = """
    Step {
        height: 1fr;
        & > Reading > .ask { margin-bottom: 0; }
        & > Reading > Field, & > Reading > Rating { margin-bottom: 1; }
        & > Numbered { max-height: 60%; }
    }
    """

    class Next(Message):
        """On to the next part."""

    class Over(Message):
        """Out of the debrief."""

        def __init__(self, to: PlayOver | BackTo) -> None:
            super().__init__()
            self.to = to

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._notes: list[_Note] = []
        self._keeping: Timer | None = None

    scrolls = True
    """whether the arrows scroll what is read; false where they go from line to line in it"""

    def compose(self) -> ComposeResult:
        """What is read and written, and beneath it what can be chosen."""
        with Text(can_focus=self.scrolls):
            yield from self.body()
        entries = list(self.choices())
        for note in self._notes:
            if isinstance(note.place, Field):
                note.place.numbered = len(entries)
        if entries:
            yield Options(entries)

    def body(self) -> Iterable[Widget]:
        """What is read and written."""
        return ()

    def choices(self) -> Iterable[tuple[str, Content]]:
        """What can be chosen beneath it."""
        return ()

    @property
    def typing(self) -> bool:
        """Whether letters are typed into a field now."""
        return isinstance(self.screen.focused, Field)

    def on_key(self, event: Key) -> None:
        """A number that nothing else has taken chooses from the list, wherever the keys go."""
        listed = self.query(Options)
        if event.key.isdecimal() and listed and 0 < int(event.key) <= listed.first().option_count:
            event.stop()
            listed.first().choose(int(event.key))

    def show_how(self) -> None:
        """Over the list, how one chooses from it while the keys go to a field."""
        focused = self.screen.focused
        for listed in self.query(Options):
            how = ""
            if isinstance(focused, Field):
                how = _("{keys} or ↓: choose") if not focused.text else _("↓: choose")
            numbers = f"1–{listed.option_count}"
            listed.border_title = how.format(keys=numbers)

    def take_focus(self) -> None:
        """Put the keys where they are most of use: to writing where it is in sight, else to
        reading until there."""
        first: list[Widget] = [note.place for note in self._notes[:1]]
        for found in (*first, *self.query(Numbered), self.query_one(Reading)):
            found.focus(scroll_visible=False)
            break
        self.call_after_refresh(self._read_first)

    def _read_first(self) -> None:
        reading = self.query_one(Reading)
        places = [note.place for note in self._notes]
        if places and places[0].has_focus and not reading.region.contains_region(places[0].region):
            reading.focus()

    def go_on(self) -> None:
        """From one place to write to the next, and from the last to the next part."""
        places = [note.place for note in self._notes]
        at = next((n for n, place in enumerate(places) if place.has_focus), None)
        if at is None:
            at = -1 if self.query_one(Reading).has_focus else len(places)
        if at + 1 < len(places):
            places[at + 1].focus()
        else:
            self.post_message(self.Next())

    def go_past(self) -> None:
        """To the next part, without choosing."""
        self.post_message(self.Next())

    def look_again(self) -> None:
        """Show what was worked out meanwhile, where it is shown here."""

    def keep(self) -> None:
        """Keep what is written, as far as it is new."""
        kept = self.look.sitting.reflections
        for place, what, turn in self._notes:
            words = place.words or None if isinstance(place, Field) else None
            number = place.value if isinstance(place, Rating) else None
            before = kept.get((what, turn))
            known = (before.words, before.number) if before else (None, None)
            if known != (words, number):
                self.look.sitting.reflect(what, turn=turn, words=words, number=number)

    def field(self, ask: Ask, turn: int | None = None) -> Iterable[Widget]:
        """A question, and a place for words; with what was written before."""
        before = self.look.sitting.reflections.get((ask.what, turn))
        field = Field((before.words if before else None) or "", example=_(ask.example))
        self._notes.append(_Note(field, ask.what, turn))
        return Words(asked(ask, self.look.name), classes="ask"), field

    def rating(self, ask: Ask) -> Iterable[Widget]:
        """A question, and a number from 0 to 10."""
        before = self.look.sitting.reflections.get((ask.what, None))
        rating = Rating(before.number if before else None)
        self._notes.append(_Note(rating, ask.what, None))
        return Words(asked(ask, self.look.name), classes="ask"), rating

    def label(self, *ids: str) -> str:
        """The keys in force for these, as they are printed."""
        return labels(ids, host(self.screen).prefs.keys)

    def scale(self) -> Words:
        """How a scale is used."""
        words = _("a digit, or {keys}; 1 then 0 is 10")
        return quiet(words.format(keys=self.label("debrief.less", "debrief.more")))

    def forget_places(self) -> None:
        """The places to write are gone from the screen; what was in them is kept."""
        self.keep()
        self._notes.clear()

    @on(Field.Changed)
    @on(Rating.Changed)
    def _keep_soon(self) -> None:
        self.show_how()
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(PAUSE, self.keep)

    @on(Options.Passed)
    def _passed(self, event: Options.Passed) -> None:
        event.stop()
        self.go_past()

    @on(Field.Done)
    def _entered(self, event: Field.Done) -> None:
        event.stop()
        self.keep()
        self.go_on()


def heading(title: str) -> Words:
    """The title over a part."""
    return Words(title, classes="heading")


def quiet(text: str) -> Words:
    """What stands back."""
    return Words(text, classes="quiet")
