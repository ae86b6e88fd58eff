"""What is still possible from one moment of a play, worked out elsewhere and handed in.

All chances are between 0 and 1, exact under the analysis: not a forecast of any real talk.
"""

from typing import NamedTuple

from simulator.partner.outcomes import Outcome


class Prospect(NamedTuple):
    """What can still come of a moment."""

    best: Outcome
    """the best outcome that some continuation still comes to"""
    random: float
    """the chance of the role's best outcome when every further reply is drawn by lot"""
    look: float
    """the same for one who mostly takes the reply after which that chance is highest"""


class ReplyProspect(NamedTuple):
    """What can still come of a reply that is offered now."""

    reply: str
    """id"""
    random: float
    """as in `Prospect`, after this reply"""
    is_best: bool
    """whether no other reply offered now is worth more"""
    exchanges: int | None
    """replies from here to the role's best outcome on the shortest way that begins with this one,
    itself counted; `None` where no way leads there"""


class Outlook(NamedTuple):
    """What can still come of a moment, and of each reply offered then."""

    goal: Outcome
    """the role's best outcome, which `random` and `look` count"""
    now: Prospect
    replies: tuple[ReplyProspect, ...]
    """in display order; none where the talk is over"""
