"""The meters as they are drawn: an axis that keeps its levels, a bar that keeps its height."""

import pytest

from simulator.coach.meters import Mark, Reading, change, reading
from simulator.partner.moves import Role
from simulator.partner.stances import LEVELS, Stance, worst_entered
from simulator.partner.state import PartnerState
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.tui.widgets.curve import curve_lines
from simulator.tui.widgets.meter import axis, flat, tall
from simulator.tui.widgets.meters import Shown, flat_lines, panel_lines
from simulator.tui.widgets.notes import signed


def read(role: Role, tension: int, stance: Stance | None = None) -> Reading:
    hope = 5 if role is Role.PURSUER else None
    state = PartnerState(tension, 40, hope, stance or worst_entered(role, tension))
    return reading(state, role, TEMPERAMENTS["even"])


def marks(role: Role) -> tuple[Mark, ...]:
    return read(role, 30).marks


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("lines", range(5, 22))
def test_the_axis_covers_every_tension_once_and_names_every_stance(role: Role, lines: int) -> None:
    rows = axis(marks(role), lines, lifts_at=40)
    assert len(rows) == lines
    for tension in range(101):
        assert sum(row.holds(tension) for row in rows) == 1
    assert [row.mark.name for row in rows if row.mark] == [mark.name for mark in marks(role)]
    assert all(row.low == row.mark.level for row in rows if row.mark)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("lines", [5, 9, 21])
def test_more_tension_never_draws_a_lower_bar(role: Role, lines: int) -> None:
    rows = axis(marks(role), lines)
    heights = [sum(row.filled(tension) for row in rows) for tension in range(101)]
    assert heights == sorted(heights)
    assert heights[-1] == 8 * lines


def test_the_stance_keeps_its_own_mark_where_the_bar_stands_lower() -> None:
    lines = [line.plain for line in tall(read(Role.WITHDRAWER, 45, Stance.WITHDRAWING), 9)]
    at_stance = next(line for line in lines if "55 withdrawing" in line)
    at_lift = next(line for line in lines if "40 lifts" in line)
    assert "◆" in at_stance
    assert "█" not in at_stance
    assert "◇" in at_lift
    assert "▸" in at_lift


@pytest.mark.parametrize("width", [20, 31, 60, 100])
@pytest.mark.parametrize("height", [6, 11, 20, 40])
def test_the_panel_never_loses_a_stance(width: int, height: int) -> None:
    for role in Role:
        shown = Shown(read(role, 50), means="how hard, not how well")
        words = "\n".join(line.plain for line in panel_lines(shown, width, height))
        entered = [level.enters for level in LEVELS[role] if level.enters is not None]
        assert sorted(mark.level for mark in shown.reading.marks) == sorted(entered)
        assert all(f"{mark.level} {mark.name}" in words for mark in shown.reading.marks)


@pytest.mark.parametrize("width", range(20, 90, 7))
def test_lying_meters_keep_within_their_width_and_few_lines(width: int) -> None:
    for role in Role:
        lines = flat_lines(Shown(read(role, 60)), width)
        assert all(line.cell_length <= width for line in lines)
        assert len(lines) <= (3 if width >= 38 else 5)


def test_a_hollow_bar_has_nothing_in_it() -> None:
    state = PartnerState(25, 20, 0, Stance.GIVING_UP)
    given_up = reading(state, Role.PURSUER, TEMPERAMENTS["even"])
    drawn = flat(given_up, 40).plain + "".join(line.plain for line in tall(given_up, 9))
    assert "█" not in drawn


@pytest.mark.parametrize("turns", [0, 1, 8, 40, 200])
@pytest.mark.parametrize("width", [30, 76, 100])
def test_the_curve_keeps_within_its_width(turns: int, width: int) -> None:
    states = [PartnerState(n % 101, 40, None, Stance.GUARDED) for n in range(turns + 1)]
    lines = curve_lines(states, marks(Role.WITHDRAWER), width)
    assert all(line.cell_length <= width for line in lines)
    assert f"Tension from 0 to {turns % 101}" in lines[0].plain


def test_the_curve_marks_where_asking_stopped() -> None:
    states = [PartnerState(40, 40, 2, Stance.PROTESTING), PartnerState(25, 20, 1, Stance.GIVING_UP)]
    words = "\n".join(line.plain for line in curve_lines(states, marks(Role.PURSUER), 60))
    assert "░" in words
    assert "has stopped asking" in words


@pytest.mark.parametrize(("before", "after"), [(97, 100), (100, 86), (3, 0)])
def test_no_line_of_the_panel_is_wider_than_the_panel(before: int, after: int) -> None:
    moved = change(before, after)
    state = PartnerState(46, after, None, Stance.WITHDRAWING)
    told = reading(state, Role.WITHDRAWER, TEMPERAMENTS["even"])
    shown = Shown(told, tension=moved, connection=moved, means="how it is", points=True)
    lines = [line.plain for line in panel_lines(shown, 32, 20)]
    assert max(map(len, lines)) <= 32
    told_points = f"({signed(moved.points)})"
    assert any(f"Connection {after}" in line and told_points in line for line in lines)
