"""Pages in a real browser without a screen."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.support.needs import needs

_NAMES = ("chromium", "google-chrome", "chromium-browser")
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-default-apps", "--disable-extensions", "--disable-dev-shm-usage"),
)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_MEASURE = """<script>
addEventListener("load", () => {
  const wide = [...document.querySelectorAll("body *")].filter((one) =>
    !one.closest(".wide") && one.getBoundingClientRect().right > innerWidth + 1).length;
  const style = getComputedStyle(document.body);
  document.title = JSON.stringify([innerWidth, document.documentElement.scrollWidth, wide,
    style.backgroundColor, style.color]);
});
</script>"""


def chromium() -> str:
    """The browser, under whichever name it goes here, or a skip."""
    found = next(filter(shutil.which, _NAMES), None)
    if found is None:
        needs(_NAMES[0])
    return found or _NAMES[0]


def run(page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Open a page in a browser of its own; what it says about the page stands in `stderr`."""
    profile = page.parent / f"profile-{page.stem}-{len(options)}"
    command = [
        *(chromium(), *_QUIET, f"--user-data-dir={profile}", "--enable-logging=stderr"),
        *(*options, page.as_uri()),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What the page wrote to the console of the browser, refusals of its policy among it."""
    return [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def measurable(html: str) -> str:
    """The page with a script of ours, which tells its measures in the title."""
    return _POLICY.sub("", html).replace("</head>", f"{_MEASURE}</head>")
