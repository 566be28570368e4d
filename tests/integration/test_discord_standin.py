"""The stand-in of Discord tells what people do as discord.py's own client expects it, over real sockets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

import discord
import pytest

from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Guild
from tests.standins.discord.server import Discord
from tests.standins.discord_client import Listener, connected, pointed_at

pytestmark = [pytest.mark.discord]


@dataclass
class Scene:
    """Anna's server with a channel, Ben in it, and a client that listens."""

    town: Discord
    anna: DiscordPerson
    ben: DiscordPerson
    guild: Guild
    general: Channel
    client: Listener

    @property
    def server(self) -> discord.Guild:
        """The server as discord.py knows it."""
        found = self.client.get_guild(self.guild.id)
        assert found is not None
        return found


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    """A client that is ready."""
    async with pointed_at() as town:
        anna, ben = town.person("Anna"), town.person("Ben", locale="fr")
        guild = anna.found("Lyon", ben)
        general = anna.open_channel(guild, "general")
        async with connected(town) as client:
            yield Scene(town, anna, ben, guild, general, client)


async def test_who_the_bot_is_and_where(scene: Scene) -> None:
    """After the login discord.py knows the bot, its application, the server, its channels and the bot's rights."""
    assert scene.client.user is not None and scene.client.user.name == "glocal"
    assert scene.client.application_id == scene.town.world.application
    assert (scene.server.name, scene.server.owner_id, scene.server.member_count) == ("Lyon", scene.anna.user.id, 3)
    channel = scene.server.get_channel(scene.general.id)
    assert isinstance(channel, discord.TextChannel)
    assert channel.permissions_for(scene.server.me).manage_messages
    assert not channel.permissions_for(scene.server.me).administrator


async def test_a_message_goes_both_ways(scene: Scene) -> None:
    """A person's message is parsed, and the bot's answer to it is seen in the channel."""
    said = scene.anna.say(scene.general, f"Hello <@{scene.ben.user.id}>")
    heard = await scene.client.gets("message", discord.Message)
    assert (heard.id, heard.content, heard.author.id) == (said.id, said.content, scene.anna.user.id)
    assert isinstance(heard.author, discord.Member) and heard.guild == scene.server
    assert [one.id for one in heard.mentions] == [scene.ben.user.id]
    answer = await heard.reply("Good evening", mention_author=False)
    shown = scene.town.said(scene.general)
    assert [one.content for one in shown] == ["Good evening"] and shown[0].mentions == []
    assert answer.reference is not None and answer.reference.message_id == said.id


async def test_a_reply_carries_what_it_answers(scene: Scene) -> None:
    """The answered message comes inside."""
    said = scene.anna.say(scene.general, "Who is coming?")
    scene.ben.say(scene.general, "I am", reply_to=said)
    heard = await scene.client.gets("message", discord.Message, lambda one: one.content == "I am")
    assert heard.type is discord.MessageType.reply and heard.reference is not None
    assert isinstance(heard.reference.resolved, discord.Message)
    assert heard.reference.resolved.content == "Who is coming?"


async def test_changed_and_withdrawn(scene: Scene) -> None:
    """An edit and a deletion come with the message's id, whether it was cached or not."""
    said = scene.anna.say(scene.general, "Helo")
    scene.anna.edit(said, "Hello")
    changed = await scene.client.gets("raw_message_edit", discord.RawMessageUpdateEvent)
    assert (changed.message_id, changed.message.content) == (said.id, "Hello")
    assert changed.message.edited_at is not None
    scene.anna.withdraw(said)
    gone = await scene.client.gets("raw_message_delete", discord.RawMessageDeleteEvent)
    assert (gone.message_id, gone.channel_id, gone.guild_id) == (said.id, scene.general.id, scene.guild.id)


async def test_reactions(scene: Scene) -> None:
    """Who reacted with what is told, and listed when asked for."""
    said = scene.anna.say(scene.general, "News")
    scene.ben.react(said, "❤️")
    added = await scene.client.gets("raw_reaction_add", discord.RawReactionActionEvent)
    assert (added.message_id, added.user_id, str(added.emoji)) == (said.id, scene.ben.user.id, "❤️")
    assert added.member is not None and added.member.display_name == "Ben"
    assert added.message_author_id == scene.anna.user.id
    channel = scene.client.get_partial_messageable(scene.general.id)
    fetched = await channel.fetch_message(said.id)
    await fetched.add_reaction("✅")
    assert list(said.reactions["✅"].values()) == [scene.town.world.bot]
    assert [user.id async for user in fetched.reactions[0].users()] == [scene.ben.user.id]
    scene.ben.unreact(said, "❤️")
    removed = await scene.client.gets("raw_reaction_remove", discord.RawReactionActionEvent)
    assert (removed.user_id, str(removed.emoji)) == (scene.ben.user.id, "❤️")
    scene.town.talk.clear_reactions(said)
    assert (await scene.client.gets("raw_reaction_clear", discord.RawReactionClearEvent)).message_id == said.id


async def test_who_comes_and_goes(scene: Scene) -> None:
    """Joining, agreeing to the server's rules, and leaving."""
    cleo = scene.town.person("Cleo")
    cleo.enter(scene.guild, pending=True)
    joined = await scene.client.gets("member_join", discord.Member)
    assert (joined.id, joined.pending, joined.guild) == (cleo.user.id, True, scene.server)
    cleo.agree(scene.guild)
    assert not (await scene.client.gets("member_update", discord.Member)).pending
    cleo.leave(scene.guild)
    left = await scene.client.gets("raw_member_remove", discord.RawMemberRemoveEvent)
    assert (left.user.id, left.guild_id) == (cleo.user.id, scene.guild.id)


async def test_members_are_listed_over_the_gateway(scene: Scene) -> None:
    """REQUEST_GUILD_MEMBERS gives all, by name, and by id."""
    assert len(await scene.server.chunk()) == 3
    assert [one.name for one in await scene.server.query_members("be")] == ["ben"]
    assert [one.id for one in await scene.server.query_members(user_ids=[scene.anna.user.id])] == [scene.anna.user.id]


async def test_threads_and_forum_posts(scene: Scene) -> None:
    """A thread and a forum post are channels of their own; they can be archived and deleted."""
    thread = scene.anna.open_thread(scene.general, "Potluck")
    made = await scene.client.gets("thread_create", discord.Thread)
    assert (made.id, made.parent_id, made.name) == (thread.id, scene.general.id, "Potluck")
    scene.anna.say(thread, "Soup")
    heard = await scene.client.gets("message", discord.Message, lambda one: one.content == "Soup")
    assert isinstance(heard.channel, discord.Thread) and heard.channel.id == thread.id
    await made.edit(archived=True)
    assert (await scene.client.gets("raw_thread_update", discord.RawThreadUpdateEvent)).data["thread_metadata"][
        "archived"
    ]
    forum = scene.anna.open_channel(scene.guild, "ideas", forum=True)
    post = scene.anna.open_thread(forum, "A garden", "Let us dig")
    told = await scene.client.gets("thread_create", discord.Thread, lambda one: one.id == post.id)
    assert isinstance(told.parent, discord.ForumChannel)
    scene.town.world.delete_channel(post)
    assert (await scene.client.gets("raw_thread_delete", discord.RawThreadDeleteEvent)).thread_id == post.id


async def test_channels_rights_and_servers(scene: Scene) -> None:
    """A channel made and deleted, a role changed, the bot asked into a server and kicked out of it."""
    made = scene.anna.open_channel(scene.guild, "garden")
    assert (await scene.client.gets("guild_channel_create", discord.TextChannel)).name == "garden"
    scene.town.world.delete_channel(made)
    assert (await scene.client.gets("guild_channel_delete", discord.TextChannel)).id == made.id
    scene.town.world.set_bot_permissions(scene.guild, 0)
    assert (await scene.client.gets("guild_role_update", discord.Role)).permissions.value == 0
    other = scene.ben.found("Nantes")
    assert (await scene.client.gets("guild_join", discord.Guild)).name == "Nantes"
    scene.town.world.expel_bot(other)
    assert (await scene.client.gets("guild_remove", discord.Guild)).id == other.id


async def test_direct_messages(scene: Scene) -> None:
    """A direct talk in both directions; who takes none is refused with 50007."""
    scene.ben.write_to_bot("Psst")
    heard = await scene.client.gets("message", discord.Message)
    assert isinstance(heard.channel, discord.DMChannel) and heard.guild is None and heard.content == "Psst"
    member = await scene.server.fetch_member(scene.anna.user.id)
    await member.send("Welcome")
    assert [one.content for one in scene.town.said(scene.town.world.direct(scene.anna.user))] == ["Welcome"]
    scene.ben.user.closed = True
    with pytest.raises(discord.Forbidden) as refused:
        await (await scene.server.fetch_member(scene.ben.user.id)).send("Welcome")
    assert refused.value.code == 50007


async def test_native_polls(scene: Scene) -> None:
    """A native poll is made, voted in, counted, listed, and ended with its result."""
    channel = scene.client.get_partial_messageable(scene.general.id)
    poll = discord.Poll("Where?", duration=timedelta(hours=1))
    poll.add_answer(text="Garden", emoji="🌱").add_answer(text="Library")
    shown = await channel.send(poll=poll)
    message = scene.general.messages[shown.id]
    scene.ben.vote(message, ["Garden"])
    scene.ben.vote(message, ["Library"])
    removed = await scene.client.gets("raw_poll_vote_remove", discord.RawPollVoteActionEvent)
    assert (removed.user_id, removed.answer_id) == (scene.ben.user.id, 1)
    added = await scene.client.gets("raw_poll_vote_add", discord.RawPollVoteActionEvent, lambda one: one.answer_id == 2)
    assert added.message_id == shown.id
    fetched = await channel.fetch_message(shown.id)
    assert fetched.poll is not None and [one.vote_count for one in fetched.poll.answers] == [0, 1]
    assert [user.id async for user in fetched.poll.answers[1].voters()] == [scene.ben.user.id]
    ended = await fetched.end_poll()
    assert ended.poll is not None and ended.poll.is_finalised()
    result = await scene.client.gets(
        "message", discord.Message, lambda one: one.type is discord.MessageType.poll_result
    )
    assert result.embeds[0].fields[0].value == "Where?"


async def test_scheduled_events(scene: Scene) -> None:
    """An event is made, changed, wanted by people, listed, and cancelled."""
    begin = datetime.now(UTC) + timedelta(days=1)
    made = await scene.server.create_scheduled_event(
        name="Potluck", start_time=begin, end_time=begin + timedelta(hours=2), location="The garden",
        entity_type=discord.EntityType.external, privacy_level=discord.PrivacyLevel.guild_only,
    )  # fmt: skip
    gathering = scene.guild.gatherings[made.id]
    assert (gathering.place, gathering.starts_at) == ("The garden", begin)
    await scene.client.gets("scheduled_event_create", discord.ScheduledEvent)
    await scene.server.chunk()
    scene.ben.is_interested(gathering)
    assert (await scene.client.gets("scheduled_event_user_add", discord.User)).id == scene.ben.user.id
    assert [user.id async for user in made.users()] == [scene.ben.user.id]
    changed = await made.edit(name="Big potluck")
    assert (changed.name, gathering.name) == ("Big potluck", "Big potluck")
    scene.ben.is_interested(gathering, on=False)
    assert (await scene.client.gets("scheduled_event_user_remove", discord.User)).id == scene.ben.user.id
    await changed.cancel()
    assert gathering.state == 4 and await scene.server.fetch_scheduled_events() == []
    own = scene.anna.plan(scene.guild, "Picnic", begin, begin + timedelta(hours=1), "The park")
    told = await scene.client.gets("scheduled_event_create", discord.ScheduledEvent, lambda one: one.id == own.id)
    assert (told.creator_id, told.location) == (scene.anna.user.id, "The park")


async def test_files(scene: Scene) -> None:
    """A file that a person sent can be read, and one that the bot sends arrives with its description."""
    scene.anna.say(scene.general, "", files={"garden.png": b"picture"})
    heard = await scene.client.gets("message", discord.Message)
    assert await heard.attachments[0].read() == b"picture" and heard.attachments[0].content_type == "image/png"
    file = discord.File(fp=BytesIO(b"event"), filename="event.ics", description="The potluck")
    await heard.channel.send("For your calendar", file=file)
    sent = scene.town.said(scene.general)[-1].attachments[0]
    assert (sent["filename"], sent["description"], sent["size"]) == ("event.ics", "The potluck", 5)
    assert scene.town.world.files[int(sent["id"])] == ("event.ics", b"event")
