"""Several accounts of the bot on one platform, each with its own rooms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.standins.telegram.platform import opened
from tests.waiting import until


@pytest.mark.telegram
async def test_two_bots_on_telegram_answer_in_their_own_groups(tmp_path: Path) -> None:
    """Both get updates with the same numbers; each answers in its group, once, and the doctor knows both."""
    with opened() as telegram:
        carla = telegram.person("Carla")
        bots = [telegram.bot(name, privacy=False) for name in ("first_bot", "second_bot")]
        rooms = [telegram.supergroup(name, carla, bot, admins=[bot]) for name, bot in zip("AB", bots, strict=True)]
        settings = f'[telegram]\napi = "{telegram.url}"\ntoken = "{bots[0].token}"\n'
        settings += f'[accounts.second]\nplatform = "telegram"\napi = "{telegram.url}"\ntoken = "{bots[1].token}"\n'
        async with glocal_run(tmp_path, settings) as running:
            for room in rooms:
                await telegram.sees(room, "I’m glocal")
                carla.say(room, "/setup Lyon en Europe/Paris" if room == rooms[0] else "/setup Oslo en Europe/Oslo")
            for room, bot, name in zip(rooms, bots, ("Lyon", "Oslo"), strict=True):
                await telegram.sees(room, f"{name} is set up")
                assert len([shown for shown in telegram.shown(room, by=bot) if "is set up" in shown.text]) == 1
            assert '"accounts": ["telegram", "second"]' in running.log()
        _, out, _ = await glocal(tmp_path, "doctor")
        assert "ok    telegram: 1 room with all permissions" in out
        assert "ok    second: signed in as @second_bot" in out and "ok    second: 1 room with all permissions" in out


@pytest.mark.synapse
async def test_two_bots_in_one_matrix_room_both_answer(homeserver: Homeserver, tmp_path: Path) -> None:
    """They see the same events, keep their keys in one folder, and neither takes the other's for its own."""
    logins = [await homeserver.register("glocal") for _ in range(2)]
    settings = ""
    for table, login in zip(("matrix", "accounts.second"), logins, strict=True):
        settings += f'[{table}]\nplatform = "matrix"\nhomeserver = "{homeserver.url}"\nuser = "{login.user}"\n'
        settings += f'password = "{login.password}"\n'
    nora = await homeserver.register("nora")
    person = MatrixPerson(homeserver.url, nora.user, nora.device, nora.token, tmp_path / "nora", bot=logins[0].user)
    async with glocal_run(tmp_path, settings):
        await person.look()
        room = await person.open_room(*(login.user for login in logins), name="Both")

        async def speakers() -> set[str]:
            page = await person.get(f"v3/rooms/{room}/messages?dir=b&limit=50")
            said = [event for event in page["chunk"] if "What is your community" in event["content"].get("body", "")]
            return {event["sender"] for event in said} & {login.user for login in logins}

        async def both_are_there() -> bool:
            joined = await person.get(f"v3/rooms/{room}/joined_members")
            return len(joined["joined"]) == 3

        await until(both_are_there)
        await person.say(room, "!setup")

        async def both_ask() -> bool:
            return len(await speakers()) == 2

        await until(both_ask)
        assert await speakers() == {login.user for login in logins}
    await person.close()
