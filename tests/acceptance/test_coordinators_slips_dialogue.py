"""What a coordinator types a little beside the mark is answered with what to type instead, in their language."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.highlight_steps import NET
from tests.acceptance.network_steps import link, network_of
from tests.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network, and with Lyon outside it."""
    async with staged(tmp_path) as made:
        await made.network(locale="es")
        await made.community()
        yield made


async def test_acceptance_without_a_name_says_who_waits(stage: Stage) -> None:
    """`network accept` names those who wait, also for a wrong name; the next message is the answer."""
    await stage.say("@nora", "!red aceptar", NET)
    assert "nadie espera para entrar en Les Passeurs" in stage.last(NET).text
    await link(stage, "@carla", "netcode1")
    await stage.say("@nora", "!red aceptar", NET)
    assert "Responde con un nombre: Lyon" in stage.last(NET).text
    await stage.say("@nora", "Leon-sur-Mer", NET)
    assert (
        "Aquí no espera ninguna solicitud de Leon-sur-Mer. Responde con uno de estos nombres: Lyon"
        in stage.last(NET).text
    )
    await stage.say("@nora", "lyon", NET)
    assert "Linked to Les Passeurs" in stage.last().text


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en", "!network decline Lyon"),
        ("fr", "!réseau refuser Lyon"),
        ("de", "!netzwerk ablehnen Lyon"),
        ("es", "!red rechazar Lyon"),
    ],
)
async def test_request_is_declined_by_the_word_for_it(tmp_path: Path, locale: str, line: str) -> None:
    """A coordinator declines a request with the verb that people say, not only with `network remove`."""
    async with staged(tmp_path) as stage:
        await stage.network(locale=locale)
        lyon = await stage.community()
        await link(stage, "@carla", "netcode1")
        await stage.say("@nora", line, NET)
        assert "Les Passeurs has declined your request" in stage.last().text
        assert await network_of(stage, lyon) is None


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!alertas referente pronto", "No entiendo pronto como duración para referente."),
        ("!historial", "!ajustes historial"),
        ("!traspasar ana", "!referente añadir y un nombre suma a alguien"),
    ],
)
async def test_slip_in_a_networks_room_is_answered_in_its_language(stage: Stage, line: str, answer: str) -> None:
    """No word of the answer is English, and it names what to type."""
    await stage.say("@nora", line, NET)
    assert answer in stage.last(NET).text


async def test_network_is_not_created_in_a_communitys_room(stage: Stage) -> None:
    """Who creates a network in the room of a community reads that it needs one of its own."""
    stage.platform.admins.add(("#lyon", "@carla"))
    await stage.say("@carla", "!network create Rhône en Paris")
    assert "A network needs a room of its own, and this one belongs to Lyon" in stage.last().text
