"""`simulator progress`: what came of practising so far, and what could come next.

With --json, one object:

    {
      "plays": 3,                       talks counted: none that was stopped, and no tutorial
      "chairs": {"pursuer": 2, "withdrawer": 1},
      "first_tries": [                  oldest first
        {"play": id, "scenario": id, "role": role, "temperament": id, "turns": 7,
         "ruptures": [{"turn": 3, "back": 2}],
         "guesses": {"made": 3, "matched": 2},
         "new": "scenario"}             or "partner", or null where both were known
      ],
      "practice": {"plays": 1, "ruptures": 2, "came_back": 1, "guesses": {…}},
      "ruptures": [{"play": id, "turn": 3, "back": 2}],
      "guesses": {"made": 3, "matched": 2},
      "skills": {move: "not_tried", "used" or "landed"},
      "own_words": 1,
      "transfer": [play id, …],
      "left_out": [play id, …],
      "suggestions": [
        {"why": "unseen", "scenario": id, "role": role, "temperament": id or null,
         "tension": number or null, "move": id or null, "reason": "…", "command": "simulator …"}
      ]
    }

A play is a first try where its scenario was not had before from that chair with a partner of that
temperament, and its replies are not the same again as those an earlier play began with; the rest is
practice. Of a first try count the replies up to the first one taken back, that one included, or up
to where a hint showed which to give: so `turns` may be fewer than the play has. `ruptures` and
`guesses` at the top are those of all first tries. A rupture is a turn in which the partner's stance
got worse, counted from 1; `back` is how many turns until it was as mild as before, null where it
was not. `transfer` names the first tries with something `new`. Plays in `left_out` were had under
another rule or with a text that cannot be read any more; skills and guesses leave them out. `why`
is one of tutorial, begin, unseen, chair, partner, harder, easier, move, again. New names may be
added; none of these is renamed.
"""

import json
import sys
from typing import TYPE_CHECKING

import click

from simulator.cli.journals import opened

if TYPE_CHECKING:
    from simulator.coach.progress import FirstTry, Guesses, Progress
    from simulator.practice.progress_words import Idea, Telling

Record = dict[str, object]


@click.command("progress")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def progress_command(*, as_json: bool) -> None:
    """Tell what came of practising so far, and what could come next.

    First tries are told apart from practice. Nothing here is a score. Talks that were stopped and
    the tutorial are counted nowhere.
    """
    from simulator.practice import settings  # noqa: PLC0415
    from simulator.practice.progress_words import Telling  # noqa: PLC0415
    from simulator.practice.progressing import Gathered, gathered, overview  # noqa: PLC0415

    prefs = settings.begin().settings
    with opened() as journal:
        kept = gathered(journal) if journal else Gathered()
    seen = overview(kept, show_intimacy=prefs.show_intimacy)
    telling = Telling(seen, discreet=prefs.discreet, show_intimacy=prefs.show_intimacy)
    if as_json:
        click.echo(json.dumps(record(seen.progress, telling.ideas())))
    else:
        _write(telling)


def _write(telling: "Telling") -> None:
    from simulator.plain.paper import Paper  # noqa: PLC0415
    from simulator.plain.progress import write  # noqa: PLC0415

    write(telling, Paper(sys.stdout))


def record(so_far: "Progress", ideas: "tuple[Idea, ...]") -> Record:
    """What --json prints."""
    firsts = so_far.firsts
    return {
        "plays": so_far.plays,
        "chairs": {role.value: count for role, count in so_far.chairs.items()},
        "first_tries": [_first(one) for one in firsts],
        "practice": {
            **so_far.practice._asdict(),
            "guesses": so_far.practice.guesses._asdict(),
        },
        "ruptures": [{"play": one.play, **r._asdict()} for one in firsts for r in one.ruptures],
        "guesses": _together([one.guesses for one in firsts]),
        "skills": {move: skill.value for move, skill in so_far.skills.items()},
        "own_words": so_far.own_words,
        "transfer": [one.play for one in firsts if one.new],
        "left_out": list(so_far.left_out),
        "suggestions": [_idea(idea) for idea in ideas],
    }


def _first(one: "FirstTry") -> Record:
    return {
        "play": one.play,
        "scenario": one.scenario,
        "role": one.role.value,
        "temperament": one.temperament,
        "turns": one.turns,
        "ruptures": [rupture._asdict() for rupture in one.ruptures],
        "guesses": one.guesses._asdict(),
        "new": one.new,
    }


def _together(guesses: "list[Guesses]") -> Record:
    return {
        "made": sum(one.made for one in guesses),
        "matched": sum(one.matched for one in guesses),
    }


def _idea(idea: "Idea") -> Record:
    return {**idea.suggestion._asdict(), "reason": idea.reason, "command": idea.command}
