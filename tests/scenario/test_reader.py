"""Reading: plain values, their places, and what is refused."""

import pytest

from simulator.scenario.positions import Mark
from simulator.scenario.reader import MAX_DEPTH, MAX_EVENTS, MAX_SCALAR, Read, read
from simulator.scenario.scalars import Plain, minutes_of, whole


def codes(got: Read) -> list[str]:
    return [found.code for found in got.problems]


def marks(got: Read) -> list[Mark | None]:
    return [found.at for found in got.problems]


@pytest.mark.parametrize(
    "written",
    ["no", "on", "yes", "12:30", "2024", "1e3", "0x1F", "01", ".5", "2024-01-01", "True", "off"],
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert read(f"a: {written}".encode()).value == {"a": written}


def test_only_what_stood_without_quotes_can_become_a_number() -> None:
    value = read(b"plain: 12\nquoted: '12'\nin_double: \"12\"\nfolded: >-\n  12\n").value
    assert whole(value["plain"]) == 12
    assert [whole(value[k]) for k in ("quoted", "in_double", "folded")] == [None, None, None]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_what_yaml_reads_as_nothing_is_nothing(written: str) -> None:
    assert read(f"a: {written}".encode()).value == {"a": ""}


def test_null_in_quotes_is_a_word() -> None:
    assert read(b'a: "null"').value == {"a": "null"}


def test_the_longest_number_is_still_marked_plain() -> None:
    assert type(read(b"a: -1234").value["a"]) is Plain
    assert whole(Plain("12345")) is None
    assert whole("12") is None


def test_maps_lists_and_text_nest() -> None:
    got = read(b"a: [x, {b: y}]\nc:\n  d: |\n    one\n    two\n")
    assert got.value == {"a": ["x", {"b": "y"}], "c": {"d": "one\ntwo\n"}}
    assert got.problems == ()


def test_places_are_those_of_values_keys_and_items() -> None:
    places = read("ä: ü\nlist:\n  - one\n  - {két: három}\n".encode()).places
    assert places.mark(["ä"]) == Mark(1, 4)
    assert places.mark(["ä"], key=True) == Mark(1, 1)
    assert places.mark(["list"]) == Mark(2, 1)
    assert places.mark(["list", 0]) == Mark(3, 5)
    assert places.mark(["list", 1]) == Mark(4, 5)
    assert places.mark(["list", 1, "két"]) == Mark(4, 11)


def test_a_path_that_is_not_there_is_where_its_nearest_ancestor_is() -> None:
    places = read(b"a:\n  b: text\n").places
    assert places.mark(["a", "c", "d"]) == Mark(1, 1)
    assert places.mark(["a", "b", 3]) == Mark(2, 3)
    assert places.mark([]) == Mark(1, 1)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_places_do_not_depend_on_line_ends(end: bytes) -> None:
    got = read(end.join([b"a: x", b"b: y", b"c: [z]", b""]))
    assert got.value == {"a": "x", "b": "y", "c": ["z"]}
    assert got.places.mark(["c", 0]) == Mark(3, 5)


def test_a_byte_order_mark_is_no_character() -> None:
    got = read(b"\xef\xbb\xbfa: x\n")
    assert (got.value, got.problems) == ({"a": "x"}, ())
    assert got.places.mark(["a"]) == Mark(1, 4)


def test_a_second_byte_order_mark_is_refused() -> None:
    got = read(b"a: x\n\xef\xbb\xbfb: y\n")
    assert (codes(got), marks(got)) == (["unsafe-character"], [Mark(2, 1)])


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\u200e",
        "\u2028",
        "\u202e",
        "\u2066",
        "\uffff",
    ],
)
def test_characters_that_steer_or_hide_are_refused_with_their_place(character: str) -> None:
    got = read(f"a: x\nb: 'y{character}z'\n".encode())
    assert (codes(got), marks(got)) == (["unsafe-character"], [Mark(2, 6)])
    assert got.value == {"a": "x", "b": "y\N{REPLACEMENT CHARACTER}z"}


@pytest.mark.parametrize("escape", [r"\e[2J", r"\x07", r"\0", r"\N", r"\L", r"\u202e", r"\u200f"])
def test_they_are_refused_as_escapes_too(escape: str) -> None:
    got = read(f'a: "x{escape}"\n'.encode())
    assert (codes(got), marks(got)) == (["unsafe-character"], [Mark(1, 4)])


def test_so_are_they_in_keys() -> None:
    assert codes(read(b'"a\\e": x\n')) == ["unsafe-character"]


def test_line_breaks_tabs_and_joined_signs_are_free() -> None:
    got = read('a: "x\\n\\ty"\nb: "👩‍👩‍👧 naïve — “quoted”"\n'.encode())
    assert (got.value["a"], got.problems) == ("x\n\ty", ())


def test_all_problems_that_let_reading_go_on_are_told() -> None:
    got = read(b'a: "\\e"\nb: &x one\nb: two\nc: *x\nd: !t {}\n')
    assert codes(got) == [
        "unsafe-character", "reference", "duplicate-key", "reference", "reference",
    ]  # fmt: skip
    assert [mark.line for mark in marks(got) if mark] == [1, 2, 3, 4, 5]
    assert got.value["b"] == "one"


def test_a_duplicate_key_names_the_first_and_marks_the_second() -> None:
    (found,) = read(b"a: 1\nb:\n  c: x\n  d: y\n  c: z\n").problems
    assert (found.path, found.at, found.data["first"]) == (("b", "c"), Mark(5, 3), 3)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: &x b", "the anchor &x"),
        ("a: *x", "the alias *x"),
        ("*x : b", "the alias *x"),
        ("a: !t b", "the tag !t"),
        ("a: ! b", "the tag !"),
        ("a: !!python/object:os.system b", "the tag tag:yaml.org,2002:python/object:os.system"),
        ("a: {<<: {b: c}}", "a merge key (<<)"),
        ("&x a: b", "the anchor &x"),
        ("a: &x [b]", "the anchor &x"),
        ("a: !!set {b}", "the tag tag:yaml.org,2002:set"),
    ],
)
def test_references_and_tags_are_refused_by_name(text: str, what: str) -> None:
    got = read(text.encode())
    assert codes(got) == ["reference"]
    assert got.problems[0].data["what"] == what


@pytest.mark.parametrize(
    ("text", "code", "mark"),
    [
        ("a: 1\n---\nb: 2\n", "second-document", Mark(2, 1)),
        ("a:\n%TAG ! x\n", "directive", Mark(2, 1)),
        ("%YAML 1.1\n---\na: 1\n", "directive", Mark(1, 1)),
        ("\ufeff%YAML 1.1\n---\na: 1\n", "directive", Mark(1, 1)),
        ("a: x\r%TAG ! x\n", "directive", Mark(2, 1)),
        ("? [a]\n: b\n", "key-not-text", Mark(1, 3)),
        ("{a: b}: c\n", "key-not-text", Mark(1, 1)),
        ("[" * (MAX_DEPTH + 1), "too-deep", Mark(1, MAX_DEPTH + 1)),
        ("a: b: c\n", "not-yaml", Mark(1, 5)),
        ('a: x\nb: "y\nc: z\n', "not-yaml", Mark(2, 4)),
        ("a:\n\tb: c\n", "not-yaml", Mark(2, 1)),
    ],
)
def test_reading_stops_where_it_cannot_go_on(text: str, code: str, mark: Mark) -> None:
    got = read(text.encode())
    assert got.value is None
    assert (codes(got), marks(got)) == ([code], [mark])


def test_complaints_of_the_parser_are_in_plain_words() -> None:
    (found,) = read(b"a: b: c\n").problems
    assert "mapping values" not in str(found.data["problem"])
    assert "in quotes" in str(found.data["hint"])


def test_bytes_that_are_no_utf8_are_refused_with_their_place() -> None:
    (found,) = read("a: x\nb: Käse é".encode()[:-1] + b"\xff").problems
    assert (found.code, found.at) == ("not-utf8", Mark(2, 9))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_other_encodings_are_refused(encoding: str) -> None:
    assert read("a: é".encode(encoding)).value is None or encoding != "latin-1"
    assert set(codes(read("a: é".encode(encoding)))) <= {"not-utf8", "unsafe-character", "not-yaml"}
    assert codes(read("a: é".encode(encoding)))


def test_texts_and_files_have_a_longest_size() -> None:
    assert codes(read(b"a: " + b"x" * MAX_SCALAR)) == []
    got = read(b"a: " + b"x" * (MAX_SCALAR + 1) + b"\nb: y")
    assert codes(got) == ["text-too-long"]
    assert got.value["b"] == "y"
    assert codes(read(b"a: xxxx", max_bytes=6)) == ["too-large"]
    assert codes(read(b"a: [" + b"x, " * (MAX_EVENTS + 10_000) + b"]")) == ["too-many-nodes"]


def test_reading_can_stop_at_a_key_of_the_top() -> None:
    got = read(b"a: x\nb: {stop: y}\nstop: {c: [\n", stop_at=frozenset({"stop"}))
    assert (got.value, got.problems) == ({"a": "x", "b": {"stop": "y"}}, ())


def test_without_libyaml_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert codes(read(b"a: b")) == ["no-libyaml"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("40 minutes", 40),
        ("1 hour", 60),
        ("24 hours", 1440),
        ("1 minute", 1),
        ("0 minutes", None),
        ("2 days", None),
        ("half an hour", None),
        ("40 minutes\n", None),
        ("", None),
    ],
)
def test_spans_of_time(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes
