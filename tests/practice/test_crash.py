"""The log of a crash: enough to mend by, nothing to read about anybody."""

from pathlib import Path

from simulator.practice import crash

WORDS = "he never answers"


def broken() -> None:
    words = WORDS
    try:
        {}[words]
    except KeyError as error:
        raise ValueError(f"no {words}") from error


def caught() -> Exception:
    try:
        broken()
    except ValueError as error:
        return error
    raise AssertionError


def test_places_and_kinds_but_no_words() -> None:
    text = crash.redacted(caught())
    assert WORDS not in text
    assert text.index("builtins.ValueError") < text.index("builtins.KeyError")
    assert f"{__name__}:" in text
    assert " broken" in text
    assert str(Path(__file__).parent) not in text


def test_it_is_written_over_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "crash.log"
    assert crash.keep(caught(), path) == path
    assert crash.keep(caught(), path) == path
    assert path.read_text().count("builtins.ValueError") == 1


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert crash.keep(caught(), in_the_way / "crash.log") is None
    assert "could not be written" in crash.farewell(None)
