"""The bot's own recent messages. A process that crashed before it stored a receipt finds its message here.

Discord deduplicates messages by nonce for a few minutes only. A restart may take longer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import blake2s
from typing import Any

import discord
import msgspec

from adapters.discord.api.bounded_dict import BoundedDict

CLOCK_MARGIN = timedelta(seconds=30)
"""Allows for the time of a commit, and for the difference between our clock and Discord's."""
_MAX_SENT = 5_000


class RecentPosts:
    """The bot's messages that are newer than the cursor of their room, by content.

    Each message is matched once, and only to a sending that was queued before the message appeared.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], dict[str, datetime]] = {}
        self._sent: BoundedDict[str, str] = BoundedDict(_MAX_SENT)
        self._tried: BoundedDict[str, None] = BoundedDict(_MAX_SENT)
        self._started = datetime.now(UTC)
        self._unread: dict[str, asyncio.Event] = {}

    def mark_unread(self, room: str) -> None:
        """Note that the posts of a room are not known."""
        self._unread.setdefault(room, asyncio.Event())

    def mark_read(self, room: str) -> None:
        """Note that the posts of a room are known, or that Discord does not show them."""
        if (waiting := self._unread.pop(room, None)) is not None:
            waiting.set()

    async def wait_if_posted_before(self, room: str, nonce: str, queued_at: datetime | None) -> None:
        """Wait until the posts of a room are known, for a sending that may be among them.

        That is one from before this process started, and one whose reply this process did not get.
        """
        is_new = queued_at is not None and queued_at > self._started and nonce not in self._tried
        self._tried[nonce] = None
        if not is_new and (waiting := self._unread.get(room)) is not None:
            await waiting.wait()

    def remember(self, room: int, history: Iterable[discord.Message], cursor: int, me: int) -> None:
        """Add the messages of `me` from the history of a room, except those that this process has sent."""
        since, sent = discord.utils.snowflake_time(cursor) - CLOCK_MARGIN, set(self._sent.values())
        for message in history:
            if message.author.id != me or message.created_at <= since or message.interaction_metadata is not None:
                continue
            if str(message.id) not in sent:
                key = (str(message.channel.id), _message_fingerprint(message))
                self._found.setdefault(key, {})[str(message.id)] = message.created_at
        self.mark_read(str(room))

    def add_sent(self, nonce: str, message: str) -> None:
        """Add a message that this process has sent."""
        self._sent[nonce] = message

    def find(self, room: str, nonce: str, payload: Mapping[str, Any], queued_at: datetime | None = None) -> str | None:
        """Return the id of the message with this nonce or this content. A message older than `queued_at` is another."""
        if nonce in self._sent:
            return self._sent[nonce]
        found = self._found.get((room, _fingerprint(payload)), {})
        match = next(
            (message for message, at in found.items() if queued_at is None or at > queued_at - CLOCK_MARGIN), None
        )
        if match is not None:
            del found[match]
        return match

    def forget(self) -> None:
        """Drop the messages from the history. By now everything queued before the start is sent."""
        self._found.clear()


def _message_fingerprint(message: discord.Message) -> str:
    body: dict[str, Any] = {"content": message.content, "components": [row.to_dict() for row in message.components]}
    if message.embeds:
        body["embeds"] = [{"title": message.embeds[0].title}]
    if message.reference is not None and message.reference.message_id:
        body["message_reference"] = {"message_id": str(message.reference.message_id)}
    if message.poll is not None:
        body["poll"] = {"question": {"text": message.poll.question}}
    return _fingerprint(body)


def _fingerprint(body: Mapping[str, Any]) -> str:
    """Hash the text or the embed's title, the ids of the components, the message replied to, and a poll's question."""
    ids = [inner.get("custom_id") for row in body.get("components", ()) for inner in row.get("components", ())]
    reply = body.get("message_reference", {}).get("message_id")
    question = body.get("poll", {}).get("question", {}).get("text")
    title = next((embed.get("title") for embed in body.get("embeds") or ()), None)
    text = str(body.get("content") or title or "").strip()
    return blake2s(msgspec.json.encode([text, ids, reply, question]), digest_size=12).hexdigest()
