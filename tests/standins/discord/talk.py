"""Changes of messages by people and by the bot: posts, edits, deletions, reactions and votes."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from tests.standins.discord import payloads
from tests.standins.discord.records import DM, Channel, Json, Message, Poll, User
from tests.standins.discord.store import (
    DIRECT_MESSAGES,
    DIRECT_POLLS,
    DIRECT_REACTIONS,
    MESSAGES,
    NONCE_SECONDS,
    POLLS,
    REACTIONS,
    Store,
)

_USER, _ROLE, _ALL = re.compile(r"<@!?(\d+)>"), re.compile(r"<@&(\d+)>"), re.compile(r"@(everyone|here)\b")


class Talk:
    """The messages of a store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def post(self, message: Message, allowed: Json | None = None) -> Message:
        """Post a message, which only its reader sees if it has one."""
        self.ping(message, allowed)
        channel = message.channel
        if message.reader is None:
            channel.messages[message.id] = message
        if message.reader is None:
            self._tell("MESSAGE_CREATE", message, {"nonce": message.nonce} if message.nonce else {})
        return message

    def said_before(self, nonce: str) -> Message | None:
        """Return the bot's recent message with this nonce."""
        made, message = self.store.nonces.get(nonce, (0.0, None))
        return message if message and time.monotonic() - made < NONCE_SECONDS else None

    def remember(self, nonce: str, message: Message) -> None:
        """Remember the nonce for a few minutes."""
        self.store.nonces[nonce] = (time.monotonic(), message)

    def ping(self, message: Message, allowed: Json | None) -> None:
        """Set the mentioned users: https://discord.com/developers/docs/resources/message#allowed-mentions-object"""
        parse = (allowed or {}).get("parse", [] if allowed is not None else ["users", "roles", "everyone"])
        users = {int(found) for found in _USER.findall(message.content)}
        roles = {int(found) for found in _ROLE.findall(message.content)}
        if "users" not in parse:
            users &= {int(one) for one in (allowed or {}).get("users", [])}
        if "roles" not in parse:
            roles &= {int(one) for one in (allowed or {}).get("roles", [])}
        message.mentions = [self.store.users[one] for one in users if one in self.store.users]
        message.mention_roles = sorted(roles)
        message.everyone = "everyone" in parse and bool(_ALL.search(message.content))
        answered = self.answered(message)
        pings_answered = allowed is None or allowed.get("replied_user", False)
        if answered and pings_answered and answered.author not in message.mentions:
            message.mentions.append(answered.author)

    def answered(self, message: Message) -> Message | None:
        """Return the message to which this one replies."""
        if message.reference is None or message.kind != 19:
            return None
        return message.channel.messages.get(int(message.reference["message_id"]))

    def change(self, message: Message) -> None:
        """Send the event of an edit."""
        message.edited_at = self.store.now()
        message.edits += 1
        if message.reader is None:
            self._tell("MESSAGE_UPDATE", message, {})

    def withdraw(self, message: Message) -> None:
        """Delete a message."""
        message.channel.messages.pop(message.id, None)
        if message.reader is None:
            data = {"id": str(message.id), **self._where(message.channel)}
            self._news("MESSAGE_DELETE", data, message.channel, MESSAGES, DIRECT_MESSAGES)

    def react(self, message: Message, user: User, emoji: str) -> None:
        """Add a reaction."""
        users = message.reactions.setdefault(emoji, {})
        if user.id in users:
            return
        users[user.id] = user
        data = self._reaction(message, user, emoji)
        data["message_author_id"] = str(message.author.id)
        guild = message.channel.guild
        if guild and user.id in guild.members:
            data["member"] = payloads.member(guild.members[user.id])
        self._news("MESSAGE_REACTION_ADD", data, message.channel, REACTIONS, DIRECT_REACTIONS)

    def unreact(self, message: Message, user: User, emoji: str) -> None:
        """Remove a reaction."""
        if message.reactions.get(emoji, {}).pop(user.id, None):
            data = self._reaction(message, user, emoji)
            self._news("MESSAGE_REACTION_REMOVE", data, message.channel, REACTIONS, DIRECT_REACTIONS)

    def clear_reactions(self, message: Message, emoji: str | None = None) -> None:
        """Remove all reactions, or all with one emoji."""
        data = {"message_id": str(message.id), **self._where(message.channel)}
        if emoji is None:
            message.reactions.clear()
            self._news("MESSAGE_REACTION_REMOVE_ALL", data, message.channel, REACTIONS, DIRECT_REACTIONS)
        elif message.reactions.pop(emoji, None):
            data["emoji"] = payloads.emoji(emoji)
            self._news("MESSAGE_REACTION_REMOVE_EMOJI", data, message.channel, REACTIONS, DIRECT_REACTIONS)

    def vote(self, message: Message, user: User, answers: Sequence[int]) -> None:
        """Set a user's votes in a native poll, with an event for each change."""
        assert message.poll is not None
        for number, voters in message.poll.votes.items():
            if number not in answers and user.id in voters:
                del voters[user.id]
                self._vote(message, user, number, "REMOVE")
        for number in answers:
            if user.id not in message.poll.votes[number]:
                message.poll.votes[number][user.id] = user
                self._vote(message, user, number, "ADD")

    def end_poll(self, message: Message) -> None:
        """End a poll and post its result as a system message (type 46)."""
        poll = message.poll
        assert poll is not None
        poll.finalized, poll.ends_at = True, self.store.now()
        self._tell("MESSAGE_UPDATE", message, {})
        reference = {"message_id": str(message.id), "channel_id": str(message.channel.id)}
        self.post(
            Message(
                self.store.new_id(), message.channel, message.author, kind=46, reference=reference,
                embeds=[{"type": "poll_result", "fields": _result(poll)}],
            )
        )  # fmt: skip

    def _vote(self, message: Message, user: User, number: int, what: str) -> None:
        data = {"user_id": str(user.id), "message_id": str(message.id), "answer_id": number}
        data |= self._where(message.channel)
        self._news(f"MESSAGE_POLL_VOTE_{what}", data, message.channel, POLLS, DIRECT_POLLS)

    def _reaction(self, message: Message, user: User, emoji: str) -> Json:
        return {
            "user_id": str(user.id), "message_id": str(message.id), "emoji": payloads.emoji(emoji), "burst": False,
            "type": 0, **self._where(message.channel),
        }  # fmt: skip

    def _where(self, channel: Channel) -> Json:
        place = {"channel_id": str(channel.id)}
        return place if channel.guild is None else {**place, "guild_id": str(channel.guild.id)}

    def _tell(self, event: str, message: Message, more: Json) -> None:
        data = {**payloads.message(message, self.store.bot), **self._where(message.channel), **more}
        guild = message.channel.guild
        if guild and message.author.id in guild.members and not message.application:
            data["member"] = payloads.member(guild.members[message.author.id], with_user=False)
        self._news(event, data, message.channel, MESSAGES, DIRECT_MESSAGES)

    def _news(self, event: str, data: Json, channel: Channel, intent: int, direct: int) -> None:
        self.store.tell(event, data, direct if channel.kind == DM else intent, channel.guild, channel)


def _result(poll: Poll) -> list[Json]:
    total = sum(len(users) for users in poll.votes.values())
    best = max(poll.votes, key=lambda number: len(poll.votes[number]))
    values = {
        "poll_question_text": poll.question,
        "victor_answer_votes": str(len(poll.votes[best])),
        "total_votes": str(total),
        "victor_answer_id": str(best),
    }
    return [{"name": name, "value": value, "inline": False} for name, value in values.items()]
