"""What is worth telling, out of a Telegram group and into one: by reactions, by nomination, with its files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.standins.telegram.faults import Fails

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """A town with a running bot."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def test_carried_by_reactions_and_back(here: BotOnTelegram) -> None:
    """Three reactions where the bot is an administrator; edits and more reactions follow; its author takes it back."""
    people = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo", "Dora")]
    anna, fans = people[0], people[1:]
    _, room, nora, net = await here.linked_community(*people)
    said = anna.say(room, "We planted 40 trees!")
    for fan in fans:
        fan.react(room, said, "❤")
    note = await here.sees(room, "It goes there in 10 minutes")
    toast = await here.telegram.answered(anna.press(room, note.id, "Show my name"))
    assert "Your name" in toast.text
    await here.forward(minutes=10)
    copy = await here.sees(net, "40 trees")
    assert copy.text.startswith("Lyon · Anna")
    assert "3 people liked it" in copy.text
    assert copy.links[0][1] == f"https://t.me/c/{str(room)[4:]}/{said}"
    nora.react(net, copy.id, "🎉")
    await here.sees(net, "4 people liked it", edits=1)
    anna.edit(room, said, "We planted 41 trees!")
    assert (await here.sees(net, "41 trees", edits=1)).id == copy.id
    anna.say(room, "/highlight_stop", reply_to=said)
    await here.telegram.until(lambda: here.telegram.message(net, copy.id).gone)


async def test_nominated_by_a_reply_where_reactions_are_not_told(here: BotOnTelegram) -> None:
    """A plain member bot hears of no reactions; a reply with the command brings the message along."""
    anna, ben = here.telegram.person("Anna"), here.telegram.person("Ben")
    carla, room, _, net = await here.linked_community(anna, ben)
    carla.demote_bot(room, here.bot)
    ben.say(room, "/me_relay off")
    await here.sees(room, "nothing of yours")
    mine = ben.say(room, "My secret soup")
    carla.say(room, "/highlight", reply_to=mine)
    await here.sees(room, "That message stays here")
    said = anna.say(room, "Come and see the garden")
    carla.say(room, "/highlight@glocal_bot", reply_to=said)
    await here.sees(room, "It goes there in 10 minutes")
    await here.forward(minutes=10)
    await here.sees(net, "Come and see the garden")
    assert await here.count(net, "soup") == 0


async def test_an_album_travels_with_its_pictures(here: BotOnTelegram) -> None:
    """All pictures of an album are uploaded again, in one album, with the words below it; no address of a file is."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    ids = anna.album(room, [("photo", b"one"), ("photo", b"two"), ("video", b"three")], caption="The feast")
    await here.idle()
    carla.say(room, "/highlight", reply_to=ids[0])
    await here.sees(room, "It goes there in 10 minutes")
    await here.forward(minutes=10)
    await here.sees(net, "The feast")
    await here.idle()
    files = [file for shown in here.telegram.shown(net, by=here.bot) for file in shown.files]
    assert files == [b"one", b"two", b"three"]
    sent = [request for request in here.telegram.requests() if here.bot.token in str(request.params)]
    assert sent == []


@pytest.mark.parametrize("kind", ["photos", "voice notes"])
async def test_words_travel_where_the_bot_may_send_no_files(here: BotOnTelegram, kind: str) -> None:
    """The file is named in a line, and the room is told which right is missing: once, however many files there are."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    here.telegram.fault("sendPhoto", Fails(400, f"Bad Request: not enough rights to send {kind} to the chat"), times=2)
    for words in ("The first tree", "The second tree"):
        said = anna.photo(room, caption=words)
        await here.idle()
        carla.say(room, "/highlight", reply_to=said)
        await here.idle()
    await here.forward(minutes=10)
    for words in ("The first tree", "The second tree"):
        copy = await here.sees(net, words)
        assert (copy.media, "⚠️ 📎 photo.jpg" in copy.text) == ((), True)
    assert await here.count(net, "send media") == 1


async def test_reactions_in_a_topic_count_that_came_along_with_the_message(here: BotOnTelegram) -> None:
    """Telegram tells a reaction's forum, not its topic. The bot was away, and hears message and reactions at once."""
    people = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo", "Dora")]
    carla, nora = here.telegram.person("Carla"), here.telegram.person("Nora")
    forum = here.telegram.forum("Lyon", carla, *people, here.bot, admins=(here.bot,))
    net = here.telegram.supergroup("Network", nora, here.bot, admins=(here.bot,))
    topic = carla.open_topic(forum, "Garden")
    await here.set_up(carla, forum, name="Garden", thread=topic)
    await here.link(carla, forum, await here.create_network(nora, net), thread=topic)
    await here.idle()
    await here.stop()
    said = people[0].say(forum, "We planted 40 trees!", thread=topic)
    for fan in people[1:]:
        fan.react(forum, said, "❤")
    await here.start()
    await here.sees(forum, "It goes there in 10 minutes", thread=topic)


@pytest.mark.parametrize(
    ("kind", "media"), [("photo", "photo"), ("document", "document"), ("voice", "voice"), ("sticker", "photo")]
)
async def test_a_file_travels(here: BotOnTelegram, kind: str, media: str) -> None:
    """A photo, a document, a voice message; a sticker arrives as a picture."""
    anna = here.telegram.person("Anna")
    carla, room, _, net = await here.linked_community(anna)
    said = getattr(anna, kind)(room, b"content")
    await here.idle()
    carla.say(room, "/highlight", reply_to=said)
    await here.sees(room, "It goes there in 10 minutes")
    await here.forward(minutes=10)
    await here.sees(net, "Lyon")
    found = await here.telegram.until(lambda: [s for s in here.telegram.shown(net, by=here.bot) if s.files])
    assert found[0].media == (media,) and found[0].files == (b"content",)
