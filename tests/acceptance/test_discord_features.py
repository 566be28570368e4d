"""Tests for set-up, newcomers, polls and events on a simulated Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from simcord.backend.errors import SetupError

from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.contract.discord_people import DiscordPerson
from tests.waiting import until

pytestmark = pytest.mark.discord


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnDiscord]:
    """Run the bot on the simulated Discord."""
    async with bot_on_discord(tmp_path) as made:
        yield made


def button_labels(here: BotOnDiscord, room: str, message: str) -> list[str]:
    """Return the labels of a message's buttons."""
    stored = here.env.backend.get_message(int(room), int(message))
    return [str(one.get("label")) for row in stored.components for one in row["components"]]


def unix_seconds(iso: str) -> float:
    """Return a time of the API as seconds since 1970."""
    return datetime.fromisoformat(iso).timestamp()


async def test_setup_in_form(here: BotOnDiscord) -> None:
    """A manager sets the room up in one form that keeps typed values; members don't see the command."""
    guild = here.server()
    carla, anna = here.person(guild, "carla", manages=True), here.person(guild, "anna")
    room = str(guild.create_text_channel("lyon").id)
    with pytest.raises(SetupError, match="default-member-permissions"):
        await here.result(anna.command(room, "setup"))
    shown = await here.form(carla, room, carla.command(room, "setup"))
    intro = await here.sees(room, "I’m glocal")
    assert "I keep votes, answers and dates, not your conversations" in intro.text
    assert shown.modal is not None
    fields = {label["component"]["custom_id"]: label for label in shown.modal["components"]}
    assert {"en", "fr"} <= {option["value"] for option in fields["locale"]["component"]["options"]}
    typed = {"name": "Lyon Croix-Rousse", "locale": ["fr"], "zone": "Europe/Pariss"}
    refused = await here.result(carla.member.submit_modal(shown, typed))
    assert refused.response is not None
    assert refused.response.ephemeral
    again = await here.form(carla, room, carla.press(room, str(refused.response.id), "form:setup"))
    assert again.modal is not None
    assert again.modal["components"][0]["component"]["value"] == "Lyon Croix-Rousse"
    await here.result(carla.member.submit_modal(again, {**typed, "zone": "Paris"}))
    ready = await here.sees(room, "Lyon Croix-Rousse est prête")
    planned = await here.form(carla, room, carla.press(room, ready.id, "do:event"))
    assert planned.modal is not None and planned.modal["components"][0]["component"]["custom_id"] == "what"
    assert "connect" in (await here.answered(anna.press(room, ready.id, "do:event"))).lower()


async def test_journey_starts_after_server_rules(here: BotOnDiscord) -> None:
    """The bot greets a newcomer after the server's own rules and asks its rules and question in private."""
    carla, room = await here.community()
    for key, value in (("rules", "Be kind & *fair*."), ("question", "What brings you here?")):
        await here.answered(carla.command(room, "config", key=key, value=value))
    zoe = here.person(carla.guild, "zoe")
    member = here.env.backend.get_member(carla.guild.id, int(zoe.user))
    member.pending = True  # the next update says so, as Discord does while somebody still reads the server's rules
    here.env.backend.announce_member_update(carla.guild.id, int(zoe.user))
    yan = here.person(carla.guild, "yan")
    await here.committed(f"discord:joined:%:{yan.user}:%")
    await here.forward(seconds=31)
    greeting = await here.sees(room, "Welcome")
    assert yan.name in greeting.text
    private = here.private_channel(yan)
    rules = await here.sees(private, "Be kind")
    assert r"Be kind & \*fair\*." in rules.raw
    await here.result(yan.press(private, rules.id, yan.buttons(private, rules.id)[0]["custom_id"]))
    await here.sees(private, "What brings you here")
    await yan.say(private, "The garden & **soup**")
    call = await here.sees(room, "is new here")
    assert "The garden & **soup**" in call.text
    assert call.pings == (carla.user,)


async def test_newcomer_without_private_messages_is_asked_in_room(here: BotOnDiscord) -> None:
    """A newcomer who blocks private messages accepts the rules in the room."""
    carla, room = await here.community()
    await here.answered(carla.command(room, "config", key="rules", value="Be kind."))
    user = here.env.create_user("zoe")
    private = here.env.backend.get_dm_channel(user.id).id
    here.env.inject_error("POST", f"/channels/{private}/messages", status=403, code=50007, times=None)
    zoe = DiscordPerson(here.env, carla.guild, carla.guild.add_member(user))
    await here.committed(f"discord:joined:%:{zoe.user}:%")
    await here.forward(seconds=31)
    rules = await here.sees(room, "I could not reach you in private")
    await here.result(zoe.press(room, rules.id, zoe.buttons(room, rules.id)[0]["custom_id"]))
    assert await here.sees(room, "zoe is new here")


async def test_poll_with_buttons_and_changed_vote(here: BotOnDiscord) -> None:
    """Each member has one vote, can change it, and gets private answers, while one card shows the tally."""
    carla, room = await here.community()
    anna, ben = here.person(carla.guild, "anna"), here.person(carla.guild, "ben")
    options = {"question": "Where do *we* meet?", "options": "Garden, Library", "close": "2h"}
    await here.result(carla.command(room, "poll open", **options))
    card = await here.sees(room, r"^Where do \*we\* meet")
    assert button_labels(here, room, card.id)[:2] == ["Garden", "Library"]
    assert "Garden" in await here.answered(anna.press(room, card.id, "poll:1:0"))
    await here.answered(ben.press(room, card.id, "poll:1:0"))
    answers = [await here.answered(ben.press(room, card.id, "poll:1:1")) for _ in range(3)]
    assert "Library" in answers[0] and "Library" in answers[2]
    assert "Your vote is withdrawn" in answers[1]
    await here.forward(seconds=3)
    tally = await here.sees(room, r"(?s)Garden.* 1 \(50%\).*Library.* 1 \(50%\).*2 people have voted", edits=1)
    assert tally.id == card.id
    assert "connector" in await here.answered(anna.command(room, "poll close"))
    await here.forward(hours=2)
    await here.sees(room, r"(?s)Where do \*we\* meet.*Tie")
    await here.sees(room, "Poll 1 is closed")
    assert button_labels(here, room, card.id) == []


async def test_native_votes_count_in_the_same_tally(here: BotOnDiscord) -> None:
    """Votes in the native poll and by button count in the same tally, and the native poll ends with it."""
    carla, room = await here.community()
    anna, ben = here.person(carla.guild, "anna"), here.person(carla.guild, "ben")
    options = {"question": "Tea?", "options": "Green, Black", "native": "yes"}
    await here.result(carla.command(room, "poll open", **options))
    card = await here.sees(room, "(?s)^Tea.*Green.*voted")
    (native,) = await until(lambda: [message for message in here.messages(room) if message.poll])
    await anna.vote(room, native.id, ["Green"])
    await here.answered(ben.press(room, card.id, "poll:1:0"))
    await here.forward(seconds=3)
    await here.sees(room, "2 people have voted", edits=1)
    await anna.vote(room, native.id, ["Black"])
    await here.forward(seconds=3)
    await here.sees(room, r"(?s)Green.* 1 \(50%\).*Black.* 1 \(50%\)", edits=2)
    await here.result(carla.command(room, "poll close", number="1"))
    await here.sees(room, "Tie: Green, Black")
    await here.forward(seconds=3)
    await here.sees(room, "Poll 1 is closed")
    stored = here.env.backend.get_message(int(room), int(native.id)).poll
    assert stored is not None
    await until(lambda: stored.finalized)


async def test_event_from_draft_to_start(here: BotOnDiscord) -> None:
    """An event has a private preview, a card and a scheduled event of the server, and its guests get reminders."""
    carla, room = await here.community()
    anna, ben = here.person(carla.guild, "anna"), here.person(carla.guild, "ben")
    shown = await here.result(carla.command(room, "event plan", what="Potluck in 3 days 7pm at the garden"))
    assert shown.response is not None
    assert shown.response.ephemeral
    preview = str(shown.response.id)
    yes = carla.buttons(room, preview)[0]["custom_id"]
    await here.result(carla.press(room, preview, yes))
    card = await here.sees(room, "Event 1: Potluck")
    calendar = next(one["custom_id"] for one in anna.buttons(room, card.id) if "calendar" in str(one["label"]))
    file = await here.result(anna.press(room, card.id, str(calendar)))
    assert file.response is not None and file.response.ephemeral
    assert file.response.attachments[0].filename.endswith(".ics")
    event = await here.scheduled_event(carla.guild, "Potluck")
    assert card.timestamps()[0] == int(unix_seconds(event.scheduled_start_time))
    buttons = [one["custom_id"] for one in anna.buttons(room, card.id) if "custom_id" in one]
    await here.answered(anna.press(room, card.id, buttons[0]))
    await ben.member.subscribe_event(event)
    await here.committed("discord:g:%")
    await here.forward(seconds=3)
    await here.sees(room, r"(?s)Coming \(1\): anna.*Maybe \(1\): ben", edits=1)
    links = [str(one.get("url", "")) for one in anna.buttons(room, card.id)]
    assert f"https://discord.com/events/{carla.guild.id}/{event.id}" in links
    await ben.member.unsubscribe_event(event)
    await here.committed("discord:g:%", times=2)
    await here.forward(seconds=3)
    await here.sees(room, r"(?s)Coming \(1\): anna(?!.*Maybe)", edits=2)
    for words in ("is tomorrow", "begins in 1 hour", "begins now"):
        reminder = await here.forward_until(room, words)
        assert reminder.pings == (anna.user,)


async def test_event_is_moved_and_cancelled(here: BotOnDiscord) -> None:
    """The server's scheduled event follows a move and a cancellation, and the guests are pinged."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    shown = await here.result(carla.command(room, "event plan", what="Potluck in 3 days 7pm at the garden"))
    assert shown.response is not None
    preview = str(shown.response.id)
    await here.result(carla.press(room, preview, carla.buttons(room, preview)[0]["custom_id"]))
    card = await here.sees(room, "Event 1: Potluck")
    await here.answered(anna.press(room, card.id, anna.buttons(room, card.id)[0]["custom_id"]))
    event = await here.scheduled_event(carla.guild, "Potluck")
    before = unix_seconds(event.scheduled_start_time)
    asked = await here.result(carla.command(room, "event move", number="1", when="8:30pm"))
    assert asked.response is not None and "One person said yes or maybe" in str(asked.response.content)
    await here.result(carla.press(room, str(asked.response.id), "eventmove:1:yes"))
    moved = await here.sees(room, "has moved")
    assert moved.pings == (anna.user,)
    await until(lambda: unix_seconds(event.scheduled_start_time) - before == timedelta(minutes=90).total_seconds())
    asked = await here.result(carla.command(room, "event cancel", number="1", reason="It **rains** @everyone"))
    assert asked.response is not None
    await here.result(carla.press(room, str(asked.response.id), "eventcancel:1:yes"))
    cancelled = await here.sees(room, "Potluck is cancelled")
    assert "It **rains** @everyone" in cancelled.text
    assert cancelled.pings == (anna.user,)
    await until(lambda: event.status == 4)


async def test_question_with_a_mention_is_answered(here: BotOnDiscord) -> None:
    """Whoever asks the bot by its name when the next event is reads it, also while it waits for an answer of theirs."""
    carla, room = await here.community()
    bot = f"<@{here.env.backend.bot_user.id}>"
    await carla.say(room, "/event plan Potluck tomorrow 7pm at the garden")
    await here.sees(room, "Shall I announce this")
    await carla.say(room, f"{bot} when's the next event?")
    await here.sees(room, "Nothing is planned at the moment")
    await carla.say(room, f"{bot} yes")
    await here.sees(room, "Event 1: Potluck")
