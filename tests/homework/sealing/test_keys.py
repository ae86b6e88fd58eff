"""A person's own keys, the line they hand over, and the fingerprint both sides compare."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.homework.sealing import content, files
from simulator.homework.sealing.envelope import Kind, open_with_passphrase, seal_with_passphrase
from simulator.homework.sealing.errors import (
    AlreadyThere,
    Damaged,
    NotWritable,
    WeakPassphrase,
    WrongKind,
    WrongPassphrase,
)
from simulator.homework.sealing.keys import (
    Keys,
    PublicKeys,
    fingerprint,
    load,
    new_keys,
    pair_fingerprint,
    save,
)
from tests.homework.sealing.bodies import BODY, PHRASE, under_passphrase
from tests.support.needs import only_on


def test_keys_are_kept_under_a_passphrase(tmp_path: Path, client: Keys) -> None:
    path = tmp_path / "own" / "keys.age"
    save(client, path, PHRASE)
    assert load(path, PHRASE) == client
    assert client.sealing.encode() not in path.read_bytes()
    with pytest.raises(WrongPassphrase):
        load(path, "lantern meadow otter viola")
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [found.name for found in path.parent.iterdir()] == ["keys.age"]


def test_keys_are_never_written_over(tmp_path: Path, client: Keys, stranger: Keys) -> None:
    path = tmp_path / "keys.age"
    save(client, path, PHRASE)
    with pytest.raises(AlreadyThere):
        save(stranger, path, PHRASE)
    assert load(path, PHRASE) == client


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path, client: Keys) -> None:
    only_on("linux", "darwin")
    path = tmp_path / "keys.age"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritable):
        save(client, path, PHRASE)
    assert not (tmp_path / "elsewhere").exists()


def test_a_weak_passphrase_keeps_no_keys(tmp_path: Path, client: Keys) -> None:
    with pytest.raises(WeakPassphrase):
        save(client, tmp_path / "keys.age", "otter")
    assert not list(tmp_path.iterdir())


def test_a_report_is_no_file_of_keys(tmp_path: Path, client: Keys) -> None:
    path = tmp_path / "a"
    files.write_sealed(path, seal_with_passphrase(Kind.REPORT, BODY, PHRASE))
    with pytest.raises(WrongKind):
        load(path, PHRASE)
    save(client, tmp_path / "keys.age", PHRASE)
    with pytest.raises(WrongKind):
        open_with_passphrase((tmp_path / "keys.age").read_bytes(), PHRASE, expect=Kind.REPORT)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"sealing": "AGE-SECRET-KEY-1", "signing": "00" * 32},
        {"sealing": 1, "signing": "00" * 32},
        {"sealing": "", "signing": ""},
        {"sealing": "", "signing": "", "more": ""},
    ],
)
def test_damaged_keys_are_refused(tmp_path: Path, body: dict[str, str]) -> None:
    path = tmp_path / "keys.age"
    files.write_sealed(path, under_passphrase(content.written("keys", body)))
    with pytest.raises(Damaged, match="keys in it are damaged"):
        load(path, PHRASE)


def test_a_short_seed_is_refused(tmp_path: Path, client: Keys) -> None:
    path = tmp_path / "keys.age"
    body = {"sealing": client.sealing, "signing": "00" * 31}
    files.write_sealed(path, under_passphrase(content.written("keys", body)))
    with pytest.raises(Damaged):
        load(path, PHRASE)


def test_what_is_secret_is_not_shown(client: Keys) -> None:
    assert client.sealing not in repr(client)
    assert repr(client.signing) not in repr(client)


def test_no_two_are_the_same() -> None:
    drawn = [new_keys() for _ in range(20)]
    assert len({keys.public.line for keys in drawn}) == 20
    assert len({fingerprint(keys.public) for keys in drawn}) == 20


def test_the_line_is_the_keys(client: Keys) -> None:
    line = client.public.line
    assert line.startswith("dps1")
    assert line.isalnum()
    assert line == line.lower()
    assert PublicKeys.of(line) == client.public
    assert PublicKeys.of(f"  {line[:60]}\n {line[60:].upper()}\n") == client.public


def test_every_slip_in_a_line_is_noticed(client: Keys, stranger: Keys) -> None:
    line, other = client.public.line, stranger.public.line
    for at in range(len(line)):
        for changed in (
            line[:at] + ("7" if line[at] != "7" else "6") + line[at + 1 :],
            line[:at] + line[at + 1 :],
            line[:at] + line[at] + line[at:],
            line[:at] + other[at:],
        ):
            if changed not in {line, other}:
                with pytest.raises(Damaged):
                    PublicKeys.of(changed)


@given(st.text(max_size=130))
@settings(max_examples=50)
def test_any_text_is_no_line(text: str) -> None:
    with pytest.raises(Damaged):
        PublicKeys.of(text)


def test_the_fingerprint_can_be_read_aloud(client: Keys) -> None:
    groups = fingerprint(client.public).split(" ")
    assert [len(group) for group in groups] == [4, 4, 4]
    assert not set("".join(groups)) & set("ILOU")


def test_both_sides_read_the_same(therapist: Keys, client: Keys, stranger: Keys) -> None:
    ours = pair_fingerprint(therapist.public, client.public)
    assert ours == pair_fingerprint(client.public, therapist.public)
    assert len(ours.split(" ")) == 6
    assert fingerprint(client.public) in ours
    assert ours != pair_fingerprint(therapist.public, stranger.public)


def test_one_half_exchanged_changes_the_fingerprint(client: Keys, stranger: Keys) -> None:
    mixed = PublicKeys(client.public.sealing, stranger.public.signing)
    other = PublicKeys(stranger.public.sealing, client.public.signing)
    found = {fingerprint(keys) for keys in (client.public, stranger.public, mixed, other)}
    assert len(found) == 4
