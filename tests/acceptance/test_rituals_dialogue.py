"""Tests for rituals: prompts that come again and again, and the replies to them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.features.rituals.templates import TEMPLATES
from bots.i18n import texts
from storage.queries import rituals
from tests.acceptance.event_steps import plain_text
from tests.stage import PLAIN, RICH, Stage, staged

GOALS = '!ritual "What are your goals this week?" every monday 9:00'


async def _begin(stage: Stage, line: str = GOALS) -> None:
    await stage.say("@carla", line)
    await stage.say("@carla", "yes")


def _prompts(stage: Stage) -> int:
    return len(stage.matching(lambda message: message.text.startswith("🔁 What are your goals")))


@pytest.mark.parametrize(
    ("locale", "typed", "shown"),
    [
        ("en", GOALS, ["every Monday, 09:00", "Next:", "November 30", "Start"]),
        (
            "en",
            "!ritual What are your goals this week? every monday 9am",
            ["goals this week?", "every Monday, 09:00", "Start"],
        ),
        (
            "fr",
            '!ritual "Vos objectifs ?" chaque lundi 9h',
            ["lundi, 09:00", "lun. 30 nov. · lun. 7 déc. · lun. 14 déc.", "Commencer"],
        ),
        (
            "de",
            "!ritual „Was habt ihr vor?“ jeden Montag 9 Uhr",
            ["Montag, 09:00", "Mo., 30. Nov. · Mo., 7. Dez.", "Anfangen"],
        ),
        ("es", "!ritual «¿Metas?» cada lunes 9:00", ["lunes, 09:00", "lun, 30 nov · lun, 7 dic", "Empezar"]),
        (
            "en",
            "!ritual every monday 9am: what are your goals today?",
            ["your goals today?", "every Monday, 09:00", "Start"],
        ),
        (
            "de",
            "!ritual jeden Montag 9 Uhr was habt ihr diese Woche vor?",
            ["diese Woche vor?", "Montag, 09:00", "Anfangen"],
        ),
        ("fr", "!rituel chaque lundi 9h – vos objectifs ?", ["vos objectifs ?", "lundi, 09:00", "Commencer"]),
        ("es", "!ritual cada lunes a las 9:00 ¿qué planes hay?", ["¿qué planes hay?", "lunes, 09:00", "Empezar"]),
    ],
)
async def test_preview_shows_the_rule_and_the_next_dates(
    tmp_path: Path, locale: str, typed: str, shown: list[str]
) -> None:
    """The preview names the rule and the next three dates in the room's language, with a button that begins it."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", typed)
        preview = stage.last()
        text = plain_text(preview)
        for part in shown[:2]:
            assert part.casefold() in text.casefold(), text
        await stage.press("@carla", preview, shown[-1])
        await stage.until(datetime(2026, 11, 30, 8, 1, tzinfo=UTC))
        assert stage.last().text.startswith("🔁")


async def test_prompt_comes_by_the_wall_clock_when_the_clocks_change(tmp_path: Path) -> None:
    """In Paris, nine on Monday is eight in UTC in winter and seven after the last Sunday of March."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.until(datetime(2027, 3, 18, 9, 0, tzinfo=UTC))
        await _begin(stage)
        await stage.until(datetime(2027, 3, 22, 7, 59, tzinfo=UTC))
        assert _prompts(stage) == 0
        await stage.until(datetime(2027, 3, 22, 8, 1, tzinfo=UTC))
        assert _prompts(stage) == 1
        await stage.until(datetime(2027, 3, 29, 6, 59, tzinfo=UTC))
        assert _prompts(stage) == 1
        await stage.until(datetime(2027, 3, 29, 7, 1, tzinfo=UTC))
        assert _prompts(stage) == 2


async def test_hour_that_the_clocks_skip_moves_forward(tmp_path: Path) -> None:
    """Half past two does not exist on the last Sunday of March in Paris: the prompt comes at half past three."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.until(datetime(2027, 3, 18, 9, 0, tzinfo=UTC))
        await _begin(stage, '!ritual "What are your goals?" every sunday 02:30')
        await stage.until(datetime(2027, 3, 28, 1, 29, tzinfo=UTC))
        assert _prompts(stage) == 1
        await stage.until(datetime(2027, 3, 28, 1, 31, tzinfo=UTC))
        assert _prompts(stage) == 2


async def test_replies_become_one_post(tmp_path: Path) -> None:
    """After two days the replies are one post, with edits and without what was deleted; then their words are gone."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await _begin(stage)
        await stage.until(datetime(2026, 11, 30, 8, 1, tzinfo=UTC))
        prompt = stage.sees("What are your goals")
        await stage.say("@anna", "Fix my bike", reply_to=prompt.id)
        edited = await stage.say("@ben", "Red something", reply_to=prompt.id)
        stage.platform.edit(edited, "Read a book")
        deleted = await stage.say("@dan", "A secret", reply_to=prompt.id)
        stage.platform.delete(deleted)
        await stage.say("@eve", "Not a reply")
        await stage.settle()
        await stage.until(datetime(2026, 12, 2, 8, 1, tzinfo=UTC))
        gathering = stage.sees("🧺")
        assert "2 answers" in gathering.text
        assert "> Fix my bike" in gathering.text
        assert "> Read a book" in gathering.text
        assert "secret" not in gathering.text
        assert "Not a reply" not in gathering.text
        async with stage.database.transaction() as uow:
            kept = await rituals.replies_to(uow, 1)
            assert {(reply.name, reply.text) for reply in kept} == {("", "")}


async def test_ritual_goes_silent_and_connectors_hear_of_it(tmp_path: Path) -> None:
    """After three rounds without a reply the bot stops asking and mentions the connectors; `resume` starts again."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await _begin(stage)
        await stage.until(datetime(2026, 12, 14, 9, 0, tzinfo=UTC))
        assert _prompts(stage) == 3
        stage.never_saw("no reply 3 times")
        await stage.until(datetime(2026, 12, 21, 9, 0, tzinfo=UTC))
        assert _prompts(stage) == 3
        assert stage.sees("no reply 3 times in a row").text.startswith("carla: ")
        await stage.until(datetime(2026, 12, 29, 9, 0, tzinfo=UTC))
        assert _prompts(stage) == 3
        await stage.say("@carla", "!ritual list")
        assert "nobody replied" in stage.last().text
        await stage.say("@carla", "!ritual resume 1")
        await stage.until(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
        assert _prompts(stage) == 4


async def test_late_reply_keeps_a_ritual_alive(tmp_path: Path) -> None:
    """A reply after the gathering counts for the round, though it is in no post."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await _begin(stage)
        await stage.until(datetime(2026, 12, 18, 9, 0, tzinfo=UTC))
        await stage.say("@anna", "Sleep", reply_to=stage.last().id)
        await stage.until(datetime(2026, 12, 21, 9, 0, tzinfo=UTC))
        assert _prompts(stage) == 4


async def test_pause_edit_and_stop_in_french(tmp_path: Path) -> None:
    """A ritual rests, changes after a question, and ends after a question."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", '!rituel "Vos objectifs ?" chaque lundi 9h')
        await stage.say("@carla", "oui")
        assert "Le rituel 1 commence" in stage.last().text
        await stage.say("@carla", "!rituel pause 1")
        await stage.until(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
        stage.never_saw("Répondez à ce message")
        await stage.say("@carla", "!rituel modifier 1 chaque vendredi 17h")
        assert "vendredi" in stage.last().text
        await stage.say("@carla", "oui")
        await stage.until(datetime(2026, 12, 4, 16, 1, tzinfo=UTC))
        stage.sees("Répondez à ce message")
        await stage.say("@carla", "!rituel arrêter 1")
        assert "définitif" in stage.last().text
        await stage.say("@carla", "oui")
        await stage.say("@carla", "!rituel liste")
        assert "pas de rituel ici" in stage.last().text


async def test_unclear_line_is_refused_with_an_example(tmp_path: Path) -> None:
    """Words without a rule are refused, and the refusal says what to type; others than connectors may not begin one."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!ritual What are your goals?")
        assert "every monday 9:00" in stage.last().text
        await stage.say("@carla", "!cancel")
        await stage.say("@anna", GOALS)
        assert "connector" in stage.last().text


async def test_nothing_comes_twice_after_a_restart(tmp_path: Path) -> None:
    """A round that was posted is not posted again, and a lost day is not made up for."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await _begin(stage)
        await stage.until(datetime(2026, 11, 30, 8, 1, tzinfo=UTC))
        await stage.restart()
        await stage.settle()
        assert _prompts(stage) == 1


@pytest.mark.parametrize("locale", ["en", "fr", "de", "es"])
@pytest.mark.parametrize("template", TEMPLATES)
async def test_template_becomes_a_ritual(tmp_path: Path, locale: str, template: str) -> None:
    """`ritual` alone offers templates; each button shows a preview in the room's language, and a yes begins it."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", "!ritual")
        offered = stage.last()
        await stage.press("@carla", offered, texts.words(locale, f"ritual-template-name-{template}"))
        assert "🔁" in stage.last().text
        await stage.press("@carla", stage.last(), texts.words(locale, "ritual-yes"))
        await stage.until(datetime(2026, 12, 4, 23, 0, tzinfo=UTC))
        assert stage.last().text.startswith("🔁")
        assert texts.words(locale, f"ritual-template-{template}")[1:20] in stage.last().text
