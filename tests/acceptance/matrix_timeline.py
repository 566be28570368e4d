"""Read the bot's messages in a Matrix room, with edits and withdrawals applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.contract.matrix_people import MatrixPerson
from tests.contract.matrix_reading import visible

_MOST = 1000
"""Events on a page, as many as Synapse allows."""
POLL = "org.matrix.msc3381.poll"
Event = tuple[dict[str, Any], dict[str, Any]]
"""A raw event and its decrypted content."""


@dataclass(frozen=True)
class BotMessage:
    """A message of the bot in its current version. `pings`: the people whom it notified."""

    id: str
    text: str
    html: str = ""
    pings: tuple[str, ...] = ()
    poll: bool = False
    edits: int = 0


async def timeline(reader: MatrixPerson, room: str) -> list[dict[str, Any]]:
    """Return all raw events of a room, oldest first."""
    page = await reader.get(f"v3/rooms/{quote(room)}/messages?dir=f&limit={_MOST}")
    events: list[dict[str, Any]] = page["chunk"]
    assert len(events) < _MOST, f"{room} has more events than fit on a page"
    return events


def messages(events: Iterable[Event]) -> list[BotMessage]:
    """Return the messages that these events add up to, oldest first."""
    shown: dict[str, BotMessage] = {}
    for event, content in events:
        relates = content.get("m.relates_to", {})
        if not content:
            shown.pop(event["event_id"], None)
        elif f"{POLL}.start" in content:
            text = content[f"{POLL}.start"]["question"]["org.matrix.msc1767.text"]
            shown[event["event_id"]] = BotMessage(event["event_id"], text, poll=True)
        elif relates.get("rel_type") == "m.replace" and relates["event_id"] in shown:
            before = shown[relates["event_id"]]
            shown[before.id] = _message(before.id, content["m.new_content"], before.edits + 1)
        elif "body" in content and not relates.get("rel_type"):
            shown[event["event_id"]] = _message(event["event_id"], content)
    return list(shown.values())


def _message(message: str, content: dict[str, Any], edits: int = 0) -> BotMessage:
    pings = tuple(content.get("m.mentions", {}).get("user_ids", ()))
    text = visible(content).replace("\u202f", " ").replace("\u00a0", " ")
    return BotMessage(message, text, str(content.get("formatted_body", "")), pings, edits=edits)


def transcript(messages: Iterable[BotMessage]) -> str:
    """Return the messages as a readable text."""
    return "\n".join(f"  {message.text}" for message in messages)
