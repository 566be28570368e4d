"""The `glocal` command as an operator runs it."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.migrate import upgrade
from tests.acceptance.killable_process import SETTINGS
from tests.homeserver.synapse import Homeserver
from tests.ports import free_port
from tests.waiting import PATIENCE


async def glocal(folder: Path, *arguments: str, said: str = "", **environment: str) -> tuple[int, str, str]:
    """Run the command with `said` as its input; return exit code, output and errors."""
    command = [sys.executable, "-m", "adapters.cli.main", *arguments]
    env = {**os.environ, "PYTHONPATH": os.getcwd(), **environment}
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=env, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate(said.encode())
    return process.returncode or 0, out.decode(), err.decode()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[matrix]\nhomserver = "https://a"\n', "line 2: matrix.homserver: unknown key; did you mean homeserver?"),
        ('[matrix]\nhomeserver = "a.example"\n', "line 2: matrix.homeserver: an address is needed, such as"),
        ('[matrix]\nhomeserver = "https://a.example"\nuser = "bob"\n', "line 3: matrix.user: a full user id is needed"),
        ('[log]\n\nlevel = "loud"\n', "line 3: log.level: input should be 'debug', 'info', 'warning' or 'error'"),
        ("[privacy]\nretention_days = 0\n", "line 2: privacy.retention_days: input should be greater than"),
        ('[storage]\nurl = "mysql://x"\n', "line 2: storage.url: only SQLite is supported yet; write sqlite:///"),
        ('[matrix]\nhomeserver = "https://a.example"\nuser = "@b:a"\n', "either password or token is needed"),
        ("[matrix\n", "not valid TOML"),
        ("colour = 3\n", "line 1: colour: unknown key"),
        ('[log]\nlevel = "info"\nlevel = "debug"\n', "level: Cannot overwrite a value (at line 3"),
        ('[[log]]\nlevel = "info"\n', "line 1: log: [log] is needed once, with single brackets"),
        ('\ufeff[log]\nlevel = "loud"\n', "line 2: log.level: input should be"),
        ('[telegram]\ntoken = ""\n', "line 2: telegram.token: is empty; fill it in"),
        ('[telegram]\ntoken = "1:a"\napi = "nonsense"\n', "line 3: telegram.api: an address is needed, such as"),
        ('[discord]\ntoken = "a"\napi = "nonsense"\n', "line 3: discord.api: an address is needed, such as"),
    ],
)  # fmt: skip
async def test_a_mistake_in_the_settings_names_line_and_key(tmp_path: Path, written: str, said: str) -> None:
    """The command exits with 2 and names the place and the remedy, without a traceback."""
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 2
    assert said in errors
    assert "Traceback" not in errors


async def test_a_secret_of_the_wrong_kind_is_not_shown(tmp_path: Path) -> None:
    """The error names the key but not the secret."""
    (tmp_path / "glocal.toml").write_text("[discord]\ntoken = 98765\n", encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert (code, "line 2: discord.token" in errors, "98765" in errors) == (2, True, False)


async def test_an_empty_password_gives_way_to_a_token(tmp_path: Path) -> None:
    """A token from the environment overrides the empty password that `glocal init` writes."""
    (tmp_path / "glocal.toml").write_text(
        '[matrix]\nhomeserver = "https://a.example"\nuser = "@b:a.example"\npassword = ""\n', encoding="utf-8"
    )
    code, out, _ = await glocal(tmp_path, "config", GLOCAL_MATRIX__TOKEN="syt_x")
    assert (code, "matrix.token = ***" in out) == (0, True)


async def test_secrets_come_from_files(tmp_path: Path) -> None:
    """`token_file` starts at the settings' folder; a missing, empty or doubled one is explained."""
    (tmp_path / "secret").write_text("1:abcdef\n", encoding="utf-8")
    (tmp_path / "glocal.toml").write_text('[telegram]\ntoken_file = "secret"\n', encoding="utf-8")
    code, out, _ = await glocal(tmp_path, "config")
    assert (code, "telegram.token = ***" in out, "abcdef" in out) == (0, True, False)
    for content, said in (
        ('token_file = "nowhere"\n', "nowhere can't be read: No such file"),
        ('token = "1:a"\ntoken_file = "secret"\n', "either token or token_file is needed, and not both"),
    ):
        (tmp_path / "glocal.toml").write_text(f"[telegram]\n{content}", encoding="utf-8")
        code, _, errors = await glocal(tmp_path, "config")
        assert (code, said in errors, "Traceback" in errors) == (2, True, False), errors
    (tmp_path / "glocal.toml").unlink()
    code, out, _ = await glocal(tmp_path, "config", GLOCAL_TELEGRAM__TOKEN_FILE=str(tmp_path / "secret"))
    assert (code, "telegram.token = ***" in out) == (0, True)


async def test_an_unusable_settings_file_or_database_is_explained(tmp_path: Path) -> None:
    """A folder, a file that is no database, and a newer database each give a sentence and exit code 2."""
    code, _, errors = await glocal(tmp_path, "run", "--config", str(tmp_path))
    assert (code, "can't be read" in errors, "Traceback" in errors) == (2, True, False)
    (tmp_path / "glocal.toml").write_text('[telegram]\ntoken = "1:a"\napi = "http://127.0.0.1:9"\n', encoding="utf-8")
    (tmp_path / "glocal.db").write_bytes(b"not a database" * 100)
    for command in ("run", "outbox"):
        code, _, errors = await glocal(tmp_path, command)
        assert (code, "not a database" in errors, "Traceback" in errors) == (2, True, False), command
    (tmp_path / "glocal.db").unlink()
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    await upgrade(database.engine)
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'from-tomorrow'"))
    await database.close()
    code, _, errors = await glocal(tmp_path, "run")
    assert (code, "newer version" in errors, "Traceback" in errors) == (2, True, False)


async def test_the_environment_wins_and_is_named_when_wrong(tmp_path: Path) -> None:
    """A value from the environment overrides the file, and errors name its variable."""
    (tmp_path / "glocal.toml").write_text('[log]\nlevel = "info"\n', encoding="utf-8")
    code, out, _ = await glocal(tmp_path, "config", GLOCAL_LOG__LEVEL="debug")
    assert code == 0
    assert "log.level = debug  (GLOCAL_LOG__LEVEL)" in out
    code, _, errors = await glocal(tmp_path, "config", GLOCAL_LOG__LEVEL="loud")
    assert code == 2
    assert "environment variable GLOCAL_LOG__LEVEL: log.level" in errors


async def test_init_writes_settings_that_only_the_owner_can_read(tmp_path: Path) -> None:
    """The written settings load, are not overwritten, and do not show the password."""
    asked = ("init", "--homeserver", "https://a.example", "--user", "@glocal:a.example")
    assert (await glocal(tmp_path, *asked))[0] == 0
    file = tmp_path / "glocal.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    code, _, errors = await glocal(tmp_path, *asked)
    assert code == 1
    assert "--force" in errors
    code, out, _ = await glocal(tmp_path, "config", GLOCAL_MATRIX__PASSWORD="secret")
    assert code == 0
    assert "matrix.password = ***  (GLOCAL_MATRIX__PASSWORD)" in out
    assert "secret" not in out


async def test_init_says_where_it_cannot_write(tmp_path: Path) -> None:
    """A missing folder, or a folder in place of the file, gives a sentence and exit code 2."""
    for where in (tmp_path / "nowhere" / "glocal.toml", tmp_path):
        code, _, errors = await glocal(tmp_path, "init", "-p", "discord", "--force", "--config", str(where))
        assert (code, "can't be written" in errors, "Traceback" in errors) == (2, True, False), where


async def test_init_without_a_terminal_says_what_to_give(tmp_path: Path) -> None:
    """Without a terminal it exits with 2 and names the options; it accepts piped answers."""
    code, _, errors = await glocal(tmp_path, "init")
    assert (code, "--homeserver" in errors, "--platform" in errors, "Abort" in errors) == (2, True, True, False)
    assert not (tmp_path / "glocal.toml").exists()
    assert (await glocal(tmp_path, "init", said="https://a.example\n@glocal:a.example\n"))[0] == 0
    assert '"@glocal:a.example"' in (tmp_path / "glocal.toml").read_text(encoding="utf-8")


async def test_a_database_that_cannot_be_written_is_not_waited_for(tmp_path: Path) -> None:
    """A folder as storage.url gives exit code 2 with the key and the file."""
    (tmp_path / "glocal.db").mkdir()
    code, _, errors = await glocal(tmp_path, "run", GLOCAL_TELEGRAM__TOKEN="1:a")
    assert (code, "Traceback" in errors) == (2, False)
    assert f"storage.url: {tmp_path / 'glocal.db'} can't be written: Is a directory" in errors


async def test_a_demo_whose_folder_cannot_be_used_says_so(tmp_path: Path) -> None:
    """An unwritable file of the demo gives exit code 1, its name and the remedy."""
    (tmp_path / "lock").mkdir()
    arguments = ("demo", "--no-browser", "--port", "0")
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path))
    assert (code, "Traceback" in errors) == (1, False)
    assert f"{tmp_path / 'lock'}: Is a directory" in errors
    assert "GLOCAL_DEMO_FOLDER names another folder" in errors


async def test_a_whole_table_in_one_variable_is_refused(tmp_path: Path) -> None:
    """An unreadable variable for a whole table is named."""
    code, _, errors = await glocal(tmp_path, "config", GLOCAL_LOG='{"level":')
    assert (code, "environment variable GLOCAL_LOG: " in errors, "Traceback" in errors) == (2, True, False)


@pytest.mark.parametrize("port", ["-1", "65536"])
async def test_an_impossible_port_is_refused(tmp_path: Path, port: str) -> None:
    """An impossible port is refused with the option's name."""
    code, _, errors = await glocal(tmp_path, "demo", "--no-browser", "--port", port)
    assert (code, "--port" in errors, "Traceback" in errors) == (2, True, False)


@pytest.mark.parametrize("broken", ["glocal.db", "sandbox.db"])
async def test_a_broken_demo_says_how_to_start_over(tmp_path: Path, broken: str) -> None:
    """A broken conversation and a broken folder each give the remedy."""
    (tmp_path / broken).write_bytes(b"not a database" * 100)
    arguments = ("demo", "--no-browser", "--port", "0")
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path))
    assert (code, "--reset" in errors, "Traceback" in errors) == (1, True, False)
    assert "storage.url" not in errors
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path / broken / "inside"))
    assert (code, "GLOCAL_DEMO_FOLDER" in errors, "Traceback" in errors) == (1, True, False)


async def test_without_an_account_it_says_how_to_begin(tmp_path: Path) -> None:
    """Without an account it exits with 1 and names the command that helps."""
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 1
    assert "glocal init" in errors
    code, _, errors = await glocal(tmp_path, "run", "--config", "nowhere.toml")
    assert code == 2
    assert "nowhere.toml: there is no such file" in errors


@pytest.mark.synapse
async def test_a_wrong_password_gives_exit_code_3(homeserver: Homeserver, tmp_path: Path) -> None:
    """A wrong password gives exit code 3, since a restart would not help."""
    login = await homeserver.register("glocal")
    written = SETTINGS.format(url=homeserver.url, user=login.user, password="wrong")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 3
    assert login.user in errors
    assert "Traceback" not in errors


@pytest.mark.synapse
async def test_a_wrong_token_gives_exit_code_3(homeserver: Homeserver, tmp_path: Path) -> None:
    """A wrong token gives exit code 3."""
    login = await homeserver.register("glocal")
    written = SETTINGS.format(url=homeserver.url, user=login.user, password="x").replace("password", "token")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 3
    assert "Traceback" not in errors


async def test_a_homeserver_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    """It logs the unreachable homeserver, tries again after growing pauses, and stops when told to."""
    written = SETTINGS.format(url=f"http://127.0.0.1:{free_port()}", user="@glocal:a.example", password="x")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "adapters.cli.main", "run", "--config", str(tmp_path / "glocal.toml"),
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    pauses: list[dict[str, object]] = []
    async with asyncio.timeout(PATIENCE):
        while len(pauses) < 3:
            line = json.loads(await process.stderr.readline())
            if "unreachable" in line["event"]:
                pauses.append(line)
    process.terminate()
    _, rest = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in rest
