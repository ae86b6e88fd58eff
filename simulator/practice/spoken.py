"""A reply as one line of plain text, for every player."""

from simulator.coach.spoken import offer_words, quoted

__all__ = ["offer_words", "quoted"]
