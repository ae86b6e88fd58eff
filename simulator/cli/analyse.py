"""`simulator analyse`: what can happen in one role of a scenario, and how likely it is."""

import json
import time

import click

from simulator.cli.analysis_json import as_json
from simulator.cli.analysis_text import as_text
from simulator.cli.long_work import counted
from simulator.cli.scenarios import choose
from simulator.scenario.diagnostics import diagnose


@click.command("analyse")
@click.argument("scenario")
@click.option("--as", "role", metavar="ROLE", help="The chair: pursuer or withdrawer.")
@click.option("--temperament", metavar="NAME", help="Of the partner, where the scenario allows.")
@click.option(
    "--replies",
    is_flag=True,
    help="Also tell what every reply is worth, and the meters at each beat.",
)
@click.option("--json", "in_json", is_flag=True, help="Print one JSON object.")
def analyse_command(
    *, scenario: str, role: str | None, temperament: str | None, replies: bool, in_json: bool
) -> None:
    """Work out one chair of SCENARIO: every state a play can come to, from every start.

    Told are the endings, the shortest play to each and how likely it is for several players; how
    long plays are; where the best outcome stops being possible; and what the states show that
    `check` reports. Ctrl-C stops it.
    """
    chosen = choose(scenario, role, temperament, refused="is not analysed")
    from simulator.analysis.answers import answers_of, undecided  # noqa: PLC0415
    from simulator.analysis.best_replies import replies_of  # noqa: PLC0415
    from simulator.analysis.explore import TooMuchMemoryError  # noqa: PLC0415
    from simulator.analysis.study import study  # noqa: PLC0415

    start = time.perf_counter()
    try:
        with counted("states") as progress:
            worked_out = study(
                chosen.scenario, chosen.role, temperament=chosen.temperament, progress=progress
            )
            answers = answers_of(worked_out)
            worth = replies_of(worked_out) if replies else ()
    except TooMuchMemoryError as error:
        answers, worth = undecided(chosen.scenario, chosen.role, str(error)), ()
    problems = diagnose(chosen.loaded, answers.findings)
    if in_json:
        click.echo(json.dumps(as_json(answers, worth, problems), ensure_ascii=False))
    else:
        seconds = time.perf_counter() - start
        click.echo(as_text(chosen, answers, worth, problems, seconds), nl=False)
