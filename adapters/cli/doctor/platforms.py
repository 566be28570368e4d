"""Ask each platform about its account and rooms, and compare the clocks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from adapters.cli.doctor.findings import Finding
from adapters.cli.doctor.requests import Requests, session
from adapters.cli.settings.accounts import Account, Discord, Matrix, Telegram
from adapters.cli.settings.model import Settings

_CLOCK_SECONDS = 60


async def platform_findings(settings: Settings) -> AsyncIterator[Finding]:
    """Check each account that is configured."""
    async with session() as opened:
        requests = Requests(opened)
        async for finding in _findings(settings, requests):
            yield finding
        if requests.date:
            yield _clock(requests.date)


async def _findings(settings: Settings, requests: Requests) -> AsyncIterator[Finding]:
    """Check the accounts one after the other. Import a platform's library only when it is used."""
    for name, account in settings.all_accounts.items():
        async for finding in _account_findings(name, account, settings, requests):
            yield finding


def _account_findings(name: str, account: Account, settings: Settings, requests: Requests) -> AsyncIterator[Finding]:
    match account:
        case Matrix():
            from adapters.cli.doctor.matrix import matrix_findings

            return matrix_findings(name, account, settings, requests)
        case Discord():
            from adapters.cli.doctor.discord import discord_findings

            return discord_findings(name, account, settings, requests)
        case Telegram():
            from adapters.cli.doctor.telegram import telegram_findings

            return telegram_findings(name, account, settings, requests)


def _clock(date: str) -> Finding:
    try:
        seconds = (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
    except (ValueError, TypeError):
        return Finding(True, "clock", "the platform didn't say its time")
    good = abs(seconds) < _CLOCK_SECONDS
    return Finding(good, "clock", "right" if good else f"{seconds:+.0f} s off. Run: timedatectl set-ntp true")
