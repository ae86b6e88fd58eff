"""Where the library does not exist, this is said, and nothing is written instead."""

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.homework.sealing import age, keys
from simulator.homework.sealing.envelope import (
    Kind,
    NotAvailable,
    open_from,
    open_with_passphrase,
    seal_to,
    seal_with_passphrase,
)
from simulator.homework.sealing.keys import Keys, PublicKeys
from tests.homework.sealing.bodies import BODY, PHRASE


@pytest.mark.parametrize("missing", ["pyrage", "cryptography.hazmat.primitives.ciphers.aead"])
def test_without_the_library_nothing_is_sealed(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, therapist: Keys, client: Keys
) -> None:
    under = seal_with_passphrase(Kind.REPORT, BODY, PHRASE)
    paired = seal_to(Kind.REPORT, BODY, therapist.public, client)
    monkeypatch.setitem(sys.modules, missing, None)
    path = tmp_path / "keys.age"
    for attempt in (
        lambda: seal_with_passphrase(Kind.REPORT, BODY, PHRASE),
        lambda: open_with_passphrase(under, PHRASE, expect=Kind.REPORT),
        lambda: seal_to(Kind.REPORT, BODY, therapist.public, client),
        lambda: open_from(paired, therapist, client.public, expect=Kind.REPORT),
        keys.new_keys,
        lambda: keys.save(client, path, PHRASE),
        lambda: PublicKeys.of(client.public.line),
    ):
        with pytest.raises(NotAvailable, match="Everything else works"):
            attempt()
    assert not list(tmp_path.iterdir())


def test_it_is_here() -> None:
    assert age.available()
    age.library()


def test_reading_the_modules_loads_nothing_heavy() -> None:
    code = (
        "import sys, simulator.homework.sealing.envelope;"
        "sys.exit(any(n in sys.modules for n in ('pyrage', 'cryptography', 'pydantic', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
