"""What a journal promises, on every kind of database."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta, timezone
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, create_engine, func, select, text

from simulator.coach.landing import Landing
from simulator.dialogue.conversation import Conversation
from simulator.journal.errors import BusyError, ConflictError, DamagedError
from simulator.journal.events import (
    Damaged,
    Guessed,
    Hinted,
    Left,
    Play,
    Reflected,
    Reflection,
    Replied,
    TookBack,
)
from simulator.journal.journal import Journal, open_journal
from simulator.journal.migrating import VERSION_TABLE
from simulator.journal.replaying import replay
from simulator.journal.tables import metadata
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from tests.journal.conftest import Base
from tests.journal.talks import (
    START,
    begin,
    calm,
    keep,
    moments,
    replied,
    setup_of,
    small,
    small_text,
    walk,
)
from tests.support import postgres


def test_an_empty_journal_has_no_plays(journal: Journal) -> None:
    assert journal.plays() == ()


def test_what_was_added_is_there_when_opened_again(base: Base, journal: Journal) -> None:
    setup = setup_of(small())
    play = begin(journal, setup)
    happened = tuple(walk(Conversation(small(), setup), random.Random(3), 12))
    for event in happened:
        journal.add(play, event)
    journal.close()
    again = base.open()
    assert again.plays(with_stopped=True) == (Play(play, "small", setup, START, happened),)
    assert again.text(setup.scenario) == small_text()
    again.close()


def test_what_is_noted_beside_a_talk_comes_back(base: Base, journal: Journal) -> None:
    clock = moments()
    happened = (
        Reflected(next(clock), Reflection.EXPECTED, number=0),
        Hinted(next(clock), 1, 3),
        *(Guessed(next(clock), 1, guess) for guess in Landing),
        *(Reflected(next(clock), what, 7, "“Não”\n\t🙂 {x}", 10) for what in Reflection),
    )
    play = begin(journal)
    for event in happened:
        journal.add(play, event)
    journal.close()
    again = base.open()
    assert again.play(play).events == happened
    again.close()


def test_the_homework_a_play_was_had_under_is_kept(base: Base, journal: Journal) -> None:
    play = journal.begin("small", small_text(), setup_of(small()), START, "a" * 64)
    journal.add(play, Left(START))
    other = keep(journal)
    journal.close()
    again = base.open()
    assert again.play(play).assignment == "a" * 64
    assert again.play(other).assignment is None
    again.close()


def test_replaying_comes_to_every_state(journal: Journal) -> None:
    for seed in range(8):
        role = random.Random(seed).choice(small().roles)
        setup = setup_of(small(), role, seed)
        play = begin(journal, setup)
        for event in walk(Conversation(small(), setup), random.Random(seed), 8):
            journal.add(play, event)
    plays = journal.plays(with_stopped=True)
    assert len(plays) == 8
    assert all(replay(play, small()).same for play in plays)


def test_nothing_is_kept_before_the_first_event(base: Base, journal: Journal) -> None:
    begin(journal)
    assert journal.plays() == ()
    with pytest.raises(LookupError):
        journal.text(setup_of(small()).scenario)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE plays SET setup = '{}' WHERE id = '%s'",
        "UPDATE events SET kind = 'sung' WHERE number = 2 AND play = '%s'",
        "UPDATE events SET data = '7' WHERE number = 1 AND play = '%s'",
    ],
)
def test_a_damaged_play_takes_no_other_along(journal: Journal, damage: str) -> None:
    first, broken, last = (keep(journal) for _ in range(3))
    with journal._opened.writer.begin() as connection:
        connection.exec_driver_sql(damage % broken)
    assert {play.id for play in journal.plays()} == {first, last}
    assert journal.listing().damaged == (Damaged(broken, "small"),)
    with pytest.raises(DamagedError):
        journal.play(broken)
    journal.add(first, Left(START))
    assert journal.erase([broken]) == 1
    assert journal.listing().damaged == ()
    assert len(journal.plays()) == 2


def test_a_text_is_kept_once(journal: Journal) -> None:
    keep(journal)
    keep(journal)
    assert _count(journal, "texts") == 1


def test_numbers_of_any_size_come_back(journal: Journal) -> None:
    setup = setup_of(small(), seed=10**40)
    play = begin(journal, setup)
    journal.add(play, Left(START))
    assert journal.play(play).setup == setup


def test_a_moment_comes_back_in_utc(journal: Journal) -> None:
    play = begin(journal)
    journal.add(play, Left(START.astimezone(timezone(timedelta(hours=-7)))))
    [event] = journal.play(play).events
    assert event.at == START
    assert event.at.utcoffset() == timedelta(0)


def test_plays_come_oldest_first(journal: Journal) -> None:
    starts = [START + timedelta(days=day) for day in (3, 1, 2)]
    for start in starts:
        play = journal.begin("small", small_text(), setup_of(small()), start)
        journal.add(play, Left(start))
    assert [play.started for play in journal.plays()] == sorted(starts)


def test_a_crossed_line_is_left_out_unless_asked_for(journal: Journal) -> None:
    keep(journal)
    stopped = _stop(journal)
    assert stopped not in [play.id for play in journal.plays()]
    found = {play.id: play for play in journal.plays(with_stopped=True)}
    assert len(found) == 2
    assert found[stopped].outcome is Outcome.STOPPED
    assert found[stopped].finished


def test_what_was_taken_back_is_kept_and_counted(journal: Journal) -> None:
    play = begin(journal)
    talk = Conversation(small(), setup_of(small()))
    clock = moments()
    first = replied(talk, calm(talk)[0], next(clock))
    talk.undo()
    second = replied(talk, calm(talk)[-1], next(clock))
    for event in (first, TookBack(next(clock), 0), second):
        journal.add(play, event)
    found = journal.play(play)
    assert (found.turns, found.undone) == ((second,), 1)
    assert found.taken_back == ((1, first),)
    assert found.replies == (second.reply,)
    assert found.unfinished is (second.outcome is None)


def test_a_play_is_found_by_the_beginning_of_its_id(journal: Journal) -> None:
    play = keep(journal)
    assert journal.play(play[:6]).id == play
    assert journal.play(play.upper()).id == play


@pytest.mark.parametrize("id_", ["", "abc", "%%%%%%", "______", "nothing", "ffffff" * 20])
def test_no_play_is_taken_for_another(journal: Journal, id_: str) -> None:
    keep(journal)
    with pytest.raises(LookupError, match="“"):
        journal.play(id_)


def test_an_id_that_means_several_is_refused(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = iter(["abcdef01", "abcdef02"])
    monkeypatch.setattr("simulator.journal.journal.new_id", lambda: next(ids))
    keep(journal)
    keep(journal)
    with pytest.raises(LookupError, match="more than one"):
        journal.play("abcdef")


def test_a_play_can_be_gone_on_with_after_reopening(base: Base, journal: Journal) -> None:
    play = keep(journal, 1)
    journal.close()
    again = base.open()
    found = again.play(play)
    talk = Conversation(small(), found.setup)
    for reply in found.replies:
        talk.choose(reply)
    again.add(play, replied(talk, calm(talk)[0], START))
    assert len(again.play(play).turns) == 2
    again.close()


def test_going_on_without_having_read_the_play(base: Base, journal: Journal) -> None:
    play = keep(journal)
    again = base.open()
    again.add(play, Left(START))
    assert len(again.play(play).events) == 3
    again.close()


def test_there_is_no_going_on_with_what_is_not_there(journal: Journal) -> None:
    with pytest.raises(LookupError):
        journal.add("0" * 32, Left(START))


def test_several_programs_that_start_at_once_make_the_tables_once(base: Base) -> None:
    with ThreadPoolExecutor(4) as pool:
        journals = list(pool.map(lambda _: base.open(wait=20), range(4)))
    plays = {keep(journal, 1) for journal in journals}
    assert {play.id for play in journals[0].plays()} == plays
    for journal in journals:
        journal.close()


def test_threads_of_one_program_take_turns(journal: Journal) -> None:
    ids = [begin(journal) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda play: journal.add(play, Left(START)), ids * 3))
    assert [len(play.events) for play in journal.plays()] == [3, 3, 3, 3]


def test_two_programs_do_not_mix_their_replies(base: Base, journal: Journal) -> None:
    play = keep(journal)
    other = base.open()
    other.play(play)
    journal.add(play, Left(START))
    with pytest.raises(ConflictError, match="another program"):
        other.add(play, TookBack(START, 0))
    assert [type(event) for event in journal.play(play).events] == [Replied, Replied, Left]
    other.close()


def test_two_programs_keep_plays_of_the_same_text(base: Base, journal: Journal) -> None:
    other = base.open()
    keep(journal)
    keep(other)
    assert len(journal.plays()) == len(other.plays()) == 2
    other.close()


def test_the_second_program_says_that_it_waited(base: Base, journal: Journal) -> None:
    play = keep(journal)
    other = base.open(wait=0.2)
    other.play(play)
    with _writing(journal), pytest.raises(BusyError, match=r"waited 0\.2 s"):
        other.add(play, Left(START))
    other.add(play, Left(START))
    assert len(other.play(play).events) == 3
    other.close()


def test_a_first_reply_that_found_no_way_in_can_be_tried_again(
    base: Base, journal: Journal
) -> None:
    other = base.open(wait=0.2)
    play = begin(other)
    with _writing(journal), pytest.raises(BusyError):
        other.add(play, Left(START))
    other.add(play, Left(START))
    assert [found.id for found in journal.plays()] == [play]
    other.close()


def test_a_server_that_would_not_sync_is_told_to(server: URL) -> None:
    with (
        _on_server(server, "-csynchronous_commit=off") as journal,
        journal._opened.engine.connect() as connection,
    ):
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"


def test_a_server_that_dropped_the_connection_is_asked_again(server: URL) -> None:
    with _on_server(server, "-capplication_name=dropped") as journal:
        play = keep(journal)
        ours = "FROM pg_stat_activity WHERE application_name = 'dropped'"
        admin = create_engine(server)
        with admin.connect() as connection:
            assert connection.scalars(text(f"SELECT pg_terminate_backend(pid) {ours}")).all()
        admin.dispose()
        journal.add(play, Left(START))
        assert len(journal.play(play).events) == 3


def test_erasing_leaves_nothing_of_a_play(journal: Journal) -> None:
    play, other = keep(journal), keep(journal, scenario="other")
    assert journal.erase([play]) == 1
    assert [found.id for found in journal.plays()] == [other]
    assert journal.text(setup_of(small()).scenario) == small_text()
    assert journal.erase([other, play]) == 1
    assert [_count(journal, name) for name in ("texts", "plays", "events")] == [0, 0, 0]


def test_an_erased_play_is_not_gone_on_with(journal: Journal) -> None:
    play = keep(journal)
    journal.erase([play])
    with pytest.raises(LookupError):
        journal.add(play, Left(START))


def test_a_play_erased_by_another_program_says_so(base: Base, journal: Journal) -> None:
    play = keep(journal)
    other = base.open()
    other.erase([play])
    with pytest.raises(ConflictError, match="erased"):
        journal.add(play, Left(START))
    other.close()


def test_many_are_erased_at_once(journal: Journal) -> None:
    ids = [keep(journal, 1) for _ in range(3)]
    assert journal.erase([*ids, *(f"{number:032x}" for number in range(40_000))]) == 3


def test_the_tables_are_what_the_migrations_make(journal: Journal) -> None:
    with journal._opened.engine.connect() as connection:
        options = {
            "version_table": VERSION_TABLE,
            "compare_server_default": True,
            "include_object": _everywhere if connection.dialect.name == "postgresql" else None,
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def _everywhere(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Not what only PostgreSQL has: an owner, who is part of the keys there."""
    return name != "owner" and kind != "foreign_key_constraint"


def _stop(journal: Journal) -> str:
    """A play in which a line was crossed."""
    setup = setup_of(small(), Role.PURSUER)
    talk = Conversation(small(), setup)
    crossing = next(offer.id for offer in talk.offered if offer.id not in calm(talk))
    play = begin(journal, setup)
    journal.add(play, replied(talk, crossing, START))
    return play


@contextmanager
def _on_server(server: URL, option: str) -> Iterator[Journal]:
    name = f"test_{uuid4().hex}"
    with postgres.schema(server, name) as address:
        url = address.update_query_dict({"options": f"-csearch_path={name} {option}"})
        journal = open_journal(url.render_as_string(hide_password=False))
        yield journal
        journal.close()


@contextmanager
def _writing(journal: Journal) -> Iterator[None]:
    """Another program is in the middle of writing."""
    with journal._opened.writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE events IN EXCLUSIVE MODE"))
        yield


def _count(journal: Journal, table: str) -> int:
    with journal._opened.engine.connect() as connection:
        counted = select(func.count()).select_from(metadata.tables[table])
        return int(connection.scalar(counted) or 0)
