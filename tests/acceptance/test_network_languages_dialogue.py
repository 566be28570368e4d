"""What a network and its communities say to each other, in French, German and Spanish, with and without buttons."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.announcement_steps import NET
from tests.acceptance.network_rooms import CIRCLE, add_circle
from tests.stage import PLAIN, RICH, Stage, staged

looks = pytest.mark.parametrize("capabilities", [RICH, PLAIN], ids=["rich", "plain"])


async def press(stage: Stage, who: str, room: str, emoji: str) -> None:
    """Press a button of the latest message, or react where there are none."""
    await (stage.press if stage.capabilities.buttons else stage.react)(who, stage.last(room), emoji)


def texts(stage: Stage, room: str) -> str:
    """Return what the bot shows in a room, with plain spaces."""
    shown = "\n".join(message.text for message in stage.shown(room))
    return shown.replace("\u202f", " ").replace("\u00a0", " ")


@looks
@pytest.mark.parametrize(
    ("locale", "yes", "nowhere", "one"),
    [
        ("fr", "oui", "n’est affichée nulle part", "disparaître d’une communauté"),
        ("de", "ja", "ist nirgends zu sehen", "verschwindet aus einer Community"),
        ("es", "sí", "no se ve en ningún sitio", "desaparecerá de una comunidad"),
    ],
)
async def test_announcement(
    tmp_path: Path, capabilities: Capabilities, locale: str, yes: str, nowhere: str, one: str
) -> None:
    """An announcement that no community shows is not said to be in one; a recalled one leaves its question behind."""
    async with staged(tmp_path, capabilities) as stage:
        network = await stage.network(locale=locale)
        await stage.community(network=network.id, locale=locale, quiet_hours="")
        await stage.say("@nora", '!announce "Montag"', NET)
        await press(stage, "@nora", NET, "✅")
        await stage.forward(seconds=5)
        await stage.say("@nora", "!announce recall 1", NET)
        assert one in texts(stage, NET)
        await stage.say("@nora", "no" if locale != "de" else "nein", NET)
        await stage.say("@carla", "!announce decline 1")
        await stage.say("@nora", "!announce recall 1", NET)
        assert nowhere in texts(stage, NET)
        await stage.say("@nora", yes, NET)
        await stage.forward(seconds=5)
        assert "Montag" not in texts(stage, "#lyon")


@looks
@pytest.mark.parametrize(
    ("locale", "yes", "invites", "asks", "accepted", "removed"),
    [
        ("fr", "oui", "Le réseau Les Passeurs invite", "demande à rejoindre", "Relié au réseau", "en a retiré Rome"),
        ("de", "ja", "Les Passeurs lädt Rome ein", "möchte in dieses Netzwerk", "Verbunden mit", "aus dem Netzwerk"),
        ("es", "sí", "Les Passeurs invita a Rome", "pide entrar en esta red", "ya está en la red", "sacó a Rome"),
    ],
)
async def test_membership(
    tmp_path: Path, capabilities: Capabilities, locale: str, yes: str, invites: str, asks: str, accepted: str,
    removed: str,
) -> None:  # fmt: skip
    """Joining is agreed to on both sides, and being removed is told; all in the words of the language."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.network(locale=locale)
        await add_circle(stage)
        await stage.community("#rome", name="Rome", locale=locale, connector="@rosa", quiet_hours="")
        await stage.say("@rosa", "!link netcode1", "#rome")
        assert invites in texts(stage, "#rome")
        await stage.say("@rosa", yes, "#rome")
        assert asks in texts(stage, CIRCLE)
        await press(stage, "@nora", CIRCLE, "✅")
        await stage.forward(seconds=3)
        assert accepted in texts(stage, "#rome")
        await stage.say("@nora", "!network remove Rome", NET)
        await stage.say("@nora", yes, NET)
        await stage.forward(seconds=3)
        assert removed in texts(stage, "#rome")
