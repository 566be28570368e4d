"""What pages at secret addresses share: their headers, and the answer to a browser that has the page already."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=300",
}
"""The address is a secret: no search engine keeps it, and no link gives it away."""


def not_found() -> Response:
    """Answer 404, as for any unknown address."""
    return PlainTextResponse("not found\n", status_code=404, headers=HEADERS)


def answer(request: Request, content: bytes, kind: str, more: Mapping[str, str] | None = None) -> Response:
    """Return the content, or that it is what the reader has already."""
    tag = f'"{hashlib.blake2s(content, digest_size=12).hexdigest()}"'
    headers = {**HEADERS, "ETag": tag, **(more or {})}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=kind, headers=headers)
