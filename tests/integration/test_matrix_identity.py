"""The bot cross-signs its device on a real homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from nio.api import Api
from structlog.testing import capture_logs
from vodozemac import Ed25519PublicKey, Ed25519Signature

from adapters.matrix.account import stored_session
from bots.core.inbound import MessagePosted
from tests.contract.matrix_rig import MatrixRig, opened
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an unencrypted room with its people."""
    async with opened(homeserver, tmp_path) as rig:
        yield rig


async def published_keys(rig: MatrixRig) -> dict[str, Any]:
    """Return the bot's published keys once they are signed."""
    said = await rig.guest.say(rig.room, "after the next sync")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    said = await rig.guest.say(rig.room, "and the one after")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    return await rig.guest.request("POST", "v3/keys/query", {"device_keys": {rig.bot: []}})


def check_signature(keys: dict[str, Any], user: str, by: dict[str, Any]) -> bool:
    """Check that the only key in `by` signed `keys`, or raise vodozemac.SignatureException."""
    ((name, public),) = by["keys"].items()
    bare = {key: value for key, value in keys.items() if key not in ("signatures", "unsigned")}
    signature = Ed25519Signature.from_base64(keys["signatures"][user][name])
    Ed25519PublicKey.from_base64(public).verify_signature(Api.to_canonical_json(bare).encode(), signature)
    return True


async def test_the_bots_device_is_cross_signed(rig: MatrixRig) -> None:
    """The bot's device is cross-signed with the same keys after a restart, even one before the signature."""
    first = await published_keys(rig)
    session = stored_session(rig.account)
    assert session is not None
    master, signing = first["master_keys"][rig.bot], first["self_signing_keys"][rig.bot]
    assert check_signature(signing, rig.bot, master)
    assert check_signature(first["device_keys"][rig.bot][session.device], rig.bot, signing)
    assert rig.account.file("identity").stat().st_mode & 0o777 == 0o600
    with capture_logs() as logs:
        await rig.restart()
        again = await published_keys(rig)
    assert again["master_keys"] == first["master_keys"]
    assert "matrix-device-signed" not in [line["event"] for line in logs]


async def test_keys_of_another_client_are_left_alone(rig: MatrixRig) -> None:
    """The bot keeps the keys that another client made for its account, and logs what to do."""
    first = await published_keys(rig)
    await rig.stop()
    rig.account.file("identity").unlink()
    with capture_logs() as logs:
        await rig.restart()
        again = await published_keys(rig)
    assert again["master_keys"] == first["master_keys"]
    (line,) = [line for line in logs if line["event"] == "matrix-device-unsigned"]
    assert "reset_identity" in line["why"]
    assert line["device"] in again["device_keys"][rig.bot]
