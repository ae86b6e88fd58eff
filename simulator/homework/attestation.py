"""What a therapist states before an assignment can be made."""

from typing import NamedTuple

from simulator.language import N_


class Statement(NamedTuple):
    """One thing that is stated, or a reason to wait. Shown through `_`."""

    id: str
    text: str


STATED = (
    Statement(
        "asked_alone",
        N_(
            "I asked each person alone, not in front of the other, about fear, violence, threats, "
            "control of money, phone, movement or sex, and about suicide."
        ),
    ),
    Statement(
        "nobody_in_danger",
        N_("On what I know today, practising closeness puts no one in danger."),
    ),
    Statement("ask_again", N_("I will ask again.")),
)
"""all of it, or no assignment"""

REASONS_TO_WAIT = (
    Statement("secret_affair", N_("A secret affair that goes on.")),
    Statement("substances", N_("A substance crisis that nobody treats yet.")),
    Statement("suicidality", N_("Acute thoughts of suicide.")),
    Statement("litigation", N_("A case before a court, between the two or about the children.")),
)
"""named beside the statements; the therapist weighs them"""
