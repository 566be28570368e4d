"""What the bot itself said lately: a process that died before it learned of its success finds it again.

Discord takes an equal nonce for the same message for a few minutes only; a restart may come later than that.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import Any

import discord
import msgspec

MARGIN = timedelta(seconds=30)
"""Before the cursor of a room: what was said while its last message was being committed. And what two clocks differ
by."""
_MOST = 5_000


class Recent:
    """Messages of the bot behind the cursor of their room, by what they show. Each is taken once, and only for what was
    to be sent before it appeared."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], dict[str, datetime]] = {}
        self._sent: OrderedDict[str, str] = OrderedDict()

    def remember(self, history: Iterable[discord.Message], cursor: int, me: int) -> None:
        """The messages of `me` among what was read of a room; what this process sent has its key already."""
        since, sent = discord.utils.snowflake_time(cursor) - MARGIN, set(self._sent.values())
        for message in history:
            if message.author.id != me or message.created_at <= since or message.interaction_metadata is not None:
                continue
            if str(message.id) not in sent:
                key = (str(message.channel.id), _print_of_message(message))
                self._found.setdefault(key, {})[str(message.id)] = message.created_at

    def sent(self, nonce: str, message: str) -> None:
        """It was sent by this process."""
        self._sent[nonce] = message
        while len(self._sent) > _MOST:
            self._sent.popitem(last=False)

    def find(self, room: str, nonce: str, payload: Mapping[str, Any], made: datetime | None = None) -> str | None:
        """The message that shows this already. `made`: when it was to be sent first; what is older is another's."""
        if nonce in self._sent:
            return self._sent[nonce]
        found = self._found.get((room, _print(payload)), {})
        fitting = next((said for said, at in found.items() if made is None or at > made - MARGIN), None)
        if fitting is not None:
            del found[fitting]
        return fitting

    def forget(self) -> None:
        """What was said before the start is settled by now."""
        self._found.clear()


def _print_of_message(message: discord.Message) -> str:
    poll = message.poll
    shown: dict[str, Any] = {"content": message.content, "components": [row.to_dict() for row in message.components]}
    if message.reference is not None and message.reference.message_id:
        shown["message_reference"] = {"message_id": str(message.reference.message_id)}
    if poll is not None:
        shown["poll"] = {"question": {"text": poll.question}}
    return _print(shown)


def _print(payload: Mapping[str, Any]) -> str:
    """Words, the ids of what can be pressed, what it replies to, and what is asked."""
    ids = [inner.get("custom_id") for row in payload.get("components", ()) for inner in row.get("components", ())]
    reply = payload.get("message_reference", {}).get("message_id")
    question = payload.get("poll", {}).get("question", {}).get("text")
    words = str(payload.get("content") or "").strip()
    return blake2s(msgspec.json.encode([words, ids, reply, question]), digest_size=12).hexdigest()
