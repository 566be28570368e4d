"""The bot signs in to a real homeserver, explains refusals, and retries an unreachable homeserver."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from adapters.matrix.account import MatrixAccount, stored_session
from adapters.matrix.adapter import MatrixAdapter
from bots.core.inbound import BotJoined, CommandInvoked, MessagePosted, Value
from bots.core.outbound import Post
from bots.ports import AccountRefused, Cursor, Later, Sending, Sent
from tests.contract.matrix_people import MatrixPerson
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import RecordingInbox, insist, key, send, words
from tests.homeserver.synapse import Homeserver
from tests.integration.matrix_tunnel import Tunnel
from tests.waiting import PATIENCE

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an unencrypted room with its people."""
    async with opened(homeserver, tmp_path) as rig:
        yield rig


@pytest.fixture
async def tunnel(homeserver: Homeserver) -> AsyncIterator[Tunnel]:
    """Yield an open tunnel to the homeserver."""
    tunnel = Tunnel(homeserver.url)
    await tunnel.open()
    yield tunnel
    await tunnel.close()


async def refused_sign_in(account: MatrixAccount) -> str:
    """Return the error with which the account is refused."""
    adapter = MatrixAdapter(account)
    try:
        with pytest.raises(AccountRefused) as refused:
            async with asyncio.timeout(PATIENCE):
                await adapter.run(RecordingInbox())
    finally:
        await adapter.close()
    return str(refused.value)


async def test_a_wrong_password_names_what_to_check(homeserver: Homeserver, tmp_path: Path) -> None:
    """The error about a wrong password names `user` and `password`."""
    bot = await homeserver.register("bot")
    error = await refused_sign_in(MatrixAccount("matrix", homeserver.url, bot.user, tmp_path, password="wrong"))
    assert "`password`" in error
    assert "`user`" in error
    assert bot.user in error


async def test_a_wrong_token_names_the_token(homeserver: Homeserver, tmp_path: Path) -> None:
    """The error about an unknown token names `token`."""
    bot = await homeserver.register("bot")
    error = await refused_sign_in(MatrixAccount("matrix", homeserver.url, bot.user, tmp_path, token="syt_wrong"))
    assert "`token`" in error


async def test_token_of_another_user_names_both_users(homeserver: Homeserver, tmp_path: Path) -> None:
    """The error about a token of another user names both users."""
    bot, other = await homeserver.register("bot"), await homeserver.register("other")
    error = await refused_sign_in(MatrixAccount("matrix", homeserver.url, bot.user, tmp_path, token=other.token))
    assert bot.user in error
    assert other.user in error


async def test_missing_password_and_token_are_named(homeserver: Homeserver, tmp_path: Path) -> None:
    """The error about an account without password and token names both settings."""
    error = await refused_sign_in(MatrixAccount("matrix", homeserver.url, "@bot:hs.test", tmp_path))
    assert "`password`" in error
    assert "`token`" in error


async def test_other_web_server_is_refused(tmp_path: Path) -> None:
    """The error about a web server that is not a homeserver names `homeserver`."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"
        )
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        error = await refused_sign_in(MatrixAccount("matrix", url, "@bot:hs.test", tmp_path, password="x"))
    assert "`homeserver`" in error
    assert url in error


async def test_a_token_alone_signs_in(homeserver: Homeserver, tmp_path: Path) -> None:
    """A token needs no password, and the homeserver returns its device."""
    bot = await homeserver.register("bot")
    adapter = MatrixAdapter(MatrixAccount("matrix", homeserver.url, bot.user, tmp_path / "t", token=bot.token))
    inbox = RecordingInbox()
    running = asyncio.create_task(adapter.run(inbox))
    person = MatrixPerson(homeserver.url, bot.user, bot.device, bot.token, tmp_path / "other", bot=bot.user)
    room = await person.open_room()
    sending = Sending(key=key(), call=Post(room=room, content=words("hello")))
    assert isinstance(await insist(adapter, sending), Sent)
    await person.close()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await adapter.close()


async def test_restart_keeps_the_device(rig: MatrixRig) -> None:
    """A restart uses the stored session, which only the owner can read."""
    session = stored_session(rig.account)
    assert session is not None
    files = list(rig.account.store.glob("*.json"))
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    await rig.restart()
    await send(rig, key(), Post(room=rig.room, content=words("back")))
    assert stored_session(rig.account) == session


async def test_a_revoked_session_signs_in_again_as_the_same_device(rig: MatrixRig) -> None:
    """After a remote sign-out the running bot signs in again with its password and keeps its device."""
    session = stored_session(rig.account)
    assert session is not None
    await rig.host.request("POST", "v3/logout", {}, token=session.token)
    said = await rig.guest.say(rig.room, "still there?")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    new = stored_session(rig.account)
    assert new is not None
    assert new.device == session.device
    assert new.token != session.token


async def test_a_cursor_of_another_user_is_ignored(rig: MatrixRig, homeserver: Homeserver, tmp_path: Path) -> None:
    """With another user in the settings the bot ignores the old cursor, which belongs to the first user."""
    first = await rig.inbox.gets(BotJoined)
    await rig.stop()
    other = await homeserver.register("other")
    person = MatrixPerson(homeserver.url, other.user, other.device, other.token, tmp_path / "person", bot=other.user)
    await person.enter(rig.room)
    await person.close()
    await rig.host.say(rig.room, "!help before its time")
    rig.account = replace(rig.account, user=other.user, password=other.password)
    await rig.restart()
    met = await rig.inbox.gets(BotJoined, lambda value: value.key != first.key)
    assert met.room == rig.room
    said = await rig.host.say(rig.room, "now")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    assert not [value for value in rig.inbox.values if isinstance(value, CommandInvoked)]


def failed_tries(logs: Sequence[EventDict]) -> list[EventDict]:
    """Return the log lines of failed tries."""
    return [line for line in logs if line["event"] == "matrix-unreachable"]


async def wait_for_tries(logs: Sequence[EventDict], times: int) -> None:
    """Wait for this number of failed tries."""
    async with asyncio.timeout(PATIENCE):
        while len(failed_tries(logs)) < times:
            await asyncio.sleep(0.05)


async def test_unreachable_homeserver_is_retried(rig: MatrixRig, tunnel: Tunnel) -> None:
    """The bot logs each failed try, and gets all missed events afterwards."""
    await rig.stop()
    rig.account = replace(rig.account, homeserver=tunnel.url, longest_pause=0.2)
    await tunnel.close()
    with capture_logs() as logs:
        await rig.restart()
        missed = await rig.guest.say(rig.room, "anybody?")
        await wait_for_tries(logs, 2)
        await tunnel.open()
        await rig.inbox.gets(MessagePosted, lambda value: value.message == missed)
        await tunnel.close()
        second = await rig.guest.say(rig.room, "again?")
        await wait_for_tries(logs, 1 + len(failed_tries(logs)))
        receipt = await rig.adapter.send(Sending(key=key(), call=Post(room=rig.room, content=words("x"))))
        assert isinstance(receipt, Later)
        assert receipt.account_wide
        await tunnel.open()
        await rig.inbox.gets(MessagePosted, lambda value: value.message == second)
    assert all(line["seconds"] <= 0.2 for line in failed_tries(logs))
    assert [line["event"] for line in logs].count("matrix-reachable") >= 2


async def test_repeated_message_appears_once(rig: MatrixRig, tunnel: Tunnel) -> None:
    """The repetition after a lost reply does not show the message twice."""
    rig.account = replace(rig.account, homeserver=tunnel.url)
    await rig.restart()
    sending = Sending(key=key(), call=Post(room=rig.room, content=words("just once")))
    await send(rig, key(), Post(room=rig.room, content=words("warm")))
    tunnel.lost = b"/send/m.room.message/"
    assert isinstance(await rig.adapter.send(sending), Later)
    assert tunnel.losses >= 1
    tunnel.lost = None
    assert isinstance(await rig.adapter.send(sending), Sent)
    assert [seen.text for seen in await rig.said_by_bot(rig.room)] == ["warm", "just once"]


async def test_listener_restarts_after_a_failure(rig: MatrixRig) -> None:
    """After a failure in the inbox the listener continues where it was."""
    submit, failures = rig.inbox.submit, iter([RuntimeError("disk full"), RuntimeError("still full")])

    async def failing(values: Sequence[Value], cursor: Cursor | None = None) -> None:
        for failure in failures:
            raise failure
        await submit(values, cursor)

    rig.inbox.submit = failing  # type: ignore[method-assign]
    with capture_logs() as logs:
        said = await rig.guest.say(rig.room, "are you there?")
        await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    assert [line["event"] for line in logs].count("matrix-listener-failed") == 2
    assert isinstance(await send(rig, key(), Post(room=rig.room, content=words("yes"))), Sent)
