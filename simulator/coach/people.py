"""How the partner is spoken of."""

from typing import NamedTuple

from simulator.scenario.model import Person, PronounForms


class Forms(NamedTuple):
    """A name and its pronouns. Sentences of ours put the name before a verb in the present, so
    that *they* needs no other verb."""

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


def who_they_are(them: Forms) -> str:
    """“who she is”, for what is said of somebody's character."""
    known = {"he": "he is", "she": "she is", "they": "they are"}
    return f"who {known.get(them.subject, f'{them.name} is')}"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """A small number as a word."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)
