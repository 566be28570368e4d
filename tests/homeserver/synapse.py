"""A real Synapse on the loopback interface with SQLite, for tests."""

from __future__ import annotations

import asyncio
import json
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from tests.ports import free_port

_PATIENCE_SECONDS = 60.0
_LOG_LINES = 30
_SEED = "A" * 43
"""The signing key's, in unpadded Base64. Synapse would need seconds to make one."""


@dataclass(frozen=True)
class Login:
    """A registered account with its first session."""

    user: str
    device: str
    token: str
    password: str


class Homeserver:
    """A homeserver that keeps its port and data over restarts, without limits and federation.

    `settings` replace parts of its configuration.
    """

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self._settings = settings
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers. Raises AssertionError with the end of its log."""
        self.folder.mkdir(parents=True, exist_ok=True)
        config = self.folder / "homeserver.yaml"
        if not config.exists():
            config.write_text(json.dumps({**self._config(), **self._settings}), encoding="utf-8")
            (self.folder / "signing.key").write_text(f"ed25519 a_test {_SEED}\n", encoding="utf-8")
        command = [sys.executable, "-m", "synapse.app.homeserver", "-c", str(config)]
        with (self.folder / "out.log").open("ab") as out:
            self._process = subprocess.Popen(command, cwd=self.folder, stdout=out, stderr=out)
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"Synapse did not start:\n{self._log()}")
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_matrix/client/versions", timeout=1):
                return True
        except (urllib.error.URLError, OSError):
            return False

    def _log(self) -> str:
        lines: list[str] = []
        for name in ("out.log", "homeserver.log"):
            file = self.folder / name
            if file.exists():
                lines += file.read_text(errors="replace").splitlines()[-_LOG_LINES:]
        return "\n".join(lines)

    def stop(self) -> None:
        """Stop the homeserver."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Kill the homeserver, as a power failure would."""
        self._end(signal.SIGKILL)

    def _end(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait()
            self._process = None

    async def register(self, name: str) -> Login:
        """Register an account with a unique name."""
        return await asyncio.to_thread(self.register_now, name)

    def register_now(self, name: str) -> Login:
        """Register an account without an event loop."""
        password = secrets.token_hex(8)
        body = {"username": f"{name}-{secrets.token_hex(4)}", "password": password, "auth": {"type": "m.login.dummy"}}
        request = urllib.request.Request(
            f"{self.url}/_matrix/client/v3/register",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            made = json.load(answer)
        return Login(made["user_id"], made["device_id"], made["access_token"], password)

    def _config(self) -> dict[str, object]:
        """Return the configuration as JSON, a subset of YAML.

        https://element-hq.github.io/synapse/latest/usage/configuration
        """
        wide = {"per_second": 100000, "burst_count": 100000}
        return {
            "server_name": "glocal.test",
            "pid_file": str(self.folder / "homeserver.pid"),
            "listeners": [
                {
                    "port": self.port,
                    "type": "http",
                    "bind_addresses": ["127.0.0.1"],
                    "resources": [{"names": ["client"], "compress": False}],
                }
            ],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "log_config": str(self._log_config()),
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / "signing.key"),
            "report_stats": False,
            "macaroon_secret_key": "a test's secret",
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "federation_domain_whitelist": [],
            "enable_registration": True,
            "enable_registration_without_verification": True,
            "bcrypt_rounds": 4,
            "presence": {"enabled": False},
            "user_directory": {"enabled": False},
            "caches": {"global_factor": 0.5},
            "allow_guest_access": False,
            "rc_message": wide,
            "rc_registration": wide,
            "rc_login": {"address": wide, "account": wide, "failed_attempts": wide},
            "rc_admin_redaction": wide,
            "rc_joins": {"local": wide, "remote": wide},
            "rc_joins_per_room": wide,
            "rc_invites": {"per_room": wide, "per_user": wide, "per_issuer": wide},
            "rc_room_creation": wide,
            "rc_key_requests": wide,
            "rc_presence": {"per_user": wide},
        }

    def _log_config(self) -> Path:
        """Return a configuration that logs warnings to a file."""
        file = self.folder / "log.yaml"
        handler = {"class": "logging.FileHandler", "filename": str(self.folder / "homeserver.log"), "level": "WARNING"}
        config = {"version": 1, "handlers": {"file": handler}, "root": {"level": "WARNING", "handlers": ["file"]}}
        file.write_text(json.dumps(config), encoding="utf-8")
        return file
