"""From what a therapist wrote to an assignment, or to everything that keeps it from being one."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from simulator import __version__
from simulator.coach.aims import Aim
from simulator.dialogue.setup import SetupError, make_setup
from simulator.homework.aiming import aim_body, aimed, plays_of
from simulator.homework.assignment import (
    MOST_PLAYS,
    MOST_QUESTIONS,
    MOST_SCENARIOS,
    Assignment,
    MalformedError,
    checked,
    new_id,
)
from simulator.partner.moves import Role
from simulator.partner.rule import rule_fingerprint
from simulator.scenario.model import Scenario
from simulator.scenario.nearest import nearest
from simulator.scenario.text import shown

KEYS = (
    *("client", "scenarios", "aim", "due", "spacing", "rationale", "questions"),
    *("share", "coaching", "undo_counts", "attested"),
)
_TASK_KEYS = ("scenario", "role", "temperament", "plays")
_SHARES = ("summary", "transcript", "reflections")
_COACHINGS = ("full", "after", "none")

Path = tuple[str | int, ...]


class Problem(NamedTuple):
    """One thing that keeps a draft from being an assignment."""

    path: Path
    """keys and list indices from the top"""
    what: str
    hint: str


class DraftError(ValueError):
    """A draft with problems; all of them at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.what for problem in problems))


class Text(NamedTuple):
    """A scenario that was found, with its text."""

    scenario: Scenario
    text: str


Find = Callable[[str], Text]
"""the scenario of an id or a path; raises `LookupError`, whose message is for people"""


def assignment_from(draft: Mapping[str, Any], find: Find, today: date) -> Assignment:
    """The assignment that a draft describes. Raises `DraftError` with every problem.

    `draft` holds plain values, as a YAML or JSON file gives them; numbers and truth values may
    stand as text.
    """
    reader = _Reader(draft, find, today)
    body = reader.body()
    if reader.problems:
        raise DraftError(tuple(reader.problems))
    try:
        return checked(Assignment, body)
    except MalformedError as error:
        raise DraftError((Problem((), str(error), "Shorten or mend it."),)) from error


class _Reader:
    """Goes through a draft and collects what is amiss."""

    def __init__(self, draft: Mapping[str, Any], find: Find, today: date) -> None:
        self._draft = draft
        self._find = find
        self._today = today
        self.problems: list[Problem] = []

    def body(self) -> dict[str, Any]:
        """The assignment as plain values; only whole where there are no problems."""
        self._known(self._draft, KEYS, ())
        self._attested()
        today = self._today.isoformat()
        return {
            "id": new_id(),
            "nonce": new_id(),
            "made": today,
            "client": self._client(),
            "scenarios": list(self._tasks()),
            "aim": self._aim(),
            "due": self._due(),
            "spacing": self._whole(("spacing",), self._draft.get("spacing"), 0, 60),
            "coaching": self._one_of("coaching", _COACHINGS, "full"),
            "undo_counts": self._truth("undo_counts", default=True),
            "rationale": self._text(("rationale",), self._draft.get("rationale", "")),
            "questions": list(self._questions()),
            "share": list(self._share()),
            "program": __version__,
            "rule": rule_fingerprint(),
            "attested": today,
        }

    def _say(self, path: Path, what: str, hint: str) -> None:
        self.problems.append(Problem(path, what, hint))

    def _known(self, given: Mapping[str, Any], keys: tuple[str, ...], path: Path) -> None:
        for key in given:
            if key not in keys:
                near = nearest(str(key), keys)
                hint = f"Did you mean “{near}”?" if near else f"Known: {', '.join(keys)}."
                self._say((*path, key), f"there is no key “{key}”", hint)

    def _attested(self) -> None:
        if self._truth("attested", default=False) is not True:
            self._say(
                ("attested",),
                "it is not attested that both were asked alone, and that nobody is put in danger",
                "Read what is stated (`simulator homework assign --attestation`); where all of it "
                "is so, write `attested: true`.",
            )

    def _client(self) -> str:
        name = self._text(("client",), self._draft.get("client", "")).strip()
        if not name:
            self._say(("client",), "there is no code name", "Write `client:` with a code name.")
        return name

    def _tasks(self) -> Iterator[dict[str, Any]]:
        given = self._draft.get("scenarios")
        if not isinstance(given, list) or not 1 <= len(given) <= MOST_SCENARIOS:
            self._say(
                ("scenarios",),
                f"it wants a list of one to {MOST_SCENARIOS} scenarios",
                "Write `- {scenario: vacation-planning, role: pursuer, plays: 3}` under it.",
            )
            return
        taken: set[tuple[str, str]] = set()
        for number, one in enumerate(given):
            task = self._task(one, ("scenarios", number))
            if task is None:
                continue
            chair = (task["scenario"], task["role"])
            if chair in taken:
                self._say(
                    ("scenarios", number),
                    f"“{chair[0]}” as {chair[1]} stands there twice",
                    "Put the plays together in one.",
                )
            taken.add(chair)
            yield task

    def _task(self, given: Any, path: Path) -> dict[str, Any] | None:
        if not isinstance(given, Mapping):
            self._say(path, "it wants a scenario and a role", "Write `scenario:` and `role:`.")
            return None
        self._known(given, _TASK_KEYS, path)
        plays = self._whole((*path, "plays"), given.get("plays", 1), 1, MOST_PLAYS)
        role = self._role(given.get("role"), (*path, "role"))
        found = self._found(given.get("scenario"), (*path, "scenario"))
        if found is None or role is None:
            return None
        temperament = given.get("temperament")
        try:
            setup = make_setup(found.scenario, role, temperament=temperament, seed=0)
        except SetupError as error:
            self._say(path, str(error), "Choose another.")
            return None
        return {
            "scenario": _id_of(str(given["scenario"])),
            "role": role.value,
            "temperament": setup.temperament,
            "plays": plays or 1,
            "hash": setup.scenario,
            "text": found.text,
        }

    def _found(self, name: Any, path: Path) -> Text | None:
        try:
            return self._find(str(name or ""))
        except LookupError as error:
            self._say(path, str(error), "`simulator list` names the scenarios there are.")
            return None

    def _role(self, given: Any, path: Path) -> Role | None:
        roles = tuple(role.value for role in Role)
        if given in roles:
            return Role(given)
        self._say(path, f"“{given or ''}” is no role", f"Write {' or '.join(roles)}.")
        return None

    def _aim(self) -> dict[str, Any] | None:
        given = self._draft.get("aim")
        if not given:
            return None
        try:
            aim, words = aimed(given)
            self._as_often(aim)
            return aim_body(aim, words).model_dump(mode="json")
        except (ValueError, MalformedError) as error:
            self._say(("aim",), str(error), "For example: reconnect once.")
            return None

    def _as_often(self, aim: Aim) -> None:
        """An aim asks for no more talks than there are."""
        plays = plays_of(self._draft.get("scenarios"))
        if plays is not None and aim.times > plays:
            self._say(
                ("aim",),
                f"it asks for {aim.times} talks, and the plays are {plays} in all",
                "Ask for fewer, or for more plays.",
            )

    def _due(self) -> str | None:
        given = self._draft.get("due")
        if not given:
            return None
        try:
            day = date.fromisoformat(str(given))
        except ValueError:
            self._say(("due",), f"“{given}” is no day", "Write it as 2030-01-31.")
            return None
        if day < self._today:
            self._say(("due",), f"{day} has passed", "Choose a day to come.")
        return day.isoformat()

    def _questions(self) -> Iterator[str]:
        given = self._draft.get("questions", [])
        if isinstance(given, str):
            given = [given] if given.strip() else []
        if not isinstance(given, list) or len(given) > MOST_QUESTIONS:
            self._say(
                ("questions",),
                f"it wants a list of at most {MOST_QUESTIONS} questions",
                "Write each on a line that begins with `- `.",
            )
            return
        for number, one in enumerate(given):
            yield self._text(("questions", number), one)

    def _share(self) -> tuple[str, ...]:
        given = self._draft.get("share", [])
        wanted = [given] if isinstance(given, str) else given
        if not isinstance(wanted, list):
            wanted = [str(wanted)]
        for one in wanted:
            if one not in _SHARES:
                self._say(("share",), f"“{one}” cannot be shared", f"Known: {', '.join(_SHARES)}.")
        return tuple(name for name in _SHARES if name == "summary" or name in wanted)

    def _one_of(self, key: str, names: tuple[str, ...], default: str) -> str:
        given = self._draft.get(key, default)
        if given not in names:
            self._say((key,), f"“{given}” is not possible", f"Write {', '.join(names)}.")
            return default
        return str(given)

    def _text(self, path: Path, given: Any) -> str:
        if isinstance(given, str):
            return shown(given)
        self._say(path, "it wants text", "Put it in quotes.")
        return ""

    def _truth(self, key: str, *, default: bool) -> bool:
        given = self._draft.get(key, default)
        if isinstance(given, bool):
            return given
        if str(given).lower() in {"true", "false"}:
            return str(given).lower() == "true"
        self._say((key,), f"“{given}” is neither true nor false", "Write true or false.")
        return default

    def _whole(self, path: Path, given: Any, least: int, most: int) -> int | None:
        if given is None or given == "":
            return None
        text = str(given)
        if isinstance(given, bool) or not text.isdecimal() or not least <= int(text[:6]) <= most:
            self._say(path, f"“{given}” is not possible", f"Write a number from {least} to {most}.")
            return None
        return int(text)


def _id_of(name: str) -> str:
    """The id of a scenario that may have been named by its path."""
    return name.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
