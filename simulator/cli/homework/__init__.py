"""`simulator homework`: what is practised between two sessions, from assigning to reviewing."""

import click

from simulator.cli.lazy import Entry, LazyGroup

_ENTRIES = {
    "assign": Entry("assign", "Make an assignment out of a draft, and seal it."),
    "templates": Entry("templates", "Print a draft to fill in."),
    "open": Entry("opening", "Open an assignment, or word that it is withdrawn."),
    "list": Entry("listing", "List the homework that was opened here."),
    "practise": Entry("practise", "Practise a part of it."),
    "decline": Entry("decline", "Say no to a part of it."),
    "report": Entry("report", "Read your report, choose what goes in, and seal it."),
    "review": Entry("review", "Read reports, client by client."),
    "note": Entry("desk", "Keep a note for the session."),
    "rate": Entry("desk", "Keep your own rating of how it went."),
    "withdraw": Entry("withdraw", "Withdraw an assignment."),
    "drop": Entry("desk", "Put one report away."),
    "forget": Entry("desk", "Erase one homework, or all that is kept of a client."),
    "keys": Entry("keys", "Pair with somebody, to seal without a passphrase."),
}


class _Homework(LazyGroup):
    package = "simulator.cli.homework"
    entries = _ENTRIES


@click.group("homework", cls=_Homework)
def homework_command() -> None:
    """Homework between two sessions: assign, practise, report, review.

    A passphrase is asked for, or stands in the first line of a file (--passphrase-file), or in
    the environment variable SIMULATOR_HOMEWORK_PASSPHRASE; never on the command line. Exit
    status: 0 done, 1 refused with the reason, 2 misuse.
    """
