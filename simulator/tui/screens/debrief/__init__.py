"""The debrief of a talk: one module a part or a few, each of which may be skipped."""

from simulator.tui.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]
