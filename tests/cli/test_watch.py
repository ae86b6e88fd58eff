"""`simulator watch`: what is shown after a save, what is replayed, and how it is left."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.cli.watch import watch_command
from simulator.partner.moves import Role
from simulator.plain.events import Event, Events, Found, Saved
from simulator.plain.watch import Desk, View
from simulator.practice.watching import Wanted, Watched
from simulator.practice.words import safety
from simulator.scenario.findings import finding
from simulator.scenario.starter import starter_text
from tests.support.needs import only_on

ROOT = Path(__file__).parents[2]
PATIENCE = 30
"""seconds after which what was expected is taken not to come"""
PROMISE = 5
"""seconds a save may take here at most, on a machine that does much else; measured: a tenth"""

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(starter_text(), encoding="utf-8")
    return path


def put(path: Path, *swaps: tuple[str, str]) -> None:
    """Save the starter with these words in place of those, as editors do: beside it, then over."""
    words = starter_text()
    for old, new in swaps:
        assert old in words
        words = words.replace(old, new)
    save(path, words)


def save(path: Path, words: str) -> None:
    beside = path.with_name(".talk.yaml.part")
    beside.write_text(words, encoding="utf-8")
    beside.replace(path)


GONE = ("the_minute", "a_minute")
"""a reply with another id"""
BROKEN = ("opens: in_the_hall", "opens: in_the_hal")


# --- at the desk: what is shown for what happens

Step = str | Callable[[], None] | Found


class Sat:
    """A desk with an author at it, who types the number of a reply by its id."""

    def __init__(self, path: Path, *steps: Step, role: Role | None = None, rows: int | None = None):
        self.watched = Watched(path, Wanted(1, role))
        self.asked: list[object] = []
        self._stream = io.StringIO()
        self._pages: list[int] = [0]
        view = View(self._stream, lambda: None, None if rows is None else lambda: rows)
        desk = Desk(self.watched, view, safety(), self.asked.append)
        self.gone = desk.run(self._events(steps))
        self._pages.append(len(self._stream.getvalue()))

    def _events(self, steps: tuple[Step, ...]) -> Iterator[Event]:
        for step in steps:
            self._pages.append(len(self._stream.getvalue()))
            if isinstance(step, (str, Found)):
                yield self._typed(step) if isinstance(step, str) else step
            else:
                step()
                yield Saved.SAVED

    def _typed(self, step: str) -> str:
        sitting = self.watched.rehearsal
        ids = [] if sitting is None else [offer.id for offer in sitting.offered]
        return f"{ids.index(step) + 1}\n" if step in ids else f"{step}\n"

    def page(self, number: int) -> str:
        """What was written for a step, from 1; 0 is the first page. White space is one space."""
        start, end = self._pages[number : number + 2]
        return " ".join(self._stream.getvalue()[start:end].split())

    @property
    def last(self) -> str:
        return self.page(len(self._pages) - 2)


def test_the_first_page_has_the_problems_and_the_talk(file: Path) -> None:
    page = Sat(file).last
    assert page.index("warning[few-beats]") < page.index("You can reply, at in_the_hall:")
    for words in (
        "“After the test”",
        "no errors, 2 warnings",
        "(eat_first)",
        "Tension 41, guarded",
    ):
        assert words in page


def test_a_number_gives_a_reply_and_u_takes_it_back(file: Path) -> None:
    sat = Sat(file, "eat_first", "the_minute", "u")
    assert "1. eat_first, at in_the_hall: tension 30, guarded" in sat.page(1)
    assert "Ilse took it as:" in sat.page(1)
    assert "2. the_minute, at by_the_stove" in sat.page(2)
    assert "the_minute, at" not in sat.last
    assert "You can reply, at by_the_stove:" in sat.last


def test_a_save_replays_what_was_chosen_on_the_new_text(file: Path) -> None:
    sat = Sat(
        file,
        "eat_first",
        "the_minute",
        lambda: put(file, ("I didn't pass. Same roundabout.", "A new line, just written.")),
    )
    assert "2. the_minute, at by_the_stove" in sat.last
    assert "“A new line, just written." in sat.last


def test_a_save_that_changes_nothing_says_nothing(file: Path) -> None:
    assert Sat(file, "eat_first", lambda: put(file)).last == ""


def test_a_reply_that_is_gone_stops_the_replay_and_waits(file: Path) -> None:
    sat = Sat(
        file,
        *("eat_first", "the_minute", "long_way_home"),
        lambda: put(file, GONE),
        lambda: put(file, GONE, ("After the test", "Another title")),
        lambda: put(file),
    )
    for page in (sat.page(4), sat.page(5)):
        assert "The replay stopped at turn 2: “the_minute” is not offered at by_the_stove." in page
        assert "the reply after it wait" in page
        assert "You can reply, at by_the_stove:" in page
    assert "3. long_way_home, at the_roundabout" in sat.last
    assert "stopped" not in sat.last


def test_a_reply_given_meanwhile_takes_the_place_of_those_that_wait(file: Path) -> None:
    sat = Sat(
        file,
        *("eat_first", "the_minute", "long_way_home"),
        lambda: put(file, GONE),
        "a_minute",
        lambda: put(file),
    )
    assert "The replay stopped at turn 2: “a_minute” is not offered" in sat.last
    assert "long_way_home, at" not in sat.last


def test_a_talk_that_ends_earlier_than_it_did_says_where(file: Path) -> None:
    there = "          to: by_the_stove\n"
    first = starter_text().index(there)
    before, after = starter_text()[:first], starter_text()[first + len(there) :]
    sat = Sat(
        file,
        *("eat_first", "the_minute"),
        lambda: save(file, f"{before}          to: pan_in_the_sink\n{after}"),
    )
    assert "turn 2: the talk is over there, at pan_in_the_sink" in sat.last


def test_errors_are_shown_with_their_lines_and_the_preview_stays(file: Path) -> None:
    sat = Sat(file, "eat_first", lambda: put(file, BROKEN), "the_minute", lambda: put(file))
    assert "error[unknown-opening]" in sat.page(2)
    assert "^^^" in sat.page(2)
    assert "still that of the last text without errors" in sat.page(2)
    assert "1. eat_first, at in_the_hall" in sat.page(2)
    assert "2. the_minute, at by_the_stove" in sat.page(3)
    assert "no errors" in sat.last
    assert "2. the_minute, at by_the_stove" in sat.last


def test_a_small_screen_shows_errors_alone(file: Path) -> None:
    sat = Sat(file, "eat_first", lambda: put(file, BROKEN), "", rows=24)
    assert "error[unknown-opening]" in sat.page(2)
    assert "eat_first, at" not in sat.page(2)
    assert "1. eat_first, at in_the_hall" in sat.last


def test_a_file_with_errors_from_the_start_is_previewed_once_it_has_none(file: Path) -> None:
    put(file, BROKEN)
    sat = Sat(file, "1", "u", "role", "p", "r", "", "?", lambda: put(file))
    for number in range(6):
        assert "nothing to preview yet" in sat.page(number)
    assert "You can reply, at in_the_hall:" in sat.last


def test_a_file_that_is_deleted_is_waited_for(file: Path) -> None:
    sat = Sat(file, "eat_first", file.unlink, lambda: put(file))
    assert "There is no file of this name now." in sat.page(2)
    assert "1. eat_first, at in_the_hall" in sat.page(2)
    assert "1. eat_first, at in_the_hall" in sat.last
    assert "no file of this name" not in sat.last


def test_the_other_chair_keeps_its_own_replies(file: Path) -> None:
    sat = Sat(
        file, "eat_first", "role", "coat_off", lambda: put(file, ("I rang", "We rang")), "role"
    )
    assert "You are Ilse, needing room." in sat.page(2)
    assert "1. coat_off, at pan_lid" in sat.page(4)
    assert "1. eat_first, at in_the_hall" in sat.last


def test_a_chair_that_is_taken_out_leaves_the_preview_as_it_was(file: Path) -> None:
    def take_out() -> None:
        words = starter_text()
        file.write_text(words[: words.index("\nwithdrawer:\n")], encoding="utf-8")

    sat = Sat(file, "coat_off", take_out, lambda: put(file), role=Role.WITHDRAWER)
    assert "this scenario has no withdrawer's chair" in sat.page(2)
    assert "1. coat_off, at pan_lid" in sat.page(2)
    assert "1. coat_off, at pan_lid" in sat.last


def test_there_may_be_no_other_chair(file: Path) -> None:
    words = starter_text()
    file.write_text(words[: words.index("\nwithdrawer:\n")], encoding="utf-8")
    assert "Your chair stays the same: this scenario has no withdrawer's" in Sat(file, "role").last


def test_a_start_that_a_later_text_forbids_is_said(file: Path) -> None:
    watched = Watched(file, Wanted(1, Role.PURSUER, None, 41))
    assert watched.behind is None
    put(file, ("tension: [38, 41]", "tension: 30"))
    assert watched.read()
    assert "allowed: 30" in (watched.behind or "")
    watched.change_chair()
    assert watched.role is Role.WITHDRAWER


def test_the_state_and_its_causes_are_shown_on_request(file: Path) -> None:
    page = Sat(file, "eat_first", "p").last
    assert "At by_the_stove: guarded, tension 30, connection 44, 1 good reply in a row" in page
    assert "time was asked for" in page
    assert "eat_first does: gentle_startup, offering_time." in page
    assert "Connection +4." in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("99", "There is no reply 99 here."),
        ("hello", "“hello” is no key here"),
        ("u", "no reply was given yet"),
        ("b", "You are Joren. Ilse took her driving test"),
        ("s", "If you are in danger now"),
        ("?", "role: sit in the other chair"),
        ("d", "hint: Add what would happen on the harder paths."),
        ("", "You can reply, at in_the_hall:"),
    ],
)
def test_every_key_answers(file: Path, typed: str, says: str) -> None:
    assert says in Sat(file, typed).last


def test_thoughts_are_shown_until_they_are_switched_off(file: Path) -> None:
    sat = Sat(file, "t")
    assert "(Ilse thinks:" in sat.page(0)
    assert "(Ilse thinks:" not in sat.last


def test_a_reply_that_crosses_the_line_can_be_taken_back_here(file: Path) -> None:
    crossing = ("say: So? You passed. Come on, tell me you passed!", "does: Stand in the door.")
    words = starter_text().replace(*crossing)
    start = words.index('          moves: {checking_up: "You passed')
    end = words.index("    # Here the same reply does something else")
    words = f"{words[:start]}          crosses_line: true\n\n{words[end:]}"
    file.write_text(words, encoding="utf-8")
    sat = Sat(file, "tell_me_passed", "u")
    assert "The play stops here: this reply crosses the line." in sat.page(1)
    assert "You can reply, at in_the_hall:" in sat.last


def test_start_again(file: Path) -> None:
    page = Sat(file, "eat_first", "the_minute", "r").last
    assert "You can reply, at in_the_hall:" in page
    assert "Replies so far" not in page


@pytest.mark.parametrize(("typed", "gone"), [("q", False), ("x", True)])
def test_it_is_left(file: Path, typed: str, gone: bool) -> None:
    sat = Sat(file, typed, "eat_first")
    assert sat.gone is gone
    assert "eat_first, at" not in sat.last


# --- a deeper check, beside the preview


def test_each_text_without_errors_is_given_to_the_deeper_check(file: Path) -> None:
    sat = Sat(file, "eat_first", lambda: put(file, BROKEN), lambda: put(file, ("Joren", "Jan")))
    assert len(sat.asked) == 2
    assert sat.asked[-1] is sat.watched.loaded


@pytest.mark.parametrize("saved_meanwhile", [False, True])
def test_what_it_finds_is_shown_where_it_is_of_this_text(file: Path, saved_meanwhile: bool) -> None:
    events, stream, watched = Events(), io.StringIO(), Watched(file, Wanted(1))
    ask = events.deepen(lambda _: [finding("unused-flag", ("pursuer", "best"), flag="late")])

    def happening() -> Iterator[Event]:
        found = next(iter(events))
        stream.truncate(0)
        if saved_meanwhile:
            put(file, ("After the test", "Another title"))
            assert watched.read()
        yield found
        yield "d"

    Desk(watched, View(stream, lambda: None), safety(), ask).run(happening())
    assert ("unused-flag" in stream.getvalue()) is not saved_meanwhile
    assert ("no errors, 3 warnings" in stream.getvalue()) is not saved_meanwhile


def test_a_deeper_check_that_breaks_says_so_without_anybodys_words(file: Path) -> None:
    def breaks(_: object) -> list[object]:
        raise RuntimeError("Ilse stops in the doorway")

    events = Events()
    watched = Watched(file, Wanted(1))
    events.deepen(breaks)(watched.loaded)  # type: ignore[arg-type]
    found = next(iter(events))
    assert isinstance(found, Found)
    assert found.loaded is watched.loaded
    assert "broke" in (found.trouble or "")
    assert "doorway" not in (found.trouble or "")


# --- what cannot be


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("none.yaml",), ["there is no file “none.yaml”", "simulator new none.yaml"]),
        ((".",), ["is not a file"]),
        (("talk.yaml", "--as", "persuer"), ["“persuer”", "Did you mean “pursuer”?"]),
        (("talk.yaml", "--tension", "40"), ["belong to one chair", "--as"]),
        (("talk.yaml", "--as", "pursuer", "--tension", "60"), ["60", "38 to 41"]),
        (("talk.yaml", "--as", "pursuer", "--temperament", "secure"), ["“secure”", "even"]),
        (("talk.yaml", "--seed", "-1"), ["-1", "from 0 up"]),
    ],
)
def test_misuse_is_status_2(
    file: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], says: list[str]
) -> None:
    monkeypatch.chdir(file.parent)
    result = CliRunner().invoke(watch_command, options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    for words in says:
        assert words in result.stderr


# --- the program beside an editor


PROGRAM = "from simulator.cli.watch import watch_command as watch; watch()"


class Beside:
    """The program in a pipe of its own, spoken to as a script would."""

    def __init__(self, path: Path, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        self._seen, self._told, self._from = "", threading.Condition(), 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        while got := os.read(self._process.stdout.fileno(), 65536):
            with self._told:
                self._seen += got.decode("utf-8", "replace")
                self._told.notify_all()

    def until(self, words: str, then: str = "'s.\n") -> str:
        """Wait for words, and for the foot of their page; what came since the last time."""
        with self._told:
            came = self._told.wait_for(lambda: self._foot(words, then) > 0, PATIENCE)
            start, self._from = self._from, max(self._foot(words, then), 0)
            assert came, self._seen[start:]
            return self._seen[start : self._from]

    def _foot(self, words: str, then: str) -> int:
        found = self._seen.find(words, self._from)
        foot = -1 if found < 0 else self._seen.find(then, found)
        return -1 if foot < 0 else foot + len(then)

    def type(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()

    def end_input(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def over(self) -> int:
        """The exit status."""
        status = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        return status

    @property
    def seen(self) -> str:
        return self._seen


def rename_over(path: Path, title: str) -> None:
    put(path, ("After the test", title))


def in_place(path: Path, title: str) -> None:
    path.write_text(starter_text().replace("After the test", title), encoding="utf-8")


def aside_and_anew(path: Path, title: str) -> None:
    old = path.rename(path.with_name("talk.yaml~"))
    in_place(path, title)
    old.unlink()


def folder_away_and_back(path: Path, title: str) -> None:
    away = path.parent.rename(path.parent.with_name("away"))
    away.rename(path.parent)
    in_place(path, title)


def test_a_save_is_seen_however_an_editor_saves(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    path = folder / "talk.yaml"
    path.write_text(starter_text(), encoding="utf-8")
    beside = Beside(path)
    beside.until("read at")
    beside.type("1")
    beside.until("1. two_minutes, at in_the_hall")
    for way in (rename_over, in_place, aside_and_anew, folder_away_and_back, rename_over):
        title = f"Saved by {way.__name__}"
        start = time.perf_counter()
        way(path, title)
        page = beside.until(f"“{title}”")
        assert time.perf_counter() - start < PROMISE
        assert "1. two_minutes, at in_the_hall" in page
        in_place(path, "Between")
        beside.until("“Between”")
    beside.type("q")
    assert beside.over() == 0
    assert "\x1b" not in beside.seen
    assert max(map(len, beside.seen.splitlines())) <= 80


def test_the_file_behind_a_link_is_watched(tmp_path: Path, file: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "linked.yaml"
    link.symlink_to(file)
    beside = Beside(link)
    beside.until("read at")
    rename_over(file, "Behind it")
    beside.until("“Behind it”")
    beside.end_input()
    assert beside.over() == 0


def test_the_end_of_input_leaves(file: Path) -> None:
    beside = Beside(file, "--as", "withdrawer")
    beside.end_input()
    assert beside.over() == 0
    assert "You are Ilse, needing room." in beside.seen


def test_ctrl_c_leaves_without_a_word(file: Path) -> None:
    only_on("linux", "darwin")
    beside = Beside(file)
    beside.until("read at")
    shown = beside.seen
    beside.interrupt()
    assert beside.over() == 0
    assert beside.seen.strip() == shown.strip()
