"""One value, one spelling: what is written is read back, and nothing else is read."""

import enum
import json
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.homework.sealing.canonical import (
    MOST_BYTES,
    MOST_DEPTH,
    MOST_NUMBER,
    Json,
    canonical,
    parse,
)
from simulator.homework.sealing.errors import Damaged, SealError, TooLarge
from tests.homework.sealing.bodies import values


@given(values)
def test_what_is_written_is_read_back(value: Json) -> None:
    assert parse(canonical(value)) == value
    assert json.loads(canonical(value)) == value


@given(values)
def test_the_order_in_which_it_was_put_together_does_not_matter(value: Json) -> None:
    assert canonical({"a": 1, "b": value}) == canonical({"b": value, "a": 1})


@given(values, st.randoms(use_true_random=False))
def test_another_spelling_is_not_read(value: Json, chance: random.Random) -> None:
    loose = json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 1]))
    if loose.encode() != canonical(value):
        with pytest.raises(Damaged):
            parse(loose.encode())


def test_it_is_as_the_standard_says() -> None:
    assert canonical({"\u20ac": 1, "\r": 2, "\U0001f600": 3, "\ufb33": 4, "1": 5}) == (
        b'{"\\r":2,"1":5,"\xe2\x82\xac":1,"\xf0\x9f\x98\x80":3,"\xef\xac\xb3":4}'
    )
    assert canonical('\u20ac$\x0f\nA\'B"\\\\"/\x7f') == (
        b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\x7f"'
    )


def test_letters_are_left_as_they_are() -> None:
    assert parse(canonical("e\u0301")) == "e\u0301"
    assert canonical("e\u0301") != canonical("\u00e9")


class _Old(str, enum.Enum):  # noqa: UP042 - the kind that is shown by its name
    NAME = "value"


class _Number(enum.IntEnum):
    ONE = 1


def test_names_for_values_are_written_as_their_values() -> None:
    assert canonical({_Old.NAME: [_Old.NAME, _Number.ONE]}) == b'{"value":["value",1]}'


def test_true_is_not_one() -> None:
    assert canonical([True, 1]) == b"[true,1]"
    assert [type(item) for item in parse(b"[true,1]")] == [bool, int]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), b"bytes", {1: "a"}, {None: 1}, {1, 2}, object(), [0.5]]
)
def test_what_has_no_place_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [MOST_NUMBER + 1, -MOST_NUMBER - 1, "\ud800", {"\udfff": 1}])
def test_what_others_cannot_hold_is_not_written(value: Json) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical(value)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b" ", b"{", b"nul", b"1 ", b" 1", b"1\n", b"01", b"-0", b"+1", b"1e3", b"1.0"),
        *(b"NaN", b"Infinity", b"-Infinity", b"9007199254740992", b"9" * 5000, b"-" + b"9" * 5000),
        *(b'{"a":1,"a":1}', b'{"a":1,"a":2}', b'{"b":1,"a":2}', b'{"a": 1}', b'{"a":1,}', b"[1,]"),
        *(b'"\\ud800"', b'"\\udc00\\ud800"', b'"\\u0041"', b'"\\/"', b'"\\u00e9"', b'"\xff"'),
        *(b'"\xed\xa0\x80"', b"\xef\xbb\xbf1", b'"\x01"', b"'a'", b"1 // one", b"{}{}", b"\x00"),
        *(b'{"a":1}\x00', b'"\\ud83d\\ude00"', b"\xff\xfe1\x00", b'"unended', b'"\\'),
    ],
)
def test_hostile_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Damaged):
        parse(data)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_as_they_are_written_or_refused(data: bytes) -> None:
    try:
        value = parse(data)
    except SealError:
        return
    assert canonical(value) == data


def test_depth_has_an_end() -> None:
    deepest: Json = 1
    for _level in range(MOST_DEPTH):
        deepest = [deepest]
    assert parse(canonical(deepest)) == deepest
    for deeper in ([deepest], {"a": deepest}):
        with pytest.raises(TooLarge):
            canonical(deeper)
        with pytest.raises(TooLarge):
            parse(json.dumps(deeper, separators=(",", ":")).encode())


@pytest.mark.parametrize("part", [b"[", b'{"a":', b'"\\"', b'"[', b"\\", b'"'])
def test_hostile_bytes_take_no_time(part: bytes) -> None:
    begun = time.perf_counter()
    with pytest.raises(SealError):
        parse((part * MOST_BYTES)[:MOST_BYTES])
    assert time.perf_counter() - begun < 5


def test_size_has_an_end() -> None:
    assert len(canonical("a" * (MOST_BYTES - 2))) == MOST_BYTES
    with pytest.raises(TooLarge):
        canonical("a" * (MOST_BYTES - 1))
    with pytest.raises(TooLarge):
        parse(b" " * (MOST_BYTES + 1))


def test_brackets_in_text_are_no_depth() -> None:
    assert parse(canonical('["{' * 100)) == '["{' * 100
