"""Tests for changing an event's title, place, link, description and picture."""

from pathlib import Path

import pytest
from msgspec import structs

from bots.core.inbound import Attachment, CommandInvoked, FormSubmitted
from tests.acceptance.event_steps import event_cards, plain_text, set_up_event
from tests.acceptance.sample_files import PIXEL
from tests.stage import PLAIN, RICH, Stage, staged

FORMS = structs.replace(RICH, forms=True, options=True)
PICTURE = Attachment(name="poster.png", mime="image/png", size=8, source="poster", account="memory", alt="A soup")


def slash(stage: Stage, key: str, options: dict[str, str]) -> CommandInvoked:
    """Return the command `event edit` with named arguments, by the connector."""
    return CommandInvoked(
        key=key, account="memory", room="#lyon", at=stage.clock.now(), line="event edit", options=options, token=key,
        person=stage.platform.person("@carla", "#lyon"),
    )  # fmt: skip


async def said_about(stage: Stage, *lines: str) -> str:
    """Say these lines as the connector. Return the last text of the bot."""
    for line in lines:
        await stage.say("@carla", line)
    await stage.forward(seconds=5)
    return plain_text(stage.last())


@pytest.mark.parametrize(
    ("locale", "lines", "news", "shown"),
    [
        ("en", ("!event edit 1 place the library",), "the place is now the library", "📍 the library"),
        ("en", ("!event edit place: the library",), "the place is now the library", "📍 the library"),
        ("en", ("!event edit 1 title Big potluck",), "new title (before: “Potluck”)", "Event 1: Big potluck"),
        ("en", ("!event edit 1 link meet.example.org/x",), "https://meet.example.org/x", "🔗 https://meet.example.org/x"),
        ("en", ("!event edit 1 description A dish\nand a chair",), "new description", "📝 A dish\nand a chair"),
        ("en", ("!event edit 1 place none",), "no place given any more", "📅"),
        ("en", ("!event edit 1", "place the library"), "the place is now the library", "📍 the library"),
        ("en", ("!event edit 1", "what?", "place: the library"), "the place is now the library", "📍 the library"),
        ("en", ("!event edit 1 the library", "place the library"), "the place is now the library", "📍 the library"),
        ("en", ("!event edit 1 place=Library title=Soup",), "the place is now Library", "Event 1: Soup"),
        ("fr", ("!événement modifier 1 lieu la bibliothèque",), "nouveau lieu : la bibliothèque", "📍 la bibliothèque"),
        ("de", ("!termin bearbeiten 1 Ort: die Bücherei",), "neuer Ort: die Bücherei", "📍 die Bücherei"),
        ("en", ("!event 1 place: the library", "yes"), "the place is now the library", "📍 the library"),
        ("fr", ("!événement 1 titre Grand repas", "oui"), "nouveau titre (avant : « Potluck »)", "Grand repas"),
        ("de", ("!termin 1 ort die Bücherei", "ja"), "neuer Ort: die Bücherei", "📍 die Bücherei"),
        ("es", ("!evento editar 1 lugar la biblioteca",), "nuevo lugar: la biblioteca", "📍 la biblioteca"),
    ],
)  # fmt: skip
async def test_edit_by_words(tmp_path: Path, locale: str, lines: tuple[str, ...], news: str, shown: str) -> None:
    """A connector changes one thing by its name, at once or in answer to the question, and the room sees what."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, locale=locale)
        said = await said_about(stage, *lines)
        assert news in said
        assert said.startswith("✏️")
        assert shown in plain_text(card)
        assert len(event_cards(stage)) <= 1


async def test_edit_with_nothing_new(tmp_path: Path) -> None:
    """An edit that changes nothing says so and tells nobody."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        assert "nothing about “Potluck” has changed" in await said_about(stage, "!event edit 1 place the garden")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (f"!event edit 1 title {'x' * 121}", "That title is too long (121 characters"),
        ("!event edit 1 title", "An event needs a title"),
        ("!event edit 1 link garden", "doesn’t look like a link"),
        ("!event edit 1 link javascript:alert(1)", "doesn’t look like a link"),
        (f"!event edit 1 description {'x' * 1001}", "too long (1,001 characters, 1,000 at most)"),
        ("!event edit 1 whatever", "Begin with title, place, link, description or picture"),
        ("!event edit 9 place here", "There is no event 9 here"),
    ],
)
async def test_mistake_in_an_edit_is_explained(tmp_path: Path, line: str, what: str) -> None:
    """A mistake is explained, and changes nothing."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        before = card.text
        assert what in await said_about(stage, line)
        assert card.text == before


async def test_edit_with_a_time_moves_the_event(tmp_path: Path) -> None:
    """Somebody who edits the day or the hour moves the event."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        assert "has moved" in await said_about(stage, "!event edit 1 saturday 8pm")
        assert "28 November 2026 at 20:00" in plain_text(card)


async def test_platforms_event_has_the_picture(tmp_path: Path) -> None:
    """The platform's own event gets the picture as its cover, keeps it with other changes, and loses it with `none`."""
    async with staged(tmp_path, structs.replace(PLAIN, scheduled_events=True)) as stage:
        stage.platform.files["poster"] = PIXEL
        await set_up_event(stage)
        await said_about(stage, "!event edit 1 picture")
        await stage.say("@carla", "", attachments=(PICTURE,))
        await said_about(stage, "!event edit 1 place the park")
        [event] = stage.platform.scheduled_events.values()
        assert event.picture is not None and event.picture.name == "poster.png" and event.place == "the park"
        await said_about(stage, "!event edit 1 picture none")
        [event] = stage.platform.scheduled_events.values()
        assert event.picture is None and event.uncovered


async def test_picture_is_asked_for(tmp_path: Path) -> None:
    """The bot asks for the picture, and shows the card again with it; `none` removes it."""
    async with staged(tmp_path, PLAIN) as stage:
        stage.platform.files["poster"] = PIXEL
        await set_up_event(stage)
        assert "Send me the picture" in await said_about(stage, "!event edit 1 picture")
        await stage.say("@carla", "", attachments=(PICTURE,))
        await stage.forward(seconds=5)
        card = event_cards(stage)[-1]
        assert card.content is not None
        assert [file.name for file in card.content.attachments] == ["poster.png"]
        assert len(event_cards(stage)) == 1
        await said_about(stage, "!event edit 1 picture none")
        card = event_cards(stage)[-1]
        assert card.content is not None
        assert card.content.attachments == ()


async def test_edit_in_a_form(tmp_path: Path) -> None:
    """Where there are forms, the form holds the event as it is; an emptied field empties the event's."""
    async with staged(tmp_path, FORMS) as stage:
        card = await set_up_event(stage)
        command = stage.platform.next_id("c")
        stage.platform.emit(slash(stage, command, {"number": "1"}))
        await stage.settle()
        form = stage.platform.forms[-1]
        filled = {field.id: field.value for field in form.fields}
        assert filled == {"number": "1", "title": "Potluck", "place": "the garden", "link": "", "description": ""}
        filled |= {"title": "Soup", "place": "", "description": "Bring a dish"}
        stage.platform.emit(
            FormSubmitted(
                key="form-1", account="memory", room="#lyon", at=stage.clock.now(), token="t1", form=form.form,
                person=stage.platform.person("@carla", "#lyon"), fields=filled,
            )
        )  # fmt: skip
        await stage.forward(seconds=5)
        assert plain_text(card).startswith("Event 1: Soup\n📅")
        assert "📍" not in card.text
        assert "📝 Bring a dish" in card.text


async def test_member_cannot_edit(tmp_path: Path) -> None:
    """Only a connector can edit or reopen an event."""
    async with staged(tmp_path, RICH) as stage:
        await set_up_event(stage)
        for line in ("!event edit 1 place here", "!event reopen 1"):
            await stage.say("@anna", line)
            assert "is for connectors of this community" in stage.last().text
