"""Text of strangers as it may be drawn or printed: nothing in it can steer a terminal."""

from simulator.scenario.text import shown

__all__ = ["shown"]
