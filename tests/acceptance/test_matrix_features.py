"""Tests for polls, events, highlights and digests on a real homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse
sealed = pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot on a real homeserver."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


@sealed
async def test_poll_by_native_votes_and_reactions(here: BotOnMatrix, encrypted: bool) -> None:
    """Native votes and reactions count in one card, which shows the result after the close and refuses late votes."""
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
async def test_event_from_draft_to_start(here: BotOnMatrix, encrypted: bool) -> None:
    """An event has a preview, a card with answers, and three reminders that ping its guests."""
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


async def test_event_is_moved_and_cancelled(here: BotOnMatrix) -> None:
    """The guests are pinged about a move and a cancellation, and no reminder follows."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room = await here.community(anna, ben)
    await carla.say(room, "!event Potluck in 3 days 7pm at the garden")
    await here.sees(room, "Shall I announce this")
    await carla.say(room, "yes")
    card = await here.sees(room, "Event 1: Potluck")
    await anna.react(room, card.id, "✅")
    await here.sees(room, "1 coming", edits=1)
    await carla.say(room, "!event move 1 8:30pm")
    question = await here.sees(room, "Shall I move it")
    await carla.react(room, question.id, "✅")
    moved = await here.sees(room, "has moved")
    assert "20:30" in moved.text and moved.pings == (anna.user,)
    await here.sees(room, "(?s)Event 1.*20:30", edits=2)
    await carla.say(room, "!event cancel 1 It <b>rains</b> @room")
    await here.sees(room, "Shall I cancel it")
    await carla.say(room, "yes")
    cancelled = await here.sees(room, "Potluck is cancelled")
    assert "It <b>rains</b> @room" in cancelled.text and cancelled.pings == (anna.user,)
    await here.forward(days=4)
    assert await here.count(room, "⏰|🔔") == 0


@sealed
async def test_highlight_follows_its_source(here: BotOnMatrix, encrypted: bool) -> None:
    """A highlight appears with origin, link and name, and follows edits, reactions and the withdrawal."""
    people = [await here.person(name) for name in ("anna", "ben", "cleo", "dora")]
    anna, fans = people[0], people[1:]
    _, room, nora, net = await here.linked_community(*people, encrypted=encrypted)
    message = await anna.say(room, "We planted 40 trees!")
    for fan in fans:
        await fan.react(room, message, "❤️")
    note = await here.sees(room, "is to be shared with")
    assert await here.count(net, "40 trees") == 0
    await anna.react(room, note.id, "🙋")
    await here.sees(room, "Your name is shown|signed “" + anna.name)
    await here.forward(minutes=10)
    copy = await here.sees(net, "40 trees")
    assert copy.text.startswith(f"Lyon · {anna.name}")
    assert "3 people liked it" in copy.text and f"{room}/{message}" in copy.html.replace("%21", "!").replace("%3A", ":")
    await nora.react(net, copy.id, "🎉")
    await here.forward(minutes=1)
    await here.sees(net, "4 people liked it", edits=1)
    await anna.edit(room, message, "We planted 41 trees!")
    edited = await here.sees(net, "41 trees", edits=2)
    assert edited.id == copy.id
    await anna.withdraw(room, message)
    await here.gone(net, copy.id)
    assert await here.count(net, "trees") == 0


async def test_nomination_opt_out_and_digest(here: BotOnMatrix) -> None:
    """A nominated message is in the next digest, a member who opted out is not, and a day without news has none."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room, nora, net = await here.linked_community(anna, ben)
    await ben.say(room, "!me relay off")
    await here.sees(room, "[Nn]othing of yours")
    mine = await ben.say(room, "My secret soup")
    await carla.say(room, "!highlight", reply_to=mine)
    await here.sees(room, "That message stays here")
    message = await anna.say(room, "Come and see the garden")
    await carla.say(room, "!highlight", reply_to=message)
    await here.sees(room, "is to be shared with")
    await here.forward(minutes=10)
    await here.sees(net, "Come and see the garden")
    await nora.say(net, "!digest")
    await here.sees(net, "Come and see the garden.*original message")
    await here.forward(days=1)
    await here.sees(net, "(?s)^What happened in Les Passeurs.*Come and see the garden")
    digests = await here.count(net, "^What happened")
    await here.forward(days=1)
    await here.due_timers_fired()
    assert await here.count(net, "^What happened") == digests
    assert await here.count(net, "soup") == 0
