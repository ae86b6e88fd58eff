"""The Learn pages: that they say no more than their sources allow, and that they can be found."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from simulator.practice import learning
from simulator.practice.learning import IDS, SAFETY, Kind, Standing
from tests.support.learn_lint import problems

KEPT = files("simulator.practice.learn")
PLAIN = "Nothing is claimed here. " * 70


def kept(name: str) -> str:
    return KEPT.joinpath("en", f"{name}.md").read_text(encoding="utf-8")


def planted(paragraph: str) -> list[str]:
    text = f"# A page\n\n> What it is.\n\n{PLAIN}\n\n{paragraph}\n\nSee also: [Power](power.md)\n"
    return problems("loop", text, learning.sources())


@pytest.mark.parametrize("name", IDS)
def test_a_page_says_no_more_than_its_sources_allow(name: str) -> None:
    assert problems(name, kept(name), learning.sources()) == []


@pytest.mark.parametrize(
    ("paragraph", "why"),
    [
        ("A study found that couples who name the loop stay together.", "finding without"),
        ("Research shows that this helps.", "finding without"),
        ("Most couples get over it.", "finding without"),
        ("It helps about seventy of a hundred.", "figure without"),
        ("It works in 70% of cases.", "figure without"),
        ("Nine in ten come back.", "figure without"),
        ("Two thirds of couples make up.", "figure without"),
        ("A break of 20 minutes is advised. A study found it enough [^sigtaylor].", "finding"),
        ("Take 20 minutes at least [^sigtaylor].", "advice that does not say"),
        ("It is advised, and 116 couples did it [^papp-2009][^sigtaylor].", "in one paragraph"),
        ("The first minutes predict how it ends.", "promise or a label, “predict”"),
        ("This will save your relationship.", "promise"),
        ("A cure for silence.", "promise"),
        ("That is toxic.", "promise or a label"),
        ("Perhaps your partner is avoidant.", "words for a habit"),
        ("It is a habit of anxious people.", "habit's word without"),
        ("Ask him what he wants.", "no gender"),
        ("Husbands pressed less [^papp-2009].", "no gender"),
        ("Ring 0800 123 456 at any hour.", "numbers to ring"),
        ("How couples talked went with how they were later [^nyu-meta].", "small effects"),
        ("It was so [^nobody-1999].", "unknown source"),
        ("Go on with [another](nowhere.md).", "leads nowhere"),
        ("Go on with [time-outs](time-outs.md).", "outside the last paragraph"),
        ("W" * 35 + " is long.", "longer than a narrow line"),
        ("```\n" + "-" * 35 + "\n```", "wider than"),
        ("```\n┌──▶\n```", "plain ASCII"),
    ],
)
def test_what_a_page_may_not_say_is_noticed(paragraph: str, why: str) -> None:
    assert any(why in told for told in planted(paragraph)), planted(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "In 116 couples, husbands and wives pressed alike; it can be either [^papp-2009].",
        "It is commonly advised to take 20 minutes at least [^sigtaylor].",
        "We know of no trial of it.",
        "The anxious habit asks again.",
        "```\n a --> b\n```",
    ],
)
def test_what_it_may_say_is_not(paragraph: str) -> None:
    assert planted(paragraph) == []


@pytest.mark.parametrize("words", [10, 600])
def test_pages_are_short_and_not_too_short(words: int) -> None:
    text = f"# A page\n\n> What it is.\n\n{'word ' * words}\n\nSee also: [Power](power.md)\n"
    assert any("words; " in told for told in problems("loop", text, learning.sources()))


def test_every_page_is_there_and_no_other() -> None:
    there = {Path(entry.name).stem for entry in KEPT.joinpath("en").iterdir()}
    assert there == set(IDS)
    assert tuple(page.id for page in learning.pages()) == IDS
    assert len({page.title for page in learning.pages()}) == len(IDS)


def test_every_source_is_used_and_says_how_sure_it_is() -> None:
    used = {source.id for page in learning.pages() for source in page.sources}
    assert used == set(learning.sources())
    assert set(Standing) == {source.standing for source in learning.sources().values()}


@pytest.mark.parametrize("name", IDS)
def test_links_are_called_what_they_lead_to(name: str) -> None:
    for words, link in re.findall(r"\[([^\]]+)\]\(([a-z-]+)\.md\)", kept(name)):
        assert words == learning.title(link)


def test_every_page_can_be_reached_from_another() -> None:
    linked = {link for page in learning.pages() for link in page.links}
    assert linked == {*IDS, SAFETY}


@pytest.mark.parametrize("name", [*IDS])
def test_fear_is_spoken_of_where_a_page_asks_for_openness(name: str) -> None:
    if SAFETY in learning.page(name).links:
        assert "safety page" in kept(name) or "afraid" in kept(name)


def test_a_citation_is_the_number_of_its_source() -> None:
    page = learning.page("time-outs")
    numbers = [int(n) for part in page.parts for n in re.findall(r"\[(\d+)\]", part.text)]
    assert set(numbers) == set(range(1, len(page.sources) + 1))
    text = next(part for part in page.parts if "sigtaylor" in part.cites)
    at = [source.id for source in page.sources].index("sigtaylor") + 1
    assert f"[{at}]" in text.text
    assert not any("[^" in part.text for part in page.parts)


def test_the_loop_is_drawn_and_told_in_words() -> None:
    parts = learning.page("loop").parts
    drawn = [n for n, part in enumerate(parts) if part.kind is Kind.DRAWING]
    assert len(drawn) == 1
    assert parts[drawn[0] - 1].text.startswith("In words:")
    assert {"^", "v"} <= set(parts[drawn[0]].text)


def test_advice_is_called_advice_at_the_foot() -> None:
    for source in learning.sources().values():
        advice = learning.source_words(source).startswith("Advice, not a finding: ")
        assert advice == (source.standing is Standing.ADVISED)


def test_what_was_promised_of_the_pages_is_in_them() -> None:
    def holds(name: str, *words: str) -> None:
        assert all(word in kept(name) for word in words), name

    holds("power", "Who wants a change asks. Who is served by things as they are can wait.")
    holds("time-outs", "names the return", "for how long", "not a measured recovery time")
    holds("what-this-cannot-know", "We know of no trial", "do not promise")
    holds("signs-and-costs", "Not a test", "nothing to tick")
    text = kept("when-to-seek-help")
    assert text.index("## If there is fear or violence") < text.index("## What it is like")


@pytest.mark.parametrize(
    ("name", "near"), [("powr", "power"), ("time_outs", "time-outs"), ("zzz", "loop, pursuer")]
)
def test_an_unknown_page_is_answered_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(LookupError, match=near):
        learning.page(name)


def test_a_language_without_pages_reads_the_english_ones() -> None:
    assert learning.pages("xx") == learning.pages()
    assert learning.page("loop", "pt_BR") == learning.page("loop")
    assert learning.page("loop", "../..") == learning.page("loop")


def test_a_language_has_its_own_pages_and_borrows_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "pt").mkdir()
    for name in ("loop", "power"):
        (tmp_path / "en" / f"{name}.md").write_text(kept(name), encoding="utf-8")
    own = "# O ciclo\n\n> Uma frase.\n\nUm texto.\n\nSee also: [Power](power.md)\n"
    (tmp_path / "pt" / "loop.md").write_text(own, encoding="utf-8")
    monkeypatch.setattr(learning, "_folder", lambda: tmp_path)
    learning._kept.cache_clear()
    try:
        sources = learning.sources()
        monkeypatch.setattr(learning, "sources", lambda: sources)
        assert learning.page("loop", "pt_BR").title == "O ciclo"
        assert learning.page("power", "pt_BR").title == "Who can afford to wait"
    finally:
        learning._kept.cache_clear()
