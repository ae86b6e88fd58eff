"""Homework in words for the one who practises: what is asked, why, and until when."""

from collections.abc import Iterator, Mapping

from simulator.coach.aims import aim_words
from simulator.homework.assignment import AimBody, Assignment, Task
from simulator.homework.attestation import REASONS_TO_WAIT, STATED
from simulator.homework.page.words import INVENTED
from simulator.homework.standing import Share, Stage, Standing
from simulator.homework.verifying import scenario_of
from simulator.language import N_, _, ngettext
from simulator.practice.homework.client import Homework
from simulator.practice.homework.days import day_words
from simulator.practice.safe import shown
from simulator.practice.words import POINT, REACHES, Page
from simulator.scenario.text import unified

__all__ = (
    "INVENTED",
    "READ_FIRST",
    "YOURS",
    "aim_line",
    "assignment_page",
    "attestation_page",
    "judged_line",
    "nudge",
    "part_words",
    "practise_line",
    "share_line",
    "stage_words",
    "standing_line",
    "title_of",
)

YOURS = N_(
    "You may say no to any part of it, with a reason or without, or leave it out and say nothing."
)
READ_FIRST = N_(
    "Nothing leaves this computer by itself. Where you make a report, you read the whole of it "
    "first, and choose what goes in."
)
_STAGES: Mapping[Stage, str] = {
    Stage.DUE: N_("to begin"),
    Stage.DOING: N_("begun"),
    Stage.DONE: N_("done"),
    Stage.WITHDRAWN: N_("no longer asked for"),
}
_COACHED: Mapping[str, str] = {
    "full": N_("While you talk you see the meters, and what moved them."),
    "after": N_("While you talk you see the meters alone; the rest comes once the talk is over."),
    "none": N_("While you talk you see no meters; all of it comes once the talk is over."),
}
_ASKED: Mapping[str, str] = {
    "summary": N_("a summary: how each talk went, in numbers, and which replies you gave"),
    "transcript": N_("the talk itself, line by line, if you tick it"),
    "reflections": N_("what you wrote for yourself and your answers, if you tick it"),
}


def aim_line(aim: AimBody | None) -> str | None:
    """The aim as the therapist wrote it, or else in plain words; `None` where there is none."""
    if aim is None:
        return None
    return shown(aim.words or aim_words(aim.aim))


def judged_line(aim: AimBody | None) -> str | None:
    """What the aim is judged by, where the therapist wrote it in words of their own; else `None`."""
    if aim is None or not aim.words:
        return None
    said = aim_words(aim.aim)
    if unified(aim.words).rstrip(".").casefold() == unified(said).casefold():
        return None
    return _("As it is judged: {aim}.").format(aim=said)


def stage_words(stage: Stage) -> str:
    """How far an assignment is."""
    return _(_STAGES[stage])


def part_words(task: Task) -> str:
    """One scenario from one chair."""
    return _("“{title}”, as the one {reaches}").format(
        title=title_of(task), reaches=_(REACHES[task.role])
    )


def title_of(task: Task) -> str:
    """The scenario's title; its id where the text cannot be read."""
    scenario = scenario_of(task)
    return " ".join(shown(scenario.title if scenario else task.scenario).split())


def assignment_page(given: Assignment) -> Page:
    """The assignment as its client reads it."""
    return Page(_("Homework for {client}").format(client=shown(given.client)), tuple(_parts(given)))


def attestation_page() -> Page:
    """What is stated before an assignment can be made, and what else is weighed."""
    return Page(
        _("Before you assign"),
        (
            _("`attested: true` in a draft states all of this:"),
            *(POINT + _(one.text) for one in STATED),
            _("Other reasons to wait:"),
            *(POINT + _(one.text) for one in REASONS_TO_WAIT),
            _("A program cannot see any of it. Where you are not sure, wait, and ask again."),
        ),
    )


def standing_line(homework: Homework) -> str:
    """How far it is, and until when."""
    return ", ".join([stage_words(homework.standing.stage), *_until(homework.standing)])


def share_line(share: Share) -> str:
    """How much of one part was had."""
    part = part_words(share.task)
    if share.declined:
        return _("{part}: you said no to this").format(part=part)
    had = ngettext(
        "{part}: {had} of {count} talk", "{part}: {had} of {count} talks", share.task.plays
    )
    count = share.task.plays
    told = had.format(part=part, had=min(share.finished, count), count=count)
    more = share.finished - count
    if more <= 0:
        return told
    return ngettext("{told}, and {more} more", "{told}, and {more} more", more).format(
        told=told, more=more
    )


def nudge(homework: Homework) -> str | None:
    """One quiet line for whoever opens the program; `None` where nothing is left to do."""
    task = homework.standing.next_task
    if task is None or homework.standing.stage in {Stage.DONE, Stage.WITHDRAWN}:
        return None
    until = "".join(f", {words}" for words in _until(homework.standing))
    return _("Homework: {part}{until}.").format(part=part_words(task), until=until)


def practise_line(given: Assignment, task: Task) -> str:
    """The command that practises a part."""
    return f"simulator homework practise {given.id[:8]} --scenario {task.scenario} --as {task.role}"


def _parts(given: Assignment) -> Iterator[str]:
    yield _("What is asked:")
    for task in given.scenarios:
        talks = ngettext("{count} talk of {part}", "{count} talks of {part}", task.plays)
        yield POINT + talks.format(count=task.plays, part=part_words(task))
    aim = aim_line(given.aim)
    if aim:
        yield _("What to practise towards: {aim}.").format(aim=aim.rstrip("."))
        judged = judged_line(given.aim)
        if judged:
            yield judged
    if given.rationale:
        yield _("Why: {rationale}").format(rationale=shown(given.rationale))
    yield from _when(given)
    yield from _beside(given)
    yield _(YOURS)
    yield _(READ_FIRST)
    yield _(INVENTED)


def _when(given: Assignment) -> Iterator[str]:
    if given.due:
        yield _("Until {day}.").format(day=day_words(given.due))
    if given.spacing:
        days = ngettext(
            "Between two talks, let {count} day pass where you can.",
            "Between two talks, let {count} days pass where you can.",
            given.spacing,
        )
        yield days.format(count=given.spacing)


def _beside(given: Assignment) -> Iterator[str]:
    yield _(_COACHED[given.coaching])
    if given.aim and not given.undo_counts:
        yield _(
            "You can take back replies as often as you like. For the aim, talks count in which "
            "none was taken back."
        )
    if given.questions:
        yield _("Questions to take with you:")
        yield from (POINT + shown(question) for question in given.questions)
    yield _("What you are asked to share:")
    yield from (POINT + _(_ASKED[one]) for one in given.share)


def _until(standing: Standing) -> Iterator[str]:
    left = standing.days_left
    if left is None or standing.stage in {Stage.DONE, Stage.WITHDRAWN}:
        return
    if left < 0:
        yield _("the day has passed, and there is still time to talk about it")
    elif left == 0:
        yield _("until today")
    else:
        days = ngettext("{count} day left", "{count} days left", left)
        yield days.format(count=left)
