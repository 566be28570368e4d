"""Tests for tags: coordinators give them, communities see them and can refuse them, and selections find them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.queries import member_selection, tags
from storage.queries.member_selection import MemberSelection
from storage.tables import Community, Network
from tests.acceptance.network_rooms import CIRCLE, add_circle
from tests.acceptance.network_steps import link
from tests.stage import RICH, Stage, staged

NETWORK = "#network"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with Lyon and Bari Nord in Les Passeurs."""
    async with staged(tmp_path) as made:
        await two_communities(made)
        yield made


async def two_communities(stage: Stage, locale: str = "en") -> tuple[Network, Community, Community]:
    """Set up a network with two communities."""
    network = await stage.network(locale=locale)
    lyon = await stage.community(network=network.id, locale=locale)
    await add_circle(stage)
    bari = await stage.community("#bari", name="Bari Nord", connector="@bea", network=network.id, locale="de")
    return network, lyon, bari


async def selected(stage: Stage, network: Network, selection: MemberSelection) -> list[str]:
    """Return the names of the communities that a selection means."""
    async with stage.database.reading() as uow:
        ids = sorted(await member_selection.ids(uow, network.id, selection))
        found = [await uow.get(Community, one) for one in ids]
        return [community.name for community in found if community is not None]


async def test_coordinator_tags_communities_and_they_hear_of_it(stage: Stage) -> None:
    """One command tags several communities; each is told, and the list counts them."""
    await stage.say("@nora", "!tag add Bikes Lyon, Bari Nord", NETWORK)
    assert "Lyon is tagged Bikes" in stage.last(NETWORK).text
    assert "Bari Nord is tagged Bikes" in stage.last(NETWORK).text
    assert "tagged Lyon with Bikes" in stage.last("#lyon").text
    await stage.say("@nora", "!tag add bikes Lyon", NETWORK)
    assert "already has the tag Bikes" in stage.last(NETWORK).text
    await stage.say("@nora", "!tags", CIRCLE)
    assert "Bikes · 2 communities" in stage.last(CIRCLE).text
    await stage.say("@nora", "!tag remove bikes Lyon", NETWORK)
    await stage.say("@nora", "!tag list Lyon", CIRCLE)
    assert "Lyon has no tags" in stage.last(CIRCLE).text


async def test_tags_keep_their_spelling(stage: Stage) -> None:
    """A tag is shown as somebody wrote it, and found without its accents, capitals and special letters."""
    for typed, plain, shown in (("#Été", "ete", "Été"), ("Straßenfest", "strassenfest", "Straßenfest")):
        await stage.say("@nora", f"!tag add {typed} Lyon", NETWORK)
        assert f"Lyon is tagged {shown}" in stage.last(NETWORK).text
        await stage.say("@nora", f"!tag add {plain.upper()} Lyon", NETWORK)
        assert f"already has the tag {shown}" in stage.last(NETWORK).text
        await stage.say("@nora", "!tags", CIRCLE)
        assert f"{shown} · one community" in stage.last(CIRCLE).text
        await stage.say("@nora", f"!communities tag={plain}", CIRCLE)
        assert f"#{shown}" in stage.last(CIRCLE).text
        await stage.say("@nora", f'!announce "Hello all" to=tag:{plain}', NETWORK)
        assert f"tag: {shown}" in stage.last(NETWORK).text
        await stage.press("@nora", stage.last(NETWORK), "✅")
        await stage.forward(seconds=5)
        await stage.say("@carla", f"!tag refuse {plain}")
        assert f"can’t use the tag {shown} for you" in stage.last().text
        await stage.say("@nora", f"!tag remove {plain} Lyon", NETWORK)
        assert f"doesn’t have the tag {shown}" in stage.last(NETWORK).text
        await stage.say("@carla", f"!tag allow {plain}")
        await stage.say("@nora", f"!tag remove {plain} Lyon", NETWORK)


async def test_community_refuses_a_tag(stage: Stage) -> None:
    """A refused tag is gone for the coordinators and can't be given again, until the community allows it."""
    await stage.say("@nora", "!tag add quiet Lyon", NETWORK)
    await stage.say("@carla", "!tag list")
    assert "quiet in Les Passeurs" in stage.last().text
    await stage.say("@carla", "!tag refuse quiet")
    assert "can’t use the tag quiet for you" in stage.last().text
    await stage.say("@nora", "!tag add quiet Lyon", NETWORK)
    assert "Lyon doesn’t want the tag quiet" in stage.last(NETWORK).text
    await stage.say("@nora", "!tag list Lyon", CIRCLE)
    assert "Lyon has no tags" in stage.last(CIRCLE).text
    await stage.say("@carla", "!tag list")
    assert "quiet in Les Passeurs: refused" in stage.last().text
    await stage.say("@carla", "!tag allow quiet")
    await stage.say("@nora", "!tag list Lyon", CIRCLE)
    assert "Lyon is tagged quiet" in stage.last(CIRCLE).text


@pytest.mark.parametrize(
    ("user", "room", "line", "answer"),
    [
        ("@carla", "#lyon", "!tag add bikes Lyon", "is for coordinators of the network"),
        ("@anna", "#lyon", "!tag refuse bikes", "is for"),
        ("@nora", NETWORK, "!tag add b!kes Lyon", "isn’t a tag"),
        ("@nora", NETWORK, "!tag add " + "b" * 31 + " Lyon", "too long"),
        ("@nora", NETWORK, "!tag add bikes Oslo", "Nothing called Oslo is in Les Passeurs"),
        ("@nora", NETWORK, "!tag add bikes " + ", ".join("abcdefghijk"), "too many at once"),
        ("@nora", NETWORK, "!tag remove bikes Lyon", "doesn’t have the tag bikes"),
        ("@nora", NETWORK, "!tag list", "has no tags yet"),
        ("@nora", NETWORK, "!tag add", "Which tag?"),
        ("@carla", "#lyon", "!tag list", "No network has given Lyon a tag"),
        ("@carla", "#lyon", "!tag refuse bikes", "No network has given Lyon a tag"),
    ],
)
async def test_what_cannot_be_says_so(stage: Stage, user: str, room: str, line: str, answer: str) -> None:
    """Whatever is wrong is answered with what to type instead."""
    await stage.say(user, line, room)
    assert answer in stage.last(room).text


async def test_tags_end_with_the_membership(tmp_path: Path) -> None:
    """A community that leaves and comes back has no tags, not even refused ones."""
    async with staged(tmp_path) as stage:
        _, lyon, _ = await two_communities(stage)
        await stage.say("@nora", "!tag add bikes Lyon", NETWORK)
        await stage.say("@carla", "!unlink")
        await stage.say("@carla", "yes")
        async with stage.database.reading() as uow:
            assert not await tags.of_place(uow, lyon)
        await link(stage, "@carla", "netcode1")
        await stage.say("@nora", "!network accept Lyon", NETWORK)
        await stage.say("@nora", "!tag list Lyon", CIRCLE)
        assert "Lyon has no tags" in stage.last(CIRCLE).text


async def test_selection_by_tag_language_platform_and_size(tmp_path: Path) -> None:
    """Within one kind any value will do, and all kinds must fit. Fewer than five people are one size."""
    async with staged(tmp_path) as stage:
        network, _, _ = await two_communities(stage)
        await stage.say("@nora", "!tag add bikes Lyon", NETWORK)
        await stage.say("@nora", "!tag add rivers Bari Nord", NETWORK)
        for user in ("@a", "@b", "@c", "@d", "@e"):
            await stage.say(user, "!help", "#bari")
        both = frozenset({"bikes", "rivers"})
        assert await selected(stage, network, MemberSelection()) == ["Lyon", "Bari Nord"]
        assert await selected(stage, network, MemberSelection(tags=both)) == ["Lyon", "Bari Nord"]
        assert await selected(stage, network, MemberSelection(tags=both, languages=frozenset({"de"}))) == ["Bari Nord"]
        assert await selected(stage, network, MemberSelection(platforms=frozenset({"matrix"}))) == []
        assert await selected(stage, network, MemberSelection(least=5)) == ["Bari Nord"]
        for most in (0, 1, 4):
            assert await selected(stage, network, MemberSelection(most=most)) == ["Lyon"]
        assert await selected(stage, network, MemberSelection(least=4)) == ["Lyon", "Bari Nord"]


@pytest.mark.parametrize(
    ("locale", "line", "answer"),
    [
        ("fr", "!étiquette ajouter vélo Lyon", "porte maintenant l’étiquette vélo"),
        ("de", "!etikett hinzufügen rad Lyon", "hat jetzt das Etikett rad"),
        ("es", "!etiqueta añadir bici Lyon", "tiene ahora la etiqueta bici"),
    ],
)
async def test_tags_in_other_languages(tmp_path: Path, locale: str, line: str, answer: str) -> None:
    """The commands work in each language, with buttons and private answers too."""
    async with staged(tmp_path, RICH) as stage:
        await two_communities(stage, locale)
        await stage.say("@nora", line, NETWORK)
        assert answer in stage.last(NETWORK).text
