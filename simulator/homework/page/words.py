"""What the page says in words of its own. No sentence of it is about anybody but an invented partner.

What is a constant here is marked, and goes through `_` where it is shown.
"""

from collections.abc import Mapping
from datetime import date

from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, is_stopped
from simulator.homework.report import counts
from simulator.homework.review import Reviewed
from simulator.homework.standing import Had, Stage, standing
from simulator.language import N_, _, ngettext
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import Stance, level_of

INVENTED = N_("Every number here is of an invented partner, in a practised talk.")
"""stands on each page, on screen and in print"""
READ_SO = N_(
    "None of it is a diagnosis or a measure of any person, and none of it says anything about the "
    "other one at home, who was not there and had no say in it."
)
STOPPED = N_("A talk was stopped at a crossed line.")
STOPPED_MEANS = N_(
    "It stopped because the reply chosen there would frighten or force somebody. It may have been "
    "chosen to see what would come; by itself it shows nothing more. The client decided to hand it "
    "in. Before any further practice, ask again, alone: about fear, violence, threats, control of "
    "money, phone, movement or sex, and about suicide. Until that is clear, practising closeness "
    "waits."
)
NO_REPORT = N_("Nothing has come back yet.")
VERIFIED = N_(
    "Replayed here: every number that replaying can show comes out of the replies that were handed "
    "in. Days, replies taken back, hints, guesses, first tries, ratings and words are as the "
    "client’s program says."
)
NOT_VERIFIED = N_(
    "Replayed here: something in it does not come out of the replies that were handed in. Read it "
    "with that in mind; a file can also be damaged or come from another version."
)
CANNOT_TELL = N_(
    "It could not be replayed here, so whether the numbers come out of the replies is not known."
)
GIVEN_UP_LOW = N_(
    "Where {name} has stopped asking, the circles are hollow: a low meter is a loss there, not calm."
)

_HEADINGS = {
    "assignments": N_("Assignments"),
    "next": N_("What could be practised next"),
    "next_why": N_(
        "For you to weigh. These are talks with an invented partner, not steps for anybody’s life."
    ),
    "asked": N_("What was asked for"),
    "aim": N_("Aim"),
    "attempts": N_("Attempts over time"),
    "curves": N_("Talk by talk"),
    "first": N_("First tries"),
    "practice": N_("Practice: a scenario had before, or replies repeated"),
    "hardest": N_("Hardest fork"),
    "ratings": N_("Ratings, side by side"),
    "reflections": N_("Reflections, as shared"),
    "answers": N_("Answers to your questions"),
    "declined": N_("What the client said no to"),
    "words": N_("What the client wants to say besides"),
    "transcripts": N_("Transcripts, as shared"),
    "notes": N_("Notes for the session"),
    "replayed": N_("Does it come out of the replies?"),
    "hashes": N_("What it was played with"),
    "safety": N_("Safety first"),
    "rationale": N_("What you wrote to the client"),
    "moves": N_("Moves that can do good"),
    "evidence": N_("Shown by"),
    "others": N_("Also offered there"),
    "contents": N_("On this page"),
}
_COLUMNS = {
    "made": N_("Made"),
    "aim": N_("Aim"),
    "status": N_("Status"),
    "attempts": N_("Attempts"),
    "firsts": N_("First tries"),
    "met": N_("Aim met"),
    "number": N_("Attempt"),
    "day": N_("Day"),
    "talk": N_("Talk"),
    "turns": N_("Turns"),
    "undone": N_("Taken back"),
    "hints": N_("Replies shown by a hint"),
    "guesses": N_("Guesses as the meters"),
    "outcome": N_("How it ended"),
    "hardest": N_("Hardest turn"),
    "expected": N_("Expected, 0–10"),
    "connected": N_("Connected, 0–10"),
    "steady": N_("Steady, 0–10"),
    "likely": N_("Likely to try it, 0–10"),
    "own": N_("Yours, 0–4"),
    "turn": N_("Turn"),
    "said": N_("Reply"),
    "partner": N_("Invented partner"),
    "meters": N_("Meters after it"),
}
_OUTCOMES: Mapping[str, str] = {
    Outcome.RECONNECTED.value: N_("near each other again"),
    Outcome.TRUCE.value: N_("calmer, not closer"),
    Outcome.PAUSED.value: N_("a pause, with a return promised"),
    Outcome.PARTED.value: N_("parted with respect"),
    Outcome.STUCK.value: N_("still stuck"),
    Outcome.WITHDRAWN.value: N_("the invented partner left the talk"),
    Outcome.GIVEN_UP.value: N_("the invented partner stopped asking"),
    Outcome.RUPTURED.value: N_("broke off in anger"),
    Outcome.STOPPED.value: N_("a talk was stopped at a crossed line"),
}
_REFLECTIONS: Mapping[str, str] = {
    "now": N_("Right after the talk"),
    "connected": N_("How connected"),
    "steady": N_("How steady"),
    "expected": N_("Expected beforehand"),
    "own_words": N_("In words of their own"),
    "for_myself": N_("What was said for oneself"),
    "if_then": N_("One sentence for home"),
    "likely": N_("How likely"),
    "in_the_way": N_("What might get in the way"),
}
_COACHING = {
    "full": N_("the meters during the talk, and what moved them"),
    "after": N_("the meters alone during the talk; the rest comes once it is over"),
    "none": N_("no meters during the talk; all of it comes once it is over"),
}
"""as the client reads it, in `practice.homework.words`"""
_CHAIRS = {"pursuer": N_("reaching out"), "withdrawer": N_("needing room")}
_DAYS = (
    N_("{day} January {year}"),
    N_("{day} February {year}"),
    N_("{day} March {year}"),
    N_("{day} April {year}"),
    N_("{day} May {year}"),
    N_("{day} June {year}"),
    N_("{day} July {year}"),
    N_("{day} August {year}"),
    N_("{day} September {year}"),
    N_("{day} October {year}"),
    N_("{day} November {year}"),
    N_("{day} December {year}"),
)
"""by month"""
_SHARES = {
    "summary": N_("the summary"),
    "transcript": N_("the transcript"),
    "reflections": N_("the reflections"),
}


def headings() -> dict[str, str]:
    """Headings by name, in the language in use."""
    return {name: _(text) for name, text in _HEADINGS.items()}


def columns() -> dict[str, str]:
    """Heads of columns by name, in the language in use."""
    return {name: _(text) for name, text in _COLUMNS.items()}


def outcome_words(outcome: str) -> str:
    """How a talk ended; what is no outcome is shown as it stands."""
    return _(_OUTCOMES[outcome]) if outcome in _OUTCOMES else outcome


def stance_words(stance: str) -> str:
    """A stance by its plain name; what is none is shown as it stands."""
    known = {one.value for one in Stance}
    return _(level_of(Stance(stance)).name) if stance in known else stance


def reflection_words(what: str) -> str:
    """What a reflection is about."""
    return _(_REFLECTIONS[what]) if what in _REFLECTIONS else what


def coaching_words(coaching: str) -> str:
    """The help there was in play."""
    return _(_COACHING[coaching])


def chair_words(role: str) -> str:
    """What somebody in this role is doing."""
    return _(_CHAIRS[role]) if role in _CHAIRS else role


def share_words(shares: tuple[str, ...]) -> str:
    """What is asked to be shared, or was."""
    return ", ".join(_(_SHARES[one]) for one in shares)


def day_words(day: str) -> str:
    """A day as people write it; what is no day is shown as it stands."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return _(_DAYS[found.month - 1]).format(day=found.day, year=found.year)


def met_words(met: bool | None) -> str:  # noqa: FBT001 (of a table's cell)
    """Whether an aim was met."""
    if met is None:
        return _("no aim")
    return _("met") if met else _("not met")


def reached_words(reviewed: Reviewed) -> str:
    """Whether the aim of an assignment was met in all that came back."""
    if reviewed.given.assignment.aim is None:
        return _("no aim")
    if reviewed.verified is False:
        return _("not told, as a report does not come out of its replies")
    if reviewed.met is None:
        return _("no talk that counts towards it yet")
    return met_words(reviewed.met)


def met_there_words(given: Attempt, assignment: Assignment) -> str:
    """Whether the aim was met in one talk."""
    if given.facts.aim_met and not counts(given, assignment):
        return _("met, and not counted: replies were taken back")
    return met_words(given.facts.aim_met)


def met_there_line(given: Attempt, assignment: Assignment) -> str:
    """The same as a sentence."""
    if given.facts.aim_met and not counts(given, assignment):
        return _("Aim met in this talk. Replies were taken back in it, so it does not count here.")
    return _("Aim {met} in this talk.").format(met=met_words(given.facts.aim_met))


def verified_words(reviewed: Reviewed) -> str:
    """Whether the reports come out of their replies."""
    if not reviewed.given.reports:
        return _(NO_REPORT)
    match reviewed.verified:
        case True:
            return _(VERIFIED)
        case False:
            return _(NOT_VERIFIED)
        case None:
            return _(CANNOT_TELL)


def stage(reviewed: Reviewed, today: date) -> Stage:
    """Where it stands, as far as it can be known on this side."""
    plays = [
        Had(one.play, one.scenario, one.role, finished=not is_stopped(one), on=today)
        for one in reviewed.attempts
    ]
    return standing(
        reviewed.given.assignment,
        plays,
        today,
        reported=bool(reviewed.given.reports),
        withdrawn=reviewed.given.withdrawn,
    ).stage


def status_words(reviewed: Reviewed, today: date) -> str:
    """The status in a sentence."""
    reports = reviewed.given.reports
    match stage(reviewed, today):
        case Stage.WITHDRAWN:
            return _("withdrawn by you")
        case Stage.DONE if reports:
            return _("report of {day}").format(day=day_words(reports[-1].made))
        case _:
            return _due(reviewed.given.assignment.due_on, today)


def _due(due: date | None, today: date) -> str:
    if due is None:
        return _("with the client")
    left, day = (due - today).days, day_words(due.isoformat())
    if left < 0:
        return _("with the client; it was for {day}").format(day=day)
    words = ngettext(
        "with the client until {day}, {count} day from now",
        "with the client until {day}, {count} days from now",
        left,
    )
    return words.format(day=day, count=left)
