"""`simulator`: the group of commands. Loads no command's module before it is called."""

import errno
import importlib
import io
import sys
from typing import NamedTuple, TextIO

import click

from simulator import __version__


class _Entry(NamedTuple):
    module: str
    """module under `simulator.cli`; its command has the entry's name, dashes as underscores"""
    help: str


_COMMANDS = {
    "play": _Entry("play", "Play a scenario in this terminal."),
    "resume": _Entry("resume", "Go on with a talk that was broken off."),
    "history": _Entry("history", "List the talks that are kept."),
    "debrief": _Entry("debrief", "Look back on a talk: what reached, and what was possible."),
    "progress": _Entry("progress", "Tell what came of practising so far."),
    "list": _Entry("listing", "List the scenarios of the library."),
    "learn": _Entry("learn", "Read about the pattern: short pages with their sources."),
    "check": _Entry("check", "Check scenario files and explain every problem."),
    "explain": _Entry("check", "Explain a code that `check` printed."),
    "analyse": _Entry("analyse", "Work out what can happen in a scenario, and how likely it is."),
    "simulate": _Entry("simulate", "Play a scenario thousands of times and count the endings."),
    "diff": _Entry("diff", "Tell what a change to a scenario did."),
    "graph": _Entry("graph", "Draw a scenario as a picture of its beats and endings."),
    "new": _Entry("new", "Write a small scenario to start from."),
    "watch": _Entry("watch", "Preview a scenario while you write it."),
    "schema": _Entry("schema", "Print the JSON Schema of scenario files."),
    "export": _Entry("export", "Print the kept talks as JSON, CSV or xAPI statements."),
    "erase": _Entry("erase", "Erase kept talks for good."),
    "encrypt": _Entry("encrypt", "Encrypt the journal with a passphrase."),
    "decrypt": _Entry("encrypt", "Take the encryption off the journal."),
    "passphrase": _Entry("encrypt", "Give an encrypted journal another passphrase."),
    "homework": _Entry("homework", "Practise between two sessions: assign, open, report, review."),
    "respond": _Entry("respond", "Show how a partner takes a series of replies."),
}


_FOR_PLAYERS = frozenset({"play", "resume", "history", "debrief", "progress", "learn"})
"""what these print is in the language of the settings"""


class _LazyGroup(click.Group):
    """A group whose help is known without importing the commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        entry = _COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module = importlib.import_module(f"simulator.cli.{entry.module}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in _COMMANDS.items()])


@click.group(
    cls=_LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="simulator")
@click.pass_context
def simulator(ctx: click.Context) -> None:
    """Practise a hard conversation with a simulated partner.

    Without a command, the program opens on your screen.
    """
    if ctx.invoked_subcommand in _FOR_PLAYERS:
        from simulator.practice import settings  # noqa: PLC0415

        settings.begin()
    if ctx.invoked_subcommand is None:
        from simulator.cli.screen import open_home  # noqa: PLC0415

        sys.exit(open_home())


STOPPED = 130
"""exit status of what was stopped from the keyboard"""
_CANNOT_WRITE = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT})


def _write_all_letters(stream: TextIO | None) -> None:
    """A letter that the other end cannot take is written as its number, which JSON reads too."""
    if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
        stream.reconfigure(errors="backslashreplace")


def main() -> None:
    """Run the command that was named. What breaks is kept without anybody's words."""
    for stream in (sys.stdout, sys.stderr):
        _write_all_letters(stream)
    try:
        sys.exit(simulator(prog_name="simulator", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(STOPPED)
    except Exception as error:  # noqa: BLE001 - whatever it is, its words stay out of sight
        click.echo(_broken(error), err=True)
        sys.exit(1)


def _broken(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in _CANNOT_WRITE:
        return f"error: the output cannot be written: {error.strerror}"
    from simulator.practice import crash  # noqa: PLC0415

    return crash.farewell(crash.keep(error))
