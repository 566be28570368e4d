"""Tests for faults of Telegram: floods, conflicts, lost replies, malformed updates, restarted update ids."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.standins.telegram.faults import NESTED, BadGateway, Conflict, CutReply, Fails, Fault, Flood, LostReply, Slow
from tests.standins.telegram.users import Json

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


@pytest.mark.parametrize("fault", [Flood(1), BadGateway(), Conflict()], ids=lambda fault: type(fault).__name__)
async def test_failed_request_is_retried_once(here: BotOnTelegram, fault: Flood | BadGateway) -> None:
    """After a pause, an error or a conflict the bot's answer arrives once."""
    carla, room = await here.community()
    here.telegram.fault("sendMessage", fault)
    carla.say(room, "/poll_list")
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1


async def test_post_with_lost_reply_exists_once_and_is_edited(here: BotOnTelegram) -> None:
    """The bot finds a post whose reply was lost, does not repeat it, and keeps it up to date."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    here.telegram.fault("sendMessage", LostReply())
    carla.say(room, '/poll "Tea?" yes no')
    card = await here.sees(room, "nobody has voted yet")
    await here.idle()
    anna.press(room, card.id, "yes")
    await here.sees(room, "one person has voted", edits=1)
    assert len([one for one in here.telegram.shown(room, by=here.bot) if "Tea?" in one.text]) == 1


async def test_post_that_cannot_be_found_is_repeated(here: BotOnTelegram) -> None:
    """The bot repeats a post that it can't find, because a missing post is worse than a double one."""
    carla, room = await here.community()
    here.telegram.fault("sendMessage", LostReply())
    here.telegram.fault("editMessageReplyMarkup", Fails(500, "Internal Server Error"), times=2)
    carla.say(room, '/poll "Tea?" yes no')
    await here.telegram.until(lambda: [s for s in here.telegram.shown(room) if "nobody has voted" in s.text][1:])
    assert await here.count(room, "nobody has voted yet") == 2


@pytest.mark.parametrize("after", [20, 60])
async def test_post_with_cut_reply_exists_once_and_is_edited(here: BotOnTelegram, after: int) -> None:
    """A post whose answer breaks off is not repeated, and its card is updated when the answer's beginning names it."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    here.telegram.fault("sendMessage", CutReply(after))
    carla.say(room, '/poll "Tea?" yes no')
    card = await here.sees(room, "nobody has voted")
    anna.press(room, card.id, "yes")
    if after == 60:
        await here.sees(room, "one person has voted", edits=1)
    await here.idle()
    await here.forward(minutes=1)
    await here.idle()
    assert len([one for one in here.telegram.shown(room, by=here.bot) if "Tea?" in one.text]) == 1


@pytest.mark.slow
async def test_post_with_slow_reply_exists_once(here: BotOnTelegram) -> None:
    """A post is not repeated while its answer is on its way."""
    carla, room = await here.community()
    here.telegram.fault("sendMessage", Slow(22))
    carla.say(room, '/poll "Tea?" yes no')
    await here.sees(room, "nobody has voted")
    await here.telegram.until(lambda: not here.telegram.faults_left)
    await here.outbox_empty(with_postponed=True)
    assert len([one for one in here.telegram.shown(room, by=here.bot) if "Tea?" in one.text]) == 1


async def test_edit_with_lost_reply_is_repeated(here: BotOnTelegram) -> None:
    """The bot repeats an edit whose reply was lost and accepts “not modified” as success."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    carla.say(room, '/poll "Tea?" yes no')
    card = await here.sees(room, "nobody has voted yet")
    here.telegram.fault("editMessageText", LostReply())
    anna.press(room, card.id, "yes")
    await here.sees(room, "one person has voted", edits=1)
    await here.telegram.until(lambda: here.telegram.requests("editMessageText")[1:])
    await here.idle()
    assert "not modified" in here.telegram.requests("editMessageText")[1].description


async def test_bad_request_is_not_retried(here: BotOnTelegram) -> None:
    """The bot does not retry a bad request, although PTB counts it among network errors."""
    carla, room = await here.community()
    here.telegram.fault("sendMessage", Fails(400, "Bad Request: not enough rights to send text messages to the chat"))
    carla.say(room, "/poll_list")
    await here.idle()
    tries = [one for one in here.telegram.requests("sendMessage") if "No poll is open" in str(one.params)]
    assert [one.code for one in tries] == [400]


@pytest.mark.parametrize("update", [None, {"message": {"text": NESTED}}], ids=["types", "nested"])
async def test_malformed_update_becomes_dead_letter(here: BotOnTelegram, update: Json | None) -> None:
    """A malformed update becomes a dead letter and does not stop the others."""
    carla, room = await here.community()
    await here.stop()
    carla.say(room, "/poll_list")
    here.telegram.malformed(here.bot, update)
    carla.say(room, "/event_list")
    await here.start()
    await here.sees(room, "No poll is open")
    await here.sees(room, "Nothing is planned")
    assert [letter.split(":")[2] for letter in await here.dead_letters()] == ["unreadable"]
    await here.clear_dead_letters()


@pytest.mark.parametrize("data", ["turn", "form", "event", "ask:x", "poll:99999999999999999999:1", "😀"])
async def test_press_of_unknown_button_is_answered(here: BotOnTelegram, data: str) -> None:
    """The bot answers the press of a button that no message has."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    carla.say(room, '/poll "Tea?" yes no')
    card = await here.sees(room, "nobody has voted yet")
    query = anna.press(room, card.id, "yes", said=data)
    assert (await here.telegram.answered(query)).text
    assert await here.dead_letters() == []


async def test_restarted_update_ids_lose_nothing(here: BotOnTelegram) -> None:
    """After a week without updates Telegram restarts the update ids lower, and the bot misses none."""
    carla, room = await here.community()
    await here.idle()
    await here.stop()
    await here.forward(days=8)
    here.telegram.restart_ids(here.bot)
    carla.say(room, "/poll_list")
    await here.start()
    await here.sees(room, "No poll is open")
    carla.say(room, "/event_list")
    await here.sees(room, "Nothing is planned")
    assert await here.count(room, "No poll is open") == 1


async def test_second_process_on_same_bot_is_logged(here: BotOnTelegram, capfd: pytest.CaptureFixture[str]) -> None:
    """The log explains a conflict with a second process, and the bot recovers from it."""
    carla, room = await here.community()
    here.telegram.second_poller(here.bot)
    carla.say(room, "/poll_list")
    await here.sees(room, "No poll is open")
    assert "another process asks for this bot's updates" in capfd.readouterr().out


async def test_unavailable_administrator_list_blocks_nobody(here: BotOnTelegram) -> None:
    """While Telegram withholds the administrator lists, known managers keep their rights and other groups work."""
    carla = here.telegram.person("Carla")
    room = here.telegram.supergroup("Lyon", carla, here.bot, admins=(here.bot,))
    await here.sees(room, "I’m glocal")
    await here.forward(minutes=2)
    here.telegram.fault("getChatAdministrators", Flood(3600), times=1000)
    carla.say(room, "/setup Lyon en Europe/Paris")
    await here.sees(room, "Lyon is set up")
    other = here.telegram.supergroup("Other", here.telegram.person("Nora"), here.bot, admins=(here.bot,))
    assert await here.sees(other, "I’m glocal")
    here.telegram.mend()


@pytest.mark.parametrize(
    "fault", [Fails(500, "Internal Server Error"), Slow(30)], ids=lambda fault: type(fault).__name__
)
async def test_group_with_unreadable_administrators_waits_alone(here: BotOnTelegram, fault: Fault) -> None:
    """A group whose administrators cannot be read delays no other group, and is answered without knowing them."""
    carla, room = await here.community()
    nora, guest = here.telegram.person("Nora"), here.telegram.person("Gus")
    other = here.telegram.supergroup("Other", nora, guest, here.bot, admins=(here.bot,))
    await here.sees(other, "I’m glocal")
    await here.forward(hours=2)
    here.telegram.fault("getChatAdministrators", fault, times=1000, chat=other)
    guest.say(other, "/poll_list")
    for command, reply in (("/poll_list", "No poll is open"), ("/event_list", "Nothing is planned")):
        carla.say(room, command)
        await here.sees(room, reply)
    assert len(here.telegram.shown(other, by=here.bot)) == 1
    await here.telegram.until(lambda: len(here.telegram.shown(other, by=here.bot)) == 2)
    here.telegram.mend()


async def test_answer_arrives_after_telegram_outage(here: BotOnTelegram) -> None:
    """After an outage of Telegram the bot's answer arrives once."""
    carla, room = await here.community()
    here.telegram.down()
    carla.say(room, "/poll_list")
    await here.forward(seconds=1)
    here.telegram.up()
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1
