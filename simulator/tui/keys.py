"""Keys on the screen: bound from the one table, and given other keys as somebody chose them."""

from collections.abc import Mapping

from textual.binding import Binding

from simulator.practice.keys import BOUND, in_force


def bind(id_: str, action: str, *, priority: bool = False) -> Binding:
    """The binding of this id to an action; its keys and its words stand in the table."""
    bound = BOUND[id_]
    return Binding(bound.keys, action, bound.does, show=False, priority=priority, id=id_)


def keymap(chosen: Mapping[str, str]) -> dict[str, str]:
    """The keys that were chosen, as the program's keymap."""
    return {id_: ",".join(in_force(id_, chosen)) for id_ in chosen if id_ in BOUND}
