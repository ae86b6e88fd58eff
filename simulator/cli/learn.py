"""`simulator learn`: pages to read about the pattern."""

import sys

import click

from simulator.cli.errors import unknown


@click.command("learn")
@click.argument("page", required=False)
def learn_command(*, page: str | None) -> None:
    """Print PAGE; without it, list the pages there are.

    Each page is short, and names at its foot what it rests on.
    """
    from simulator.plain.learn import write_learn_page, write_list  # noqa: PLC0415
    from simulator.plain.paper import Paper  # noqa: PLC0415
    from simulator.plain.whole_page import write_page  # noqa: PLC0415
    from simulator.practice import learning, settings  # noqa: PLC0415
    from simulator.practice.safety import safety_page  # noqa: PLC0415

    prefs = settings.begin().settings
    paper = Paper(sys.stdout)
    if page is None:
        write_list(paper, learning.pages(prefs.language))
    elif page == learning.SAFETY:
        write_page(paper, safety_page(prefs))
    elif page in learning.IDS:
        write_learn_page(paper, learning.page(page, prefs.language), prefs.language)
    else:
        raise unknown("page", page, (*learning.IDS, learning.SAFETY))
