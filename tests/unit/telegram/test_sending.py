"""The adapter sends to the stand-in: files, notices, old messages, missing rights and moved chats."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bots.core.inbound import Attachment, RightsReported, RoomMoved
from bots.core.outbound import (
    Answer,
    ApproveJoinRequest,
    Button,
    CheckRights,
    Content,
    Delete,
    DirectMessage,
    Edit,
    Fetch,
    NativePoll,
    PollOption,
    Post,
    ShowForm,
)
from bots.core.richtext import Text
from bots.ports import Later, Refused, Sent, Unknown
from tests.contract.rig import key, posted, send, words
from tests.contract.telegram_rig import TelegramRig, running
from tests.standins.telegram.faults import BadGateway, Fails, Flood, LostReply
from tests.standins.telegram.platform import opened
from tests.standins.telegram.shown import Shown

pytestmark = pytest.mark.telegram
YES = Button("rsvp:1:yes", "Yes", "✅")


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    """Run the adapter in a supergroup."""
    with opened() as telegram:
        async with running(telegram) as made:
            yield made


def files(*mimes: str) -> tuple[Attachment, ...]:
    """Build attachments of these types."""
    return tuple(Attachment(name=f"file {number}", mime=mime, size=1) for number, mime in enumerate(mimes))


def shown(rig: TelegramRig) -> list[Shown]:
    """Return the bot's messages."""
    return rig.telegram.shown(rig.chat, by=rig.bot)


async def test_short_text_is_the_caption(rig: TelegramRig) -> None:
    """A file with a short text is one message, and an edit changes its caption."""
    content = Content((Text("A <tree>"),), buttons=(YES,), attachments=files("image/png"))
    receipt = await send(rig, key(), Post(room=rig.room, content=content, card="a:1"), files=(b"tree",))
    assert isinstance(receipt, Sent)
    message = shown(rig)[0]
    assert (message.text, message.media, message.files, message.labels) == (
        "A <tree>",
        ("photo",),
        (b"tree",),
        ["✅ Yes"],
    )
    edit = Edit(room=rig.room, card="a:1", content=Content((Text("Two trees"),), buttons=(YES,)))
    assert await send(rig, key(), edit, receipt.messages[0]) == Sent()
    assert shown(rig)[0].text == "Two trees"


async def test_long_text_precedes_the_files(rig: TelegramRig) -> None:
    """Text too long for a caption precedes the files, and a deletion removes all the messages."""
    content = Content((Text("x" * 2000),), attachments=files("image/png", "video/mp4", "text/plain"))
    receipt = await send(rig, key(), Post(room=rig.room, content=content, card="a:1"), files=(b"a", b"b", b"c"))
    assert isinstance(receipt, Sent)
    assert [message.media for message in shown(rig)] == [(), ("photo",), ("video",), ("document",)]
    assert len(receipt.messages) == 4
    albums = {message.album for message in shown(rig)[1:3]}
    assert len(albums) == 1 and None not in albums
    delete = Delete(room=rig.room, card="a:1")
    assert await send(rig, key(), delete, receipt.messages[0], also=receipt.messages[1:]) == Sent()
    assert shown(rig) == []


async def test_flood_delays_the_second_part_only(rig: TelegramRig) -> None:
    """If a flood delays the second part, the adapter sends it later and does not repeat the first."""
    rig.telegram.fault("sendDocument", Flood(1))
    content = Content((Text("x" * 2000),), attachments=files("text/plain"))
    receipt = await send(rig, key(), Post(room=rig.room, content=content), files=(b"c",))
    assert isinstance(receipt, Sent)
    assert [message.media for message in shown(rig)] == [(), ("document",)]


async def press(rig: TelegramRig) -> str:
    """Press a button and return the query's id."""
    card = await posted(rig, Content((Text("Coming?"),), buttons=(YES,)), card="rsvp:1")
    return rig.guest.person.press(rig.chat, int(card.split(":")[1]), "Yes")


async def test_press_is_answered_by_a_notice(rig: TelegramRig) -> None:
    """A short notice disappears, a long one stays until closed, and an empty answer only acknowledges the press."""
    for text, alert in (("Noted", False), ("x" * 150, True), ("", False)):
        query = await press(rig)
        answer = Answer(room=rig.room, user=rig.guest.user, content=words(text) if text else Content(()), token=query)
        assert await send(rig, key(), answer) == Sent()
        toast = rig.telegram.toast(query)
        assert toast is not None
        assert (toast.text, toast.alert) == (text, alert)


async def test_long_answer_to_a_press_is_posted(rig: TelegramRig) -> None:
    """An answer too long for a notice acknowledges the press and is posted in the room."""
    query = await press(rig)
    receipt = await send(rig, key(), Answer(room=rig.room, user=rig.guest.user, content=words("y" * 300), token=query))
    assert isinstance(receipt, Sent) and receipt.messages
    assert shown(rig)[-1].text == "y" * 300
    assert rig.telegram.toast(query) is not None


async def test_answer_to_an_expired_press_is_dropped(rig: TelegramRig) -> None:
    """The adapter drops the answer to an expired press instead of posting it in the room."""
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    rig.telegram.fault("answerCallbackQuery", Fails(400, too_old))
    query = await press(rig)
    answer = Answer(room=rig.room, user=rig.guest.user, content=words("Noted"), token=query)
    assert await send(rig, key(), answer) == Sent()
    assert [message.text for message in shown(rig)] == ["Coming?"]


async def test_undeletable_message_is_blanked(rig: TelegramRig) -> None:
    """The adapter blanks a message that is too old to delete."""
    card = await posted(rig, Content((Text("A secret"),), buttons=(YES,)), card="a:1")
    rig.telegram.fault("deleteMessage", Fails(400, "Bad Request: message can't be deleted for everyone"))
    assert await send(rig, key(), Delete(room=rig.room, card="a:1"), card) == Sent()
    message = shown(rig)[0]
    assert (message.text, message.labels) == ("—", [])


async def test_message_id_before_a_migration_is_gone(rig: TelegramRig) -> None:
    """A message id of a migrated group does not affect the same number in the new chat."""
    card = await posted(rig, words("before"), card="a:1")
    for call in (Edit(room="-100999", card="a:1", content=words("after")), Delete(room="-100999", card="a:1")):
        receipt = await send(rig, key(), call, card)
        assert isinstance(receipt, Refused)
        assert receipt.reason == "gone"


async def test_post_follows_a_migration(rig: TelegramRig) -> None:
    """A post to a migrated group goes to the new chat, and the adapter reports the move."""
    group = rig.telegram.group("Small", rig.host.person, rig.bot)
    new = rig.telegram.move(group, told=False)
    receipt = await send(rig, key(), Post(room=str(group), content=words("hello")))
    assert isinstance(receipt, Sent)
    assert receipt.room == str(new)
    moved = await rig.inbox.gets(RoomMoved)
    assert (moved.room, moved.new_room) == (str(group), str(new))


async def test_receipts_of_failures(rig: TelegramRig) -> None:
    """A flood or a gateway error gives Later for this chat; a lost reply gives Unknown if the message isn't found."""
    rig.telegram.fault("editMessageReplyMarkup", Fails(500, "Internal Server Error"))
    call = Post(room=rig.room, content=words("hello"))
    for fault, kind, account_wide in (
        (Flood(1), Later, False),
        (BadGateway(), Later, False),
        (LostReply(), Unknown, None),
    ):
        rig.telegram.fault("sendMessage", fault)
        receipt = await rig.once(call)
        assert isinstance(receipt, kind)
        assert getattr(receipt, "account_wide", None) is account_wide


async def test_missing_rights_are_reported(rig: TelegramRig) -> None:
    """An administrator has all rights, and a plain member's missing rights are reported."""
    await send(rig, key(), CheckRights(room=rig.room, subject="check"))
    assert (await rig.inbox.gets(RightsReported, lambda value: value.subject == "check")).missing == ()
    rig.host.person.demote_bot(rig.chat, rig.bot)
    await send(rig, key(), CheckRights(room=rig.room, subject="again"))
    found = await rig.inbox.gets(RightsReported, lambda value: value.subject == "again")
    assert {missing.breaks for missing in found.missing} == {"read", "react", "members"}
    await send(rig, key(), CheckRights(room=rig.guest.user, subject="private"))
    assert (await rig.inbox.gets(RightsReported, lambda value: value.subject == "private")).missing == ()


async def test_approval_can_be_repeated(rig: TelegramRig) -> None:
    """Approving a person who has joined already also succeeds."""
    zoe = rig.telegram.person("Zoe")
    zoe.ask_to_join(rig.chat)
    for _ in range(2):
        assert await send(rig, key(), ApproveJoinRequest(room=rig.room, user=str(zoe.user))) == Sent()


async def test_native_poll_has_two_ids(rig: TelegramRig) -> None:
    """A native poll gives its own id and then its message's, and allows several choices."""
    options = tuple(PollOption(str(number), f"{number} " + "x" * 200) for number in range(12))
    poll = NativePoll("?" * 400, options, max_choices=3)
    receipt = await send(rig, key(), Post(room=rig.room, content=Content((), poll=poll), card="poll:1"))
    assert isinstance(receipt, Sent)
    assert receipt.messages[0].startswith("poll:") and receipt.messages[1].startswith(f"{rig.room}:")
    standing = shown(rig)[0].poll
    assert standing is not None and standing.multiple and not standing.anonymous


async def test_unsupported_calls(rig: TelegramRig) -> None:
    """A form falls back to a message, and fetches, unreachable people, unknown rooms and empty posts are refused."""
    form = ShowForm(
        room=rig.room, user=rig.guest.user, token="1", form="a:1", title="A", fields=(), fallback=words("Type it")
    )
    assert isinstance(await send(rig, key(), form), Sent)
    assert shown(rig)[-1].text == "Type it"
    assert isinstance(await send(rig, key(), Fetch(room=rig.room, message="1", subject="1")), Refused)
    stranger = rig.telegram.person("Zoe")
    receipt = await send(rig, key(), DirectMessage(room=rig.room, user=str(stranger.user), content=words("hello")))
    assert isinstance(receipt, Refused)
    assert receipt.reason == "unreachable-person"
    nowhere = await send(rig, key(), Post(room="#lyon", content=words("hello")))
    assert isinstance(nowhere, Refused)
    empty = await send(rig, key(), Post(room=rig.room, content=Content(())))
    assert isinstance(empty, Refused)
