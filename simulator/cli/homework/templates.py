"""`simulator homework templates`: drafts to fill in."""

import click

from simulator.cli.errors import unknown
from simulator.cli.homework.output import write_json
from simulator.language import _


@click.command("templates")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
def templates_command(*, name: str | None, as_json: bool) -> None:
    """Print the draft of that NAME, to fill in; without one, the names there are."""
    from simulator.homework.templates import TEMPLATES  # noqa: PLC0415
    from simulator.practice.homework.template_text import draft_text  # noqa: PLC0415

    by_name = {one.id: one for one in TEMPLATES}
    if name is None:
        if as_json:
            write_json([{"id": one.id, "title": _(one.title)} for one in TEMPLATES])
            return
        for one in TEMPLATES:
            click.echo(f"{one.id:<22}{_(one.title)}")
        return
    if name not in by_name:
        raise unknown("template", name, by_name)
    text = draft_text(by_name[name])
    if as_json:
        write_json({"id": name, "draft": text})
    else:
        click.echo(text, nl=False)
