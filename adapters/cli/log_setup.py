"""Structured logs: each line has an event slug and its details. Hide secrets."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from types import FrameType
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

from adapters.cli.log_stream import LogStream

_SECRET = ("token", "password", "secret", "authorization")
_IN_TEXT = re.compile(
    r"(?P<before>\bbot(?=\d{1,20}:)|[?&](?:access_token|token|secret|ex|is|hm|sig|signature)=|\bBearer )[^\s&\"'<>/]+"
)
"""Tokens in addresses: Telegram's files, Matrix' old media addresses, Discord's signed attachments."""
_SHORTEST_SECRET = 6


def configure(
    level: str = "info",
    form: str = "auto",
    stream: TextIO | LogStream | None = None,
    *,
    levels: Mapping[str, str] | None = None,
    secrets: Sequence[str] = (),
) -> None:
    """Set up logging for this process. `form`: auto (pretty on a terminal, else JSON), json or pretty.

    Libraries log warnings and errors only. `levels` gives a module and those below it another level. Hide each of the
    `secrets` everywhere.
    """
    out = stream or sys.stderr
    pretty = form == "pretty" or (form == "auto" and out.isatty())
    by_module = {name: _number(each) for name, each in (levels or {}).items()}
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _hide_secrets,
    ]
    last: list[Processor] = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    if pretty:
        plain = structlog.dev.plain_traceback
        last = [structlog.dev.ConsoleRenderer(colors=out.isatty(), exception_formatter=plain)]
    last.append(_Redactor(secrets))
    filters: list[Processor] = [_LevelFilter(_number(level), by_module)] if by_module else []
    structlog.configure(
        processors=[*filters, *shared, *last],
        wrapper_class=structlog.make_filtering_bound_logger(min(_number(level), *by_module.values(), logging.CRITICAL)),
        logger_factory=structlog.WriteLoggerFactory(out),  # type: ignore[arg-type]  # it only writes and flushes
        cache_logger_on_first_use=True,
    )
    handler: logging.StreamHandler[Any] = logging.StreamHandler(out)
    formatter = structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last], foreign_pre_chain=shared
    )
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("psycopg").setLevel(logging.ERROR)  # it warns of every batch that a conflict undoes
    for name, number in by_module.items():
        logging.getLogger(name).setLevel(number)


def _number(level: str) -> int:
    return logging.getLevelNamesMapping()[level.upper()]


class _Redactor:
    """Hides secrets in the finished line, tracebacks included."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self._secrets = [secret for secret in secrets if len(secret) >= _SHORTEST_SECRET]

    def __call__(self, _logger: object, _method: str, line: Any) -> Any:
        """Replace secrets by asterisks."""
        text = str(line)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return _IN_TEXT.sub(r"\g<before>***", text)


class _LevelFilter:
    """Drops lines below the level of the module that logs them."""

    def __init__(self, level: int, by_module: Mapping[str, int]) -> None:
        self._level = level
        self._by_module = by_module

    def __call__(self, _logger: object, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """Raise DropEvent for a line that nobody asked for."""
        level = logging.ERROR if method == "exception" else _number(method)
        if level < self._level_of(_module()):
            raise structlog.DropEvent
        return event

    def _level_of(self, module: str) -> int:
        while module:
            if module in self._by_module:
                return self._by_module[module]
            module = module.rpartition(".")[0]
        return self._level


def _module() -> str:
    """Return the name of the module that logs: the first one outside of structlog and of this file."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name != __name__ and name.partition(".")[0] != "structlog":
            return name
        frame = frame.f_back
    return ""


def _hide_secrets(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key in event:
        if any(word in key.lower() for word in _SECRET):
            event[key] = "***"
    return event
