"""Where settings, talks and logs are kept on this machine; the library knows where scenarios are."""

import os
from pathlib import Path
from urllib.parse import quote

import platformdirs

from simulator import FOLDER
from simulator.journal.address import file_of

DATABASE_VARIABLE = "SIMULATOR_DATABASE"
"""environment variable with the address of another database for the journal"""


def settings_file() -> Path:
    """The user's settings."""
    return platformdirs.user_config_path(FOLDER, appauthor=False) / "settings.toml"


def site_settings_file() -> Path:
    """Settings of whoever runs this machine; only `safety_lines` is read from it."""
    return platformdirs.site_config_path(FOLDER, appauthor=False) / "settings.toml"


def findings_folder() -> Path:
    """What was found out about scenarios, so that it need not be worked out again."""
    return platformdirs.user_cache_path(FOLDER, appauthor=False) / "findings"


def crash_file() -> Path:
    """What is written when the program breaks: places in the program's code, no words."""
    return platformdirs.user_log_path(FOLDER, appauthor=False) / "crash.log"


def journal_file() -> Path:
    """The journal, where no other database was chosen for it."""
    return platformdirs.user_data_path(FOLDER, appauthor=False) / "journal.sqlite"


def journal_url() -> str:
    """The address of the journal's database, as SQLAlchemy writes it."""
    chosen = os.environ.get(DATABASE_VARIABLE)
    return chosen or f"sqlite:///{quote(journal_file().absolute().as_posix(), safe='/:')}"


def may_hold_talks() -> bool:
    """Whether there may be a journal; where there is none, none is made to look into it."""
    file = file_of(journal_url())
    try:
        return file is None or file.exists()
    except OSError:  # opening it will say why
        return True
