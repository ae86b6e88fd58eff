"""What was worked out about a role, as a page to read."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.analysis.answers import Answers
from simulator.analysis.best_replies import ReplyWorth
from simulator.analysis.extent import Extent
from simulator.analysis.players import BEST, LOOK, ONE_NOTE, RANDOM, TABLE
from simulator.analysis.point_of_return import PointOfReturn
from simulator.analysis.witness import Witness
from simulator.cli.scenarios import Chosen
from simulator.scenario.diagnostics import Diagnostic

_SHOWN = (RANDOM, LOOK, TABLE, BEST)
_MOST_CLOSINGS = 8


def as_text(
    chosen: Chosen,
    answers: Answers,
    worth: Sequence[ReplyWorth],
    problems: Sequence[Diagnostic],
    seconds: float,
) -> str:
    """The page `simulator analyse` prints."""
    parts: list[Iterable[str]] = [
        _head(chosen, answers, seconds),
        _endings(answers),
        _players(answers),
        _plays(answers.extent),
        _return(answers.point_of_return, answers),
        _replies(worth),
        _findings(problems),
    ]
    return "\n\n".join(text for part in parts if (text := "\n".join(part))) + "\n"


def _head(chosen: Chosen, answers: Answers, seconds: float) -> Iterator[str]:
    you = chosen.scenario.person(chosen.role).name
    partner = chosen.scenario.person(chosen.role.other).name
    yield f"{chosen.scenario.title}: {you} as the {chosen.role.value}, {partner} {chosen.temperament}"
    told = f"{answers.states:,} states, {answers.transitions:,} (state, reply) pairs"
    if answers.complete:
        yield f"{told}: all that can happen, in {seconds:.1f} s."
    else:
        yield f"{told}, and more beyond them: what was not seen is undecided."


def _endings(answers: Answers) -> Iterator[str]:
    rows = [["ending", "outcome", *_SHOWN, "shortest play"]]
    for ending in answers.endings:
        odds = [_per_cent(ending.odds[player]) for player in _SHOWN]
        reached = {True: _exchanges(ending.witness), False: "never", None: "undecided"}
        rows.append([ending.id, ending.outcome.value, *odds, reached[ending.reachable]])
    yield from _table(rows)
    best = answers.best
    yield ""
    if best.witness is None:
        yield f"The best outcome, {best.outcome.value}, is reached by no play."
        return
    yield (
        f"The best outcome, {best.outcome.value}, can be reached from {_per_cent(best.value)} of"
        f" the starts; soonest {_play(best.witness)}."
    )


def _players(answers: Answers) -> Iterator[str]:
    goal = [ending for ending in answers.endings if ending.outcome is answers.best.outcome]
    yield f"Players, and how often each comes to {answers.best.outcome.value}:"
    odds = {player: sum(ending.odds[player] for ending in goal) for player in answers.unplayed}
    told = [
        f"{player} {_per_cent(share)}"
        for player, share in odds.items()
        if not (player.startswith(ONE_NOTE) and share == odds[RANDOM])
    ]
    yield from _filled(told)
    left = max(answers.unplayed.values())
    if left > _ROUNDING:
        yield f"Not followed to an end: at most {left:.1e} of any player's plays."


_ROUNDING = 1e-9


def _plays(extent: Extent) -> Iterator[str]:
    if extent.shortest is None:
        yield "No play comes to an ending."
    else:
        longest = "unbounded" if extent.longest is None else f"{extent.longest} exchanges"
        yield f"Shortest play: {len(extent.shortest.replies)} exchanges; longest: {longest}."
    if extent.circle is not None:
        yield f"A play comes back to where it was: {_play(extent.circle)}."


def _return(point: PointOfReturn, answers: Answers) -> Iterator[str]:
    if not answers.complete or not answers.best.value:
        return
    yield f"The last point of return: {_per_cent(point.past)} of all states are past it."
    rows = [["after", "states", "past it", "exchanges back: fewest, median, most"]]
    for depth in point.depths:
        back = "-" if depth.back is None else ", ".join(map(str, depth.back))
        rows.append([str(depth.exchanges), f"{depth.states:,}", _per_cent(depth.past), back])
    yield from _table(rows)
    if point.closings:
        yield ""
        yield "Replies by which it is most often passed (share of the states they are offered in):"
        for closing in point.closings[:_MOST_CLOSINGS]:
            yield f"  {closing.beat}/{closing.reply} {_per_cent(closing.share)}"


def _replies(worth: Sequence[ReplyWorth]) -> Iterator[str]:
    if not worth:
        return
    yield "Replies, over what random play meets:"
    rows = [["reply", "offered", "is the best", "chance after it", "best still open"]]
    for reply in worth:
        shares = [_per_cent(share) for share in (reply.best, reply.value, reply.open)]
        rows.append([f"{reply.beat}/{reply.reply}", f"{reply.offered:.2f}", *shares])
    yield from _table(rows)


def _findings(problems: Sequence[Diagnostic]) -> Iterator[str]:
    if not problems:
        yield "Nothing to report."
    for each in problems:
        yield f"line {each.line}: {each.severity}[{each.code}] {each.message}"
        yield f"   {each.hint}"


def _play(play: Witness) -> str:
    return f"from tension {play.tension}: {' → '.join(play.replies)}"


def _exchanges(play: Witness | None) -> str:
    if play is None:
        return "-"
    count = len(play.replies)
    return f"{count} exchange{'' if count == 1 else 's'}"


def _per_cent(share: float) -> str:
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return f"{100 * share:.1f} %"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def _filled(words: Sequence[str], width: int = 78) -> Iterator[str]:
    line = "  "
    for number, word in enumerate(words):
        piece = word + ("" if number == len(words) - 1 else ", ")
        if len(line) + len(piece) > width:
            yield line.rstrip()
            line = "  "
        line += piece
    yield line.rstrip()
