"""Sign-in with the stored session, a token or a password, in this order."""

from __future__ import annotations

import asyncio
import json

import structlog
from nio.client.async_client import AsyncClient
from nio.responses import ErrorResponse, LoginError, LoginResponse, WhoamiError

from adapters.matrix.account import MatrixAccount, Session, has_signed_in, store_session, stored_session
from adapters.matrix.api.retry import NETWORK_ERRORS, UnreachableError, to_exception
from adapters.matrix.rooms.people import localpart
from bots.ports import AccountRefused

log = structlog.get_logger()
OFFLINE_SECONDS = 2.0
_REVOKED = ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED", "M_FORBIDDEN")


async def sign_in(client: AsyncClient, account: MatrixAccount) -> None:
    """Sign `client` in and load its keys. Raises AccountRefused, UnreachableError or a network error."""
    client.homeserver = await _client_api_address(client, account)
    if account.token:
        await _with_token(client, account, account.token)
        return
    session = stored_session(account)
    if session is not None and await _is_valid(client, session.token):
        client.restore_login(session.user, session.device, session.token)
        return
    await _with_password(client, account, session)


async def _client_api_address(client: AsyncClient, account: MatrixAccount) -> str:
    """Return the address of the client API: as configured, or the one from its `.well-known` file.

    https://spec.matrix.org/v1.11/client-server-api/#server-discovery
    """
    base = account.homeserver.rstrip("/")
    base = base if "://" in base else f"https://{base}"
    if await _read_json(client, base, "/_matrix/client/versions", "versions") is not None:
        return base
    found = await _read_json(client, base, "/.well-known/matrix/client", "m.homeserver")
    pointed = found.get("base_url") if isinstance(found, dict) else None
    pointed = pointed.rstrip("/") if isinstance(pointed, str) else None
    if pointed is not None and await _read_json(client, pointed, "/_matrix/client/versions", "versions") is not None:
        return pointed
    if has_signed_in(account):
        raise UnreachableError(f"{base} answers, but not as a Matrix homeserver: a maintenance page?")
    raise AccountRefused(
        f"`homeserver` of account {account.account!r} is {account.homeserver!r}: something answers there, but it is no"
        " Matrix homeserver. Put the address of your homeserver's client API there, such as https://matrix.example.org."
    )


async def _read_json(client: AsyncClient, base: str, path: str, key: str) -> object:
    """Return the value of `key` in the JSON object at the address, or None. Raises UnreachableError."""
    client.homeserver = base
    try:
        async with await client.send("GET", path) as answer:
            if answer.status >= 500 or answer.status == 429:
                raise UnreachableError(f"{base} answers {answer.status}")
            body = json.loads(await answer.text())
    except ValueError:  # This includes invalid addresses, and bodies that aren't text.
        return None
    return body.get(key) if isinstance(body, dict) else None


async def _with_token(client: AsyncClient, account: MatrixAccount, token: str) -> None:
    if not await _is_valid(client, token):
        raise AccountRefused(
            f"{account.homeserver} does not know the `token` of account {account.account!r} (any more)."
            " Make a new access token, or give `password` instead."
        )
    if _differs(account.user, client.user_id):
        raise AccountRefused(
            f"The `token` of account {account.account!r} belongs to {client.user_id}, but `user` says {account.user}."
            " Change one of the two."
        )
    if account.device and account.device != client.device_id:
        raise AccountRefused(
            f"The `token` of account {account.account!r} belongs to device {client.device_id}, but `device` says"
            f" {account.device}. Leave `device` out, or correct it."
        )
    client.restore_login(client.user_id, client.device_id or "", token)


async def _is_valid(client: AsyncClient, token: str) -> bool:
    """Return whether the homeserver accepts the token, and set the client's user. Raises UnreachableError."""
    client.access_token = token
    answer = await client.whoami()
    if isinstance(answer, WhoamiError):
        client.access_token = ""
        if answer.status_code in _REVOKED:
            return False
        raise to_exception(answer)
    return True


async def _with_password(client: AsyncClient, account: MatrixAccount, session: Session | None) -> None:
    """Sign in with the password, as the old device if its session ended but its keys remain."""
    if not account.password:
        raise AccountRefused(f"Account {account.account!r} has neither `password` nor `token`. Set one of them.")
    client.user = account.user
    client.device_id = session.device if session else None
    answer = await client.login(account.password, device_name=account.display_name or "glocal")
    if not isinstance(answer, LoginResponse):
        raise _login_refusal(account, answer)
    store_session(account, Session(account.homeserver, answer.user_id, answer.device_id, answer.access_token))


def _login_refusal(account: MatrixAccount, answer: LoginError) -> Exception:
    code = answer.status_code
    if code == "M_FORBIDDEN":
        return AccountRefused(
            f"{account.homeserver} refuses `user` {account.user} with this `password` (account {account.account!r})."
            " Check both."
        )
    if code == "M_USER_DEACTIVATED":
        return AccountRefused(f"{account.user} is deactivated on {account.homeserver}. Set another `user`.")
    if code in ("M_UNKNOWN", "M_UNRECOGNIZED", "M_INVALID_PARAM", "M_BAD_JSON", "M_INVALID_USERNAME"):
        return AccountRefused(
            f"{account.homeserver} does not accept a login of `user` {account.user} by `password`: {answer.message}."
            " If it only offers single sign-on, set `token` instead."
        )
    return to_exception(answer)


def _differs(wanted: str, actual: str) -> bool:
    name = wanted if wanted.startswith("@") else f"@{wanted}"
    return actual != name and actual.split(":", 1)[0] != name


async def ensure_display_name(client: AsyncClient, name: str) -> str:
    """Set the display name from the settings, unless it is empty or already set. Return the name that people see."""
    try:
        shown = getattr(await client.get_displayname(), "displayname", None)
        if name and shown != name:
            answer = await client.set_displayname(name)
            if isinstance(answer, ErrorResponse):
                log.warning("matrix-name-refused", name=name, why=str(answer))
            else:
                shown = name
    except NETWORK_ERRORS as error:
        shown = None
        log.warning("matrix-name-later", name=name, why=str(error) or type(error).__name__)
    return shown if isinstance(shown, str) and shown.strip() else name or localpart(client.user_id)


async def set_offline(client: AsyncClient) -> None:
    """Tell people at once that the bot stops. The homeserver would notice it after half a minute."""
    if not client.access_token:
        return
    try:
        async with asyncio.timeout(OFFLINE_SECONDS):
            await client.set_presence("offline")
    except NETWORK_ERRORS as error:
        log.info("matrix-presence-not-set", why=str(error) or type(error).__name__)
