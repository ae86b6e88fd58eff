"""Several roles share one PostgreSQL: none of them can see, count, change or erase what another
has, nor add in its name. Told by real roles on a real server."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from simulator.journal import migrating
from simulator.journal.desk import Kept
from simulator.journal.errors import ErasedError, JournalError, ReadOnlyError, RightsError
from simulator.journal.events import Left, Play
from simulator.journal.journal import Journal, open_journal
from simulator.journal.tables import metadata
from tests.journal.talks import START, keep, small_text
from tests.support import postgres
from tests.support.postgres import Clinic, run

Open = Callable[[URL], Journal]
ID = "0123456789abcdef" * 2
TABLES = tuple(metadata.tables)
VALUES = {
    "texts": "(hash, text) VALUES ('h', 't')",
    "plays": "(id, scenario, text, setup, started) VALUES ('p', 's', '{hash}', '{{}}', now())",
    "events": "(play, number, kind, at, data) VALUES ('{play}', 99, 'left', now(), '{{}}')",
    "homework": "(id, side, opened, body) VALUES ('h', 'client', now(), '{{}}')",
    "homework_entries": "(homework, side, number, kind, at, data) "
    "VALUES ('{id}', 'therapist', 99, 'note', now(), '{{}}')",
}
"""a row for each table, which hangs on what Anna has where it hangs on anything"""


@pytest.fixture
def clinic(server: URL) -> Iterator[Clinic]:
    """The tables are made, and Anna and Ben let in."""
    with postgres.clinic(server) as made:
        open_journal(_address(made.owner)).close()
        made.let_in(made.anna, made.ben)
        yield made


@pytest.fixture
def enter() -> Iterator[Open]:
    """Opens journals as a role; they are closed after the test."""
    with ExitStack() as stack:

        def open_(role: URL) -> Journal:
            journal = open_journal(_address(role))
            stack.callback(journal.close)
            return journal

        yield open_


@pytest.fixture
def anna(clinic: Clinic, enter: Open) -> Journal:
    """Her journal, with a talk and a homework in it."""
    journal = enter(clinic.anna)
    keep(journal)
    journal.desk.add("therapist", ID, {"client": "Heron"}, START)
    journal.desk.note(ID, "note", {"words": "brave"}, START, "therapist")
    return journal


@pytest.fixture
def ben(clinic: Clinic, enter: Open) -> Journal:
    return enter(clinic.ben)


def test_another_sees_nothing_and_counts_nothing(
    clinic: Clinic, anna: Journal, ben: Journal
) -> None:
    [play] = anna.plays()
    assert ben.listing() == ((), ())
    assert ben.desk.all("therapist") == ben.desk.damaged("therapist") == ()
    for ask in (
        lambda: ben.play(play.id),
        lambda: ben.text(play.setup.scenario),
        lambda: ben.desk.one(ID, "therapist"),
    ):
        with pytest.raises(LookupError):
            ask()
    assert [_count(clinic.ben, table) for table in TABLES] == [0] * 5
    assert all(_count(clinic.anna, table) for table in TABLES)


def test_another_neither_erases_nor_goes_on_with_it(anna: Journal, ben: Journal) -> None:
    [play] = anna.plays()
    before = _all(anna)
    assert ben.erase([play.id]) == ben.desk.erase([ID]) == 0
    with pytest.raises(LookupError):
        ben.add(play.id, Left(START))
    ben.go_on(play)
    with pytest.raises(JournalError):
        ben.add(play.id, Left(START))
    with pytest.raises(ErasedError):
        ben.desk.note(ID, "note", {}, START, "therapist")
    assert _all(anna) == before


def test_a_text_that_both_play_outlives_the_erasing_of_one(anna: Journal, ben: Journal) -> None:
    [hers] = anna.plays()
    his = keep(ben)
    assert anna.erase([hers.id]) == 1
    assert ben.text(ben.play(his).setup.scenario) == small_text()
    with pytest.raises(LookupError):
        anna.text(hers.setup.scenario)
    assert keep(anna)
    assert ben.erase([his]) == 1
    assert anna.text(hers.setup.scenario) == small_text()


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_added_in_the_name_of_another(clinic: Clinic, anna: Journal, table: str) -> None:
    before = _all(anna)
    columns, values = _row(table, anna).split(") VALUES (")
    forged = f"{columns}, owner) VALUES ({values[:-1]}, '{clinic.anna.username}')"
    with pytest.raises(DBAPIError, match="row-level security"):
        run(clinic.ben, f"INSERT INTO {table} {forged}")
    if table in {"plays", "events", "homework_entries"}:
        with pytest.raises(DBAPIError, match="foreign key"):
            run(clinic.ben, f"INSERT INTO {table} {_row(table, anna)}")
    assert _all(anna) == before


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_changed_not_even_with_the_right_to(
    clinic: Clinic, anna: Journal, ben: Journal, table: str
) -> None:
    keep(ben)
    ben.desk.add("client", "b" * 32, {}, START)
    ben.desk.note("b" * 32, "declined", {}, START, "client")
    before = _all(anna), _all(ben)
    with pytest.raises(DBAPIError, match="permission denied"):
        run(clinic.ben, f"UPDATE {table} SET owner = owner")  # noqa: S608
    run(clinic.owner, f"GRANT ALL ON {table} TO {clinic.ben.username}")
    of_anna = f"WHERE owner = '{clinic.anna.username}'"
    assert run(clinic.ben, f"UPDATE {table} SET owner = owner {of_anna} RETURNING 1") == []  # noqa: S608
    assert run(clinic.ben, f"DELETE FROM {table} {of_anna} RETURNING 1") == []  # noqa: S608
    with pytest.raises(DBAPIError, match="row-level security"):
        run(clinic.ben, f"UPDATE {table} SET owner = '{clinic.anna.username}'")  # noqa: S608
    assert (_all(anna), _all(ben)) == before


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE {table} CASCADE",
        "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY own_rows ON {table}",
        "CREATE POLICY more ON {table} USING (true)",
        "DROP TABLE {table} CASCADE",
        "CREATE TRIGGER t BEFORE INSERT ON {table} EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "SET row_security = off; SELECT * FROM {table}",
        "SET ROLE {anna}",
        "SET SESSION AUTHORIZATION {anna}",
        "GRANT {anna} TO {ben}",
        "UPDATE journal_version SET version_num = '0001'",
        "DELETE FROM journal_version",
    ],
)
def test_the_rules_are_not_got_round(clinic: Clinic, anna: Journal, statement: str) -> None:
    before = _all(anna)
    names = {"anna": clinic.anna.username, "ben": clinic.ben.username}
    for table in TABLES:
        with pytest.raises(DBAPIError):
            run(clinic.ben, *statement.format(table=table, **names).split("; "))
    assert _all(anna) == before


def test_housekeeping_tells_another_nothing(clinic: Clinic, anna: Journal) -> None:
    run(clinic.owner, "ANALYZE")
    address = clinic.ben.set(drivername="postgresql").render_as_string(hide_password=False)
    said: list[str] = []
    with psycopg.connect(address, autocommit=True) as raw:
        raw.add_notice_handler(lambda notice: said.append(str(notice.message_primary)))
        for table in TABLES:
            raw.execute(f"VACUUM (FULL, VERBOSE, ANALYZE) {table}")
        assert len(said) == 5
        assert all("skipping it" in line or "only" in line for line in said)
        for view in ("pg_stats", "pg_stats_ext"):
            ours = f"FROM {view} WHERE tablename = ANY(%s)"
            told = raw.execute(f"SELECT * {ours}", [list(TABLES)])
            assert told.fetchall() == []
    assert _count(clinic.anna, "events") == 2


def test_the_owner_of_the_tables_is_bound_as_well(
    clinic: Clinic, anna: Journal, enter: Open
) -> None:
    before = _all(anna)
    owner = enter(clinic.owner)
    assert _all(owner) == ((), (), ())
    assert [_count(clinic.owner, table) for table in TABLES] == [0] * 5
    keep(owner)
    owner.erase([play.id for play in owner.plays()])
    assert _all(anna) == before


def test_a_role_that_is_shown_everything_is_kept_out(
    clinic: Clinic, anna: Journal, enter: Open
) -> None:
    before = _all(anna)
    with pytest.raises(RightsError, match="superuser"):
        enter(clinic.admin)
    anna.erase([play.id for play in before[0]])
    anna.desk.erase([ID])
    assert _all(enter(clinic.admin)) == ((), (), ())


def test_one_server_is_as_two_journals(
    clinic: Clinic, enter: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever two do on it, in any order and with the same ids, each has what they would have
    in a file of their own."""
    shared = [enter(clinic.anna), enter(clinic.ben)]
    alone = [open_journal("sqlite://"), open_journal("sqlite://")]
    draw = random.Random(7)
    numbers = [count(), count()]
    for step in range(70):
        who = draw.randrange(2)
        seed = draw.random()
        number = f"{next(numbers[who]):032x}"
        monkeypatch.setattr("simulator.journal.journal.new_id", lambda same=number: same)
        did = [_act(journal, random.Random(seed), step) for journal in (shared[who], alone[who])]
        assert did[0] == did[1]
        assert [_all(journal) for journal in shared] == [_all(journal) for journal in alone]
    assert all(len(journal.plays()) > 3 for journal in alone)


def test_whoever_is_not_let_in_is_told_so(clinic: Clinic, server: URL, enter: Open) -> None:
    with postgres.clinic(server) as other:
        with pytest.raises(RightsError, match=r"sees no journal at .* and may not make one"):
            enter(other.anna)
        open_journal(_address(other.owner)).close()
        with pytest.raises(RightsError, match="sees no journal"):
            enter(other.anna)
        schema = str(other.owner.query["options"]).rpartition("=")[2]
        run(other.owner, "GRANT SELECT ON journal_version TO PUBLIC")
        run(other.admin, f"GRANT USAGE ON SCHEMA {schema} TO {other.anna.username}")
        with pytest.raises(RightsError, match="no right to DELETE on events, INSERT on events"):
            enter(other.anna)
        run(other.owner, "REVOKE ALL ON journal_version FROM PUBLIC")
        with pytest.raises(ReadOnlyError, match="permission denied for table journal_version"):
            enter(other.anna)
        other.let_in(other.anna)
        assert keep(enter(other.anna))


@pytest.mark.parametrize("how", ["DISABLE", "NO FORCE"])
def test_rules_that_were_switched_off_are_seen(clinic: Clinic, enter: Open, how: str) -> None:
    run(clinic.owner, f"ALTER TABLE homework {how} ROW LEVEL SECURITY")
    with pytest.raises(RightsError, match="the rules of homework were switched off"):
        enter(clinic.anna)


def test_only_the_owner_renews_and_everything_of_everybody_is_copied(
    clinic: Clinic,
    anna: Journal,
    ben: Journal,
    enter: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep(ben)
    before = _all(anna), _all(ben)
    run(
        clinic.owner,
        f"ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO {clinic.anna.username}, "
        f"{clinic.ben.username}",
    )
    _next_version(monkeypatch, tmp_path)
    with pytest.raises(RightsError, match=r"earlier version \(0003\), and only the role that owns"):
        enter(clinic.anna)
    owner = enter(clinic.owner)
    assert (_all(enter(clinic.anna)), _all(enter(clinic.ben))) == before
    assert _count(clinic.admin, "events_before_0004") == 4
    assert [_count(role, "events_before_0004") for role in (clinic.anna, clinic.ben)] == [2, 2]
    keep(owner)
    owner.erase([play.id for play in owner.plays()])
    assert _count(clinic.admin, "events_before_0004") == 4
    enter(clinic.anna).desk.erase([ID])
    assert [_count(role, "events_before_0004") for role in (clinic.anna, clinic.ben)] == [0, 2]
    ben.erase([play.id for play in ben.plays()])
    owner.erase([])
    with pytest.raises(DBAPIError, match="does not exist"):
        _count(clinic.admin, "events_before_0004")


@pytest.mark.parametrize("renewing", ["owner", "admin"])
def test_what_was_there_before_there_were_owners_is_the_owner_s(
    server: URL, enter: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renewing: str
) -> None:
    with postgres.clinic(server) as other:
        with monkeypatch.context() as program:
            _earlier_version(program, tmp_path)
            first = open_journal(_address(other.owner))
            play = keep(first)
            first.close()
        with suppress(RightsError):
            enter(getattr(other, renewing))
        owner = enter(other.owner)
        assert owner.play(play).turns
        other.let_in(other.anna)
        hers = enter(other.anna)
        assert _all(hers) == ((), (), ())
        with pytest.raises(DBAPIError, match="permission denied"):
            _count(other.anna, "plays_before_0003")
        hers.erase([keep(hers)])
        assert _count(other.owner, "events_before_0003") == 2
        owner.erase([play])
        with pytest.raises(DBAPIError, match="does not exist"):
            _count(other.owner, "events_before_0003")


def test_what_was_erased_leaves_the_server_s_files_with_the_owner_s_housekeeping(
    clinic: Clinic, anna: Journal
) -> None:
    assert b"brave" in _files(clinic)
    anna.desk.erase([ID])
    assert _count(clinic.admin, "homework_entries") == 0
    owner = _address(clinic.owner).replace("+psycopg", "")
    with psycopg.connect(owner, autocommit=True) as raw:
        raw.execute("VACUUM FULL homework, homework_entries")
    assert b"brave" not in _files(clinic)


def test_one_role_alone_erases_from_the_server_s_files_at_once(clinic: Clinic, enter: Open) -> None:
    owner = enter(clinic.owner)
    owner.desk.add("therapist", ID, {}, START)
    owner.desk.note(ID, "note", {"words": "brave"}, START, "therapist")
    assert b"brave" in _files(clinic)
    owner.desk.erase([ID])
    assert b"brave" not in _files(clinic)


def _address(role: URL) -> str:
    return role.render_as_string(hide_password=False)


def _count(role: URL, table: str) -> int:
    [(found,)] = run(role, f"SELECT count(*) FROM {table}")  # noqa: S608
    return int(str(found))


def _all(journal: Journal) -> tuple[tuple[Play, ...], tuple[Kept, ...], tuple[Kept, ...]]:
    desk = journal.desk
    return journal.plays(with_stopped=True), desk.all("client"), desk.all("therapist")


def _row(table: str, anna: Journal) -> str:
    [play] = anna.plays()
    return VALUES[table].format(play=play.id, hash=play.setup.scenario, id=ID)


def _act(journal: Journal, draw: random.Random, step: int) -> Any:
    """Something at random; what came of it."""
    id_ = f"{draw.randrange(4):032x}"
    side = draw.choice(["client", "therapist"])
    plays = [play.id for play in journal.plays()]
    try:
        match draw.randrange(7):
            case 0 | 1:
                return keep(journal, scenario=f"s{step}")
            case 2 if plays:
                return journal.add(draw.choice(plays), Left(START))
            case 3 if len(plays) > 4:
                return journal.erase(draw.sample(plays, 2))
            case 4 | 5:
                journal.desk.add(side, id_, {"step": step}, START)
            case 6:
                return journal.desk.erase([id_], side)
        return journal.desk.note(id_, "note", {"step": step}, START, side)
    except JournalError as error:
        return type(error)


def _next_version(program: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps = tmp_path / "migrations"
    shutil.copytree(migrating.STEPS, steps)
    made_up = Path(__file__).parent / "next_version" / "v0004_made_up.py"
    shutil.copy(made_up, steps / "versions")
    program.setattr(migrating, "STEPS", steps)
    program.setattr(migrating, "KNOWN", (*migrating.KNOWN, "0004"))


def _earlier_version(program: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps = tmp_path / "earlier"
    shutil.copytree(migrating.STEPS, steps)
    (steps / "versions" / "v0003_homework.py").unlink()
    program.setattr(migrating, "STEPS", steps)
    program.setattr(migrating, "KNOWN", ("0001", "0002"))
    program.setattr("simulator.journal.journal.look_over", lambda *_: None)


def _files(clinic: Clinic) -> bytes:
    """All that the server's files hold of the desk's tables."""
    run(clinic.admin, "CHECKPOINT")
    path = "SELECT pg_read_binary_file(pg_relation_filepath('{0}'))"
    found = [
        run(clinic.admin, path.format(name))[0][0] for name in ("homework", "homework_entries")
    ]
    return b"".join(bytes(each) for each in found)  # type: ignore[arg-type, call-overload]
