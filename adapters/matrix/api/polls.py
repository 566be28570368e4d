"""Native polls, in the unstable format that clients use: MSC3381 (events), MSC1767 (texts).

https://github.com/matrix-org/matrix-spec-proposals/pull/3381
"""

from __future__ import annotations

from collections.abc import Mapping

from bots.core.outbound import NativePoll

START = "org.matrix.msc3381.poll.start"
END = "org.matrix.msc3381.poll.end"
RESPONSES = frozenset({"m.poll.response", "org.matrix.msc3381.poll.response"})
ENDS = frozenset({"m.poll.end", END})
MOST_ANSWERS = 20
_UNSTABLE_RESPONSE = "org.matrix.msc3381.poll.response"
_TEXT = "org.matrix.msc1767.text"


def start(poll: NativePoll, fallback: str) -> dict[str, object]:
    """Build the content of a poll start event. Clients without polls show `fallback`."""
    return {
        START: {
            "question": {_TEXT: poll.question, "body": poll.question, "msgtype": "m.text"},
            "kind": "org.matrix.msc3381.poll.disclosed",
            "max_selections": poll.max_choices,
            "answers": [{"id": option.id, _TEXT: option.label} for option in poll.options],
        },
        _TEXT: fallback,
        "m.mentions": {},
    }


def end(poll: str, text: str) -> dict[str, object]:
    """Build the content of the event that ends the poll started by event `poll`."""
    return {"m.relates_to": {"rel_type": "m.reference", "event_id": poll}, END: {}, _TEXT: text, "m.mentions": {}}


def choices(content: Mapping[str, object]) -> tuple[str, ...] | None:
    """Return the answer ids of a response without duplicates, or None if it is malformed.

    No answers, or none at all (some clients then send an empty object), withdraw the vote.
    """
    response = content.get(_UNSTABLE_RESPONSE)
    if isinstance(response, dict):
        answers = response.get("answers", [])
    else:
        answers = content.get("m.selections", [] if "m.poll.response" in content else None)
    if not isinstance(answers, list) or not all(isinstance(answer, str) for answer in answers):
        return None
    return tuple(dict.fromkeys(answers))
