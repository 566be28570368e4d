"""Accept requests only from this page in a browser on this machine, and add security headers to every response.

The Host check stops names that another site points at 127.0.0.1 (DNS rebinding); the origin check stops forms of
other sites (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_HOSTS = ("127.0.0.1", "localhost", "[::1]")


class SecurityMiddleware:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse requests from elsewhere with 403."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = _refusal(scope["method"], headers)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await (PlainTextResponse(refused, 403) if refused else self._app)(scope, receive, send_with_headers)


def _refusal(method: str, headers: Headers) -> str | None:
    """Return why a request is refused; None when it is allowed."""
    host = headers.get("host", "")
    if host.rpartition(":")[0] not in _HOSTS and host not in _HOSTS:
        return "This page answers only under 127.0.0.1 or localhost."
    if method not in ("GET", "HEAD"):
        site = headers.get("sec-fetch-site")
        own = site == "same-origin" if site is not None else headers.get("origin") == f"http://{host}"
        if not own:
            return "That came from another site and was not done."
    return None
