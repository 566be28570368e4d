"""The checks of a Matrix account."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from adapters.cli.adapter_factory import matrix_account
from adapters.cli.doctor.findings import Finding
from adapters.cli.doctor.requests import Answer, Requests
from adapters.cli.doctor.rooms import room_findings, rooms_of
from adapters.cli.settings import accounts
from adapters.cli.settings.model import Settings
from adapters.matrix.account import MatrixAccount, stored_session
from adapters.matrix.crypto.cross_signing import signing_problem
from adapters.matrix.rooms.permissions import missing_in
from adapters.matrix.rooms.power_levels import PowerLevels
from bots.core.inbound import MissingRight
from storage.tables import Room

_REMEDY = "Room settings, Roles & Permissions: give the bot this power level, or lower what is required"
_REJECTED = (401, 403)


@dataclass(frozen=True)
class _Homeserver:
    """The client API, and the Authorization header of the bot's session ("" without one)."""

    base: str
    ask: Requests
    token: str = ""

    async def get(self, path: str) -> Answer:
        return await self.ask.ask(f"{self.base}/_matrix/client/v3/{path}", token=self.token)

    async def post(self, path: str, content: object) -> Answer:
        where = f"{self.base}/_matrix/client/v3/{path}"
        return await self.ask.ask(where, method="POST", token=self.token, content=content)


async def matrix_findings(
    name: str, matrix: accounts.Matrix, settings: Settings, ask: Requests
) -> AsyncIterator[Finding]:
    """Check the homeserver, the login, the encryption and the rooms."""
    base, problem = await _client_api(matrix.homeserver, ask)
    if problem:
        yield Finding(False, name, f"{matrix.homeserver}: {problem}. Check `homeserver` and the network")
        return
    yield Finding(True, name, f"{base} answers")
    account = matrix_account(name, matrix, settings)
    session = stored_session(account)
    token = account.token or (session.token if session is not None else "")
    server = _Homeserver(base, ask, f"Bearer {token}" if token else "")
    who = await server.get("account/whoami") if token else None
    if who is None or (who.status in _REJECTED and account.password):
        yield await _password_finding(account, _Homeserver(base, ask))
        return
    if who.status != 200:
        rejected = "the token is rejected. Make a new one, or set `password` instead"
        yield Finding(False, name, rejected if who.status in _REJECTED else who.problem)
        return
    me, device = str(who.body.get("user_id")), str(who.body.get("device_id", ""))
    yield Finding(me == account.user, name, f"signed in as {me}" + _other(me, account.user))
    yield await _encryption(server, account, me, device)
    check = partial(_lacking, server, me)
    async for finding in room_findings(await rooms_of(settings, name), check, _REMEDY):
        yield finding


def _other(me: str, wanted: str) -> str:
    return "" if me == wanted else f", but `user` says {wanted}. Change one of the two"


async def _client_api(homeserver: str, ask: Requests) -> tuple[str, str]:
    """Return the address of the client API, which a .well-known file may name, or what is wrong."""
    answer = await ask.ask(f"{homeserver}/_matrix/client/versions")
    if "versions" in answer.body:
        return homeserver, ""
    found = (await ask.ask(f"{homeserver}/.well-known/matrix/client")).body.get("m.homeserver")
    base = str(found.get("base_url", "")).rstrip("/") if isinstance(found, dict) else ""
    if base and "versions" in (await ask.ask(f"{base}/_matrix/client/versions")).body:
        return base, ""
    return "", answer.why or f"it answers {answer.status}, but not as a Matrix homeserver"


async def _password_finding(account: MatrixAccount, server: _Homeserver) -> Finding:
    """Try the password: sign in, and out again at once."""
    if not account.password:
        return Finding(False, account.account, "neither `password` nor `token` is set")
    who = {"type": "m.id.user", "user": account.user}
    login = {"type": "m.login.password", "identifier": who, "password": account.password}
    answer = await server.post("login", {**login, "initial_device_display_name": "glocal doctor"})
    if answer.status != 200:
        said = answer.body.get("error") or answer.problem
        return Finding(False, account.account, f"the homeserver refuses {account.user} with this password: {said}")
    signed_in = _Homeserver(server.base, server.ask, f"Bearer {answer.body.get('access_token')}")
    await signed_in.post("logout", {})
    return Finding(True, account.account, f"the password of {account.user} is right; `glocal run` keeps a session")


async def _encryption(server: _Homeserver, account: MatrixAccount, me: str, device: str) -> Finding:
    """Check that the device is signed by the identity in the store, which backups keep."""
    published = await server.post("keys/query", {"device_keys": {me: []}})
    if published.status != 200:
        return Finding(False, "encryption", f"the homeserver doesn't tell the keys: {published.problem}")
    problem = signing_problem(dict(published.body), me, device, account.file("identity"))
    if problem:
        return Finding(False, "encryption", problem)
    kept = f"its identity is in {account.store}, which `glocal backup` includes"
    return Finding(True, "encryption", f"device {device} is signed; {kept}")


async def _lacking(server: _Homeserver, me: str, room: Room) -> Sequence[MissingRight] | str:
    """Ask for the state events that decide."""
    path = f"rooms/{quote(room.room)}/state"
    created, levels = await server.get(f"{path}/m.room.create"), await server.get(f"{path}/m.room.power_levels")
    if created.status in _REJECTED:
        return "the bot isn't in it any longer. Invite it again"
    if created.status != 200 or levels.status not in (200, 404):
        return f"the homeserver doesn't tell ({(created if created.status != 200 else levels).problem})"
    creator = str(created.body.get("creator", ""))
    known = PowerLevels().with_creation(creator, created.body)
    if levels.status == 200:
        known = known.with_levels(levels.body)
    return missing_in(known, me, encrypted=room.encrypted)
