"""Where settings and logs are kept on this machine; the library knows where scenarios are."""

from pathlib import Path

import platformdirs

from simulator import FOLDER


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
