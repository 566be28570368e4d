"""Dialogues about guests, who may come, until when, the hosts' question, hidden names, the list and the check-in."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs

from bots.ports import Capabilities
from bots.testing import Shown
from storage.queries import retention
from storage.tables import Rsvp
from tests.acceptance.event_steps import announce_event, plain_text, rsvp, set_up_event
from tests.stage import PLAIN, RICH, Stage, staged

BOTH_WAYS = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
FILES = structs.replace(PLAIN, upload_bytes=1_000_000)
LINE = "!event Potluck friday 7pm at the garden"


async def bring(stage: Stage, user: str, card: Shown, emoji: str = "➕") -> None:
    """Press the button, or add the reaction, for a guest."""
    act = stage.press if stage.capabilities.buttons else stage.react
    await act(user, card, emoji)
    await stage.forward(seconds=5)


@BOTH_WAYS
async def test_guests_take_places(tmp_path: Path, capabilities: Capabilities) -> None:
    """A guest takes a place; their number is limited by the setting and by the places."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, f"{LINE} places=3 guests=1")
        assert "➕ You may bring 1 guest" in card.text
        await bring(stage, "@anna", card)
        assert "✅ 2 coming: anna +1" in card.text
        assert "2 of 3 places" in card.text
        await rsvp(stage, card, ben="✅")
        await bring(stage, "@ben", card)
        assert "no place left for another guest" in stage.last().text
        assert "✅ 3 coming: anna +1, ben" in card.text
        await bring(stage, "@dave", card)
        assert "⏳ 1 waiting: dave +1" in card.text
        if capabilities is PLAIN:
            await stage.unreact("@anna", card, "➕")
        else:
            await bring(stage, "@anna", card, "➖")
        await stage.forward(seconds=5)
        assert "✅ 2 coming: ben, anna" in card.text
        assert "⏳ 1 waiting: dave +1" in card.text
        await rsvp(stage, card, ben="❌")
        assert "dave +1 (asked)" in card.text


async def test_guests_by_command(tmp_path: Path) -> None:
    """`rsvp yes +2` brings two people; more than allowed is refused with the number that is."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, f"{LINE} guests=2")
        await stage.say("@anna", "!rsvp 1 yes +2")
        await stage.forward(seconds=5)
        assert "✅ 3 coming: anna +2" in card.text
        await stage.say("@ben", "!rsvp yes +3")
        assert "you may bring 2 guests at most" in stage.last().text
        await stage.say("@anna", "!rsvp 1 no")
        await stage.forward(seconds=5)
        assert "❌ 1 can’t" in card.text
        await announce_event(stage, "!event Quiz saturday 7pm")
        await stage.say("@ben", "!rsvp 2 yes +1")
        assert "is without guests" in stage.last().text


@BOTH_WAYS
async def test_replies_end_before_the_event(tmp_path: Path, capabilities: Capabilities) -> None:
    """After the deadline nobody new comes, the card says so, and those who come can still cancel."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, f"{LINE} deadline=1d")
        assert "⏳ Reply by Thursday, 26 November 2026 at 19:00" in card.text
        await rsvp(stage, card, anna="✅")
        await stage.forward(days=1, hours=12)
        assert "Replies ended Thursday" in card.text
        await stage.say("@ben", "!rsvp 1 yes")
        assert "Replies to “Potluck” ended" in stage.last().text
        await rsvp(stage, card, anna="❌")
        assert "❌ 1 can’t" in card.text


async def test_deadline_as_a_time(tmp_path: Path) -> None:
    """A deadline may be a day and an hour; it moves with the event, and a late one is asked again."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@carla", '!event set 1 deadline="thursday 6pm"')
        await stage.forward(seconds=5)
        assert "Reply by Thursday, 26 November 2026 at 18:00" in card.text
        await stage.say("@carla", "!event set 1 deadline=saturday")
        assert "before the start" in stage.last().text
        await stage.say("@carla", "2h")
        await stage.forward(seconds=5)
        assert "Reply by Friday, 27 November 2026 at 17:00" in card.text
        await stage.say("@carla", "!event move 1 saturday 8pm")
        await stage.forward(seconds=5)
        assert "Reply by Saturday, 28 November 2026 at 18:00" in card.text


async def test_only_connectors_may_come(tmp_path: Path) -> None:
    """Others are told for whom an event is; they may always say that they don't come."""
    async with staged(tmp_path, RICH) as stage:
        card = await set_up_event(stage, f"{LINE} for=connectors")
        await stage.press("@anna", card, "✅")
        assert "is for the connectors of this community" in stage.last().text
        await rsvp(stage, card, carla="✅", anna="❌")
        assert "✅ 1 coming: carla" in card.text
        assert "❌ 1 can’t" in card.text


async def test_members_only_waits_for_the_greeting(tmp_path: Path) -> None:
    """A newcomer whom nobody has greeted yet can't come to an event for members."""
    async with staged(tmp_path, RICH) as stage:
        card = await set_up_event(stage, f"{LINE} for=members")
        await stage.join("@zoe")
        await stage.press("@zoe", card, "✅")
        assert "is for members" in stage.last().text
        await rsvp(stage, card, anna="✅")
        assert "✅ 1 coming: anna" in card.text


@BOTH_WAYS
async def test_hidden_names(tmp_path: Path, capabilities: Capabilities) -> None:
    """Where names are hidden the card counts from five people on, reminders name nobody, and the host sees the list."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, f"{LINE} list=hidden")
        await rsvp(stage, card, anna="✅", ben="✅")
        await stage.say("@carla", "!event list")
        assert "✅" not in stage.last().text
        assert "Some are coming" in card.text
        await rsvp(stage, card, dave="✅", eve="✅", finn="✅")
        assert "✅ 5 coming" in card.text
        await stage.say("@carla", "!event guests 1")
        await stage.forward(days=1, hours=12)
        public = [shown.text for shown in stage.shown() if shown.private_to is None]
        assert not [text for text in public if "anna" in text or "finn" in text]
        assert "✅ anna" in stage.last("direct-@carla").text


async def test_question_is_answered_in_private(tmp_path: Path) -> None:
    """Whoever comes is asked in private, the next message there is the answer, and only the list shows it."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, f'{LINE} question="Any allergies?"')
        assert "❓ The hosts ask whoever comes: Any allergies?" in card.text
        await rsvp(stage, card, anna="✅")
        assert "Any allergies?" in stage.last("direct-@anna").text
        await stage.say("@anna", "Nuts: all of them", "direct-@anna")
        assert "Noted for the hosts" in stage.last("direct-@anna").text
        await stage.say("@anna", "hello", "direct-@anna")
        assert "Noted" not in stage.last("direct-@anna").text
        await stage.say("@carla", "!event guests 1")
        assert "✅ anna: Nuts: all of them" in stage.last("direct-@carla").text
        assert "Nuts" not in stage.transcript()
        async with stage.database.transaction() as uow:
            await retention.delete_older_than(uow, stage.clock.now() + timedelta(days=2))
        assert [row.note for row in await _rows(stage)] == ["Nuts: all of them"]
        async with stage.database.transaction() as uow:
            await retention.delete_older_than(uow, stage.clock.now() + timedelta(days=3))
        assert [row.note for row in await _rows(stage)] == [""]


async def test_whoever_waits_is_not_told_that_they_come(tmp_path: Path) -> None:
    """On the waiting list the question says that it is about a place one may get; it is asked once."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, f'{LINE} question="Any allergies?" places=1')
        await rsvp(stage, card, anna="✅", ben="✅")
        assert "You’re coming to" in stage.sees("Any allergies", "direct-@anna").text
        assert "If you get a place at" in stage.sees("Any allergies", "direct-@ben").text
        await rsvp(stage, card, anna="❌")
        await stage.press("@ben", stage.last("direct-@ben"), "✅")
        assert len(stage.matching(lambda shown: "Any allergies" in shown.text, "direct-@ben")) == 1


async def _rows(stage: Stage) -> list[Rsvp]:
    from sqlmodel import select

    async with stage.database.reading() as uow:
        return list(await uow.all(select(Rsvp)))


async def test_exported_list_is_private_and_holds_no_formula(tmp_path: Path) -> None:
    """The table goes to the host alone; a name or a note that begins like a formula is text."""
    async with staged(tmp_path, FILES) as stage:
        card = await set_up_event(stage, f'{LINE} question="Any allergies?" places=1')
        stage.platform.names["@anna"] = '=HYPERLINK("http://x","y")'
        await rsvp(stage, card, anna="✅", ben="✅")
        await stage.say("@anna", '@SUM(A1), "none"', "direct-@anna")
        await stage.say("@carla", "!event guests 1 file")
        sent = stage.last("direct-@carla")
        (file,) = stage.platform.received_files[sent.id]
        assert file is not None
        rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))
        assert rows[0] == ["Name", "Answer", "Guests", "Was there", "Note"]
        assert rows[1][1:] == ["coming", "0", "", '\'@SUM(A1), "none"']
        assert rows[1][0].startswith("'=HYPERLINK")
        assert rows[2] == ["ben", "waiting", "0", "", ""]
        assert "I’ve sent you the list in private" in stage.last().text
        await stage.say("@anna", "!event guests 1")
        assert "connector" in stage.last().text


@BOTH_WAYS
async def test_check_in(tmp_path: Path, capabilities: Capabilities) -> None:
    """The hosts tick off names, others can't, and after the event the host alone reads who did not come."""
    async with staged(tmp_path, capabilities) as stage:
        card = await set_up_event(stage, LINE)
        await rsvp(stage, card, anna="✅", ben="✅", dave="❌")
        await stage.say("@carla", "!event checkin 1")
        tick = stage.sees("Who is here")
        assert "⬜ 1️⃣ anna\n⬜ 2️⃣ ben" in tick.text
        assert "dave" not in tick.text
        act = stage.press if capabilities is RICH else stage.react
        await act("@carla", tick, "1️⃣")
        await act("@ben", tick, "2️⃣")
        await stage.forward(seconds=5)
        assert "☑️ 1️⃣ anna\n⬜ 2️⃣ ben" in tick.text
        assert "right" in stage.last().text or "connector" in stage.last().text
        await act("@carla", tick, "2️⃣")
        if capabilities is PLAIN:
            await stage.unreact("@carla", tick, "2️⃣")
        else:
            await act("@carla", tick, "2️⃣")
        await stage.forward(seconds=5)
        assert "⬜ 2️⃣ ben" in tick.text
        await stage.forward(days=4)
        await stage.say("@carla", "!event guests 1")
        told = stage.last("direct-@carla")
        assert "☑️ anna" in told.text
        assert "1 came, 1 of those expected didn’t" in told.text


async def test_settings_are_shown_and_changed(tmp_path: Path) -> None:
    """Without values the command shows what is set and how to change it; `none` takes a setting away."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, LINE)
        await stage.say("@carla", "!event set 1")
        assert "guests=1" in stage.last().text
        await stage.say("@carla", "!event set 1 guests=2 for=members")
        await stage.forward(seconds=5)
        assert "up to 2 guests" in card.text
        assert "For members" in card.text
        await stage.say("@carla", "!event set 1 guests=none for=everybody")
        await stage.forward(seconds=5)
        assert "guest" not in card.text
        assert "For members" not in card.text
        await stage.say("@carla", "!event set 1 guests=many")
        assert "isn’t a number from 0 to 20" in stage.last().text
        await stage.say("@carla", "1")
        await stage.forward(seconds=5)
        assert "You may bring 1 guest" in card.text


@pytest.mark.parametrize(
    ("locale", "line", "yes", "shown"),
    [
        ("fr", '!événement Repas vendredi 19h invités=1 pour=membres délai=1j question="Des allergies ?"', "oui",
         ("Vous pouvez amener 1 personne", "Pour les membres", "Réponse jusqu’au", "Des allergies ?")),
        ("de", '!termin Essen Freitag 19 Uhr gäste=1 für=mitglieder frist="1 Tag" frage="Allergien?"', "ja",
         ("Du kannst 1 Gast mitbringen", "Für Mitglieder", "Antworten bis", "Allergien?")),
        ("es", '!evento Cena viernes 19:00 acompañantes=1 para=miembros plazo="1 día" pregunta="¿Alergias?"', "sí",
         ("Puedes traer a 1 persona", "Para miembros", "Responde antes de", "¿Alergias?")),
    ],
)  # fmt: skip
async def test_options_in_every_language(
    tmp_path: Path, locale: str, line: str, yes: str, shown: tuple[str, ...]
) -> None:
    """Options have names and values in every language, and the question comes in the room's language."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", line)
        await stage.say("@carla", yes)
        card = stage.sees("➕")
        for words in shown:
            assert words in plain_text(card)
        await rsvp(stage, card, anna="✅")
        assert shown[-1] in plain_text(stage.last("direct-@anna"))


async def test_hidden_guests_hear_news_in_private(tmp_path: Path) -> None:
    """Where names are hidden the room calls nobody, so those who come hear of changes and reminders in private."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, f"{LINE} list=hidden")
        await rsvp(stage, card, anna="✅", ben="❌")
        await stage.say("@carla", "!event move 1 8pm")
        await stage.say("@carla", "yes")
        assert "Potluck has moved: Friday, 27 November 2026 at 20:00" in plain_text(stage.last("direct-@anna"))
        await stage.forward(days=1, hours=12)
        assert "You’re expected at Potluck" in stage.last("direct-@anna").text
        await stage.say("@carla", "!event cancel 1")
        await stage.say("@carla", "yes")
        assert "Potluck is cancelled" in stage.last("direct-@anna").text
        assert "direct-@ben" not in {shown.room for shown in stage.platform.messages.values()}
        assert not [shown for shown in stage.shown() if "anna" in shown.text]
