"""The fixed sets of words an editor offers, for the whole file and for each chair."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from simulator.partner.moves import Role
from simulator.partner.outcomes import EARNED_GAIN, Outcome, Standing, may_be_called
from simulator.partner.stances import Stance, rank, stances_of
from simulator.scenario import meanings
from simulator.scenario.codes import CODES, Severity
from simulator.scenario.hover import Hover

Schema = dict[str, Any]

_NO_WORD = "(?!)"


class Words(NamedTuple):
    """A fixed set of words."""

    known: dict[str, Hover]
    """what is offered, with its meaning"""
    never: Mapping[str, str] = MappingProxyType({})
    """words of the language that do not fit here, and why"""

    @property
    def all(self) -> tuple[str, ...]:
        """Every word that is accepted."""
        return (*self.known, *self.never)

    def schema(self) -> Schema:
        """One of the words, each with its meaning; what does not fit here is accepted and marked.

        Of several choices that fail alike an editor tells of the first, so our own words stand
        there.
        """
        told = f"Here it is one of: {', '.join(self.known)}."
        pattern = f"^({'|'.join(self.never)})$" if self.never else _NO_WORD
        mark = {"if": {"pattern": pattern}, "then": {"deprecationMessage": told}}
        first = {"pattern": pattern, "patternErrorMessage": told, **(mark if self.never else {})}
        offered = [
            {"const": word, "title": hover.title, "description": hover.text}
            for word, hover in self.known.items()
        ]
        return {"type": "string", "oneOf": [first, *offered]}

    def listed(self) -> Schema:
        """One of the words that fit here, said in the way in which an editor offers it in lists."""
        texts = [hover.text for hover in self.known.values()]
        return {"type": "string", "enum": [*self.known], "enumDescriptions": texts}


def for_all() -> dict[str, Words]:
    """The sets that are the same in both chairs, by name."""
    return {
        "Move": Words(meanings.moves()),
        "Temperament": Words(meanings.temperaments()),
        **{name: Words(known) for name, known in meanings.OTHERS.items()},
    }


def for_chair(role: Role) -> dict[str, Words]:
    """The sets that depend on who the partner is; `role` is the player's."""
    return {"Stance": _stances(role.other), "Outcome": _outcomes(role.other)}


def no_hope(role: Role) -> str | None:
    """Why hope has no place in this chair; `None` where it has. `role` is the player's."""
    return said("hope-of-withdrawer") if role.other is Role.WITHDRAWER else None


def warnings() -> dict[str, Hover]:
    """Every warning that may be suppressed, by its code, with what it says."""
    return {
        code.id: Hover(code.id, f"{said(code.id)} {code.hint}")
        for code in CODES.values()
        if code.severity is Severity.WARNING
    }


def said(code: str, **facts: str) -> str:
    """A diagnostic's message as a sentence; an ellipsis stands for each fact that is not given."""
    message = re.sub(r"\{(\w+)\}", lambda found: facts.get(found[1], "…"), CODES[code].message)
    return f"{message[0].upper()}{message[1:]}."


def _stances(partner: Role) -> Words:
    known, own = meanings.stances(), stances_of(partner)
    never = {
        stance.value: said("other-partners-stance", role=partner.value, stance=stance.value)
        for stance in Stance
        if stance not in own
    }
    return Words({stance.value: known[stance] for stance in own}, never)


def _outcomes(partner: Role) -> Words:
    possible = {outcome for outcome in Outcome if _can_come(outcome, partner)}
    known = {key: text for key, text in meanings.outcomes().items() if key in possible}
    never = {
        outcome.value: said("outcome-of-other-partner", role=partner.value, outcome=outcome.value)
        for outcome in Outcome
        if outcome not in possible
    }
    return Words(known, never | {Outcome.STOPPED.value: said("outcome-of-program")})


def _can_come(outcome: Outcome, partner: Role) -> bool:
    return any(
        may_be_called(outcome, Standing(rank(stance), EARNED_GAIN, 1, 1, promised), partner)
        for stance in stances_of(partner)
        for promised in (0, 1)
    )
