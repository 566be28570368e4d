"""What goes wrong on Discord, and what a person sees of it then (simcord)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest

from storage.queries import outbox
from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.contract.discord_people import DiscordPerson
from tests.contract.discord_rig import invitation_rights
from tests.waiting import until

pytestmark = pytest.mark.discord
VOTES = "(?s)Tea.*one person has voted"


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnDiscord]:
    """A town with a running bot."""
    async with bot_on_discord(tmp_path) as made:
        yield made


async def tea(here: BotOnDiscord) -> tuple[DiscordPerson, str, str]:
    """A connector, a room with an open poll, and the poll's message."""
    carla, room = await here.community()
    await here.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))
    card = await here.sees(room, "^Tea")
    return carla, room, card.id


# A restart in between


async def test_old_buttons_and_what_was_missed(here: BotOnDiscord) -> None:
    """After a restart old buttons work, and the bot catches up once on what people typed and who joined."""
    carla, room, card = await tea(here)
    anna = here.person(carla.guild, "anna")
    await here.cursor_stored("discord", f"server:{carla.guild.id}")
    await here.forward(seconds=5)
    await here.stop()
    missed = await carla.say(room, "/event Potluck in 3 days 7pm")
    zoe = here.person(carla.guild, "zoe")
    await here.move_clock(timedelta(seconds=5))
    await here.start()
    await here.committed(f"discord:joined:%:{zoe.user}:%")
    preview = await here.sees(room, "Shall I announce this")
    assert preview.reply_to == missed
    assert "yes" in await here.answered(anna.press(room, card, "poll:1:0"))
    await here.forward(seconds=35)
    await here.sees(room, VOTES, edits=1)
    await here.sees(room, "Welcome.*zoe")
    await here.stop()
    await here.start()
    await here.result(carla.press(room, preview.id, carla.buttons(room, preview.id)[0]["custom_id"]))
    await here.sees(room, "Event 1: Potluck")
    said = [line.text for line in here.messages(room)]
    assert sum("Shall I announce this" in text or "Planned" in text for text in said) == 1
    assert sum("Welcome" in text and "zoe" in text for text in said) == 1


async def test_a_message_that_went_out_unseen_is_not_doubled(here: BotOnDiscord) -> None:
    """A post whose response was lost is found in the channel after a restart."""
    carla, room = await here.community()
    real = here.adapter.client
    assert real is not None
    told: list[str] = []

    async def lost(*_args: object, **_more: object) -> None:
        told.append("lost")
        raise ConnectionResetError("the line went dead")

    post = real.http.request

    async def request(route: discord.http.Route, **more: object) -> object:
        answered = await post(route, **more)  # type: ignore[arg-type]  # keywords pass through
        if route.method == "POST" and route.path.endswith("/messages") and not told:
            await lost()
        return answered

    real.http.request = request  # type: ignore[method-assign]  # the line, not our code
    await here.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))
    await until(lambda: told)
    await here.stop()
    await here.start()
    await here.outbox_empty(with_postponed=True)
    assert sum(line.text.startswith("Tea?") for line in here.messages(room)) == 1
    anna = here.person(carla.guild, "anna")
    card = await here.sees(room, "^Tea")
    assert "yes" in await here.answered(anna.press(room, card.id, "poll:1:0"))


# Interactions


async def test_a_slow_answer_is_deferred(here: BotOnDiscord) -> None:
    """A slow command or press is deferred in time; only its person sees the answer."""
    carla, room, card = await tea(here)
    anna = here.person(carla.guild, "anna")
    commit, gate = here.application.dispatch._processor.commit, asyncio.Event()

    async def slow(*args: object) -> object:
        await gate.wait()
        return await commit(*args)  # type: ignore[arg-type]  # arguments pass through

    here.application.dispatch._processor.commit = slow  # type: ignore[method-assign,assignment]  # a bot under load
    asked = await anna.command(room, "me show")
    pressed = await anna.press(room, card, "poll:1:0")
    await until(lambda: asked.deferred and pressed.deferred)
    assert asked.ephemeral
    gate.set()
    await until(lambda: pressed.followups and asked.response is not None and asked.response.content)
    assert pressed.followups[0].ephemeral and "yes" in pressed.followups[0].content
    assert asked.response is not None and asked.response.ephemeral


async def test_an_expired_interaction_is_answered_in_private(here: BotOnDiscord) -> None:
    """After a quarter of an hour Discord takes no answer: the bot sends it as a private message, not to the room."""
    carla, room, card = await tea(here)
    anna = here.person(carla.guild, "anna")
    commit, gate = here.application.dispatch._processor.commit, asyncio.Event()

    async def slow(*args: object) -> object:
        await gate.wait()
        return await commit(*args)  # type: ignore[arg-type]  # arguments pass through

    here.application.dispatch._processor.commit = slow  # type: ignore[method-assign,assignment]  # a bot under load
    pressed = await anna.press(room, card, "poll:1:0")
    await until(lambda: pressed.deferred)
    await here.env.advance_time(16 * 60)
    gate.set()
    await here.sees(here.private_channel(anna), "^Counted: yes")
    assert pressed.followups == []
    assert not any("Counted" in line.text for line in here.messages(room))


async def test_the_next_process_answers_an_open_command(here: BotOnDiscord) -> None:
    """The next process answers a command of the last one, with the token in the outbox."""
    carla, room = await here.community()
    await here.result(carla.command(room, "poll list"))
    sender = here.adapter._sender
    assert sender is not None
    perform, held = sender.perform, asyncio.Event()

    async def stuck(*args: object) -> object:
        held.set()
        await asyncio.Event().wait()
        return await perform(*args)  # type: ignore[arg-type]  # arguments pass through

    sender.perform = stuck  # type: ignore[method-assign,assignment]  # the process dies before it answers
    asked = await carla.command(room, "me show")
    await held.wait()
    await until(lambda: asked.deferred)
    await here.stop()
    await here.start()
    await until(lambda: asked.response is not None and asked.response.content)
    assert asked.response is not None and asked.response.ephemeral


async def test_only_the_person_sees_their_answer(here: BotOnDiscord) -> None:
    """Others do not see a private answer."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    found = await here.result(anna.command(room, "me show"))
    assert found.response is not None
    mine = [message.id for message in anna.channel(room).history(viewer=anna.member)]
    theirs = [message.id for message in anna.channel(room).history(viewer=carla.member)]
    assert found.response.id in mine
    assert found.response.id not in theirs


async def test_long_things_are_cut_where_discord_asks(here: BotOnDiscord) -> None:
    """Questions, options and titles of any length give components and events that Discord takes."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    options = ", ".join(["👩‍👩‍👧‍👦" * 14, "B" * 95, "C"])
    await here.result(carla.command(room, "poll open", question="Q" * 150, options=options))
    card = await here.sees(room, "^Q{100}")
    labels = [str(one["label"]) for one in anna.buttons(room, card.id)]
    assert all(len(label) <= 80 for label in labels)
    assert labels[0].endswith("…")
    shown = await here.result(carla.command(room, "event plan", what=f"{'Very long ' * 12} in 3 days 7pm"))
    assert shown.response is not None


# Discord says no


async def test_a_limit_and_a_fault_are_waited_for(here: BotOnDiscord) -> None:
    """After a 429 and a 500 the message is sent, once."""
    carla, room = await here.community()
    here.env.inject_error("POST", f"/channels/{room}/messages", status=429)
    here.env.inject_error("POST", f"/channels/{room}/messages", status=500)
    await here.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))

    async def is_said() -> bool:
        await here.forward(seconds=1)
        return any(message.text.startswith("Tea?") for message in here.messages(room))

    await until(is_said)
    assert sum(line.text.startswith("Tea?") for line in here.messages(room)) == 1


async def test_a_refusal_costs_that_message_alone(here: BotOnDiscord) -> None:
    """A post that is forbidden (403) is refused and noted; what comes behind it is said."""
    carla, room = await here.community()
    here.env.inject_error("POST", f"/channels/{room}/messages", status=403, code=50013, message="Missing Permissions")
    await here.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))
    await here.result(carla.command(room, "poll open", question="Soup?", options="yes, no"))
    await here.sees(room, "^Soup")
    async with here.database.reading() as uow:
        assert [row.kind for row in await outbox.failing(uow) if row.state == "refused"] == ["Post"]
    assert not any(line.text.startswith("Tea?") for line in here.messages(room))


@pytest.mark.parametrize(
    ("right", "word"),
    [
        ("view_channel", "View Channel"),
        ("send_messages", "Send Messages"),
        ("read_message_history", "Read Message History"),
        ("attach_files", "Attach Files"),
        ("send_polls", "Create Polls"),
    ],
)
async def test_a_right_that_is_taken_away_is_named(here: BotOnDiscord, right: str, word: str) -> None:
    """The connector learns which right is missing, where it can still be read."""
    carla, room = await here.community()
    other = str(carla.guild.create_text_channel("second").id)
    await here.result(carla.command(other, "room join", name="Lyon"))
    await here.sees(other, "belongs to Lyon now")
    deny = discord.PermissionOverwrite(**{right: False})
    here.overwrite(room, carla.guild, deny)
    places = [other] if right in ("view_channel", "send_messages") else [room]
    await until(lambda: any(word in message.text for place in places for message in here.messages(place)))


async def test_the_check_names_what_is_missing(here: BotOnDiscord) -> None:
    """`/check` lists each missing right with what does not work without it."""
    carla, room = await here.community()
    here.grant(carla.guild, discord.Permissions(view_channel=True, send_messages=True))
    guild = here.env.backend.get_guild(carla.guild.id)
    everyone = discord.Permissions(guild.everyone_role.permissions)
    everyone.update(attach_files=False)
    here.env.backend.edit_role(carla.guild.id, carla.guild.id, {"permissions": everyone.value})
    await here.result(carla.command(room, "check"))
    said = await here.sees(room, "Attach Files")
    assert "Create Polls" in said.text and "Create Events" in said.text
    here.grant(carla.guild, invitation_rights())


async def test_a_deleted_channel_and_a_server_that_lets_go(here: BotOnDiscord) -> None:
    """The community hears of a lost room elsewhere; other servers go on."""
    carla, room = await here.community()
    other = str(carla.guild.create_text_channel("second").id)
    await here.result(carla.command(other, "room join", name="Lyon"))
    await here.sees(other, "belongs to Lyon now")
    here.env.backend.delete_channel(int(room))
    await here.sees(other, "(?i)lyon #lyon|can no longer|lost")
    paris = here.server("Paris")
    dora = here.person(paris, "dora", manages=True)
    home = str(paris.create_text_channel("paris").id)
    await here.result(dora.command(home, "setup", name="Paris", locale="en", zone="Paris"))
    await here.sees(home, "Paris is set up")
    here.env.backend.remove_guild(carla.guild.id)
    await here.result(dora.command(home, "poll open", question="Tea?", options="yes, no"))
    await here.sees(home, "^Tea")


# Commands


async def test_commands_are_told_once_and_in_each_language(here: BotOnDiscord) -> None:
    """Names and descriptions in French; a restart tells nothing again while nothing changed."""
    carla, room = await here.community()
    commands = {command["name"]: command for command in here.env.backend.commands[None].values()}
    assert commands["poll"]["name_localizations"] == {
        "de": "umfrage", "es-419": "encuesta", "es-ES": "encuesta", "fr": "sondage",
    }  # fmt: skip
    assert {option["name"] for option in commands["poll"]["options"]} == {"open", "close", "list", "results"}
    await here.stop()
    await here.start()
    await here.result(carla.command(room, "help"))
    told = [request for request in here.env.http_requests if request.method == "PUT"]
    assert len(told) == 1


async def test_arguments_are_suggested_while_typed(here: BotOnDiscord) -> None:
    """Open polls by their question, zones by their city."""
    carla, room, _ = await tea(here)
    polls = await carla.member.autocomplete(carla.channel(room), "poll close", "number", "te")
    assert [(choice["value"], "Tea?" in choice["name"]) for choice in polls] == [("1", True)]
    zones = await carla.member.autocomplete(carla.channel(room), "setup", "zone", "pari")
    assert zones[0]["value"] == "Europe/Paris"


async def test_a_person_is_picked_from_the_members(here: BotOnDiscord) -> None:
    """A connector is named by Discord's own picker, also one who never wrote a word."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    said = await here.answered(carla.command(room, "connector add", person=anna.member))
    assert "anna" in said
    assert "anna" in await here.answered(carla.command(room, "connector list"))


async def test_a_message_is_nominated_from_its_menu(here: BotOnDiscord) -> None:
    """Without a network, the connector is told so; without the right, others are too."""
    carla, room = await here.community()
    anna = here.person(carla.guild, "anna")
    said = await anna.say(room, "We planted 40 trees!")
    target = anna.message(room, said)
    told = await here.answered(anna.member.context_menu(anna.channel(room), "Nominate as highlight", target))
    assert "connector" in told
    told = await here.answered(carla.member.context_menu(carla.channel(room), "Nominate as highlight", target))
    assert told
