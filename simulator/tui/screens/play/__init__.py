"""The play screen, by its rooms: the screen itself, and what it is helped by."""

from simulator.tui.screens.play.screen import PlayScreen

__all__ = ["PlayScreen"]
