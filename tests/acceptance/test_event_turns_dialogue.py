"""Dialogues: whose turn it is for a place, and answers about it in words."""

from pathlib import Path

from tests.acceptance.event_steps import EVENT_LINE, announce_event, event_cards, plain_text, rsvp, set_up_event
from tests.stage import Stage, staged


async def _offer_to_ana(stage: Stage) -> None:
    card = await set_up_event(stage, f"{EVENT_LINE} limit 1")
    await rsvp(stage, card, mia="✅", ana="✅", tom="✅")
    await rsvp(stage, card, mia="❌")
    stage.sees("A place is free for you", "direct-@ana")


async def test_an_offered_place_is_taken_by_a_yes_in_private(tmp_path: Path) -> None:
    """The offer says "if you say yes": a plain yes in private takes the place."""
    async with staged(tmp_path) as stage:
        await _offer_to_ana(stage)
        await stage.say("@ana", "yes", "direct-@ana")
        await stage.forward(seconds=5)
        stage.sees("going to “Potluck”", "direct-@ana")
        assert "1 coming: ana" in plain_text(event_cards(stage)[-1])


async def test_an_offered_place_is_passed_on_by_a_no_in_private(tmp_path: Path) -> None:
    """A plain no in private passes the place on to the next person at once."""
    async with staged(tmp_path) as stage:
        await _offer_to_ana(stage)
        await stage.say("@ana", "no", "direct-@ana")
        stage.sees("A place is free for you", "direct-@tom")


async def test_a_yes_in_private_without_an_offer_takes_no_place(tmp_path: Path) -> None:
    """Who only waits gets no place by saying yes in private."""
    async with staged(tmp_path) as stage:
        await _offer_to_ana(stage)
        await stage.say("@tom", "yes", "direct-@tom")
        await stage.forward(seconds=5)
        assert "2 waiting: ana (asked), tom" in plain_text(event_cards(stage)[-1])


async def test_who_waits_hears_that_an_event_moves_or_does_not_take_place(tmp_path: Path) -> None:
    """Somebody who waits for a place is called with those who come, in the room, or in private if names are hidden."""
    for more, room in (("limit 1", "#lyon"), ("limit 1 list=hidden", "direct-@ana")):
        async with staged(tmp_path / room) as stage:
            card = await set_up_event(stage, f"{EVENT_LINE} {more}")
            await rsvp(stage, card, mia="✅", ana="✅")
            for line, news in (("!event move 1 saturday 8pm", "moved"), ("!event cancel 1", "cancelled")):
                await stage.say("@carla", line)
                await stage.say("@carla", "yes")
                await stage.forward(seconds=5)
                told = stage.sees(news, room)
                assert room != "#lyon" or "ana" in told.text


async def test_the_words_of_a_button_are_a_reply_to_the_card(tmp_path: Path) -> None:
    """A reply "can't" to the card is a no, as the button below it; elsewhere it is ordinary talk."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage)
        await stage.say("@mia", "can't")
        await stage.say("@ben", "can't", reply_to=card.id)
        await stage.forward(seconds=5)
        assert "1 can’t" in plain_text(event_cards(stage)[-1])


async def test_an_edit_of_a_series_promises_no_call(tmp_path: Path) -> None:
    """The question which dates to edit does not say that it tells people: an edit calls nobody."""
    async with staged(tmp_path) as stage:
        await stage.community()
        card = await announce_event(stage, "!event Yoga every tuesday 6pm")
        await rsvp(stage, card, mia="✅")
        await stage.say("@carla", "!event edit 1 place=Hall")
        asked = stage.last()
        assert "Which dates shall I change?" in asked.text
        assert "tell them" not in asked.text
