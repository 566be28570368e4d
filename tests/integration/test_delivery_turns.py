"""Rooms take turns in the delivery, and urgent rows go first."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.outbound import Answer, Content
from bots.core.richtext import Text
from schedules.delivery.worker import CONTENDED_BATCH
from tests.integration.outbox_rows import enqueue, post
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
    assert order.index("#quiet") <= 8 * CONTENDED_BATCH


async def test_answer_goes_before_the_posts_of_other_rooms(stage: Stage) -> None:
    """A more urgent row does not wait until every room had its turn."""
    for number in range(40):
        await enqueue(stage, *(post("x", f"#r{number}") for _ in range(8)), room=f"#r{number}")
    answer = Answer(room="#answers", user="@zoe", content=Content(text=(Text("answer"),)))
    await enqueue(stage, answer, room="#answers", tag="answer", priority=0)
    await stage.settle()
    texts = [message.text for message in stage.platform.messages.values()]
    assert texts.index("answer") < 8
