"""Tests for many newcomers at once."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.stage import staged


@pytest.mark.parametrize("closed", [True, False])
async def test_many_newcomers_share_messages_in_room(tmp_path: Path, closed: bool) -> None:
    """Fifteen newcomers who don't answer in private share two messages in the room, and each answers for themselves."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        for number in range(15):
            stage.platform.closed_to_bot |= {f"@p{number}"} if closed else set()
            stage.platform.join("#lyon", f"@p{number}")
        await stage.forward(minutes=11)
        asked = stage.matching(lambda m: "these are the rules" in m.text)
        assert len(asked) == 2
        await stage.react("@p3", asked[0], "✅")
        await stage.react("@p14", asked[1], "✅")
        await stage.say("@p3", "The garden")
        stage.sees("p3 is new here and says:\n> The garden")
        await stage.say("@p14", "The bees")
        stage.sees("p14 is new here and says:\n> The bees")
        await stage.forward(hours=2)
        assert len(stage.matching(lambda m: "these are the rules" in m.text)) == 2


async def test_shared_private_link_leads_each_newcomer_to_own_step(tmp_path: Path) -> None:
    """One private link in the room leads each newcomer to their own next step."""
    telegram = Capabilities(private_link="https://example.org/bot?start={payload}")
    async with staged(tmp_path, telegram) as stage:
        await stage.community(rules="Be kind.")
        stage.platform.closed_to_bot |= {"@zoe", "@max"}
        await stage.join("@max", name="Max")
        await stage.join("@zoe", name="Zoe")
        await stage.forward(seconds=31)
        asked = stage.sees("Max, Zoe, I could not reach you in private")
        assert asked.content is not None
        payload = next(button.url for button in asked.content.buttons if button.url).partition("=")[2]
        for user in ("@zoe", "@max", "@yan"):
            stage.platform.invite_bot(f"dm{user}", user, direct=True)
            await stage.settle()
            await stage.say(user, f"!start {payload}", room=f"dm{user}")
        assert "Be kind." in stage.last("dm@zoe").text
        assert "Be kind." in stage.last("dm@max").text
        assert "Be kind." not in stage.last("dm@yan").text
