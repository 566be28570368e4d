"""Every kind of poll, from the question to the result, on a real homeserver and on both stand-ins, in two languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.acceptance.bot_on_matrix import bot_on_matrix
from tests.acceptance.bot_on_telegram import bot_on_telegram
from tests.acceptance.poll_scenes import LANGUAGES, SCENES, Scene
from tests.contract.discord_people import DiscordPerson
from tests.homeserver.synapse import Homeserver

IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.synapse
@IN_BOTH
async def test_on_matrix(homeserver: Homeserver, tmp_path: Path, language: str) -> None:
    """People react with the signs of their choice, and type numbers in private where a ballot takes several steps."""
    async with bot_on_matrix(homeserver, tmp_path) as here:
        anna = await here.person("anna")
        carla, room = await here.community(anna)
        await carla.say(room, f"!config language {language}")
        await here.answered(room)
        private = ""
        for number, scene in enumerate(SCENES[language], 1):
            await carla.say(room, f"!poll {scene.line}")
            if scene.kind == "dates":
                await here.sees(room, scene.asked)
                await carla.say(room, "yes" if language == "en" else "oui")
                await here.sees(room, f"(Poll|Sondage) {number} ·")
            card = await here.sees(room, scene.asked)
            if scene.added:
                await anna.say(room, f"!poll add {scene.added}")
                await here.sees(room, f"“?{scene.added}")
            for emoji in scene.emoji if not scene.typed else ["🗳️"]:
                await anna.react(room, card.id, emoji)
            if scene.typed:
                private = private or await here.private_room(anna)
                await here.sees(private, scene.asked)
                await anna.say(private, scene.typed)
                await here.sees(private, "(Counted|C’est noté).*" + scene.labels[-1])
            else:
                await here.sees(room, f"(?s)({scene.asked}.*1 \\(|\\+1 .*{scene.asked})")
            await carla.say(room, "!poll close")
            await here.sees(room, scene.result)


@pytest.mark.discord
@IN_BOTH
async def test_on_discord(tmp_path: Path, language: str) -> None:
    """People press buttons, choose from a list where several may be chosen, and get a ballot that only they see."""
    async with bot_on_discord(tmp_path) as here:
        carla, room = await here.community(locale=language)
        anna = here.person(carla.guild, "anna")
        for number, scene in enumerate(SCENES[language], 1):
            given = {"question": scene.question, "kind": scene.kind}
            given |= {"options": scene.options} if scene.kind not in ("yesno", "consent") else {}
            given |= {"choices": str(scene.choices)} if scene.choices > 1 else {}
            shown = await here.result(
                carla.command(room, "poll open", **given, **({"additions": "yes"} if scene.added else {}))
            )
            if scene.kind == "dates":
                assert shown.response is not None
                await carla.react(room, str(shown.response.id), "✅")
            card = await here.sees(room, f"^{scene.asked}")
            if scene.added:
                await here.result(anna.command(room, "poll add", option=scene.added))
                card = await here.sees(room, f"(?s)^{scene.asked}.*{scene.added}")
            await _vote_on_discord(here, anna, room, card.id, scene, number)
            await here.result(carla.command(room, "poll close"))
            await here.sees(room, scene.result)


async def _vote_on_discord(
    here: BotOnDiscord, anna: DiscordPerson, room: str, card: str, scene: Scene, number: int
) -> None:
    """Vote in the way that the card offers."""
    lists = [part for part in anna.buttons(room, card) if part["type"] == 3]
    assert bool(lists) == scene.is_list
    if lists:
        labels = [option["label"] for option in lists[0]["options"]]
        await here.result(anna.choose(room, card, [labels[index] for index in scene.chosen]))
    elif not scene.typed:
        await here.result(anna.press(room, card, f"poll:{number}:{scene.chosen[0]}"))
    else:
        ballot = await here.result(anna.press(room, card, f"ballot:{number}"))
        steps = [f"{at}.{given}" for at, given in enumerate(scene.points)] or list(map(str, scene.chosen))
        for step in steps:
            assert ballot.response is not None and ballot.response.ephemeral
            ballot = await here.result(anna.press(room, str(ballot.response.id), f"pb:{number}:{step}"))


@pytest.mark.telegram
@IN_BOTH
async def test_on_telegram(tmp_path: Path, language: str) -> None:
    """People press the keys below the card, and in their private chat where a ballot takes several steps."""
    async with bot_on_telegram(tmp_path) as here:
        anna = here.telegram.person("Anna", language=language)
        carla, room = await here.community(anna, locale=language)
        private = here.telegram.private(anna, here.bot)
        anna.say(here.bot, "/start ballot")
        await here.idle()
        for scene in SCENES[language]:
            carla.say(room, f"/poll {scene.line}")
            if scene.kind == "dates":
                preview = await here.sees(room, scene.asked)
                await here.idle()
                carla.press(room, preview.id, "Publish" if language == "en" else "Publier")
                await here.sees(room, f"(?s){scene.asked}.*(Poll|Sondage) [0-9]+ ·")
            card = await here.sees(room, scene.asked)
            await here.idle()
            if scene.added:
                anna.say(room, f"/poll add {scene.added}")
                card = await here.sees(room, f"(?s){scene.asked}.*{scene.added}")
                await here.idle()
            keys = card.labels
            if not scene.typed:
                for index in scene.chosen:
                    anna.press(room, card.id, keys[index])
            else:
                anna.press(room, card.id, keys[0])
                ballot = await here.telegram.sees(private, scene.asked)
                await here.idle()
                for key in map(str, scene.points) if scene.points else [scene.labels[index] for index in scene.chosen]:
                    anna.press(here.bot, ballot.id, key)
                    await here.idle()
            await here.sees(room, f"(?s){scene.asked}.*(one person|une personne|1 \\()")
            carla.say(room, "/poll_close")
            await here.sees(room, scene.result)
