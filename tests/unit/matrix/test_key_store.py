"""What a sync writes into the store of the Matrix keys."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from nio.responses import SyncResponse

from adapters.matrix.account import MatrixAccount
from adapters.matrix.api.client import MatrixClient, build_client
from tests.unit.matrix.syncs import ME, ROOM, event, member, text

ENCRYPTION = event("m.room.encryption", ME, {"algorithm": "m.megolm.v1.aes-sha2"}, state_key="")


def sync(number: int, *state: dict[str, Any]) -> SyncResponse:
    """Return a sync with a text message, in a room with this state."""
    room = {
        "state": {"events": [member(ME, "join"), *state]},
        "timeline": {"events": [text("Hello")], "limited": False, "prev_batch": "p"},
        "ephemeral": {"events": []}, "account_data": {"events": []}, "summary": {},
    }  # fmt: skip
    rooms = {"join": {ROOM: room}, "invite": {}, "leave": {}}
    counts = {"signed_curve25519": 50}
    answer = SyncResponse.from_dict(
        {
            "next_batch": f"s{number}", "rooms": rooms, "device_one_time_keys_count": counts,
            "to_device": {"events": []}, "device_lists": {"changed": [], "left": []}, "presence": {"events": []},
        }
    )  # fmt: skip
    assert isinstance(answer, SyncResponse)
    return answer


async def test_sync_writes_keys_only_when_there_are_new_ones(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A sync opens a transaction of the key store for a newly encrypted room, and for nothing else."""
    client: MatrixClient = build_client(
        MatrixAccount("matrix", "http://hs.test", ME, tmp_path, password="x"), "http://hs.test"
    )
    client.restore_login(ME, "BOT", "t")
    assert client.store is not None
    caplog.set_level(logging.DEBUG, "peewee")
    await client.receive_response(sync(1))
    assert "BEGIN" not in caplog.text
    await client.receive_response(sync(2, ENCRYPTION))
    assert "encryptedrooms" in caplog.text
    assert client.store.load_encrypted_rooms() == {ROOM}
    await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
    client.store.database.close()
