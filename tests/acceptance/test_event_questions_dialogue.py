"""Tests for the questions about events: the next message is the answer, and what was said before is kept."""

from pathlib import Path

import pytest

from tests.acceptance.event_steps import announce_event, plain_text, rsvp, set_up_event
from tests.acceptance.slash_commands import run_command
from tests.stage import PLAIN, RICH, Stage, staged


async def preview_after(stage: Stage, *said: str, locale: str = "en") -> str:
    """Say these lines as a connector. Return the bot's last message."""
    await stage.community(locale=locale)
    for line in said:
        await stage.say("@carla", line)
    return plain_text(stage.last())


@pytest.mark.parametrize(
    ("locale", "said", "what"),
    [
        ("en", ("!event Potluck friday", "7pm"), ("Potluck", "27 November 2026 at 19:00")),
        ("en", ("!event Potluck friday", "7"), ("Potluck", "27 November 2026 at 19:00")),
        ("en", ("!event Potluck at the garden", "next friday", "at 7"), ("Potluck", "the garden", "19:00")),
        ("en", ("!event", "Potluck", "friday 7pm"), ("Potluck", "27 November 2026 at 19:00")),
        ("en", ("!event friday 7pm", "Potluck at the garden"), ("Potluck", "the garden", "19:00")),
        ("en", ("!event Potluck yesterday 7pm", "friday"), ("Potluck", "27 November 2026 at 19:00")),
        ("en", ("!event Tea fridya 7pm", "yes"), ("Tea", "27 November 2026 at 19:00")),
        ("en", ("!event Yoga every tuesday 6pm", "tuesday"), ("Yoga", "1 December 2026 at 18:00")),
        ("en", ("!event Potluck", "hm, let me think", "friday 7pm"), ("Potluck\n", "27 November 2026 at 19:00")),
        ("en", ("!event Potluck", "Potluck saturday 8pm"), ("Potluck\n", "28 November 2026 at 20:00")),
        ("fr", ("!event Barbecue", "samedi prochain", "15h au parc"), ("Barbecue", "5 décembre 2026", "le parc")),
        ("de", ("!event Grillen im Garten", "Samstag", "18 Uhr"), ("Grillen", "28. November 2026", "18:00")),
        ("es", ("!event Paella", "el sábado", "a las dos de la tarde"), ("Paella", "28 de noviembre", "14:00")),
    ],
)
async def test_answers_complete_the_line(
    tmp_path: Path, locale: str, said: tuple[str, ...], what: tuple[str, ...]
) -> None:
    """Each answer adds what is missing, and nothing that was said before is lost."""
    async with staged(tmp_path, PLAIN) as stage:
        preview = await preview_after(stage, *said, locale=locale)
        assert [part for part in what if part not in preview] == [], preview
        assert stage.last().content is not None
        assert [button.emoji for button in stage.last().content.buttons] == ["✅", "❌"]  # type: ignore[union-attr]


async def test_unreadable_answer_gets_what_to_type(tmp_path: Path) -> None:
    """An answer without a time is explained with the connector's own words; after several the bot stops asking."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck")
        for _ in range(3):
            await stage.say("@carla", "hm, let me think")
            assert "for example: !event Potluck friday 7pm" in stage.last().text
        await stage.say("@carla", "hm, let me think")
        assert "Let’s leave it at that for now" in stage.last().text
        number = len(stage.shown())
        await stage.say("@carla", "friday 7pm")
        assert len(stage.shown()) == number


async def test_cancel_ends_the_question(tmp_path: Path) -> None:
    """The word `cancel` ends a question, and the next message is an ordinary one."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck")
        await stage.say("@carla", "cancel")
        number = len(stage.shown())
        await stage.say("@carla", "friday 7pm")
        assert len(stage.shown()) == number


async def test_question_on_a_platform_with_forms(tmp_path: Path) -> None:
    """Where answers are private, the next message in the room is the answer as well."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await run_command(stage, "@carla", "event", what="Potluck friday")
        assert stage.last().private_to == "@carla"
        await stage.say("@carla", "7pm")
        assert "Shall I announce this? Potluck" in stage.last().text


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (("!event move 1", "saturday"), "Saturday, 28 November 2026 at 19:00"),
        (("!event move 1 whenever", "8pm"), "Friday, 27 November 2026 at 20:00"),
        (("!event move 1 yesterday", "soon", "sunday 3pm"), "Sunday, 29 November 2026 at 15:00"),
        (("!event move saturday", "1"), "Saturday, 28 November 2026 at 19:00"),
        (("!event move saturday", "the second", "potluck"), "Saturday, 28 November 2026 at 19:00"),
    ],
)
async def test_move_asks_for_what_is_missing(tmp_path: Path, said: tuple[str, ...], what: str) -> None:
    """The next message is the new time, or the number of the event, and the other part is kept."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await announce_event(stage, "!event Quiz monday 8pm")
        for line in said:
            await stage.say("@carla", line)
        await stage.forward(seconds=5)
        assert what in plain_text(card)


async def test_number_is_asked_with_the_reason_kept(tmp_path: Path) -> None:
    """A cancellation without a number asks which event is meant, and keeps every word of its reason."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await announce_event(stage, "!event Quiz monday 8pm")
        await stage.say("@carla", "!event cancel It rains all day")
        assert "Which one?" in stage.last().text
        await stage.say("@carla", "1")
        await stage.forward(seconds=5)
        assert card.text.startswith("🚫 Cancelled · Event 1: Potluck\n> It rains all day")


async def test_answer_to_an_invitation_is_asked(tmp_path: Path) -> None:
    """A bare `rsvp` asks, and the next message is the answer."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await stage.say("@anna", "!rsvp")
        assert "Are you coming?" in stage.last().text
        await stage.say("@anna", "yes")
        assert "You’re going to “Potluck”" in stage.last().text
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text


async def test_answer_by_title(tmp_path: Path) -> None:
    """Somebody who is asked which event they mean can type a part of its title."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        await announce_event(stage, "!event Pub quiz monday 8pm")
        await stage.say("@anna", "!rsvp maybe")
        assert "Which one?" in stage.last().text
        await stage.say("@anna", "quiz")
        assert "You’re a maybe for “Pub quiz”" in stage.last().text


async def test_poll_and_config_ask_for_the_refused_part(tmp_path: Path) -> None:
    """A poll's deadline and a setting that can't be read are asked for again, without retyping the rest."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no close=whenever')
        await stage.say("@carla", "2h")
        stage.sees("Tea?")
        await stage.say("@carla", "!config threshold many")
        await stage.say("@carla", "4")
        assert "4" in stage.last().text


async def test_several_lines_become_an_event(tmp_path: Path) -> None:
    """An event on several lines keeps the lines after place and time as its description, with a link."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(
            stage, "!event Potluck\nfriday 7pm\nat the garden\nBring a dish\nand a chair https://example.org/garden"
        )
        assert plain_text(card).split("\n")[:6] == [
            "Event 1: Potluck",
            "📅 Friday, 27 November 2026 at 19:00 (Paris time)",
            "📍 the garden",
            "🔗 https://example.org/garden",
            "📝 Bring a dish",
            "and a chair",
        ]


async def test_long_description_is_kept(tmp_path: Path) -> None:
    """A long text on several lines does not make the bot refuse an event: it becomes the description."""
    async with staged(tmp_path, PLAIN) as stage:
        more = "\n".join(f"Line {number}: " + "soup " * 12 for number in range(12))
        card = await set_up_event(stage, f"!event Potluck\nfriday 7pm\n{more}")
        assert "Line 0: soup" in card.text
        assert "Line 11: soup" in card.text


async def test_cancel_asks_when_people_come(tmp_path: Path) -> None:
    """A cancellation asks first when people said that they come; a typed no leaves everything as it is."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await rsvp(stage, card, anna="✅", ben="🤔")
        await stage.say("@carla", "!event cancel 1 It rains")
        question = stage.last()
        assert plain_text(question).startswith(
            "2 people said yes or maybe to Potluck on Friday, 27 November 2026 at 19:00"
        )
        await stage.react("@anna", question, "✅")
        assert "Ask carla" in stage.last().text
        await stage.say("@carla", "no")
        assert stage.last().text == "I leave everything as it is."
        await stage.say("@carla", "!event cancel 1 It rains")
        await stage.say("@carla", "let me see")
        assert "I need a yes or a no here" in stage.last().text
        await stage.say("@carla", "yes")
        news = stage.sees("is cancelled. It was planned for")
        assert plain_text(news).split("\n")[1:] == ["> It rains", "For anna, ben"]


async def test_word_cancel_does_not_end_the_question_about_cancelling(tmp_path: Path) -> None:
    """After "Shall I cancel it?" `cancel` may be a yes: the bot asks for a yes or a no, or the words of a button."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, locale="fr")
        await rsvp(stage, card, anna="✅")
        await stage.say("@carla", "!event cancel 1")
        await stage.say("@carla", "annuler")
        assert "J’ai besoin d’un oui ou d’un non" in stage.last().text
        await stage.say("@carla", "annuler l’événement")
        assert stage.last().text.startswith("🚫 Potluck est annulé")


async def test_cancelled_event_is_reopened(tmp_path: Path) -> None:
    """A cancelled event can be reopened: its guests are told, its answers and reminders are there again."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await rsvp(stage, card, anna="✅")
        await stage.say("@carla", "!event cancel")
        await stage.react("@carla", stage.last(), "✅")
        await stage.say("@carla", "!event move 1 saturday")
        assert "To bring it back, type !event reopen 1" in stage.last().text
        await stage.say("@carla", "!event reopen")
        assert plain_text(stage.last()).split("\n") == [
            "✅ Potluck is on after all: Friday, 27 November 2026 at 19:00 (Paris time)", "For anna"
        ]  # fmt: skip
        await stage.forward(seconds=5)
        assert plain_text(card).startswith("Event 1: Potluck\n📅")
        assert "✅ 1 coming: anna" in card.text
        await stage.say("@carla", "!event reopen 1")
        assert "isn’t cancelled" in stage.last().text
        number = len(stage.shown())
        await stage.forward(days=2, hours=12)
        assert len([m for m in stage.shown()[number:] if "(event 1)" in m.text]) == 3


async def test_past_event_is_refused_kindly(tmp_path: Path) -> None:
    """An event that is over can't be moved, cancelled, edited or reopened; the bot says how to plan a new one."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        await stage.forward(days=4)
        for line in ("!event move 1 saturday", "!event cancel 1", "!event edit 1 place here"):
            await stage.say("@carla", line)
            assert "is over, so it can’t be changed any more" in stage.last().text
            assert "!event Potluck friday 7pm" in stage.last().text


async def test_move_asks_when_people_come(tmp_path: Path) -> None:
    """A move counts from the event's own date, and asks before it notifies anybody."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, locale="fr")
        await rsvp(stage, card, anna="✅")
        await stage.say("@carla", "!event move 1 samedi")
        question = plain_text(stage.last())
        assert question.startswith("Une personne a dit oui ou peut-être pour Potluck. Faut-il le déplacer")
        assert "Maintenant : samedi 28 novembre 2026 à 19:00" in question
        await stage.forward(seconds=5)
        assert "27 novembre" in card.text
        await stage.say("@carla", "oui")
        assert "change de date" in stage.last().text
        assert "Pour anna" in stage.last().text
        await stage.forward(seconds=5)
        assert "28 novembre" in card.text
