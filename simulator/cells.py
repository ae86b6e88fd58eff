"""Text as it may stand in a cell of a table: no spreadsheet takes it for a formula."""

import unicodedata

_FORMULA = ("=", "+", "-", "@")
_BEFORE = "\ufeff\u200b \"'"
"""what spreadsheets look past when they look for a formula"""


def cell(value: str | int | None) -> str | int | None:
    """The value as a cell: text that could be taken for a formula is marked as text, and lines
    are joined.

    A sign counts in its wide form too, and behind blanks: spreadsheets see through both.
    """
    if not isinstance(value, str):
        return value
    words = " ".join(value.split())
    plain = unicodedata.normalize("NFKC", words).lstrip(_BEFORE)
    return f"'{words}" if plain.startswith(_FORMULA) else words
