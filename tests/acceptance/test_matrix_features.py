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
    """A native poll and the line below it lead to one result, and late votes are refused."""
    anna, ben, cleo = [await here.person(name) for name in ("anna", "ben", "cleo")]
    carla, room = await here.community(anna, ben, cleo, encrypted=encrypted)
    await carla.say(room, '!poll "Where do we meet?" "Garden" "Library" close=2h')
    line = await here.sees(room, "no poll above. React here to “Where do we meet")
    native = await here.native_poll(room)
    await ben.vote(room, native, ["Library"])
    await cleo.vote(room, native, ["Garden"])
    await anna.react(room, line.id, "2️⃣")
    changed = await here.sees(room, r"not in the poll above: \+1 Library", edits=1)
    assert (changed.id, changed.edits) == (line.id, 1)
    assert await here.offered(room, line.id) == []
    await anna.say(room, "!poll close")
    await here.sees(room, "poll.close is for connectors")
    await here.forward(hours=2)
    result = await here.sees(room, "Where do we meet. The answer is: Library")
    assert "votes the poll above doesn’t count: +1 Library" in result.text
    closed = await here.sees(room, "Poll 1 is closed")
    assert closed.id == line.id
    assert await here.ended_polls(room) == 1
    await ben.vote(room, native, ["Garden"])  # by the homeserver's clock, which nobody moved, before the close
    await here.sees(room, "The answer is: Garden", edits=1)
    assert await here.count(room, "The answer is") == 1


async def test_poll_ended_in_a_client_has_one_end(here: BotOnMatrix) -> None:
    """A poll that a moderator ends in a client has one end and one result, and refuses late votes."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room = await here.community(anna, ben)
    await carla.say(room, '!poll "Tea?" yes no')
    line = await here.sees(room, "no poll above")
    native = await here.native_poll(room)
    await ben.vote(room, native, ["yes"])
    await anna.end_poll(room, native)  # clients ignore the end by a member
    await here.answered(room)
    assert await here.count(room, "The answer is") == 0
    await carla.end_poll(room, native)
    await here.sees(room, "Tea. The answer is: yes")
    await here.sees(room, "Poll 1 is closed")
    assert await here.ended_polls(room) == 0
    await anna.react(room, line.id, "2️⃣")
    await here.sees(room, "Poll 1 .*is closed; ")
    assert await here.count(room, "The answer is: yes") == 1


async def test_reactions_of_a_card_count_people_only(here: BotOnMatrix) -> None:
    """The bot's own reaction goes once somebody reacts alike, comes back when they stop, and goes at the close."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room = await here.community(anna, ben)
    await carla.say(room, "!config poll-style card")
    await here.sees(room, "poll-style is now")
    await carla.say(room, '!poll "Tea?" yes no')
    card = await here.sees(room, "React with a number to vote")
    await here.offers(room, card.id, ["1️⃣", "2️⃣"])
    reaction = await anna.react(room, card.id, "1️⃣")
    await here.offers(room, card.id, ["2️⃣"])
    await anna.unreact(room, card.id, "1️⃣", reaction)
    await here.offers(room, card.id, ["1️⃣", "2️⃣"])
    await ben.react(room, card.id, "2️⃣")
    await carla.say(room, "!poll close")
    assert await here.sees(room, "The answer is: no")
    await here.offers(room, card.id, [])


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
    message = await anna.say(room, "We planted **40** trees!", html="We planted <strong>40</strong> trees!")
    for fan in fans:
        await fan.react(room, message, "❤️")
    note = await here.sees(room, "will be shared with")
    assert await here.count(net, "40 trees") == 0
    await anna.react(room, note.id, "🙋")
    await here.sees(room, f"{anna.name}, your message will be shared .*with your name")
    await here.forward(minutes=10)
    copy = await here.sees(net, "40 trees")
    assert copy.text.startswith(f"Lyon · {anna.name}")
    assert "<blockquote>We planted <strong>40</strong> trees!</blockquote>" in copy.html
    assert "3 people liked it" in copy.text and f"{room}/{message}" in copy.html.replace("%21", "!").replace("%3A", ":")
    liked = await nora.react(net, copy.id, "🎉")
    await here.committed(f"matrix:{liked}")
    await here.forward(minutes=1)
    await here.sees(net, "4 people liked it", edits=1)
    reply = await nora.say(net, "Well done!", reply_to=copy.id)
    await here.committed(f"matrix:{reply}")
    await here.forward(minutes=1)
    await here.sees(room, "❤️ one person in one other place, one reply")
    await nora.say(net, "!translation fr Nous avons planté 40 arbres", reply_to=copy.id)
    translation = await here.sees(room, "(?s)A translation by a member .français..*40 arbres")
    await anna.edit(room, message, "We planted 41 trees!")
    edited = await here.sees(net, "41 trees", edits=2)
    assert edited.id == copy.id
    await here.gone(room, translation.id)
    await anna.withdraw(room, message)
    await here.gone(net, copy.id)
    assert await here.count(net, "trees") == 0


async def test_nomination_opt_out_and_digest(here: BotOnMatrix) -> None:
    """A nominated message is in the next digest, a member who opted out is not, and a day without news has none."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room, nora, net = await here.linked_community(anna, ben)
    await ben.say(room, "!me relay off")
    await here.sees(room, "Noted: nothing of yours")
    mine = await ben.say(room, "My secret soup")
    await carla.say(room, "!highlight", reply_to=mine)
    await here.sees(room, "That message stays here")
    message = await anna.say(room, "Come and see the garden")
    await carla.say(room, "!highlight", reply_to=message)
    await here.sees(room, "will be shared with")
    await here.forward(minutes=10)
    await here.sees(net, "Come and see the garden")
    await nora.say(net, "!digest")
    await here.answered(net)
    await here.sees(net, "(?s)What happened in Les Passeurs.*Come and see the garden.*original message")
    await here.forward(days=1)
    await here.sees(net, "(?s)^What happened in Les Passeurs.*Come and see the garden")
    digests = await here.count(net, "^What happened")
    await here.forward(days=1)
    await here.due_timers_fired()
    assert await here.count(net, "^What happened") == digests
    assert await here.count(net, "soup") == 0


@sealed
async def test_places_and_the_waiting_list(here: BotOnMatrix, encrypted: bool) -> None:
    """Reactions fill the places and the line; the next person confirms in the private chat that the bot opens."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room = await here.community(anna, ben, encrypted=encrypted)
    await carla.say(room, "!event Potluck in 3 days 7pm at the garden limit 1")
    preview = await here.sees(room, "(?s)Shall I announce this.*1 place")
    await carla.react(room, preview.id, "✅")
    card = await here.sees(room, "(?s)Event 1: Potluck.*0 of 1 place")
    await anna.react(room, card.id, "✅")
    await here.sees(room, "1 coming: anna", edits=1)
    await ben.react(room, card.id, "✅")
    private = await here.private_room(ben)
    await here.sees(private, "number 1 on the waiting list")
    await anna.say(room, "can't make it", reply_to=card.id)
    offer = await here.sees(private, "A place is free for you")
    await ben.react(private, offer.id, "✅")
    await here.sees(room, "(?s)1 of 1 place.*1 coming: ben", edits=1)


@sealed
async def test_conversation_is_read_from_the_history(here: BotOnMatrix, encrypted: bool) -> None:
    """A conversation is read from the room's history in its present words, encrypted or not, and its authors asked."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room, _, net = await here.linked_community(anna, ben, encrypted=encrypted)
    await anna.say(room, "Something else")
    first = await anna.say(room, "Who has a laddr?")
    await ben.say(room, "I do, and a saw")
    await anna.edit(room, first, "Who has a ladder?")
    await anna.react(room, first, "❤️")
    await carla.say(room, "!highlight conversation", reply_to=first)
    await here.sees(room, "(?s)conversation of 2 messages will be shared.*Who has a ladder")
    await here.forward(minutes=10)
    copy = await here.sees(net, "A conversation in Lyon")
    assert "Who has a ladder?" in copy.text and "I do, and a saw" in copy.text
    assert "Something else" not in copy.text


async def test_poll_result_and_event_are_shared(here: BotOnMatrix) -> None:
    """A connector shares the result of a poll and the card of an event; the network reads both, and no name."""
    people = [await here.person(name) for name in ("anna", "ben", "cleo", "dora", "emil")]
    carla, room, _, net = await here.linked_community(*people)
    await carla.say(room, "!config poll-style card")
    await carla.say(room, '!poll "Where to?" Lake Forest')
    card = await here.sees(room, "nobody has voted yet")
    for person in people:
        await person.react(room, card.id, "1️⃣")
    await here.sees(room, "5 people have voted")
    await carla.say(room, "!poll close 1")
    await here.sees(room, "(?s)Where to.*5 people voted")
    await carla.say(room, '!event "Boat trip" in 3 days 2pm at the lake')
    await here.sees(room, "Shall I announce this")
    await carla.say(room, "yes")
    event = await here.sees(room, "Event 1: Boat trip")
    await people[0].react(room, event.id, "✅")
    for line, shown in (("!highlight poll 1", "Lake"), ("!highlight event 1", "Boat trip")):
        await carla.say(room, line)
        await here.sees(room, f"(?s)This will be seen in Les Passeurs.*{shown}")
        await carla.say(room, "yes")
        await here.sees(room, f"(?s)will be shared with Les Passeurs.*{shown}")
        await here.forward(minutes=11)
    assert "Lake 100%" in (await here.sees(net, "Lyon asked")).text
    assert "the lake" in (await here.sees(net, "Boat trip")).text
    assert await here.count(net, people[0].name) == 0


async def test_question_with_a_mention_is_answered(here: BotOnMatrix) -> None:
    """Whoever asks the bot by its name when the next event is reads it, also while it waits for an answer of theirs."""
    carla, room = await here.community()

    async def ask(said: str) -> None:
        content = {"msgtype": "m.text", "body": f"{here.bot} {said}", "m.mentions": {"user_ids": [here.bot]}}
        await carla.put(room, "m.room.message", content)

    await carla.say(room, "!event Potluck tomorrow 7pm at the garden")
    await here.sees(room, "Shall I announce this")
    await ask("when's the next event?")
    await here.sees(room, "Nothing is planned at the moment")
    await ask("yes")
    await here.sees(room, "Event 1: Potluck")
