"""Outbox rows for delivery tests."""

from bots.core.outbound import Answer, Content, DirectMessage, Edit, Post, kind_of
from bots.core.outbound import encode as encoded
from bots.core.richtext import Text
from storage.queries import outbox
from tests.stage import Stage


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
