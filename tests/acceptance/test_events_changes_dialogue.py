"""Tests for moving, cancelling and listing events, and for mistakes in event commands."""

from pathlib import Path

import pytest

from tests.acceptance.event_steps import (
    EVENT_LINE,
    add_events_room,
    announce_event,
    event_cards,
    plain_text,
    rsvp,
    set_up_event,
)
from tests.acceptance.slash_commands import run_command
from tests.stage import PLAIN, RICH, staged


async def test_move_notifies_guests(tmp_path: Path) -> None:
    """Moving an event notifies its guests with both dates, keeps their answers, and updates card and reminders."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await rsvp(stage, card, anna="✅", ben="🤔", cleo="❌")
        await stage.say("@carla", "!event move 1 saturday 8pm")
        await stage.say("@carla", "yes")
        news = stage.last()
        assert plain_text(news).split("\n") == [
            "📅 Potluck has moved.",
            "Old: Friday, 27 November 2026 at 19:00 (Paris time)",
            "New: Saturday, 28 November 2026 at 20:00 (Paris time)",
            "Your answers stay. If the new time doesn’t suit you, change yours below the event, or type !rsvp 1 no.",
            "For anna, ben",
        ]
        assert news.content is not None
        assert news.content.mentions == ("@anna", "@ben")
        await stage.forward(seconds=5)
        assert "Saturday, 28 November 2026 at 20:00" in plain_text(card)
        assert "✅ 1 coming: anna" in card.text
        number = len(stage.shown())
        await stage.forward(days=4)
        reminders = [plain_text(message) for message in stage.shown()[number:]]
        assert [text.split("(event 1) ")[1].split(":")[0] for text in reminders] == [
            "is tomorrow", "begins in 1 hour", "begins now"
        ]  # fmt: skip


async def test_move_keeps_unnamed_day_or_hour(tmp_path: Path) -> None:
    """A move that names only a day keeps the hour, and one that names only an hour keeps the day."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Potluck friday 7pm to 9pm")
        await stage.say("@carla", "!event move sunday")
        await stage.forward(seconds=5)
        assert "Sunday, 29 November 2026 at 19:00 (Paris time), until 21:00" in plain_text(card)
        await stage.say("@carla", "!event move 20:30")
        await stage.forward(seconds=5)
        assert "Sunday, 29 November 2026 at 20:30 (Paris time), until 22:30" in plain_text(card)


async def test_reply_to_card_selects_event(tmp_path: Path) -> None:
    """A command in reply to an event's card applies to that event, unless the card belongs to another community."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await announce_event(stage, "!event Picnic sunday 3pm")
        await stage.say("@carla", "!event cancel")
        stage.sees("Which one\\? Please type its number, or words")
        await stage.say("@anna", "!rsvp yes", reply_to=card.id)
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
        await stage.community("#nantes", name="Nantes", connector="@nils")
        await stage.say("@nils", "!event cancel", room="#nantes", reply_to=card.id)
        stage.sees("Nothing is planned here", "#nantes")
        await stage.say("@carla", "!event cancel It rains", reply_to=card.id)
        await stage.say("@carla", "yes")
        stage.sees("Potluck is cancelled")


async def test_cancellation_notifies_guests(tmp_path: Path) -> None:
    """Cancelling an event notifies its guests with the reason and stops its reminders and answers."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", EVENT_LINE)
        await stage.press("@carla", stage.last(), "✅")
        card = event_cards(stage)[0]
        await rsvp(stage, card, anna="✅")
        await stage.say("@carla", "!event cancel 1 It <b>rains</b> @room")
        await stage.press("@carla", stage.last(), "Cancel the event")
        news = stage.sees("is cancelled. It was planned for")
        assert plain_text(news).split("\n") == [
            "🚫 Potluck is cancelled. It was planned for Friday, 27 November 2026 at 19:00 (Paris time).",
            "> It <b>rains</b> @room",
            "For anna",
        ]
        assert news.content is not None
        assert news.content.mentions == ("@anna",)
        await stage.forward(seconds=5)
        assert plain_text(card).startswith("🚫 Cancelled · Event 1: Potluck\n> It <b>rains</b> @room")
        await run_command(stage, "@ben", "rsvp", number="1", answer="yes")
        assert stage.last().private_to == "@ben"
        assert "Event 1 (Potluck) is cancelled" in stage.last().text
        number = len(stage.shown())
        await stage.forward(days=4)
        assert len(stage.shown()) == number


async def test_cancelled_event_cannot_be_changed(tmp_path: Path) -> None:
    """The bot refuses to cancel or move a cancelled event and says why."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        await stage.say("@carla", "!event cancel")
        for line in ("!event cancel 1", "!event move 1 saturday"):
            await stage.say("@carla", line)
            assert "Event 1 (Potluck) is cancelled, so it can’t be changed" in stage.last().text
        await stage.say("@carla", "!event cancel")
        assert "Nothing is planned here" in stage.last().text


async def test_change_is_announced_in_events_room(tmp_path: Path) -> None:
    """The bot announces a change in the events room and tells the connector so."""
    async with staged(tmp_path, PLAIN) as stage:
        community = await stage.community()
        await add_events_room(stage, community.id)
        await stage.say("@carla", EVENT_LINE)
        await stage.say("@carla", "yes")
        await stage.say("@carla", "!event move saturday")
        assert "has moved" in stage.last("#events").text
        assert "everyone who’s coming, in “Events”" in stage.last().text


async def test_list_and_repeated_card(tmp_path: Path) -> None:
    """The list starts with the next event, and a card that is shown again takes the place of the one above."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@anna", "!event list")
        assert "Nothing is planned here" in stage.last().text
        await announce_event(stage, "!event Quiz saturday 8pm")
        await announce_event(stage)
        await stage.say("@anna", "!events")
        assert plain_text(stage.last()).split("\n") == [
            "Coming up",
            "2 Potluck · Fri, 27 Nov 2026, 19:00 · ✅ 0 🤔 0",
            "1 Quiz · Sat, 28 Nov 2026, 20:00 · ✅ 0 🤔 0",
        ]
        await stage.say("@anna", "!event show 1")
        (again,) = (card for card in event_cards(stage) if "Quiz" in card.text)
        stage.sees("The current card is further down.")
        await rsvp(stage, again, anna="✅")
        assert "✅ 1 coming: anna" in again.text


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("!event Potluck at the garden", "for example: !event Potluck at the garden friday 7pm"),
        ("!event Potluck friday at the garden", "for example: !event Potluck friday at the garden 7pm"),
        ("!event friday 7pm", "Put the title first, for example: !event Potluck friday 7pm"),
        ("!event Potluck yesterday 7pm", "That is in the past: Tuesday, 24 November 2026"),
        ("!event Potluck 31 february 7pm", "There is no such day: 31 february"),
        ("!event Potluck tuesday 27 november 7pm", "does not fit: that day is Friday"),
        ("!event Potluck friday 7pm to 6pm", "The end (Friday, 27 November 2026 at 18:00"),
        ("!event Potluck in 5 years at 7pm", "is more than 3 years ahead"),
        (f"!event {'x' * 121} friday 7pm", "too long (121 characters, 120 at most)"),
        (f"!event Potluck friday 7pm at {'y' * 121}", "That place is too long (121 characters"),
        (f"!event {'x ' * 300} friday 7pm", "too long for one line (more than 500 characters)"),
        ("!event move 7 saturday", "There is no event 7 here"),
        ("!event move 1", "In one go: !event move 1 saturday 7pm"),
        ("!event move 1 whenever", "I can’t read whenever as a time. For example: !event move 1 saturday 7pm"),
        ("!event move 1 yesterday", "That is in the past"),
        ("!event move 1 friday 7pm", "It’s already at that time: Friday"),
        (f"!event cancel 1 {'x' * 301}", "keep it below 300"),
        ("!event show 99", "There is no event 99 here"),
        ("!rsvp 1 perhaps-not", "Answer yes, maybe or no."),
    ],
)
async def test_mistake_is_explained_and_changes_nothing(tmp_path: Path, line: str, what: str) -> None:
    """The bot answers a mistake with a sentence or an example and leaves the event unchanged."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        before = card.text
        await stage.say("@carla", line)
        assert what in plain_text(stage.last())
        await stage.forward(seconds=5)
        assert (card.text, len(event_cards(stage))) == (before, 1)


async def test_french_example_repeats_own_words(tmp_path: Path) -> None:
    """In a French room the example repeats the connector's own words in French."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!event Repas au jardin")
        assert "par exemple : !événement Repas au jardin vendredi 19h" in plain_text(stage.last())
        await stage.say("@carla", "!event Repas vendredi")
        assert "À quelle heure, vendredi ? Répondez par une heure" in plain_text(stage.last())
        assert "par exemple : !événement Repas vendredi 19h" in plain_text(stage.last())


async def test_missing_parts_of_event_are_requested(tmp_path: Path) -> None:
    """The bot asks for a missing event line, and again while the line lacks something."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event")
        assert "What, when and where?" in stage.last().text
        await stage.say("@carla", "Potluck at the garden")
        assert "When is it?" in stage.last().text
        await stage.say("@carla", "Potluck friday 7pm")
        await stage.say("@carla", "yes")
        assert len(event_cards(stage)) == 1


async def test_member_cannot_change_events(tmp_path: Path) -> None:
    """is for connectors can plan, move or cancel an event, while any member can answer it."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        for line in (EVENT_LINE, "!event move 1 saturday", "!event cancel 1"):
            await stage.say("@anna", line)
            assert "is for connectors" in stage.last().text
        await stage.say("@anna", "!rsvp 1 yes")
        assert "You’re going to" in stage.last().text


async def test_title_is_shown_literally(tmp_path: Path) -> None:
    """A title with HTML, @room, markup or odd letters is shown as text and notifies nobody."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(
            stage, "!event <b>x</b> @room **a** Z\u0335\u0336\u0337\u0338\u0334 שלום \u202eevil friday 7pm"
        )
        assert card.text.startswith("Event 1: \u2068<b>x</b> @room **a** Z\u0335\u0336\u0337 שלום evil\u2069\n")
        assert card.content is not None
        assert card.content.mentions == ()
