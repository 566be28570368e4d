"""The bot copes with malformed keys of other devices and with used one-time keys, on a real homeserver."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from vodozemac import Account

from adapters.matrix.account import stored_session
from bots.core.inbound import MemberJoined, MessagePosted
from bots.core.outbound import Post
from bots.ports import Sent
from tests.contract.matrix_rig import MatrixRig, opened
from tests.contract.rig import key, send, words
from tests.homeserver.synapse import Homeserver, Login

pytestmark = pytest.mark.synapse
JUNK = "AAAA"


@pytest.fixture
async def rig(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MatrixRig]:
    """Yield a running adapter in an encrypted room with its people."""
    async with opened(homeserver, tmp_path, encrypted=True) as rig:
        yield rig


def malformed_keys(login: Login, junk: str) -> dict[str, object]:
    """Return the keys that a device uploads, properly signed, with one malformed kind."""
    account = Account()
    name = f"ed25519:{login.device}"

    def signed(value: Mapping[str, object]) -> dict[str, object]:
        text = json.dumps(value, sort_keys=True, separators=(",", ":"))
        return {**value, "signatures": {login.user: {name: account.sign(text.encode()).to_base64()}}}

    curve = JUNK if junk == "curve25519" else account.curve25519_key.to_base64()
    own = {f"curve25519:{login.device}": curve, name: JUNK if junk == "ed25519" else account.ed25519_key.to_base64()}
    algorithms = ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"]
    keys = {"algorithms": algorithms, "device_id": login.device, "user_id": login.user, "keys": own}
    account.generate_one_time_keys(5)
    single = {
        f"signed_curve25519:{number}": signed({"key": JUNK if junk == "one-time" else made.to_base64()})
        for number, made in account.one_time_keys.items()
    }
    return {"device_keys": signed(keys), "one_time_keys": single}


async def check_conversation(rig: MatrixRig) -> None:
    """Check that the bot and the host can read each other."""
    said = await rig.host.say(rig.room, "question")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == said)
    receipt = await send(rig, key(), Post(room=rig.room, content=words("answer")))
    assert isinstance(receipt, Sent)
    assert (await rig.host.seen(rig.room, receipt.messages[0])).text == "answer"


@pytest.mark.parametrize("junk", ["ed25519", "curve25519", "one-time"])
async def test_malformed_key_of_a_device_affects_no_other(rig: MatrixRig, homeserver: Homeserver, junk: str) -> None:
    """With a malformed key of another device the bot and the others still read each other."""
    login = await homeserver.register("mallory")
    await rig.host.request("POST", "v3/keys/upload", malformed_keys(login, junk), token=login.token)
    await rig.host.request("POST", f"v3/join/{quote(rig.room)}", {}, token=login.token)
    assert await rig.inbox.gets(MemberJoined, lambda value: value.person.user == login.user)
    await check_conversation(rig)
    await rig.restart()
    await check_conversation(rig)


async def test_used_one_time_keys_are_replaced(rig: MatrixRig, homeserver: Homeserver) -> None:
    """The bot uploads new one-time keys after others used all of them while it was offline."""
    await check_conversation(rig)
    await rig.stop()
    own = stored_session(rig.account)
    assert own is not None
    wanted = {"one_time_keys": {rig.bot: {own.device: "signed_curve25519"}}}

    async def claimed() -> bool:
        """Claim a key, and return whether it is not the fallback key, which is never used up."""
        found = await rig.guest.request("POST", "v3/keys/claim", wanted)
        return not any(key.get("fallback") for key in found["one_time_keys"][rig.bot][own.device].values())

    assert await claimed()
    while await claimed():
        pass
    await rig.restart()
    await check_conversation(rig)
    await check_conversation(rig)
    assert await claimed()
