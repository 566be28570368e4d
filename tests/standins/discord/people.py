"""People on Discord, whose actions reach the bot as events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tests.standins.discord import rights
from tests.standins.discord.commands import NotOffered
from tests.standins.discord.contents import attach_file
from tests.standins.discord.interacting import Interacting
from tests.standins.discord.records import FORUM, TEXT, Channel, Gathering, Guild, Message


class DiscordPerson(Interacting):
    """A person with an account."""

    # Servers

    def found(self, name: str, *others: DiscordPerson, with_bot: bool = True) -> Guild:
        """Create a server of the person's own, with the bot."""
        guild = self.store.add_guild(name, self.user, with_bot=False)
        for other in others:
            other.enter(guild)
        if with_bot:
            self.store.invite_bot(guild)
        return guild

    def open_channel(self, guild: Guild, name: str, *, forum: bool = False) -> Channel:
        """Create a channel or a forum in the server."""
        self._require(guild.permissions(self.user), rights.MANAGE_CHANNELS)
        return self.store.add_channel(guild, name, kind=FORUM if forum else TEXT)

    def open_thread(self, parent: Channel, name: str, text: str = "") -> Channel:
        """Create a thread, or a forum post with its first message."""
        self._require_there(parent, rights.CREATE_THREADS)
        thread = self.store.add_thread(parent, name, self.user)
        if text:
            number = thread.id if parent.kind == FORUM else self.store.new_id()
            self.talk.post(Message(number, thread, self.user, text))
        return thread

    def enter(self, guild: Guild, *, pending: bool = False) -> None:
        """Join the server. `pending` means that the person has yet to accept the rules."""
        self.store.add_member(guild, self.user, pending=pending)

    def agree(self, guild: Guild) -> None:
        """Accept the server's rules."""
        member = guild.members[self.user.id]
        member.pending = False
        self.store.update_member(guild, member)

    def leave(self, guild: Guild) -> None:
        """Leave the server."""
        self.store.remove_member(guild, self.user)

    # Messages

    def say(
        self, channel: Channel, text: str, *, reply_to: Message | None = None, files: dict[str, bytes] | None = None
    ) -> Message:
        """Post a message."""
        self._require_there(channel, rights.SEND_IN_THREADS if channel.is_thread else rights.SEND_MESSAGES)
        message = Message(self.store.new_id(), channel, self.user, text)
        message.attachments = [
            attach_file(self.store, channel, name, content) for name, content in (files or {}).items()
        ]
        if reply_to is not None:
            message.kind = 19
            message.reference = {"channel_id": str(channel.id), "message_id": str(reply_to.id), "type": 0}
        return self.talk.post(message)

    def write_to_bot(self, text: str) -> Message:
        """Send a direct message to the bot."""
        return self.say(self.store.direct(self.user), text)

    def edit(self, message: Message, text: str) -> None:
        """Edit the person's own message."""
        self._own(message)
        message.content = text
        self.talk.ping(message, None)
        self.talk.change(message)

    def withdraw(self, message: Message) -> None:
        """Delete the person's own message, or another one with the right to do so."""
        if message.author is not self.user:
            self._require_there(message.channel, rights.MANAGE_MESSAGES)
        self.talk.withdraw(message)

    def react(self, message: Message, emoji: str) -> None:
        """Add a reaction."""
        if not message.reactions.get(emoji):
            self._require_there(message.channel, rights.ADD_REACTIONS)
        self.talk.react(message, self.user, emoji)

    def unreact(self, message: Message, emoji: str) -> None:
        """Remove a reaction."""
        self.talk.unreact(message, self.user, emoji)

    # Native polls and scheduled events

    def vote(self, message: Message, labels: Sequence[str]) -> None:
        """Vote in a native poll by the answers' labels, or remove the vote without labels."""
        poll = message.poll
        assert poll is not None
        numbers = {answer["poll_media"]["text"]: answer["answer_id"] for answer in poll.answers}
        if poll.finalized or (len(labels) > 1 and not poll.many) or set(labels) - set(numbers):
            raise NotOffered(f"{labels} cannot be voted for")
        self.talk.vote(message, self.user, [numbers[label] for label in labels])

    def plan(self, guild: Guild, name: str, starts_at: datetime, ends_at: datetime, place: str) -> Gathering:
        """Create a scheduled event."""
        self._require(guild.permissions(self.user), rights.CREATE_EVENTS | rights.MANAGE_EVENTS)
        gathering = Gathering(self.store.new_id(), guild, self.user, name, starts_at, ends_at, place, None)
        self.store.add_gathering(gathering)
        return gathering

    def is_interested(self, gathering: Gathering, *, on: bool = True) -> None:
        """Mark or unmark interest in a scheduled event."""
        if (self.user.id in gathering.interested) != on:
            self.store.set_interest(gathering, self.user, on=on)

    def cancel(self, gathering: Gathering) -> None:
        """Cancel a scheduled event."""
        gathering.state = 4
        self.store.tell_gathering("UPDATE", gathering)

    def _require(self, held: int, permission: int) -> None:
        if not held & permission:
            raise NotOffered(f"{self.user.name} may not do that")

    def _require_there(self, channel: Channel, permission: int) -> None:
        if not self.store.may(self.user, channel, permission):
            raise NotOffered(f"{self.user.name} may not do that in {channel.name}")

    def _own(self, message: Message) -> None:
        if message.author is not self.user:
            raise NotOffered("others' messages cannot be changed")
