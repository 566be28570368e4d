"""The main job on a real homeserver: a connector animates rooms, highlights reach the network's channel."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.contract.matrix_people import share_keys, withhold_keys
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse
sealed = pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """A town with a running bot."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_invited_introduced_and_set_up_step_by_step(here: BotOnMatrix) -> None:
    """It says what it does and keeps; the setup is the room admin's, asked step by step, in the room's language."""
    carla, anna = await here.person("carla"), await here.person("anna")
    room = await here.room(carla, anna, name="Lyon")
    intro = await here.sees(room, "I am glocal")
    assert "I keep votes, answers and dates, not your conversations" in intro.text
    await anna.say(room, "!setup")
    await here.sees(room, "power level 50")
    await carla.say(room, "!setup")
    await here.sees(room, "What is your community called")
    await carla.say(room, "Lyon Croix-Rousse")
    await here.sees(room, "Which language is spoken here")
    await carla.say(room, "français")
    await here.sees(room, "fuseau horaire")
    await carla.say(room, "Europe/Pariss")
    await here.sees(room, "Europe/Paris")
    await carla.say(room, "Paris")
    await here.sees(room, "Lyon Croix-Rousse est prête")
    await anna.say(room, "!pol")
    await here.sees(room, "Je ne connais pas pol. Vouliez-vous dire !?poll[ ,?]")


async def test_a_newcomers_journey_in_french(here: BotOnMatrix) -> None:
    """Joins are one greeting in the room's language; rules and question in private; a human is called and reminded."""
    carla = await here.person("carla")
    room = await here.room(carla, name="Lyon")
    await carla.say(room, "!setup Lyon fr Europe/Paris")
    await here.sees(room, "Lyon est prête")
    for setting in ("rules Soyons gentils.", "question Qu’est-ce qui vous amène ?", "greeter_minutes 60"):
        await carla.say(room, f"!config {setting}")
    await here.sees(room, "minutes-accueil")
    zoe, yan = await here.person("zoe"), await here.person("yan")
    await zoe.enter(room)
    await yan.enter(room)
    await here.joined(room, zoe, yan)
    await here.forward(seconds=31)
    greeting = await here.sees(room, "Bienvenue")
    assert zoe.name in greeting.text and yan.name in greeting.text
    private = await here.private_room(zoe)
    rules = await here.sees(private, "Soyons gentils")
    await zoe.react(private, rules.id, "✅")
    await here.sees(private, "Qu’est-ce qui vous amène")
    await zoe.say(private, "Le jardin & la <b>soupe</b>")
    await here.sees(private, "Merci")
    call = await here.sees(room, "vient d’arriver et nous dit")
    assert "Le jardin & la <b>soupe</b>" in call.text and call.pings == (carla.user,)
    await here.forward(minutes=61)
    await here.sees(room, "personne n’a dit bonjour à " + zoe.name)
    await carla.say(room, f"Bonjour {zoe.name} !")
    await here.sees(room, f"{zoe.name} a été accueilli·e par {carla.name}")
    assert await here.count(room, "Bienvenue") == 1


async def test_who_takes_no_private_messages_is_asked_in_the_room(here: BotOnMatrix) -> None:
    """The direct message falls back to the room, where the journey can be finished."""
    carla, room = await here.community()
    await carla.say(room, "!config rules Be kind.")
    await here.sees(room, "Be kind")
    zoe = await here.person("zoe")
    await zoe.store_account_data("m.invite_permission_config", {"default_action": "block"})
    await zoe.enter(room)
    await here.joined(room, zoe)
    await here.forward(seconds=31)
    rules = await here.sees(room, "I could not reach you in private")
    await zoe.react(room, rules.id, "✅")
    await here.sees(room, f"{zoe.name} is new here")


@sealed
async def test_a_poll_by_native_votes_and_by_reactions(here: BotOnMatrix, encrypted: bool) -> None:
    """One ballot a member, changeable, one live card, results at the close; who votes too late is told."""
    anna, ben, cleo = [await here.person(name) for name in ("anna", "ben", "cleo")]
    carla, room = await here.community(anna, ben, cleo, encrypted=encrypted)
    await carla.say(room, '!poll "Where do we meet?" "Garden" "Library" close=2h')
    card = await here.sees(room, "Vote in the poll above")
    native = await here.native_poll(room)
    await anna.react(room, card.id, "1️⃣")
    await ben.vote(room, native, ["Library"])
    await cleo.react(room, card.id, "2️⃣")
    await here.sees(room, r"(?s) 1 \(33 %\).* 2 \(67 %\).*3 people have voted", edits=1)
    await cleo.vote(room, native, ["Garden"])
    moved = await here.sees(room, r"(?s) 2 \(67 %\).* 1 \(33 %\).*3 people have voted", edits=2)
    assert moved.id == card.id
    await anna.say(room, "!poll close")
    await here.sees(room, "connector")
    await here.forward(hours=2)
    await here.sees(room, "Where do we meet. The answer is: Garden")
    closed = await here.sees(room, "Poll 1 is closed")
    assert closed.id == card.id
    assert await here.ended_polls(room) == 1
    await ben.vote(room, native, ["Garden"])  # by the homeserver's clock, which nobody moved, before the close
    await here.sees(room, r"(?s)The answer is: Garden.* 3 \(100 %\)", edits=1)
    assert await here.count(room, "The answer is") == 1
    await carla.say(room, '!poll "Tea?" yes no')
    tea = await here.sees(room, "(?s)Tea.*Vote in the poll above")
    await ben.react(room, tea.id, "1️⃣")
    await here.sees(room, "(?s)Tea.*one person has voted", edits=1)
    await carla.say(room, "!poll close 2")
    await here.sees(room, "Tea. The answer is: yes")
    await anna.react(room, tea.id, "2️⃣")
    await here.sees(room, "votes count no more")
    assert await here.count(room, r"(?s)Tea. The answer is: yes.* 1 \(100 %\)") == 1


@sealed
async def test_an_event_from_one_line_to_its_start(here: BotOnMatrix, encrypted: bool) -> None:
    """Preview with date and zone, answers, reminders at the offsets and at the start."""
    anna, ben, cleo = [await here.person(name) for name in ("anna", "ben", "cleo")]
    carla, room = await here.community(anna, ben, cleo, encrypted=encrypted)
    await carla.say(room, "!event Potluck in 3 days 7pm at the garden")
    preview = await here.sees(room, "Shall I announce this")
    assert "Potluck" in preview.text and "19:00 (Paris time)" in preview.text and "the garden" in preview.text
    await carla.react(room, preview.id, "✅")
    card = await here.sees(room, "Event 1: Potluck")
    for person, emoji in ((anna, "✅"), (ben, "🤔"), (cleo, "✅")):
        await person.react(room, card.id, emoji)
    await here.sees(room, "2 coming", edits=1)
    await cleo.react(room, card.id, "❌")
    answered = await here.sees(room, r"(?s)1 coming.*1 maybe.*1 can", edits=2)
    assert answered.id == card.id
    for words in ("is tomorrow", "begins in 1 hour", "begins now"):
        await here.to_the_next_timer()
        reminder = await here.sees(room, words)
        assert set(reminder.pings) == {anna.user, ben.user}
    assert await here.count(room, "⏰|🔔") == 3


async def test_an_event_is_moved_and_cancelled(here: BotOnMatrix) -> None:
    """Those who come are told, with the reason; the old reminders go."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room = await here.community(anna, ben)
    await carla.say(room, "!event Potluck in 3 days 7pm at the garden")
    await here.sees(room, "Shall I announce this")
    await carla.say(room, "yes")
    card = await here.sees(room, "Event 1: Potluck")
    await anna.react(room, card.id, "✅")
    await here.sees(room, "1 coming", edits=1)
    await carla.say(room, "!event move 1 8:30pm")
    moved = await here.sees(room, "has a new date")
    assert "20:30" in moved.text and moved.pings == (anna.user,)
    await here.sees(room, "(?s)Event 1.*20:30", edits=2)
    await carla.say(room, "!event cancel 1 It <b>rains</b> @room")
    cancelled = await here.sees(room, "Potluck is cancelled")
    assert "It <b>rains</b> @room" in cancelled.text and cancelled.pings == (anna.user,)
    await here.forward(days=4)
    assert await here.count(room, "⏰|🔔") == 0


@sealed
async def test_a_highlight_travels_and_comes_back(here: BotOnMatrix, encrypted: bool) -> None:
    """Carried by reactions, held back, shown with origin and link; edits, reactions and the withdrawal follow."""
    people = [await here.person(name) for name in ("anna", "ben", "cleo", "dora")]
    anna, fans = people[0], people[1:]
    _, room, nora, net = await here.linked_community(*people, encrypted=encrypted)
    said = await anna.say(room, "We planted 40 trees!")
    for fan in fans:
        await fan.react(room, said, "❤️")
    note = await here.sees(room, "It goes there in 10 minutes")
    assert await here.count(net, "40 trees") == 0
    await anna.react(room, note.id, "🙋")
    await here.sees(room, "Your name is shown|signed “" + anna.name)
    await here.forward(minutes=10)
    copy = await here.sees(net, "40 trees")
    assert copy.text.startswith(f"Lyon · {anna.name}")
    assert "3 people liked it" in copy.text and f"{room}/{said}" in copy.html.replace("%21", "!").replace("%3A", ":")
    await nora.react(net, copy.id, "🎉")
    await here.forward(minutes=1)
    await here.sees(net, "4 people liked it", edits=1)
    await anna.edit(room, said, "We planted 41 trees!")
    edited = await here.sees(net, "41 trees", edits=2)
    assert edited.id == copy.id
    await anna.withdraw(room, said)
    await here.gone(net, copy.id)
    assert await here.count(net, "trees") == 0


async def test_a_nomination_an_opt_out_and_the_digest(here: BotOnMatrix) -> None:
    """A connector's word is enough; who opted out is left alone; the digest comes at its hour, if there is news."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room, nora, net = await here.linked_community(anna, ben)
    await ben.say(room, "!me relay off")
    await here.sees(room, "[Nn]othing of yours")
    mine = await ben.say(room, "My secret soup")
    await carla.say(room, "!highlight", reply_to=mine)
    await here.sees(room, "That message stays here")
    said = await anna.say(room, "Come and see the garden")
    await carla.say(room, "!highlight", reply_to=said)
    await here.sees(room, "It goes there in 10 minutes")
    await here.forward(minutes=10)
    await here.sees(net, "Come and see the garden")
    await nora.say(net, "!digest")
    await here.sees(net, "Come and see the garden.*see it where")
    await here.forward(days=1)
    await here.sees(net, "(?s)^What happened in Les Passeurs.*Come and see the garden")
    digests = await here.count(net, "^What happened")
    await here.forward(days=1)
    await asyncio.sleep(1)
    assert await here.count(net, "^What happened") == digests
    assert await here.count(net, "soup") == 0


async def test_what_it_cannot_decrypt_it_says_once(here: BotOnMatrix) -> None:
    """Two messages without their key: one sentence in the room."""
    anna = await here.person("anna")
    _, room = await here.community(anna, encrypted=True)
    withheld = await withhold_keys(anna, room)
    for text in ("!events", "!polls"):
        await anna.say(room, text)
    await here.sees(room, "I can’t read some encrypted messages")
    await share_keys(anna, withheld)
    await here.sees(room, "Nothing is planned")
    assert await here.count(room, "I can’t read some") == 1


async def test_a_restart_in_the_middle(here: BotOnMatrix) -> None:
    """What is said while the bot is away is answered when it is back, once; old buttons work."""
    anna = await here.person("anna")
    carla, room = await here.community(anna)
    await carla.say(room, '!poll "Tea?" yes no')
    card = await here.sees(room, "Vote in the poll above")
    await here.stop()
    await anna.react(room, card.id, "1️⃣")
    await carla.say(room, "!event Potluck in 3 days 7pm")
    await here.start()
    await here.sees(room, "one person has voted", edits=1)
    preview = await here.sees(room, "Shall I announce this")
    await here.stop()
    await here.start()
    await carla.react(room, preview.id, "✅")
    await here.sees(room, "Event 1: Potluck")
    assert await here.count(room, "Shall I announce|Planned as event") == 1
