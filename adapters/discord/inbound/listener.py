"""Handlers of gateway events. None of them waits: a lookup goes into the queue of its room."""

from __future__ import annotations

from functools import partial

import discord
from msgspec import structs

from adapters.discord.api.background import BackgroundTasks
from adapters.discord.api.client import EventHandler
from adapters.discord.inbound import message_text, translate
from adapters.discord.inbound.quarantine import Quarantine
from adapters.discord.inbound.reactions import Reactions
from adapters.discord.inbound.votes import Votes
from adapters.discord.interactions.app_commands import AppCommands
from adapters.discord.interactions.autocomplete import suggest
from adapters.discord.interactions.pending import KINDS
from adapters.discord.interactions.replies import reply_with_invitation
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.interactions.translate import translate_interaction
from adapters.discord.rooms.lifecycle import RoomLifecycle
from adapters.discord.rooms.members import MemberTracker
from adapters.discord.rooms.state import AdapterState, room_name
from bots.core.inbound import BotInvited, MessageDeleted, MessagePosted, Value


class Listener:
    """Turns the events of one account into inbound values."""

    def __init__(self, state: AdapterState, commands: AppCommands, responder: InteractionResponder) -> None:
        self._state = state
        self._commands = commands
        self._responder = responder
        self._tasks = BackgroundTasks()
        self.quarantine = Quarantine(state)
        self.members = MemberTracker(state)
        self.lifecycle = RoomLifecycle(state)
        self.reactions = Reactions(state)
        self.votes = Votes(state)

    def handlers(self) -> dict[str, EventHandler]:
        """Return the handlers by discord.py's names of the events."""
        members, lifecycle, votes, reactions = self.members, self.lifecycle, self.votes, self.reactions
        return {
            "message": self._on_message,
            "raw_message_edit": self._on_edit,
            "raw_message_delete": lambda event: self._on_delete(event.channel_id, event.message_id),
            "raw_bulk_message_delete": self._on_bulk_delete,
            "raw_reaction_add": reactions.on_changed,
            "raw_reaction_remove": reactions.on_changed,
            "raw_reaction_clear": reactions.on_cleared,
            "raw_reaction_clear_emoji": reactions.on_cleared,
            "raw_poll_vote_add": partial(votes.on_vote, added=True),
            "raw_poll_vote_remove": partial(votes.on_vote, added=False),
            "interest_add": partial(votes.on_interest, added=True),
            "interest_remove": partial(votes.on_interest, added=False),
            "interaction": self._on_interaction,
            "member_join": members.on_join,
            "member_update": self._on_member_update,
            "raw_member_remove": members.on_leave,
            "guild_join": lifecycle.on_server_joined,
            "guild_channel_delete": lambda channel: lifecycle.lose_room(channel.id, "deleted"),
            "raw_thread_delete": lambda event: lifecycle.lose_room(event.thread_id, "deleted"),
            "raw_thread_update": lifecycle.on_thread_updated,
            "thread_join": lifecycle.on_thread_woken,
            "guild_channel_update": lambda _before, after: lifecycle.on_permissions_changed(after.guild),
            "guild_role_update": lambda _before, after: lifecycle.on_permissions_changed(after.guild),
            "guild_role_delete": lambda role: lifecycle.on_permissions_changed(role.guild),
            "guild_update": lambda _before, after: lifecycle.on_permissions_changed(after),
        }

    # Messages

    def _on_message(self, message: discord.Message) -> None:
        """Queue a message. Most messages of large servers are in rooms that are not in use: they return first."""
        room = message.channel.id
        if room in self._state.rooms:
            if message_text.is_from_person(message):
                self._queue_message(message)
        elif message.guild is None or "/" in message.content[:1] or message.mentions or message.role_mentions:
            self._on_message_in_new_room(message, room)

    def _queue_message(self, message: discord.Message) -> None:
        self._state.queues.put(str(message.channel.id), self.posted_value(message), str(message.id))

    def posted_value(self, message: discord.Message) -> Value:
        """Return a posted message, or the command that was typed as one."""
        author = self._state.people.author(message)
        value = translate.message_posted(self._state.account, message, author, self._commands.typed_line)
        if "<@" in message.content and isinstance(value, MessagePosted) and self._state.me in message.raw_mentions:
            return structs.replace(value, addressed=True)
        return value

    def edited_value(self, message: discord.Message) -> Value | None:
        """Return an edit, which may have made the message a command."""
        author = self._state.people.author(message)
        return translate.message_edited(self._state.account, message, author, self._commands.typed_line)

    def _on_message_in_new_room(self, message: discord.Message, room: int) -> None:
        """Start a room with a direct message or a command. A mention of the bot invites it."""
        if not message_text.is_from_person(message):
            return
        if message.guild is None or self._is_our_command(message.content):
            key = f"{self._state.account}:joined:{room}:{message.id}"
            self._state.start_room(message.channel, room, key, message.id - 1, direct=not message.guild)
            self._queue_message(message)
        elif self._mentions_bot(message, message.guild):
            invited = BotInvited(
                key=f"{self._state.account}:{message.id}", account=self._state.account, room=str(room),
                at=message.created_at, person=self._state.people.author(message), name=room_name(message.channel),
            )  # fmt: skip
            self._state.queues.put(str(room), invited)

    def _mentions_bot(self, message: discord.Message, guild: discord.Guild) -> bool:
        """Return whether a message mentions the bot, or the role of its name that Discord has created."""
        return self._state.me in message.raw_mentions or guild.self_role in message.role_mentions

    def _is_our_command(self, content: str) -> bool:
        """Return whether a text begins with one of our commands. Commands of other bots may have the same prefix."""
        return message_text.is_command(content) and content[1:].split()[0].lower() in self._commands.root_names

    def _on_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        message = event.message
        if event.channel_id not in self._state.rooms or not message_text.is_from_person(message):
            return
        value = self.edited_value(message)
        if value is not None:
            self._state.queues.put(str(event.channel_id), value)

    def _on_delete(self, room: int, message: int) -> None:
        if message in self._state.own_deletions:
            self._state.own_deletions.discard(message)
        elif room in self._state.rooms:
            deleted = MessageDeleted(
                **self._state.head(f"{self._state.account}:{message}:d", room), message=str(message)
            )
            self._state.queues.put(str(room), deleted)

    def _on_bulk_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        for message in sorted(event.message_ids):
            self._on_delete(event.channel_id, message)

    # Interactions and members

    def _on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            offer = partial(suggest, interaction, self._state, self._commands, self._responder)
            self._tasks.start(f"autocomplete {interaction.id}", offer)
            return
        if interaction.type not in KINDS or interaction.channel_id is None:
            return
        pending = self._responder.register(interaction)
        if interaction.guild_id is not None and self._state.client.get_guild(interaction.guild_id) is None:
            invite = partial(reply_with_invitation, self._responder, pending, str(interaction.locale))
            self._tasks.start(f"invitation {interaction.id}", invite)
            return
        pending.value = translate_interaction(self._state.account, interaction, pending.reference, self._commands)
        if pending.value is not None:
            self.queue_interaction(pending.value, pending.id, interaction.channel, direct=interaction.guild_id is None)

    def queue_interaction(self, value: Value, interaction: int, channel: object, *, direct: bool) -> None:
        """Queue a command, a button or a form, of this process or the one before.

        It has a queue of its own, which is never held: somebody waits for the answer. Catching up need not read
        interactions, since Discord tells the person when the bot is offline.
        """
        room, queue = int(value.room), f"{value.room}/now"
        if room not in self._state.rooms:
            key = f"{self._state.account}:joined:{room}:{interaction}"
            self._state.start_room(channel, room, key, interaction, direct=direct, queue=queue)
        self._state.queues.put(queue, value)

    def _on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        self.members.on_update(before, after)
        if after == after.guild.me:
            self.lifecycle.on_permissions_changed(after.guild)
        elif before.roles != after.roles:
            self._state.people.clear()
