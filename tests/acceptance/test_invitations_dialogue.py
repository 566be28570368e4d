"""Tests for invitations: who makes them, how long they work, and how both sides agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import ButtonPressed
from storage.tables import Invitation
from tests.acceptance.highlight_steps import NET
from tests.acceptance.network_steps import link, network_of, networks_of
from tests.acceptance.slash_commands import run_command
from tests.stage import RICH, Stage, staged
from tests.stores import query

CIRCLE = "#circle"


def newest(stage: Stage) -> str:
    """Return the code of the newest invitation."""
    return str(query(stage.path, "SELECT code FROM invitations ORDER BY id DESC")[0][0])


async def open_circle(stage: Stage) -> None:
    """Give the network a circle."""
    stage.platform.invite_bot(CIRCLE, "@nora")
    stage.platform.admins.add((CIRCLE, "@nora"))
    await stage.settle()
    await stage.say("@nora", "!room join Les Passeurs", CIRCLE)


async def test_invitation_works_once(tmp_path: Path) -> None:
    """An invitation works once and for two weeks unless one says otherwise; who comes second reads who helps."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        lyon, oslo = await stage.community(), await stage.community("#oslo", name="Oslo", connector="@olav")
        await stage.say("@nora", "!network invite", NET)
        assert "I’m sending you the code in private" in stage.last(NET).text
        told = stage.last("direct-@nora").text
        assert f"!link {newest(stage)}" in told and "works once, until" in told and "Dec 9" in told
        await link(stage, "@carla", newest(stage))
        await stage.say("@olav", f"!link {newest(stage)}", "#oslo")
        assert "has been used already" in stage.last("#oslo").text and "nora" in stage.last("#oslo").text
        await stage.react("@nora", stage.sees("asks to join", NET), "✅")
        assert (await networks_of(stage, lyon), await networks_of(stage, oslo)) == ([network.id], [])


async def test_declined_request_gives_the_use_back(tmp_path: Path) -> None:
    """A request that is declined, withdrawn or not answered in time leaves the invitation as it was."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network()
        await stage.community()
        await stage.say("@nora", "!network invite for 60 days", NET)
        code = newest(stage)
        await link(stage, "@carla", code)
        await stage.press("@nora", stage.last(NET), "Decline")
        await link(stage, "@carla", code)
        await stage.press("@carla", stage.last(), "Withdraw the request")
        assert "withdrawn the request to Les Passeurs" in stage.last().text
        await link(stage, "@carla", code)
        await stage.forward(days=14, minutes=1)
        stage.sees("didn’t answer your request", "#lyon")
        stage.sees("Nobody answered the request of Lyon", NET)
        await link(stage, "@carla", code)
        assert "I’ve asked Les Passeurs" in stage.last().text


async def test_lasting_invitation_with_a_note(tmp_path: Path) -> None:
    """A lasting invitation works for several; the list tells its note, its maker and its end, and hides its code."""
    async with staged(tmp_path) as stage:
        network = await stage.network(code="oldcode1")
        lyon, oslo = await stage.community(), await stage.community("#oslo", name="Oslo", connector="@olav")
        await stage.say("@nora", "!network invite lasting for 7 days: the gardeners", NET)
        code = newest(stage)
        assert "any number of times, until" in stage.last("direct-@nora").text
        for user, room in (("@carla", "#lyon"), ("@olav", "#oslo")):
            await link(stage, user, code, room)
            await stage.react("@nora", stage.sees("asks to join", NET), "✅")
        assert await networks_of(stage, lyon) == await networks_of(stage, oslo) == [network.id]
        await stage.say("@nora", "!network invites", NET)
        shown = stage.last(NET).text
        assert "any number of times" in shown and "by nora · the gardeners" in shown and "no end · by –" in shown
        assert code not in stage.transcript(NET) and "oldcode1" not in stage.transcript(NET)
        await stage.forward(days=8)
        await stage.say("@olav", "!unlink", "#oslo")
        await stage.say("@olav", "yes", "#oslo")
        await stage.say("@olav", f"!link {code}", "#oslo")
        assert "ended on" in stage.last("#oslo").text and "nora" in stage.last("#oslo").text


async def test_revoking_asks_while_a_request_is_open(tmp_path: Path) -> None:
    """Revoke works at once when nobody waits; otherwise it asks, and a yes declines the request."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network(code="oldcode1")
        await stage.community()
        await stage.say("@nora", "!network invite", NET)
        code = newest(stage)
        await stage.say("@nora", "!network invites", NET)
        assert code not in stage.transcript(NET), "a typed command has an open answer"
        await run_command(stage, "@nora", "network invites", NET)
        assert code in stage.last(NET).text and stage.last(NET).private_to == "@nora"
        await stage.press("@nora", stage.last(NET), "Revoke 1")
        assert "Invitation 1 is revoked" in stage.last(NET).text
        await stage.say("@carla", "!link oldcode1")
        assert "has been revoked" in stage.last().text
        await link(stage, "@carla", code)
        await stage.say("@nora", "!network invites", NET)
        await stage.press("@nora", stage.last(NET), "Revoke 2")
        assert "Lyon asked to join" in stage.last(NET).text
        await stage.press("@nora", stage.last(NET), "Revoke")
        assert "Invitation 2 is revoked" in stage.last(NET).text
        stage.sees("Les Passeurs has declined your request")
        await stage.say("@nora", "!network invites", NET)
        assert "no invitation that still works" in stage.last(NET).text


async def test_connector_invites_for_the_network(tmp_path: Path) -> None:
    """Connectors of linked communities invite others, and see and revoke only what they made themselves."""
    async with staged(tmp_path, RICH) as stage:
        network = await stage.network(code="oldcode1")
        await stage.community(network=network.id)
        await stage.say("@nora", "!network invite for the coordinators", NET)
        await stage.say("@carla", "!network invite our friends in Bron")
        await stage.say("@carla", "!network invites")
        shown = stage.last()
        assert "our friends in Bron" in shown.text and "the coordinators" not in shown.text
        forged = ButtonPressed(
            key="forged", account="memory", room="#lyon", at=stage.clock.now(), button="invrevoke:2", message=shown.id,
            person=stage.platform.person("@carla", "#lyon"), token="t",
        )  # fmt: skip
        stage.platform.emit(forged)
        await stage.settle()
        assert "is for coordinators" in stage.last().text
        await stage.press("@carla", shown, "Revoke 3")
        assert "Invitation 3 is revoked" in stage.last().text
        await stage.say("@anna", "!network invite")
        assert "is for connectors" in stage.last().text


async def test_code_appears_in_the_circle_when_private_messages_fail(tmp_path: Path) -> None:
    """Where the bot cannot write in private, the circle reads the code, and the answer says where it is."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await open_circle(stage)
        stage.platform.closed_to_bot.add("@nora")
        await stage.say("@nora", "!network invite", NET)
        assert "appears in “#circle”" in stage.last(NET).text
        assert newest(stage) in stage.last(CIRCLE).text
        assert newest(stage) not in stage.transcript(NET)


async def test_preview_says_what_joining_means(tmp_path: Path) -> None:
    """First the connector reads which network it is, who runs it, its wider networks, and what leaves the room."""
    async with staged(tmp_path, RICH) as stage:
        wide = await stage.network("#wide", name="Europe", coordinator="@eva", code="widecode")
        await stage.network(parent=wide.id)
        community = await stage.community()
        await stage.say("@carla", "!link netcode1")
        asked = stage.last()
        for words in (
            "Les Passeurs invites Lyon",
            "run by: nora",
            "can also rise to: Europe",
            "Nothing leaves this room",
        ):
            assert words in asked.text
        await stage.press("@carla", asked, "Not now")
        assert "I leave everything as it is" in stage.last().text
        assert not stage.shown(NET) and await network_of(stage, community) is None
        await stage.say("@carla", "!link netcode1")
        await stage.press("@carla", stage.last(), "Join")
        assert "I’ve asked Les Passeurs" in stage.last().text


async def test_declined_with_a_reason(tmp_path: Path) -> None:
    """A coordinator who declines can say why; the asking room reads it. `cancel` leaves the request open."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.community()
        await link(stage, "@carla", "netcode1")
        asked = stage.last(NET)
        await stage.react("@carla", asked, "💬")
        assert "is for coordinators" in stage.last(NET).text
        await stage.react("@nora", asked, "💬")
        assert "Why do you decline Lyon?" in stage.last(NET).text
        await stage.say("@nora", "cancel", NET)
        await stage.forward(seconds=5)
        assert "asks to join" in asked.text
        await stage.unreact("@nora", asked, "💬")
        await stage.react("@nora", asked, "💬")
        await stage.say("@nora", "We know nobody of yours yet. Come to our meeting!", NET)
        assert "Their reason: We know nobody of yours yet. Come to our meeting!" in stage.last().text
        await stage.forward(seconds=5)
        assert asked.text == "Lyon has been declined."


async def test_wrong_codes_are_limited(tmp_path: Path) -> None:
    """After five wrong codes in an hour even a right one has to wait; so has everybody in a room after twenty."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.community()
        for number in range(5):
            await stage.say("@carla", f"!link wrong{number}")
            assert "I don’t know a network with the code" in stage.last().text
        await stage.restart()
        await stage.say("@carla", "!link netcode1")
        assert "Too many of these codes were wrong. Please try again after 11:00" in stage.last().text
        await stage.forward(minutes=61)
        await stage.say("@carla", "!link netcode1")
        assert "Les Passeurs invites Lyon" in stage.last().text
        stage.platform.admins |= {("#lyon", f"@m{number}") for number in range(5)}
        for number in range(20):
            await stage.say(f"@m{number // 5}", f"!link wrong{number}")
        await stage.say("@m4", "!link netcode1")
        assert "Too many of these codes were wrong" in stage.last().text


async def test_wrong_code_in_setup_is_counted_and_asked_again(tmp_path: Path) -> None:
    """The set-up asks for a wrong code again, and no list of set-ups finds a code."""
    async with staged(tmp_path) as stage:
        await stage.network()
        stage.platform.invite_bot("#oslo", "@olav")
        stage.platform.admins.add(("#oslo", "@olav"))
        await stage.settle()
        await stage.say("@olav", "!setup Oslo en Oslo wrong", "#oslo")
        assert "I don’t know a network with the code wrong" in stage.last("#oslo").text
        await stage.say("@olav", "netcode1", "#oslo")
        stage.sees("Oslo is set up", "#oslo")
        assert "Les Passeurs invites Oslo" in stage.last("#oslo").text
        for number in range(4):
            await stage.say("@olav", f"!link wrong{number}", "#oslo")
        await stage.say("@olav", "!link netcode1", "#oslo")
        assert "Too many of these codes were wrong" in stage.last("#oslo").text


async def test_invitation_for_networks_only(tmp_path: Path) -> None:
    """An invitation for networks lets no community in."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.network("#wide", name="Europe", coordinator="@eva", code="widecode")
        await stage.community()
        await stage.say("@eva", "!network invite lasting what=network", "#wide")
        await stage.say("@carla", f"!link {newest(stage)}")
        assert "is for a network, not for a community" in stage.last().text
        await link(stage, "@nora", newest(stage), NET)
        assert "The network Les Passeurs asks" in stage.last("#wide").text


@pytest.mark.parametrize(
    ("locale", "invite", "terms", "line", "invited", "yes"),
    [
        (
            "fr",
            "!réseau inviter permanente pour 7 jours les jardins",
            "sert autant de fois",
            "· les jardins",
            "invite",
            "oui",
        ),
        ("de", "!netzwerk einladen dauerhaft für 7 Tage die Gärten", "gilt beliebig oft", "· die Gärten", "lädt", "ja"),
        ("es", "!red invitar permanente por 7 días las huertas", "todas las veces", "· las huertas", "invita a", "sí"),
    ],
)
async def test_invitation_in_other_languages(
    tmp_path: Path, locale: str, invite: str, terms: str, line: str, invited: str, yes: str
) -> None:
    """Inviting, listing, joining and accepting work in each language."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale=locale)
        community = await stage.community(locale=locale)
        await stage.say("@nora", invite, NET)
        assert terms in stage.last("direct-@nora").text
        await stage.say("@nora", "!network invites", NET)
        assert line in stage.last(NET).text
        await stage.say("@carla", f"!link {newest(stage)}")
        assert invited in stage.last().text
        await stage.say("@carla", yes)
        await stage.react("@nora", stage.last(NET), "✅")
        assert await networks_of(stage, community) == [network.id]


async def test_ended_invitations_go_with_time(tmp_path: Path) -> None:
    """Wrong codes and ended invitations are deleted when the retention time is over; lasting ones stay."""
    async with staged(tmp_path) as stage:
        await stage.network()
        await stage.community()
        await stage.say("@nora", "!network invite SECRETNOTE", NET)
        await stage.say("@carla", "!link wrongcode")
        await stage.forward(days=100)
        await stage.application.housekeeping.tidy()
        assert query(tmp_path, "SELECT note FROM invitations") == [("",)]
        assert query(tmp_path, "SELECT * FROM wrong_codes") == []
        assert Invitation.__tablename__ == "invitations"


@pytest.mark.parametrize(
    ("locale", "line", "until", "note"),
    [
        ("en", "!network invite lasting until 3 january the gardeners", "Sun, Jan 3, 2027", "the gardeners"),
        ("de", "!netzwerk einladen dauerhaft bis zum 3. Januar für alle", "So., 3. Jan. 2027", "für alle"),
        ("fr", "!réseau inviter jusqu’au 3 janvier les jardins", "dim. 3 janv. 2027", "les jardins"),
        ("es", "!red invitar hasta el 3 de enero", "dom, 3 ene 2027", ""),
    ],
)
async def test_invitation_until_a_day(tmp_path: Path, locale: str, line: str, until: str, note: str) -> None:
    """An invitation may end on a day; the words behind it are the note. Words that are no day stay one."""
    async with staged(tmp_path, RICH) as stage:
        await stage.network(locale=locale)
        await stage.say("@nora", line, NET)
        told = stage.last("direct-@nora").text
        assert until in told, told
        assert (
            told.endswith(note) and "janvier les" not in told and "Januar für" not in told and "3 january" not in told
        )
        await stage.say("@nora", "!network invite until we are ten", NET)
        assert "until we are ten" in stage.last("direct-@nora").text


async def test_declining_without_a_name(tmp_path: Path) -> None:
    """`network decline` alone, or with a wrong name, says who asks to join and who belongs to the network."""
    async with staged(tmp_path, RICH) as stage:
        network = await stage.network()
        await stage.say("@nora", "!network decline", NET)
        assert "No community is linked" in stage.last(NET).text
        await stage.community(network=network.id)
        await stage.community("#oslo", name="Oslo", connector="@olav")
        await link(stage, "@olav", "netcode1", "#oslo")
        await stage.say("@nora", "!network decline Olso", NET)
        assert "Asking to join: Oslo. In the network: Lyon." in stage.last(NET).text
        await stage.say("@nora", "!network decline", NET)
        await stage.say("@nora", "Oslo", NET)
        assert "has declined your request" in stage.last("#oslo").text
