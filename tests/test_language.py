"""Every text that a player reads goes through the catalogue, and the template holds it.

A language that nobody speaks puts accents on every letter of ours; the scenario is in another
script. What is left in plain letters on a screen went past the catalogue.
"""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator import language
from simulator.coach import aim_text
from simulator.homework.sealing import stretching
from simulator.partner.moves import Role
from simulator.plain.run import Around, by_hand
from simulator.practice import learning, settings
from simulator.practice.debrief_words import parts_of
from simulator.practice.keeping import Keeping
from simulator.practice.keys import BOUND
from simulator.practice.opening import open_scenario
from simulator.practice.places import settings_file
from simulator.practice.settings import Settings
from simulator.practice.settings_words import all_settings
from simulator.practice.sitting import Sitting, begin
from simulator.tui.screens.breathing import BreathingScreen
from simulator.tui.screens.debrief.screen import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.resume import ResumeScreen
from simulator.tui.screens.tell import CANNOT_GO_ON, CHANGED, NOT_KEPT, TellScreen
from simulator.tui.screens.turns import TurnsScreen
from simulator.tui.screens.what_if import WhatIfScreen
from simulator.tui.widgets.field import Field
from tests.support import catalogue
from tests.support.kept import keep_events, run
from tests.tui import homework
from tests.tui.frame import READ, opened, press, read
from tests.tui.playing import Play, chosen, playing

SMALL = Path(__file__).parent / "data" / "small.yaml"
TALL = (110, 70)
_WORD = re.compile(r"[A-Za-z]{2,}")
_TO_TYPE = re.compile(r"\s*simulator ")
"""a command to be typed, on a line of its own"""
_OPTIONS = set(Role)
"""what an option of the command line takes"""
_TIME = {"minutes"}
"""how long a talk is left: the author's, in words the file has to use"""


class Ticking:
    """A clock that moves on whenever it is looked at: nothing is deaf."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


_CUT = re.compile(r"\S+(?=[╭│╰])")
"""what a page laid over another cuts off"""


def unreached(text: str, allowed: set[str] = frozenset()) -> list[str]:
    """Words in plain letters that nobody translated."""
    whole = _CUT.sub(" ", text)
    return [word for word in _WORD.findall(whole) if word not in allowed]


@pytest.fixture(autouse=True)
def nowhere() -> Iterator[None]:
    language.use(catalogue.Nowhere())
    yield
    language.speak(language.ENGLISH)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A library with one scenario, in another script."""
    folder, shipped = tmp_path / "own", tmp_path / "shipped"
    folder.mkdir()
    shipped.mkdir()
    monkeypatch.setenv("SIMULATOR_SCENARIOS", str(folder))
    monkeypatch.setattr("simulator.scenario.library.shipped_folder", lambda: shipped)
    path = folder / "small.yaml"
    path.write_text(catalogue.in_another_script(SMALL), encoding="utf-8")
    return path


def reached(pilot: Pilot[None], allowed: set[str] = frozenset()) -> None:
    shown = read(pilot)
    assert unreached(shown, allowed) == [], f"{type(pilot.app.screen).__name__}\n{shown}"


def words(*texts: str) -> set[str]:
    return set(_WORD.findall(" ".join(texts)))


def test_the_template_is_current() -> None:
    assert catalogue.written() == catalogue.extracted(), "python -m tests.support.catalogue"


def test_places_stay_and_letters_do_not() -> None:
    assert catalogue.accented("{name} felt {what}.") == "⟦{name} ƒéĺť {what}.⟧"
    assert not unreached(catalogue.accented("Every letter, from a to Z"))


def test_no_text_has_a_place_without_a_name() -> None:
    for forms in catalogue.written().values():
        for text in forms:
            assert not re.search(r"\{\}|\{\d|%[sd]", text), text


def test_no_text_hides_from_the_template() -> None:
    """Within an f-string, or made by one, a text is not found by whoever looks for texts."""
    for path in sorted((catalogue.ROOT / "simulator").rglob("*.py")):
        for outer in ast.walk(ast.parse(path.read_text("utf-8"))):
            where = f"{path}:{getattr(outer, 'lineno', 0)}"
            if isinstance(outer, ast.JoinedStr):
                inner = [one for one in ast.walk(outer) if _translates(one)]
                assert not any(isinstance(one.args[0], ast.Constant) for one in inner), where
            elif _translates(outer):
                assert not isinstance(outer.args[0], ast.JoinedStr | ast.BinOp), where


def _translates(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "N_", "ngettext"}
    )


async def test_the_first_start(own: Path) -> None:
    async with opened(Settings(), size=TALL) as pilot:
        reached(pilot)
        await press(pilot, "enter")
        reached(pilot)


@pytest.mark.parametrize("discreet", [False, True])
async def test_from_home_to_the_talk(own: Path, discreet: bool) -> None:
    async with opened(READ._replace(discreet=discreet), size=TALL) as pilot:
        for _ in range(4):
            reached(pilot)
            await press(pilot, "enter")
        reached(pilot)


async def test_an_empty_library_and_a_file_that_cannot_be_opened(own: Path) -> None:
    own.unlink()
    async with opened(READ, size=TALL) as pilot:
        reached(pilot)
        own.with_name("junk.yaml").write_text("a: [")
        pilot.app.screen.query_one("Choices")
        await press(pilot, "o", "escape")
        reached(pilot, {"junk", "yaml"})


async def test_settings_and_keys(own: Path) -> None:
    async with opened(READ, size=TALL) as pilot:
        await press(pilot, "o")
        file = words(str(settings_file()), "English")
        for _ in (*all_settings(), None):
            reached(pilot, file)
            await press(pilot, "down")
        await press(pilot, "up", "enter")
        ids = words(*BOUND)
        for _ in range(4):
            reached(pilot, ids)
            await press(pilot, "pagedown")
        await press(pilot, "enter")
        reached(pilot, ids)
        await press(pilot, "5")
        reached(pilot, ids)


@pytest.mark.parametrize("key", ["question_mark", "s"])
async def test_help_and_safety(own: Path, key: str) -> None:
    async with opened(READ, size=(110, 240)) as pilot:
        await press(pilot, key)
        reached(pilot)


async def test_pages_to_read_are_in_their_own_language_and_the_rest_in_ours(own: Path) -> None:
    pages = words(*(str(page) for page in learning.pages()))
    async with opened(READ, size=(110, 240)) as pilot:
        await press(pilot, "l")
        reached(pilot, pages)
        await press(pilot, "enter")
        reached(pilot, pages)


async def test_progress_before_anything_was_practised(own: Path) -> None:
    async with opened(READ, size=TALL) as pilot:
        await press(pilot, "p")
        reached(pilot)


FILES = words("~ for example Downloads heron homework", "report", "html")
"""how a file is named"""
EXAMPLES = words(*aim_text.EXAMPLES)
"""an aim is read in one language alone"""


async def named(pilot: Pilot[None], name: str) -> None:
    """A short name for the file, which does not break over lines."""
    pilot.app.screen.query_one("#file-0", Field).load_text(name)
    await homework.settled(pilot)


def hexadecimal(pilot: Pilot[None]) -> set[str]:
    """Letters that an id may be made of."""
    return set(re.findall(r"\b[a-f]+", read(pilot))) | set(re.findall(r"[a-f]{2,}", read(pilot)))


async def test_homework_as_a_client_sees_it(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretching, "COST", 2)
    file = homework.handed_over(
        tmp_path / "h", own, client="1", rationale="2", questions=["3"], aim={"kind": "recover"}
    )
    allowed = FILES | words(str(file), str(tmp_path), "client", "c")
    async with homework.sitting_at(tmp_path / "c", size=TALL) as pilot:
        await homework.press(pilot, "h")
        reached(pilot, allowed)
        await homework.press(pilot, "o")
        reached(pilot, allowed)
        await homework.open_file(pilot, file)
        reached(pilot)
        await homework.press(pilot, "2")
        reached(pilot)
        await homework.do(pilot, "decline")
        await homework.press(pilot, "1")
        reached(pilot)
        await homework.do(pilot, "read")
        await homework.press(pilot, "enter")
        await named(pilot, "1.report")
        reached(pilot, FILES)
        await homework.do(pilot, "draw-0", "seal")
        await homework.press(pilot, "q")


async def test_homework_as_a_therapist_sees_it(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretching, "COST", 2)
    async with homework.sitting_at(tmp_path, size=(110, 100)) as pilot:
        await homework.press(pilot, "h", "a")
        reached(pilot, EXAMPLES)
        await homework.press(pilot, "6")
        reached(pilot, EXAMPLES | FILES)
        await homework.write(pilot, "client", "1")
        await homework.do(pilot, "stated-asked_alone", "stated-nobody_in_danger")
        await homework.do(pilot, "stated-ask_again", "preview")
        reached(pilot)
        await homework.press(pilot, "2")
        reached(pilot, words(own.read_text("utf-8")))
        await homework.press(pilot, "q", "q")
        await homework.do(pilot, "seal")
        await named(pilot, "1.homework")
        reached(pilot, FILES)
        await homework.write(pilot, "once-0", homework.SECRET)
        await homework.write(pilot, "twice-0", homework.SECRET)
        await homework.do(pilot, "seal")
        reached(pilot, FILES | words(str(tmp_path)))
        await homework.press(pilot, "enter", "r")
        reached(pilot)
        await homework.press(pilot, "1")
        reached(pilot, hexadecimal(pilot))
        await homework.press(pilot, "1")
        for _ in range(3):
            await homework.press(pilot, "1")
            reached(pilot, words(str(tmp_path)))
            await homework.press(pilot, "escape")


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    """A language that a translator has begun with."""
    folder = tmp_path / "locale"
    catalogue.compiled(
        folder / "eo" / "LC_MESSAGES",
        {"Settings": "Agordoj", "Dialogue practice": "Dialoga praktiko", "English": "Esperanto"},
    )
    monkeypatch.setattr(language, "FOLDER", folder)
    language.speak(language.ENGLISH)


async def test_the_language_in_the_settings_is_spoken_from_the_start(esperanto: None) -> None:
    assert language.available() == ("en", "eo")
    settings.save(READ._replace(language="eo"))
    async with opened(None) as pilot:
        assert "Dialoga praktiko" in read(pilot)
        assert "What would you like to practise?" in read(pilot)


async def test_another_language_is_spoken_as_soon_as_it_is_chosen(esperanto: None) -> None:
    async with opened(READ) as pilot:
        await press(pilot, "o", *["down"] * 9)
        assert "▸English  ·  Esperanto" in read(pilot)
        await press(pilot, "enter")
        assert "English  ·  ▸Esperanto" in read(pilot)
        assert "Agordoj" in read(pilot)
        assert "Dialoga praktiko" in read(pilot)
        await press(pilot, "enter")
        assert "Settings" in read(pilot)
    assert settings.load().settings.language == "en"


def test_the_plain_player_speaks_it_too(own: Path, esperanto: None) -> None:
    settings.save(READ._replace(language="eo"))
    paper = io.StringIO()
    by_hand(sitting_in(own), io.StringIO("q\n"), paper, Around())
    assert language._("Settings") == "Agordoj"


def test_a_language_there_is_not_is_named(own: Path) -> None:
    language.speak(language.ENGLISH)
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('language = "tlh"\n')
    loaded = settings.begin()
    assert loaded.settings.language == "en"
    assert "“language” wants en." in loaded.problems[0]


ALL = chosen(guess=True, still_second=True, coaching="full")
ROLES = pytest.mark.parametrize("role", Role)


def sitting_in(path: Path, role: Role = Role.PURSUER, *, tension: int | None = None) -> Sitting:
    opened = open_scenario(path)
    assert opened.scenario is not None
    return begin(opened.scenario, role, tension=tension, seed=1)


def looked_at(play: Play) -> None:
    shown = play.shown
    name = type(play.app.screen).__name__
    assert unreached(shown, _TIME) == [], f"{name}\n{shown}"


@ROLES
async def test_a_talk_with_all_that_can_be_shown(own: Path, role: Role) -> None:
    async with playing(sitting_in(own, role), TALL, brief_first=True) as play:
        looked_at(play)
        await play.press("enter")
        for _ in range(6):
            looked_at(play)
            for key in ("t", "p", "u", "b", "enter"):
                await play.press(key)
                looked_at(play)
            if play.sitting.finished:
                break
            offered = [offer.id for offer in play.sitting.offered]
            await play.give(next(id_ for id_ in offered if id_ != "in_the_way"))
        await play.press("q")
        looked_at(play)


@pytest.mark.parametrize("size", [(80, 24), (40, 30), TALL])
async def test_a_guess_and_the_still_second(own: Path, size: tuple[int, int]) -> None:
    async with playing(sitting_in(own), size, prefs=ALL) as play:
        await play.give("stranger")
        looked_at(play)
        if play.later.waits:
            play.later.pass_by()
            await play.pilot.pause()
        for keys in (["1"], ["u"], ["u"]):
            looked_at(play)
            await play.press(*keys)
        looked_at(play)


@pytest.mark.parametrize("prefs", [chosen(meters="words"), chosen(coaching="after")])
async def test_meters_in_words_and_coaching_afterwards(own: Path, prefs: Settings) -> None:
    for size in ((80, 24), TALL):
        async with playing(sitting_in(own), size, prefs=prefs) as play:
            looked_at(play)
            await play.give("stranger")
            looked_at(play)


@ROLES
async def test_hints_in_three_steps(own: Path, role: Role) -> None:
    sitting = sitting_in(own, role)
    async with playing(sitting, TALL) as play:
        for _ in range(3):
            await play.press("h")
            looked_at(play)
        assert sitting.outlooks.wait(60)
        await play.pilot.pause(0.1)
        looked_at(play)
        await play.press("n")


async def test_a_line_that_was_crossed(own: Path) -> None:
    async with playing(sitting_in(own), TALL) as play:
        await play.give("in_the_way")
        looked_at(play)


async def test_what_one_is_told(own: Path) -> None:
    async with playing(sitting_in(own), TALL) as play:
        for title in (NOT_KEPT, CHANGED, CANNOT_GO_ON):
            play.app.push_screen(TellScreen(title, ""))
            await play.pilot.pause()
            looked_at(play)


@ROLES
async def test_every_part_of_a_debrief(own: Path, role: Role) -> None:
    sitting = sitting_in(own, role)
    while not sitting.finished:
        sitting.choose(next(o.id for o in sitting.offered if o.id != "in_the_way"))
    assert sitting.outlooks.begin() is None
    assert sitting.outlooks.wait(60)
    async with playing(sitting, (110, 90)) as play:
        looked_at(play)
        for at in range(len(parts_of(sitting)) + 1):
            screen = DebriefScreen(sitting)
            play.app.push_screen(screen)
            await play.pilot.pause()
            await screen._show(at)
            for key in ("tab", "1", "f3"):
                await play.press(key)
                looked_at(play)
            while play.app.screen is not play.screen:
                play.app.pop_screen()
            await play.pilot.pause()


async def test_breathing_what_if_and_the_turns(own: Path) -> None:
    sitting = sitting_in(own)
    for reply in ("stranger", "half_hour", "back"):
        sitting.choose(reply)
    async with playing(sitting, TALL) as play:
        for screen in (
            BreathingScreen(),
            WhatIfScreen(sitting, 1),
            TurnsScreen(sitting),
        ):
            play.app.push_screen(screen)
            await play.pilot.pause()
            looked_at(play)
            await play.press("1")
            looked_at(play)
            if play.app.screen is screen:
                play.app.pop_screen()


async def test_talks_that_go_on_or_are_only_shown(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = own.read_text("utf-8")
    id_ = keep_events("small", text, Role.PURSUER, ("stranger", "always"))
    async with opened(first=HomeScreen(clock=Ticking()), size=TALL, journal=Keeping) as pilot:
        reached(pilot, words(id_[:8]))
    own.write_text(text.replace("        always:", "        ever:"), "utf-8")
    async with opened(first=ResumeScreen(None), size=TALL, journal=Keeping) as pilot:
        reached(pilot)
    monkeypatch.setattr("simulator.partner.rule.rule_fingerprint", lambda: "f" * 64)
    async with opened(first=ResumeScreen(None), size=TALL, journal=Keeping) as pilot:
        reached(pilot)
    async with opened(READ, size=TALL, journal=Keeping) as pilot:
        await press(pilot, "p")
        reached(pilot)
        await press(pilot, "enter")
        reached(pilot)


TYPED = [
    "?",
    "1",
    "g",
    "1",
    "t",
    "p",
    "h",
    "h",
    "h",
    "b",
    "s",
    "u",
    "2",
    "3",
    "1",
    "1",
    "?",
    "debrief",
    "u",
    "q",
]


@ROLES
@pytest.mark.parametrize("prefs", [ALL, chosen(meters="words", coaching="after", thoughts=True)])
def test_the_plain_player(
    own: Path, role: Role, prefs: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "load", lambda: settings.Loaded(prefs))
    typed, paper = io.StringIO("\n".join(TYPED)), io.StringIO()
    by_hand(sitting_in(own, role), typed, paper, Around(guess=True))
    shown = paper.getvalue()
    assert unreached(shown, _TIME | _OPTIONS) == [], shown


@pytest.mark.parametrize("command", ["history", "debrief", "progress"])
def test_what_is_kept_is_told_in_it(own: Path, command: str) -> None:
    text = own.read_text("utf-8")
    ids = [
        keep_events("small", text, Role.PURSUER, replies)
        for replies in (("stranger", "half_hour"), ("stranger", "always", "half_hour", "back"))
    ]
    told = run(command)
    assert told.exit_code == 0, told.stderr
    lines = "\n".join(line for line in told.stdout.splitlines() if not _TO_TYPE.match(line))
    for id_ in ids:  # its letters are not always parted from each other by digits alike
        lines = lines.replace(id_[:8], "")
    assert unreached(lines, _TIME | _OPTIONS) == [], told.stdout


def test_pages_to_read_without_a_screen(own: Path) -> None:
    pages = words(*(str(page) for page in learning.pages()))
    for command in (["learn"], ["learn", "loop"]):
        told = run(*command)
        assert told.exit_code == 0
        assert unreached(told.stdout, pages) == [], told.stdout


def test_the_first_pages_of_the_plain_player(own: Path) -> None:
    typed, paper = io.StringIO("1\n1\n3\nq\n"), io.StringIO()
    by_hand(sitting_in(own), typed, paper, Around(terms=True))
    assert unreached(paper.getvalue(), _TIME | _OPTIONS) == [], paper.getvalue()
