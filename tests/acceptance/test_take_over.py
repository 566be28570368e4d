"""Two processes on one PostgreSQL database: one runs the bot, the other takes over when it is killed."""

from __future__ import annotations

import time
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.integration.glocal_process import GlocalProcess, glocal_run
from tests.standins.telegram.platform import opened
from tests.stores import store
from tests.waiting import until

pytestmark = [pytest.mark.telegram, pytest.mark.postgres, pytest.mark.crash]
KILLS = 6


async def test_conversation_goes_on_while_processes_are_killed(tmp_path: Path) -> None:
    """Each time the running process is killed, the waiting one answers what was said meanwhile; no vote is lost."""
    url = store("postgres").new_url(tmp_path)
    with opened() as telegram:
        carla, bot = telegram.person("Carla"), telegram.bot(privacy=False)
        room = telegram.supergroup("Lyon", carla, bot, admins=[bot])
        settings = f'[telegram]\napi = "{telegram.url}"\ntoken = "{bot.token}"\n[storage]\nurl = "{url}"\n'
        async with AsyncExitStack() as stack:

            async def start(number: int) -> GlocalProcess:
                folder = tmp_path / str(number)
                folder.mkdir()
                return await stack.enter_async_context(glocal_run(folder, settings))

            running = await start(0)
            await running.logs('"event": "connected"')
            await telegram.sees(room, "I’m glocal")
            carla.say(room, "/setup Lyon en Europe/Paris")
            await telegram.sees(room, "Lyon is set up")
            carla.say(room, '/poll "Tea?" yes no')
            card = await telegram.sees(room, "nobody has voted yet")
            seconds = []
            for number in range(1, KILLS + 1):
                waiting = await start(number)
                await waiting.logs('"event": "standing-by"')
                voter = telegram.person(f"P{number}")
                voter.join(room)
                voter.press(room, card.id, "yes")
                began = time.monotonic()
                running.process.kill()
                await running.ends()
                await waiting.logs('"event": "taking-over"')
                seconds.append(time.monotonic() - began)
                await until(partial(_has_ballots, tmp_path, number))
                running = waiting
            print("seconds until another process took over:", " ".join(f"{one:.2f}" for one in seconds))
            await telegram.sees(room, rf"{KILLS} \(100%\)")
        assert len([shown for shown in telegram.shown(room, by=bot) if "is set up" in shown.text]) == 1
        telegram.check()
    assert store("postgres").rows(tmp_path, "SELECT key, error FROM dead_letters") == []


def _has_ballots(folder: Path, number: int) -> bool:
    return store("postgres").rows(folder, "SELECT count(*) FROM ballots") == [(number,)]
