"""Drafts that were replaced, and polls that were deleted, leave neither words nor votes behind."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import select

from storage.queries import operator_requests
from storage.tables import Dialog, NativeVote, Outbox, Reaction
from tests.acceptance.test_nothing_left_dialogue import files_with
from tests.stage import PLAIN, RICH, staged


async def test_replaced_draft_leaves_nothing(tmp_path: Path) -> None:
    """An event whose command was edited before it was announced keeps no word, no address and no description."""
    words = ("DRAFTTITLE", "DRAFTPLACE", "DRAFTLINK", "DRAFTNOTES")
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        draft = "!event DRAFTTITLE friday 7pm at DRAFTPLACE https://a.test/DRAFTLINK\nDRAFTNOTES for all"
        message = await stage.say("@carla", draft)
        assert files_with(tmp_path, words) == set(words)
        stage.platform.edit(message, "!event Soup saturday 8pm")
        await stage.settle()
        async with stage.database.transaction() as uow:
            for row in await uow.all(select(Outbox)):
                await uow.delete(row)
    assert files_with(tmp_path, words) == set()


async def test_deleted_poll_forgets_who_voted(tmp_path: Path) -> None:
    """After `poll delete` no reaction and no native vote says who chose what."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        card = stage.last()
        native = next(shown for shown in stage.shown() if shown.content and shown.content.poll)
        await stage.react("@anna", card, "1️⃣")
        await stage.vote("@ben", native, "Black")
        async with stage.database.reading() as uow:
            assert await uow.all(select(Reaction))
            assert await uow.all(select(NativeVote))
        await stage.say("@carla", "!poll delete 1")
        await stage.say("@carla", "yes")
        await stage.forward(minutes=1)
        async with stage.database.reading() as uow:
            assert not await uow.all(select(Reaction))
            assert not await uow.all(select(NativeVote))


async def test_removed_community_leaves_no_open_question(tmp_path: Path) -> None:
    """The draft of a poll that nobody published goes with the community that the operator removes."""
    async with staged(tmp_path, RICH) as stage:
        lyon = await stage.community()
        await stage.say("@carla", "!poll DRAFTGARDEN or DRAFTPARK")
        async with stage.database.transaction() as uow:
            assert await uow.all(select(Dialog))
            operator_requests.request_removal(uow, lyon.id, stage.clock.now())
        await stage.settle()
        async with stage.database.reading() as uow:
            assert not await uow.all(select(Dialog))
