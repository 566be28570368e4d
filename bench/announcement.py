"""An announcement to the homes of very many communities: the preview, its copies, and all others meanwhile."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.fan_out import BESIDE, CountingAdapter, TimedDatabase, running
from bench.measure import Result, percentile
from bots.core.outbound import Post
from bots.ports import Receipt, Sending, Sent
from storage.bulk_writes import insert_new
from storage.queries import members
from storage.tables import Community, Membership, MembershipState, Network, Role, RoleAssignment, Room, RoomRole
from storage.unit_of_work import UnitOfWork

SIZES = (1_000, 10_000)
NET = "#network"
_COMMUNITY, _MEMBERSHIP, _ROOM = insert_new(Community), insert_new(Membership), insert_new(Room)


class RecallingAdapter(CountingAdapter):
    """Counts copies and deletions apart from what it says to the coordinator. `heard`: it said what is `expected`."""

    def __init__(self) -> None:
        super().__init__()
        self.expected, self.heard = "", asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call: in the network's room and beside it on the platform, elsewhere by counting."""
        if sending.call.room == NET:
            receipt = await super(CountingAdapter, self).send(sending)
            said = [one.text for one in self.memory.messages.values() if one.room == NET]
            if any(self.expected in text for text in said):
                self.heard.set()
            return receipt
        if sending.call.room == BESIDE:
            return await super().send(sending)
        self.sent += 1
        return Sent((f"copy{self.sent}",) if isinstance(sending.call, Post) else ())


def announcement() -> list[Result]:
    """Measure an announcement from its preview to its recall."""
    found = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            found[size] = asyncio.run(_measure(Path(folder), size))
    most, fewer, times = found[SIZES[-1]], found[SIZES[0]], SIZES[-1] / SIZES[0]
    what = f"an announcement to {SIZES[-1]:,} communities"
    return [
        Result("announcement_longest_step_ms", most["longest"] * 1000, "ms", "≤ 100", what),
        Result("announcement_preview_ms", most["preview"] * 1000, "ms", "≤ 500", "the transaction with its preview"),
        Result("announcement_recall_ms", most["recall"] * 1000, "ms", "≤ 500", "the transaction that takes it back"),
        Result("announcement_growth", most["copies"] / fewer["copies"] / times, "x", "≤ 1.2", "time a copy, 10x"),
        Result("announcement_recall_growth", most["deleted"] / fewer["deleted"] / times, "x", "≤ 1.2", "a deletion"),
        Result("announcement_per_second", SIZES[-1] / most["copies"], "/s", "", what),
        Result("announcement_small_per_second", SIZES[0] / fewer["copies"], "/s", "", f"to {SIZES[0]:,}"),
        Result(
            "announcement_others_p99_ms", most["others"] * 1000, "ms", "< 500", "commands in another room meanwhile"
        ),
    ]


async def _measure(folder: Path, size: int) -> dict[str, float]:
    adapter = RecallingAdapter()
    async with running(folder, adapter, _fill, size) as database:
        preview = await _say(adapter, database, '!announce "The shed opens on Monday"', "not sent yet")
        database.seconds.clear()
        await _say(adapter, database, "yes", "on its way")
        database.seconds.clear()
        copies = await adapter.until(size)
        longest = max(database.seconds)
        await _say(adapter, database, "!announce recall 1", "will disappear")
        recall = await _say(adapter, database, "yes", "being taken back")
        deleted = await adapter.until(2 * size)
    return {
        "longest": longest, "preview": preview, "recall": recall, "copies": copies, "deleted": deleted,
        "others": percentile(adapter.waits, 0.99),
    }  # fmt: skip


async def _say(adapter: RecallingAdapter, database: TimedDatabase, text: str, answer: str) -> float:
    """Say something in the network's room, wait for the answer, and return the longest transaction meanwhile."""
    database.seconds.clear()
    adapter.expected, adapter.heard = answer, asyncio.Event()
    adapter.memory.say(NET, "@nora", text)
    await adapter.heard.wait()
    return max(database.seconds)


async def _fill(uow: UnitOfWork, size: int) -> None:
    """Add a network with a coordinator, and as many communities as `size`, each with a home."""
    now = datetime.now(UTC)
    await uow.add(Network(id=1, name="Network", created_at=now))
    net = Room(
        account="memory", platform="memory", room=NET, role=RoomRole.CIRCLE, network_id=1, created_at=now, id=size + 1
    )
    known = await members.enroll(uow, {("memory", "@nora"): "nora"}, now)
    for key in range(1, size + 1):
        community = Community(id=key, name=f"Town {key}", zone="UTC", quiet_hours="", created_at=now)
        room = Room(
            id=key, account="memory", platform="memory", room=f"#r{key}", role=RoomRole.HOME, community_id=key,
            created_at=now,
        )  # fmt: skip
        bond = Membership(network_id=1, community_id=key, state=MembershipState.ACTIVE, created_at=now)
        uow.defer(_COMMUNITY, community.model_dump())
        uow.defer(_MEMBERSHIP, bond.model_dump(exclude={"id"}))
        uow.defer(_ROOM, room.model_dump())
    uow.defer(_ROOM, net.model_dump())
    await uow.flush()
    member = known[("memory", "@nora")].member_id
    await uow.add(RoleAssignment(member_id=member, role=Role.COORDINATOR, network_id=1))
