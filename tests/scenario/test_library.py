"""The library: where its files are found, what its list holds, and what is told of the rest."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from simulator.scenario import library
from simulator.scenario.head import Head, read_head
from simulator.scenario.load import load_file
from simulator.scenario.model import Scenario
from tests.scenario import examples as ex

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "scenarios").glob("*.yaml"))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.setenv(library.FOLDER_VARIABLE, str(folder))
    return folder


def head(path: Path) -> Head:
    found = read_head(path)
    assert isinstance(found, Head), found
    return found


def agrees(head: Head, scenario: Scenario) -> None:
    for field in (
        "kind",
        "title",
        "summary",
        "relationship",
        "minutes",
        "level",
        "skills",
        "content_notes",
    ):
        assert getattr(head, field) == getattr(scenario, field), field
    assert head.roles == tuple(role.value for role in scenario.roles)
    assert head.names == (
        ("pursuer", scenario.cast.pursuer.name),
        ("withdrawer", scenario.cast.withdrawer.name),
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_head_of_a_shipped_file_says_what_the_whole_file_says(path: Path) -> None:
    scenario = load_file(path).scenario
    assert scenario is not None
    agrees(head(path), scenario)
    assert head(path).id == path.stem


@pytest.mark.parametrize(
    "data",
    [
        ex.BASE,
        ex.BASE.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + ex.BASE,
        ex.over("content_notes: [money, a cat]\nskills: [warmth]\nkind: scenario", without=["withdrawer"]),
        ex.over("title: 'no'\nsummary: '12:30'", without=["pursuer"]),
        ex.dumped(dict(reversed(ex.read(ex.BASE).value.items()))),
        b"{" + b", ".join(ex.dumped({k: v}).strip().replace(b"\n", b"\n ") for k, v in {"title": "x"}.items()) + b"}",
    ],
    ids=["base", "CRLF", "BOM", "one chair", "the other", "chairs first", "braces"],
)  # fmt: skip
def test_heads_agree_however_the_file_is_written(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "talk.yaml"
    path.write_bytes(data)
    scenario = load_file(path).scenario
    if scenario is None:
        assert isinstance(read_head(path), str)
    else:
        agrees(head(path), scenario)


def test_a_file_whose_chairs_are_broken_is_listed_all_the_same(own: Path) -> None:
    (own / "broken.yaml").write_bytes(ex.BASE.replace(b"opens: opening", b"opens: ["))
    listing = library.list_library()
    assert "broken" in {found.id for found in listing.heads}


@pytest.mark.parametrize(
    "data", [b"", b"x", b"- a", b"title: [", b"title: x", b"\xff", b"title: x\n" * 9]
)
def test_what_has_no_head_is_a_problem_and_the_rest_is_listed(own: Path, data: bytes) -> None:
    (own / "odd.yaml").write_bytes(data)
    listing = library.list_library()
    assert [Path(problem.file).name for problem in listing.problems] == ["odd.yaml"]
    assert {path.stem for path in SHIPPED} <= {found.id for found in listing.heads}


def test_tutorials_come_first_then_the_gentle_ones() -> None:
    kinds = [(found.kind != "tutorial", found.level) for found in library.list_library().heads]
    assert kinds == sorted(kinds)


def test_the_own_folder_is_found_and_can_be_set(
    own: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "two-cups.yaml").write_bytes(ex.BASE)
    assert library.own_folder() == own
    assert library.find("two-cups") == own / "two-cups.yaml"
    monkeypatch.delenv(library.FOLDER_VARIABLE)
    assert home in library.own_folder().parents or os.name == "nt"
    with pytest.raises(LookupError, match="two-cups"):
        library.find("two-cups")


def test_a_folder_that_is_not_there_is_an_empty_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(library.FOLDER_VARIABLE, str(tmp_path / "nowhere"))
    assert library.library_files() == tuple(SHIPPED)


def test_an_id_that_exists_twice_is_refused_and_both_are_named(own: Path) -> None:
    twin = own / SHIPPED[0].name
    twin.write_bytes(ex.BASE)
    (own / "two-cups.yaml").write_bytes(ex.BASE)
    listing = library.list_library()
    (problem,) = listing.problems
    assert problem.code == "same-id"
    assert str(twin) in problem.message
    assert str(SHIPPED[0]) in problem.message
    ids = {found.id for found in listing.heads}
    assert SHIPPED[0].stem not in ids
    assert "two-cups" in ids
    with pytest.raises(LookupError) as refused:
        library.find(SHIPPED[0].stem)
    assert str(twin) in str(refused.value)


def test_a_path_stands_alone(own: Path) -> None:
    path = own / SHIPPED[0].name
    path.write_bytes(ex.BASE)
    assert library.find(str(path)) == path
    with pytest.raises(LookupError, match="there is no file"):
        library.find(str(own / "nothing.yaml"))


def test_an_unknown_id_gets_the_nearest(own: Path) -> None:
    with pytest.raises(LookupError, match=f"Did you mean “{SHIPPED[0].stem}”"):
        library.find(SHIPPED[0].stem[:-1])


@pytest.mark.parametrize(
    ("note", "hidden"),
    [
        ("intimacy", True),
        ("Intimacy", True),
        ("physical intimacy", True),
        ("sex", True),
        ("money", False),
        ("Essex in winter", False),
    ],
)
def test_intimacy_is_hidden_however_it_is_spelt(tmp_path: Path, note: str, hidden: bool) -> None:
    path = tmp_path / "talk.yaml"
    path.write_bytes(ex.over(f"content_notes: [{note}]"))
    assert head(path).is_intimate == hidden


_ASK = """
import sys
from simulator.scenario.library import list_library, shipped_folder
from simulator.scenario.pages import page
from importlib.resources import files
assert "few beats" in page("few-beats") or page("few-beats")
assert files("simulator.scenario").joinpath("scenario.schema.json").is_file()
listing = list_library()
assert not {"pydantic", "networkx", "textual"} & set(sys.modules), "the list is read without them"
print(shipped_folder())
print(*sorted(head.id for head in listing.heads))
"""


def _asked(folder: Path, where: Path, *, isolated: bool) -> tuple[Path, list[str]]:
    """Where an interpreter finds the shipped files, with this folder to import from."""
    site = sysconfig.get_path("purelib")
    code = f"import sys; sys.path[:0] = [{str(folder)!r}, {site!r}]\n" + _ASK
    command = [sys.executable, *(["-I"] if isolated else []), "-S", "-c", code]
    done = subprocess.run(
        command, cwd=where, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    found, ids = done.stdout.splitlines()
    return Path(found), ids.split()


def test_a_source_tree_finds_its_scenarios(tmp_path: Path) -> None:
    found, ids = _asked(ROOT, tmp_path, isolated=False)
    assert found == ROOT / "scenarios"
    assert ids == [path.stem for path in SHIPPED]


def test_an_editable_install_finds_them_too(tmp_path: Path) -> None:
    """An editable install is a path file in site-packages that names the source tree."""
    import site

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "simulator.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    code = f"import site, sys; site.addsitedir({str(tmp_path / 'site')!r})\n" + _ASK
    assert site
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(ROOT / "scenarios")


def test_a_wheel_holds_them_and_finds_them(tmp_path: Path) -> None:
    from hatchling.build import build_wheel

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        name = build_wheel(str(tmp_path))
    finally:
        os.chdir(before)
    installed = tmp_path / "installed"
    with zipfile.ZipFile(tmp_path / name) as wheel:
        wheel.extractall(installed)
    found, ids = _asked(installed, tmp_path, isolated=True)
    assert found == installed / "simulator" / "_scenarios"
    assert ids == [path.stem for path in SHIPPED]
    assert [path.name for path in sorted(found.iterdir())] == [path.name for path in SHIPPED]
