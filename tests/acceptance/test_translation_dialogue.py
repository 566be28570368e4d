"""Tests for members' translations of a highlight: they travel along, and their translator or the author ends them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from storage.tables import Translation
from tests.acceptance.highlight_steps import NET, post_liked_message
from tests.stage import PLAIN, RICH, Stage, staged

FRENCH = "Nous avons planté 40 arbres !"
NOTE = "Now shown in Les Passeurs"


@pytest.fixture(params=[PLAIN, RICH], ids=["reactions", "buttons"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a highlight of an English community that a French and a German one show."""
    async with staged(tmp_path, request.param) as made:
        await made.network(locale="en")
        await made.community(network=1, quiet_hours="")
        for room, name, locale in (("#paris", "Paris", "fr"), ("#berlin", "Berlin", "de")):
            await made.community(
                room, name=name, network=1, receives_highlights=True, quiet_hours="", locale=locale, connector="@cora"
            )
        await made.say("@carla", "!relay on")
        made.original = await post_liked_message(made)  # type: ignore[attr-defined]
        await made.forward(minutes=11)
        yield made


async def translate(stage: Stage) -> None:
    """Translate the highlight in reply to its copy in Paris, as Pia."""
    copy = stage.sees("40 trees", "#paris")
    await stage.say("@pia", f"!translation fr: {FRENCH}", "#paris", reply_to=copy.id)


async def press(stage: Stage, user: str, message: object, sign: str) -> None:
    """Press a button, or react with its sign."""
    if stage.capabilities.buttons:
        await stage.press(user, message, sign)  # type: ignore[arg-type]
    else:
        await stage.react(user, message, sign)  # type: ignore[arg-type]


async def test_translation_travels_along(stage: Stage) -> None:
    """After the hold-back, French rooms read the translation first and the original beneath."""
    await translate(stage)
    assert "une personne du réseau (français) se verra" in stage.sees(FRENCH, "#paris").text
    assert "A translation by a member (français) will be shown" in stage.sees(FRENCH).text
    assert FRENCH not in stage.sees("40 trees", "#paris").text
    await stage.forward(minutes=11)
    copy = stage.sees("40 trees", "#paris").text
    assert copy.index(FRENCH) < copy.index("traduction par une personne du réseau") < copy.index("40 trees")
    for room in (NET, "#berlin"):
        stage.never_saw(FRENCH, room)
    stage.never_saw("pia", "#paris")


async def test_name_only_by_the_translators_press(stage: Stage) -> None:
    """The translator's name is shown once they say so, and nobody else can say it."""
    await translate(stage)
    await press(stage, "@anna", stage.sees(FRENCH, "#paris"), "🙋")
    await stage.forward(minutes=11)
    stage.never_saw("pia", "#paris")
    await press(stage, "@pia", stage.sees("Une traduction par", "#paris"), "🙋")
    await stage.forward(seconds=10)
    assert "traduction par pia" in stage.sees("40 trees", "#paris").text
    await stage.say("@pia", "!me relay unnamed", "#paris")
    await stage.forward(seconds=10)
    stage.never_saw("pia", "#paris")


@pytest.mark.parametrize(("user", "room"), [("@pia", "#paris"), ("@anna", "#lyon"), ("@carla", "#lyon")])
async def test_taken_back(stage: Stage, user: str, room: str) -> None:
    """Its translator, the author and a connector take it back; nothing of it is left anywhere."""
    await translate(stage)
    await stage.forward(minutes=11)
    await press(
        stage, user, stage.matching(lambda one: FRENCH in one.text and "40 trees" not in one.text, room)[-1], "🚫"
    )
    await stage.forward(minutes=1)
    for place in ("#paris", "#lyon"):
        stage.never_saw(FRENCH, place)
    assert "40 trees" in stage.sees("40 trees", "#paris").text
    async with stage.database.reading() as uow:
        assert not await uow.all(select(Translation))


async def test_others_cannot_take_it_back(stage: Stage) -> None:
    """Another member's press changes nothing."""
    await translate(stage)
    await press(stage, "@zoe", stage.sees(FRENCH, "#paris"), "🚫")
    await stage.forward(minutes=11)
    assert FRENCH in stage.sees("40 trees", "#paris").text


async def test_stopped_during_the_hold_back(stage: Stage) -> None:
    """The author stops a translation before anybody elsewhere reads it."""
    await translate(stage)
    await press(stage, "@anna", stage.sees(FRENCH), "🚫")
    await stage.forward(minutes=11)
    stage.never_saw(FRENCH, "#paris")


async def test_edit_and_withdrawal_end_it(stage: Stage) -> None:
    """A translation of words that the author changed goes, and so it does with the highlight."""
    await translate(stage)
    await stage.forward(minutes=11)
    stage.platform.edit(stage.original, "We planted 41 trees!")  # type: ignore[attr-defined]
    await stage.forward(minutes=1)
    stage.never_saw(FRENCH, "#paris")
    assert "41 trees" in stage.sees("41 trees", "#paris").text
    await stage.say("@pia", f"!translation fr {FRENCH}", "#paris", reply_to=stage.sees("41 trees", "#paris").id)
    await stage.forward(minutes=11)
    assert FRENCH in stage.sees("41 trees", "#paris").text
    stage.platform.delete(stage.original)  # type: ignore[attr-defined]
    await stage.forward(minutes=1)
    stage.never_saw("trees", "#paris")
    stage.never_saw(FRENCH, "#paris")


async def test_opting_out_takes_translations_back(stage: Stage) -> None:
    """After `me relay off` the translator's words go, and new ones are refused."""
    await translate(stage)
    await stage.forward(minutes=11)
    await stage.say("@pia", "!me relay off", "#paris")
    await stage.forward(minutes=1)
    stage.never_saw(FRENCH, "#paris")
    await translate(stage)
    assert "relais demander" in stage.last("#paris").text


async def test_limits(stage: Stage) -> None:
    """One translation for each language, by reply, into another language, and no longer than can be shown."""
    copy = stage.sees("40 trees", "#paris")
    for line, reply, said in (
        (f"!translation fr {FRENCH}", None, "Répondez au message que vous traduisez"),
        ("!translation en We planted", copy.id, "dans quelle autre langue"),
        (f"!translation fr {'x' * 701}", copy.id, "701"),
    ):
        await stage.say("@pia", line, "#paris", reply_to=reply)
        assert said.lower() in stage.last("#paris").text.lower(), stage.last("#paris").text
        await stage.say("@pia", "annuler", "#paris")
    await translate(stage)
    await stage.say("@zoe", "!translation fr Autre chose", "#paris", reply_to=copy.id)
    assert "Quelqu’un l’a déjà traduit" in stage.last("#paris").text
    await stage.say("@pia", "!translation fr Quarante arbres !", "#paris", reply_to=copy.id)
    await stage.forward(minutes=11)
    assert "Quarante arbres" in stage.sees("40 trees", "#paris").text
    stage.never_saw(FRENCH, "#paris")


async def test_button_asks_for_a_translation(tmp_path: Path) -> None:
    """Where there are buttons, a copy in another language offers to translate it; the next message is the answer."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network(locale="en")
        await stage.community(network=1, quiet_hours="", locale="en")
        await stage.community(
            "#madrid", name="Madrid", network=1, receives_highlights=True, quiet_hours="", locale="es"
        )
        await stage.say("@carla", "!relay on")
        await post_liked_message(stage)
        await stage.forward(minutes=11)
        assert "🌐" not in str(stage.last(NET))
        await stage.press("@mar", stage.last("#madrid"), "🌐")
        assert "Escribe tu traducción" in stage.last("#madrid").text
        await stage.say("@mar", "¡Plantamos 40 árboles!", "#madrid")
        await stage.forward(minutes=11)
        copy = stage.sees("40 trees", "#madrid")
        assert "¡Plantamos 40 árboles!" in copy.text
        assert "🌐" not in str(copy)


@pytest.mark.parametrize("line", ["!übersetzung fr Bonjour", "!traducción fr Bonjour", "!traduction français Bonjour"])
async def test_command_in_other_languages(stage: Stage, line: str) -> None:
    """The command and the language have names in each language."""
    await stage.say("@pia", line, "#berlin", reply_to=stage.sees("40 trees", "#berlin").id)
    await stage.forward(minutes=11)
    assert "Bonjour" in stage.sees("40 trees", "#paris").text
