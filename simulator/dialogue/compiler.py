"""From a chair of a scenario to its program."""

from simulator.dialogue.guards import compile_guard
from simulator.dialogue.program import LineCode, NodeCode, Program, ReplyCode, RouteCode
from simulator.partner.moves import RETURNS, Role
from simulator.partner.stances import Stance, stances_of
from simulator.scenario.model import Beat, Chair, Line, Lines, Reply, Scenario
from simulator.scenario.shapes import (
    each_condition,
    each_reply,
    each_spoken,
    moves_of,
    routes_of,
    stanced,
    target_of,
)


def compile_role(scenario: Scenario, role: Role) -> Program:
    """The program of one role of a scenario without errors."""
    return _Compiler(scenario.chair(role), role).program()


class _Compiler:
    """Numbers what a chair names, once, in the order of the file."""

    def __init__(self, chair: Chair, role: Role) -> None:
        self._chair = chair
        self._role = role
        self._stances = stances_of(role.other)
        names = [*chair.beats, *chair.endings]
        self._index = {name: number for number, name in enumerate(names)}
        self._bits = {name: 1 << number for number, name in enumerate(_memory(chair, role))}
        self._lines: list[Line] = []
        self._effects: dict[tuple[str, ...], int] = {}

    def program(self) -> Program:
        chair = self._chair
        nodes = [self._beat(name, beat) for name, beat in chair.beats.items()]
        nodes += [self._ending(name) for name in chair.endings]
        targets = {stance: self._index[name] for stance, name in chair.interrupts.items()}
        return Program(
            self._role,
            tuple(nodes),
            self._index[chair.opens],
            tuple(targets.get(stance, -1) for stance in self._stances),
            tuple(self._lines),
            tuple(self._effects),
            self._bits,
        )

    def _beat(self, name: str, beat: Beat) -> NodeCode:
        visited = self._bits.get(_visited(name), 0)
        return NodeCode(
            name,
            None,
            -1,
            self._by_stance(beat.lines, visited, borrow=True),
            visited,
            tuple(self._reply(name, beat, key, reply) for key, reply in beat.replies.items()),
        )

    def _ending(self, name: str) -> NodeCode:
        ending = self._chair.endings[name]
        otherwise = -1 if ending.otherwise is None else self._index[ending.otherwise]
        lines = self._by_stance(ending.lines, 0, borrow=True)
        return NodeCode(name, ending.outcome, otherwise, lines, 0, ())

    def _reply(self, beat_id: str, beat: Beat, reply_id: str, reply: Reply) -> ReplyCode:
        moves = moves_of(reply)
        target = target_of(reply, beat)
        routes = () if target is None else routes_of(target)
        return ReplyCode(
            reply_id,
            compile_guard(reply.when, self._bits),
            self._bits.get(_used(beat_id, reply_id), 0),
            not RETURNS.isdisjoint(moves),
            self._effects.setdefault(moves, len(self._effects)) if moves else -1,
            self._mask(reply.remember),
            self._mask(reply.forget),
            tuple(
                RouteCode(compile_guard(route.when, self._bits), self._index[route.go])
                for route in routes
            ),
            self._by_stance(reply.answer, 0, borrow=False),
        )

    def _mask(self, flags: tuple[str, ...]) -> int:
        return sum({self._bits[flag] for flag in flags})

    def _by_stance(
        self, lines: Lines | None, visited: int, *, borrow: bool
    ) -> tuple[tuple[LineCode, ...], ...]:
        if lines is None:
            return tuple(() for _ in self._stances)
        written = {
            group.stance: tuple(self._line(line, visited) for line in group.lines)
            for group in stanced(lines)
        }
        if None in written:
            return tuple(written[None] for _ in self._stances)
        by_stance = {stance: codes for stance, codes in written.items() if stance is not None}
        if not borrow:
            return tuple(by_stance.get(stance, ()) for stance in self._stances)
        lenders = {stance: lender(stance, self._stances, by_stance) for stance in self._stances}
        return tuple(by_stance[lenders[stance]] for stance in self._stances)

    def _line(self, line: Line, visited: int) -> LineCode:
        self._lines.append(line)
        return LineCode(
            compile_guard(line.when, self._bits, visited=visited),
            len(self._lines) - 1,
            line.asks_time,
            self._mask(line.remember),
            line.instead,
        )


def lender(
    stance: Stance, stances: tuple[Stance, ...], written: dict[Stance, tuple[LineCode, ...]]
) -> Stance:
    """Whose lines a stance speaks: its own, the nearest milder one's, else the nearest worse one's.

    One who is giving up borrows from the calm only: anger is not what is left.
    """
    if stance in written:
        return stance
    if stance is Stance.GIVING_UP:
        return lender(Stance.CALM, stances, written)
    place = stances.index(stance)
    nearest = (*reversed(stances[:place]), *stances[place + 1 :])
    return next(other for other in nearest if other in written)


def _memory(chair: Chair, role: Role) -> list[str]:
    """The name of every bit of memory: flags, replies that are used up, beats that are revisited."""
    flags: list[str] = []
    for _, line in each_spoken(role, chair):
        flags += line.remember
    used = []
    for beat_id, _, reply_id, reply in each_reply(chair):
        flags += [*reply.remember, *reply.forget]
        if reply.once:
            used.append(_used(beat_id, reply_id))
    revisited = []
    for path, when in each_condition(role, chair):
        flags += [*(when.remembers or ()), *(when.not_remembers or ())]
        if when.again is not None and path[1] == "beats":
            revisited.append(_visited(str(path[2])))
    return list(dict.fromkeys([*flags, *used, *revisited]))


def _used(beat_id: str, reply_id: str) -> str:
    return f"used {beat_id}/{reply_id}"


def _visited(beat_id: str) -> str:
    return f"visited {beat_id}"
