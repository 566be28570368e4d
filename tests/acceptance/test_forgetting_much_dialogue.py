"""Somebody who is forgotten after very many polls and events: they are out at once, the rest follows."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import select

from bots.features.events.erased_people import AT_ONCE
from storage.tables import Ballot, BallotReason, Outbox, OutboxState, Rsvp
from tests.acceptance.event_steps import announce_event
from tests.acceptance.test_many_highlights_dialogue import handle_only
from tests.stage import Stage, staged

MANY = AT_ONCE + 2


async def edits(stage: Stage) -> int:
    """Return how many edits wait to be sent."""
    async with stage.database.reading() as uow:
        waiting = select(Outbox).where(Outbox.state == OutboxState.PENDING, Outbox.kind == "Edit")
        return len(await uow.all(waiting))


async def go_on(stage: Stage) -> None:
    """Start the bot anew, which stopped before it did more than the command."""
    await stage.restart()
    await stage.settle()
    await stage.forward(seconds=10)


async def test_many_polls(tmp_path: Path) -> None:
    """No ballot in an open poll and no reason is left once the command is handled; all cards follow."""
    async with staged(tmp_path) as stage:
        await stage.community(poll_style="card")
        await stage.say("@carla", '!poll consent "We paint the shed" close=2d')
        await stage.react("@zoe", stage.sees("We paint the shed"), "🛑")
        await stage.say("@zoe", "!poll reason 1 ZOEWORDS")
        await stage.say("@carla", "!poll close 1")
        for number in range(MANY):
            await stage.say("@carla", f'!poll "Soup {number}?" yes no')
            await stage.react("@zoe", stage.sees(rf"Soup {number}\?"), "1️⃣")
        await stage.forward(seconds=10)
        assert told(stage, "ZOEWORDS")
        await stage.say("@zoe", "!me erase")
        await handle_only(stage, "@zoe", "yes")
        await go_on(stage)
        async with stage.database.reading() as uow:
            assert [one.poll_id for one in await uow.all(select(Ballot))] == [1]
            assert await uow.all(select(BallotReason)) == []
        assert not told(stage, "ZOEWORDS")
        assert len(told(stage, "nobody has voted yet")) == MANY


def told(stage: Stage, words: str) -> list[str]:
    """Return the bot's messages of the room that have these words now."""
    return [shown.text for shown in stage.shown("#lyon") if words in shown.text]


async def test_many_events(tmp_path: Path) -> None:
    """Their places are free once the command is handled, and who waits for one is offered it, also after a restart."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for number in range(1, MANY + 1):
            await announce_event(stage, f"!event Potluck {number} 2026-12-{number:02} 19:00")
            await stage.say("@carla", f"!event limit {number} 1")
            await stage.say("@zoe", f"!rsvp {number} yes")
            await stage.say("@ben", f"!rsvp {number} yes")
        await stage.forward(seconds=10)
        assert "A place is free" not in stage.transcript("direct-@ben")
        await stage.say("@zoe", "!me erase")
        await handle_only(stage, "@zoe", "yes")
        assert await edits(stage) == AT_ONCE
        await go_on(stage)
        async with stage.database.reading() as uow:
            assert all(one.offered_until is not None for one in await uow.all(select(Rsvp)))
        offers = stage.transcript("direct-@ben")
        assert offers.count("A place is free for you") == MANY, offers
