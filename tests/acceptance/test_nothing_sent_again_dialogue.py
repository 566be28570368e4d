"""What is taken back while a message about it is on its way, or failed, reaches nobody and stays nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.outbound import Post
from bots.ports import Capabilities, Later, Receipt, Refused, Sending, Unknown
from tests.acceptance.highlight_steps import NET, create_network_with_digest
from tests.acceptance.test_nothing_left_dialogue import CACHING, files_with
from tests.stage import PLAIN, RICH, Stage, staged

WORDS = ("STOPPEDWORDS",)
FAULTS = pytest.mark.parametrize("fault", [Later(20), Refused("forbidden"), Unknown("no reply")], ids=str)
PLATFORMS = pytest.mark.parametrize("platform", [RICH, PLAIN, CACHING], ids=["rich", "plain", "caching"])


async def nominate(stage: Stage) -> str:
    """Create a network, and nominate a message in it. Return the message's id."""
    await create_network_with_digest(stage)
    await stage.forward(minutes=1)
    message = await stage.say("@author", "STOPPEDWORDS of mine")
    await stage.say("@carla", "!highlight", reply_to=message)
    return message


class Failing:
    """Fails the next posts in the network's room, in the way of `fault`. `stopping`: stop this message meanwhile."""

    def __init__(self, stage: Stage, fault: Receipt, times: int, *, stopping: str = "", arrives: bool = False) -> None:
        self._stage, self._fault, self.times, self._stopping, self._arrives = stage, fault, times, stopping, arrives
        self._send = stage.adapter.send
        stage.adapter.send = self.send  # type: ignore[method-assign]  # the platform's side of a fault

    async def send(self, sending: Sending) -> Receipt:
        """Fail, or send."""
        if self.times == 0 or sending.call.room != NET or not isinstance(sending.call, Post):
            return await self._send(sending)
        self.times -= 1
        if self._arrives:
            await self._send(sending)
        if self._stopping:
            self._stage.platform.say("#lyon", "@author", "!highlight stop", reply_to=self._stopping)
            await self._stage.adapter.read_new(self._stage.application.dispatch)
        return self._fault


def nobody_read(stage: Stage) -> bool:
    """Return whether the words never reached the network's room, not even for a moment."""
    return not any("STOPPED" in str(shown.content) for shown in stage.platform.messages.values() if shown.room == NET)


@FAULTS
@PLATFORMS
async def test_stopped_while_the_copy_is_sent(tmp_path: Path, platform: Capabilities, fault: Receipt) -> None:
    """A copy that fails while its author stops it is never shown, and leaves nothing."""
    async with staged(tmp_path, platform) as stage:
        message = await nominate(stage)
        failing = Failing(stage, fault, 1, stopping=message)
        await stage.forward(minutes=30)
        assert failing.times == 0
        assert nobody_read(stage)
        assert stage.shown(NET) == []
    assert files_with(tmp_path, WORDS) == set()


async def test_stopped_after_a_lost_reply(tmp_path: Path) -> None:
    """A copy that arrived although the platform's reply was lost is taken back too."""
    async with staged(tmp_path, PLAIN) as stage:
        message = await nominate(stage)
        Failing(stage, Later(20), 1, arrives=True)
        await stage.forward(minutes=10)
        assert "STOPPEDWORDS" in stage.transcript(NET)
        await stage.say("@author", "!highlight stop", reply_to=message)
        await stage.forward(minutes=10)
        assert stage.shown(NET) == []
    assert files_with(tmp_path, WORDS) == set()


@FAULTS
@PLATFORMS
async def test_stopped_before_the_digest_is_sent(tmp_path: Path, platform: Capabilities, fault: Receipt) -> None:
    """A digest that waits or failed while a message in it is taken back loses its words."""
    async with staged(tmp_path, platform) as stage:
        message = await nominate(stage)
        await stage.forward(minutes=11)
        failing = Failing(stage, fault, 2)
        await stage.until(stage.clock.now().replace(hour=18, minute=0, second=1))
        assert failing.times < 2
        await stage.say("@author", "!highlight stop", reply_to=message)
        before = set(stage.platform.messages)
        await stage.forward(hours=1)
        assert not [m for key, m in stage.platform.messages.items() if key not in before and "STOPPED" in m.text]
    assert files_with(tmp_path, WORDS) == set()


async def test_failed_preview_of_the_digest_leaves_nothing(tmp_path: Path) -> None:
    """An answer that could not be sent is not kept: the person asks again."""
    async with staged(tmp_path, RICH) as stage:
        message = await nominate(stage)
        await stage.forward(minutes=11)
        stage.platform.faults = [Refused("forbidden")]
        await stage.say("@carla", "!digest")
        await stage.say("@author", "!highlight stop", reply_to=message)
        await stage.forward(minutes=1)
    assert files_with(tmp_path, WORDS) == set()
