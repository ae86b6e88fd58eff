"""The page a therapist reads: what is on it, what is not, and that nothing typed breaks it."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from simulator.coach.spoken import moment_words, offer_words
from simulator.homework.page import page_of, pdf_of
from simulator.homework.page.words import INVENTED, STOPPED, STOPPED_MEANS
from simulator.homework.transcript import replayed
from tests.homework.reviewed import (
    HOSTILE,
    LONG,
    SHOWN,
    TODAY,
    client,
    everything,
    hostile,
    made,
    ordinary,
)
from tests.support.browser import measurable, run, said
from tests.support.needs import needs_module

_PAGE = Path(page_of.__code__.co_filename).parent
_NOT_USED = re.compile(
    r"\b(compliance|compliant|missed|failed|failure|scores?|scored)\b", re.IGNORECASE
)
_VERDICTS = re.compile(
    r"\b(toxic|needy|manipulative|avoidant|anxious|abus\w*|narciss\w*|disorder|symptom\w*)\b",
    re.IGNORECASE,
)
_EMPTY = {"meta", "link"}
_DRAWN = {"line", "polyline", "circle", "rect", "path"}


class _Reader(HTMLParser):
    """Every element with its attributes, and whether each is closed where it belongs."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _DRAWN
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def _text(page: str) -> str:
    return " ".join(" ".join(_read(page).texts).split())


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(ordinary(), TODAY)


@pytest.fixture(scope="module", params=["ordinary", "hostile"])
def any_page(request: pytest.FixtureRequest) -> str:
    return page_of({"ordinary": ordinary, "hostile": hostile}[request.param](), TODAY)


def test_what_a_therapist_looks_for_is_there(page: str) -> None:
    text = _text(page)
    for words in (
        "blue heron",
        "report of 17 January 2030",
        "with the client until 1 February 2030, 14 days from now",
        "4 plays were asked for; 6 attempts were handed in, 1 of them a first try.",
        "The aim was met in 0 of 6 talks.",
        "First tries",
        "Practice: a scenario had before, or replies repeated",
        "Hardest fork",
        "Also offered there",
        "Ask about the second talk.",
        "Your own rating of how the homework went, 0 to 4: 3.",
        "Connected, 0–10",
        "Expected, 0–10",
        "Landed, so there was room for them:",
        "Aim not met in this talk. Shown by: Turn 2: “That is a lot of map.",
        "Replayed here: every number that replaying can show comes out of the replies",
        "If she looks away, then I wait.",
        "How early I wanted a plan.",
        "Too near just now.",
        "It was a long week.",
        "Transcripts, as shared",
        "Marit took it as: soft opening",
        everything()[0].scenarios[0].hash,
        everything()[0].rule,
    ):
        assert words in text


def test_the_partner_is_said_to_be_invented_beside_every_assignment_and_on_every_print(
    page: str,
) -> None:
    assert _text(page).count(INVENTED) >= 2 + len(ordinary().assignments)
    assert "@bottom-left" in page


def test_words_that_are_not_used(page: str) -> None:
    sources = [path for path in _PAGE.rglob("*") if path.suffix in {".py", ".html", ".css"}]
    assert len(sources) > 8
    for path in sources:
        assert not _NOT_USED.search(path.read_text(encoding="utf-8")), path.name
    assert not _NOT_USED.search(_text(page))
    assert not _VERDICTS.search(_text(page))


@pytest.mark.parametrize(
    ("shared", "shows", "hides"),
    [
        ((), (), ("Transcripts", "If she looks away", "How early I wanted")),
        (("transcript",), ("Transcripts",), ("If she looks away", "How early I wanted")),
        (("reflections",), ("If she looks away", "How early I wanted"), ("Transcripts",)),
    ],
)
def test_only_what_is_shared_is_shown(
    shared: tuple[str, ...], shows: tuple[str, ...], hides: tuple[str, ...]
) -> None:
    text = _text(page_of(client(made(shared)), TODAY))
    for words in shows:
        assert words in text
    for words in hides:
        assert words not in text


def test_no_line_of_a_talk_is_on_the_page_where_the_talk_is_not_shared() -> None:
    given, attempts = everything()
    lines = set()
    for one in attempts:
        talk = replayed(given, one)
        assert talk is not None
        moments = (talk.opening, *(turn.moment for turn in talk.turns))
        lines |= {moment_words(moment) for moment in moments}
        lines |= {offer_words(turn.you) for turn in talk.turns}
    lines = {line for line in lines if len(line) > 12}
    told = page_of(client(made(("reflections",))), TODAY)
    text = _text(told)
    assert "Hardest fork" in text
    assert "Shown by: Turn 2:" in text
    assert "Also offered there" not in text
    assert not [line for line in lines if " ".join(line.split()) in text]
    whole = _text(page_of(client(made()), TODAY))
    assert [line for line in lines if " ".join(line.split()) in whole]


def test_reflections_that_were_not_agreed_on_stay_unseen_though_a_file_holds_them() -> None:
    told = made().model_copy(update={"shared": ("summary",)})
    text = _text(page_of(client(told), TODAY))
    for words in ("If she looks away", "How early I wanted", "Transcripts"):
        assert words not in text


def test_a_talk_that_was_stopped_is_told_with_what_it_means_and_nothing_else() -> None:
    _, attempts = everything()
    facts = attempts[0].facts.model_copy(update={"outcome": "stopped"})
    one = attempts[0].model_copy(update={"facts": facts})
    found = client(made(attempts=(one,)))
    text = _text(page_of(found, TODAY))
    assert text.count(STOPPED) == 2
    assert STOPPED_MEANS in text
    assert "On 12 January 2030." in text
    for words in ("<svg", "Landed", "Hardest fork", "What could be practised next", "Aim not met"):
        assert words not in text
    assert "<svg" not in page_of(found, TODAY)


def test_what_does_not_come_out_of_its_replies_says_so() -> None:
    _, attempts = everything()
    facts = attempts[0].facts.model_copy(update={"turns": 3})
    told = made(attempts=(attempts[0].model_copy(update={"facts": facts}),))
    text = _text(page_of(client(told), TODAY))
    assert "something in it does not come out of the replies" in text
    assert "Attempt 1: its numbers do not come out of its replies." in text


def test_no_script_no_request_and_a_policy_that_allows_none(any_page: str) -> None:
    reader = _read(any_page)
    assert "default-src 'none'" in any_page
    for tag, attributes in reader.elements:
        assert tag not in {"script", "img", "iframe", "object", "embed", "form", "base", "audio"}
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in {"src", "srcset", "style", "action", "formaction", "background"}
            if name in {"href", "xlink:href"}:
                assert value == "data:," or (value or "").startswith("#")
    style = any_page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_text_shows_as_typed(any_page: str) -> None:
    del any_page
    told = page_of(hostile(), TODAY)
    assert "\u202e" not in told
    assert "\x1b" not in told
    text = "".join(_read(told).texts)
    assert SHOWN in text
    assert LONG[:3_500] in text
    assert text.count("9999-99-99") >= 2
    assert HOSTILE not in text


def test_a_reader_without_eyes_finds_the_way(any_page: str) -> None:
    elements = _read(any_page).elements
    tags = Counter(tag for tag, _ in elements)
    assert tags["main"] == tags["header"] == tags["footer"] == tags["h1"] == 1
    assert elements[0] == ("html", {"lang": "en"})
    ids = Counter(value for _, at in elements if (value := at.get("id")))
    assert set(ids.values()) == {1}
    for _tag, attributes in elements:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((attributes.get(name) or "").split()) <= set(ids)
        href = attributes.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids
    levels = [int(tag[1]) for tag, _ in elements if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in attributes for tag, attributes in elements if tag == "th")
    assert tags["title"] == 1 + tags["svg"]
    assert tags["desc"] == tags["svg"] > 0


def _colours(part: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part))


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("place", [0, 1, 2])
def test_every_text_can_be_read_on_its_ground(place: int) -> None:
    style = (_PAGE / "templates/style.css").read_text(encoding="utf-8")
    grounds = [_colours(part) for part in style.split(":root")[1:]]
    assert len(grounds) == 3
    colours = grounds[place]
    for ink in ("ink", "soft", "tension", "connection"):
        for ground in ("paper", "wash"):
            lights = sorted((_light(colours[ink]), _light(colours[ground])))
            assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5


def test_a_page_of_somebody_who_was_only_given_something() -> None:
    text = _text(page_of(client(), TODAY))
    assert "Nothing has come back yet." in text
    assert "with the client until 20 January 2030, 2 days from now" in text


# in a real browser


def _written(folder: Path, told: str, name: str = "page") -> Path:
    path = folder / f"{name}.html"
    path.write_text(told, encoding="utf-8")
    return path


def _requests(folder: Path, told: str) -> tuple[list[str], list[str]]:
    """Addresses asked for besides the page itself, and what was said on the console."""
    log = folder / "net.json"
    done = run(_written(folder, told), f"--log-net-log={log}", "--dump-dom")
    assert "</html>" in done.stdout
    # a browser that ends may leave its log without the last brackets
    asked = re.findall(r'"url":"((?:https?|ftp|wss?)://[^"]+)"', log.read_text(encoding="utf-8"))
    return [url for url in asked if "hostile" in url], said(done)


def test_a_browser_asks_for_nothing_and_has_nothing_to_complain_of(
    any_page: str, tmp_path: Path
) -> None:
    assert _requests(tmp_path, any_page) == ([], [])


def test_the_browser_would_be_caught_asking(tmp_path: Path) -> None:
    told = "<!doctype html><title>a</title><img src=http://hostile.invalid/a.png>"
    told += "<script>console.log('seen')</script></html>"
    asked, complaints = _requests(tmp_path, told)
    assert asked
    assert complaints


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (400, False), (400, True)])
def test_nothing_sticks_out_on_a_screen(
    any_page: str, tmp_path: Path, width: int, dark: bool
) -> None:
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    path = _written(tmp_path, measurable(any_page))
    done = run(path, f"--window-size={width},900", *scheme, "--dump-dom")
    title = html.unescape(done.stdout.partition("<title>")[2].partition("</title>")[0])
    inner, scroll, wide, ground, ink = json.loads(title)
    assert inner <= max(width, 500)
    assert (scroll, wide) == (inner, 0)
    assert (ground, ink) == (
        ("rgb(23, 25, 28)", "rgb(233, 231, 226)")
        if dark
        else ("rgb(255, 255, 255)", "rgb(29, 29, 27)")
    )


def _pages(pdf: bytes | Path) -> Iterator[str]:
    from io import BytesIO

    needs_module("pypdf")
    from pypdf import PdfReader

    data = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    for sheet in PdfReader(BytesIO(data)).pages:
        yield " ".join(sheet.extract_text().split())


def test_each_printed_page_says_that_the_partner_is_invented(any_page: str, tmp_path: Path) -> None:
    made_to = tmp_path / "page.pdf"
    run(_written(tmp_path, any_page), "--no-pdf-header-footer", f"--print-to-pdf={made_to}")
    sheets = list(_pages(made_to))
    assert len(sheets) > 3
    assert all(INVENTED in sheet for sheet in sheets)


def test_so_does_each_page_of_a_pdf(any_page: str) -> None:
    needs_module("weasyprint")
    sheets = list(_pages(pdf_of(any_page)))
    assert len(sheets) > 3
    assert all(INVENTED in sheet for sheet in sheets)


def test_a_pdf_asks_for_nothing_either(monkeypatch: pytest.MonkeyPatch) -> None:
    needs_module("weasyprint")
    import socket

    def refuse(*_: Any, **__: Any) -> None:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    told = "<!doctype html><title>a</title><p>b<img src='http://hostile.invalid/a.png'>"
    assert pdf_of(told).startswith(b"%PDF")


def test_without_the_extra_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from simulator.homework.page import PdfError

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfError, match="any browser prints it"):
        pdf_of("<p>")
