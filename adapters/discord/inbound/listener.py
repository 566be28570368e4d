"""What Discord tells as it happens. Everything here is done at once, without waiting for anything."""

from __future__ import annotations

from datetime import UTC, datetime

import discord
import structlog

from adapters.discord.api.client import Ear
from adapters.discord.api.pages import User, everybody
from adapters.discord.api.rest import Rest
from adapters.discord.inbound import message_text, translate
from adapters.discord.inbound.votes import Votes, named, someone
from adapters.discord.interactions.app_commands import Declared
from adapters.discord.interactions.not_installed import Absent
from adapters.discord.interactions.responder import KINDS, Desk
from adapters.discord.interactions.translate import Act, translate_interaction
from adapters.discord.rooms.lifecycle import Places
from adapters.discord.rooms.members import Members
from adapters.discord.rooms.people import person
from adapters.discord.rooms.state import Known, name_of
from bots.core.inbound import BotInvited, Person, Value

log = structlog.get_logger()
REACTIONS = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}"
_NORMAL, _SUPER = 0, 1


class Listener:
    """The ears of one account. `client` is set once there is one."""

    client: discord.Client

    def __init__(self, known: Known, declared: Declared, desk: Desk) -> None:
        self._known = known
        self._declared = declared
        self._desk = desk
        self.members = Members(known)
        self.places = Places(known)
        self.votes = Votes(known)
        self._absent = Absent(desk)
        self.suggest: Ear = lambda _interaction: None

    def ears(self) -> dict[str, Ear]:
        """By the events of discord.py."""
        members, places, votes = self.members, self.places, self.votes
        return {
            "message": self._message,
            "raw_message_edit": self._edited,
            "raw_message_delete": lambda event: self._deleted(event.channel_id, event.message_id),
            "raw_bulk_message_delete": self._bulk_deleted,
            "raw_reaction_add": self._reacted,
            "raw_reaction_remove": self._reacted,
            "raw_reaction_clear": lambda event: self._cleared(event.channel_id, event.message_id),
            "raw_reaction_clear_emoji": lambda event: self._cleared(event.channel_id, event.message_id),
            "raw_poll_vote_add": lambda event: votes.cast(self.client, event, added=True),
            "raw_poll_vote_remove": lambda event: votes.cast(self.client, event, added=False),
            "interest_add": lambda mark: votes.interest(self.client, mark, added=True),
            "interest_remove": lambda mark: votes.interest(self.client, mark, added=False),
            "interaction": self._interaction,
            "member_join": members.joined,
            "member_update": self._member_changed,
            "raw_member_remove": lambda event: members.left(event, self.client.get_guild(event.guild_id)),
            "guild_join": places.entered_server,
            "guild_remove": places.left_server,
            "guild_channel_delete": lambda channel: places.lost(channel.id, "deleted"),
            "raw_thread_delete": lambda event: places.lost(event.thread_id, "deleted"),
            "raw_thread_update": places.thread_changed,
            "guild_channel_update": lambda _before, after: places.rights_changed(after.guild),
            "guild_role_update": lambda _before, after: places.rights_changed(after.guild),
            "guild_role_delete": lambda role: places.rights_changed(role.guild),
            "guild_update": lambda _before, after: places.rights_changed(after),
        }

    # Messages

    def _message(self, message: discord.Message) -> None:
        """The flood: what is said in rooms that are not in use is passed over first."""
        room = message.channel.id
        if room in self._known.rooms:
            if message_text.said(message):
                self._said(message, room)
        elif message.guild is None or "/" in message.content[:1] or message.mentions or message.role_mentions:
            self._first(message, room)

    def _said(self, message: discord.Message, room: int) -> None:
        value = translate.posted(
            self._known.account, message, admin=self._known.managers.of(message.author, message.channel)
        )
        self._known.lanes.put(str(room), value, str(message.id))

    def _first(self, message: discord.Message, room: int) -> None:
        """A room that is not in use: a private word or a command begins it, a mention of the bot invites it."""
        if not message_text.said(message):
            return
        if message.guild is None or self._is_ours(message.content):
            self._known.begin(
                message.channel, room, f"discord:joined:{room}:{message.id}", message.id - 1, direct=not message.guild
            )
            self._said(message, room)
        elif self._calls(message, message.guild):
            admin = self._known.managers.of(message.author, message.channel)
            invited = BotInvited(
                key=f"discord:{message.id}", account=self._known.account, room=str(room), at=message.created_at,
                person=person(message.author, admin=admin), name=name_of(message.channel),
            )  # fmt: skip
            self._known.lanes.put(str(room), invited)

    def _calls(self, message: discord.Message, guild: discord.Guild) -> bool:
        """Whether it names the bot, or the role that Discord gives it under the same name."""
        me = self.client.user
        return (me is not None and me.id in message.raw_mentions) or guild.self_role in message.role_mentions

    def _is_ours(self, content: str) -> bool:
        """Whether it is a command of ours: another bot's may begin with the same sign."""
        return message_text.is_command(content) and content[1:].split()[0].lower() in self._declared.roots

    def _edited(self, event: discord.RawMessageUpdateEvent) -> None:
        if event.channel_id not in self._known.rooms or not message_text.said(event.message):
            return
        message = event.message
        admin = self._known.managers.of(message.author, message.channel)
        value = translate.edited(self._known.account, message, admin=admin)
        if value is not None:
            self._known.lanes.put(str(event.channel_id), value)

    def _deleted(self, room: int, message: int) -> None:
        if message in self._known.withdrawn:
            self._known.withdrawn.discard(message)
        elif room in self._known.rooms:
            value = translate.deleted(self._known.account, room, message, datetime.now(UTC))
            self._known.lanes.put(str(room), value)

    def _bulk_deleted(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        for message in sorted(event.message_ids):
            self._deleted(event.channel_id, message)

    # Reactions

    def _reacted(self, event: discord.RawReactionActionEvent) -> None:
        """Discord names the member who reacts, and of one who takes it back the id alone."""
        me = self.client.user
        if event.channel_id not in self._known.rooms or (me is not None and event.user_id == me.id):
            return
        room, key, now = str(event.channel_id), self._known.key("r"), datetime.now(UTC)
        account = self._known.account
        if event.member is not None and event.guild_id is not None:
            if not event.member.bot:
                place = event.member.guild.get_channel_or_thread(event.channel_id)
                who = person(event.member, admin=self._known.managers.of(event.member, place))
                self._known.lanes.put(room, translate.reacted(account, key, event, who, now))
            return

        async def find() -> tuple[Value, ...]:
            who = await someone(self.client, self._known, event.guild_id, event.user_id, event.channel_id)
            return () if who.bot else (translate.reacted(account, key, event, who, now),)

        self._known.lanes.put(room, find)

    def _cleared(self, room: int, message: int) -> None:
        """A moderator took reactions away: what stands now is asked for."""
        if room in self._known.rooms:
            self._known.lanes.put(str(room), lambda: self.standing(room, message))

    async def standing(self, room: int, message: int) -> tuple[Value, ...]:
        """All reactions of a message, as they stand."""
        channel = self.client.get_channel(room) or self.client.get_partial_messageable(room)
        if not isinstance(channel, discord.abc.Messageable):
            return ()
        return (await self.reactions_of(await channel.fetch_message(message)),)

    async def reactions_of(self, message: discord.Message) -> Value:
        """All reactions of a message that was just read, of both kinds; none when there are none."""
        found: dict[tuple[str, str], Person] = {}
        for reaction in message.reactions:
            for user in await self._reacting(message, reaction):
                who = named(user, message.guild, message.channel, self._known)
                if not who.bot:
                    found[(who.user, translate.sign(reaction.emoji))] = who
        standing = [(who, emoji) for (_, emoji), who in found.items()]
        return translate.found(self._known.account, self._known.key("found"), message, standing, datetime.now(UTC))

    async def _reacting(self, message: discord.Message, reaction: discord.Reaction) -> list[User]:
        """Who reacts with one emoji, as Discord writes them; it lists super reactions by themselves."""
        emoji, rest = reaction.emoji, Rest(self.client)
        sign = emoji if isinstance(emoji, str) else f"{emoji.name}:{emoji.id}"
        ids = {"channel_id": message.channel.id, "message_id": message.id, "emoji": sign}
        counts = ((_NORMAL, reaction.normal_count), (_SUPER, reaction.burst_count))
        found: list[User] = []
        for kind in [kind for kind, count in counts if count]:
            found += await everybody(rest, REACTIONS, list, kind=kind, **ids)
        return found

    # Interactions and members

    def _interaction(self, interaction: discord.Interaction) -> None:
        """Not behind what was missed: somebody waits for the answer, and none of these can be missed."""
        if interaction.type is discord.InteractionType.autocomplete:
            self.suggest(interaction)
            return
        if interaction.type not in KINDS or interaction.channel_id is None:
            return
        case = self._desk.take(interaction)
        if interaction.guild_id is not None and self.client.get_guild(interaction.guild_id) is None:
            self._absent.decline(case, interaction)
            return
        case.value = translate_interaction(Act(self._known.account, interaction, case.name), self._declared)
        if case.value is not None:
            self.pressed(case.value, case.id, interaction.channel, direct=interaction.guild_id is None)

    def pressed(self, value: Value, interaction: int, place: object, *, direct: bool) -> None:
        """Somebody used a command, a button or a form, now or in the last run."""
        room, lane = int(value.room), f"{value.room}/now"
        if room not in self._known.rooms:
            key = f"discord:joined:{room}:{interaction}"
            self._known.begin(place, room, key, interaction, direct=direct, lane=lane)
        self._known.lanes.put(lane, value)

    def _member_changed(self, before: discord.Member, after: discord.Member) -> None:
        self.members.changed(before, after)
        if after == after.guild.me:
            self.places.rights_changed(after.guild)
        elif before.roles != after.roles:
            self._known.managers.forget()
