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
        terms_accepted=True, show_intimacy=True, theme="light", motion="reduced", thoughts=True
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


@pytest.mark.parametrize(
    "line", ['theme = "pink"', 'thoughts = "yes"', "motion = 3", "safety_lines = 7"]
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
