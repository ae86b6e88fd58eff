"""The terminal on Linux and macOS, with keys that are heard at once.

Textual's own driver may hold a lone Esc for up to two tenths of a second, to see whether it opens
a longer sequence, and hands keys on only when the program is free. Leaving can wait for neither.
"""

import selectors
from codecs import getincrementaldecoder
from os import read
from threading import get_ident
from typing import Any

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from simulator.tui.leaving import LeaveWatch, vanish

_LISTEN = 0.02
"""seconds between two looks at what the keyboard sent"""


class PromptDriver(LinuxDriver):
    """Listens in short spans and leaves at once from the listening thread itself."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._watch = LeaveWatch()
        self._leaver: int | None = None

    def write(self, data: str) -> None:
        """Write; once somebody leaves, only the thread that leaves still may."""
        if self._leaver in {None, get_ident()}:
            super().write(data)

    def process_message(self, message: Message) -> None:
        """Hand a message on; a key that means leaving goes no further."""
        if isinstance(message, events.Key) and self._watch.wants_out(message.key):
            self.vanish()
        super().process_message(message)

    def vanish(self) -> None:
        """Leave at once: whatever the program draws from now on is lost. Does not return."""
        self._leaver = get_ident()
        vanish(self)

    def run_input_thread(self) -> None:
        """Wait for input and dispatch events."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LISTEN):
                    for message in parser.feed(decode(read(self.fileno, 4096))):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        self._finish(parser)

    def _finish(self, parser: XTermParser) -> None:
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass
