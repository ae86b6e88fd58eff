"""`python -m simulator`."""

from simulator.cli.entry import main

main()
