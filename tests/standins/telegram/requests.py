"""HTTP requests and answers: https://core.telegram.org/bots/api#making-requests"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.standins.telegram import checks
from tests.standins.telegram.faults import BadGateway, Conflict, Cut, Fails, Fault, Flood
from tests.standins.telegram.refusal import Refusal, conflict, too_many


@dataclass(frozen=True)
class Request:
    """A handled call. `code` is 200 if it was performed, and 0 if the connection was cut before."""

    at: datetime
    bot: str
    method: str
    params: dict[str, Any]
    code: int
    description: str = ""
    result: Any = None

    @property
    def ok(self) -> bool:
        """Whether the call was performed."""
        return self.code == 200


class Broken(Exception):
    """The answer does not come from the API itself."""

    code = 0


class CutOff(Broken):
    """The connection is cut."""


class Gateway(Broken):
    """A proxy in front of the API answers."""

    code = 502


def go_wrong(fault: Fault) -> None:
    """Raise the fault if it occurs before the call is performed."""
    match fault:
        case Flood(seconds):
            raise too_many(seconds)
        case Conflict():
            raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        case Fails(code, description, parameters):
            raise Refusal(code, description, **parameters)
        case Cut():
            raise CutOff
        case BadGateway():
            raise Gateway


def page() -> web.Response:
    page = "<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>"
    return web.Response(status=502, text=page, content_type="text/html")


def answer(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.json(), status=refusal.code)


async def given(request: web.Request) -> dict[str, Any]:
    """Read parameters from the address, a form, files, or JSON: https://core.telegram.org/bots/api#making-requests"""
    found: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        found |= await request.json()
        return found
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            found[name] = checks.Upload(value.filename, value.content_type, value.file.read())
            value.file.close()
        else:
            found[name] = value
    return found
