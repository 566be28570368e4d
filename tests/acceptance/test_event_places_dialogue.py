"""Dialogues about events with a limited number of places, and their waiting lists."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bots.ports import Capabilities
from bots.testing import Shown
from tests.acceptance.event_steps import announce_event, event_cards, plain_text, rsvp, set_up_event
from tests.stage import PLAIN, RICH, Stage, staged

LINE = "!event Potluck friday 7pm at the garden limit 2"
BOTH_WAYS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])


async def full_event(stage: Stage, *waiting: str) -> Shown:
    """Announce an event with two places, which anna and ben take. The others wait."""
    card = await set_up_event(stage, LINE)
    await rsvp(stage, card, anna="✅", ben="✅", **dict.fromkeys(waiting, "✅"))
    return card


def private(stage: Stage, name: str) -> Shown:
    """Return the last message that the bot sent somebody in private."""
    return stage.last(f"direct-@{name}")


async def decide(stage: Stage, name: str, emoji: str) -> None:
    """Answer the offer of a place in the private chat."""
    act = stage.press if stage.capabilities.buttons else stage.react
    await act(f"@{name}", private(stage, name), emoji)
    await stage.forward(seconds=5)


@BOTH_WAYS
async def test_card_shows_places_and_who_waits(tmp_path: Path, capabilities: Capabilities) -> None:
    """Without a free place a yes waits; the card counts places and names who waits, in their order."""
    async with staged(tmp_path, capabilities) as stage:
        card = await full_event(stage, "dave", "eve")
        assert "🎟️ 2 of 2 places, 2 waiting" in card.text
        assert "✅ 2 coming: anna, ben" in card.text
        assert "⏳ 2 waiting: dave, eve" in card.text
        told = private(stage, "eve") if capabilities is PLAIN else stage.last()
        assert "You’re number 2 on the waiting list" in told.text
        assert "waiting list" not in "".join(m.text for m in stage.shown() if m.private_to is None and m is not card)


@BOTH_WAYS
async def test_next_person_is_offered_the_place(tmp_path: Path, capabilities: Capabilities) -> None:
    """When somebody cancels, the first in the line is asked in private and has the place after a yes."""
    async with staged(tmp_path, capabilities) as stage:
        card = await full_event(stage, "dave", "eve")
        await rsvp(stage, card, anna="❌")
        assert "A place is free for you at Potluck" in private(stage, "dave").text
        assert "🎟️ 2 of 2 places, 2 waiting" in card.text
        assert "dave (asked), eve" in card.text
        await decide(stage, "dave", "✅")
        assert "✅ 2 coming: ben, dave" in card.text
        assert "⏳ 1 waiting: eve" in card.text
        await stage.forward(hours=20)
        assert "✅ 2 coming: ben, dave" in card.text


@BOTH_WAYS
async def test_declined_place_goes_to_the_next(tmp_path: Path, capabilities: Capabilities) -> None:
    """Somebody who says no to an offered place passes it on at once."""
    async with staged(tmp_path, capabilities) as stage:
        card = await full_event(stage, "dave", "eve")
        await rsvp(stage, card, anna="❌")
        await decide(stage, "dave", "❌")
        assert "A place is free for you" in private(stage, "eve").text
        await decide(stage, "eve", "✅")
        assert "✅ 2 coming: ben, eve" in card.text
        assert "❌ 2 can’t" in card.text
        assert "waiting" not in card.text


async def test_unanswered_offer_goes_to_the_next(tmp_path: Path) -> None:
    """Without an answer in time the place is offered to the next; the last one keeps it, since nobody else wants it."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await full_event(stage, "dave", "eve")
        await rsvp(stage, card, anna="❌")
        await stage.forward(hours=23)
        assert "went to the next person" in private(stage, "dave").text
        assert "A place is free for you" in private(stage, "eve").text
        assert "dave" not in card.text
        await stage.forward(hours=12)
        assert "You have a place at Potluck" in private(stage, "eve").text
        assert "✅ 2 coming: ben, eve" in card.text
        number = len(stage.shown("direct-@dave"))
        await stage.react("@dave", stage.shown("direct-@dave")[-2], "✅")
        assert "No place at “Potluck” is held for you right now" in private(stage, "dave").text
        assert len(stage.shown("direct-@dave")) == number + 1


async def test_offer_outlives_a_restart(tmp_path: Path) -> None:
    """An offer ends in time although the bot was down when it was due."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await full_event(stage, "dave", "eve")
        await rsvp(stage, card, anna="❌")
        stage.clock.set(stage.clock.now() + timedelta(hours=26))
        await stage.restart()
        await stage.settle()
        assert "A place is free for you" in private(stage, "eve").text
        assert "eve (asked)" in card.text


@BOTH_WAYS
async def test_automatic_takes_the_place_unasked(tmp_path: Path, capabilities: Capabilities) -> None:
    """Whoever asked not to be asked has the place at once, and is told."""
    async with staged(tmp_path, capabilities) as stage:
        card = await full_event(stage, "dave")
        if capabilities is PLAIN:
            await stage.react("@dave", private(stage, "dave"), "⚡")
        else:
            await stage.press("@dave", stage.last(), "⚡")
        await rsvp(stage, card, ben="❌")
        assert "You have a place at Potluck" in private(stage, "dave").text
        assert "✅ 2 coming: anna, dave" in card.text


async def test_who_leaves_the_room_frees_a_place(tmp_path: Path) -> None:
    """Somebody who leaves frees their place; when they come back they wait behind the others."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await full_event(stage, "dave")
        stage.platform.members["#lyon"] += ["@anna"]
        stage.platform.leave("#lyon", "@anna")
        await stage.settle()
        await decide(stage, "dave", "✅")
        assert "✅ 2 coming: ben, dave" in card.text
        await stage.join("@anna")
        await stage.forward(seconds=5)
        assert "⏳ 1 waiting: anna" in card.text
        await rsvp(stage, card, ben="❌")
        assert "A place is free for you" in private(stage, "anna").text


async def test_shortly_before_the_start_nobody_is_asked(tmp_path: Path) -> None:
    """Less than an hour before the start the place is theirs at once."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await full_event(stage, "dave")
        await stage.forward(days=2, hours=8, minutes=30)
        await rsvp(stage, card, anna="❌")
        assert "You have a place at Potluck" in private(stage, "dave").text
        assert "✅ 2 coming: ben, dave" in card.text


async def test_who_has_no_private_chat_is_told_in_the_room(tmp_path: Path) -> None:
    """Somebody who can't be written to is asked in the room, by name, and only they can answer there."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await full_event(stage, "dave")
        stage.platform.closed_to_bot.add("@dave")
        await rsvp(stage, card, anna="❌")
        asked = stage.sees("A place is free for you")
        assert asked.text.startswith("dave: ")
        await stage.react("@eve", asked, "✅")
        assert "No place at “Potluck” is held for you" in stage.last().text
        await stage.react("@dave", asked, "✅")
        await stage.forward(seconds=5)
        assert "✅ 2 coming: ben, dave" in card.text


async def test_raising_the_limit_moves_people_up(tmp_path: Path) -> None:
    """A higher limit offers the new places in the order of the line; without a limit everybody has one."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await full_event(stage, "dave", "eve", "finn")
        await stage.say("@carla", "!event limit 1 3")
        await stage.forward(seconds=5)
        assert "“Potluck” has 3 places now." in stage.last().text
        assert "🎟️ 3 of 3 places, 3 waiting" in card.text
        assert "A place is free for you" in private(stage, "dave").text
        await stage.say("@carla", "!event limit none")
        await stage.forward(seconds=5)
        assert "✅ 5 coming: anna, ben, dave, eve, finn" in card.text
        assert "waiting" not in card.text


@BOTH_WAYS
async def test_lowering_the_limit_asks_what_to_do(tmp_path: Path, capabilities: Capabilities) -> None:
    """Fewer places than people are a question: everybody stays, the last ones wait, or nothing changes."""
    async with staged(tmp_path, capabilities) as stage:
        card = await full_event(stage)
        await stage.say("@carla", "!event limit 1 1")
        assert "2 places at “Potluck” are taken, 1 more than that" in stage.last().text
        await stage.say("@carla", "cancel")
        await stage.forward(seconds=5)
        assert "2 of 2 places" in card.text
        await stage.say("@carla", "!event limit 1 1")
        await stage.say("@carla", "keep")
        await stage.forward(seconds=5)
        assert "2 of 1 place" in card.text
        assert "✅ 2 coming: anna, ben" in card.text
        await stage.say("@carla", "!event limit 1 1")
        if capabilities is RICH:
            await stage.press("@carla", stage.last(), "wait")
        else:
            await stage.say("@carla", "wait")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
        assert "⏳ 1 waiting: ben" in card.text
        assert "fewer places than people" in private(stage, "ben").text


@pytest.mark.parametrize("words", ["twelve", "0", "1000000000000", "-3"])
async def test_unreadable_limit_is_asked_again(tmp_path: Path, words: str) -> None:
    """The answer to a limit that is not a number says what to type, and the next message is taken as the limit."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await stage.say("@carla", f"!event limit 1 {words}")
        assert "12" in stage.last().text
        await stage.say("@carla", "3")
        await stage.forward(seconds=5)
        assert "🎟️ 0 of 3 places" in card.text


@pytest.mark.parametrize(
    ("locale", "line", "yes", "shown"),
    [
        ("fr", "!événement Repas vendredi 19h au jardin, max 2 personnes", "oui", "🎟️ 2 sur 2 places, 1 en attente"),
        ("fr", "!événement Repas vendredi 19h places=2", "oui", "🎟️ 2 sur 2 places, 1 en attente"),
        ("de", "!termin Essen Freitag 19 Uhr begrenzt auf 2 Leute", "ja", "🎟️ 2 von 2 Plätzen, 1 wartet"),
        ("es", "!evento Cena viernes 19:00, 2 plazas", "sí", "🎟️ 2 de 2 plazas, 1 en espera"),
    ],
)
async def test_limits_in_every_language(tmp_path: Path, locale: str, line: str, yes: str, shown: str) -> None:
    """A limit is read in the line in every language, and the line of the waiting list is told there."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", line)
        await stage.say("@carla", yes)
        card = event_cards(stage)[-1]
        await rsvp(stage, card, anna="✅", ben="✅", dave="✅")
        assert shown in plain_text(card)
        await rsvp(stage, card, anna="❌")
        assert "🎟️" in private(stage, "dave").text
        await decide(stage, "dave", "✅")
        assert "ben, dave" in card.text


async def test_limit_is_no_part_of_the_title(tmp_path: Path) -> None:
    """The words about places leave the title, the place and the description as they are; a name with Max keeps it."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        assert "Event 1: Potluck\n" in card.text
        assert "📍 the garden\n" in card.text
        film = await announce_event(stage, "!event Mad Max 2 friday 8pm")
        assert "Mad Max 2" in film.text
        assert "🎟️" not in film.text


async def test_event_outlives_its_author(tmp_path: Path) -> None:
    """The community keeps an event whose author left: its line moves up, reminders come, and others change it."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await full_event(stage, "dave")
        await stage.say("@carla", "!connector add @anna:here")
        stage.platform.leave("#lyon", "@carla")
        await stage.forward(seconds=5)
        await rsvp(stage, card, ben="❌")
        await decide(stage, "dave", "✅")
        assert "✅ 2 coming: anna, dave" in card.text
        stage.platform.admins.add(("#lyon", "@anna"))
        await stage.say("@anna", "!event limit 1 5")
        await stage.forward(seconds=5)
        assert "2 of 5 places" in card.text
        await stage.forward(days=2, hours=12)
        assert "Potluck (event 1) begins now" in plain_text(stage.sees("begins now"))


async def test_limit_among_several_events(tmp_path: Path) -> None:
    """With several events a single number is the event's, and the places are asked for; without a number, which one."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        quiz = await announce_event(stage, "!event Quiz saturday 7pm")
        await stage.say("@carla", "!event limit 2")
        assert "How many people can come to “Quiz”" in stage.last().text
        await stage.say("@carla", "7")
        await stage.forward(seconds=5)
        assert "0 of 7 places" in quiz.text
        await stage.say("@carla", "!event limit")
        assert "Which one?" in stage.last().text
        await stage.say("@carla", "2")
        assert "How many people can come to “Quiz”" in stage.last().text
        await stage.say("@carla", "none")
        await stage.forward(seconds=5)
        assert "places" not in quiz.text


async def test_many_people_are_sent_back_in_pages(tmp_path: Path) -> None:
    """A much lower limit puts everybody beyond it on the waiting list, however many they are."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Potluck friday 7pm limit 100")
        await rsvp(stage, card, **{f"p{number:02}": "✅" for number in range(60)})
        await stage.say("@carla", "!event limit 1 2")
        await stage.say("@carla", "wait")
        await stage.forward(seconds=10)
        assert "2 of 2 places, 58 waiting" in card.text
        assert "✅ 2 coming: p00, p01" in card.text
        assert "fewer places than people" in private(stage, "p02").text
        await stage.say("@carla", "!event limit 1 none")
        await stage.forward(seconds=10)
        assert "✅ 60 coming" in card.text
