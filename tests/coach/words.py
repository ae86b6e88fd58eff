"""What the guide forbids in feedback, hints and debrief; quoted words apart."""

import re

from simulator.scenario.checks.feedback import FORBIDDEN

_FORBIDDEN = re.compile(r"\b(?:" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\([^)]*\)")


def verdicts(text: str) -> list[str]:
    """The words in it that judge."""
    return _FORBIDDEN.findall(_QUOTED.sub("", text))
