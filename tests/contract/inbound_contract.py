"""Points 1 to 3 of the contract: people's actions arrive, the bot's own do not, and admins are marked."""

from __future__ import annotations

import pytest

from bots.core.inbound import (
    BotInvited,
    BotJoined,
    CommandInvoked,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
)
from bots.core.outbound import Button, Content, Delete, Edit, Join, Post
from bots.core.richtext import Text
from bots.ports import Sent
from tests.contract.rig import Rig, key, posted, send, words

YES = Button("rsvp:1:yes", "Yes", "✅")


class InboundContract:
    """How people's actions arrive."""

    # Points 1 and 2: people's actions arrive in order, and again if they were not committed

    async def test_messages_arrive_in_order(self, rig: Rig) -> None:
        """People's messages arrive in the room's order."""
        said = [
            await someone.say(rig.room, f"number {number}") for number, someone in enumerate([rig.host, rig.guest] * 3)
        ]
        await rig.inbox.gets(MessagePosted, lambda value: value.message == said[-1])
        came = [value for value in rig.inbox.values if isinstance(value, MessagePosted) and value.message in said]
        assert [value.message for value in came] == said
        assert [value.text for value in came] == [f"number {number}" for number in range(6)]
        assert all(value.room == rig.room and value.account == rig.adapter.account for value in came)
        assert all(value.at.tzinfo is not None for value in came)

    async def test_missed_messages_arrive_after_a_restart(self, rig: Rig) -> None:
        """A restart continues at the stored cursor, so that missed messages arrive and committed ones do not."""
        before = await rig.host.say(rig.room, "before")
        await rig.inbox.gets(MessagePosted, lambda value: value.message == before)
        await rig.stop()
        missed = [await rig.guest.say(rig.room, f"missed {number}") for number in range(3)]
        rig.inbox.values.clear()
        await rig.restart()
        await rig.inbox.gets(MessagePosted, lambda value: value.message == missed[-1])
        came = [value.message for value in rig.inbox.values if isinstance(value, MessagePosted)]
        assert came == missed

    async def test_uncommitted_values_arrive_again_with_the_same_key(self, rig: Rig) -> None:
        """Values whose commit did not return arrive again with equal keys."""
        rig.inbox.closed = True
        said = await rig.host.say(rig.room, "lost on the way?")
        offered = await rig.inbox.gets(MessagePosted, lambda value: value.message == said, among="offered")
        rig.inbox.closed = False
        await rig.restart()
        again = await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
        assert again == offered

    async def test_commands_are_distinguished_from_messages(self, rig: Rig) -> None:
        """The prefix and a letter make a command, whose line follows."""
        said = await rig.host.say(rig.room, f'{rig.adapter.capabilities.prefix}poll "Tea?" yes no')
        value = await rig.inbox.gets(CommandInvoked, lambda value: value.message == said)
        assert value.line == 'poll "Tea?" yes no'

    async def test_reply_names_its_message(self, rig: Rig) -> None:
        """A command that replies to a message names that message."""
        first = await rig.guest.say(rig.room, "worth telling")
        prefix = rig.adapter.capabilities.prefix
        said = await rig.host.say(rig.room, f"{prefix}highlight", reply_to=first)
        value = await rig.inbox.gets(CommandInvoked, lambda value: value.message == said)
        assert (value.line, value.reply_to) == ("highlight", first)

    async def test_edits_and_deletions_arrive(self, rig: Rig) -> None:
        """An edit arrives with the new text, and a deletion with the message's id where the platform reports it."""
        said = await rig.guest.say(rig.room, "frist")
        await rig.guest.edit(rig.room, said, "first")
        edited = await rig.inbox.gets(MessageEdited, lambda value: value.message == said)
        assert (edited.text, edited.person.user) == ("first", rig.guest.user)
        if rig.adapter.capabilities.reports_deletions:
            await rig.guest.withdraw(rig.room, said)
            await rig.inbox.gets(MessageDeleted, lambda value: value.message == said)

    async def test_edit_into_a_command_arrives_as_one(self, rig: Rig) -> None:
        """An edit of a mistyped command gives the new line, and names the message."""
        prefix = rig.adapter.capabilities.prefix
        said = await rig.host.say(rig.room, f"{prefix}pol list")
        await rig.host.edit(rig.room, said, f"{prefix}poll list")
        edited = await rig.inbox.gets(CommandInvoked, lambda value: value.message == said and value.edited)
        assert (edited.line, edited.person.user) == ("poll list", rig.host.user)

    async def test_reactions_and_their_removal_arrive(self, rig: Rig) -> None:
        """A reaction names its message and emoji, and its removal names the message or the reaction."""
        said = await rig.host.say(rig.room, "nice?")
        reaction = await rig.guest.react(rig.room, said, "👍")
        added = await rig.inbox.gets(ReactionAdded, lambda value: value.message == said)
        assert (added.emoji, added.person.user) == ("👍", rig.guest.user)
        assert added.reaction
        await rig.guest.unreact(rig.room, said, "👍", reaction)
        await rig.inbox.gets(
            MessageDeleted | ReactionRemoved,  # type: ignore[arg-type]  # isinstance takes a union
            lambda value: value.message in (said, added.reaction),
        )

    async def test_joins_and_leaves_arrive(self, rig: Rig) -> None:
        """A leave and a join arrive with the person's name."""
        await rig.guest.leave(rig.room)
        left = await rig.inbox.gets(MemberLeft, lambda value: value.room == rig.room)
        await rig.guest.enter(rig.room)
        came = await rig.inbox.gets(MemberJoined, lambda value: value.room == rig.room)
        assert (left.person.user, left.person.name) == (rig.guest.user, rig.guest.name)
        assert (came.person.user, came.person.name) == (rig.guest.user, rig.guest.name)
        assert left.key != came.key

    async def test_bot_accepts_an_invitation_by_joining(self, rig: Rig) -> None:
        """The bot joins the room of an invitation, may repeat that, and reports that it is in the room."""
        room = await rig.host.invite_bot()
        invited = await rig.inbox.gets(BotInvited, lambda value: value.room == room)
        assert (invited.person.user, invited.direct) == (rig.host.user, False)
        assert isinstance(await send(rig, key(), Join(room=room)), Sent)
        await rig.inbox.gets(BotJoined, lambda value: value.room == room)
        assert isinstance(await send(rig, key(), Join(room=room)), Sent)
        receipt = await send(rig, key(), Post(room=room, content=words("thank you")))
        assert isinstance(receipt, Sent)

    # Point 3: the bot ignores itself, and knows the admins of a room

    async def test_own_actions_give_no_values(self, rig: Rig) -> None:
        """The bot's own posts, buttons, edits and deletions give no values."""
        content = Content((Text(f"{rig.adapter.capabilities.prefix}help"),), buttons=(YES,))
        shown = await posted(rig, content, card="a:1")
        await send(rig, key(), Edit(room=rig.room, card="a:1", content=words("edited")), shown)
        await send(rig, key(), Delete(room=rig.room, card="a:1"), shown)
        said = await rig.host.say(rig.room, "done")
        await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
        about = [value for value in rig.inbox.values if getattr(value, "message", None) == shown]
        assert about == []
        people = {value.person.user for value in rig.inbox.values if isinstance(value, MessagePosted | ReactionAdded)}
        assert people <= {rig.host.user, rig.guest.user}

    @pytest.mark.parametrize("admin", [True, False], ids=["host", "guest"])
    async def test_admins_are_marked(self, rig: Rig, admin: bool) -> None:
        """Every value that an admin of the room causes is marked, and other people's values are not."""
        someone = rig.host if admin else rig.guest
        said = await someone.say(rig.room, f"I am {someone.name}")
        ordered = await someone.say(rig.room, f"{rig.adapter.capabilities.prefix}help")
        await someone.react(rig.room, said, "👋")
        message = await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
        command = await rig.inbox.gets(CommandInvoked, lambda value: value.message == ordered)
        reaction = await rig.inbox.gets(ReactionAdded, lambda value: value.message == said)
        assert [value.person.admin for value in (message, command, reaction)] == [admin] * 3
        assert {value.person.name for value in (message, command, reaction)} == {someone.name}
