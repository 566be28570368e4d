"""Tests for set-up, polls and events on the Telegram stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def test_setup_step_by_step(here: BotOnTelegram) -> None:
    """The bot introduces itself and asks for the set-up step by step, with forced replies."""
    carla, anna = here.telegram.person("Carla"), here.telegram.person("Anna")
    room = here.telegram.supergroup("Lyon", carla, anna, here.bot, admins=(here.bot,))
    intro = await here.sees(room, "I’m glocal")
    assert "/setup" in intro.text
    anna.say(room, "/setup")
    await here.sees(room, "is for admins of this group")
    carla.say(room, "/setup@glocal_bot")
    asked = await here.sees(room, "What is your community called")
    assert asked.force_reply and asked.selective and asked.reply_to is not None
    carla.say(room, "Lyon Croix-Rousse", reply_to=asked.id)
    await here.sees(room, "Which language is spoken here")
    carla.say(room, "français")
    await here.sees(room, "fuseau horaire")
    carla.say(room, "Europe/Pariss")
    await here.sees(room, "Je ne connais pas le fuseau.*Europe/Paris")
    carla.say(room, "Paris")
    await here.sees(room, "Lyon Croix-Rousse est prêt")
    anna.say(room, "/pol")
    await here.sees(room, "Je ne connais pas .*/sondage")


async def test_poll_by_buttons(here: BotOnTelegram) -> None:
    """Each member has one vote, can change it, and gets an answer to each press, while one card shows the tally."""
    anna, ben, cleo = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo")]
    carla, room = await here.community(anna, ben, cleo)
    carla.say(room, '/poll "Where do we meet?" "Garden" "Library" close=2h')
    card = await here.sees(room, "nobody has voted yet")
    votes = [(anna, "Garden"), (ben, "Library"), (cleo, "Library")]
    toasts = [await here.telegram.answered(who.press(room, card.id, choice)) for who, choice in votes]
    assert [(toast.text, toast.alert) for toast in toasts] == [(f"✅ {choice}", False) for _, choice in votes]
    await here.sees(room, r"(?s)1 \(33%\).*2 \(67%\).*3 people have voted", edits=1)
    cleo.press(room, card.id, "Garden")
    moved = await here.sees(room, r"(?s)2 \(67%\).*1 \(33%\).*3 people have voted")
    assert moved.id == card.id
    withdrawn = await here.telegram.answered(ben.press(room, card.id, "Library"))
    assert withdrawn.text == "Your vote is withdrawn."
    await here.sees(room, r"(?s)2 \(100%\).*0 \(0%\).*2 people have voted")
    anna.say(room, "/poll_close")
    await here.sees(room, "poll.close is for connectors")
    await here.forward(hours=2)
    await here.sees(room, "Where do we meet. The answer is: Garden")
    closed = await here.sees(room, "Poll 1 is closed")
    assert closed.id == card.id and closed.keyboard == ()
    assert await here.count(room, "The answer is") == 1


async def test_poll_with_french_commands(here: BotOnTelegram) -> None:
    """French command words open and close a poll, and the bot answers in French."""
    anna = here.telegram.person("Anna", language="fr")
    carla, room = await here.community(anna, locale="fr")
    await here.telegram.until(lambda: "sondage" in here.telegram.menu(carla, room, here.bot))
    carla.say(room, '/sondage "Du thé ?" oui non')
    card = await here.sees(room, "(?s)Du thé.*personne n’a encore voté")
    press = anna.press(room, card.id, "oui")
    assert "oui" in (await here.telegram.answered(press)).text
    await here.sees(room, "une personne a voté", edits=1)
    carla.say(room, "/sondage_clore 1")
    results = await here.sees(room, "Du thé.*réponse")
    assert "oui" in results.text


async def test_native_poll_counts_with_buttons(here: BotOnTelegram) -> None:
    """Votes in the native poll and by button count in one tally, even after a restart."""
    anna, ben = here.telegram.person("Anna"), here.telegram.person("Ben")
    carla, room = await here.community(anna, ben)
    carla.say(room, '/poll "Tea?" Green Black native=yes')
    card = await here.sees(room, "nobody has voted yet")
    native = next(shown for shown in here.telegram.shown(room) if shown.poll is not None)
    assert native.poll is not None and not native.poll.anonymous
    anna.vote(room, native.id, "Green")
    ben.press(room, card.id, "Black")
    await here.sees(room, "2 people have voted", edits=1)
    await here.stop()
    await here.start()
    anna.vote(room, native.id, "Black")
    await here.sees(room, r"(?s)0 \(0%\).*2 \(100%\)", edits=2)
    carla.say(room, "/poll_close")
    await here.sees(room, "The answer is: Black")
    await here.idle()
    ended = here.telegram.message(room, native.id)
    assert ended.poll is not None and not ended.poll.open


async def test_event_from_draft_to_reminder(here: BotOnTelegram) -> None:
    """An event has a preview, a card, a calendar file, and a reminder that pings its guests."""
    anna, ben = here.telegram.person("Anna"), here.telegram.person("Ben")
    carla, room = await here.community(anna, ben)
    carla.say(room, "/event Potluck in 3 days 7pm at the garden")
    preview = await here.sees(room, "Shall I announce this")
    assert "19:00" in preview.text and "the garden" in preview.text
    carla.press(room, preview.id, "Announce it")
    card = await here.sees(room, "Event 1: Potluck")
    toast = await here.telegram.answered(anna.press(room, card.id, "Coming"))
    assert toast.text == "✅ Potluck" and not toast.alert
    ben.press(room, card.id, "Maybe")
    await here.sees(room, "(?s)1 coming.*1 maybe", edits=1)
    anna.press(room, card.id, "calendar")
    file = await here.telegram.until(lambda: [s for s in here.telegram.shown(room, by=here.bot) if s.files])
    assert b"BEGIN:VCALENDAR" in file[0].files[0] and file[0].file_names[0].endswith(".ics")
    await here.to_the_next_timer()
    reminder = await here.sees(room, "is tomorrow")
    assert set(reminder.pings) == {anna.user, ben.user}


async def test_question_and_buttons_survive_restart(here: BotOnTelegram) -> None:
    """After a restart the bot continues an open question and answers old buttons, and /cancel ends a question."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    carla.say(room, "/poll")
    asked = await here.sees(room, "What is the question")
    await here.stop()
    carla.say(room, "Tea?", reply_to=asked.id)
    await here.start()
    await here.sees(room, "Which options")
    carla.say(room, "yes, no")
    card = await here.sees(room, "nobody has voted yet")
    await here.idle()
    await here.stop()
    press = anna.press(room, card.id, "yes")
    await here.start()
    await here.telegram.answered(press)
    await here.sees(room, "one person has voted", edits=1)
    carla.say(room, "/poll")
    await here.sees(room, "What is the question", after=card.id)
    carla.say(room, "/cancel")
    await here.idle()
    assert await here.count(room, "nobody has voted") == 0


async def test_question_with_a_mention_is_answered(here: BotOnTelegram) -> None:
    """Whoever asks the bot by its name when the next event is reads it, also while it waits for an answer of theirs."""
    carla, room = await here.community()
    carla.say(room, "/event Potluck tomorrow 7pm at the garden")
    await here.sees(room, "Shall I announce this")
    carla.say(room, "@glocal_bot when's the next event?")
    await here.sees(room, "Nothing is planned at the moment")
    carla.say(room, "@glocal_bot yes")
    await here.sees(room, "Event 1: Potluck")
    carla.say(room, "@glocal_bot where is it?")
    await here.sees(room, "(?s)Potluck.*the garden", edits=0)
