"""A talk under homework that is had once more, with the partner asked for or with another."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from simulator.homework.verifying import verify
from simulator.journal.journal import open_journal
from simulator.practice.homework import client, handing_in
from simulator.practice.homework.days import local_day
from simulator.practice.homework.practising import begin_under
from simulator.practice.keeping import Keeping
from simulator.practice.sitting import Sitting
from simulator.tui.opening import again
from tests.homework.talks import assigned

NOW = datetime.now(UTC)


def _to_its_end(sitting: Sitting) -> Sitting:
    while sitting.offered:
        sitting.choose(min(one.id for one in sitting.offered))
    return sitting


def test_a_talk_with_a_partner_that_was_not_asked_for_is_not_handed_in(tmp_path: Path) -> None:
    today = local_day(NOW)
    given = assigned().model_copy(update={"made": today.isoformat()})
    task = given.scenarios[0]
    url = f"sqlite:///{tmp_path / 'journal.db'}"
    keeping = Keeping(lambda: open_journal(url))
    with closing(open_journal(url)) as journal:
        client.receive(journal, given, NOW)
        had = _to_its_end(begin_under(given, task, keeping, seed=1))
        allowed = had.scenario.chair(task.chair).partner.allows
        other = next(name for name in allowed if name != task.temperament)
        _to_its_end(again(had))
        _to_its_end(again(had, other))
        keeping.ask(lambda _: None).result()
        keeping.close()
        homework = client.one(journal, given.id, today)
        attempts = handing_in.attempts(journal, homework)
        assert [one.temperament for one in attempts] == [task.temperament] * 2
        assert [share.finished for share in homework.standing.shares] == [2]
        made = handing_in.document(homework, attempts, handing_in.Choices(), today)
        assert verify(made, given) == (True, ())
        assert len(journal.plays(with_stopped=True)) == 3
