"""Every key of every screen has an id and words, from one table, and can be another key."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

import simulator.tui
from simulator.practice.key_choices import checked
from simulator.practice.keys import BOUND, LEAVING, in_force, own_keys, spelt

_NOT_OURS = {"tab", "shift+tab", "ctrl+c", "super+c"}
"""from place to place, and copying: Textual's own, on every screen"""


def classes() -> Iterator[type[DOMNode]]:
    """Every class of the screen that may have keys."""
    for module in pkgutil.walk_packages(simulator.tui.__path__, "simulator.tui."):
        importlib.import_module(module.name)
    yield from sorted(set(_below(DOMNode)), key=lambda one: one.__qualname__)


def _below(base: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for one in base.__subclasses__():
        if one.__module__.startswith("simulator."):
            yield one
        yield from _below(one)


OURS = tuple(classes())


def bindings(one: type[DOMNode]) -> Iterator[Binding]:
    """The bindings of a class with what it inherits, one for each key."""
    for _key, binding in one._merge_bindings():
        yield binding


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.__name__)
def test_every_binding_has_an_id_and_words(one: type[DOMNode]) -> None:
    for binding in bindings(one):
        if binding.id is None:
            assert binding.key in _NOT_OURS or issubclass(one, Input | TextArea), binding
        else:
            bound = BOUND[binding.id]
            assert binding.description == bound.does
            assert spelt(binding.key) in own_keys(bound.keys)


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.__name__)
def test_an_id_does_one_thing(one: type[DOMNode]) -> None:
    does: dict[str, str] = {}
    for binding in bindings(one):
        if binding.id:
            assert does.setdefault(binding.id, binding.action) == binding.action


def test_every_id_of_the_table_is_bound_somewhere() -> None:
    used = {binding.id for one in OURS for binding in bindings(one)}
    assert set(BOUND) - used == set()


@pytest.mark.parametrize("id_", BOUND)
def test_every_key_can_be_another_one(id_: str) -> None:
    found = checked({id_: "f11"})
    assert not found.problems
    assert "f11" in in_force(id_, found.keys)


@pytest.mark.parametrize("id_", BOUND)
def test_what_leaves_at_once_can_be_nothing_else(id_: str) -> None:
    for key in LEAVING:
        found = checked({id_: key})
        assert in_force("app.leave", found.keys)[:3] == LEAVING
        assert found.keys == ({id_: key} if id_ == "app.leave" else {})
