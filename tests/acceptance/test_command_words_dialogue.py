"""Tests that a verb is never taken for a title or a question, and that commands are found in every spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.event_steps import plain_text
from tests.stage import staged

POLL_VERBS = (
    "!poll edit 1 Coffee?", "!poll end 1 now", "!poll delete 1 please", "!poll stop poll 1", "!poll finish",
    "!sondage modifier 1 Café", "!sondage supprimer 1 merci", "!sondage fermer", "!umfrage löschen 1 bitte",
    "!encuesta borrar 1 por favor",
)  # fmt: skip
EVENT_VERBS = {
    "en": ("!event postpone 1 saturday 8pm", "!event delete", "!event reschedule the event 1 to saturday 8pm"),
    "fr": ("!event reporter 1 samedi 20h", "!événement supprimer 1", "!event déplacer 1 samedi 20h"),
    "de": ("!termin verlegen 1 samstag 20 uhr", "!termin löschen", "!event verschieben 1 samstag 20 uhr"),
    "es": ("!evento aplazar 1 sábado 20:00", "!evento borrar", "!event mover 1 sábado 20:00"),
}
FRENCH = (
    "!événement Potluck vendredi 19h", "!évènement Potluck vendredi 19h", "!Evénement Potluck vendredi 19h",
    "!EVENEMENT Potluck vendredi 19h", "!e\u0301ve\u0301nement Potluck vendredi 19h", "!événements", "!sondages",
    "!évènement liste",
)  # fmt: skip


@pytest.mark.parametrize("line", POLL_VERBS)
async def test_verb_opens_no_poll(tmp_path: Path, line: str) -> None:
    """A line that begins with a verb opens no second poll."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no')
        before = len(stage.matching(lambda message: "nobody has voted" in message.text))
        await stage.say("@carla", line)
        assert len(stage.matching(lambda message: "nobody has voted" in message.text)) <= before


@pytest.mark.parametrize(("locale", "line"), [(code, line) for code, lines in EVENT_VERBS.items() for line in lines])
async def test_verb_plans_no_event(tmp_path: Path, locale: str, line: str) -> None:
    """A line that begins with a verb changes an event, in any language, and plans none."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.say("@carla", "yes")
        planned = len(stage.matching(lambda message: bool(message.content and len(message.content.buttons) == 2)))
        await stage.say("@carla", line)
        assert len(stage.matching(lambda m: bool(m.content and len(m.content.buttons) == 2))) <= planned + 1
        titles = (
            "postpone",
            "reschedule",
            "reporter",
            "verlegen",
            "aplazar",
            "delete",
            "supprimer",
            "löschen",
            "borrar",
        )
        assert not [word for word in titles if f"**{word}" in stage.last().text or f"“{word}" in stage.last().text]


@pytest.mark.parametrize("line", FRENCH, ids=ascii)
async def test_french_command_in_every_spelling(tmp_path: Path, line: str) -> None:
    """A French command is found with and without accents, in the spelling of 1990, and with separate accents."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", line)
        assert "ne connais pas" not in stage.last().text


async def test_unknown_verb_is_refused_with_what_exists(tmp_path: Path) -> None:
    """The bot answers a verb that it does not have with those that it has."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!room paint")
        assert "I don’t know room paint. There is !room join, !room leave, !room role" in plain_text(stage.last())
        await stage.say("@carla", "!welcome Have some tea")
        assert "!config welcome Have some tea" in plain_text(stage.last())
