"""Dispatch parks values of messages that are not recorded yet."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from bots.core.inbound import MessageDeleted, ReactionAdded, Value
from bots.core.outbound import Button, Content, DirectMessage, encode
from bots.core.richtext import Text
from storage.queries import outbox
from tests.integration.dispatch_bot import NOW, RunningBot, button_press


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    """Yield a running bot."""
    made = RunningBot(tmp_path)
    await made.open()
    yield made
    await made.close()


def reaction(number: int, message: str) -> ReactionAdded:
    """Return a reaction of Anna with the button's emoji."""
    return ReactionAdded(
        key=f"r{number}", account="memory", room="#r", at=NOW, person=button_press("ok").person, message=message,
        emoji="🔁", reaction=f"re{number}",
    )  # fmt: skip


def deletion(number: int, what: str) -> Value:
    """Return the deletion of a message or reaction."""
    return MessageDeleted(key=f"d{number}", account="memory", room="#r", at=NOW, message=what)


async def test_reaction_before_its_card_is_parked(bot: RunningBot) -> None:
    """Dispatch parks a reaction to a card whose message id is not recorded yet, and handles it later."""
    await bot.application.dispatch.submit([button_press("ok", 1)])
    await bot.application.dispatch.submit([reaction(1, "b1")])
    assert await bot.codes() == {"ok-1"}
    await bot.application.deliveries[0].drain()
    assert await bot.codes() == {"ok-1", "ok-reply"}
    await bot.application.dispatch.submit([reaction(1, "b1")])
    assert await bot.codes() == {"ok-1", "ok-reply"}


async def test_a_parked_reaction_can_be_removed(bot: RunningBot) -> None:
    """A reaction that its author removed while it was parked never counts."""
    await bot.application.dispatch.submit([button_press("ok", 1)])
    await bot.application.dispatch.submit([reaction(1, "b1")])
    await bot.application.dispatch.submit([deletion(1, "re1")])
    await bot.application.deliveries[0].drain()
    assert await bot.codes() == {"ok-1"}


async def test_a_restart_handles_parked_values(bot: RunningBot) -> None:
    """The next start handles a parked reaction whose card became known just before the stop."""
    await bot.application.dispatch.submit([button_press("ok", 1)])
    await bot.application.dispatch.submit([reaction(1, "b1")])
    async with bot.database.transaction() as uow:
        outbox.record_messages(uow, "kok1/1", "#r", ["b1"])
    await bot.close()
    await bot.open()
    await bot.application.resubmit_parked()
    assert await bot.codes() == {"ok-1", "ok-reply"}


async def test_reaction_before_its_private_card_is_parked(bot: RunningBot) -> None:
    """Dispatch parks a reaction to a private card whose room is not known yet, and handles it later."""
    content = Content(text=(Text("hi"),), buttons=(Button("probe:ok:private", "yes", "🔁"),))
    call = DirectMessage(room="#r", user="@anna", content=content, card="c:1")
    async with bot.database.transaction() as uow:
        row = outbox.pending_row(
            key="dm", account="memory", room="#r", kind="DirectMessage", payload=encode(call), now=NOW, card="c:1"
        )
        uow.defer(outbox.ENQUEUE, row)
        uow.defer(outbox.ADD_PLACEMENT, outbox.placement_row("dm", "memory", "#r", "c:1", content.buttons))
    await bot.application.dispatch.submit([replace(reaction(1, "b1"), room="direct-@anna")])
    assert await bot.codes() == set()
    await bot.application.deliveries[0].drain()
    assert await bot.codes() == {"ok-private"}
