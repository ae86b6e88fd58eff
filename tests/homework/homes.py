"""Two homes and the real command line in each."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from simulator.cli.main import simulator
from tests.plain.command import SMALL

PASSPHRASE = "seven small green boats"
_PLACES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")

SCENARIO = "small"
GOOD, BAD, CROSSED = "half_hour,back", "half_hour,knock", "stranger,in_the_way"
"""replies of the pursuer in it: to a truce, to a talk that is stuck, over the line"""
DRAFT = f"""\
client: blue heron
scenarios:
  - {{scenario: {SMALL}, role: pursuer, plays: 2}}
  - {{scenario: {SMALL}, role: withdrawer, plays: 1}}
aim: reach a truce
due: 2099-01-31
rationale: One reply at a time.
questions: [What surprised you?, What would you keep?]
share: [summary, reflections]
attested: true
"""


class Home:
    """One person's program: its own journal, keys and settings."""

    def __init__(self, folder: Path, passphrase: str | None = PASSPHRASE) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.env: dict[str, str | None] = dict.fromkeys(_PLACES, str(folder))
        self.env["SIMULATOR_HOMEWORK_PASSPHRASE"] = passphrase
        self.env["SIMULATOR_HOMEWORK_PASSPHRASE_2"] = None

    def __call__(self, *args: Any, typed: str = "", **env: str | None) -> Result:
        """`simulator homework …` here."""
        words = [str(arg) for arg in args]
        runner = CliRunner(env={**self.env, **env})
        return runner.invoke(simulator, ["homework", *words], input=typed)

    def done(self, *args: Any, typed: str = "", **env: str | None) -> str:
        """The same where it is carried out; what it printed."""
        result = self(*args, typed=typed, **env)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.stdout

    def json(self, *args: Any, typed: str = "", **env: str | None) -> Any:
        """The same with --json; the value it printed."""
        return json.loads(self.done(*args, "--json", typed=typed, **env))

    def refused(self, *args: Any, typed: str = "", **env: str | None) -> str:
        """The same where it is refused, with nothing on standard output; the reason."""
        result = self(*args, typed=typed, **env)
        assert result.exit_code == 1, (result.output, result.exception)
        assert result.stdout == ""
        assert result.stderr
        return result.stderr

    def misused(self, *args: Any, typed: str = "") -> str:
        """The same where the call cannot be; what is said."""
        result = self(*args, typed=typed)
        assert result.exit_code == 2, (result.output, result.exception)
        return result.stderr


def draft(folder: Path, text: str = DRAFT, name: str = "draft.yaml") -> Path:
    """A draft in a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
