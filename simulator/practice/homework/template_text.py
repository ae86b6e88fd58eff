"""A template as the text of a draft: YAML with comments, to be filled in by whoever assigns."""

import json

from simulator.homework.templates import Template
from simulator.language import _

_TEXT = """\
# {title}. Fill in the code name, and read what is attested:
# simulator homework assign --attestation
# Then: simulator homework assign --from THIS.yaml --output NAME.homework

client: ""                # a code name you agreed on, not their name
# couple: ""              # the code name of the other one: a second file, from the other chair

scenarios:
  - scenario: {scenario}
    role: pursuer         # the client's chair: pursuer or withdrawer
    # temperament: even   # of the partner, where the scenario allows
    plays: {plays}

# One skill: reconnect once; stay below tension 55; use validation before a solution;
# recover after a rupture; say no and stay; use listening
aim: {aim}

# due: 2030-01-31         # the day by which you would like to look at it together
# spacing: 2              # days to let pass between two talks

rationale: {rationale}
questions:
{questions}
share: [summary]          # also transcript and reflections; the client ticks those again
coaching: full            # full; after (once the talk is over); none (not even the meters)
undo_counts: true         # whether talks count in which replies were taken back

attested: false           # true, once all that is stated is so
"""


def draft_text(template: Template) -> str:
    """The draft; valid once `client` and `attested` are filled in."""
    return _TEXT.format(
        title=_(template.title),
        scenario=template.scenario,
        plays=template.plays,
        aim=_quoted(template.aim),
        rationale=_quoted(_(template.rationale)),
        questions="\n".join(f"  - {_quoted(_(one))}" for one in template.questions),
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
