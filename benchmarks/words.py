"""The words of generated stories, the same in every language they are written in.

Replies and lines are as long as those of real scenarios: some 90 and 70 characters.
"""

from typing import NamedTuple


class Said(NamedTuple):
    """How a move is said; `{n}` is the number of the beat."""

    words: str
    feedback: str


SAID = {
    "validation": Said(
        "It makes sense that it is too much, with {n} lines still open on the list and the week you had.",
        "It took the weight seriously.",
    ),
    "appreciation": Said(
        "Thank you for sitting down to page {n} with me tonight. I know what else was waiting for you.",
        "It noticed that she stayed.",
    ),
    "i_statement": Said(
        "I get lonely with it, somewhere around line {n}, and I would like some company until it is done.",
        "It spoke of one person only.",
    ),
    "offering_time": Said(
        "When would suit you better? Page {n} can wait until then, and so can the pages after it.",
        "It left the hour to her.",
    ),
    "respecting_space": Said(
        "Then not now. I put page {n} aside, and it stays where it is until you say a word about it.",
        "It took the need for room at its word.",
    ),
    "complaint": Said(
        "I asked about line {n} on Sunday, after the dishes, and I have had no answer to it up to now.",
        "It named one thing and its day.",
    ),
    "engaging": Said(
        "Yes, I read it as far as line {n}, and I had the same thought about the first of the month.",
        "It gave a small answer and stayed.",
    ),
    "waiting": Said(
        "I sit here a while, if that is all right with you. Line {n} does not run away from us.",
        "It stayed and asked nothing.",
    ),
    "deferring": Said(
        "We can look at line {n} some other time. There is a film on, and the kettle has boiled.",
        "It kept the peace of the moment.",
    ),
    "blame": Said(
        "It has been {n} evenings like this one, at this table, and it is you who looks at the window.",
        "It wanted the waiting to be seen.",
    ),
    "criticism": Said(
        "You never finish a page. This is the {n}th you leave half read, and the pen is still in its box.",
        "It wanted something finished.",
    ),
    "demand": Said(
        "We settle line {n} now, before anybody gets up from this table, and then we settle the next.",
        "It wanted an end to it.",
    ),
    "checking_up": Said(
        "Did you read page {n}? You did say yesterday that you had read it, did you not? All of it?",
        "It wanted to be sure.",
    ),
    "minimising": Said(
        "It is a list with {n} lines. Other people do that in an afternoon and go for a walk besides.",
        "It wanted the thing to be small.",
    ),
    "contempt": Said(
        "Well done, that was line {n}. Shall I fetch a medal for it, or will a round of applause do?",
        "It wanted to be felt.",
    ),
}
CALM = "Looks up from line {n} of the list. I had not got that far, to tell the truth."
TENSE = "Straightens the papers, all {n} of them. Can we leave this now? I have had a long day."
ANSWER = "A nod, small and late, at line {n}. The pen goes round once between two fingers."
ENDS = {
    "thursday": "Writes it down. Thursday, then, and I am glad.",
    "half_a_plan": "Turns the list over. Let us see.",
    "two_rooms": "A door closes, and another one.",
    "a_door": "The chair goes back under the table, loudly.",
    "gone": "The coat is gone from its hook.",
}
