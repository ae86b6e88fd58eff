"""How the picture is to be read, in the picture."""

from collections.abc import Iterator

from simulator.analysis.picture.parts import Kind, Picture


def legend(picture: Picture) -> Iterator[str]:
    """One paragraph for each thing that is in this picture."""
    yield (
        "Read from the top. A letter on an arrow stands for the reply with that letter in the box "
        "the arrow comes from. The rows say how many replies it takes to get there at the least."
    )
    parts = [part for way in picture.ways for part in way.parts]
    if any("noted" in part.condition for part in parts):
        yield "What is noted, the talk remembers from earlier on."
    if any(not way.parts for way in picture.ways):
        yield "Along a dashed arrow an ending gives way to another: its outcome was not earned."
    marks = picture.marks
    if marks.odds:
        yield (
            "Per cent, where each reply is drawn by lot: in a box, how many plays come there at "
            "all; on an arrow, of the times its box is left, how many go this way. What is missing "
            "to a hundred was interrupted."
        )
        if not marks.complete:
            yield "There are more states than were looked at, so that the odds may be larger."
    if marks.best:
        yield best_play(picture)
    if marks.temper:
        yield f"The partner here: {picture.partner}, {marks.temper}."


def best_play(picture: Picture) -> str:
    """The best play, reply by reply."""
    marks = picture.marks
    steps = ", ".join(f"{number} {reply}" for number, (_, reply) in enumerate(marks.best, start=1))
    ends = f"; it ends at {marks.ending}" if marks.ending else ""
    start = "" if marks.tension is None else f" from a tension of {marks.tension}"
    return f"Thick arrows and numbered discs are the best play{start}: {steps}{ends}."


def described(picture: Picture) -> str:
    """The picture for those who do not see it."""
    parts = [picture.description, *(f"{i.words}: {i.target}." for i in picture.interrupts)]
    endings = (box for box in picture.boxes if box.kind is not Kind.BEAT)
    parts += [f"Ending {box.id}: {box.meaning}." for box in endings]
    return " ".join([*parts, *([best_play(picture)] if picture.marks.best else [])])
