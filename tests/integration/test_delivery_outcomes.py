"""Delivery settles refused, interrupted and unknown sends."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from bots.core import inbound
from bots.core.inbound import MessageDeleted
from bots.core.outbound import Answer, Content, DirectMessage
from bots.core.outbound import encode as encoded
from bots.core.richtext import Text
from bots.ports import Later, Refused, Unknown
from storage.queries import inbox, outbox
from storage.tables import Outbox, Parked
from tests.integration.outbox_rows import counts_by_state, edit, enqueue, post
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage without rooms."""
    async with staged(tmp_path, PLAIN) as made:
        yield made


async def test_unknown_outcomes_are_repeated_if_safe(tmp_path: Path) -> None:
    """After an unknown outcome delivery repeats idempotent calls and posts, but no other answers."""
    answer = Answer(room="#r", user="@anna", content=Content(text=(Text("noted"),)))
    cases = (("safe", PLAIN, answer, "sent"), ("missed", RICH, post("one"), "sent"), ("asked", RICH, answer, "unknown"))
    for name, capabilities, call, state in cases:
        async with staged(tmp_path / name, capabilities) as stage:
            stage.platform.faults = [Unknown("reply lost")]
            await enqueue(stage, call)
            await stage.settle()
            await stage.forward(minutes=1)
            assert await counts_by_state(stage) == {state: 1}


async def test_a_refused_private_message_falls_back_to_the_room(stage: Stage) -> None:
    """If the private message is refused, delivery posts the fallback in the room once."""
    stage.platform.closed_to_bot.add("@anna")
    content = Content(text=(Text("secret-free"),))
    await enqueue(stage, DirectMessage(room="#r", user="@anna", content=content, fallback=content))
    await stage.settle()
    await stage.restart()
    await stage.settle()
    assert [m.text for m in stage.shown("#r")] == ["secret-free"]
    assert await counts_by_state(stage) == {"refused": 1, "sent": 1}


async def test_an_edit_of_a_refused_post_is_superseded(stage: Stage) -> None:
    """Delivery skips the edit of a refused post and sends the next rows."""
    stage.platform.faults = [Refused("forbidden", right="send messages")]
    await enqueue(stage, post("card", card="c:1"), tag="p")
    async with stage.database.reading() as uow:
        (row,) = (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 5))["#r"]
    await enqueue(stage, edit("new"), placement=row.key, collapse="c:1@1", tag="e")
    await enqueue(stage, post("after"), tag="z")
    await stage.settle()
    assert [m.text for m in stage.shown("#r")] == ["after"]
    assert await counts_by_state(stage) == {"refused": 1, "superseded": 1, "sent": 1}


async def test_idempotent_sends_are_repeated_after_a_crash(stage: Stage) -> None:
    """After a crash delivery repeats interrupted idempotent calls at once and in order."""
    answer = Answer(room="#r", user="@anna", content=Content(text=(Text("noted"),)))
    await enqueue(stage, post("one"), answer, post("two"))
    async with stage.database.transaction() as uow:
        for row in (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 2))["#r"]:
            await outbox.mark_sending(uow, row, sending=True)
    await stage.restart()
    await stage.settle()
    assert [shown.text for shown in stage.shown("#r")] == ["one", "noted", "two"]


async def test_waits_that_the_platform_asks_for_make_no_later_one_longer(stage: Stage) -> None:
    """After many waits that the platform asked for, a failure is tried again after a second or two."""
    stage.platform.faults = [*(Later(5, "too fast") for _ in range(8)), Later(0, "unreachable")]
    await enqueue(stage, post("at last"))
    await stage.settle()
    await stage.forward(seconds=40)
    assert stage.platform.faults == [] and stage.shown("#r") == []
    await stage.forward(seconds=3)
    assert [shown.text for shown in stage.shown("#r")] == ["at last"]


async def test_failures_are_tried_again_ever_later(stage: Stage) -> None:
    """While a platform is unreachable, the waits grow."""
    stage.platform.faults = [Later(0, "unreachable") for _ in range(8)]
    await enqueue(stage, post("at last"))
    await stage.settle()
    await stage.forward(seconds=42)
    assert stage.shown("#r") == []
    await stage.forward(minutes=5)
    assert [shown.text for shown in stage.shown("#r")] == ["at last"]


async def test_interrupted_posts_are_repeated_and_answers_are_not(tmp_path: Path) -> None:
    """After a crash without idempotent calls, delivery repeats a post but no answer."""
    async with staged(tmp_path, RICH) as stage:
        answer = Answer(room="#r", user="@anna", content=Content(text=(Text("noted"),)))
        await enqueue(stage, post("one"), answer)
        async with stage.database.transaction() as uow:
            for row in (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 5))["#r"]:
                await outbox.mark_sending(uow, row, sending=True)
        await stage.restart()
        assert await counts_by_state(stage) == {"pending": 1, "unknown": 1}
        await stage.forward(seconds=3)
        assert [shown.text for shown in stage.shown("#r")] == ["one"]
        assert await counts_by_state(stage) == {"sent": 1, "unknown": 1}


async def test_interrupted_answer_to_a_press_is_repeated(tmp_path: Path) -> None:
    """After a crash a press is answered, because a second answer to it shows nothing new."""
    async with staged(tmp_path, RICH) as stage:
        answer = Answer(room="#r", user="@anna", content=Content(text=(Text("noted"),)), token="t1")
        await enqueue(stage, answer, alone=True, priority=0)
        async with stage.database.transaction() as uow:
            (row,) = await outbox.due_unordered(uow, "memory", stage.clock.now(), 5)
            await outbox.mark_sending(uow, row, sending=True)
        await stage.restart()
        await stage.settle()
        assert await counts_by_state(stage) == {"sent": 1}


async def test_an_invalid_row_does_not_block_the_next(tmp_path: Path) -> None:
    """Delivery refuses an invalid row and sends the next one."""
    async with staged(tmp_path) as stage:
        await enqueue(stage, post("one"), post("two"))
        async with stage.database.transaction() as uow:
            first, _ = (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 5))["#r"]
            first.payload = '{"type":"Nope"}'
        await stage.settle()
        assert [shown.text for shown in stage.shown("#r")] == ["two"]
        assert await counts_by_state(stage) == {"refused": 1, "sent": 1}


@pytest.mark.parametrize(("payload", "state"), [(encoded(edit("newer")), "superseded"), ('{"type":"Nope"}', "refused")])
async def test_parked_values_are_handled_after_a_refused_card(stage: Stage, payload: str, state: str) -> None:
    """Dispatch handles the parked values of a room whose card was refused."""
    await enqueue(stage, post("card", card="c:1"), tag="p")
    async with stage.database.transaction() as uow:
        (row,) = (await outbox.pending_by_ordering_key(uow, "memory", ["#r"], 5))["#r"]
        behind = outbox.pending_row(
            key="e", account="memory", room="#r", kind="Edit", payload=payload, now=stage.clock.now(), card="c:1",
            placement=row.key if state == "superseded" else None,
        )  # fmt: skip
        uow.defer(outbox.ENQUEUE, behind)
        said = MessageDeleted(key="gone", account="memory", room="#r", at=stage.clock.now(), message="m")
        parked = {"key": said.key, "account": "memory", "room": "#r", "message": "m", "reaction": "", "at": said.at}
        uow.defer(inbox.PARK, {**parked, "payload": inbound.encode(said)})
    stage.platform.faults = [Refused("invalid")]
    await stage.settle()
    async with stage.database.reading() as uow:
        assert list(await uow.all(select(Parked.key))) == []
        assert [row.state for row in await uow.all(select(Outbox))] == ["refused", state]
