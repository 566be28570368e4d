"""Events are moved, cancelled, listed and shown again; bad input is met with a sentence and an example."""

from pathlib import Path

import pytest

from tests.acceptance.event_steps import ASK, answers, cards, events_room, gathering, planned, said
from tests.stage import PLAIN, RICH, staged


async def test_those_who_come_are_told_of_a_move(tmp_path: Path) -> None:
    """Old and new date, their answers kept; the card and the reminders follow."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        await answers(stage, card, anna="✅", ben="🤔", cleo="❌")
        await stage.say("@carla", "!event move 1 saturday 8pm")
        news = stage.last()
        assert said(news).split("\n") == [
            "📅 Potluck has a new date.",
            "Old: Friday, 27 November 2026 at 19:00 (Paris time)",
            "New: Saturday, 28 November 2026 at 20:00 (Paris time)",
            "Your answers stay. If the new date does not suit you, change yours below the event, or type !rsvp 1 no.",
            "For anna, ben",
        ]
        assert news.content is not None
        assert news.content.mentions == ("@anna", "@ben")
        await stage.forward(seconds=5)
        assert "Saturday, 28 November 2026 at 20:00" in said(card)
        assert "✅ 1 coming: anna" in card.text
        number = len(stage.shown())
        await stage.forward(days=4)
        reminders = [said(message) for message in stage.shown()[number:]]
        assert [text.split("(event 1) ")[1].split(":")[0] for text in reminders] == [
            "is tomorrow", "begins in 1 hour", "begins now"
        ]  # fmt: skip


async def test_what_is_not_said_stays(tmp_path: Path) -> None:
    """A day alone keeps the hour, an hour alone the day; without a number it is the only event."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage, "!event Potluck friday 7pm to 9pm")
        await stage.say("@carla", "!event move sunday")
        await stage.forward(seconds=5)
        assert "Sunday, 29 November 2026 at 19:00 (Paris time), until 21:00" in said(card)
        await stage.say("@carla", "!event move 20:30")
        await stage.forward(seconds=5)
        assert "Sunday, 29 November 2026 at 20:30 (Paris time), until 22:30" in said(card)


async def test_a_reply_to_the_card_says_which_event_is_meant(tmp_path: Path) -> None:
    """Without a number: the card is there, its number is not looked up. Another community's card says nothing."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        await planned(stage, "!event Picnic sunday 3pm")
        await stage.say("@carla", "!event cancel")
        stage.sees("Which one\\? Please add its number")
        await stage.say("@anna", "!rsvp yes", reply_to=card.id)
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
        await stage.community("#nantes", name="Nantes", connector="@nils")
        await stage.say("@nils", "!event cancel", room="#nantes", reply_to=card.id)
        stage.sees("Nothing is planned here", "#nantes")
        await stage.say("@carla", "!event cancel It rains", reply_to=card.id)
        stage.sees("Potluck is cancelled")


async def test_those_who_come_are_told_of_a_cancellation(tmp_path: Path) -> None:
    """With the reason; the card says so, no reminder goes out, no answer is taken."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", ASK)
        await stage.press("@carla", stage.last(), "✅")
        card = cards(stage)[0]
        await answers(stage, card, anna="✅")
        await stage.say("@carla", "!event cancel 1 It <b>rains</b> @room")
        news = stage.sees("is cancelled; it was to be on")
        assert said(news).split("\n") == [
            "🚫 Potluck is cancelled; it was to be on Friday, 27 November 2026 at 19:00 (Paris time).",
            "> It <b>rains</b> @room",
            "For anna",
        ]
        assert news.content is not None
        assert news.content.mentions == ("@anna",)
        await stage.forward(seconds=5)
        assert said(card).startswith("🚫 Cancelled · Event 1: Potluck\n> It <b>rains</b> @room")
        await stage.say("@ben", "!rsvp 1 yes")
        assert stage.last().private_to == "@ben"
        assert "Event 1 (Potluck) is cancelled" in stage.last().text
        number = len(stage.shown())
        await stage.forward(days=4)
        assert len(stage.shown()) == number


async def test_cancelled_twice_or_moved_after(tmp_path: Path) -> None:
    """Neither happens; the sentence says why."""
    async with staged(tmp_path, PLAIN) as stage:
        await gathering(stage)
        await stage.say("@carla", "!event cancel")
        for line in ("!event cancel 1", "!event move 1 saturday"):
            await stage.say("@carla", line)
            assert "Event 1 (Potluck) is cancelled; nothing about it changes" in stage.last().text
        await stage.say("@carla", "!event cancel")
        assert "Nothing is planned here" in stage.last().text


async def test_changes_typed_elsewhere_are_told_where_the_event_is(tmp_path: Path) -> None:
    """The news goes to the room for events, the connector reads so."""
    async with staged(tmp_path, PLAIN) as stage:
        community = await stage.community()
        await events_room(stage, community.id)
        await stage.say("@carla", ASK)
        await stage.say("@carla", "yes")
        await stage.say("@carla", "!event move saturday")
        assert "has a new date" in stage.last("#events").text
        assert "those who come in “Events”" in stage.last().text


async def test_list_and_show(tmp_path: Path) -> None:
    """What is coming, the soonest first; a card shown again lives on like the first."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@anna", "!event list")
        assert "Nothing is planned here" in stage.last().text
        await planned(stage, "!event Quiz saturday 8pm")
        await planned(stage)
        await stage.say("@anna", "!events")
        assert said(stage.last()).split("\n") == [
            "What is coming",
            "2 Potluck · Fri, 27 Nov 2026, 19:00 · ✅ 0 🤔 0",
            "1 Quiz · Sat, 28 Nov 2026, 20:00 · ✅ 0 🤔 0",
        ]
        await stage.say("@anna", "!event show 1")
        first, again = (card for card in cards(stage) if "Quiz" in card.text)
        await answers(stage, again, anna="✅")
        assert "✅ 1 coming: anna" in first.text
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
        ("!event move 1", "For example: !event move 4 saturday 7pm"),
        ("!event move 1 whenever", "I can’t read whenever as a time. For example: !event move 4 saturday 7pm"),
        ("!event move 1 yesterday", "That is in the past"),
        ("!event move 1 friday 7pm", "It is at that time already: Friday"),
        (f"!event cancel 1 {'x' * 301}", "keep it below 300"),
        ("!event show me", "Which event is me?"),
        ("!event show 99", "There is no event 99 here"),
        ("!rsvp 1 perhaps-not", "Answer yes, maybe or no, for example: !rsvp 4 yes"),
    ],
)
async def test_bad_input_gets_a_sentence_and_an_example(tmp_path: Path, line: str, what: str) -> None:
    """And nothing changes."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        before = card.text
        await stage.say("@carla", line)
        assert what in said(stage.last())
        await stage.forward(seconds=5)
        assert (card.text, len(cards(stage))) == (before, 1)


async def test_bad_input_in_french(tmp_path: Path) -> None:
    """The example is made of their own words, in the room's language."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!event Repas au jardin")
        assert "par exemple : !event Repas au jardin vendredi 19h" in said(stage.last())
        await stage.say("@carla", "!event Repas vendredi")
        assert "À quelle heure, vendredi ? Ajoutez une heure, par exemple : !event Repas vendredi 19h" in said(
            stage.last()
        )


async def test_asked_step_by_step(tmp_path: Path) -> None:
    """Without a line the bot asks for it, and asks again for one that will not do."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event")
        assert "What, when and where?" in stage.last().text
        await stage.say("@carla", "Potluck at the garden")
        assert "When is it?" in stage.last().text
        await stage.say("@carla", "Potluck friday 7pm")
        await stage.say("@carla", "yes")
        assert len(cards(stage)) == 1


async def test_members_cannot_plan(tmp_path: Path) -> None:
    """The missing right is named; answering and looking is for everybody."""
    async with staged(tmp_path, PLAIN) as stage:
        await gathering(stage)
        for line in (ASK, "!event move 1 saturday", "!event cancel 1"):
            await stage.say("@anna", line)
            assert "Only a connector" in stage.last().text
        await stage.say("@anna", "!rsvp 1 yes")
        assert "you come to" in stage.last().text


async def test_what_people_write_is_data(tmp_path: Path) -> None:
    """HTML, @room, markup, zalgo and right-to-left text are shown as they are, tamed, and notify nobody."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(
            stage, "!event <b>x</b> @room **a** Z\u0335\u0336\u0337\u0338\u0334 שלום \u202eevil friday 7pm"
        )
        assert card.text.startswith("Event 1: \u2068<b>x</b> @room **a** Z\u0335\u0336\u0337 שלום evil\u2069\n")
        assert card.content is not None
        assert card.content.mentions == ()
