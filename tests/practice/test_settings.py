"""Settings: kept, repaired where that is safe, and never the reason a program does not open."""

from pathlib import Path

import pytest

from simulator.practice import settings
from simulator.practice.settings import NotKeptError, Settings, lines_for, load, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.toml"


def loaded(file: Path, site: Path | None = None) -> settings.Loaded:
    return load(file, site or file.with_name("none.toml"))


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_none_yet(file: Path) -> None:
    assert loaded(file) == settings.Loaded(Settings())


def test_what_is_saved_is_loaded(file: Path) -> None:
    chosen = Settings(
        terms_accepted=True,
        show_intimacy=True,
        theme="light",
        motion="reduced",
        thoughts=True,
        coaching="after",
        guess=False,
        still_second=False,
        meters="words",
        text_width=60,
        discreet=True,
        keys={"play.undo": "z"},
    )
    save(chosen, file)
    assert loaded(file).settings == chosen
    assert not list(file.parent.glob(".*"))


def test_only_the_owner_may_read_it(file: Path) -> None:
    save(Settings(), file)
    if file.stat().st_mode & 0o700 == 0o600:
        assert file.stat().st_mode & 0o077 == 0


def test_comments_and_safety_lines_outlive_a_save(file: Path) -> None:
    write(file, '# mine\ntheme = "dark"\n[safety_lines]\nen = ["A line, checked in May"]\n')
    save(loaded(file).settings._replace(theme="light"), file)
    assert "# mine" in file.read_text()
    assert loaded(file).settings.safety_lines == {"en": ("A line, checked in May",)}
    assert loaded(file).settings.theme == "light"


def test_an_unknown_setting_is_named_with_its_nearest(file: Path) -> None:
    write(file, 'them = "light"\n')
    (problem,) = loaded(file).problems
    assert "there is no setting “them”" in problem
    assert "Did you mean “theme”?" in problem


def test_a_key_that_is_not_known_is_named_with_its_nearest(file: Path) -> None:
    write(file, '[keys]\n"play.undu" = "z"\n')
    (problem,) = loaded(file).problems
    assert "there is no key “play.undu”" in problem
    assert "Did you mean “play.undo”?" in problem


@pytest.mark.parametrize(
    ("line", "amiss"),
    [
        ('"play.undo" = "s"', "“play.undo” cannot have s: “app.safety” has it"),
        ('"play.undo" = "t"', "“play.undo” cannot have t: “play.thoughts” has it"),
        ('"play.undo" = "f12"', "“play.undo” cannot have F12: it leaves at once"),
        ('"play.undo" = "ctrl+c"', "it leaves at once"),
        ('"play.undo" = "3"', "numbers choose from a list"),
        ('"play.undo" = "pgeup"', "“pgeup” is none that is known"),
        ('"play.undo" = 3', "“play.undo” wants a key"),
        ('"app.leave" = "escape"', "pressed once it goes back"),
    ],
)
def test_a_key_that_cannot_be_is_named_and_the_usual_one_stays(
    file: Path, line: str, amiss: str
) -> None:
    write(file, f'[keys]\n"home.learn" = "v"\n{line}\n')
    found = loaded(file)
    assert found.settings.keys == {"home.learn": "v"}
    (problem,) = found.problems
    assert amiss in problem


def test_two_keys_can_change_places(file: Path) -> None:
    write(file, '[keys]\n"play.undo" = "t"\n"play.thoughts" = "u"\n')
    assert loaded(file) == settings.Loaded(
        Settings(keys={"play.undo": "t", "play.thoughts": "u"}), ()
    )


def test_where_one_of_two_gives_way_both_have_their_usual_keys(file: Path) -> None:
    write(file, '[keys]\n"play.undo" = "t"\n"play.thoughts" = "s"\n')
    found = loaded(file)
    assert found.settings.keys == {}
    assert len(found.problems) == 2


def test_keys_are_written_as_a_table_and_what_stood_there_stays(file: Path) -> None:
    write(
        file,
        '# mine\n[keys] # of my own\n"play.undo" = "z" # like everywhere\n"no.such" = "y"\n'
        'home.learn = "v"\n',
    )
    save(Settings(keys={"play.undo": "x", "home.progress": "P"}), file)
    text = file.read_text()
    for kept in ("# mine", "# of my own", '"play.undo" = "x" # like everywhere', '"no.such" = "y"'):
        assert kept in text
    assert loaded(file).settings.keys == {"play.undo": "x", "home.progress": "P"}


def test_a_key_has_one_spelling(file: Path) -> None:
    write(file, '[keys]\n"play.undo" = "Ctrl+Z, question_mark"\n"app.help" = "f1"\n')
    assert loaded(file).settings.keys == {"play.undo": "ctrl+z,?", "app.help": "f1"}


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        'thoughts = "yes"',
        "motion = 3",
        "safety_lines = 7",
        "text_width = 7",
        "keys = 3",
    ],
)
def test_a_value_that_cannot_be_is_named_and_the_default_stands(file: Path, line: str) -> None:
    write(file, f"terms_accepted = true\n{line}\n")
    found = loaded(file)
    assert found.settings == Settings(terms_accepted=True)
    assert len(found.problems) == 1
    assert f"“{line.partition(' ')[0]}” wants" in found.problems[0]


def test_a_file_that_is_not_toml_is_left_alone(file: Path) -> None:
    write(file, "theme = light\n")
    found = loaded(file)
    assert found.settings == Settings()
    assert not found.writable
    assert "line 1" in found.problems[0]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(NotKeptError, match="could not be kept"):
        save(Settings(), in_the_way / "settings.toml")


def test_lines_by_locale_the_most_exact_first_and_those_for_any_after(file: Path) -> None:
    write(
        file,
        '[safety_lines]\nen = ["for English"]\nen-GB = ["for Britain"]\nany = ["for all"]\n',
    )
    prefs = loaded(file).settings
    assert lines_for(prefs, "en_GB.UTF-8") == ("for Britain", "for all")
    assert lines_for(prefs, "en_IE") == ("for English", "for all")
    assert lines_for(prefs, "fi_FI") == ("for all",)
    assert lines_for(prefs, "") == ("for all",)


def test_of_the_site_only_safety_lines_are_read(file: Path, tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    write(site, 'theme = "light"\nsafety_lines = ["the clinic, weekdays"]\n')
    write(file, 'safety_lines = ["my sister"]\n')
    found = loaded(file, site).settings
    assert found.theme == "dark"
    assert lines_for(found, "en") == ("my sister", "the clinic, weekdays")
