"""Point 4 of the contract: each kind of call is performed once for each key, and ends with a receipt."""

from __future__ import annotations

from functools import partial

from bots.core.inbound import HistoryFetched, MessageDeleted, MessageEdited, MessageFetched, MessagePosted
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
    FetchHistory,
    Post,
)
from bots.core.richtext import Text
from bots.ports import Refused, Sent
from tests.contract.rig import Rig, key, posted, send, words

YES, NO = Button("rsvp:1:yes", "Yes", "✅"), Button("rsvp:1:no", "No", "❌")


def _has_subject(subject: str, found: HistoryFetched) -> bool:
    return found.subject == subject


class OutboundContract:
    """How calls of the bot are performed."""

    # Point 4: sending

    async def test_repeated_key_appears_once(self, rig: Rig) -> None:
        """Two sends with one key show one message and give the same receipt, if the platform recognizes keys."""
        if not rig.adapter.capabilities.idempotent:
            return
        sending = key()
        call = Post(room=rig.room, content=Content((Text("only once"),), buttons=(YES, NO)))
        first, second = await send(rig, sending, call), await send(rig, sending, call)
        assert first == second
        assert [seen.text.splitlines()[0] for seen in await rig.said_by_bot(rig.room)].count("only once") == 1

    async def test_repeated_key_appears_once_after_a_restart(self, rig: Rig) -> None:
        """A send that is repeated after a restart still shows one message."""
        if not rig.adapter.capabilities.idempotent:
            return
        sending, call = key(), Post(room=rig.room, content=words("once for all"))
        first = await send(rig, sending, call)
        await rig.restart()
        assert await send(rig, sending, call) == first

    async def test_an_edit_changes_the_message_in_place(self, rig: Rig) -> None:
        """An edit changes the text of the message that shows the card."""
        shown = await posted(rig, words("one vote"), card="poll:1")
        receipt = await send(rig, key(), Edit(room=rig.room, card="poll:1", content=words("two votes")), shown)
        assert isinstance(receipt, Sent)
        assert (await rig.seen(rig.room, shown)).text == "two votes"

    async def test_a_deleted_message_is_gone(self, rig: Rig) -> None:
        """A deletion removes the message that shows the card."""
        shown = await posted(rig, words("nothing to see"), card="poll:1")
        assert isinstance(await send(rig, key(), Delete(room=rig.room, card="poll:1"), shown), Sent)
        assert (await rig.seen(rig.room, shown)).gone

    async def test_posts_and_answers_reply_to_a_message(self, rig: Rig) -> None:
        """An answer is a reply to its message, and so is a post that names one."""
        asked = await rig.guest.say(rig.room, "who brings tea?")
        post = await posted(rig, words("anybody?"), reply_to=asked)
        answer = Answer(room=rig.room, user=rig.guest.user, content=words("you do"), reply_to=asked)
        receipt = await send(rig, key(), answer)
        assert isinstance(receipt, Sent)
        assert (await rig.seen(rig.room, post)).reply_to == asked
        seen = await rig.seen(rig.room, receipt.messages[0])
        assert (seen.text, seen.reply_to) == ("you do", asked)

    async def test_private_messages_share_one_room(self, rig: Rig) -> None:
        """Private messages to a person go to one room with that person alone."""
        call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("welcome"))
        first, second = await send(rig, key(), call), await send(rig, key(), call)
        assert isinstance(first, Sent)
        assert isinstance(second, Sent)
        assert first.room == second.room
        assert first.room not in (None, rig.room)
        await rig.guest.enter(str(first.room))
        assert (await rig.seen(str(first.room), first.messages[0])).text == "welcome"

    async def test_private_messages_of_people_are_marked(self, rig: Rig) -> None:
        """A person's message is marked as direct in the private room and nowhere else."""
        call = DirectMessage(room=rig.room, user=rig.guest.user, content=words("psst"))
        receipt = await send(rig, key(), call)
        assert isinstance(receipt, Sent)
        assert receipt.room is not None
        await rig.guest.enter(receipt.room)
        private = await rig.guest.say(receipt.room, "yes?")
        public = await rig.guest.say(rig.room, "hello all")
        assert (await rig.inbox.gets(MessagePosted, lambda value: value.message == private)).direct
        assert not (await rig.inbox.gets(MessagePosted, lambda value: value.message == public)).direct

    async def test_unreachable_person_is_refused(self, rig: Rig) -> None:
        """A private message to an unreachable person is refused, so that the core can answer in the room."""
        if not await rig.close_to_bot(rig.guest):
            return
        receipt = await send(rig, key(), DirectMessage(room=rig.room, user=rig.guest.user, content=words("hello")))
        assert isinstance(receipt, Refused)
        assert receipt.reason == "unreachable-person"

    async def test_a_message_is_fetched_by_its_id(self, rig: Rig) -> None:
        """A fetched message has its author, current text, time, link and the subject."""
        if not rig.adapter.capabilities.fetch:
            return
        said = await rig.guest.say(rig.room, "frist")
        await rig.guest.edit(rig.room, said, "first!")
        await rig.inbox.gets(MessageEdited, lambda value: value.message == said)
        sending = key()
        assert isinstance(await send(rig, sending, Fetch(room=rig.room, message=said, subject="h:1")), Sent)
        found = await rig.inbox.gets(MessageFetched, lambda value: value.message == said)
        assert found.person is not None
        assert found.posted is not None
        assert (found.subject, found.text, found.person.user) == ("h:1", "first!", rig.guest.user)
        assert (found.person.name, found.link[:8]) == (rig.guest.name, "https://")
        assert sending in found.key

    async def test_deleted_message_is_fetched_without_a_person(self, rig: Rig) -> None:
        """The fetch of a deleted or unknown message gives a value without a person."""
        if not rig.adapter.capabilities.fetch:
            return
        said = await rig.guest.say(rig.room, "a secret")
        await rig.guest.withdraw(rig.room, said)
        await rig.inbox.gets(MessageDeleted, lambda value: value.message == said)
        await send(rig, key(), Fetch(room=rig.room, message=said, subject="h:2"))
        found = await rig.inbox.gets(MessageFetched, lambda value: value.message == said)
        assert (found.person, found.text) == (None, "")

    async def test_history_has_what_people_said(self, rig: Rig) -> None:
        """History is what people said on one side of a message, with it, in its order and current version."""
        if not rig.adapter.capabilities.fetch:
            return
        said = [await rig.guest.say(rig.room, text) for text in ("zero", "frist", "second", "third")]
        await posted(rig, words("not a person"))
        await rig.host.say(rig.room, f"{rig.adapter.capabilities.prefix}help")
        said.append(await rig.guest.say(rig.room, "last"))
        await rig.guest.edit(rig.room, said[1], "first!")
        await rig.guest.withdraw(rig.room, said[3])
        await rig.inbox.gets(MessageDeleted, lambda value: value.message == said[3])
        for message, after, texts in (
            (said[1], True, ["first!", "second", "last"]),
            (said[2], False, ["zero", "first!", "second"]),
            (None, False, ["zero", "first!", "second", "last"]),
        ):
            subject = f"{message}{after}"
            call = FetchHistory(room=rig.room, message=message, after=after, subject=subject)
            assert isinstance(await send(rig, key(), call), Sent)
            found = await rig.inbox.gets(HistoryFetched, partial(_has_subject, subject))
            assert [one.text for one in found.messages][-len(texts) :] == texts
            assert not after or len(found.messages) == len(texts)
            assert {one.person.user for one in found.messages if one.person} == {rig.guest.user}
            assert all(one.posted and one.link for one in found.messages)

    async def test_unknown_rooms_and_cards_are_refused(self, rig: Rig) -> None:
        """A call for an unknown room or card gives a Refused receipt and raises nothing."""
        calls: list[Call] = [
            Edit(room=rig.room, card="poll:0", content=words("x")),
            Delete(room=rig.room, card="poll:0"),
            ClosePoll(room=rig.room, card="poll:0", text=(Text("closed"),)),
        ]
        for call in calls:
            receipt = await send(rig, key(), call, target=None)
            assert isinstance(receipt, Refused), (call, receipt)
            assert receipt.reason == "gone"
