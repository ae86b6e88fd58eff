"""Whatever is done to a sealed file, it is refused in words, or it is the file that was sealed."""

import re
import time
from collections.abc import Callable, Iterator

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.homework.sealing import header
from simulator.homework.sealing.canonical import Json
from simulator.homework.sealing.envelope import (
    Damaged,
    Kind,
    NewerFormat,
    NotAvailable,
    SealError,
    TooLarge,
    lock_of,
    open_from,
    open_with_passphrase,
    seal_to,
    seal_with_passphrase,
)
from simulator.homework.sealing.keys import Keys
from tests.homework.sealing.bodies import PHRASE

SMALL: dict[str, Json] = {"assignment": "h-1", "plays": 1}
REPORT = Kind.REPORT
Open = Callable[[bytes], object]


@pytest.fixture(params=["passphrase", "keys"])
def sealed(request: pytest.FixtureRequest, therapist: Keys, client: Keys) -> tuple[bytes, Open]:
    """A small file with what opens it."""
    if request.param == "passphrase":
        data = seal_with_passphrase(REPORT, SMALL, PHRASE)
        return data, lambda data: open_with_passphrase(data, PHRASE, expect=REPORT)
    data = seal_to(REPORT, SMALL, therapist.public, client)
    return data, lambda data: open_from(data, therapist, client.public, expect=REPORT)


def test_every_flipped_byte(sealed: tuple[bytes, Open]) -> None:
    data, opens = sealed
    for changed in _flipped(data):
        _refused(changed, opens)
    opens(data)


def test_every_length_it_can_be_cut_to(sealed: tuple[bytes, Open]) -> None:
    data, opens = sealed
    for length in range(len(data)):
        _refused(data[:length], opens)


@pytest.mark.parametrize("more", [b"\n", b"\0", b"x" * 16, b"x" * 70_000])
def test_whatever_is_put_behind_or_before(sealed: tuple[bytes, Open], more: bytes) -> None:
    data, opens = sealed
    for changed in (data + more, more + data, data + data):
        _refused(changed, opens)


def test_every_byte_left_out_or_doubled(sealed: tuple[bytes, Open]) -> None:
    data, opens = sealed
    for at in range(0, len(data), 3):
        _refused(data[:at] + data[at + 1 :], opens)
        _refused(data[:at] + data[at : at + 1] + data[at:], opens)


def test_whole_chunks_exchanged_or_left_out(therapist: Keys, client: Keys) -> None:
    data = seal_to(REPORT, {"long": "x" * 200_000}, therapist.public, client)
    chunk = 65_536 + 16
    start = data.index(b"\n", data.index(b"\n--- ") + 1) + 1 + 16
    one, two = data[start : start + chunk], data[start + chunk : start + 2 * chunk]
    rest = data[start + 2 * chunk :]
    for body in (two + one + rest, one + two, two + rest, one + one + rest, b""):
        _refused(
            data[:start] + body, lambda d: open_from(d, therapist, client.public, expect=REPORT)
        )


@given(data=st.binary(max_size=200))
@settings(max_examples=100)
def test_any_bytes_at_all(data: bytes, therapist: Keys, client: Keys) -> None:
    for start in (b"", header.FIRST, header.FIRST + b"-> scrypt ", header.FIRST + b"-> X25519 "):
        _refused(start + data, lambda d: open_with_passphrase(d, PHRASE, expect=REPORT))
        _refused(start + data, lambda d: open_from(d, therapist, client.public, expect=REPORT))


@pytest.mark.parametrize("work", [21, 22, 24, 30, 63, 64, 99, 255, 2**31, 10**8])
def test_much_work_is_refused_before_it_is_begun(work: int) -> None:
    data = seal_with_passphrase(REPORT, SMALL, PHRASE)
    begun = time.perf_counter()
    with pytest.raises(TooLarge, match="far more work"):
        open_with_passphrase(_with_work(data, b"%d" % work), PHRASE, expect=REPORT)
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize("work", [b"0", b"02", b"+2", b"-1", b"", b"2 2", b"two", b"1e1", b"\xb2"])
def test_work_that_is_no_number_is_refused(work: bytes) -> None:
    data = seal_with_passphrase(REPORT, SMALL, PHRASE)
    with pytest.raises(Damaged):
        open_with_passphrase(_with_work(data, work), PHRASE, expect=REPORT)


def test_a_second_stanza_beside_a_passphrase_is_refused() -> None:
    data = seal_with_passphrase(REPORT, SMALL, PHRASE)
    lines = data.split(b"\n", 3)
    doubled = b"\n".join([lines[0], lines[1], lines[2], lines[1], lines[2], lines[3]])
    with pytest.raises(Damaged):
        open_with_passphrase(doubled, PHRASE, expect=REPORT)


def test_an_endless_header_is_refused() -> None:
    for line in (b"-> X25519 a\n\n", b"-> scrypt a 2\n\n", b"A" * 64 + b"\n"):
        with pytest.raises(Damaged):
            lock_of(header.FIRST + line * 100_000)


def test_an_oversize_file_is_refused(sealed: tuple[bytes, Open]) -> None:
    data, opens = sealed
    with pytest.raises(TooLarge, match="8 MiB"):
        opens(data + bytes(header.MOST_FILE))


@pytest.mark.parametrize(
    "plain", [b'{"kind":"report"}', b"[1]", b'\n  {"a": 1}', b'\xef\xbb\xbf{"a": 1}']
)
def test_plain_json_is_refused_as_not_sealed(plain: bytes) -> None:
    with pytest.raises(Damaged, match="not sealed"):
        open_with_passphrase(plain, PHRASE, expect=REPORT)


def test_letters_for_a_message_are_refused(client: Keys) -> None:
    recipient = pyrage.x25519.Recipient.from_str(client.public.sealing)
    with pytest.raises(Damaged, match="turned into letters"):
        lock_of(pyrage.encrypt(b"{}", [recipient], armored=True))


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"%PDF-1.7", b"SQLite format 3\0", b"\x1f\x8b", b"a"]
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(Damaged, match="not a sealed file"):
        lock_of(data)


def test_an_empty_file_is_called_empty() -> None:
    with pytest.raises(Damaged, match="empty"):
        lock_of(b"")


def test_a_later_way_of_sealing_is_called_newer() -> None:
    with pytest.raises(NewerFormat):
        lock_of(b"age-encryption.org/v2\n-> anything\n")


def test_another_way_of_sealing_is_refused() -> None:
    with pytest.raises(Damaged, match="does not use"):
        lock_of(header.FIRST + b"-> ssh-ed25519 a b\n\n--- x\n")


def test_a_busy_computer_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(data: bytes, passphrase: str) -> bytes:
        raise pyrage.DecryptError("Excessive work parameter for passphrase.")

    data = seal_with_passphrase(REPORT, SMALL, PHRASE)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", busy)
    with pytest.raises(NotAvailable, match="busy"):
        open_with_passphrase(data, PHRASE, expect=REPORT)


def _flipped(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        for bit in (0x01, 0x20, 0x80):
            yield data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


def _refused(data: bytes, opens: Open) -> None:
    with pytest.raises(SealError) as refusal:
        opens(data)
    assert re.match(r"[A-Z].*\.$", str(refusal.value))


def _with_work(data: bytes, work: bytes) -> bytes:
    return re.sub(rb"(-> scrypt \S+ )2\n", lambda found: found[1] + work + b"\n", data, count=1)
