"""The diagnostics' pages: what a code means, and a failing and a mended example of it.

The examples are the tests of the check. A block marked `yaml failing` or `yaml mended` is laid over
a small whole scenario; one marked `head`, too, replaces its first fields as text.
"""

from importlib.resources import files


def page(code: str) -> str:
    """The page of a code. Raises `FileNotFoundError` for a code that is not there."""
    return files(__name__).joinpath(f"{code}.md").read_text(encoding="utf-8")
