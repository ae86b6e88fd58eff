"""Which page to learn from goes with what happened at a turn."""

from collections.abc import Iterator

from simulator.dialogue.conversation import Turn
from simulator.partner.moves import Role
from simulator.partner.stances import Stance

_BY_STANCE = {
    Stance.GIVING_UP: "giving-up",
    Stance.LEFT: "boundary-and-stonewalling",
    Stance.SHUT_DOWN: "time-outs",
}
"""pages for a stance that a reply brought about"""
_BY_CAUSE = {
    "time_overridden": "time-outs",
    "not_landed_time_asked": "time-outs",
    "promise_made": "time-outs",
    "promise_kept": "time-outs",
    "promise_broken": "time-outs",
    "hidden_wish": "signs-and-costs",
    "hit_harder": "attachment",
    "soothes_more": "attachment",
    "believes_late": "attachment",
}
_BY_MOVE = {
    "silence": "boundary-and-stonewalling",
    "leaving": "boundary-and-stonewalling",
    "refusal": "boundary-and-stonewalling",
    "boundary": "boundary-and-stonewalling",
    "deferring": "time-outs",
    "needing_time": "time-outs",
    "naming_cycle": "loop",
    "ultimatum": "power",
    "scorekeeping": "power",
    "checking_up": "signs-and-costs",
    "grand_gesture": "signs-and-costs",
    "self_blame": "signs-and-costs",
    "criticism": "loop",
    "contempt": "loop",
    "counterattack": "loop",
    "blame": "loop",
    "demand": "loop",
    "reflecting": "together",
    "validation": "together",
    "planning": "together",
    "appreciation": "together",
}
_BY_CHAIR = frozenset(
    {"gentle_startup", "i_statement", "self_soothing", "respecting_space", "engaging", "disclosure"}
)
"""moves told of on the page of the player's own chair"""


def page_for(turn: Turn) -> str | None:
    """The id of the page that goes with this turn; `None` where none does."""
    return next(_pages(turn), None)


def _pages(turn: Turn) -> Iterator[str]:
    """The pages that go with it, the most particular first."""
    now = turn.state.stance
    if now is not turn.before.stance and now in _BY_STANCE:
        yield _BY_STANCE[now]
    yield from (_BY_CAUSE[cause.cause] for cause in turn.causes if cause.cause in _BY_CAUSE)
    yield from (_BY_MOVE[move] for move in turn.moves if move in _BY_MOVE)
    if not _BY_CHAIR.isdisjoint(turn.moves):
        player = Role.PURSUER if turn.state.hope is None else Role.WITHDRAWER
        yield f"{player.value}-strategies"
