"""What is sealed in these tests."""

from hypothesis import strategies as st

from simulator.homework.sealing import age, canonical
from simulator.homework.sealing.canonical import Json
from simulator.homework.sealing.keys import Keys

PHRASE = "lantern meadow otter violin"
BODY: dict[str, Json] = {
    "assignment": "h-7kq2",
    "sealed": "2026-05-04",
    "scenarios": {"the-dishes": "9f" * 32},
    "rationale": "Kleine Schritte \u2013 one at a time. \U0001f33f",
    "plays": 3,
    "attested": True,
    "note": None,
    "questions": ["What changed?", "e\u0301 and \u00e9 stay what they are"],
}

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.MOST_NUMBER, canonical.MOST_NUMBER) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
bodies = st.dictionaries(texts, values, max_size=5)


def under_passphrase(plain: bytes) -> bytes:
    """A file that opens, whatever is in it."""
    return age.sealed_by_passphrase(plain, PHRASE)


def for_keys(plain: bytes, keys: Keys) -> bytes:
    """A file that these keys open, whatever is in it."""
    return age.sealed_to(plain, keys.public.sealing)
