"""A network reaches sixty communities although its bot is killed (SIGKILL) again and again, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import select

from storage.tables import Announcement, AnnouncementState
from tests.acceptance.killable_discord_bot import plain_text, wait_for_answer, wait_for_message
from tests.acceptance.killed_network import COUNT, HOMELESS, KilledNetwork, killed_network
from tests.stores import BOTH

SENT = AnnouncementState.SENT
pytestmark = [
    pytest.mark.discord, pytest.mark.crash, pytest.mark.timeout(900), pytest.mark.parametrize("kind", BOTH),
]  # fmt: skip


async def announce(here: KilledNetwork, words: str, label: str, **options: str) -> None:
    """Write an announcement to all, and press a button below its preview."""
    asked = await here.people.retry(lambda: here.nora.run(here.net, "announce send", text=words, to="all", **options))
    preview = await wait_for_answer(asked, words)
    await here.people.press(here.nora, preview, label)


async def test_announcement_survives_kills(tmp_path: Path, kind: str) -> None:
    """Killed between its pages, before its time, and between due and sent, an announcement comes everywhere once."""
    async with killed_network(tmp_path, kind) as here:
        await announce(here, "Bring a ladder", "Schedule it", at="in 2 hours")
        await here.let_be_due("announce-send")
        between_pages = await here.kill_at(here.count_reached, 1)
        await here.kill_at(here.count_sent, here.count_sent() + 20)
        await here.until_quiet()
        assert here.copies("Bring a ladder") == {1}
        assert 0 < between_pages < COUNT

        number = str(here.rows.number(select(func.max(Announcement.number)).where(Announcement.state == SENT)))
        changed = await here.people.retry(
            lambda: here.nora.run(here.net, "announce edit", number=number, text="Bring two ladders")
        )
        await here.people.press(here.nora, await wait_for_answer(changed, "two ladders"), "Change it")
        await here.kill_at(here.count_sent, here.count_sent() + 20)
        await here.until_quiet()
        assert here.copies("Bring two ladders") == {1}
        assert here.copies("Bring a ladder") == {0}

        recalled = await here.people.retry(lambda: here.nora.run(here.net, "announce recall", number=number))
        await here.people.press(here.nora, await wait_for_answer(recalled, "will disappear from"), "Take it back")
        await here.kill_at(here.count_sent, here.count_sent() + 20)
        await here.until_quiet()
        assert here.copies("ladders") == {0}
        print(f"kills at {here.killed_at}")


async def test_digests_survive_kills(tmp_path: Path, kind: str) -> None:
    """Killed while figures are collected and while digests are posted, each home and the network gets one digest."""
    async with killed_network(tmp_path, kind) as here:
        await here.let_be_due("digest")
        between_places = await here.kill_at(here.count_over, 1)
        await here.kill_at(here.count_sent, here.count_sent() + 20)
        await here.until_quiet()
        assert here.copies("What happened in Town") == {1}
        assert here.copies("6 polls") == {1}
        digest = await wait_for_message(here.discord, here.net, "What happened in Les Passeurs")
        assert f"{6 * COUNT} polls" in plain_text(digest)
        found = [one for one in here.discord.said(here.net) if "What happened in Les Passeurs" in plain_text(one)]
        assert len(found) == 1
        assert 0 < between_places < COUNT
        print(f"kills at {here.killed_at}")


async def test_digest_survives_a_kill_between_its_pages(tmp_path: Path, kind: str) -> None:
    """Killed when it has the figures of some communities only, a network's digest counts each of them once."""
    async with killed_network(tmp_path, kind, wide=True) as here:
        await here.let_be_due("digest")
        assert await here.kill_at(here.count_between_pages, 1) == 1
        await here.until_quiet()
        digests = [one for one in map(plain_text, here.discord.said(here.net)) if "What happened in Les" in one]
        assert len(digests) == 1
        assert f"{6 * (COUNT + HOMELESS):,} polls" in digests[0]
        assert here.copies("What happened in Town") == {1}
