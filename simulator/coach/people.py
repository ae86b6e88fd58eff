"""How the partner is spoken of."""

from typing import NamedTuple

from simulator.language import N_, _
from simulator.scenario.model import Person, PronounForms


class Forms(NamedTuple):
    """A name and its pronouns, in the language of the scenario. Sentences of ours put the name
    before a verb in the present, so that *they* needs no other verb."""

    name: str
    subject: str
    object: str
    possessive: str


_KNOWN = {
    "he": ("he", "him", "his"),
    "she": ("she", "her", "her"),
    "they": ("they", "them", "their"),
}


def forms_of(person: Person) -> Forms:
    """The forms of a person of the cast."""
    pronouns = person.pronouns
    if isinstance(pronouns, PronounForms):
        return Forms(person.name, pronouns.subject, pronouns.object, pronouns.possessive)
    return Forms(person.name, *_KNOWN[pronouns])


class Worded(NamedTuple):
    """One sentence in its forms, so that each can be translated whole; marked."""

    he: str
    she: str
    they: str
    other: str
    """for pronouns of the scenario's own; `{name}`, `{object}` and `{possessive}` are filled in"""


def worded(sentence: Worded, them: Forms, **places: object) -> str:
    """The sentence in the form for this person, its places filled in."""
    form = them.subject if them.subject in _KNOWN else "other"
    chosen: str = getattr(sentence, form)
    return _(chosen).format(
        name=them.name, object=them.object, possessive=them.possessive, **places
    )


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


_NUMBERS = (
    N_("no"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
)


def number(count: int) -> str:
    """A small number as a word."""
    return _(_NUMBERS[count]) if 0 <= count < len(_NUMBERS) else str(count)
