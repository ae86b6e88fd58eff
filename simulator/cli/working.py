"""Working a chair out for a command: shown as it goes, refused in words where it cannot be."""

from typing import TYPE_CHECKING

from simulator.cli.errors import Unfinished
from simulator.cli.long_work import counted
from simulator.cli.scenarios import Chosen

if TYPE_CHECKING:
    from simulator.analysis.study import Study


def worked_out(chosen: Chosen) -> "Study":
    """Everything about a chair that answers are read from. Raises `Unfinished`."""
    from simulator.analysis.explore import TooMuchMemoryError  # noqa: PLC0415
    from simulator.analysis.study import study  # noqa: PLC0415

    try:
        with counted("states") as progress:
            return study(
                chosen.scenario, chosen.role, temperament=chosen.temperament, progress=progress
            )
    except TooMuchMemoryError as error:
        raise Unfinished(
            f"this chair cannot be worked out: {error}",
            "Fewer flags, `once` replies and second visits make it smaller.",
        ) from error
