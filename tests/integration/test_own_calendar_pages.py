"""One person's calendar on the web, read back by a parser that knows nothing of the bot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from tests.acceptance.event_steps import announce_event, rsvp
from tests.acceptance.slash_commands import run_command
from tests.integration.test_calendar_pages import entries
from tests.integration.test_digest_pages import open_web, served
from tests.stage import PLAIN, RICH, Stage, staged

ADDRESS = re.compile(r"https://bot\.example\.org(/calendar/[\w-]+\.ics)")


async def own_path(stage: Stage, user: str = "@anna", command: str = "me calendar") -> str:
    """Ask for one's calendar; return its path."""
    open_web(stage)
    await run_command(stage, user, command)
    found = ADDRESS.search(stage.last().text)
    assert found is not None, stage.last().text
    return found[1]


async def test_calendar_has_what_one_comes_to_in_all_communities(tmp_path: Path) -> None:
    """A yes is confirmed and a maybe tentative, each with its community; a no is not there, nor is what others do."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.community("#metz", name="Metz", connector="@mia")
        for room, by in (("#lyon", "@carla"), ("#metz", "@mia")):
            for title in ("Potluck", "Games", "Walk"):
                card = await announce_event(stage, f"!event {title} friday 7pm", by, room)
                await rsvp(
                    stage, card, **{"Potluck": {"anna": "✅"}, "Games": {"anna": "🤔"}, "Walk": {"bela": "✅"}}[title]
                )
        path = await own_path(stage)
        async with served(stage) as client:
            answer = await client.get(path)
        found = {
            (str(one["categories"].cats[0]), str(one["summary"]), str(one["status"])) for one in entries(answer.content)
        }
        assert found == {
            (name, title, status)
            for name in ("Lyon", "Metz")
            for title, status in (("Potluck", "CONFIRMED"), ("Games", "TENTATIVE"))
        }


async def test_subscriber_sees_changes_of_event_and_answer(tmp_path: Path) -> None:
    """A moved event has the new time, a cancelled one says so, after a no it is gone; nothing is sent twice."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        card = await announce_event(stage, "!event Potluck friday 7pm")
        await rsvp(stage, card, anna="✅")
        path = await own_path(stage)
        async with served(stage) as client:
            first = await client.get(path)
            assert (await client.get(path, headers={"If-None-Match": first.headers["etag"]})).status_code == 304
            await stage.forward(minutes=5)
            await stage.say("@carla", "!event move 1 saturday 8pm")
            await stage.press("@carla", stage.last(), "Move the event")
            [moved] = entries((await client.get(path)).content)
            assert moved["uid"] == entries(first.content)[0]["uid"]
            assert (moved["dtstart"].dt.isoformat(), int(moved["sequence"])) == ("2026-11-28T20:00:00+01:00", 1)
            await stage.forward(minutes=5)
            await rsvp(stage, card, anna="❌")
            gone = await client.get(path)
            assert entries(gone.content) == []
            assert gone.headers["last-modified"] > first.headers["last-modified"]
            await rsvp(stage, card, anna="🤔")
            await stage.say("@carla", "!event cancel 1")
            await stage.press("@carla", stage.last(), "Cancel the event")
            [cancelled] = entries((await client.get(path)).content)
            assert str(cancelled["status"]) == "CANCELLED"


async def test_hidden_link_is_there_for_who_comes(tmp_path: Path) -> None:
    """The link that only those who come are told is in the calendar of somebody with a yes, not with a maybe."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        card = await announce_event(stage, "!event Call friday 7pm link=https://call.example.org/secret")
        await stage.say("@carla", "!event set 1 link=hidden")
        await rsvp(stage, card, anna="✅", bela="🤔")
        anna, bela = await own_path(stage), await own_path(stage, "@bela")
        async with served(stage) as client:
            [with_link], [without] = (
                entries((await client.get(anna)).content),
                entries((await client.get(bela)).content),
            )
        assert str(with_link["url"]) == "https://call.example.org/secret"
        assert "url" not in without


async def test_address_is_renewed_and_ended_after_a_question(tmp_path: Path) -> None:
    """The old address ends with the new one, and both with `off` and with `me erase`."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        path = await own_path(stage)
        assert await own_path(stage) == path
        async with served(stage) as client:
            await stage.say("@anna", "!me calendar renew")
            assert (await client.get(path)).status_code == 200
            await stage.press("@anna", stage.last(), "Replace it")
            found = ADDRESS.search(stage.last().text)
            assert found is not None
            assert (await client.get(path)).status_code == 404
            assert (await client.get(found[1])).status_code == 200
            await stage.say("@anna", "!me data")
            assert "your calendar, at a secret address" in stage.last("direct-@anna").text
            await stage.say("@anna", "!me calendar off")
            await stage.press("@anna", stage.last(), "Take it off")
            assert (await client.get(found[1])).status_code == 404
            await stage.say("@anna", "!me calendar off")
            assert "is not on the web" in stage.last().text
            path = await own_path(stage)
            await stage.say("@anna", "!me erase")
            await stage.say("@anna", "yes")
            assert (await client.get(path)).status_code == 404


async def test_address_is_told_in_private(tmp_path: Path) -> None:
    """Where everybody would read the answer, the address goes to the person's private chat."""
    async with staged(tmp_path, structs.replace(PLAIN, upload_bytes=100_000)) as stage:
        await stage.community()
        await stage.say("@anna", "!me calendar")
        assert "hasn’t opened a web address" in stage.last().text
        open_web(stage)
        await stage.say("@anna", "!me calendar")
        assert "https://" not in stage.last().text
        assert ADDRESS.search(stage.last("direct-@anna").text)
        await stage.say("@anna", "!me calendar file")
        assert "BEGIN:VCALENDAR" in (stage.last("direct-@anna").content.attachments[0].data or "")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("locale", "line", "said"),
    [
        ("fr", "!moi calendrier non", "Votre agenda n’est pas sur le web"),
        ("de", "!ich kalender aus", "Dein Kalender steht nicht im Web"),
        ("es", "!perfil calendario no", "Tu calendario no está en la web"),
    ],
)
async def test_off_in_each_language(tmp_path: Path, locale: str, line: str, said: str) -> None:
    """Everybody says it in their own words."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(locale=locale)
        await stage.say("@anna", line)
        assert said in stage.last().text
