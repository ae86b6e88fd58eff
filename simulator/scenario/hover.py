"""What an editor tells an author about every field: what it is, its unit, what follows from it.

Written for somebody who knows couples and writes a first scenario. `simulator.scenario.editor`
puts the texts into the schema; a test holds them and the model's fields equal.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from simulator.partner.outcomes import EARNED_GAIN, HIGHEST_START_TO_RECONNECT
from simulator.partner.stances import GIVEN_UP_AT_HOPE
from simulator.partner.state import CONNECTION_AT_START, HOPE_AT_START, HOPE_END, METER_END
from simulator.partner.step import TIME_OVERRIDDEN
from simulator.partner.temperaments import DEFAULT_TEMPERAMENT


class Hover(NamedTuple):
    """One text an editor shows: a heading, and what stands below it."""

    title: str
    text: str


_H = Hover
_LOWEST = "The lowest value that still holds, this one included."
_HIGHEST = "The highest value that still holds, this one included."
_METER = f"From 0 to {METER_END}."
_REMEMBERED = "A flag is a word of your own, in lower case with underscores. It lasts to the end of the play, unless a reply forgets it; a “when” asks for it with “remembers” and “not_remembers”."
_TIMES = "Write “40 minutes”, “1 hour” or “2 hours”. What follows a time-out needs 20 minutes to 24 hours here."
_PLACE = (
    "Time and place, in nobody's voice. It is shown at every visit, so leave movement to the lines."
)
_LINES = "Write one line; or a list, of which the first whose “when” holds is spoken; or one line or list for each stance."

_FIELDS: dict[str, dict[str, Hover]] = {
    "Scenario": {
        "format": _H("Version of the language", "Always 1 for now. It tells the program how to read the file."),
        "kind": _H("Scenario or tutorial", "Leave it out for a scenario. A tutorial may show tips and may be short."),
        "title": _H("Title", "What the library calls it: a few words, without giving away how it ends."),
        "summary": _H("Summary", "One or two sentences below the title, about the situation both of them are in."),
        "language": _H("Language", "A short code such as “en” or “de”. The words that are checked in feedback are English ones, and are looked for in “en” only. Left out, it is “en”."),
        "authors": _H("Authors", "A list of the people who wrote it, as they want to be named."),
        "license": _H("Licence", "Under what terms others may use and change it, such as “CC-BY-4.0”."),
        "relationship": _H("Who they are to each other", "What the two are. People find scenarios by it."),
        "minutes": _H("Minutes", "How long one play takes, in minutes, from 1 to 120. Most take about five."),
        "level": _H("How hard it is", "1 is gentle, 2 demanding, 3 hard. The partner does not change with it; it only tells people what to expect."),
        "skills": _H("What it practises", "A list of the moves that somebody can practise here, such as [curiosity, validation]."),
        "content_notes": _H("Content notes", "What people may want to know, or be spared, before they play. Some notes are known by name; any other words will do too. What is marked “intimacy” is shown only to those who chose to see it."),
        "cast": _H("Who is who", "The two people, each with a name and pronouns. Both chairs share them."),
        "suppress": _H("Warnings not to report", "The code of a warning, and the reason why it does not matter here: one a colleague would accept. Errors cannot be set aside."),
        "pursuer": _H("The pursuer's chair", "The talk as it goes when the player speaks as the one who reaches out. The partner is then the one who needs room: engaged, guarded, withdrawing, shut down, or gone."),
        "withdrawer": _H("The withdrawer's chair", "The same situation when the player speaks as the one who needs room. The partner is then the one who reaches out: calm, protesting, escalating, or no longer asking. That partner has hope as well."),
    },
    "Cast": {
        "pursuer": _H("The one who reaches out", "Presses for closeness, asks, follows up. Any gender, any age."),
        "withdrawer": _H("The one who needs room", "Pulls back, goes quiet, puts it off. Any gender, any age."),
    },
    "Person": {
        "name": _H("Name", "As it stands in the lines. Nothing is filled in for you: write the name out wherever it is said."),
        "pronouns": _H("Pronouns", "he, she or they, or a map of four forms for any others."),
    },
    "PronounForms": {
        "subject": _H("As subject", "As in “she asks”."),
        "object": _H("As object", "As in “ask her”."),
        "possessive": _H("Possessive", "As in “her question”."),
        "reflexive": _H("Reflexive", "As in “she asks herself”."),
    },
    "Chair": {
        "brief": _H("Brief", "What the player knows and wants, said to the player: “You are …”. It is read before the first line and can be opened again at any time."),
        "partner": _H("The partner at the start", "Who sits opposite when the talk begins: how tense, how close, and how they take things. Left out, an even partner at rest."),
        "opens": _H("First beat", "The id of the beat the talk opens with: one of those below “beats”."),
        "best": _H("Best outcome", "The best this chair offers. Where the other half is not the player's to do, that may be a truce, a pause or a parting."),
        "interrupts": _H("Interrupts", "What happens when a reply brings the partner into a stance, wherever the talk is: the stance, and the id of a beat or an ending to go to. Nothing else decides then. A partner who needs room has “left” here, with an ending."),
        "beats": _H("Beats", "The moments of the talk, each below an id of its own, such as “first_answer”. In a beat the partner has spoken and the player chooses a reply. The guide asks for fourteen or more."),
        "endings": _H("Endings", "The ways this talk can close, each below an id of its own. Beats and endings share one set of ids. The guide asks for three outcomes or more: more than won and lost."),
    },
    "Partner": {
        "temperament": _H("Temperament", f"How this partner takes things. Left out, it is “{DEFAULT_TEMPERAMENT}”."),
        "allows": _H("Temperaments to choose from", "What a player may choose instead, the one above included. Left out, only that one is played."),
        "tension": _H("Tension at the start", f"How hard the partner is bracing, from 0 at ease to {METER_END}. One number, or a range such as [28, 34] of at most ten values from which each play draws one. The stance follows from it. Left out, it is the temperament's level of rest."),
        "connection": _H("Connection at the start", f"How far the partner feels reached, from 0 to {METER_END}. Left out, it is {CONNECTION_AT_START}. Where an ending reconnects, {HIGHEST_START_TO_RECONNECT} at most: it takes {EARNED_GAIN} more."),
        "hope": _H("Hope at the start", f"How much asking is left in a partner who reaches out, from 0 to {HOPE_END}: 8 is fresh, 3 is tired, and at {GIVEN_UP_AT_HOPE} they stop asking. Left out, it is {HOPE_AT_START}. A partner who needs room has none."),
    },
    "Beat": {
        "scene": _H("Scene", _PLACE),
        "later": _H("Time passed", f"How much later this is than the beat before. {_TIMES}"),
        "tip": _H("Tip", "In a tutorial: what to look at on the screen just now."),
        "lines": _H("What the partner says here", f"{_LINES} A stance without a line borrows from the next milder one. Write at least the calm stance and the worst that can come here."),
        "replies": _H("Replies", "What the player can say or do here, each below an id of its own. Three to five, all of them tempting, and one at least that is always offered. The order does not matter: players see them shuffled."),
        "to": _H("Where replies lead", "For replies that have no “to” of their own: the id of a beat or an ending, or a list of routes."),
    },
    "Line": {
        "when": _H("When", "The line is spoken only where this holds. In a list, the last line has none."),
        "does": _H("Does", "What the partner does before the words: seen, not explained. “Looks at the tap”, not “ignores you”."),
        "says": _H("Says", "The partner's words, without quotation marks around them."),
        "then": _H("Then", "What the partner does after the words."),
        "text": _H("Writes", "A message, where the partner writes instead of speaking."),
        "thinks": _H("Thinks", "The thought bubble: what the partner cannot say. Players may switch it off, so the line has to stand without it."),
        "asks_time": _H("Asks for time", f"true where the line asks for time or room. In the next reply, openness lands only beside a move that gives space, and pressure costs {TIME_OVERRIDDEN} points more."),
        "remember": _H("Remember", f"A list of flags set once this line is spoken. {_REMEMBERED}"),
        "instead": _H("Instead of the next line", "In an answer: true where it takes the place of the next beat's own line. Left out, both are spoken, the answer first."),
    },
    "Reply": {
        "say": _H("Says", "The player's words, without quotation marks around them. A reply has words, a deed or a message, or several of them."),
        "does": _H("Does", "A deed, or what goes with the words: a cup of tea, a hand that may be left, staying put. It begins with a verb."),
        "text": _H("Writes", "A message the player sends instead of speaking."),
        "moves": _H("Moves", "What the reply does; the model decides how this partner takes it now. Either a map of each move and the very words of the reply that do it (nothing there means the whole reply), or a plain list such as [warmth]."),
        "feedback": _H("Feedback", "How it was taken, in two sentences and 35 words at most: first what the reply protected or reached for, then how this partner, by name, took it just now."),
        "answer": _H("Answer", f"The partner's answer to this very reply, spoken before the next beat's line. {_LINES} A stance for which nothing is written gives no answer."),
        "to": _H("Where it leads", "The id of a beat or an ending, or a list of routes of which the first whose “when” holds is taken. Left out, the beat's own “to” decides."),
        "when": _H("When", "The reply is offered only where this holds. At least one reply of a beat has no condition."),
        "rather": _H("Rather", "The id of another reply of this beat to try instead: one that does something else, and is not merely longer or more polite."),
        "same_as": _H("Same content", "The id of another reply of this beat that says the same in another tone."),
        "remember": _H("Remember", f"A list of flags set when this reply is chosen. {_REMEMBERED}"),
        "forget": _H("Forget", "A list of flags no longer set once this reply is chosen."),
        "once": _H("Once", "true where the reply would be odd twice: after it was chosen it is not offered again."),
        "crosses_line": _H("Crosses the line", "true for a reply that frightens or forces: blocking the way, following, threats, pressing after a no to touch. The play stops there with the safety page, so it has no moves, feedback, answer or target."),
    },
    "Route": {
        "when": _H("When", "The way is taken only where this holds, after the partner has taken the reply. The last route has none."),
        "go": _H("Goes to", "The id of a beat or an ending of this chair."),
    },
    "Condition": {
        "stance": _H("Stance", "The partner is in one of these, such as [engaged, guarded]."),
        "tension": _H("Tension", f"How hard the partner is bracing: “at_least”, “at_most” or both, from 0 to {METER_END}."),
        "connection": _H("Connection", f"How far the partner feels reached: “at_least” and “at_most” from 0 to {METER_END}, or “gained” since the start."),
        "hope": _H("Hope", f"How much asking is left in a partner who reaches out: “at_least”, “at_most” or both, from 0 to {HOPE_END}."),
        "promised": _H("A return is owed", "true while the player has called a time-out and not yet come back from it; false while not."),
        "voiced": _H("Something of their own", "true once the player has said something of their own: a feeling, a wish, a limit, a plain complaint or a no."),
        "earned": _H("Closeness is earned", f"true where all that “reconnected” asks for holds just now: the mildest stance, {EARNED_GAIN} points of connection gained, a last word that was no dig, something of one's own said, no return owed."),
        "remembers": _H("Remembers", "A list of flags, all of them set earlier in this play."),
        "not_remembers": _H("Does not remember", "A list of flags, none of them set."),
        "again": _H("Again", "On a beat's own lines: true where the beat was visited before, false at the first visit."),
    },
    "Bounds": {
        "at_least": _H("At least", f"{_LOWEST} {_METER}"),
        "at_most": _H("At most", f"{_HIGHEST} {_METER}"),
    },
    "ConnectionBounds": {
        "at_least": _H("At least", f"{_LOWEST} {_METER}"),
        "at_most": _H("At most", f"{_HIGHEST} {_METER}"),
        "gained": _H("Gained", f"At least so many points above the connection this play started with. {EARNED_GAIN} is what “reconnected” asks for; below 0, so much may have been lost."),
    },
    "HopeBounds": {
        "at_least": _H("At least", f"{_LOWEST} From 0 to {HOPE_END}."),
        "at_most": _H("At most", f"{_HIGHEST} From 0 to {HOPE_END}."),
    },
    "Ending": {
        "outcome": _H("Outcome", "What the play came to. Some outcomes may only be reached where something holds."),
        "otherwise": _H("Otherwise", "The id of the ending to go to instead, where this outcome may not be called so. A chain of them ends in parted, stuck or ruptured."),
        "scene": _H("Scene", _PLACE),
        "later": _H("Time passed", f"How much later this is than the beat before. {_TIMES}"),
        "lines": _H("What the partner says last", f"{_LINES} Only an ending can hold a line for a partner who has left."),
        "meaning": _H("What it meant", "What happened between the two, in a few sentences, without praise or blame."),
        "cost": _H("What it cost", "What this way of talking cost both of them. Even the best ending cost something."),
        "theirs": _H("The partner's part", "What was the partner's own to do, such as “she never said it was the money”."),
    },
}  # fmt: skip

FIELDS: Mapping[str, Mapping[str, Hover]] = MappingProxyType(_FIELDS)
"""the text of every field, by the name of its part in the model"""

NAMED: Mapping[str, Hover] = MappingProxyType(
    {
        "Beat": _H("A beat", "A moment at which the partner has spoken and the player chooses a reply. Its id is what “to”, “go” and “opens” point at."),
        "Reply": _H("A reply", "Something the player can say or do in this beat. Its id is unique in the beat; “rather” and “same_as” point at it."),
        "Ending": _H("An ending", "Where the talk closes, and what it meant. Its id is what “to”, “go”, “interrupts” and “otherwise” point at."),
    }
)  # fmt: skip
"""parts that stand below ids of the author's own"""
