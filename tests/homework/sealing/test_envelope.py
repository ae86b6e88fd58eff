"""Sealed and opened: by those who agreed on it, and by nobody else."""

import pytest
from hypothesis import given, settings

from simulator.homework.sealing import age, content
from simulator.homework.sealing.canonical import Json, canonical
from simulator.homework.sealing.envelope import (
    Damaged,
    Kind,
    Lock,
    NewerFormat,
    OlderFormat,
    OtherLock,
    SealError,
    TooLarge,
    WeakPassphrase,
    WrongKind,
    WrongPassphrase,
    WrongRecipient,
    WrongSender,
    lock_of,
    open_from,
    open_with_passphrase,
    seal_to,
    seal_with_passphrase,
)
from simulator.homework.sealing.keys import Keys, PublicKeys, fingerprint
from tests.homework.sealing.bodies import BODY, PHRASE, bodies, for_keys, under_passphrase

REPORT = Kind.REPORT


@given(bodies)
@settings(max_examples=60)
def test_under_a_passphrase_it_comes_back_as_it_was(body: dict[str, Json]) -> None:
    opened = open_with_passphrase(seal_with_passphrase(REPORT, body, PHRASE), PHRASE, expect=REPORT)
    assert opened == (REPORT, content.FORMAT, body, None)


@given(body=bodies)
@settings(max_examples=60)
def test_between_paired_keys_it_comes_back_signed(
    therapist: Keys, client: Keys, body: dict[str, Json]
) -> None:
    sealed = seal_to(REPORT, body, therapist.public, client)
    opened = open_from(sealed, therapist, client.public, expect=REPORT)
    assert opened == (REPORT, content.FORMAT, body, fingerprint(client.public))


@pytest.mark.parametrize("size", [0, 1, 65_400, 65_536, 131_072, 1_000_000])
def test_long_ones_too(size: int, therapist: Keys, client: Keys) -> None:
    body: dict[str, Json] = {"transcript": "x" * size}
    for_phrase = seal_with_passphrase(REPORT, body, PHRASE)
    assert open_with_passphrase(for_phrase, PHRASE, expect=REPORT).body == body
    sealed = seal_to(REPORT, body, therapist.public, client)
    assert open_from(sealed, therapist, client.public, expect=REPORT).body == body


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073])
def test_the_edges_of_chunks(length: int) -> None:
    plain = bytes(length)
    assert age.opened_by_passphrase(age.sealed_by_passphrase(plain, PHRASE), PHRASE) == plain


def test_the_cost_is_the_same_on_every_machine(dear: int) -> None:
    sealed = seal_with_passphrase(REPORT, BODY, PHRASE)
    assert b" %d\n" % dear in sealed[:80]
    assert dear >= 18
    assert open_with_passphrase(sealed, PHRASE, expect=REPORT).body == BODY


def test_the_same_thing_sealed_twice_looks_different() -> None:
    one, other = (seal_with_passphrase(REPORT, BODY, PHRASE) for _ in range(2))
    assert one != other
    assert b"assignment" not in one


def test_the_passphrase_may_come_from_another_keyboard() -> None:
    sealed = seal_with_passphrase(REPORT, BODY, "caf\u00e9 meadow otter violin")
    typed = "  cafe\u0301  meadow otter\u00a0violin\n"
    assert open_with_passphrase(sealed, typed, expect=REPORT).body == BODY


@pytest.mark.parametrize(
    "other", ["lantern meadow otter viola", "Lantern meadow otter violin", "", " ", "\ud800", "\0"]
)
def test_another_passphrase_does_not_open(other: str) -> None:
    sealed = seal_with_passphrase(REPORT, BODY, PHRASE)
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(sealed, other, expect=REPORT)


def test_a_weak_passphrase_seals_nothing() -> None:
    with pytest.raises(WeakPassphrase):
        seal_with_passphrase(REPORT, BODY, "otter")


def test_other_keys_do_not_open(therapist: Keys, client: Keys, stranger: Keys) -> None:
    sealed = seal_to(REPORT, BODY, therapist.public, client)
    with pytest.raises(WrongRecipient):
        open_from(sealed, stranger, client.public, expect=REPORT)


def test_another_sender_is_refused(therapist: Keys, client: Keys, stranger: Keys) -> None:
    sealed = seal_to(REPORT, BODY, therapist.public, stranger)
    with pytest.raises(WrongSender):
        open_from(sealed, therapist, client.public, expect=REPORT)


def test_what_was_signed_for_one_cannot_be_passed_on(
    therapist: Keys, client: Keys, stranger: Keys
) -> None:
    plain = age.opened_by_key(seal_to(REPORT, BODY, stranger.public, client), stranger.sealing)
    passed_on = for_keys(plain, therapist)
    with pytest.raises(WrongRecipient):
        open_from(passed_on, therapist, client.public, expect=REPORT)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "homework"),
        ("body", {**BODY, "assignment": "h-7kq3"}),
        ("body", {**BODY, "sealed": "2026-05-05"}),
        ("body", {**BODY, "scenarios": {"the-dishes": "9e" + "9f" * 31}}),
        ("body", {**BODY, "plays": True}),
        ("body", {}),
        ("signature", "00" * 64),
        ("signature", "no hex"),
        ("signature", ""),
        ("signature", None),
    ],
)
def test_the_signature_holds_all_of_it(
    therapist: Keys, client: Keys, name: str, value: Json
) -> None:
    plain = age.opened_by_key(seal_to(REPORT, BODY, therapist.public, client), therapist.sealing)
    said = content.read(plain, "from", "to", "signature")
    changed = for_keys(canonical({**said, name: value}), therapist)
    with pytest.raises(WrongSender):
        open_from(changed, therapist, client.public, expect=REPORT)


def test_the_sender_cannot_be_written_over(therapist: Keys, client: Keys, stranger: Keys) -> None:
    plain = age.opened_by_key(seal_to(REPORT, BODY, therapist.public, stranger), therapist.sealing)
    said = content.read(plain, "from", "to", "signature")
    changed = for_keys(canonical({**said, "from": client.public.line}), therapist)
    with pytest.raises(WrongSender):
        open_from(changed, therapist, client.public, expect=REPORT)


def test_half_of_another_pair_is_another_sender(
    therapist: Keys, client: Keys, stranger: Keys
) -> None:
    sealed = seal_to(REPORT, BODY, therapist.public, client)
    mixed = PublicKeys(stranger.public.sealing, client.public.signing)
    with pytest.raises(WrongSender):
        open_from(sealed, therapist, mixed, expect=REPORT)


@pytest.mark.parametrize("kind", [Kind.ASSIGNMENT, Kind.WITHDRAWAL])
def test_another_kind_is_refused_by_name(kind: Kind, therapist: Keys, client: Keys) -> None:
    with pytest.raises(WrongKind, match="a report"):
        open_with_passphrase(seal_with_passphrase(kind, BODY, PHRASE), PHRASE, expect=REPORT)
    with pytest.raises(WrongKind, match="a report"):
        open_from(
            seal_to(kind, BODY, therapist.public, client), therapist, client.public, expect=REPORT
        )


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        (2, NewerFormat),
        (2**53 - 1, NewerFormat),
        (0, OlderFormat),
        (-1, OlderFormat),
        (True, Damaged),
        ("1", Damaged),
        (None, Damaged),
        ([1], Damaged),
    ],
)
def test_only_this_format_is_read(
    number: Json, refusal: type[SealError], therapist: Keys, client: Keys
) -> None:
    plain = canonical({"format": number, "kind": "report", "body": {}, "later": "a new thing"})
    with pytest.raises(refusal):
        open_with_passphrase(under_passphrase(plain), PHRASE, expect=REPORT)
    with pytest.raises(refusal):
        open_from(for_keys(plain, therapist), therapist, client.public, expect=REPORT)


@pytest.mark.parametrize(
    "plain",
    [
        *(b"", b"null", b"[]", b'"report"', b"{}", b"1", b"\x00" * 100, b"not json"),
        b'{"body":{},"format":1}',
        b'{"body":{},"format":1,"kind":"report","more":1}',
        b'{"body":[],"format":1,"kind":"report"}',
        b'{"body":{},"format":1,"kind":["report"]}',
        b'{"body":{},"format":1,"kind":1}',
        b'{"body":{},"body":{},"format":1,"kind":"report"}',
        b'{"body":{}, "format":1,"kind":"report"}',
        b'{"body":{"a":1.5},"format":1,"kind":"report"}',
        b'{"body":{"a":NaN},"format":1,"kind":"report"}',
        b'{"body":{"a":"\\ud800"},"format":1,"kind":"report"}',
        b'{"body":{"a":9007199254740993},"format":1,"kind":"report"}',
        b'{"body":{"a":%b},"format":1,"kind":"report"}' % (b"9" * 5000),
    ],
)
def test_hostile_content_is_refused(plain: bytes, therapist: Keys, client: Keys) -> None:
    with pytest.raises(Damaged):
        open_with_passphrase(under_passphrase(plain), PHRASE, expect=REPORT)
    with pytest.raises(Damaged):
        open_from(for_keys(plain, therapist), therapist, client.public, expect=REPORT)


def test_unsigned_content_does_not_pass_for_signed(therapist: Keys, client: Keys) -> None:
    unsigned = for_keys(content.written("report", BODY), therapist)
    with pytest.raises(Damaged):
        open_from(unsigned, therapist, client.public, expect=REPORT)


def test_a_kind_of_another_time_is_refused() -> None:
    with pytest.raises(WrongKind, match="does not know"):
        open_with_passphrase(under_passphrase(content.written("letter", {})), PHRASE, expect=REPORT)


@pytest.mark.parametrize(
    "plain", [b"[" * 100, b" " * (5 * 2**20), b'{"a":' * 40 + b"1" + b"}" * 40]
)
def test_deep_and_large_content_is_refused(plain: bytes) -> None:
    with pytest.raises(TooLarge):
        open_with_passphrase(under_passphrase(plain), PHRASE, expect=REPORT)


def test_more_than_a_file_holds_is_not_sealed(therapist: Keys, client: Keys) -> None:
    body: dict[str, Json] = {"transcript": "x" * (4 * 2**20)}
    with pytest.raises(TooLarge):
        seal_with_passphrase(REPORT, body, PHRASE)
    with pytest.raises(TooLarge):
        seal_to(REPORT, body, therapist.public, client)


def test_it_says_which_lock_it_has(therapist: Keys, client: Keys) -> None:
    phrase = seal_with_passphrase(REPORT, BODY, PHRASE)
    keys = seal_to(REPORT, BODY, therapist.public, client)
    assert (lock_of(phrase), lock_of(keys)) == (Lock.PASSPHRASE, Lock.KEYS)
    with pytest.raises(OtherLock, match="paired keys"):
        open_with_passphrase(keys, PHRASE, expect=REPORT)
    with pytest.raises(OtherLock, match="passphrase"):
        open_from(phrase, therapist, client.public, expect=REPORT)
