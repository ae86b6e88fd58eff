"""Working out the states of scenarios for `check`: kept findings first, the rest side by side."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import NamedTuple

from simulator.cli.errors import Unfinished
from simulator.dialogue.setup import options
from simulator.partner.moves import Role
from simulator.practice import kept_findings
from simulator.scenario.findings import Finding
from simulator.scenario.model import Scenario


class Job(NamedTuple):
    """One role of one scenario with one partner."""

    scenario: Scenario
    name: str
    """of the file"""
    role: str
    temperament: str
    declared: bool
    """whether that is the partner the scenario declares"""

    def __str__(self) -> str:
        partner = "" if self.declared else f", partner {self.temperament}"
        return f"{self.name}, {self.role}{partner}"


class Done(NamedTuple):
    """What was worked out."""

    findings: tuple[Finding, ...]
    seconds: float


Told = Callable[[str], None]


def jobs(scenario: Scenario, name: str, *, every_partner: bool) -> list[Job]:
    """What there is to work out of a scenario."""
    found = []
    for role in scenario.roles:
        declared, *others = options(scenario, role).temperaments
        found.append(Job(scenario, name, role.value, declared, declared=True))
        if every_partner:
            found += [Job(scenario, name, role.value, t, declared=False) for t in others]
    return found


def work_out(wanted: Sequence[Job], *, kept: bool, tell: Told) -> list[tuple[Finding, ...]]:
    """The findings of every job, in order; `kept` allows those of earlier runs."""
    keys = [kept_findings.key(job.scenario, job.role, job.temperament) for job in wanted]
    found = [kept_findings.read(key) if kept else None for key in keys]
    missing = [place for place, findings in enumerate(found) if findings is None]
    if missing:
        count = f"{len(missing)} chair{'' if len(missing) == 1 else 's'}"
        tell(f"working out {count}; Ctrl-C stops it")
    try:
        for place, done in _side_by_side(wanted, missing):
            found[place] = done.findings
            kept_findings.keep(keys[place], done.findings)
            tell(f"worked out {wanted[place]}: {done.seconds:.1f} s")
    except BrokenProcessPool as error:
        raise Unfinished(
            "a chair could not be worked out: the process that did it was ended from outside",
            "Memory may have run out: check one file at a time, or make the scenario smaller.",
        ) from error
    return [_named(job, each or ()) for job, each in zip(wanted, found, strict=True)]


def _named(job: Job, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings of another partner than the declared one name it."""
    if job.declared:
        return findings
    return tuple(
        found._replace(data={**found.data, "temperament": job.temperament}) for found in findings
    )


def _side_by_side(wanted: Sequence[Job], missing: Sequence[int]) -> Iterator[tuple[int, Done]]:
    workers = min(os.cpu_count() or 1, len(missing))
    if workers < 2:
        yield from ((place, _work(wanted[place])) for place in missing)
        return
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin)
    try:
        waiting = {pool.submit(_work, wanted[place]): place for place in missing}
        for done in as_completed(waiting):
            yield waiting[done], done.result()
    except BaseException:
        stop()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def stop() -> None:
    """End what is still being worked out: who stops it has waited long enough."""
    for process in active_children():
        process.terminate()


def _begin() -> None:
    """A process that works: Ctrl-C reaches every process of a terminal, and the one that started
    the others decides; when that one is gone, nobody waits for what is found here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _work(job: Job) -> Done:
    from simulator.analysis.check import check_states  # noqa: PLC0415 - brings arrays

    start = time.perf_counter()
    role = Role(job.role)
    findings = tuple(check_states(job.scenario, role, temperament=job.temperament))
    return Done(findings, time.perf_counter() - start)
