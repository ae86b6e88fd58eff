"""Generated stories as the program opens them."""

from functools import cache

from benchmarks.as_yaml import as_yaml
from benchmarks.generated import Beat, generate
from simulator.practice.opening import vet
from simulator.scenario.load import load_bytes
from simulator.scenario.model import Scenario


@cache
def story(beats: int) -> tuple[Beat, ...]:
    """The story of so many beats that is measured with."""
    return generate(beats)


@cache
def data(beats: int) -> bytes:
    """The bytes of its file."""
    return as_yaml(story(beats))


def opened(content: bytes) -> Scenario:
    """Read and checked, form and graph; a story may be longer than a file from a stranger.

    Raises `ValueError` where it has errors.
    """
    found = vet(load_bytes(content, "story.yaml", max_bytes=len(content)))
    if found.scenario is None:
        raise ValueError(f"the story has errors: {found.diagnostics[:3]}")
    return found.scenario


@cache
def scenario(beats: int) -> Scenario:
    """The story as the analysis gets it."""
    return opened(data(beats))
