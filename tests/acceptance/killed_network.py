"""A network of sixty communities on the Discord stand-in, whose bot a test kills while it reaches them."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Executable, create_engine, func, update
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.database import Database
from storage.tables import (
    Community,
    DeadLetter,
    DigestEvery,
    Edition,
    EditionState,
    FigureGroup,
    FigureKind,
    FigureMark,
    Membership,
    MembershipState,
    Network,
    Outbox,
    OutboxState,
    Recipient,
    Room,
    RoomRole,
    Share,
    Timer,
)
from tests.acceptance.killable_discord_bot import KillableDiscordBot, RetryingPeople, plain_text, wait_for_message
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel
from tests.standins.discord.server import Discord, opened
from tests.stores import store
from tests.waiting import until

COUNT = 60
"""Communities with a home."""
HOMELESS = 2000
"""Communities of a `wide` network that have no room: their figures are in its digest."""
PATIENCE = 120.0
LONG = timedelta(days=2)
SOON = timedelta(seconds=10)


class Watched:
    """The bot's database, as somebody else looks at it and changes it."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.url = store(kind).url(folder)
        self._engine = create_engine(self.url.replace("postgresql:", "postgresql+psycopg:"))

    def number(self, query: SelectOfScalar[int]) -> int:
        """Return the number that a query gives."""
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar() or 0)

    def change(self, statement: Executable) -> None:
        """Change rows, as time would."""
        with self._engine.begin() as connection:
            connection.execute(statement)

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()


@dataclass
class KilledNetwork:
    """The rooms, people and database of a network. `killed_at`: what was there at each kill."""

    discord: Discord
    bot: KillableDiscordBot
    nora: DiscordPerson
    net: Channel
    homes: list[Channel]
    rows: Watched
    people: RetryingPeople = field(default_factory=RetryingPeople)
    killed_at: list[int] = field(default_factory=list)

    async def kill_at(self, count: Callable[[], int], least: int) -> int:
        """Kill the bot as soon as there are so many of something, and start it again. Return how many there were."""
        ends = time.monotonic() + PATIENCE
        while (seen := count()) < least:
            assert time.monotonic() < ends, f"only {seen}; the bot logged\n{self.bot.log()[-3000:]}"
            await asyncio.sleep(0.01)
        await self.bot.kill()
        self.killed_at.append(count())
        await self.bot.start()
        return self.killed_at[-1]

    async def let_be_due(self, kind: str) -> None:
        """Kill the bot, let the time of some timers come meanwhile, and start it again."""
        await self.bot.kill()
        self.rows.change(update(Timer).where(col(Timer.kind) == kind).values(due=datetime.now(UTC)))
        await self.bot.start()

    def count_outbox(self, state: OutboxState) -> int:
        """Return how many outbox rows are in a state."""
        return self.rows.number(select(func.count()).select_from(Outbox).where(Outbox.state == state))

    def count_sent(self) -> int:
        """Return how many messages were sent."""
        return self.count_outbox(OutboxState.SENT)

    def count_reached(self) -> int:
        """Return how many communities announcements have reached."""
        return self.rows.number(select(func.count()).select_from(Recipient))

    def count_over(self) -> int:
        """Return how many digests went out."""
        return self.rows.number(select(func.count()).select_from(Edition).where(Edition.state == EditionState.SENT))

    def count_between_pages(self) -> int:
        """Return how many digests have the figures of some communities, and not yet those of the others."""
        begun = (col(Edition.collecting) != "", ~col(Edition.collecting).contains('"after":0'))
        return self.rows.number(select(func.count()).select_from(Edition).where(*begun))

    def count_left(self) -> int:
        """Return how many messages and timers wait, at one instant: a timer becomes messages in one transaction.

        A timer that the bot sets while this query is on its way is due a moment after the query's `now`.
        """
        waiting = select(func.count()).select_from(Outbox)
        waiting = waiting.where(col(Outbox.state).in_([OutboxState.PENDING, OutboxState.SENDING]))
        due = select(func.count()).select_from(Timer).where(col(Timer.due) <= datetime.now(UTC) + SOON)
        return self.rows.number(select(waiting.scalar_subquery() + due.scalar_subquery()))

    async def until_quiet(self) -> None:
        """Wait until nothing is due and everything is sent, and check that nothing failed."""
        await until(
            lambda: not self.count_left(), lambda: f"{self.count_left()} are left:\n{self.bot.log()[-3000:]}", PATIENCE
        )
        assert self.rows.number(select(func.count()).select_from(DeadLetter)) == 0
        assert self.count_outbox(OutboxState.REFUSED) == 0

    def copies(self, words: str) -> set[int]:
        """Return how many messages with these words homes show: `{1}` if each shows one."""
        return {
            sum(re.search(words, plain_text(message)) is not None for message in self.discord.said(home))
            for home in self.homes
        }


@asynccontextmanager
async def killed_network(folder: Path, kind: str, *, wide: bool = False) -> AsyncIterator[KilledNetwork]:
    """Found a network through the bot, and its communities in the database; if it is `wide`, very many of them."""
    async with opened() as discord:
        nora = discord.person("Nora")
        guild = nora.found("Network")
        net = nora.open_channel(guild, "network")
        homes = [nora.open_channel(guild, f"home-{number}") for number in range(COUNT)]
        bot = KillableDiscordBot(discord, folder / "bot", kind)
        rows = Watched(bot.folder, kind)
        await bot.start()
        try:
            made = KilledNetwork(discord, bot, nora, net, homes, rows)
            await discord.until_connected()
            await until(lambda: discord.store.commands, lambda: "no commands were declared")
            create = {"name": "Les Passeurs", "locale": "en", "zone": "UTC"}
            await made.people.retry(lambda: nora.run(net, "network create", **create))
            await wait_for_message(discord, net, "is ready")
            await bot.stop()
            await _add_communities(rows.url, homes, HOMELESS if wide else 0)
            await bot.start()
            await bot.signed_in()
            yield made
        finally:
            await bot.stop()
            rows.close()


async def _add_communities(url: str, homes: list[Channel], homeless: int) -> None:
    """Make each channel the home of a community, whose six polls of the last hour are counted already."""
    now = datetime.now(UTC)
    database = Database(url)
    try:
        async with database.transaction() as uow:
            network = await uow.first(select(Network))
            assert network is not None
            network.created_at = network.digested_at = now - timedelta(days=1)
            made = [await uow.add(_community(number, now)) for number in range(len(homes) + homeless)]
            for community in made:
                await uow.add_all(_belongings(network.id, community.id, now))
            for community, home in zip(made, homes, strict=False):
                community.digest_every, community.digested_at = DigestEvery.DAILY, now - timedelta(days=1)
                await uow.add(
                    Room(
                        account="discord", platform="discord", room=str(home.id), name=home.name, role=RoomRole.HOME,
                        community_id=community.id, created_at=now,
                    )
                )  # fmt: skip
                await uow.add(Timer(kind="digest", subject=f"c{community.id}", due=now + timedelta(days=1)))
    finally:
        await database.close()


def _community(number: int, now: datetime) -> Community:
    return Community(
        name=f"Town {number}", locale="en", zone="UTC", quiet_hours="", relaying=True, created_at=now - LONG
    )


def _belongings(network: int, community: int, now: datetime) -> list[Membership | FigureGroup | FigureMark]:
    hour = now - timedelta(hours=1)
    return [
        Membership(
            network_id=network, community_id=community, state=MembershipState.ACTIVE, gives=Share.EVERYTHING,
            gives_since=now - LONG, active_since=now - LONG, created_at=now - LONG,
        ),
        FigureGroup(
            community_id=community, kind=FigureKind.POLLS, at=hour, since=hour - timedelta(hours=1), count=6
        ),
        FigureMark(community_id=community, counted_until=now, newcomers_until=now),
    ]  # fmt: skip
