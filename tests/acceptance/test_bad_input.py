"""Tests that every mistake gets an answer in the room's language that says what to type instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bots.features.registry import FEATURES
from tests.acceptance.event_steps import plain_text
from tests.acceptance.highlight_steps import NET
from tests.acceptance.room_steps import invite_bot
from tests.stage import PLAIN, Stage, staged

NASTY = (
    *("", '"', '""', "“”", "«", "=x", "name=", "²", "٣", "0", "-1", "9" * 30, "x" * 3900, "🙂" * 300),
    *("<b>@room</b>", "\u202eevil", "Z" + "\u0337" * 60, "\x00", "\x1b[31mred", "\ue000", "{ $x }", "**b** _i_ `c`"),
    *("yesterday 7pm", "31 february 7pm", "Tea friday 99pm", "Tea in 99999999999 days 7pm", "reminders 9999999 days"),
    *('"Q?" a b close=yesterday', '"Q?" a b choices=²', '"Q?" a', "threshold ²", "zone Atlantis", "locale xx", "\n\n"),
)  # fmt: skip
ANSWERED_BY_POST = {"!room", "!poll", "!event", "!relay", "!unlink", "!check"}
"""Commands that the bot answers with a new message instead of a reply."""
FRENCH = (
    ("!sondge", "Je ne connais pas sondge. Vouliez-vous dire"),
    ("!zzzzzz", "Je ne connais pas zzzzzz. Écrivez !aide"),
    ('!poll "Thé ?" oui', "Un sondage a besoin d’au moins deux options"),
    (f'!poll "{"é" * 301}" a b', "Cette question est trop longue (301 caractères). 300 au plus"),
    ('!poll "Thé ?" a b close="hier 8h"', "C’est déjà passé"),
    ('!poll "Thé ?" a b close=bientôt', "Je n’arrive pas à lire bientôt comme une date"),
    ("!poll close 77", "Il n’y a pas de sondage 77 ici"),
    ("!event Repas hier 19h", "C’est déjà passé"),
    ("!event Repas 31 février 19h", "Ce jour n’existe pas"),
    ("!event Repas", "C’est quand ? Répondez par un jour et une heure"),
    ("!event Repas vendredi", "Répondez par une heure"),
    ("!event cancel 9", "Il n’y a pas d’événement 9 ici"),
    ("!rsvp 9 oui", "Il n’y a pas d’événement 9 ici"),
    ("!rsvp bof", "Venez-vous ? Répondez oui, peut-être ou non"),
    ("!config zone Atlantide", "Je ne connais pas le fuseau Atlantide"),
    ("!config locale klingon", "Je ne parle pas encore klingon"),
    ("!config threshold 0", "il faut un nombre entier de 1 à 50"),
    ("!config suil 3", "Il n’y a pas de réglage suil. Vouliez-vous dire seuil"),
    ("!link nimporte", "Je ne connais aucun réseau avec le code nimporte"),
    ("!relay peut-être", "Choisissez parmi"),
    ("!relay on", "Cette communauté n’est encore reliée à aucun réseau"),
    ("!highlight", "Le relais est désactivé dans ce salon"),
    ("!connector add @personne", "Je n’ai pas encore rencontré @personne"),
    ("!setup Lyon fr Paris", "Ce salon est déjà celui de Lyon"),
)


def _command_names() -> list[str]:
    """Return the names of all commands except `me`."""
    return sorted(command.name for feature in FEATURES for command, _ in feature.commands if command.name != "me")


def _assert_harmless(text: str) -> None:
    """Assert that a text has no direction marks, no stacked accents and no endless name."""
    assert not set("\u202e\u202d\u200f") & set(text)
    assert "\u0337\u0328\u0322\u0337" not in text
    assert "x" * 49 not in text


@asynccontextmanager
async def _new_room(path: Path) -> AsyncIterator[Stage]:
    """Run a stage with a room that Carla manages and nobody has set up."""
    async with staged(path, PLAIN) as stage:
        await invite_bot(stage)
        yield stage


@pytest.mark.slow
async def test_no_argument_breaks_a_command(tmp_path: Path) -> None:
    """No argument makes a command fail with an internal error, and every command is answered."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="fr")
        await stage.community(network=network.id, locale="fr")
        asked: dict[str, str] = {}
        for command in _command_names():
            for bad in NASTY:
                asked[stage.platform.say("#lyon", "@carla", f"!{command} {bad}")] = f"!{command} {bad[:40]}"
            await stage.settle()
        replied_to = {message.reply_to for message in stage.shown()}
        unanswered = Counter(line.split()[0] for message, line in asked.items() if message not in replied_to)
        assert set(unanswered) <= ANSWERED_BY_POST, unanswered
        assert not [m.text for m in stage.shown() if "de mon côté" in m.text]


@pytest.mark.parametrize(("line", "answer"), FRENCH, ids=[line[:24] for line, _ in FRENCH])
async def test_mistake_is_explained_in_french(tmp_path: Path, line: str, answer: str) -> None:
    """In a French room the bot explains a mistake in French."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        stage.platform.admins.add(("#lyon", "@carla"))
        await stage.say("@carla", line)
        assert answer in plain_text(stage.last())


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ('!poll "Thé ?" oui non', "Seul un connecteur de cette communauté, ou une personne qui modère ce salon"),
        ("!event Repas vendredi 19h", "Seul un connecteur"),
        ("!config threshold 5", "Seul un connecteur"),
        ("!relay on", "Seul un connecteur"),
        ("!connector add @anna", "Demandez à carla"),
        ("!network parent abcd2345", "Seule la coordination du réseau"),
    ],
)
async def test_member_reads_which_right_is_missing(tmp_path: Path, line: str, right: str) -> None:
    """The bot refuses a member's command and names the missing right in the room's language."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="fr")
        await stage.community(locale="fr", network=network.id)
        await stage.say("@anna", line)
        assert right in plain_text(stage.last())
        assert len(stage.shown()) == 1


async def test_missing_right_is_named_in_members_language(tmp_path: Path) -> None:
    """In a room without a community the bot names the missing right in the person's own language."""
    async with staged(tmp_path) as stage:
        stage.platform.locales["@anna"] = "fr"
        stage.platform.invite_bot("#nouveau", "@anna")
        await stage.settle()
        await stage.say("@anna", '!network create "Autre" fr Paris', "#nouveau")
        assert "sur Matrix : modération, niveau 50 au moins" in plain_text(stage.last("#nouveau"))


@pytest.mark.parametrize(
    "name", ["<b>@room</b>", "Z" + "\u0337\u0328\u0322" * 40 + "a", "\u202eanul", "דנה", "x" * 500, "\u200b"]
)
async def test_strange_name_is_shown_harmlessly(tmp_path: Path, name: str) -> None:
    """A strange display name is shortened, loses its control characters and pings nobody else."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@carla", "!relay on")
        await stage.join("@zoe", name=name)
        await stage.forward(seconds=31)
        await stage.say("@zoe", "!me relay named")
        message = await stage.say("@zoe", "Our garden blooms")
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.say("@carla", "yes")
        await stage.say("@zoe", "!rsvp 1 yes")
        await stage.forward(minutes=11)
        shown = [*stage.shown(), *stage.shown(NET)]
        assert any("blooms" in m.text for m in stage.shown(NET))
        for message_shown in shown:
            _assert_harmless(message_shown.text)
            assert message_shown.content is not None
            assert set(message_shown.content.mentions) <= {"@zoe", "@carla"}


async def test_wrong_answer_is_asked_again(tmp_path: Path) -> None:
    """The bot repeats a question after a wrong answer and drops its questions when another command comes."""
    async with _new_room(tmp_path) as stage:
        for answer, then in (
            ("!setup", "What is your community called?"),
            ("x" * 61, "too long (61 characters)"),
            ("Lyon", "Which language is spoken here?"),
            ("klingon", "I don’t speak klingon yet"),
            ("français", "Dans quel fuseau horaire êtes-vous"),
            ("Atlantide", "Je ne connais pas le fuseau Atlantide"),
            ("Paris", "Lyon est prête"),
        ):
            await stage.say("@carla", answer)
            assert then in plain_text(stage.last()), answer
        await stage.say("@carla", "!poll")
        await stage.say("@carla", "!me")
        await stage.say("@carla", "Ceci n’est pas une question")
        stage.never_saw("Quelles options")


async def test_only_wrong_argument_is_asked_again(tmp_path: Path) -> None:
    """The bot asks again only for the argument that is wrong."""
    async with _new_room(tmp_path) as stage:
        await stage.say("@carla", '!setup "Lyon Croix-Rousse" fr Atlantide')
        assert "Je ne connais pas le fuseau Atlantide" in plain_text(stage.last())
        await stage.say("@carla", "Paris")
        assert "Lyon Croix-Rousse est prête" in plain_text(stage.last())


async def test_unusual_digits_and_huge_numbers_are_refused(tmp_path: Path) -> None:
    """The bot refuses `²` and huge numbers like any other unknown number."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for line in ("!poll results ²", "!poll close 99999999999999999999999", "!config threshold ²"):
            await stage.say("@carla", line)
            assert "went wrong" not in stage.last().text
        await stage.say("@carla", '!poll "Tea?" Green Black choices=²')
        assert "how many options" in stage.last().text
