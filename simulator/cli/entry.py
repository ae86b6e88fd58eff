"""Where the program starts. Without a word after its name it opens on the screen, and loads
nothing of the command line on the way to its first frame."""

import sys


def main() -> None:
    """Entry point of the console script and of `python -m simulator`."""
    if len(sys.argv) > 1:
        from simulator.cli.main import main as commands  # noqa: PLC0415

        commands()
        return
    from simulator.cli.screen import open_home  # noqa: PLC0415

    sys.exit(open_home())
