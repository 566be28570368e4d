"""Discord gives a bot a limited number of sessions a day, and renews the token of one that wants more."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.integration.discord_bot import BotSetup
from tests.standins.discord_client import pointed_at

pytestmark = [pytest.mark.discord]


async def test_a_start_waits_for_new_sessions(tmp_path: Path) -> None:
    """With few sessions left it waits until Discord counts anew, and then connects."""
    async with pointed_at() as standin:
        standin.store.sessions_left, standin.store.sessions_reset_ms = 12, 200
        anna = standin.person("Anna")
        guild = anna.found("Lyon")
        bot = BotSetup(standin, tmp_path, anna, guild, anna.open_channel(guild, "general"))
        with capture_logs() as logs:
            await bot.start()
        await bot.stop()
    waits = [line for line in logs if line["event"] == "discord-sessions-used-up"]
    assert [(line["remaining"], line["seconds"]) for line in waits] == [(12, 0.2)]
