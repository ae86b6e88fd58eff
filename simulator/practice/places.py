"""Where things are kept on this machine. Every path of the program is made here."""

from pathlib import Path

import platformdirs

APP = "dialogue-practice"


def settings_file() -> Path:
    """The user's settings."""
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.toml"


def site_settings_file() -> Path:
    """Settings of whoever runs this machine; only `safety_lines` is read from it."""
    return platformdirs.site_config_path(APP, appauthor=False) / "settings.toml"


def crash_file() -> Path:
    """What is written when the program breaks: places in the program's code, no words."""
    return platformdirs.user_log_path(APP, appauthor=False) / "crash.log"
