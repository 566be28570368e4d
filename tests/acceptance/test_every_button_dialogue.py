"""Every verb of a button, pressed by somebody whom the bot never offered it: nothing happens, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bots.core.card_id import ANSWER_VERB, COMMAND_VERB, FORM_VERB, PAGE_VERB
from bots.core.permissions import Right
from bots.features.registry import FEATURES
from bots.ports import Capabilities
from bots.routing.router import Router
from storage.tables import DeadLetter, Dialog, Event, Outbox, Poll
from tests.acceptance.test_forged_buttons_dialogue import press_forged_button
from tests.stage import RICH, Stage, staged

ROUTER = Router(FEATURES)
VERBS = (*ROUTER.buttons, ANSWER_VERB, COMMAND_VERB, FORM_VERB, PAGE_VERB)
SUBJECTS = (
    "",
    "1",
    "1:yes",
    "1:0",
    "-1",
    "9" * 30,
    "1-1.000000",
    "9-99999999999999.000000",
    "²",
    "a:b:c",
    "\ud800",
    "0x1",
)
SECRETS = ("Secret", "carla", "zoe", "Lyon", "GREEN")


async def fill_lyon(stage: Stage) -> None:
    """Give a community one of everything."""
    network = await stage.network(name="Secret network")
    await stage.community(network=network.id, question="Who are you?", rules="Be kind, Secret")
    await stage.say("@carla", '!poll "Secret?" GREEN Black')
    await stage.say("@carla", "!event Secret picnic on 20 December 2026 at 15:00")
    await stage.say("@carla", "yes")
    await stage.say("@carla", "!event Secret draft on 21 December 2026 at 15:00")
    await stage.join("@zoe", name="zoe")
    await stage.forward(minutes=1)


async def rows(stage: Stage) -> list[object]:
    """Return what the polls and events are."""
    async with stage.database.reading() as uow:
        found = [*await uow.all(select(Poll)), *await uow.all(select(Event))]
        return [row.model_dump() for row in found]


@pytest.mark.parametrize("verb", VERBS)
async def test_strangers_press_in_vain(tmp_path: Path, verb: str) -> None:
    """In another community's room no button changes or tells anything of this one, and nothing is a dead letter."""
    async with staged(tmp_path, Capabilities(buttons=True, upload_bytes=1000)) as stage:
        await fill_lyon(stage)
        await stage.community("#oslo", name="Oslo", connector="@olav")
        before = await rows(stage)
        for subject in SUBJECTS:
            await press_forged_button(stage, "@olav", "#oslo", f"{verb}:{subject}")
            if verb in ROUTER.releases:
                await press_forged_button(stage, "@olav", "#oslo", f"{verb}:{subject}", released=True)
        assert await rows(stage) == before
        heard = stage.transcript("#oslo")
        assert not [secret for secret in SECRETS if secret in heard]
        async with stage.database.reading() as uow:
            assert not await uow.all(select(DeadLetter))


REFUSALS = ("is for ", "only", "already", "needs a room of its own")
"""What a refusal says: who may, or that the room is no room for it."""


@pytest.mark.parametrize("capabilities", [RICH, Capabilities(buttons=True)], ids=["private", "public"])
async def test_members_press_no_command_of_connectors(tmp_path: Path, capabilities: Capabilities) -> None:
    """The button of a command does for a member what typing the command does: it refuses."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community(network=(await stage.network()).id)
        names = [command.name for command in ROUTER.declared_commands if command.right != Right.ANYONE]
        assert len(names) > 20
        for name in names:
            await press_forged_button(stage, "@anna", "#lyon", f"{COMMAND_VERB}:{name}")
            answer = stage.last().text
            assert any(words in answer for words in REFUSALS), (name, answer)
            async with stage.database.reading() as uow:
                assert not [one for one in await uow.all(select(Dialog)) if one.user == "@anna"]
        async with stage.database.reading() as uow:
            assert not [row for row in await uow.all(select(Outbox)) if row.kind == "ShowForm"]
