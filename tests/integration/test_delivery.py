"""Delivery of the outbox: order, retries, edits, unknown outcomes and fallbacks."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bots.core import inbound
from bots.core.inbound import MessageDeleted, RoomMoved
from bots.core.outbound import Answer, Content, DirectMessage, Edit, Post, kind_of
from bots.core.outbound import encode as encoded
from bots.core.richtext import Text
from bots.ports import Later, Refused, Unknown
from schedules.delivery.worker import CONTENDED_BATCH
from storage.queries import inbox, outbox
from storage.tables import Outbox, OutboxState, Parked, Room
from tests.stage import PLAIN, RICH, Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage without rooms."""
    async with staged(tmp_path, PLAIN) as made:
        yield made


async def enqueue(stage: Stage, *calls: Answer | Post | Edit | DirectMessage, room: str = "#r", **more: object) -> None:
    """Put rows into the outbox, as a handler does."""
    async with stage.database.transaction() as uow:
        for number, call in enumerate(calls):
            key = f"{room}{len(stage.platform.performed)}-{number}-{more.get('tag', '')}"
            card = call.card if isinstance(call, Post) else None
            placement = more.get("placement")
            collapse = more.get("collapse")
            uow.defer(
                outbox.ENQUEUE_OR_REPLACE if collapse else outbox.ENQUEUE,
                outbox.pending_row(
                    key=key, account="memory", room=room, kind=kind_of(call), payload=encoded(call), card=card,
                    placement=placement if isinstance(placement, str) else None, now=stage.clock.now(),
                    collapse_key=collapse if isinstance(collapse, str) else None,
                    priority=0 if more.get("priority") == 0 else 2 if isinstance(call, Edit) else 1,
                    ordering_key=key if more.get("alone") else None,
                ),
            )  # fmt: skip
            if card:
                uow.defer(outbox.ADD_PLACEMENT, outbox.placement_row(key, "memory", room, card, ()))


def post(text: str, room: str = "#r", card: str | None = None) -> Post:
    """Return a post with this text."""
    return Post(room=room, content=Content(text=(Text(text),)), card=card)


def edit(text: str) -> Edit:
    """Return an edit of the card with this text."""
    return Edit(room="#r", card="c:1", content=Content(text=(Text(text),)))


async def counts_by_state(stage: Stage) -> dict[str, int]:
    """Return the number of outbox rows in each state."""
    async with stage.database.reading() as uow:
        return await outbox.counts_by_state(uow)


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


async def test_a_private_message_stores_its_room(stage: Stage) -> None:
    """The first private message stores the direct room."""
    await enqueue(stage, DirectMessage(room="#r", user="@anna", content=Content(text=(Text("hi"),))))
    await stage.settle()
    async with stage.database.reading() as uow:
        room = await uow.get(Room, 1)
    assert room is not None
    assert (room.room, room.role) == ("direct-@anna", "direct")


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
