"""The Discord adapter keeps the contract in a simulation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.adapter_contract import AdapterContract
from tests.contract.discord_rig import DiscordRig, opened


@pytest.mark.discord
class TestDiscord(AdapterContract):
    """Contract tests of the Discord adapter, with discord.py's own code and simcord."""

    @pytest.fixture
    async def rig(self, tmp_path: Path) -> AsyncIterator[DiscordRig]:
        """Yield a bot and two people in a channel."""
        async with opened(tmp_path) as rig:
            yield rig
