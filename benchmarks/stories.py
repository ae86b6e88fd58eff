"""Scenarios of any size, for measuring: the shape of real ones, the words made up.

Each beat has lines for three stances (one of them a list with conditions), four replies with moves,
quoted words and feedback, answers, guards, flags and routes.
"""

STANCES = ("engaged", "guarded", "withdrawing", "shut_down")
MOVES = ("gentle_startup", "validation", "blame", "respecting_space", "complaint", "curiosity")

_HEAD = """\
format: 1
kind: scenario
title: A story of {beats} beats
summary: Made for measuring, not for playing.
language: en
authors: [nobody]
license: CC-BY-4.0
relationship: romantic
minutes: 5
level: 2
skills: [gentle_startup, validation]
content_notes: []
cast:
  pursuer: {{name: Teo, pronouns: he}}
  withdrawer: {{name: Marit, pronouns: she}}
"""

_CHAIR = """
{role}:
  brief: >-
    You have carried this question about for three weeks, and the evening is quiet enough to ask. You would
    like an answer, and you would like it without a row.
  partner: {{temperament: even, allows: [even, secure], tension: [28, 34], connection: 40}}
  opens: beat_0
  best: reconnected
  interrupts: {{{interrupt}}}
  beats:
"""

_BEAT = """\
    beat_{n}:
      scene: The kitchen, a quarter past {n}, and the tap still drips.
      lines:
        {mild}:
          - when: {{again: true}}
            does: Turns page {n} of the calendar, and turns it back.
            thinks: We have been at this page before, and it did not help then either.
          - does: Looks up from line {n} of the list.
            says: I don't know where we would go, to tell the truth. I had not got that far.
            then: The pen is put down beside the list.
            thinks: Whatever I say now will count.
        {worse}:
          does: Straightens the papers, all {n} of them.
          says: Can we not do this now? I have had people at me since eight this morning.
          thinks: If I say nothing it may pass.
          asks_time: true
          remember: [asked_{n}]
        {worst}:
          does: Looks at the window and counts to {n}.
          thinks: The words have stopped making sense.
      replies:
        ask_when_{n}:
          say: I'd like to talk about it, and tonight may be the wrong night. When would suit you, this week?
          moves: {{gentle_startup: "I'd like to talk about it", offering_time: "When would suit you, this week?"}}
          feedback: >-
            It put the question on the table and left the hour open. The other one heard a wish, not a
            summons, for the {n}th time.
          answer:
            {mild}: {{says: "Thursday, after the dishes. I could do Thursday, I think."}}
            {worse}: {{does: "A nod, small and late.", says: "Not tonight. Perhaps Thursday."}}
          to:
            - when: {{stance: [{mild}, {worse}], not_remembers: [asked_{n}]}}
              go: beat_{near}
            - go: beat_{far}
        weeks_of_this_{n}:
          say: It has been {n} weeks of this, and each time it is me who brings it up, and you look at the tap.
          moves: {{blame: ["{n} weeks of this", "you look at the tap"]}}
          feedback: >-
            It wanted the waiting to be seen. What arrived was the count of weeks, {n} of them, and whose doing
            they were.
          rather: ask_when_{n}
          same_as: ask_when_{n}
          remember: [accused_{n}]
          to: beat_{far}
        tea_{n}:
          when: {{tension: {{at_most: 70}}, not_remembers: [accused_{n}]}}
          does: Fill the kettle, set out two cups, and sit down {n} inches away.
          moves: [warmth, waiting]
          feedback: It stayed and asked nothing. There was room for {n} breaths and somebody to take them with.
          answer: {{does: A look at the cup., says: Thanks.}}
          once: true
        plain_{n}:
          say: I asked about the dates on Sunday, and I have not had an answer yet.
          moves: [complaint]
          feedback: It said one thing, once, with a day on it, and left it there for the {n}th time.
      to: beat_{near}
"""

_ENDINGS = """\
  endings:
    thursday:
      outcome: reconnected
      otherwise: half_a_plan
      lines: {{does: Writes it down., says: Thursday.}}
      meaning: There is a day, and both of you named it.
      cost: Three weeks of waiting, and an evening.
      theirs: The worry about money was there long before, and unsaid.
    half_a_plan:
      outcome: truce
      otherwise: two_rooms
      lines: {{says: Let us see.}}
      meaning: It is calmer, and nothing is decided.
      cost: One more week.
      theirs: An answer was there to be given.
    two_rooms:
      outcome: stuck
      lines: {{does: A door closes.}}
      meaning: Both of you have a point.
      cost: A night in two rooms.
      theirs: The first word did not come.
{gone}"""

_GONE = """\
    gone:
      outcome: {outcome}
      lines: {{does: The coat is gone from its hook.}}
      meaning: It grew larger than a calendar.
      cost: A walk in the rain.
      theirs: Nothing was said about coming back.
"""


def story(beats: int) -> bytes:
    """A valid scenario with this many beats, half of them in either chair."""
    half = max(1, beats // 2)
    parts = [_HEAD.format(beats=beats)]
    parts += _chair("pursuer", half, STANCES[:3], "left: gone", "withdrawn")
    parts += _chair(
        "withdrawer", half, ("calm", "protesting", "giving_up"), "giving_up: gone", "given_up"
    )
    return "".join(parts).encode()


def _chair(
    role: str, beats: int, stances: tuple[str, ...], interrupt: str, outcome: str
) -> list[str]:
    mild, worse, worst = stances
    parts = [_CHAIR.format(role=role, interrupt=interrupt)]
    for n in range(beats):
        near = f"{n + 1}" if n + 1 < beats else f"{n}"
        text = _BEAT.format(
            n=n, near=near, far=(n * 7 + 3) % beats, mild=mild, worse=worse, worst=worst
        )
        parts.append(text)
    # the last beat's own way on is an ending
    parts[-1] = parts[-1].replace(f"      to: beat_{beats - 1}\n", "      to: thursday\n")
    return [*parts, _ENDINGS.format(gone=_GONE.format(outcome=outcome))]
