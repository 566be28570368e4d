"""Rooms take turns in the delivery, and urgent rows go first."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.outbound import Answer, Content, encode
from bots.core.richtext import Text
from bots.ports import Later
from schedules.delivery.backlog import KEYS_AT_ONCE, Backlog
from storage.queries import outbox
from tests.integration.outbox_rows import edit, enqueue, post
from tests.stage import PLAIN, Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage without rooms."""
    async with staged(tmp_path, PLAIN) as made:
        yield made


async def test_room_waits_for_one_turn_of_the_others_at_most(stage: Stage) -> None:
    """Eight rooms with hundreds of messages each do not hold a ninth room's message behind all of theirs."""
    for number in range(8):
        await enqueue(stage, *(post("x", f"#busy{number}") for _ in range(200)), room=f"#busy{number}")
    await enqueue(stage, post("hello", "#quiet"), room="#quiet")
    await stage.settle()
    order = [message.room for message in stage.platform.messages.values()]
    assert len(order) == 1601
    assert order.index("#quiet") <= 8 * 4


async def test_each_of_very_many_rooms_has_its_turn(stage: Stage) -> None:
    """A read of the outbox goes on where the one before it ended, although the first rooms still have messages."""
    rooms = [f"#r{number:03}" for number in range(KEYS_AT_ONCE + 20)]
    async with stage.database.transaction() as uow:
        for room in rooms:
            call = encode(post("x", room))
            now = stage.clock.now()
            row = outbox.pending_row(key=f"to {room}", account="memory", room=room, kind="Post", payload=call, now=now)
            uow.defer(outbox.ENQUEUE, row if room != rooms[-1] else {**row, "priority": 0})
    backlog, taken = Backlog("memory"), list[str]()
    for _ in range(2):
        async with stage.database.reading() as uow:
            await backlog.read(uow, stage.clock.now(), KEYS_AT_ONCE)
        taken += backlog.next_keys(KEYS_AT_ONCE, lambda _key, _priority: True)
    assert taken[0] == rooms[-1], "somebody waits for an answer there"
    assert set(taken) == set(rooms)


async def test_answer_goes_before_the_posts_of_other_rooms(stage: Stage) -> None:
    """A more urgent row does not wait until every room had its turn."""
    for number in range(40):
        await enqueue(stage, *(post("x", f"#r{number}") for _ in range(8)), room=f"#r{number}")
    answer = Answer(room="#answers", user="@zoe", content=Content(text=(Text("answer"),)))
    await enqueue(stage, answer, room="#answers", tag="answer", priority=0)
    await stage.settle()
    texts = [message.text for message in stage.platform.messages.values()]
    assert texts.index("answer") < 8


async def test_answer_passes_what_the_own_pace_holds_up(stage: Stage) -> None:
    """While the chat's pace holds an edit up, a post and an answer go; while it holds a post up, only an answer."""
    answer = Answer(room="#r", user="@anna", content=Content(text=(Text("answer"),)))
    await enqueue(stage, post("card", card="c:1"), tag="p")
    async with stage.database.reading() as uow:
        (row,) = (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 5))["#r"]
    await stage.settle()
    stage.platform.faults = [Later(60, self_imposed=True)]
    await enqueue(stage, edit("new"), placement=row.key, collapse="c:1@1", tag="e")
    await stage.settle()
    stage.platform.faults = [Later(60, self_imposed=True)]
    await enqueue(stage, post("held"), tag="h")
    await stage.settle()
    await enqueue(stage, post("news"), tag="n")
    await enqueue(stage, answer, priority=0, tag="a")
    await stage.settle()
    assert [m.text for m in stage.shown("#r")] == ["card", "answer"]
    await stage.forward(seconds=61)
    assert [m.text for m in stage.shown("#r")] == ["new", "answer", "held", "news"]
