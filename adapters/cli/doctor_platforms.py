"""Ask each platform about its account, and compare the clocks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp

from adapters.cli.findings import Finding
from adapters.cli.settings import accounts
from adapters.cli.settings.model import Settings

_TIMEOUT = aiohttp.ClientTimeout(total=15)
_CLOCK_SECONDS = 60
_MEMBERS, _CONTENT = (1 << 14 | 1 << 15), (1 << 18 | 1 << 19)
"""Flags of an application: https://discord.com/developers/docs/resources/application#application-object"""


class _Answer:
    """A JSON object and its status, or the reason why there is none."""

    def __init__(self, status: int, body: Mapping[str, object], date: str = "", why: str = "") -> None:
        self.status, self.body, self.date, self.why = status, body, date, why


async def platform_findings(settings: Settings) -> AsyncIterator[Finding]:
    """Check each account that is configured."""
    date = ""
    async with aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True) as session:
        if settings.matrix is not None:
            answer = await _ask(session, f"{settings.matrix.homeserver}/_matrix/client/versions")
            yield _matrix(settings.matrix, answer)
            date = answer.date or date
        if settings.discord is not None:
            answer = await _ask_discord(session, settings.discord)
            for finding in _discord(answer):
                yield finding
            date = answer.date or date
        if settings.telegram is not None:
            address = f"{settings.telegram.api}/bot{settings.telegram.token.get_secret_value()}/getMe"
            answer = await _ask(session, address)
            for finding in _telegram(answer):
                yield finding
            date = answer.date or date
    if date:
        yield _clock(date)


async def _ask(session: aiohttp.ClientSession, address: str, **headers: str) -> _Answer:
    try:
        async with session.get(address, headers=headers) as answer:
            try:
                body = await answer.json(content_type=None)
            except ValueError:
                body = None
            why = "" if isinstance(body, dict) else f"an answer {answer.status} that is no JSON; a maintenance page?"
            return _Answer(answer.status, body if isinstance(body, dict) else {}, answer.headers.get("Date", ""), why)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        why = str(error) if isinstance(error, aiohttp.ClientConnectorError) else type(error).__name__
        return _Answer(0, {}, why=why)


async def _ask_discord(session: aiohttp.ClientSession, discord: accounts.Discord) -> _Answer:
    api = f"{discord.api or 'https://discord.com'}/api/v10/applications/@me"
    return await _ask(session, api, Authorization=f"Bot {discord.token.get_secret_value()}")


def _matrix(matrix: accounts.Matrix, answer: _Answer) -> Finding:
    if "versions" in answer.body:
        return Finding(True, "matrix", f"{matrix.homeserver} answers")
    why = answer.why or f"an answer {answer.status} without versions"
    return Finding(False, "matrix", f"{matrix.homeserver}: {why}. Check `homeserver` and the network")


def _discord(answer: _Answer) -> Iterator[Finding]:
    if answer.status == 401:
        yield Finding(False, "discord", "the token is rejected. Reset it in the developer portal (Bot, Reset Token)")
        return
    if answer.status != 200 or answer.why:
        yield Finding(False, "discord", f"{answer.why or f'an answer {answer.status}'}. Check the network; try later")
        return
    yield Finding(True, "discord", f"signed in as {answer.body.get('name')}")
    flags = answer.body.get("flags")
    for name, bits in (("SERVER MEMBERS INTENT", _MEMBERS), ("MESSAGE CONTENT INTENT", _CONTENT)):
        there = isinstance(flags, int) and bool(flags & bits)
        yield Finding(there, "discord", f"{name} is {'on' if there else 'off: switch it on in the developer portal'}")


def _telegram(answer: _Answer) -> Iterator[Finding]:
    if answer.status in (401, 404) and not answer.why:
        yield Finding(False, "telegram", "the token is rejected. @BotFather, /mybots, API Token shows the right one")
        return
    result = answer.body.get("result")
    if not isinstance(result, dict):
        yield Finding(False, "telegram", f"{answer.why or f'an answer {answer.status}'}. Check the network; try later")
        return
    yield Finding(True, "telegram", f"signed in as @{result.get('username')}")
    reads = bool(result.get("can_read_all_group_messages"))
    off = "privacy mode is off" if reads else "privacy mode is on: @BotFather, /setprivacy, Disable; then add it again"
    yield Finding(reads, "telegram", off)


def _clock(date: str) -> Finding:
    try:
        seconds = (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
    except (ValueError, TypeError):
        return Finding(True, "clock", "the platform did not say its time")
    good = abs(seconds) < _CLOCK_SECONDS
    return Finding(good, "clock", "is right" if good else f"is {seconds:+.0f} s off: timedatectl set-ntp true")
