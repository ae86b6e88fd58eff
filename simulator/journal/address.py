"""Which file an address means, what lies beside it, and whether it is encrypted: all told without
loading what reaches databases."""

from pathlib import Path
from urllib.parse import unquote

PLAIN_HEADER = b"SQLite format 3\0"


def file_of(url: str) -> Path | None:
    """The SQLite file at this address; `None` for a server, and for what is only in memory."""
    scheme, _, rest = url.partition("://")
    database = unquote(rest.partition("/")[2].partition("?")[0])
    if scheme.partition("+")[0] != "sqlite" or database in {"", ":memory:"}:
        return None
    if database.startswith("file:"):
        return _of_uri(database)
    return Path(database).expanduser().absolute()


def is_encrypted(path: Path) -> bool:
    """Whether there is a file that does not begin as a plain one does."""
    try:
        with path.open("rb") as stream:
            head = stream.read(len(PLAIN_HEADER))
    except OSError:
        return False
    return len(head) == len(PLAIN_HEADER) and head != PLAIN_HEADER


def keys_file(path: Path) -> Path:
    """Beside the journal: what the passphrase opens; never the key itself."""
    return path.with_name(f"{path.name}.keys")


def left_over(path: Path) -> Path:
    """The journal as it was before it was rewritten, should the program have been killed then."""
    return path.with_name(f"{path.name}.old")


def _of_uri(uri: str) -> Path:
    from urllib.parse import urlsplit  # noqa: PLC0415 - rare
    from urllib.request import url2pathname  # noqa: PLC0415 - heavy

    return Path(url2pathname(urlsplit(uri).path)).absolute()
