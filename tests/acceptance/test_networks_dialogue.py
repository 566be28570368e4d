"""Tests for networks: creating, joining and listing them."""

from pathlib import Path

from bots.ports import Capabilities
from tests.acceptance.highlight_steps import NET
from tests.acceptance.room_steps import invite_bot
from tests.stage import Stage, staged


async def link_many_communities(stage: Stage) -> None:
    """Create a network with twenty-five communities."""
    network = await stage.network()
    for number in range(1, 26):
        await stage.community(f"#c{number}", name=f"Place {number:02}", network=network.id)


async def test_community_joins_network_by_code(tmp_path: Path) -> None:
    """A community joins a new network with its code, both rooms read about it, and it can leave again."""
    async with staged(tmp_path) as stage:
        await invite_bot(stage, NET, "@nora")
        await stage.say("@nora", '!network create "Les Passeurs" fr Paris', room=NET)
        code = stage.last("direct-@nora").text.split("!relier ")[1].split(" ")[0]
        await stage.community(locale="en")
        await stage.say("@carla", "!link nonsense")
        assert "I don’t know a network with the code nonsense" in stage.last().text
        await stage.say("@carla", "!link")
        await stage.say("@carla", code)
        await stage.say("@carla", "yes")
        await stage.say("@nora", "!network accept Lyon", room=NET)
        assert "Linked to Les Passeurs" in stage.last().text
        stage.sees("Lyon a rejoint le réseau.", NET)
        await stage.say("@carla", f"!link {code}")
        assert "already part of Les Passeurs" in stage.last().text
        await stage.say("@nora", "!network show", room=NET)
        assert "une communauté" in stage.last(NET).text
        await stage.say("@carla", "!unlink")
        await stage.say("@carla", "yes")
        assert "has left Les Passeurs" in stage.last().text
        await stage.until(stage.clock.now().replace(hour=20))
        stage.never_saw("Ce qui s’est passé", NET)


async def test_network_cannot_become_parent_of_its_parent(tmp_path: Path) -> None:
    """A network cannot become part of one of its own parts."""
    async with staged(tmp_path) as stage:
        await stage.network("#a", name="A", code="aaaa")
        await stage.network("#b", name="B", code="bbbb")
        await stage.say("@nora", "!network parent aaaa", room="#b")
        await stage.say("@nora", "yes", room="#b")
        assert "B is now part of A" in stage.last("#b").text
        await stage.say("@nora", "!network parent bbbb", room="#a")
        assert "can’t be its own parent" in stage.last("#a").text


async def test_long_list_pages_by_buttons(tmp_path: Path) -> None:
    """Buttons page through a long list in place, ten lines at a time, and the last page has only a button back."""
    async with staged(tmp_path, Capabilities(buttons=True)) as stage:
        await link_many_communities(stage)
        await stage.say("@nora", "!network show", NET)
        shown = stage.last(NET)
        assert "25 communities" in shown.text and "Place 10 · shares nothing\nPage 1 of 3" in shown.text
        await stage.press("@nora", shown, "More")
        await stage.forward(seconds=5)
        await stage.press("@nora", shown, "More")
        await stage.forward(seconds=5)
        assert "Place 21" in shown.text and "Page 3 of 3" in shown.text and "!network invite" in shown.text
        assert shown.content is not None and [button.label for button in shown.content.buttons] == ["Back"]
        assert shown == stage.last(NET)


async def test_long_list_pages_by_reactions(tmp_path: Path) -> None:
    """On a platform without buttons reactions page through a long list."""
    async with staged(tmp_path) as stage:
        await link_many_communities(stage)
        await stage.say("@nora", "!network show", NET)
        shown = stage.last(NET)
        await stage.react("@nora", shown, "▶️")
        assert "Place 20 · shares nothing\nPage 2 of 3" in shown.text
        await stage.unreact("@nora", shown, "▶️")
        await stage.react("@nora", shown, "▶️")
        await stage.forward(seconds=5)
        assert "Page 3 of 3" in shown.text
        await stage.react("@ben", shown, "◀️")
        await stage.forward(seconds=5)
        assert "Page 2 of 3" in shown.text


async def test_short_list_has_no_pages(tmp_path: Path) -> None:
    """A short list shows no page number."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        await stage.say("@nora", "!network show", NET)
        assert "one community\n• Lyon · shares nothing\n!network invite makes" in stage.last(NET).text
        assert "Page" not in stage.last(NET).text


async def test_unknown_name_is_answered_with_the_likeliest_ones(tmp_path: Path) -> None:
    """A name that no community has is answered with the eight likeliest, and how many more there are."""
    async with staged(tmp_path) as stage:
        await link_many_communities(stage)
        await stage.say("@nora", "!network remove ace 17", NET)
        answer = stage.last(NET).text
        assert "There is: Place 17, " in answer
        assert answer.count("Place") == 8
        assert "… (17 more)" in answer


async def test_note_of_an_invitation_is_repeated(tmp_path: Path) -> None:
    """What the bot reads as a note of an invitation is in its answer: a length that it can't read is seen at once."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.say("@nora", "!network invite for 7 fortnights", NET)
        assert "I noted with it: for 7 fortnights" in stage.last("direct-@nora").text
