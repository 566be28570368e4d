"""Dialogues about each person's own reminders, the link for those who come, and what follows an event."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.ports import Capabilities
from storage.tables import AfterEvents
from tests.acceptance.event_steps import announce_event, first_lines, plain_text, reminder_messages, rsvp, set_up_event
from tests.stage import PLAIN, RICH, Stage, staged

LINE = "!event Potluck friday 7pm at the garden"
BOTH_WAYS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])


def private(stage: Stage, name: str) -> list[str]:
    """Return the reminders that somebody got in private."""
    return [plain_text(shown).split("\n")[0] for shown in stage.shown(f"direct-@{name}") if shown.text[0] in "⏰🔔"]


@BOTH_WAYS
async def test_own_reminders_come_in_private_and_once(tmp_path: Path, capabilities: Capabilities) -> None:
    """Whoever chose their reminders gets them in private at their times, and is not mentioned in the room's."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@anna", "!me remind 2d 3h")
        assert "in private of the events you come to: 2 days before, 3 hours before" in stage.last().text
        await rsvp(stage, card, anna="✅", ben="✅")
        await stage.forward(days=3)
        assert [line.split(": ")[0] for line in private(stage, "anna")] == [
            "⏰ Potluck (event 1) is in 2 days", "⏰ Potluck (event 1) begins in 3 hours",
        ]  # fmt: skip
        assert private(stage, "ben") == []
        assert all("anna" not in shown.text for shown in reminder_messages(stage))
        assert all("For ben" in shown.text for shown in reminder_messages(stage))


async def test_choice_after_the_answer_counts_for_events_ahead(tmp_path: Path) -> None:
    """A choice made later, or changed, replaces the reminders of events that the person comes to already."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await rsvp(stage, card, anna="✅")
        await stage.say("@anna", "!me remind 1d 5h")
        await stage.say("@anna", "!me remind 4h")
        await stage.forward(days=3)
        assert [line.split(": ")[0] for line in private(stage, "anna")] == ["⏰ Potluck (event 1) begins in 4 hours"]


async def test_off_and_back_to_the_room(tmp_path: Path) -> None:
    """`off` means no reminder at all, `room` the room's again; without a time the command says what holds."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await rsvp(stage, card, anna="✅")
        await stage.say("@anna", "!me remind off")
        await stage.forward(days=1, hours=12)
        assert "anna" not in reminder_messages(stage)[-1].text
        await stage.say("@anna", "!me remind")
        assert "won’t remind you" in stage.last().text
        await stage.say("@anna", "!me remind room")
        await stage.forward(days=1)
        assert "For anna" in reminder_messages(stage)[-1].text
        assert private(stage, "anna") == []


async def test_one_event_has_its_own_reminder(tmp_path: Path) -> None:
    """A reminder for one event goes before the person's own for all; who doesn't come is told to say so first."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@anna", "!event remind 3h")
        assert "say first that you come" in stage.last().text
        await stage.say("@anna", "!me remind 1d")
        await rsvp(stage, card, anna="✅")
        await stage.say("@anna", "!event remind 1 3h")
        assert "I’ll remind you of “Potluck” in private: 3 hours before" in stage.last().text
        await stage.forward(days=3)
        assert [line.split(": ")[0] for line in private(stage, "anna")] == ["⏰ Potluck (event 1) begins in 3 hours"]


async def test_own_reminders_follow_the_event(tmp_path: Path) -> None:
    """A moved event reminds at its new time, a cancelled one not at all, nor one that the person left."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@anna", "!me remind 3h")
        await rsvp(stage, card, anna="✅")
        await stage.say("@carla", "!event move 1 26 november 7pm")
        await stage.say("@carla", "yes")
        await stage.forward(days=1, hours=8)
        assert [line.split(": ")[0] for line in private(stage, "anna")] == ["⏰ Potluck (event 1) begins in 3 hours"]
        quiz = await announce_event(stage, "!event Quiz saturday 7pm")
        await rsvp(stage, quiz, anna="✅")
        await stage.say("@carla", "!event cancel 2")
        await stage.say("@carla", "yes")
        walk = await announce_event(stage, "!event Walk sunday 7pm")
        await rsvp(stage, walk, anna="✅")
        await rsvp(stage, walk, anna="❌")
        await stage.forward(days=5)
        assert len(private(stage, "anna")) == 1


async def test_days_are_wall_clock_and_hours_exact(tmp_path: Path) -> None:
    """Across the end of summer time "2 days before" comes at the same hour, "48 hours before" exactly then."""
    async with staged(tmp_path, PLAIN, datetime(2026, 10, 20, 9, 0, tzinfo=UTC)) as stage:
        card = await set_up_event(stage, "!event Potluck 26 october 7pm", quiet_hours="")
        await stage.say("@anna", "!me remind 2 days")
        await stage.say("@ben", "!me remind 48h")
        await rsvp(stage, card, anna="✅", ben="✅")
        await stage.until(datetime(2026, 10, 24, 16, 59, 59, tzinfo=UTC))
        assert (len(private(stage, "anna")), len(private(stage, "ben"))) == (0, 0)
        await stage.until(datetime(2026, 10, 24, 17, 0, 1, tzinfo=UTC))
        assert (len(private(stage, "anna")), len(private(stage, "ben"))) == (1, 0)
        await stage.until(datetime(2026, 10, 24, 18, 0, 1, tzinfo=UTC))
        assert (len(private(stage, "anna")), len(private(stage, "ben"))) == (1, 1)


async def test_own_reminders_wait_for_the_end_of_quiet_hours(tmp_path: Path) -> None:
    """A reminder that falls into quiet hours comes at their end, if there is enough time left."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Brunch friday 1pm", quiet_hours="22:00-08:00")
        await stage.say("@anna", "!me remind 10h")
        await rsvp(stage, card, anna="✅")
        await stage.forward(days=1, hours=20)
        assert private(stage, "anna") == []
        await stage.forward(hours=2, minutes=5)
        assert [line.split(": ")[0] for line in private(stage, "anna")] == ["⏰ Brunch (event 1) begins in 5 hours"]


async def test_after_downtime_only_the_useful_one_is_sent(tmp_path: Path) -> None:
    """What was due while the bot was down comes once, with an apology; nothing comes after the start."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@anna", "!me remind 1d 5h 3h")
        await rsvp(stage, card, anna="✅")
        stage.clock.set(stage.clock.now() + timedelta(days=2, hours=7))
        await stage.restart()
        await stage.settle()
        told = stage.shown("direct-@anna")
        assert len(told) == 1
        assert "Sorry this is late" in told[0].text
        stage.clock.set(stage.clock.now() + timedelta(hours=6))
        await stage.restart()
        await stage.settle()
        assert len(stage.shown("direct-@anna")) == 1


@pytest.mark.parametrize("words", ["whenever", "1d 2d 3d 4d 5d 6d", "x" * 3000])
async def test_unreadable_reminders_are_asked_again(tmp_path: Path, words: str) -> None:
    """What can't be read says what to type instead; the next message is the answer."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@anna", f"!me remind {words}")
        assert "1d 1h" in stage.last().text
        await stage.say("@anna", "1d 1h")
        assert "1 day before, 1 hour before" in stage.last().text


async def test_start_tells_the_link(tmp_path: Path) -> None:
    """The reminder at the start has the link; a hidden one goes in private to those who come."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Call friday 7pm https://meet.example.org/a")
        await stage.say("@carla", "!event set 1 link=hidden")
        await stage.forward(seconds=5)
        assert "meet.example.org" not in card.text
        assert "told the link in private" in card.text
        await rsvp(stage, card, anna="✅", ben="❌")
        assert "https://meet.example.org/a" in stage.last("direct-@anna").text
        open_card = await announce_event(stage, "!event Talk friday 8pm https://meet.example.org/b")
        assert "meet.example.org/b" in open_card.text
        await stage.forward(days=2, hours=12)
        assert "begins now: https://meet.example.org/a" in plain_text(stage.last("direct-@anna"))
        assert "direct-@ben" not in {shown.room for shown in stage.platform.messages.values()}
        starts = [shown.text for shown in reminder_messages(stage) if shown.text.startswith("🔔")]
        assert "meet.example.org" not in starts[0]
        assert "https://meet.example.org/b" in starts[1]
        public = [shown.text for shown in stage.shown() if shown.id != open_card.id]
        assert not [text for text in public if "example.org/a" in text]


@BOTH_WAYS
async def test_thanks_and_feedback(tmp_path: Path, capabilities: Capabilities) -> None:
    """Where the community wants it, an event is followed by thanks and a question whose numbers show from five on."""
    async with staged(tmp_path, capabilities) as stage:
        people = ("anna", "ben", "dave", "eve", "finn")
        card = await set_up_event(stage, LINE, after_events=AfterEvents.FEEDBACK, quiet_hours="")
        await rsvp(stage, card, **dict.fromkeys(people, "✅"))
        await stage.forward(days=2, hours=14)
        thanks = stage.sees("Thank you all for coming to Potluck")
        for name in people[:4]:
            await rsvp(stage, thanks, **{name: "🙂"})
        assert "·" not in thanks.text
        await rsvp(stage, thanks, finn="🙁")
        assert "🙂 4 · 😐 0 · 🙁 1" in thanks.text
        await rsvp(stage, thanks, zoe="🙂")
        assert "for those who came" in stage.last().text
        assert "🙂 4" in thanks.text


async def test_feedback_is_taken_back_with_its_reaction(tmp_path: Path) -> None:
    """Somebody who removes their reaction below the thanks has given no answer."""
    async with staged(tmp_path, PLAIN) as stage:
        people = ("anna", "ben", "dave", "eve", "finn")
        card = await set_up_event(stage, LINE, after_events=AfterEvents.FEEDBACK, quiet_hours="")
        await rsvp(stage, card, **dict.fromkeys(people, "✅"))
        await stage.forward(days=2, hours=14)
        thanks = stage.sees("Thank you all for coming to Potluck")
        await rsvp(stage, thanks, **dict.fromkeys(people, "🙂"))
        assert "🙂 5 · 😐 0 · 🙁 0" in thanks.text
        await stage.unreact("@anna", thanks, "🙂")
        assert "🙂" not in thanks.text


async def test_nothing_follows_unless_asked(tmp_path: Path) -> None:
    """By default an event ends quietly, and so does one to which hardly anybody came."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await rsvp(stage, card, anna="✅", ben="✅")
        await stage.forward(days=6)
        await stage.say("@carla", "!config after-events thanks")
        quiz = await announce_event(stage, "!event Quiz saturday 7pm")
        await rsvp(stage, quiz, anna="✅")
        await stage.forward(days=6)
        stage.never_saw("Thank you all")


@pytest.mark.parametrize(
    ("locale", "typed", "said"),
    [("fr", "!me remind 1j 1h", "1 jour avant, 1 heure avant"), ("de", "!ich erinnern 1d 1h", "1 Tag"),
     ("es", "!perfil recordar 1d 1h", "1 día"), ("en", "!me remind 1h 0", "1 hour before, at the start"),
     ("en", "!me remind 1h 30m", "1 hour 30 minutes before")],
)  # fmt: skip
async def test_reminders_in_every_language(tmp_path: Path, locale: str, typed: str, said: str) -> None:
    """The command and its answer are in the room's language."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@anna", typed)
        assert said in plain_text(stage.last())


async def test_address_has_a_map_and_cost_is_shown(tmp_path: Path) -> None:
    """A street with a number leads to a map, other places don't; the cost is a line of its own."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        assert "map" not in card.text
        await stage.say("@carla", '!event edit 1 place 12 rue de la Paix, "Paris" & more')
        await stage.say("@carla", '!event set 1 cost="5 € for food"')
        await stage.forward(seconds=5)
        assert "📍 12 rue de la Paix" in card.text
        assert "(map)" in card.text
        assert "💶 5 € for food" in card.text
        assert card.content is not None
        assert "query=12%20rue%20de%20la%20Paix" in repr(card.content)
        assert first_lines(stage) == []
