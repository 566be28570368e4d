"""Delivery of the outbox: order, retries, edits, unknown outcomes and fallbacks."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bots.core.inbound import RoomMoved
from bots.core.outbound import Content, DirectMessage
from bots.core.richtext import Text
from bots.ports import Later
from storage.queries import outbox
from storage.tables import Outbox, OutboxState, Room
from tests.integration.outbox_rows import counts_by_state, edit, enqueue, post
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage without rooms."""
    async with staged(tmp_path, PLAIN) as made:
        yield made


async def test_a_room_keeps_its_order_through_a_retry(stage: Stage) -> None:
    """While the first post of a room waits for its retry, the second waits too and other rooms do not."""
    stage.platform.faults = [Later(5)]
    await enqueue(stage, post("one"), post("two"))
    await stage.settle()
    await enqueue(stage, post("elsewhere", "#other"), room="#other")
    await stage.settle()
    assert [m.text for m in stage.shown("#r")] == []
    assert [m.text for m in stage.shown("#other")] == ["elsewhere"]
    await stage.forward(seconds=6)
    assert [m.text for m in stage.shown("#r")] == ["one", "two"]


async def test_retry_time_survives_a_restart(stage: Stage) -> None:
    """The time of a retry survives a restart, because the row contains it."""
    stage.platform.faults = [Later(60)]
    await enqueue(stage, post("one"), post("two"))
    await stage.settle()
    await stage.restart()
    await stage.settle()
    assert stage.shown("#r") == []
    await stage.forward(seconds=61)
    assert [m.text for m in stage.shown("#r")] == ["one", "two"]


async def test_an_account_wide_pause_holds_every_room(stage: Stage) -> None:
    """During an account-wide pause delivery sends to no room."""
    stage.platform.faults = [Later(5, account_wide=True)]
    await enqueue(stage, post("one"))
    await stage.settle()
    sends = stage.platform.sends
    for number in range(20):
        await enqueue(stage, post("x", f"#{number}"), room=f"#{number}")
    await stage.settle()
    assert stage.platform.sends == sends
    await stage.forward(seconds=6)
    assert stage.platform.sends == sends + 21


async def test_a_held_delivery_begins_nothing(stage: Stage) -> None:
    """While another process may hold the account nothing is sent; after that everything is, in order."""
    delivery = stage.application.deliveries[0]
    delivery.pauses.held = True
    await enqueue(stage, post("one"), post("two"))
    await stage.settle()
    assert stage.shown("#r") == []
    delivery.pauses.held = False
    delivery.wake()
    await stage.settle()
    assert [m.text for m in stage.shown("#r")] == ["one", "two"]


async def test_an_account_wide_pause_survives_a_restart(stage: Stage) -> None:
    """The next process keeps the account-wide pause that the platform stated."""
    stage.platform.faults = [Later(60, account_wide=True)]
    await enqueue(stage, post("one"))
    await stage.settle()
    await stage.restart()
    await enqueue(stage, post("elsewhere", "#other"), room="#other")
    await stage.forward(seconds=30)
    assert stage.shown("#other") == []
    await stage.forward(seconds=31)
    assert [m.text for m in stage.shown("#other")] == ["elsewhere"]


async def test_edits_of_a_card_collapse_into_the_newest(stage: Stage) -> None:
    """Ten pending edits become one, with the newest content."""
    await enqueue(stage, post("card", card="c:1"), tag="p")
    await stage.settle()
    key, _ = next(iter(stage.platform.performed))
    for number in range(10):
        await enqueue(stage, edit(f"edit {number}"), placement=key, collapse="c:1@1", tag=str(number))
    await stage.settle()
    (shown,) = stage.shown("#r")
    assert (shown.text, shown.edits) == ("edit 9", 1)


async def test_edit_during_a_send_is_not_lost(stage: Stage) -> None:
    """A newer edit remains pending when the older one is recorded as sent."""
    await enqueue(stage, post("card", card="c:1"), tag="p")
    await stage.settle()
    key, _ = next(iter(stage.platform.performed))
    await enqueue(stage, edit("older"), placement=key, collapse="c:1@1", tag="a")
    async with stage.database.reading() as uow:
        (row,) = (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 5))["#r"]
    await enqueue(stage, edit("newer"), placement=key, collapse="c:1@1", tag="b")
    async with stage.database.transaction() as uow:
        assert not await outbox.settle(uow, row, state=OutboxState.SENT, detail="", at=stage.clock.now())
    await stage.settle()
    assert stage.shown("#r")[0].text == "newer"
    assert (await counts_by_state(stage))["sent"] == 2


async def test_a_private_message_stores_its_room(stage: Stage) -> None:
    """The first private message stores the direct room."""
    await enqueue(stage, DirectMessage(room="#r", user="@anna", content=Content(text=(Text("hi"),))))
    await stage.settle()
    async with stage.database.reading() as uow:
        room = await uow.get(Room, 1)
    assert room is not None
    assert (room.room, room.role) == ("direct-@anna", "direct")


async def test_retry_pauses_grow(stage: Stage) -> None:
    """The pauses between retries grow if the platform states none."""
    stage.platform.faults = [Later(0) for _ in range(6)]
    await enqueue(stage, post("one"))
    begin = stage.clock.now()
    await stage.settle()
    while not stage.shown("#r"):
        assert stage.clock.now() - begin < timedelta(minutes=2)
        await stage.forward(seconds=0.5)
    assert timedelta(seconds=23) < stage.clock.now() - begin < timedelta(seconds=40)
    async with stage.database.reading() as uow:
        row = await uow.get(Outbox, 1)
    assert row is not None
    assert row.attempts == 7


async def test_pending_rows_move_with_their_room(tmp_path: Path) -> None:
    """A moved room gets the rows that were pending for its old id."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community("#r")
        stage.platform.faults = [Later(5.0)]
        await enqueue(stage, post("one"))
        await stage.settle()
        stage.platform.emit(
            RoomMoved(key="memory:move", account="memory", room="#r", at=stage.clock.now(), new_room="#s")
        )
        await stage.forward(seconds=10)
        assert stage.shown("#r") == []
        assert [shown.text for shown in stage.shown("#s")][:1] == ["one"]
