"""What was worked out about a role, as a page to read."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

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
_WIDTH = 80


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
        _meters(answers.extent) if worth else (),
        _findings(problems),
    ]
    return "\n\n".join(text for part in parts if (text := "\n".join(part))) + "\n"


def _head(chosen: Chosen, answers: Answers, seconds: float) -> Iterator[str]:
    you = chosen.scenario.person(chosen.role).name
    partner = chosen.scenario.person(chosen.role.other).name
    yield f"{chosen.scenario.title}: {you} as the {chosen.role.value}, {partner} {chosen.temperament}"
    told = f"{answers.states:,} states, {answers.transitions:,} pairs of a state and a reply"
    if answers.complete:
        yield f"{told}: all that can happen, in {seconds:.1f} s."
    else:
        yield from _wrapped(f"{told}, and more beyond them: what was not seen is undecided.")


def _endings(answers: Answers) -> Iterator[str]:
    rows = [["ending", "outcome", *_SHOWN, "shortest play"]]
    for ending in answers.endings:
        odds = [_per_cent(ending.odds[p]) if p in ending.odds else "-" for p in _SHOWN]
        reached = {True: _exchanges(ending.witness), False: "never", None: "undecided"}
        rows.append([ending.id, ending.outcome.value, *odds, reached[ending.reachable]])
    yield from _table(rows)
    best = answers.best
    yield ""
    if best.witness is None:
        yield f"The best outcome, {best.outcome.value}, is reached by no play that was seen."
        return
    yield from _wrapped(
        f"The best outcome, {best.outcome.value}, can be reached from {_per_cent(best.value)} of"
        f" the starts; soonest in {_exchanges(best.witness)}: {_play(best.witness)}"
    )


def _players(answers: Answers) -> Iterator[str]:
    if not answers.best.value:
        return
    goal = [ending for ending in answers.endings if ending.outcome is answers.best.outcome]
    yield f"Players, and how often each comes to {answers.best.outcome.value}:"
    odds = {player: sum(ending.odds[player] for ending in goal) for player in answers.unplayed}
    told = [
        f"{player} {_per_cent(share)}"
        for player, share in odds.items()
        if not (player.startswith(ONE_NOTE) and share == odds[RANDOM])
    ]
    yield from _filled(told)
    yield from _wrapped(
        "random takes any reply; look what leaves the best chance, four times of five; table what"
        " is kindest on paper, without a look at the partner; best makes no slip. The others have"
        " one habit each, such as the longest reply, or always the same move (one_note)."
    )
    lost = max(answers.unplayed.values())
    if lost > _ROUNDING:
        yield f"Up to {_per_cent(lost)} of a player's plays go round and come to no ending."


_ROUNDING = 1e-9


def _plays(extent: Extent) -> Iterator[str]:
    if extent.shortest is None:
        yield "No play that was seen comes to an ending."
    else:
        longest = "unbounded" if extent.longest is None else _count(extent.longest)
        yield f"Shortest play: {_exchanges(extent.shortest)}; longest: {longest}."
    if extent.circle is not None:
        yield from _wrapped(f"A play can come back to where it was: {_play(extent.circle)}")


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
        yield "Replies that close the best outcome most often, where they are offered while it"
        yield "is open:"
        for closing in point.closings[:_MOST_CLOSINGS]:
            yield f"  {closing.beat}/{closing.reply} {_per_cent(closing.share)}"


def _replies(worth: Sequence[ReplyWorth]) -> Iterator[str]:
    if not worth:
        return
    yield "Replies, over what random play meets:"
    rows = [["reply", "offered", "the best", "chance after it", "best open"]]
    for reply in worth:
        shares = [_per_cent(share) for share in (reply.best, reply.value, reply.open)]
        rows.append([f"{reply.beat}/{reply.reply}", f"{reply.offered:.2f}", *shares])
    yield from _table(rows)


def _meters(extent: Extent) -> Iterator[str]:
    yield "The meters as each beat and ending is reached:"
    rows = [["beat or ending", "tension", "connection"]]
    for name, meters in extent.meters.items():
        spans = [f"{span.low} to {span.high}" for span in meters]
        rows.append([name, *spans])
    yield from _table(rows)


def _findings(problems: Sequence[Diagnostic]) -> Iterator[str]:
    if not problems:
        yield "Nothing to report."
    for each in problems:
        yield from _wrapped(f"line {each.line}: {each.severity}[{each.code}] {each.message}")
        yield from _wrapped(f"   {each.hint}")


def _play(play: Witness) -> str:
    """As `simulator play` takes it."""
    return f"--tension {play.tension} --choose {','.join(play.replies)}"


def _exchanges(play: Witness | None) -> str:
    return "-" if play is None else _count(len(play.replies))


def _count(exchanges: int) -> str:
    return f"{exchanges} exchange{'' if exchanges == 1 else 's'}"


def _wrapped(text: str) -> Iterator[str]:
    """Lines of the page's width; what has to be copied whole stays whole."""
    lead = text[: len(text) - len(text.lstrip())]
    yield from wrap(
        text, _WIDTH, break_long_words=False, break_on_hyphens=False, subsequent_indent=lead
    )


def _per_cent(share: float) -> str:
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return f"{100 * share:.1f} %"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def _filled(words: Sequence[str], width: int = _WIDTH) -> Iterator[str]:
    line = "  "
    for number, word in enumerate(words):
        piece = word + ("" if number == len(words) - 1 else ", ")
        if len(line) + len(piece) > width:
            yield line.rstrip()
            line = "  "
        line += piece
    yield line.rstrip()
