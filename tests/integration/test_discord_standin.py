"""The Discord stand-in sends events and answers requests of discord.py over real sockets."""

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
class StandinSetup:
    """Anna's server with a channel, Ben, and a client that records events."""

    standin: Discord
    anna: DiscordPerson
    ben: DiscordPerson
    guild: Guild
    general: Channel
    client: Listener

    @property
    def server(self) -> discord.Guild:
        """The server as discord.py's object."""
        found = self.client.get_guild(self.guild.id)
        assert found is not None
        return found


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield a client that is ready."""
    async with pointed_at() as standin:
        anna, ben = standin.person("Anna"), standin.person("Ben", locale="fr")
        guild = anna.found("Lyon", ben)
        general = anna.open_channel(guild, "general")
        async with connected(standin) as client:
            yield StandinSetup(standin, anna, ben, guild, general, client)


async def test_the_bot_and_its_servers(setup: StandinSetup) -> None:
    """After the login discord.py knows the bot, its application, its server, the channels and the bot's rights."""
    assert setup.client.user is not None and setup.client.user.name == "glocal"
    assert setup.client.application_id == setup.standin.store.application
    assert (setup.server.name, setup.server.owner_id, setup.server.member_count) == ("Lyon", setup.anna.user.id, 3)
    channel = setup.server.get_channel(setup.general.id)
    assert isinstance(channel, discord.TextChannel)
    assert channel.permissions_for(setup.server.me).manage_messages
    assert not channel.permissions_for(setup.server.me).administrator


async def test_messages_in_both_directions(setup: StandinSetup) -> None:
    """A person's message reaches the client, and the bot's message reaches the channel."""
    said = setup.anna.say(setup.general, f"Hello <@{setup.ben.user.id}>")
    heard = await setup.client.gets("message", discord.Message)
    assert (heard.id, heard.content, heard.author.id) == (said.id, said.content, setup.anna.user.id)
    assert isinstance(heard.author, discord.Member) and heard.guild == setup.server
    assert [one.id for one in heard.mentions] == [setup.ben.user.id]
    answer = await heard.reply("Good evening", mention_author=False)
    shown = setup.standin.said(setup.general)
    assert [one.content for one in shown] == ["Good evening"] and shown[0].mentions == []
    assert answer.reference is not None and answer.reference.message_id == said.id


async def test_a_reply_contains_its_target(setup: StandinSetup) -> None:
    """A reply contains the message that it replies to."""
    said = setup.anna.say(setup.general, "Who is coming?")
    setup.ben.say(setup.general, "I am", reply_to=said)
    heard = await setup.client.gets("message", discord.Message, lambda one: one.content == "I am")
    assert heard.type is discord.MessageType.reply and heard.reference is not None
    assert isinstance(heard.reference.resolved, discord.Message)
    assert heard.reference.resolved.content == "Who is coming?"


async def test_edits_and_deletions(setup: StandinSetup) -> None:
    """The events of an edit and a deletion have the message's id, whether cached or not."""
    said = setup.anna.say(setup.general, "Helo")
    setup.anna.edit(said, "Hello")
    changed = await setup.client.gets("raw_message_edit", discord.RawMessageUpdateEvent)
    assert (changed.message_id, changed.message.content) == (said.id, "Hello")
    assert changed.message.edited_at is not None
    setup.anna.withdraw(said)
    gone = await setup.client.gets("raw_message_delete", discord.RawMessageDeleteEvent)
    assert (gone.message_id, gone.channel_id, gone.guild_id) == (said.id, setup.general.id, setup.guild.id)


async def test_reactions(setup: StandinSetup) -> None:
    """Reactions give events, and requests list them."""
    said = setup.anna.say(setup.general, "News")
    setup.ben.react(said, "❤️")
    added = await setup.client.gets("raw_reaction_add", discord.RawReactionActionEvent)
    assert (added.message_id, added.user_id, str(added.emoji)) == (said.id, setup.ben.user.id, "❤️")
    assert added.member is not None and added.member.display_name == "Ben"
    assert added.message_author_id == setup.anna.user.id
    channel = setup.client.get_partial_messageable(setup.general.id)
    fetched = await channel.fetch_message(said.id)
    await fetched.add_reaction("✅")
    assert list(said.reactions["✅"].values()) == [setup.standin.store.bot]
    assert [user.id async for user in fetched.reactions[0].users()] == [setup.ben.user.id]
    setup.ben.unreact(said, "❤️")
    removed = await setup.client.gets("raw_reaction_remove", discord.RawReactionActionEvent)
    assert (removed.user_id, str(removed.emoji)) == (setup.ben.user.id, "❤️")
    setup.standin.talk.clear_reactions(said)
    assert (await setup.client.gets("raw_reaction_clear", discord.RawReactionClearEvent)).message_id == said.id


async def test_joins_and_leaves(setup: StandinSetup) -> None:
    """The client gets events when members join, accept the rules, and leave."""
    cleo = setup.standin.person("Cleo")
    cleo.enter(setup.guild, pending=True)
    joined = await setup.client.gets("member_join", discord.Member)
    assert (joined.id, joined.pending, joined.guild) == (cleo.user.id, True, setup.server)
    cleo.agree(setup.guild)
    assert not (await setup.client.gets("member_update", discord.Member)).pending
    cleo.leave(setup.guild)
    left = await setup.client.gets("raw_member_remove", discord.RawMemberRemoveEvent)
    assert (left.user.id, left.guild_id) == (cleo.user.id, setup.guild.id)


async def test_members_are_listed_over_the_gateway(setup: StandinSetup) -> None:
    """REQUEST_GUILD_MEMBERS returns all members, or some by name or by id."""
    assert len(await setup.server.chunk()) == 3
    assert [one.name for one in await setup.server.query_members("be")] == ["ben"]
    assert [one.id for one in await setup.server.query_members(user_ids=[setup.anna.user.id])] == [setup.anna.user.id]


async def test_threads_and_forum_posts(setup: StandinSetup) -> None:
    """People can open, archive and delete threads and forum posts."""
    thread = setup.anna.open_thread(setup.general, "Potluck")
    made = await setup.client.gets("thread_create", discord.Thread)
    assert (made.id, made.parent_id, made.name) == (thread.id, setup.general.id, "Potluck")
    setup.anna.say(thread, "Soup")
    heard = await setup.client.gets("message", discord.Message, lambda one: one.content == "Soup")
    assert isinstance(heard.channel, discord.Thread) and heard.channel.id == thread.id
    await made.edit(archived=True)
    assert (await setup.client.gets("raw_thread_update", discord.RawThreadUpdateEvent)).data["thread_metadata"][
        "archived"
    ]
    forum = setup.anna.open_channel(setup.guild, "ideas", forum=True)
    post = setup.anna.open_thread(forum, "A garden", "Let us dig")
    told = await setup.client.gets("thread_create", discord.Thread, lambda one: one.id == post.id)
    assert isinstance(told.parent, discord.ForumChannel)
    setup.standin.store.delete_channel(post)
    assert (await setup.client.gets("raw_thread_delete", discord.RawThreadDeleteEvent)).thread_id == post.id


async def test_channels_rights_and_servers(setup: StandinSetup) -> None:
    """The client gets events when channels, roles and the bot's membership change."""
    made = setup.anna.open_channel(setup.guild, "garden")
    assert (await setup.client.gets("guild_channel_create", discord.TextChannel)).name == "garden"
    setup.standin.store.delete_channel(made)
    assert (await setup.client.gets("guild_channel_delete", discord.TextChannel)).id == made.id
    setup.standin.store.set_bot_permissions(setup.guild, 0)
    assert (await setup.client.gets("guild_role_update", discord.Role)).permissions.value == 0
    other = setup.ben.found("Nantes")
    assert (await setup.client.gets("guild_join", discord.Guild)).name == "Nantes"
    setup.standin.store.expel_bot(other)
    assert (await setup.client.gets("guild_remove", discord.Guild)).id == other.id


async def test_direct_messages(setup: StandinSetup) -> None:
    """Direct messages work in both directions, or fail with 50007 if the person refuses them."""
    setup.ben.write_to_bot("Psst")
    heard = await setup.client.gets("message", discord.Message)
    assert isinstance(heard.channel, discord.DMChannel) and heard.guild is None and heard.content == "Psst"
    member = await setup.server.fetch_member(setup.anna.user.id)
    await member.send("Welcome")
    assert [one.content for one in setup.standin.said(setup.standin.store.direct(setup.anna.user))] == ["Welcome"]
    setup.ben.user.closed = True
    with pytest.raises(discord.Forbidden) as refused:
        await (await setup.server.fetch_member(setup.ben.user.id)).send("Welcome")
    assert refused.value.code == 50007


async def test_native_polls(setup: StandinSetup) -> None:
    """The stand-in posts a native poll, counts and lists its votes, and closes it with a result."""
    channel = setup.client.get_partial_messageable(setup.general.id)
    poll = discord.Poll("Where?", duration=timedelta(hours=1))
    poll.add_answer(text="Garden", emoji="🌱").add_answer(text="Library")
    shown = await channel.send(poll=poll)
    message = setup.general.messages[shown.id]
    setup.ben.vote(message, ["Garden"])
    setup.ben.vote(message, ["Library"])
    removed = await setup.client.gets("raw_poll_vote_remove", discord.RawPollVoteActionEvent)
    assert (removed.user_id, removed.answer_id) == (setup.ben.user.id, 1)
    added = await setup.client.gets("raw_poll_vote_add", discord.RawPollVoteActionEvent, lambda one: one.answer_id == 2)
    assert added.message_id == shown.id
    fetched = await channel.fetch_message(shown.id)
    assert fetched.poll is not None and [one.vote_count for one in fetched.poll.answers] == [0, 1]
    assert [user.id async for user in fetched.poll.answers[1].voters()] == [setup.ben.user.id]
    ended = await fetched.end_poll()
    assert ended.poll is not None and ended.poll.is_finalised()
    result = await setup.client.gets(
        "message", discord.Message, lambda one: one.type is discord.MessageType.poll_result
    )
    assert result.embeds[0].fields[0].value == "Where?"


async def test_scheduled_events(setup: StandinSetup) -> None:
    """The stand-in creates, edits, lists and cancels a scheduled event and records interest in it."""
    begin = datetime.now(UTC) + timedelta(days=1)
    made = await setup.server.create_scheduled_event(
        name="Potluck", start_time=begin, end_time=begin + timedelta(hours=2), location="The garden",
        entity_type=discord.EntityType.external, privacy_level=discord.PrivacyLevel.guild_only,
    )  # fmt: skip
    gathering = setup.guild.gatherings[made.id]
    assert (gathering.place, gathering.starts_at) == ("The garden", begin)
    await setup.client.gets("scheduled_event_create", discord.ScheduledEvent)
    await setup.server.chunk()
    setup.ben.is_interested(gathering)
    assert (await setup.client.gets("scheduled_event_user_add", discord.User)).id == setup.ben.user.id
    fresh = await setup.server.fetch_scheduled_event(made.id)
    assert {user.id async for user in fresh.users()} == {setup.standin.store.bot.id, setup.ben.user.id}
    changed = await made.edit(name="Big potluck")
    assert (changed.name, gathering.name) == ("Big potluck", "Big potluck")
    setup.ben.is_interested(gathering, on=False)
    assert (await setup.client.gets("scheduled_event_user_remove", discord.User)).id == setup.ben.user.id
    await changed.cancel()
    assert gathering.state == 4 and await setup.server.fetch_scheduled_events() == []
    own = setup.anna.plan(setup.guild, "Picnic", begin, begin + timedelta(hours=1), "The park")
    told = await setup.client.gets("scheduled_event_create", discord.ScheduledEvent, lambda one: one.id == own.id)
    assert (told.creator_id, told.location) == (setup.anna.user.id, "The park")


async def test_files(setup: StandinSetup) -> None:
    """The client downloads people's files, and files of the bot keep their description."""
    setup.anna.say(setup.general, "", files={"garden.png": b"picture"})
    heard = await setup.client.gets("message", discord.Message)
    assert await heard.attachments[0].read() == b"picture" and heard.attachments[0].content_type == "image/png"
    file = discord.File(fp=BytesIO(b"event"), filename="event.ics", description="The potluck")
    await heard.channel.send("For your calendar", file=file)
    sent = setup.standin.said(setup.general)[-1].attachments[0]
    assert (sent["filename"], sent["description"], sent["size"]) == ("event.ics", "The potluck", 5)
    assert setup.standin.store.files[int(sent["id"])] == ("event.ics", b"event")
