"""The contract of bots/ports.py as one test class. A platform's test module subclasses it and provides the `rig`."""

from __future__ import annotations

import uuid

import pytest

from bots.core.inbound import (
    BotInvited,
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessageFetched,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
)
from bots.core.outbound import (
    Answer,
    Button,
    Call,
    ClosePoll,
    Content,
    Delete,
    DirectMessage,
    Edit,
    Fetch,
    Join,
    NativePoll,
    PollOption,
    Post,
)
from bots.core.richtext import Bold, Mention, Rich, Text
from bots.core.safety import graphemes
from bots.ports import Refused, Sent
from tests.contract.rig import Rig, send

NASTY = '<b>bold</b> & "quotes" *stars* _lines_ `code` @room @everyone [a](https://evil.example)'
ZALGO = "Z̵̡̢̛̗̘̙̜̝̞̟̠͇̊̋̌̍̎̏̿̿̿"
RIGHT_TO_LEFT = "\u202eشلوم עולם"
YES, NO = Button("rsvp:1:yes", "Yes", "✅"), Button("rsvp:1:no", "No", "❌")
POLL = NativePoll("Tea?", (PollOption("a1", "Green"), PollOption("a2", "Black")))


def words(text: str) -> Content:
    """A content of plain words."""
    return Content((Text(text),))


def key() -> str:
    """An idempotency key that nothing else has."""
    return uuid.uuid4().hex


async def posted(rig: Rig, content: Content, *, card: str | None = None, reply_to: str | None = None) -> str:
    """The id of the message that shows the content."""
    receipt = await send(rig, key(), Post(room=rig.room, content=content, card=card, reply_to=reply_to))
    assert isinstance(receipt, Sent), receipt
    return receipt.messages[0]


class AdapterContract:
    """Each numbered point of the contract, and what every kind of call does."""

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
        """A changed message comes with its new text; a withdrawn one by its id."""
        said = await rig.guest.say(rig.room, "frist")
        await rig.guest.edit(rig.room, said, "first")
        edited = await rig.inbox.gets(MessageEdited, lambda value: value.message == said)
        assert (edited.text, edited.person.user) == ("first", rig.guest.user)
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

    # 4: sending

    async def test_an_equal_key_shows_once(self, rig: Rig) -> None:
        """Two sendings with one key are one message, when the platform can tell; the receipt is the same."""
        if not rig.adapter.capabilities.idempotent:
            return
        sending = key()
        call = Post(room=rig.room, content=Content((Text("only once"),), buttons=(YES, NO)))
        first, second = await send(rig, sending, call), await send(rig, sending, call)
        assert first == second
        assert [seen.text.splitlines()[0] for seen in await rig.said_by_bot(rig.room)].count("only once") == 1

    async def test_an_equal_key_shows_once_after_a_restart(self, rig: Rig) -> None:
        """The process that did not learn of its success repeats it after a restart: one message still."""
        if not rig.adapter.capabilities.idempotent:
            return
        sending, call = key(), Post(room=rig.room, content=words("once for all"))
        first = await send(rig, sending, call)
        await rig.restart()
        assert await send(rig, sending, call) == first

    async def test_an_edit_changes_the_message_in_place(self, rig: Rig) -> None:
        """The message that shows a card gets the new text."""
        shown = await posted(rig, words("one vote"), card="poll:1")
        receipt = await send(rig, key(), Edit(room=rig.room, card="poll:1", content=words("two votes")), shown)
        assert isinstance(receipt, Sent)
        assert (await rig.seen(rig.room, shown)).text == "two votes"

    async def test_a_deleted_message_is_gone(self, rig: Rig) -> None:
        """The message that shows a card is withdrawn."""
        shown = await posted(rig, words("nothing to see"), card="poll:1")
        assert isinstance(await send(rig, key(), Delete(room=rig.room, card="poll:1"), shown), Sent)
        assert (await rig.seen(rig.room, shown)).gone

    async def test_posts_and_answers_reply_to_a_message(self, rig: Rig) -> None:
        """An answer stands as a reply to what it answers, a post too when it is told to."""
        asked = await rig.guest.say(rig.room, "who brings tea?")
        post = await posted(rig, words("anybody?"), reply_to=asked)
        answer = Answer(room=rig.room, user=rig.guest.user, content=words("you do"), reply_to=asked)
        receipt = await send(rig, key(), answer)
        assert isinstance(receipt, Sent)
        assert (await rig.seen(rig.room, post)).reply_to == asked
        seen = await rig.seen(rig.room, receipt.messages[0])
        assert (seen.text, seen.reply_to) == ("you do", asked)

    async def test_private_messages_share_one_room(self, rig: Rig) -> None:
        """A private message goes to a room with that person alone, the next one to the same."""
        call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("welcome"))
        first, second = await send(rig, key(), call), await send(rig, key(), call)
        assert isinstance(first, Sent) and isinstance(second, Sent)
        assert first.room == second.room
        assert first.room not in (None, rig.room)
        await rig.guest.enter(str(first.room))
        assert (await rig.seen(str(first.room), first.messages[0])).text == "welcome"

    async def test_words_in_private_are_marked(self, rig: Rig) -> None:
        """What a person says in the private room is marked as such, what they say elsewhere is not."""
        call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("psst"))
        receipt = await send(rig, key(), call)
        assert isinstance(receipt, Sent) and receipt.room is not None
        await rig.guest.enter(receipt.room)
        private = await rig.guest.say(receipt.room, "yes?")
        public = await rig.guest.say(rig.room, "hello all")
        assert (await rig.inbox.gets(MessagePosted, lambda value: value.message == private)).direct
        assert not (await rig.inbox.gets(MessagePosted, lambda value: value.message == public)).direct

    async def test_who_cannot_be_reached_is_said(self, rig: Rig) -> None:
        """A private message to somebody who takes none is refused, so that the core can fall back to the room."""
        if not await rig.close_to_bot(rig.guest):
            return
        receipt = await send(rig, key(), DirectMessage(room=rig.room, user=rig.guest.user, content=words("hello")))
        assert isinstance(receipt, Refused)
        assert receipt.reason == "unreachable-person"

    async def test_a_message_is_fetched_by_its_id(self, rig: Rig) -> None:
        """Author, text as it is now, time and a link; the subject comes back."""
        if not rig.adapter.capabilities.fetch:
            return
        said = await rig.guest.say(rig.room, "frist")
        await rig.guest.edit(rig.room, said, "first!")
        await rig.inbox.gets(MessageEdited, lambda value: value.message == said)
        sending = key()
        assert isinstance(await send(rig, sending, Fetch(room=rig.room, message=said, subject="h:1")), Sent)
        found = await rig.inbox.gets(MessageFetched, lambda value: value.message == said)
        assert found.person is not None and found.posted is not None
        assert (found.subject, found.text, found.person.user) == ("h:1", "first!", rig.guest.user)
        assert (found.person.name, found.link[:8]) == (rig.guest.name, "https://")
        assert sending in found.key

    async def test_a_withdrawn_message_is_fetched_without_a_person(self, rig: Rig) -> None:
        """What is gone, or never was, is answered too."""
        if not rig.adapter.capabilities.fetch:
            return
        said = await rig.guest.say(rig.room, "a secret")
        await rig.guest.withdraw(rig.room, said)
        await rig.inbox.gets(MessageDeleted, lambda value: value.message == said)
        await send(rig, key(), Fetch(room=rig.room, message=said, subject="h:2"))
        found = await rig.inbox.gets(MessageFetched, lambda value: value.message == said)
        assert (found.person, found.text) == (None, "")

    async def test_what_is_not_there_is_refused_and_nothing_raises(self, rig: Rig) -> None:
        """A room the bot is not in, a card that was never shown: a receipt says so."""
        calls: list[Call] = [
            Edit(room=rig.room, card="poll:0", content=words("x")),
            Delete(room=rig.room, card="poll:0"),
            ClosePoll(room=rig.room, card="poll:0", text=(Text("closed"),)),
        ]
        for call in calls:
            receipt = await send(rig, key(), call, target=None)
            assert isinstance(receipt, Refused), (call, receipt)
            assert receipt.reason == "gone"

    # 5: people's text is data

    @pytest.mark.parametrize("text", [NASTY, ZALGO, RIGHT_TO_LEFT, "two\nlines", "  spaces  ", "👩‍👩‍👧‍👦"])
    async def test_text_is_shown_as_it_was_written(self, rig: Rig, text: str) -> None:
        """No mark, markup or sign in people's text does anything, and nobody is notified by it."""
        shown = await posted(rig, Content((Text(text), Bold((Text(text),)))))
        seen = await rig.seen(rig.room, shown)
        assert seen.text == text + text
        assert seen.pings == ()

    async def test_only_who_is_meant_is_notified(self, rig: Rig) -> None:
        """A mention notifies when the content's `mentions` says so, and is a name otherwise."""
        rich: Rich = (Text("Hello "), Mention(rig.guest.user, rig.guest.name))
        quiet = await posted(rig, Content(rich))
        loud = await posted(rig, Content(rich, mentions=(rig.guest.user,)))
        assert (await rig.seen(rig.room, quiet)).pings == ()
        seen = await rig.seen(rig.room, loud)
        assert seen.pings == (rig.guest.user,)
        assert rig.guest.name in seen.text

    async def test_long_text_is_cut_on_a_grapheme(self, rig: Rig) -> None:
        """What is too long ends with an ellipsis, inside the platform's length, never inside a grapheme."""
        length = rig.adapter.capabilities.message_length
        family = "👩‍👩‍👧‍👦"
        shown = await posted(rig, words(family * (length // 2)))
        seen = await rig.seen(rig.room, shown)
        assert len(seen.text) <= length
        assert seen.text.endswith("…")
        assert set(graphemes(seen.text[:-1])) == {family}

    # 6: buttons and polls

    async def test_buttons_are_offered_and_come_back(self, rig: Rig) -> None:
        """A button, or its emoji where there are none, is there to press; pressing comes in."""
        shown = await posted(rig, Content((Text("Coming?"),), buttons=(YES, NO)), card="rsvp:1")
        seen = await rig.seen(rig.room, shown)
        assert seen.offered == ("✅", "❌")
        await rig.guest.react(rig.room, shown, "✅")
        if rig.adapter.capabilities.buttons:
            pressed = await rig.inbox.gets(ButtonPressed, lambda value: value.message == shown)
            assert (pressed.button, pressed.person.user) == (YES.id, rig.guest.user)
        else:
            added = await rig.inbox.gets(ReactionAdded, lambda value: value.message == shown)
            assert (added.emoji, added.person.user) == ("✅", rig.guest.user)

    async def test_an_edit_brings_new_buttons(self, rig: Rig) -> None:
        """Buttons that an edit adds are offered too."""
        shown = await posted(rig, Content((Text("Coming?"),), buttons=(YES,)), card="rsvp:1")
        edit = Edit(room=rig.room, card="rsvp:1", content=Content((Text("Coming?"),), buttons=(YES, NO)))
        assert isinstance(await send(rig, key(), edit, shown), Sent)
        assert (await rig.seen(rig.room, shown)).offered == ("✅", "❌")

    async def test_votes_in_a_native_poll_come_in(self, rig: Rig) -> None:
        """A native vote names our answer id, a changed one the new; the poll ends when told to."""
        if not rig.adapter.capabilities.native_polls:
            return
        shown = await posted(rig, Content((), poll=POLL), card="poll:9")
        assert (await rig.seen(rig.room, shown)).poll_open
        await rig.guest.vote(rig.room, shown, ["Green"])
        first = await rig.inbox.gets(ChoiceMade, lambda value: value.choices == ("a1",))
        await rig.guest.vote(rig.room, shown, ["Black"])
        second = await rig.inbox.gets(ChoiceMade, lambda value: value.choices == ("a2",))
        assert [(vote.message, vote.person.user) for vote in (first, second)] == [(shown, rig.guest.user)] * 2
        closing = ClosePoll(room=rig.room, card="poll:9", text=(Text("Black wins"),))
        assert isinstance(await send(rig, key(), closing, shown), Sent)
        assert not (await rig.seen(rig.room, shown)).poll_open
