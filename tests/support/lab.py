"""How a scenario plays: `python -m tests.support.lab FILE [--as ROLE] [--show ID,ID,…] [--seed N]`.

For authors. Prints the rates of each player, the shortest plays that reconnect, and on request a
play in words.
"""

import argparse
import sys
from collections import Counter, deque
from pathlib import Path

from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import make_setup
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.scenario.model import Scenario
from tests.support import players


def _talk(scenario: Scenario, role: Role, seed: int) -> Conversation:
    return Conversation(scenario, make_setup(scenario, role, seed=seed))


def rates(
    scenario: Scenario, role: Role, seeds: int = 60, plays: int = 1500
) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for name, player in {**players.TELLS, "look": players.look}.items():
        found[name] = Counter(players.run(_talk(scenario, role, s), player) for s in range(seeds))
    talk = _talk(scenario, role, 0)
    drawn: Counter[str] = Counter()
    for number in range(plays):
        if number % 100 == 0 or talk.stopped:
            talk = _talk(scenario, role, number)
        else:
            talk.back_to(0)
        drawn[players.run(talk, players.chance(number))] += 1
    found["random"] = drawn
    return found


def reconnecting(
    scenario: Scenario, role: Role, most: int = 200_000
) -> tuple[list[list[str]], int]:
    """The shortest plays to the role's best outcome (breadth first over distinct states), and how many."""
    best = scenario.chair(role).best.value
    start = _talk(scenario, role, 0)
    replies = scenario.chair(role).beats
    seen = set()
    found: list[list[str]] = []
    queue = deque([()])
    steps = 0
    while queue and steps < most and len(found) < 40:
        ids = queue.popleft()
        if len(ids) > 16:
            break
        start.back_to(0)
        for reply in ids:
            start.choose(reply)
        for offer in start.offered:
            if replies[start.beat].replies[offer.id].crosses_line:
                continue
            steps += 1
            start.choose(offer.id)
            if start.outcome and start.outcome.value == best:
                found.append([*ids, offer.id])
            elif not start.finished:
                at = start._at[-1]
                key = (at.node, at.states._replace(was=0))
                if key not in seen:
                    seen.add(key)
                    queue.append((*ids, offer.id))
            start.undo()
    return found, steps


def show(scenario: Scenario, role: Role, ids: list[str], seed: int) -> None:
    talk = _talk(scenario, role, seed)
    them = scenario.person(role.other).name
    _moment(them, talk.opening)
    for reply in ids:
        turn = talk.choose(reply)
        print(f"\n   YOU [{reply}: {', '.join(turn.moves)}]")
        for part in (turn.you.does, turn.you.say, turn.you.text):
            if part:
                print("     ", part)
        _moment(them, turn.moment)
        s = turn.state
        print(
            f"   ~ T{s.tension} C{s.connection} H{s.hope} {s.stance} streak{s.streak}"
            f"{' asked' if s.asked_time else ''}{' owed' if s.promised else ''} → {talk.beat}"
        )
        print(f"   feedback: {turn.feedback}")
    print("\nOUTCOME", talk.outcome, talk.ending)
    if not talk.finished:
        print("OFFERED:", ", ".join(o.id for o in talk.offered))


def _moment(them: str, moment: object) -> None:
    if moment.later:
        print(f"   ({moment.later} later)")
    if moment.scene:
        print(f"   [{moment.scene}]")
    for line in moment.lines:
        words = " ".join(
            part
            for part in (
                line.does,
                f"“{line.says}”" if line.says else "",
                line.then,
                f"✉ {line.text}" if line.text else "",
            )
            if part
        )
        print(f"{them}: {words}" + ("  (asks time)" if line.asks_time else ""))
        if line.thinks:
            print(f"      ( {line.thinks} )")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--as", dest="role", choices=list(Role))
    parser.add_argument("--show")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--random-plays", type=int, default=0, help="print this many drawn plays in words"
    )
    args = parser.parse_args()
    opened = open_scenario(args.file)
    if opened.scenario is None:
        sys.exit("errors: run `simulator check`")
    scenario = opened.scenario
    for role in [Role(args.role)] if args.role else scenario.roles:
        print(f"\n===== as {role.value}")
        if args.show is not None:
            show(scenario, role, [i for i in args.show.split(",") if i], args.seed)
            continue
        if args.random_plays:
            for number in range(args.random_plays):
                talk = _talk(scenario, role, number)
                players.run(talk, players.chance(number))
                show(scenario, role, [t.reply for t in talk.turns], number)
            continue
        for name, counts in rates(scenario, role).items():
            total = sum(counts.values())
            print(
                f"{name:>15}: " + ", ".join(f"{k} {v / total:.3f}" for k, v in counts.most_common())
            )
        found, steps = reconnecting(scenario, role)
        print(
            f"plays to {scenario.chair(role).best.value}: {len(found)} found in {steps} steps; "
            f"lengths {sorted(Counter(map(len, found)).items())}"
        )
        for ids in found[:3]:
            print("   ", ",".join(ids))


if __name__ == "__main__":
    main()
