"""Tests for the network of networks: highlights rise level by level, and come down to who listens, each room once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.tables import Network
from tests.acceptance.highlight_steps import like
from tests.acceptance.network_steps import link
from tests.stage import Stage, staged

LOCAL, WIDE = "#network", "#wide"


async def rising_network(stage: Stage) -> tuple[Network, Network]:
    """Set up Lyon in Les Passeurs, which is in Europe, and let highlights rise all the way."""
    wide = await stage.network(WIDE, name="Europe", coordinator="@eva", code="widecode")
    local = await stage.network(parent=wide.id)
    await stage.community(network=local.id, quiet_hours="")
    await stage.say("@nora", "!relay on", LOCAL)
    await stage.say("@carla", "!relay on")
    return local, wide


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with two levels."""
    async with staged(tmp_path) as made:
        await rising_network(made)
        yield made


async def share(stage: Stage, words: str = "We planted 40 trees!", room: str = "#lyon") -> str:
    """Post a message that people like, and wait until its hold-back is over. Return its id."""
    message = await stage.say("@anna", words, room)
    await like(stage, message)
    await stage.forward(minutes=11)
    return message


def copies(stage: Stage, words: str, room: str) -> int:
    """Return how many messages of a room show these words as a highlight."""
    return len(stage.matching(lambda shown: words in shown.text and "liked it" in shown.text, room))


async def test_highlight_rises_through_both_levels(stage: Stage) -> None:
    """Each level shows it once; the wider one says through which network it came, and the author's room says where."""
    await share(stage)
    assert "Someone in Lyon" in stage.last(LOCAL).text
    assert "From Les Passeurs: Someone in Lyon" in stage.last(WIDE).text
    assert (copies(stage, "40 trees", LOCAL), copies(stage, "40 trees", WIDE)) == (1, 1)
    assert stage.sees("Now shown in Les Passeurs and Europe")


async def test_notice_names_the_wider_networks(tmp_path: Path) -> None:
    """Before anything leaves, people read how far it may go; when a level is added later, they are told."""
    async with staged(tmp_path) as stage:
        wide = await stage.network(WIDE, name="Europe", coordinator="@eva", code="widecode")
        local = await stage.network(parent=wide.id)
        await stage.community(network=local.id, quiet_hours="")
        await stage.say("@carla", "!relay on")
        assert "with Les Passeurs when" in stage.last().text
        older = await stage.say("@anna", "From before")
        await stage.forward(minutes=1)
        await stage.say("@nora", "!relay on", LOCAL)
        assert "the highlights of Les Passeurs also rise to Europe" in stage.sees("also rise", LOCAL).text
        assert "what Les Passeurs shows can also rise to Europe" in stage.last().text
        await like(stage, older)
        await share(stage, "From now on")
        assert (copies(stage, "From before", LOCAL), copies(stage, "From before", WIDE)) == (1, 0)
        assert copies(stage, "From now on", WIDE) == 1
        await stage.say("@carla", "!relay on")
        assert "with Les Passeurs and, through it, with Europe when" in stage.last().text


async def test_edit_and_deletion_reach_every_level(stage: Stage) -> None:
    """An edit changes every copy; a deleted message goes from every level."""
    source = await share(stage)
    stage.platform.edit(source, "We planted 41 trees!")
    await stage.forward(seconds=5)
    assert (copies(stage, "41 trees", LOCAL), copies(stage, "41 trees", WIDE)) == (1, 1)
    stage.platform.delete(source)
    await stage.forward(seconds=5)
    assert (copies(stage, "trees", LOCAL), copies(stage, "trees", WIDE)) == (0, 0)


async def test_two_ways_lead_to_one_copy(tmp_path: Path) -> None:
    """A community in two networks of one wider network is shown once in it, whichever way comes first."""
    async with staged(tmp_path) as stage:
        local, wide = await rising_network(stage)
        other = await stage.network("#gardens", name="Gardens", coordinator="@gus", code="gardens1", parent=wide.id)
        await stage.say("@gus", "!relay on", "#gardens")
        await link(stage, "@carla", "gardens1")
        await stage.say("@gus", "!network accept Lyon", "#gardens")
        await stage.say("@carla", "!relay on")
        await share(stage)
        assert [copies(stage, "40 trees", room) for room in (LOCAL, "#gardens", WIDE)] == [1, 1, 1]
        assert other.id != local.id


async def test_wider_networks_come_down_to_who_listens(tmp_path: Path) -> None:
    """A network that listens shows what its wider network shows, and so do its communities; nobody gets it twice."""
    async with staged(tmp_path) as stage:
        _, wide = await rising_network(stage)
        south = await stage.network("#south", name="South", coordinator="@sam", code="south111", parent=wide.id)
        await stage.community("#bari", name="Bari", connector="@bea", network=south.id, quiet_hours="")
        await share(stage, "Before anybody listened")
        assert copies(stage, "Before anybody", "#south") == 0
        await stage.say("@sam", "!network listen on", "#south")
        assert "South now shows the highlights of Europe" in stage.last("#south").text
        await stage.say("@bea", "!network listen on", "#bari")
        await share(stage, "Heard everywhere")
        assert "From Europe: Someone in Lyon" in stage.last("#south").text
        assert "From South: Someone in Lyon" in stage.last("#bari").text
        assert [copies(stage, "Heard everywhere", room) for room in (LOCAL, WIDE, "#south", "#bari", "#lyon")] == [
            1, 1, 1, 1, 0,
        ]  # fmt: skip
        await stage.say("@sam", "!network listen off", "#south")
        await share(stage, "Not heard")
        assert [copies(stage, "Not heard", room) for room in (WIDE, "#south", "#bari")] == [1, 0, 0]


async def test_relay_to_one_network_only(tmp_path: Path) -> None:
    """A community chooses for each of its networks what rises; an unknown name is answered with the known ones."""
    async with staged(tmp_path) as stage:
        local = await stage.network()
        gardens = await stage.network("#gardens", name="Gardens", coordinator="@gus", code="gardens1")
        community = await stage.community(network=local.id, quiet_hours="")
        await stage.bond(gardens.id, community=community.id)
        await stage.say("@carla", "!relay on Rivers")
        assert "It is part of: Les Passeurs, Gardens" in stage.last().text
        await stage.say("@carla", "!relay on gardens")
        assert "with Gardens when" in stage.last().text
        await share(stage, "For gardeners")
        assert (copies(stage, "For gardeners", LOCAL), copies(stage, "For gardeners", "#gardens")) == (0, 1)
        await stage.say("@carla", "!relay digest Les Passeurs")
        await share(stage, "For the digest")
        assert (copies(stage, "For the digest", LOCAL), copies(stage, "For the digest", "#gardens")) == (0, 1)
        await stage.say("@nora", "!digest", LOCAL)
        assert "For the digest" in stage.last(LOCAL).text and "For gardeners" not in stage.last(LOCAL).text
        await stage.say("@carla", "!relay")
        assert "↑ Gardens · shares highlights" in stage.last().text
        assert "↑ Les Passeurs · only in the digest" in stage.last().text
        await stage.say("@carla", "!relay off Gardens")
        assert "Nothing new goes from Lyon to Gardens" in stage.last().text
        await stage.say("@carla", "!relay off")
        assert "Relaying is off" in stage.last().text


async def test_edit_takes_copies_back_after_a_network_left(stage: Stage) -> None:
    """When a network has left the wider one, an edit of an older highlight takes its copies back everywhere."""
    source = await share(stage, "Call me: 0612345678")
    await stage.say("@nora", "!network leave", LOCAL)
    await stage.say("@nora", "yes", LOCAL)
    assert copies(stage, "0612345678", WIDE) == 1
    stage.platform.edit(source, "Call me")
    await stage.forward(seconds=5)
    assert (copies(stage, "Call me", LOCAL), copies(stage, "0612345678", WIDE)) == (0, 0)


async def test_network_shows_the_tree_from_here(stage: Stage) -> None:
    """`network` says what is above, what is in the network, what rises, and where the reader is."""
    await stage.say("@carla", "!network")
    shown = stage.last().text
    assert "Les Passeurs: one community" in shown
    assert "↑ Europe · shares highlights" in shown
    assert "• Lyon (you are here) · shares highlights" in shown
    await stage.say("@eva", "!network", WIDE)
    assert "▪ Les Passeurs (network) · shares highlights" in stage.last(WIDE).text


async def test_no_network_is_part_of_itself(stage: Stage) -> None:
    """A wider network can't join one of its parts, however far below."""
    await stage.say("@eva", "!network parent netcode1", WIDE)
    assert "a network can’t be its own parent" in stage.last(WIDE).text


async def test_coordinator_acts_in_the_room_of_one_network(tmp_path: Path) -> None:
    """In a community of several networks, what is about one network is asked for in that network's room."""
    async with staged(tmp_path) as stage:
        local = await stage.network()
        gardens = await stage.network("#gardens", name="Gardens", coordinator="@gus", code="gardens1")
        community = await stage.community(network=local.id)
        await stage.bond(gardens.id, community=community.id)
        await stage.say("@carla", "!network invite")
        assert "several networks: Les Passeurs, Gardens" in stage.last().text
        await stage.say("@carla", "!network")
        assert "Les Passeurs: one community" in stage.last().text and "Gardens: one community" in stage.last().text


async def test_community_commands_in_a_network_room(tmp_path: Path) -> None:
    """A command of communities says in a network's room whose room this is; `link` and `unlink` mean the network."""
    async with staged(tmp_path) as stage:
        await stage.network(WIDE, name="Europe", coordinator="@nora", code="widecode")
        await stage.network()
        for line in ("!greeter list", "!rules", "!highlight"):
            await stage.say("@nora", line, LOCAL)
            assert "this room belongs to the network Les Passeurs" in stage.last(LOCAL).text
        await link(stage, "@nora", "widecode", LOCAL)
        assert "Les Passeurs is now part of Europe" in stage.last(LOCAL).text
        await stage.say("@nora", "!unlink", LOCAL)
        assert "Les Passeurs will leave Europe" in stage.last(LOCAL).text


async def test_every_digest_forgets_what_its_author_takes_back(stage: Stage) -> None:
    """A withdrawn message goes from the digests of all networks that told of it."""
    source = await share(stage, "Call me: 0612345678")
    for user, room in (("@nora", LOCAL), ("@eva", WIDE)):
        await stage.say(user, "!config digest-hour 11", room)
    await stage.forward(hours=3)
    for room in (LOCAL, WIDE):
        assert "0612345678" in stage.sees("What happened", room).text
    stage.platform.delete(source)
    await stage.forward(minutes=1)
    for room in (LOCAL, WIDE):
        stage.never_saw("0612345678", room)


async def test_terms_name_only_what_can_be_reached(stage: Stage) -> None:
    """What only the digest of a network tells rises no further, and the terms say so."""
    await stage.say("@carla", "!relay digest")
    assert "with Les Passeurs when" in stage.last().text
    await share(stage)
    assert (copies(stage, "40 trees", LOCAL), copies(stage, "40 trees", WIDE)) == (0, 0)


@pytest.mark.parametrize("line", ["!network", "!réseau", "!netzwerk", "!red"])
async def test_tree_by_one_word(stage: Stage, line: str) -> None:
    """The word for a network alone shows the tree, in every language."""
    await stage.say("@carla", line)
    assert "Europe" in stage.last().text
