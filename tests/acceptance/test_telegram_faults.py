"""Telegram misbehaves: floods, conflicts, gateways, lost replies, malformed updates, ids that begin anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.standins.telegram.faults import BadGateway, Conflict, Fails, Flood, LostReply

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """A town with a running bot."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


@pytest.mark.parametrize("fault", [Flood(1), BadGateway(), Conflict()], ids=lambda fault: type(fault).__name__)
async def test_what_was_not_performed_is_said_later_once(here: BotOnTelegram, fault: Flood | BadGateway) -> None:
    """A pause that Telegram asks for is kept, an unreachable Telegram waited for; nothing is lost, nothing doubled."""
    carla, room = await here.community()
    here.telegram.fault("sendMessage", fault)
    carla.say(room, "/poll_list")
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1


async def test_a_lost_reply_to_a_post_is_said_again_and_shown_in_the_outbox(here: BotOnTelegram) -> None:
    """The message went out and nobody knows: a post is repeated, since a missing one is worse than a doubled one."""
    carla, room = await here.community()
    here.telegram.fault("sendMessage", LostReply())
    carla.say(room, '/poll "Tea?" yes no')
    await here.telegram.until(lambda: [s for s in here.telegram.shown(room) if "nobody has voted" in s.text][1:])
    assert await here.count(room, "nobody has voted yet") == 2


async def test_an_edit_whose_reply_was_lost_is_made_again(here: BotOnTelegram) -> None:
    """Edits are repeated: not modified is a success."""
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


async def test_bad_requests_are_never_retried(here: BotOnTelegram) -> None:
    """PTB counts BadRequest among network errors; it is Telegram's own no."""
    carla, room = await here.community()
    here.telegram.fault("sendMessage", Fails(400, "Bad Request: not enough rights to send text messages to the chat"))
    carla.say(room, "/poll_list")
    await here.idle()
    tries = [one for one in here.telegram.requests("sendMessage") if "No poll is open" in str(one.params)]
    assert [one.code for one in tries] == [400]


async def test_a_malformed_update_is_put_aside(here: BotOnTelegram) -> None:
    """One update that nobody can read stops nothing that came with it."""
    carla, room = await here.community()
    await here.stop()
    carla.say(room, "/poll_list")
    here.telegram.malformed(here.bot)
    carla.say(room, "/event_list")
    await here.start()
    await here.sees(room, "No poll is open")
    await here.sees(room, "Nothing is planned")
    assert [letter.split(":")[2] for letter in await here.dead_letters()] == ["unreadable"]
    await here.clear_dead_letters()


@pytest.mark.parametrize("said", ["turn", "form", "event", "ask:x", "poll:99999999999999999999:1", "😀"])
async def test_a_press_whose_button_no_message_had_is_answered(here: BotOnTelegram, said: str) -> None:
    """A client may send whatever it likes for a button: it is told that there is no such one, and nothing breaks."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    carla.say(room, '/poll "Tea?" yes no')
    card = await here.sees(room, "nobody has voted yet")
    query = anna.press(room, card.id, "yes", said=said)
    assert (await here.telegram.answered(query)).text
    assert await here.dead_letters() == []


async def test_ids_that_begin_anew_after_a_quiet_week(here: BotOnTelegram) -> None:
    """After a week without updates their numbers begin anew, lower: nothing is lost."""
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


async def test_another_process_on_the_same_bot_is_named(here: BotOnTelegram, capfd: pytest.CaptureFixture[str]) -> None:
    """A conflict is explained, waited out, and nothing is lost."""
    carla, room = await here.community()
    here.telegram.second_poller(here.bot)
    carla.say(room, "/poll_list")
    await here.sees(room, "No poll is open")
    assert "another process asks for this bot's updates" in capfd.readouterr().out


async def test_groups_whose_administrators_are_not_told_hold_up_nobody(here: BotOnTelegram) -> None:
    """Telegram wants a long pause before it names them: who managed a group goes on to; a new one is heard as well."""
    carla = here.telegram.person("Carla")
    room = here.telegram.supergroup("Lyon", carla, here.bot, admins=(here.bot,))
    await here.sees(room, "I am glocal")
    await here.forward(minutes=2)
    here.telegram.fault("getChatAdministrators", Flood(3600), times=1000)
    carla.say(room, "/setup Lyon en Europe/Paris")
    await here.sees(room, "Lyon is set up")
    other = here.telegram.supergroup("Other", here.telegram.person("Nora"), here.bot, admins=(here.bot,))
    await here.sees(other, "I am glocal")
    here.telegram.mend()


async def test_telegram_is_down_for_a_while(here: BotOnTelegram) -> None:
    """What is due meanwhile is said once it is back."""
    carla, room = await here.community()
    here.telegram.down()
    carla.say(room, "/poll_list")
    await here.forward(seconds=1)
    here.telegram.up()
    await here.sees(room, "No poll is open")
    assert await here.count(room, "No poll is open") == 1
