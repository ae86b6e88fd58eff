"""The colours: dark, light and high contrast. Every meaning also has a shape, a word or a number.

Text on its background keeps a contrast of 4.5 to 1 at least, 7 to 1 under high contrast.
Variables beside Textual's own: `$quiet` for secondary text, `$rule` for lines, `$tension`,
`$connection` and `$hope` for the meters, `$you` for the player's own lines, `$cursor` for the entry
one is at.
"""

from collections.abc import Mapping
from types import MappingProxyType

from textual.theme import Theme

_SCROLLBAR_TRACKS = (
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)


def _variables(
    quiet: str, rule: str, tension: str, connection: str, hope: str, you: str, cursor: str
) -> dict[str, str]:
    return {
        **dict.fromkeys(("scrollbar", "scrollbar-hover"), rule),
        **dict.fromkeys(_SCROLLBAR_TRACKS, "transparent"),
        "scrollbar-active": quiet,
        "quiet": quiet,
        "rule": rule,
        "tension": tension,
        "connection": connection,
        "hope": hope,
        "you": you,
        "cursor": cursor,
    }


DARK = Theme(
    "practice-dark",
    primary="#e0a872",
    secondary="#8fb8ad",
    accent="#e0a872",
    foreground="#ece4d6",
    background="#191714",
    surface="#211e1a",
    panel="#2c2822",
    success="#a3c28f",
    warning="#e3b565",
    error="#ea9383",
    text_alpha=1.0,
    variables=_variables(
        "#aaa090", "#4a443b", "#e58f6b", "#8fb8ad", "#d9bd77", "#e0a872", "#393229"
    ),
)
LIGHT = Theme(
    "practice-light",
    primary="#8a4718",
    secondary="#2b6157",
    accent="#8a4718",
    foreground="#2b2520",
    background="#fbf7f0",
    surface="#f4ede1",
    panel="#ebe2d2",
    success="#39602d",
    warning="#745000",
    error="#9a2d22",
    dark=False,
    text_alpha=1.0,
    variables=_variables(
        "#685d50", "#c9bca8", "#a5401c", "#2b6157", "#745000", "#8a4718", "#ecdcc3"
    ),
)
HIGH_CONTRAST = Theme(
    "practice-contrast",
    primary="#ffd75f",
    secondary="#87e0ff",
    accent="#ffd75f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#afff87",
    warning="#ffd75f",
    error="#ffafaf",
    text_alpha=1.0,
    variables=_variables(
        "#e4e4e4", "#ffffff", "#ffaf87", "#87e0ff", "#ffd75f", "#ffd75f", "#262626"
    ),
)

THEMES: Mapping[str, Theme] = MappingProxyType(
    {"dark": DARK, "light": LIGHT, "high-contrast": HIGH_CONTRAST}
)
"""each theme under its name in the settings"""
