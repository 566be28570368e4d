"""Several processes on one PostgreSQL database, each with its part of the bot."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import aiohttp
import pytest

from tests.acceptance.glocal_processes import Part, parts
from tests.acceptance.sample_files import picture
from tests.integration.test_command_line import glocal
from tests.ports import free_port
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.users import BotAccount
from tests.stores import store
from tests.waiting import until

pytestmark = [pytest.mark.telegram, pytest.mark.postgres]
TIMERS = ("--role", "timers", "--role", "worker", "--role", "web")


def settings_of(telegram: Telegram, folder: Path, *bots: BotAccount) -> str:
    """Return the settings of two accounts."""
    text = f'[storage]\nurl = "{store("postgres").url(folder)}"\n'
    for name, bot in zip(("first", "second"), bots, strict=False):
        text += f'[accounts.{name}]\nplatform = "telegram"\napi = "{telegram.url}"\ntoken = "{bot.token}"\n'
    return text


class Two:
    """A community on one bot, a network on another one."""

    def __init__(self, telegram: Telegram, folder: Path) -> None:
        self.telegram = telegram
        self.folder = folder
        self.bots = [telegram.bot(name, privacy=False) for name in ("first_bot", "second_bot")]
        self.carla, self.nora, *self.people = [
            telegram.person(name) for name in ("Carla", "Nora", "Anna", "Ben", "Cleo", "Dora")
        ]
        first, second = self.bots
        self.room = telegram.supergroup("Lyon", self.carla, *self.people, first, admins=[first])
        self.net = telegram.supergroup("Network", self.nora, second, admins=[second])

    @property
    def settings(self) -> str:
        """The settings of both accounts."""
        return settings_of(self.telegram, self.folder, *self.bots)

    async def set_up(self) -> None:
        """Set up the community and the network, and link them."""
        await self.ask(self.carla, self.room, "/setup Lyon en Europe/Paris", "Lyon is set up")
        await self.ask(self.carla, self.room, "/config quiet-hours off", "quiet-hours is")
        await self.ask(self.carla, self.room, "/config consent notice", "consent is now")
        await self.ask(self.carla, self.room, "/config hold-back 0", "hold-back is now")
        await self.ask(self.nora, self.net, '/network_create "Les Passeurs" en UTC', "Les Passeurs is ready")
        code = store("postgres").rows(self.folder, "SELECT code FROM invitations")[0][0]
        await self.ask(self.carla, self.room, f"/link {code}", "Les Passeurs invites")
        await self.ask(self.carla, self.room, "yes", "I’ve asked")
        await self.telegram.sees(self.net, "asks to join")
        await self.ask(self.nora, self.net, "/network_accept Lyon", "Lyon has joined")
        await self.telegram.sees(self.room, "Linked to Les Passeurs")
        await self.ask(self.carla, self.room, "/relay on", "Relaying is on")

    async def ask(self, person: Person, room: int, words: str, answer: str) -> None:
        """Say something and wait for the answer."""
        await self.telegram.sees(room, "I’m glocal")
        person.say(room, words)
        await self.telegram.sees(room, answer)

    def like(self, message: int) -> None:
        """Let three people like a message."""
        for person in self.people[1:]:
            person.react(self.room, message, "❤")


async def test_each_process_does_its_part(tmp_path: Path) -> None:
    """Two gateways and a process for the rest relay a photo from one bot to the other, and say who does what."""
    port = free_port()
    with opened() as telegram:
        two = Two(telegram, tmp_path)
        here, there = ("--role", "gateway", "--account", "first"), ("--role", "gateway", "--account", "second")
        settings = two.settings + f"[monitoring]\nport = {port}\n"
        async with parts(tmp_path / "glocal.toml", settings, here=here, there=there, rest=TIMERS) as running:
            await two.set_up()
            two.like(two.people[0].photo(two.room, picture("green"), caption="We planted 40 trees!"))
            copy = await telegram.sees(two.net, "40 trees")
            assert copy.files == (picture("green"),)
            for lock, name in (("account:first", "here"), ("account:second", "there"), ("timers", "rest")):
                await running[name].logs("holding", lock=lock)
            code, out, _ = await glocal(tmp_path, "status")
            assert code == 0
            for line in (
                "roles: gateway; it holds account:first", "roles: gateway; it holds account:second",
                "roles: timers, web, worker; it holds timers, worker", "first: connected since",
            ):  # fmt: skip
                assert line in out, out
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    assert (answer.status, await answer.text()) == (200, "first: connected\nsecond: connected\n")
                async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
                    assert 'glocal_account_up{account="second",platform="telegram"} 1.0' in await answer.text()
            _, out, _ = await glocal(tmp_path, "doctor")
            assert "holds timers, worker" in out and "holds account:first" in out
        telegram.check()
    assert store("postgres").rows(tmp_path, "SELECT key, error FROM dead_letters") == []
    assert store("postgres").rows(tmp_path, "SELECT id FROM file_requests") == []
    assert (await glocal(tmp_path, "status"))[0] == 1


async def test_a_post_waits_for_the_account_that_has_its_file(tmp_path: Path) -> None:
    """While the photo's account has no process, its copy waits, other rooms are served, and nothing is left out."""
    with opened() as telegram:
        two = Two(telegram, tmp_path)
        here, there = ("--role", "gateway", "--account", "first"), ("--role", "gateway", "--account", "second")
        async with parts(tmp_path / "glocal.toml", two.settings, here=here, there=there, rest=TIMERS) as running:
            await two.set_up()
            elsewhere = telegram.supergroup("Elsewhere", two.nora, two.bots[1], admins=[two.bots[1]])
            await telegram.sees(elsewhere, "I’m glocal")
            await running["rest"].kill()
            two.like(two.people[0].photo(two.room, picture("green"), caption="We planted 40 trees!"))
            await until(partial(_is_due, tmp_path, "highlight-publish"))
            await running["here"].kill()
            await running["rest"].start()
            await until(lambda: store("postgres").rows(tmp_path, "SELECT 1 FROM file_requests"))
            await two.ask(two.nora, elsewhere, "/setup Oslo en Europe/Oslo", "Oslo is set up")
            _, out, _ = await glocal(tmp_path, "status")
            assert "first: held by no process" in out
            assert not [shown for shown in telegram.shown(two.net) if "40 trees" in shown.text]
            await running["here"].start()
            assert (await telegram.sees(two.net, "40 trees")).files == (picture("green"),)
        assert len([shown for shown in telegram.shown(two.net) if "40 trees" in shown.text]) == 1
        telegram.check()


def _is_due(folder: Path, kind: str) -> bool:
    return bool(store("postgres").rows(folder, f"SELECT 1 FROM timers WHERE kind = '{kind}'"))


@pytest.mark.crash
async def test_conversation_goes_on_while_processes_are_killed(tmp_path: Path) -> None:
    """Each time the holder of the account is killed, the other one answers what was said; no vote is lost."""
    kills = 6
    with opened() as telegram:
        carla, bot = telegram.person("Carla"), telegram.bot(privacy=False)
        room = telegram.supergroup("Lyon", carla, bot, admins=[bot])
        settings = settings_of(telegram, tmp_path, bot)
        async with parts(tmp_path / "glocal.toml", settings, one=(), two=()) as running:
            await telegram.sees(room, "I’m glocal")
            carla.say(room, "/setup Lyon en Europe/Paris")
            await telegram.sees(room, "Lyon is set up")
            carla.say(room, '/poll "Tea?" yes no')
            card = await telegram.sees(room, "nobody has voted yet")
            seconds, (holder, other) = [], (running["one"], running["two"])
            if other.events("holding"):
                holder, other = other, holder
            for number in range(1, kills + 1):
                voter = telegram.person(f"P{number}")
                voter.join(room)
                voter.press(room, card.id, "yes")
                began, takes = time.monotonic(), len(other.events("taking-over")) + 1
                await holder.kill()
                await until(partial(_has_events, other, "taking-over", takes), other.log)
                seconds.append(time.monotonic() - began)
                await until(partial(_has_ballots, tmp_path, number))
                stands_by = len(holder.events("standing-by")) + 1
                await holder.start()
                await until(partial(_has_events, holder, "standing-by", stands_by), holder.log)
                holder, other = other, holder
            print("seconds until another process took over:", " ".join(f"{one:.2f}" for one in seconds))
            await telegram.sees(room, rf"{kills} \(100%\)")
        assert len([shown for shown in telegram.shown(room, by=bot) if "is set up" in shown.text]) == 1
        telegram.check()
    assert store("postgres").rows(tmp_path, "SELECT key, error FROM dead_letters") == []


def _has_events(part: Part, event: str, number: int) -> bool:
    return len(part.events(event)) >= number


def _has_ballots(folder: Path, number: int) -> bool:
    return store("postgres").rows(folder, "SELECT count(*) FROM ballots") == [(number,)]
