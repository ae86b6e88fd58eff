"""`simulator schema`."""

import click

from simulator.scenario.schema import schema_text


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of scenario files, for editors with a YAML language server."""
    click.echo(schema_text(), nl=False)
