"""The diagnostics' codes: severity, message and hint. Each has a page under `pages/`.

Messages are templates over a finding's facts. A code is stable: it may be retired, never reused.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    """Errors keep a file from being played; warnings do not."""

    ERROR = "error"
    WARNING = "warning"


class Code(NamedTuple):
    """One kind of problem."""

    id: str
    severity: Severity
    message: str
    hint: str
    at_key: bool = False
    """whether the caret stands under the key rather than the value"""


_E, _W = Severity.ERROR, Severity.WARNING

_TABLE = (
    # what keeps a file from being read
    Code("no-libyaml", _E, "PyYAML was installed without its C library", "Install a PyYAML wheel with libyaml; files from strangers are only read through it."),
    Code("too-large", _E, "the file has more than {limit} bytes, and no more are read", "Split it into two scenarios."),
    Code("unreadable", _E, "the file cannot be read: {problem}", "Check that it exists and that you may read it."),
    Code("not-utf8", _E, "this is not UTF-8 text (byte {byte} of the file)", "Save the file as UTF-8: most editors offer it where the file is saved."),
    Code("unsafe-character", _E, "the character {character} does not print and may hide or reorder text", "Delete it, or write the text without it."),
    Code("directive", _E, "a line begins with “%”, which YAML reads as a directive", "Put the text in quotes, or begin the line with another word."),
    Code("not-yaml", _E, "this is not YAML: {problem}", "Look at the indentation and the quotes just before this place."),
    Code("second-document", _E, "a second document begins here", "One file holds one scenario: delete the “---”."),
    Code("too-deep", _E, "lists and maps are nested more than {limit} deep", "No scenario needs that; look for a stray bracket."),
    Code("too-many-nodes", _E, "the file holds more than {limit} values", "Split it into two scenarios."),
    Code("text-too-long", _E, "this text has {length} characters; {limit} are allowed", "A line is spoken in one breath; shorten it."),
    Code("reference", _E, "{what} is not allowed here", "Write the text out: anchors, aliases, tags and merge keys are refused."),
    Code("duplicate-key", _E, "“{key}” stands twice in this map; the first is on line {first}", "Rename or delete one of the two.", at_key=True),
    Code("key-not-text", _E, "the name of a field has to be plain text, not a list or a map", "Put quotes around it if it begins with a bracket; delete a stray “?”."),
    Code("not-a-map", _E, "a scenario is a map of fields; here is {found}", "Begin with `format: 1` on a line of its own, then `title: …`, and so on."),
    Code("more-problems", _W, "{count} more problems of this file are not shown", "Mend some of those above, and check again."),
    # what the file's form shows
    Code("missing-field", _E, "“{field}” is missing here", "Add “{field}: …”.", at_key=True),
    Code("unknown-field", _E, "there is no field “{name}” here", "Allowed here: {known}.", at_key=True),
    Code("wrong-shape", _E, "{expected} is expected here, and there is {found}", "Compare it with the same field elsewhere in the file."),
    Code("out-of-range", _E, "{problem}", "Write a value within the range."),
    Code("not-a-number", _E, "a whole number is expected here, not “{found}”", "Up to four digits, without quotes."),
    Code("not-true-or-false", _E, "`true` or `false` is expected here, not “{found}”", "Write it in lower case, without quotes."),
    Code("not-a-span", _E, "“{found}” is no span of time", "Write “40 minutes” or “2 hours”."),
    Code("bad-name", _E, "“{found}” is no name", "Lower-case letters, digits and underscores, a letter first."),
    Code("other-format", _E, "the file is written in version {found} of the language, and this program reads version {known}", "Write `format: {known}`, or use the program it was written for."),
    Code("unknown-word", _E, "“{found}” is not known here", "One of: {known}."),
    Code("unknown-move", _E, "there is no move “{found}”", "One of: {known}.", at_key=True),
    Code("unknown-temperament", _E, "there is no temperament “{found}”", "One of: {known}."),
    Code("unknown-stance", _E, "there is no stance “{found}”", "One of: {known}."),
    Code("unknown-outcome", _E, "there is no outcome “{found}”", "One of: {known}."),
    Code("impossible-moves", _E, "no reply can do this: {problem}", "Leave one of the moves out, or make two replies of them.", at_key=True),
    Code("phrase-not-in-reply", _E, "“{phrase}” does not stand in this reply", "Copy the words as they stand in say, does or text; upper and lower case count."),
    Code("silent-reply", _E, "the reply neither says, does nor writes anything", "Add say, does or text.", at_key=True),
    Code("incomplete-reply", _E, "the reply has no {field}", "Every reply has moves and feedback, unless it crosses the line.", at_key=True),
    Code("crossed-line-with-more", _E, "a reply that crosses the line has no {field}", "Delete it: the play stops there, and nothing of the partner follows.", at_key=True),
    Code("silent-line", _E, "the line neither says, does nor writes anything", "Add does, says, then or text; a thought alone is not seen by everybody.", at_key=True),
    Code("no-fallback", _E, "nothing is left where this condition does not hold", "Delete this `when`, or add a last one without a condition."),
    Code("shadowed", _E, "what follows this one is never reached: this one has no `when`, so it holds at any time", "Move it to the end, or give it a condition."),
    Code("empty-condition", _E, "this condition asks for nothing", "Ask for something, such as `stance: [engaged]`, or delete it.", at_key=True),
    Code("never-holds", _E, "this condition never holds: {problem}", "Change one of the two."),
    Code("other-partners-stance", _E, "the partner here is a {role}, who is never “{stance}”", "One of: {known}.", at_key=True),
    Code("hope-of-withdrawer", _E, "the partner here is a withdrawer, who has no hope meter", "Delete it, or use connection.", at_key=True),
    Code("again-in-answer", _E, "`again` has no meaning in {where}", "Use it on a beat's own lines, or remember a flag and ask for that.", at_key=True),
    Code("instead-outside-answer", _E, "`instead` belongs to an answer", "Delete it: this line stands in nobody's place.", at_key=True),
    Code("left-speaks", _E, "once the partner has left, only endings speak: this is never {what}", "Delete it, and write what is left to say into the ending that `interrupts` names.", at_key=True),
    Code("tip-outside-tutorial", _E, "tips are shown in tutorials only", "Delete the tip, or write `kind: tutorial`.", at_key=True),
    Code("unknown-target", _E, "there is no beat and no ending “{name}”", "Write it, or name one that is there."),
    Code("unknown-opening", _E, "there is no beat “{name}” to open with", "Name one of the beats."),
    Code("unknown-reply", _E, "this beat has no reply “{name}”", "Name another reply of the same beat."),
    Code("points-at-itself", _E, "“{name}” points at itself", "Name another reply of the same beat."),
    Code("points-across-the-line", _E, "“{name}” crosses the line, and nobody is pointed there", "Name another reply of the same beat."),
    Code("unknown-ending", _E, "there is no ending “{name}”", "Name one of the endings."),
    Code("name-used-twice", _E, "“{name}” is a beat and an ending", "Rename one: they share one set of names.", at_key=True),
    Code("reserved-name", _E, "“{name}” is the program's own name, for a talk that crossed the line", "Choose another name.", at_key=True),
    Code("no-target", _E, "the reply leads nowhere", "Give it `to`, or give its beat one.", at_key=True),
    Code("no-sure-reply", _E, "no reply of this beat is sure to be offered", "Leave one without when, once, a return or a crossed line.", at_key=True),
    Code("missing-interrupt", _E, "nothing says what happens when the partner leaves", "Write `interrupts: {{left: …}}` with the name of an ending.", at_key=True),
    Code("interrupt-needs-ending", _E, "who has left can only be in an ending, and “{name}” is a beat", "Point it at an ending."),
    Code("outcome-of-other-partner", _E, "“{outcome}” cannot come of a partner who is a {role}", "Use `stuck`, `parted` or `ruptured`."),
    Code("outcome-of-program", _E, "“stopped” is the program's own outcome", "Mark the reply with crosses_line instead."),
    Code("better-than-best", _E, "the ending “{name}” is “{outcome}”, and `best` says “{best}”", "Write `best: {outcome}`, or change the ending."),
    Code("best-not-offered", _E, "no ending has the outcome “{outcome}”", "Name the best outcome the endings do offer."),
    Code("missing-otherwise", _E, "an ending that is “{outcome}” needs an `otherwise`", "Name the ending it gives way to where that may not be said."),
    Code("otherwise-circle", _E, "the chain of `otherwise` comes back to “{name}”", "End it in parted, stuck or ruptured."),
    Code("otherwise-same", _E, "this gives way to “{name}”, which is “{outcome}” too and holds no more than the one before", "Name an ending of another outcome."),
    Code("otherwise-open", _E, "the chain of `otherwise` ends in “{outcome}”, which may not hold either", "End it in parted, stuck or ruptured."),
    Code("only-by-interrupt", _E, "“{outcome}” without an `otherwise` can only follow its own interrupt", "Give it an otherwise, or reach it through interrupts alone."),
    Code("connection-too-high", _E, "connection starts at {connection}; above {limit} nobody can come 15 closer", "Start at {limit} or less."),
    Code("impossible-start", _E, "the talk cannot start so: {problem}", "Choose another start."),
    Code("temperament-not-allowed", _E, "“{temperament}” is the partner's temperament, and `allows` leaves it out", "Add it to `allows`."),
    Code("no-time-passed", _E, "“{name}” follows a time-out and does not say how much `later` it is", "Add `later: 40 minutes`, or another span of 20 minutes to 24 hours.", at_key=True),
    Code("time-out-to-other-ending", _E, "a time-out leads to the ending “{name}”, which is “{outcome}”; a talk that stops on an open promise is `paused`", "Lead it to a beat that has `later`, or to an ending that is `paused`."),
    Code("span-of-time-out", _E, "{later} is not 20 minutes to 24 hours, which is what a time-out promises", "Choose a span within it."),
    Code("instead-of-ending", _E, "an answer stands in the ending's place: “{name}” would never be heard", "Delete `instead`."),
    Code("not-suppressible", _E, "“{code}” is an error, and errors cannot be suppressed", "Mend what it speaks of, and delete this.", at_key=True),
    Code("unknown-code", _E, "there is no diagnostic “{code}”", "Write the code as it was printed, between the brackets.", at_key=True),
    Code("no-role", _E, "the file has neither a `pursuer` nor a `withdrawer`", "Write at least one chair."),
    Code("same-id", _E, "“{id}” is the name of two files: {first} and {second}", "Rename one of them: within a library an id is one file."),
    # what the graph shows
    Code("no-way-in", _E, "nothing leads to “{name}”", "Point a reply or a route at it, or delete it.", at_key=True),
    Code("no-way-out", _E, "no ending can be reached from “{name}”", "Give one of its replies a way on.", at_key=True),
    Code("reply-without-ending", _E, "no ending can follow this reply", "Lead it, at last, to an ending.", at_key=True),
    Code("paused-without-time-out", _E, "no way to “{name}” has a time-out on it, so it can never be `paused`", "Put a time-out on the way, or choose another outcome."),
    Code("giving-up-silent", _E, "a partner who has stopped asking can come here, and there is neither a giving_up nor a calm line to speak", "Write a line for giving_up.", at_key=True),
    # what the states show
    Code("never-reached", _E, "no play comes to “{name}”", "Look at the conditions on the ways to it, and at its `otherwise` if it is an ending: they lead elsewhere each time.", at_key=True),
    Code("never-offered", _E, "the reply “{name}” is offered in no play", "Loosen its `when`, or delete it; a return is only offered where one was promised.", at_key=True),
    Code("trap", _E, "from “{name}” on, a play can be caught where no ending can follow any more", "Give the beats behind it a reply, or a last route, that leads on in every state."),
    Code("endless", _E, "a play can go round for ever here, and nothing leads out: {names}", "Write a reply, or a last route, that leads on in every state; one is enough.", at_key=True),
    Code("not-what-it-says", _E, "a play can come to “{name}” in a state that is not “{outcome}”", "Give the ending an `otherwise`, or let only its own interrupt lead there."),
    # what the guide asks of the states
    Code("undecided", _W, "this chair is too large to be worked out: {problem}", "Fewer flags, `once` replies, loops and starting tensions make it smaller; until then nothing is said of what can never happen, nor of odds.", at_key=True),
    Code("twins", _W, "this reply does what “{name}” does, wherever they are offered", "Give one of them another move, target or answer, or leave one out.", at_key=True),
    Code("dead-line", _W, "this line is spoken in no play", "Look at its stance, at its `when` and at the lines before it; or delete it."),
    Code("dead-route", _W, "no play takes this route to “{name}”", "Look at its `when`, at the routes before it and at `interrupts`; or delete it."),
    Code("line-borrowed", _W, "the partner can be “{stance}” here, and no line is written for that", "Write one; as it is, another stance's line is spoken.", at_key=True),
    Code("said-twice", _W, "these words can be said twice in one play", "Write something else for the second time (`again`), or lead the talk elsewhere."),
    Code("time-not-given", _W, "time can be asked for at “{name}”, and no reply offered there gives it", "Offer one that waits, asks when it would suit, or takes the wish at its word.", at_key=True),
    Code("return-not-asked", _W, "a return is owed from “{name}” on, and no later reply keeps it or breaks it", "Offer `returning` and `not_returning` where it falls due.", at_key=True),
    Code("reconnects-soon", _W, "closeness can come after only {count} exchanges", "A talk that mends anything takes five at least; six to ten are good."),
    Code("shortest-play", _W, "the shortest play to closeness takes {count} exchanges", "Six to ten are good: let something come between, or lower what holds it up."),
    Code("no-way-back", _W, "from “{name}” on, nothing better than stuck, withdrawn, given up or ruptured can come", "Leave a way to a pause, a truce or a parting open in at least one state.", at_key=True),
    Code("best-unreachable", _W, "`best` says “{outcome}”, and no play comes to it", "Make a way on which it can be earned, or let `best` name what can come of it."),
    Code("no-closes-best", _W, "after this no, the best outcome can be out of reach", "Saying no is never a losing move: leave the way open.", at_key=True),
    Code("random-does-well", _W, "replies picked at random come to the best outcome in {odds} of plays", "More than a quarter teaches little: let the ways to it ask for more."),
    Code("table-does-well", _W, "taking what is kindest on paper comes to the best outcome in {odds} of plays; looking at the partner does in {look}", "Let what helps depend on where the partner is: room first, words second, solutions last."),
    Code("tell-does-well", _W, "the habit “{tell}” comes to the best outcome in {odds} of plays, chance in {chance}", "Give other replies what marks the best ones, in length, tone and words; and let no move be right everywhere."),
    Code("tell-is-best", _W, "the habit “{tell}” finds the best reply more often than chance would, by {above} of all choices", "Let the best reply look like the others, in length, tone and words; and let a move be right at one time and too late at another."),
    # what the guide asks
    Code("bad-file-name", _W, "the file's name is its id, and “{name}” is no id", "Lower-case letters, digits and dashes, then .yaml, as in `old-friends.yaml`."),
    Code("content-note", _W, "the note “{note}” is nearly one of the known ones", "Write “{known}”: it is by that word that people choose what they do not want to see."),
    Code("unused-flag", _W, "“{flag}” is remembered and never asked for", "Ask for it in a `when`, or delete it."),
    Code("unset-flag", _W, "“{flag}” is {what} and never remembered", "Remember it somewhere, or delete it here."),
    Code("missing-chair", _W, "the {role}'s chair is missing", "Write the same situation from the other side.", at_key=True),
    Code("few-beats", _W, "this chair has {count} beats; a scenario has at least {least}", "Add what would happen on the harder paths.", at_key=True),
    Code("few-endings", _W, "the endings have {count} outcomes; there are at least {least}", "Endings are more than won and lost.", at_key=True),
    Code("number-of-replies", _W, "this beat has {count}; the guide asks for three to five", "Add what a decent person may also say, or merge two.", at_key=True),
    Code("giving-up-borrows", _W, "nothing is written for a partner who has stopped asking here, and the calm line is spoken", "Write a line for giving_up: the calm one sounds as if all were well.", at_key=True),
    Code("one-line-for-all", _W, "the beat says the same in its mildest and its worst stance", "Write at least the calm and the worst stance that can reach it.", at_key=True),
    Code("feedback-word", _W, "these words judge: “{word}”", "Say what the reply protected or reached for, and how it was taken."),
    Code("feedback-length", _W, "feedback has {count} words; {limit} at most", "Keep to what it reached for and how it was taken."),
    Code("feedback-sentences", _W, "feedback has {count} sentences; two at most", "Keep to what it reached for and how it was taken."),
    Code("feedback-shared", _W, "the sentence “{sentence}” stands in “{other}” too", "Say what is particular to each reply."),
    Code("rather-is-twin", _W, "`rather` points at “{name}”, which makes the same moves", "Point at a reply that does something else: longer or politer is not better."),
)  # fmt: skip

CODES: Mapping[str, Code] = MappingProxyType({code.id: code for code in _TABLE})
