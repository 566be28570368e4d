"""Points 1 to 3 of the contract: what people do comes in, the bot does not hear itself, managers are marked."""

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
    """What comes in."""

    # 1 and 2: what people do comes in, in order, once and again

    async def test_messages_come_in_their_order(self, rig: Rig) -> None:
        """What people say comes in as they said it, in the room's order."""
        said = [
            await someone.say(rig.room, f"number {number}") for number, someone in enumerate([rig.host, rig.guest] * 3)
        ]
        await rig.inbox.gets(MessagePosted, lambda value: value.message == said[-1])
        came = [value for value in rig.inbox.values if isinstance(value, MessagePosted) and value.message in said]
        assert [value.message for value in came] == said
        assert [value.text for value in came] == [f"number {number}" for number in range(6)]
        assert all(value.room == rig.room and value.account == rig.adapter.account for value in came)
        assert all(value.at.tzinfo is not None for value in came)

    async def test_what_was_missed_comes_after_a_restart(self, rig: Rig) -> None:
        """A restart reads on from the stored cursor: what was said meanwhile comes, what was stored before does not."""
        before = await rig.host.say(rig.room, "before")
        await rig.inbox.gets(MessagePosted, lambda value: value.message == before)
        await rig.stop()
        missed = [await rig.guest.say(rig.room, f"missed {number}") for number in range(3)]
        rig.inbox.values.clear()
        await rig.restart()
        await rig.inbox.gets(MessagePosted, lambda value: value.message == missed[-1])
        came = [value.message for value in rig.inbox.values if isinstance(value, MessagePosted)]
        assert came == missed

    async def test_what_was_not_committed_comes_again_under_the_same_key(self, rig: Rig) -> None:
        """The cursor never runs ahead: values whose commit did not return are given again, with equal keys."""
        rig.inbox.closed = True
        said = await rig.host.say(rig.room, "lost on the way?")
        offered = await rig.inbox.gets(MessagePosted, lambda value: value.message == said, among="offered")
        rig.inbox.closed = False
        await rig.restart()
        again = await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
        assert again == offered

    async def test_commands_are_told_from_talk(self, rig: Rig) -> None:
        """The prefix and a letter make a command; its line is what follows."""
        said = await rig.host.say(rig.room, f'{rig.adapter.capabilities.prefix}poll "Tea?" yes no')
        value = await rig.inbox.gets(CommandInvoked, lambda value: value.message == said)
        assert value.line == 'poll "Tea?" yes no'

    async def test_a_reply_names_what_it_replies_to(self, rig: Rig) -> None:
        """A command that replies to a message names that message."""
        first = await rig.guest.say(rig.room, "worth telling")
        prefix = rig.adapter.capabilities.prefix
        said = await rig.host.say(rig.room, f"{prefix}highlight", reply_to=first)
        value = await rig.inbox.gets(CommandInvoked, lambda value: value.message == said)
        assert (value.line, value.reply_to) == ("highlight", first)

    async def test_edits_and_withdrawals_come_in(self, rig: Rig) -> None:
        """A changed message comes with its new text; a withdrawn one by its id, where the platform tells."""
        said = await rig.guest.say(rig.room, "frist")
        await rig.guest.edit(rig.room, said, "first")
        edited = await rig.inbox.gets(MessageEdited, lambda value: value.message == said)
        assert (edited.text, edited.person.user) == ("first", rig.guest.user)
        if rig.adapter.capabilities.reports_deletions:
            await rig.guest.withdraw(rig.room, said)
            await rig.inbox.gets(MessageDeleted, lambda value: value.message == said)

    async def test_reactions_come_and_go(self, rig: Rig) -> None:
        """A reaction names message, emoji and itself; taking it back names one or the other."""
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

    async def test_people_come_and_go(self, rig: Rig) -> None:
        """A person who leaves, and one who enters, is told by name."""
        await rig.guest.leave(rig.room)
        left = await rig.inbox.gets(MemberLeft, lambda value: value.room == rig.room)
        await rig.guest.enter(rig.room)
        came = await rig.inbox.gets(MemberJoined, lambda value: value.room == rig.room)
        assert (left.person.user, left.person.name) == (rig.guest.user, rig.guest.name)
        assert (came.person.user, came.person.name) == (rig.guest.user, rig.guest.name)
        assert left.key != came.key

    async def test_an_invitation_is_accepted_by_joining(self, rig: Rig) -> None:
        """The bot is asked in, joins when told to, once and again, and says that it is in."""
        room = await rig.host.invite_bot()
        invited = await rig.inbox.gets(BotInvited, lambda value: value.room == room)
        assert (invited.person.user, invited.direct) == (rig.host.user, False)
        assert isinstance(await send(rig, key(), Join(room=room)), Sent)
        await rig.inbox.gets(BotJoined, lambda value: value.room == room)
        assert isinstance(await send(rig, key(), Join(room=room)), Sent)
        receipt = await send(rig, key(), Post(room=room, content=words("thank you")))
        assert isinstance(receipt, Sent)

    # 3: the bot is silent to itself, and knows who manages a room

    async def test_the_bot_does_not_hear_itself(self, rig: Rig) -> None:
        """What the bot posts, offers, edits and deletes gives no values."""
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
    async def test_who_manages_the_room_is_marked(self, rig: Rig, admin: bool) -> None:
        """Everything that a manager of the room causes says so; what others cause does not."""
        someone = rig.host if admin else rig.guest
        said = await someone.say(rig.room, f"I am {someone.name}")
        ordered = await someone.say(rig.room, f"{rig.adapter.capabilities.prefix}help")
        await someone.react(rig.room, said, "👋")
        message = await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
        command = await rig.inbox.gets(CommandInvoked, lambda value: value.message == ordered)
        reaction = await rig.inbox.gets(ReactionAdded, lambda value: value.message == said)
        assert [value.person.admin for value in (message, command, reaction)] == [admin] * 3
        assert {value.person.name for value in (message, command, reaction)} == {someone.name}
