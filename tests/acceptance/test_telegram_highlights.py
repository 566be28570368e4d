"""Tests for highlights from one Telegram group to another, with reactions, nominations and files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from storage.tables import CachedMessage
from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.acceptance.sample_files import PIXEL, picture
from tests.standins.telegram.faults import Fails, LostReply

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def test_highlight_follows_its_source(here: BotOnTelegram) -> None:
    """Three reactions make a highlight, which follows edits and more reactions until its author stops it."""
    people = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo", "Dora")]
    anna, fans = people[0], people[1:]
    _, room, nora, net = await here.linked_community(*people)
    message = anna.say(room, "We planted 40 trees!")
    for fan in fans:
        fan.react(room, message, "❤")
    note = await here.sees(room, "will be shared with")
    toast = await here.telegram.answered(anna.press(room, note.id, "Show my name"))
    assert "Your name" in toast.text
    await here.forward(minutes=10)
    copy = await here.sees(net, "40 trees")
    assert copy.text.startswith("Lyon · Anna")
    assert copy.silent and not note.silent
    assert "3 people liked it" in copy.text
    assert copy.links[0][1] == f"https://t.me/c/{str(room)[4:]}/{message}"
    nora.react(net, copy.id, "🎉")
    await here.idle()
    await here.forward(minutes=1)
    await here.sees(net, "4 people liked it", edits=1)
    nora.say(net, "Well done!", reply_to=copy.id)
    await here.idle()
    await here.forward(minutes=1)
    await here.sees(room, "❤️ one person in one other place, one reply")
    nora.say(net, "/translation fr Nous avons planté 40 arbres", reply_to=copy.id)
    await here.sees(room, "(?s)A translation by a member .français..*40 arbres")
    anna.edit(room, message, "We planted 41 trees!")
    assert (await here.sees(net, "41 trees", edits=1)).id == copy.id
    assert await here.count(room, "40 arbres") == 0
    anna.say(room, "/highlight_stop", reply_to=message)
    await here.telegram.until(lambda: here.telegram.message(net, copy.id).gone)


async def test_nomination_by_reply_without_admin_rights(here: BotOnTelegram) -> None:
    """A bot without administrator rights sees no reactions, and a nomination by reply still works."""
    anna, ben = here.telegram.person("Anna"), here.telegram.person("Ben")
    carla, room, _, net = await here.linked_community(anna, ben)
    carla.demote_bot(room, here.bot)
    ben.say(room, "/me_relay off")
    await here.sees(room, "Noted: nothing of yours")
    mine = ben.say(room, "My secret soup")
    carla.say(room, "/highlight", reply_to=mine)
    await here.sees(room, "That message stays here")
    message = anna.say(room, "Come and see the garden")
    carla.say(room, "/highlight@glocal_bot", reply_to=message)
    await here.sees(room, "will be shared with")
    await here.forward(minutes=10)
    await here.sees(net, "Come and see the garden")
    assert await here.count(net, "soup") == 0


async def test_copy_with_lost_reply_can_be_taken_back(here: BotOnTelegram) -> None:
    """A copy whose reply was lost is in the other group once, and goes when it is taken back."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    message = anna.say(room, "Call me: 0123")
    carla.say(room, "/highlight", reply_to=message)
    await here.sees(room, "will be shared with")
    await here.idle()
    here.telegram.fault("sendMessage", LostReply(), chat=net)
    await here.forward(minutes=10)
    await here.sees(net, "Call me: 0123")
    await here.idle()
    assert await here.count(net, "Call me: 0123") == 1
    anna.say(room, "/highlight_stop", reply_to=message)
    await here.telegram.until(lambda: not [s for s in here.telegram.shown(net, by=here.bot) if "0123" in s.text])


async def test_copy_follows_the_caption_of_each_picture_of_an_album(here: BotOnTelegram) -> None:
    """An edit of the second picture's caption reaches the copy; what its author takes out leaves the copy too."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    ids = anna.album(room, [("photo", picture("red")), ("photo", picture("green"))], caption="The feast")
    await here.idle()
    anna.edit(room, ids[1], "Call 0123")
    await here.idle()
    carla.say(room, "/highlight", reply_to=ids[1])
    await here.sees(room, "will be shared with")
    await here.forward(minutes=10)
    copy = await here.sees(net, "(?s)The feast.*Call 0123")
    anna.edit(room, ids[1], "")
    await here.telegram.until(lambda: "0123" not in here.telegram.message(net, copy.id).text)
    anna.edit(room, ids[0], "The feast of the year")
    assert (await here.sees(net, "The feast of the year")).id == copy.id
    anna.say(room, "/highlight_stop", reply_to=ids[0])
    await here.telegram.until(lambda: here.telegram.message(net, copy.id).gone)
    async with here.database.reading() as uow:
        assert list(await uow.all(select(CachedMessage.message).where(CachedMessage.album != ""))) == []


async def test_album_is_uploaded_again(here: BotOnTelegram) -> None:
    """The bot uploads all pictures of an album again with its caption, and reveals no file address."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    ids = anna.album(
        room, [("photo", picture("red")), ("photo", picture("green")), ("video", b"three")], caption="The feast"
    )
    await here.idle()
    carla.say(room, "/highlight", reply_to=ids[0])
    await here.sees(room, "will be shared with")
    await here.forward(minutes=10)
    await here.sees(net, "The feast")
    await here.idle()
    files = [file for shown in here.telegram.shown(net, by=here.bot) for file in shown.files]
    assert files == [picture("red"), picture("green"), b"three"]
    sent = [request for request in here.telegram.requests() if here.bot.token in str(request.params)]
    assert sent == []


@pytest.mark.parametrize("kind", ["photos", "voice notes"])
async def test_highlight_without_right_to_send_files(here: BotOnTelegram, kind: str) -> None:
    """Without the right to send files the bot names each file in its text and reports the missing right once."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    here.telegram.fault("sendPhoto", Fails(400, f"Bad Request: not enough rights to send {kind} to the chat"), times=2)
    for words in ("The first tree", "The second tree"):
        message = anna.photo(room, PIXEL, caption=words)
        await here.idle()
        carla.say(room, "/highlight", reply_to=message)
        await here.idle()
    await here.forward(minutes=10)
    for words in ("The first tree", "The second tree"):
        copy = await here.sees(net, words)
        assert (copy.media, "⚠️ 📎 photo.jpg" in copy.text) == ((), True)
    assert await here.count(net, "send media") == 1


async def test_reactions_in_topic_count_after_downtime(here: BotOnTelegram) -> None:
    """Reactions in a topic count although the bot reads them together with their message after a downtime."""
    people = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo", "Dora")]
    carla, nora = here.telegram.person("Carla"), here.telegram.person("Nora")
    forum = here.telegram.forum("Lyon", carla, *people, here.bot, admins=(here.bot,))
    net = here.telegram.supergroup("Network", nora, here.bot, admins=(here.bot,))
    topic = carla.open_topic(forum, "Garden")
    await here.set_up(carla, forum, name="Garden", thread=topic)
    await here.create_network(nora, net)
    await here.link(carla, forum, lambda: here.accept(nora, net, "Garden"), thread=topic)
    await here.idle()
    await here.stop()
    message = people[0].say(forum, "We planted 40 trees!", thread=topic)
    for fan in people[1:]:
        fan.react(forum, message, "❤")
    await here.start()
    assert await here.sees(forum, "will be shared with", thread=topic)


@pytest.mark.parametrize(
    ("kind", "media"), [("photo", "photo"), ("document", "document"), ("voice", "voice"), ("sticker", "photo")]
)
async def test_file_is_uploaded_again(here: BotOnTelegram, kind: str, media: str) -> None:
    """The bot uploads a highlight's file again, and a sticker as a picture."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    message = getattr(anna, kind)(room, PIXEL)
    await here.idle()
    carla.say(room, "/highlight", reply_to=message)
    await here.sees(room, "will be shared with")
    await here.forward(minutes=10)
    copies = await here.telegram.until(lambda: [s for s in here.telegram.shown(net, by=here.bot) if s.files])
    assert copies[0].media == (media,) and copies[0].files == (PIXEL,)


async def test_highlight_notifies_nobody_named_in_it(here: BotOnTelegram) -> None:
    """A `@name` or `/command` in a highlight is neither a mention nor a link in the other group."""
    anna, zed = here.telegram.person("Anna"), here.telegram.person("Zed", username="zed_x")
    carla, room, _, net = await here.linked_community(anna)
    zed.join(net)
    message = anna.say(room, "Look what @zed_x did, or /poll_list it: https://social.example/@zed_x")
    await here.telegram.taken(here.bot)
    carla.say(room, "/highlight", reply_to=message)
    await here.sees(room, "will be shared with")
    await here.forward(minutes=10)
    carried = await here.sees(net, "Look what")
    assert carried.pings == ()
    assert not {"mention", "bot_command"} & {kind for kind, _ in carried.entities}
    assert "https://social.example/@zed_x" in carried.text


async def test_poll_result_and_event_are_shared(here: BotOnTelegram) -> None:
    """A connector shares the result of a poll and the card of an event; the other group reads both, and no name."""
    people = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo", "Dora", "Emil")]
    carla, room, _, net = await here.linked_community(*people)
    carla.say(room, '/poll "Where to?" Lake Forest')
    card = await here.sees(room, "nobody has voted yet")
    for person in people:
        await here.telegram.answered(person.press(room, card.id, "Lake"))
    carla.say(room, "/poll_close 1")
    await here.sees(room, "(?s)Where to.*5 people voted")
    carla.say(room, '/event "Boat trip" in 3 days 2pm at the lake')
    await here.sees(room, "Shall I announce this")
    carla.say(room, "yes")
    event = await here.sees(room, "Event 1: Boat trip")
    await here.telegram.answered(people[0].press(room, event.id, "Coming"))
    for line in ("/highlight_poll 1", "/highlight_event 1"):
        carla.say(room, line)
        await here.sees(room, "(?s)This will be seen in Les Passeurs.*" + ("Lake" if "poll" in line else "Boat trip"))
        agreed = carla.say(room, "yes")
        await here.sees(room, "will be shared with Les Passeurs", after=agreed)
        await here.forward(minutes=11)
    assert "Lake 100%" in (await here.sees(net, "Lyon asked")).text
    assert "the lake" in (await here.sees(net, "Boat trip")).text
    assert await here.count(net, "Anna") == 0
