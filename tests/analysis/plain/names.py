"""Where in the file the parts of a program stand, as paths."""

from simulator.scenario.positions import Path
from simulator.scenario.shapes import each_spoken, target_of
from tests.analysis.plain.walk import Walk


def node_path(walked: Walk, node: int) -> Path:
    """A beat or an ending."""
    code = walked.program.nodes[node]
    kind = "beats" if code.outcome is None else "endings"
    return (walked.role.value, kind, code.id)


def reply_path(walked: Walk, node: int, reply: int) -> Path:
    """A reply of a beat."""
    code = walked.program.nodes[node]
    return (walked.role.value, "beats", code.id, "replies", code.replies[reply].id)


def route_paths(walked: Walk, node: int, reply: int) -> list[Path]:
    """Each route of a reply, where it is written: with the reply, or with its beat."""
    name = walked.program.nodes[node].id
    beat = walked.chair.beats[name]
    written = beat.replies[walked.program.nodes[node].replies[reply].id]
    target = target_of(written, beat)
    own = reply_path(walked, node, reply)
    at: Path = (*node_path(walked, node), "to") if written.to is None else (*own, "to")
    if target is None:
        return []
    return [at] if isinstance(target, str) else [(*at, index) for index in range(len(target))]


def line_paths(walked: Walk) -> list[Path]:
    """The path of each of `Program.lines`, which stand in the order of the file."""
    spoken = list(each_spoken(walked.role, walked.chair))
    assert len(spoken) == len(walked.program.lines)
    assert all(
        written is line for (_, written), line in zip(spoken, walked.program.lines, strict=True)
    )
    return [path for path, _ in spoken]


def best_path(walked: Walk) -> Path:
    """Where the best outcome of the role is declared."""
    return (walked.role.value, "best")
