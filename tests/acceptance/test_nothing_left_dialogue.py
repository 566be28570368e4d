"""What people take back, or never agreed to, leaves nothing behind in the files of the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from bots.core.inbound import Attachment
from bots.ports import Capabilities
from storage.queries import retention
from storage.queries.outbox import ENQUEUE, pending_row
from storage.tables import Highlight, HighlightState, OutboxState
from tests.acceptance.highlight_steps import create_relaying_community
from tests.acceptance.network_steps import link
from tests.stage import RICH, Stage, staged
from tests.stores import store

CACHING = msgspec.structs.replace(RICH, fetch=False)
"""Like Telegram: the bot caches messages of relaying rooms."""


def files_with(folder: Path, words: Sequence[str]) -> set[str]:
    """Return those of the words that the database holds."""
    return store().words_in(folder, words)


async def post_with_file(stage: Stage, text: str, file: str) -> str:
    """Post a message with a file, and return its id."""
    attachment = Attachment(name=file, mime="image/png", size=1, source=file, alt=f"{file}-alt")
    stage.platform.files[file] = b"x"
    return await stage.say("@author", text, attachments=[attachment])


@pytest.mark.parametrize("capabilities", [RICH, CACHING], ids=["fetching", "caching"])
async def test_opt_out_leaves_nothing(tmp_path: Path, capabilities: Capabilities) -> None:
    """After `me relay off` the files hold no word and no file name of what was shared or is posted later."""
    words = ("BEFOREWORDS", "WITHDRAWNWORDS", "WITHDRAWNFILE", "REFUSEDWORDS", "REFUSEDFILE", "OPTEDOUTWORDS")
    async with staged(tmp_path, capabilities) as stage:
        await create_relaying_community(stage)
        await stage.forward(minutes=1)
        shared = await post_with_file(stage, "WITHDRAWNWORDS of mine", "WITHDRAWNFILE")
        await stage.say("@author", "BEFOREWORDS that nobody shared")
        await stage.say("@carla", "!highlight", reply_to=shared)
        await stage.forward(hours=1)
        assert "WITHDRAWNWORDS" in stage.transcript("#network")
        await stage.say("@author", "!me relay off")
        assert "WITHDRAWNWORDS" not in stage.transcript("#network")
        refused = await post_with_file(stage, "REFUSEDWORDS of mine", "REFUSEDFILE")
        await stage.say("@carla", "!highlight", reply_to=refused)
        await stage.say("@author", "OPTEDOUTWORDS of mine")
        await stage.forward(hours=1)
    assert files_with(tmp_path, words) == set()


async def test_stopped_before_it_was_shown_leaves_nothing(tmp_path: Path) -> None:
    """A message that its author stops during the hold-back leaves nothing, although its note could not be sent yet."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        message = await stage.say("@author", "STOPPEDWORDS of mine")
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.say("@author", "!highlight stop", reply_to=message)
        await stage.forward(hours=1)
        assert stage.shown("#network") == []
    assert files_with(tmp_path, ("STOPPEDWORDS",)) == set()


async def test_edit_that_waits_leaves_nothing(tmp_path: Path) -> None:
    """The author stops a message whose corrected words still wait for the copy: they are in no file."""
    async with staged(tmp_path, msgspec.structs.replace(RICH, edit_interval=600.0)) as stage:
        await create_relaying_community(stage)
        await stage.forward(minutes=1)
        message = await stage.say("@author", "FIRSTWORDS of mine")
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.forward(hours=1)
        for words in ("SECONDWORDS", "WAITINGWORDS"):
            stage.platform.edit(message, words)
            await stage.settle()
        assert "WAITINGWORDS" not in stage.transcript("#network")
        await stage.say("@author", "!highlight stop", reply_to=message)
    assert files_with(tmp_path, ("FIRSTWORDS", "SECONDWORDS", "WAITINGWORDS")) == set()


async def test_private_answer_of_newcomer_ends_with_retention(tmp_path: Path) -> None:
    """The answer to the onboarding question and the name of somebody who left are erased after the retention time."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(question="Who are you?")
        await stage.join("@zoe", name="LEAVINGNAME")
        await stage.forward(minutes=1)
        await stage.say("@zoe", "PRIVATEANSWER", room="direct-@zoe")
        await stage.forward(minutes=1)
        stage.platform.leave("#lyon", "@zoe")
        await stage.settle()
        assert files_with(tmp_path, ("PRIVATEANSWER",)) == {"PRIVATEANSWER"}
        stage.clock.advance(timedelta(days=40))
        async with stage.database.transaction() as uow:
            await retention.delete_older_than(uow, stage.clock.now() - timedelta(days=30))
    assert files_with(tmp_path, ("PRIVATEANSWER",)) == set()


async def test_edit_after_a_change_of_network_takes_the_copy_back(tmp_path: Path) -> None:
    """New words do not reach the old network of a community that relays to another one by now."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        await stage.network("#other", name="Other", code="othercode", coordinator="@olga")
        await stage.forward(minutes=1)
        message = await stage.say("@author", "OLDWORDS of mine")
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.forward(minutes=11)
        await stage.say("@carla", "!unlink")
        await stage.say("@carla", "yes")
        await link(stage, "@carla", "othercode")
        await stage.say("@olga", "!network accept Lyon", "#other")
        await stage.say("@carla", "!relay on")
        stage.platform.edit(message, "NEWWORDS of mine")
        await stage.settle()
        assert "WORDS" not in stage.transcript("#network")
    assert files_with(tmp_path, ("OLDWORDS", "NEWWORDS")) == set()


async def test_tidying_erases_what_older_versions_kept(tmp_path: Path) -> None:
    """The text of an ended highlight, and the payload of a sent message, go at the next tidying."""
    async with staged(tmp_path) as stage:
        await stage.community()
        async with stage.database.transaction() as uow:
            now = stage.clock.now()
            old = Highlight(community_id=1, room_id=1, account="memory", room="#lyon", message="m", text="KEPTWORDS",
                            author_name="KEPTNAME", state=HighlightState.WITHDRAWN, created_at=now)  # fmt: skip
            await uow.add(old)
            row = pending_row(key="old", account="memory", room="#lyon", kind="Post", payload="KEPTPAYLOAD", now=now)
            uow.defer(ENQUEUE, {**row, "state": OutboxState.SENT, "done_at": now})
        await stage.application.housekeeping.tidy()
    assert files_with(tmp_path, ("KEPTWORDS", "KEPTNAME", "KEPTPAYLOAD")) == set()
