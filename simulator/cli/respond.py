"""`simulator respond`: how a partner takes a series of replies, for authors and scripts."""

import json
from collections.abc import Iterable, Mapping, Sequence

import click

from simulator.cli.errors import Misuse, unknown
from simulator.cli.respond_table import Step, table
from simulator.partner.causes import causes
from simulator.partner.moves import FAMILY_ORDER, MOVES, PROMISES, TIME_OUT, Role
from simulator.partner.reply import ReplyError, effective_moves, validate_moves
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState, StartError, start_state
from simulator.partner.step import step
from simulator.partner.temperaments import DEFAULT_TEMPERAMENT, TEMPERAMENTS, Temperament
from simulator.practice.records import cause_record, state_record


def _moves_by_family() -> str:
    """The paragraph of the help that lists every move."""
    lines = [
        f"{family}: {', '.join(m.id for m in MOVES.values() if m.family is family)}."
        for family in FAMILY_ORDER
    ]
    return "\n\n".join(["Moves, by family.", *lines])


@click.command("respond", epilog=_moves_by_family())
@click.option(
    "--partner",
    "role",
    required=True,
    type=click.Choice([role.value for role in (Role.WITHDRAWER, Role.PURSUER)]),
    help="Who the simulated partner is.",
)
@click.option(
    "--temperament",
    default=DEFAULT_TEMPERAMENT,
    show_default=True,
    metavar="NAME",
    help=f"{', '.join(TEMPERAMENTS)}.",
)
@click.option(
    "--tension", type=int, help="At the start; otherwise where the temperament is at rest."
)
@click.option("--connection", type=int, help="At the start; otherwise 40.")
@click.option("--hope", type=int, help="At the start, for a pursuer only; otherwise 6.")
@click.option(
    "--asked-time-after",
    "asked",
    metavar="N,N,...",
    help="The replies after which the partner asks for time; 0 is the start.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a table.")
@click.argument("replies", metavar="REPLY...", nargs=-1, required=True)
def respond_command(
    *,
    role: str,
    temperament: str,
    tension: int | None,
    connection: int | None,
    hope: int | None,
    asked: str | None,
    as_json: bool,
    replies: tuple[str, ...],
) -> None:
    """Show how a partner takes a series of replies.

    Each REPLY is a list of moves, with commas between them. The numbers are the rule's own:
    design choices, no measurement of anybody.
    """
    said = [_moves_of(number, reply) for number, reply in enumerate(replies, start=1)]
    who, temper = Role(role), _temperament(temperament)
    times = _times_asked(asked, len(said))
    try:
        start = start_state(who, temper, tension=tension, connection=connection, hope=hope)
    except StartError as error:
        raise Misuse(str(error)) from error
    start = _asking(start, asks=0 in times)
    steps = _steps(start, said, who, temper, times)
    click.echo(_json(start, steps) if as_json else table(start, steps, temper))


def _moves_of(number: int, reply: str) -> list[str]:
    moves = [name.strip() for name in reply.split(",")]
    for name in moves:
        if not name:
            raise Misuse(
                f"reply {number} (“{reply}”) has an empty place where a move should stand",
                "Write the moves with one comma between each two.",
            )
        if name not in MOVES:
            raise unknown("move", name, MOVES, where=f"reply {number}")
    try:
        validate_moves(moves)
    except ReplyError as error:
        raise Misuse(f"reply {number}: {error}") from error
    return moves


def _temperament(name: str) -> Temperament:
    if name not in TEMPERAMENTS:
        raise unknown("temperament", name, TEMPERAMENTS)
    return TEMPERAMENTS[name]


def _times_asked(text: str | None, replies: int) -> frozenset[int]:
    if text is None:
        return frozenset()
    return frozenset(_time_asked(part.strip(), replies) for part in text.split(","))


def _time_asked(part: str, replies: int) -> int:
    allowed = f"Numbers from 0 (the start) to {replies} (the last reply), with commas between them."
    if not (part.isascii() and part.isdigit()):
        raise Misuse(f"--asked-time-after: “{part}” is not the number of a reply", allowed)
    digits = part.lstrip("0") or "0"
    if len(digits) > len(str(replies)) or int(digits) > replies:
        raise Misuse(f"--asked-time-after: there is no reply {part}", allowed)
    return int(digits)


def _asking(state: PartnerState, *, asks: bool) -> PartnerState:
    """The state after a line that asks for time; who has left asks for nothing."""
    return state._replace(asked_time=asks and state.stance is not Stance.LEFT)


def _steps(
    start: PartnerState,
    said: Iterable[Sequence[str]],
    role: Role,
    temperament: Temperament,
    times: frozenset[int],
) -> list[Step]:
    steps: list[Step] = []
    state, owed = start, start.promised
    for number, moves in enumerate(said, start=1):
        owed = _owed_after(number, moves, owed=owed)
        why = causes(state, moves, role, temperament)
        state = _asking(step(state, moves, role, temperament), asks=number in times)
        steps.append(Step(tuple(moves), state, why))
    return steps


def _owed_after(number: int, moves: Sequence[str], *, owed: bool) -> bool:
    """Whether a return is owed after this reply, also where the partner is gone and no step says."""
    try:
        effective_moves(moves, promised=owed)
    except ReplyError as error:
        raise Misuse(f"reply {number}: {error}") from error
    promise = next((move for move in moves if move in PROMISES), None)
    return owed if promise is None else promise == TIME_OUT


def _json(start: PartnerState, steps: Sequence[Step]) -> str:
    answer: Mapping[str, object] = {
        "states": [state_record(state) for state in (start, *(s.after for s in steps))],
        "causes": [[cause_record(cause) for cause in s.causes] for s in steps],
    }
    return json.dumps(answer)
