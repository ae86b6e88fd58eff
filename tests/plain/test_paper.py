import io

import pytest

from simulator.plain.paper import CLEAR, Paper, wipe
from tests.plain.table import Terminal


def written(*paragraphs: str, width: int = 40, lead: str = "") -> str:
    page = io.StringIO()
    Paper(page, width).write(*paragraphs, lead=lead)
    return page.getvalue()


def test_paragraphs_are_wrapped_at_the_width():
    lines = written("word " * 60, width=33).splitlines()
    assert max(map(len, lines)) <= 33
    assert len(lines) > 5


def test_what_follows_a_lead_is_set_in_beneath_it():
    lines = written("word " * 20, lead="12. ").splitlines()
    assert lines[0].startswith("12. word")
    assert all(line.startswith("    word") for line in lines[1:])


def test_a_long_word_stays_whole():
    assert "x" * 60 in written("x" * 60, width=30)


def test_nothing_in_a_text_steers_the_terminal():
    words = written("\x1b[2Jgone \x1b]0;title\x07 \u202eback\x9b31m [/] [@click=app.quit] \x00")
    assert "[/] [@click=app.quit]" in " ".join(words.split())
    assert all(sign.isprintable() or sign == "\n" for sign in words)


def test_lines_of_an_author_stay_lines():
    assert written("one\n\ntwo") == "one\ntwo\n"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "“Much more” ▲▲ … −4 日\n"),
        ("cp1252", "“Much more” ^^ … -4 ?\n"),
        ("ascii", '"Much more" ^^ ... -4 ?\n'),
    ],
)
def test_an_old_encoding_gets_plainer_signs(encoding, words):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    Paper(stream).write("“Much more” ▲▲ … −4 日")
    assert raw.getvalue().decode(encoding) == words


def test_the_width_is_eighty_where_none_is_known(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert Paper(io.StringIO()).width == 80


@pytest.mark.parametrize(("columns", "width"), [("61", 61), ("0", 80), ("wide", 80), ("5", 24)])
def test_the_width_that_is_set_counts(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    assert Paper(io.StringIO()).width == width


def test_only_terminals_are_emptied(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    terminal, pipe = Terminal(), io.StringIO()
    assert wipe(pipe, terminal, None)
    assert terminal.getvalue() == CLEAR
    assert "\x1b[3J" in CLEAR
    assert pipe.getvalue() == ""
    assert not wipe(pipe)


def test_a_dumb_terminal_gets_no_sequence(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    wipe(terminal)
    assert set(terminal.getvalue()) == {"\n"}


def test_a_terminal_that_is_gone_is_no_fault():
    class Gone(Terminal):
        def write(self, _: str) -> int:
            raise OSError("input/output error")

    assert wipe(Gone())
