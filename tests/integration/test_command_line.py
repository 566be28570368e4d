"""An operator runs the `glocal` command."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import sys
from pathlib import Path
from tempfile import TemporaryFile

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.acceptance.killable_process import SETTINGS
from tests.forked import GLOCAL, start
from tests.homeserver.synapse import Homeserver
from tests.ports import free_port
from tests.stores import store
from tests.waiting import PATIENCE


async def glocal(folder: Path, *arguments: str, typed: str = "", **environment: str) -> tuple[int, str, str]:
    """Run the command with `typed` as its input and return exit code, output and errors."""
    env = {**os.environ, **store().environment(folder), **environment}
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(typed.encode())
        given.seek(0)
        process = start(
            GLOCAL, *arguments, folder=folder, environment=env,
            stdin=given.fileno(), out=out.fileno(), err=err.fileno(),
        )  # fmt: skip
        code = await process.wait()
        out.seek(0)
        err.seek(0)
        return code, out.read().decode(), err.read().decode()


async def errors_of_run(folder: Path) -> tuple[int, str]:
    """Run `glocal run` from the fork server; return exit code and errors."""
    with TemporaryFile() as err:
        code = await start(GLOCAL, "run", folder=folder, err=err.fileno()).wait()
        err.seek(0)
        return code, err.read().decode()


TOKEN = 'token = "123456789:AAEabcdefghijklmnopqrstuvwxyz012345"\n'
SAME_TOKEN = f'[telegram]\n{TOKEN}[accounts.b]\nplatform = "telegram"\n{TOKEN}'


def shards(*parts: str) -> str:
    """Return the settings of one Discord bot with an account for each of these parts."""
    token = 'api = "http://a"\ntoken = "a"\n'
    tables = (f'[accounts.d{number}]\nplatform = "discord"\n{token}' for number in range(len(parts)))
    return "".join(table + (f'shards = "{part}"\n' if part else "") for table, part in zip(tables, parts, strict=True))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (shards("0-3"), "line 5: accounts.d0.shards: first, last and number of all shards are needed, such as"),
        (shards("2-4/4"), 'line 5: accounts.d0.shards: shards are counted from 0: "0-3/4" are all of them'),
        (shards("0-1/4", "3/4"), "d0 and d1: no account reads shard 2 of 4; the servers on it would be silent"),
        (shards("0-1/4", "2-3/8"), "d0 and d1 belong to one bot; each needs `shards`, with the same number behind"),
        (shards("0/1", ""), "d0 and d1 belong to one bot; each needs `shards`, with the same number behind"),
        (shards("0-1/2", "1/2"), "d0 and d1 have the same shard 1/2; each needs one of its own"),
        ('[matrix]\nhomserver = "https://a"\n', "line 2: matrix.homserver: unknown key; did you mean homeserver?"),
        ('[matrix]\nhomeserver = "a.example"\n', "line 2: matrix.homeserver: an address is needed, such as"),
        ('[matrix]\nhomeserver = "https://a.example"\nuser = "bob"\n', "line 3: matrix.user: a full user id is needed"),
        ('[log]\n\nlevel = "loud"\n', "line 3: log.level: input should be 'debug', 'info', 'warning' or 'error'"),
        ("[privacy]\nretention_days = 0\n", "line 2: privacy.retention_days: input should be greater than"),
        ('[storage]\nurl = "mysql://x"\n', "line 2: storage.url: mysql is not supported; write sqlite:///"),
        ('[matrix]\nhomeserver = "https://a.example"\nuser = "@b:a"\n', "either password or token is needed"),
        ('[accounts.lyon]\ntoken = "1:a"\n', 'line 1: accounts.lyon needs a line platform = "matrix", "discord" or'),
        ('[accounts.lyon]\nplatform = "telegram"\ntokn = "1:a"\n', "lyon.tokn: unknown key; did you mean token?"),
        ('[accounts.Lyon]\nplatform = "telegram"\n', "line 1: accounts.Lyon is no name for an account"),
        (SAME_TOKEN, "glocal.toml: telegram and b have the same token; each needs one of its own"),
        ("[matrix\n", "not valid TOML"),
        ("colour = 3\n", "line 1: colour: unknown key"),
        ('[log]\nlevel = "info"\nlevel = "debug"\n', "level: Cannot overwrite a value (at line 3"),
        ('[[log]]\nlevel = "info"\n', "line 1: log: [log] is needed once, with single brackets"),
        ('\ufeff[log]\nlevel = "loud"\n', "line 2: log.level: input should be"),
        ('[telegram]\ntoken = ""\n', "line 2: telegram.token is empty. Get one from @BotFather"),
        ('[telegram]\ntoken = "1:a"\napi = "nonsense"\n', "line 3: telegram.api: an address is needed, such as"),
        ('[discord]\ntoken = "a"\napi = "nonsense"\n', "line 3: discord.api: an address is needed, such as"),
        ('[discord]\ntoken = "a"\napi = "http://a:99999"\n', "line 3: discord.api: an address is needed, such as"),
        ('[telegram]\ntoken = "1:a"\napi = "http://[::1"\n', "line 3: telegram.api: an address is needed, such as"),
        ('[telegram]\ntoken = "1:a\\nb"\n', "line 2: telegram.token has a line break or another control character"),
        ('[storage]\nurl = "sqlite:///a\\u0000"\n', "line 2: storage.url has a line break or another control"),
        ('[telegram]\ntoken_file = "a\\u0000"\n', "telegram: token_file: "),
        ('[telegram]\ntoken = "abc"\n', "line 2: telegram.token isn't a bot token; copy it again from @BotFather"),
        ('[discord]\ntoken = "1:abc"\n', "line 2: discord.token isn't a bot token; copy it again at discord.com/dev"),
        ('[discord]\ntoken = ""\n', "line 2: discord.token is empty. Get one at discord.com/developers"),
    ],
)  # fmt: skip
async def test_settings_error_names_line_and_key(tmp_path: Path, written: str, expected: str) -> None:
    """An error in the settings gives exit code 2 with its place and remedy, without a traceback."""
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    code, errors = await errors_of_run(tmp_path)
    assert code == 2
    assert expected in errors
    assert "Traceback" not in errors


async def test_invalid_secret_is_not_shown(tmp_path: Path) -> None:
    """The error about an invalid secret names its key but not its value."""
    (tmp_path / "glocal.toml").write_text("[discord]\ntoken = 98765\n", encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert (code, "line 2: discord.token" in errors, "98765" in errors) == (2, True, False)


async def test_token_overrides_an_empty_password(tmp_path: Path) -> None:
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
    """A folder, a file that is not a database, and a newer database each give an explanation and exit code 2."""
    code, _, errors = await glocal(tmp_path, "run", "--config", str(tmp_path))
    assert (code, "can't be read" in errors, "Traceback" in errors) == (2, True, False)
    (tmp_path / "glocal.toml").write_text('[telegram]\ntoken = "1:a"\napi = "http://127.0.0.1:9"\n', encoding="utf-8")
    (tmp_path / "glocal.db").write_bytes(b"not a database" * 100)
    for command in ("run", "outbox"):
        code, _, errors = await glocal(tmp_path, command)
        assert (code, "not a database" in errors, "Traceback" in errors) == (2, True, False), command
    (tmp_path / "glocal.db").unlink()
    database = Database(store("sqlite").url(tmp_path))
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'from-tomorrow'"))
    await database.close()
    code, _, errors = await glocal(tmp_path, "run")
    assert (code, "newer version" in errors, "Traceback" in errors) == (2, True, False)


async def test_environment_overrides_the_settings_file(tmp_path: Path) -> None:
    """A value from the environment overrides the file, and an error in it names the variable."""
    (tmp_path / "glocal.toml").write_text('[log]\nlevel = "info"\n', encoding="utf-8")
    code, out, _ = await glocal(tmp_path, "config", GLOCAL_LOG__LEVEL="debug")
    assert code == 0
    assert "log.level = debug  (GLOCAL_LOG__LEVEL)" in out
    code, _, errors = await glocal(tmp_path, "config", GLOCAL_LOG__LEVEL="loud")
    assert code == 2
    assert "environment variable GLOCAL_LOG__LEVEL: log.level" in errors


async def test_init_writes_settings_that_only_the_owner_can_read(tmp_path: Path) -> None:
    """Only the owner can read the written settings, and a second `init` does not overwrite them."""
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


async def test_init_explains_an_unwritable_path(tmp_path: Path) -> None:
    """A missing folder, or a folder in place of the file, gives an explanation and exit code 2."""
    for where in (tmp_path / "nowhere" / "glocal.toml", tmp_path):
        code, _, errors = await glocal(tmp_path, "init", "-p", "discord", "--force", "--config", str(where))
        assert (code, "can't be written" in errors, "Traceback" in errors) == (2, True, False), where


async def test_init_without_a_terminal_names_its_options(tmp_path: Path) -> None:
    """Without a terminal `init` exits with 2 and names its options, or reads piped answers."""
    code, _, errors = await glocal(tmp_path, "init")
    assert (code, "--homeserver" in errors, "--platform" in errors, "Abort" in errors) == (2, True, True, False)
    assert not (tmp_path / "glocal.toml").exists()
    assert (await glocal(tmp_path, "init", typed="matrix\nhttps://a.example\n@glocal:a.example\n"))[0] == 0
    assert '"@glocal:a.example"' in (tmp_path / "glocal.toml").read_text(encoding="utf-8")


async def test_unwritable_database_is_an_error(tmp_path: Path) -> None:
    """A folder as storage.url gives exit code 2 with the key and the path."""
    (tmp_path / "glocal.db").mkdir()
    code, _, errors = await glocal(tmp_path, "run", GLOCAL_TELEGRAM__TOKEN="1:a")
    assert (code, "Traceback" in errors) == (2, False)
    assert f"storage.url: {tmp_path / 'glocal.db'} can't be written: Is a directory" in errors


async def test_demo_explains_an_unusable_folder(tmp_path: Path) -> None:
    """An unwritable file of the demo gives exit code 1 with its name and the remedy."""
    (tmp_path / "lock").mkdir()
    arguments = ("demo", "--no-browser", "--port", "0")
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path))
    assert (code, "Traceback" in errors) == (1, False)
    assert f"{tmp_path / 'lock'}: Is a directory" in errors
    assert "GLOCAL_DEMO_FOLDER names another folder" in errors


async def test_invalid_variable_for_a_table_is_named(tmp_path: Path) -> None:
    """The error about an invalid variable for a whole table names the variable."""
    code, _, errors = await glocal(tmp_path, "config", GLOCAL_LOG='{"level":')
    assert (code, "environment variable GLOCAL_LOG: " in errors, "Traceback" in errors) == (2, True, False)


@pytest.mark.parametrize("port", ["-1", "65536"])
async def test_an_impossible_port_is_refused(tmp_path: Path, port: str) -> None:
    """An impossible port gives exit code 2 with the option's name."""
    code, _, errors = await glocal(tmp_path, "demo", "--no-browser", "--port", port)
    assert (code, "--port" in errors, "Traceback" in errors) == (2, True, False)


@pytest.mark.parametrize("broken", ["glocal.db", "sandbox.db"])
async def test_a_broken_demo_says_how_to_start_over(tmp_path: Path, broken: str) -> None:
    """A broken database of the demo and a broken folder each give the remedy."""
    (tmp_path / broken).write_bytes(b"not a database" * 100)
    arguments = ("demo", "--no-browser", "--port", "0")
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path))
    assert (code, "--reset" in errors, "Traceback" in errors) == (1, True, False)
    assert "storage.url" not in errors
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path / broken / "inside"))
    assert (code, "GLOCAL_DEMO_FOLDER" in errors, "Traceback" in errors) == (1, True, False)


async def test_run_without_an_account_names_init(tmp_path: Path) -> None:
    """Without an account `run` exits with 1 and names `glocal init`."""
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 1
    assert "glocal init" in errors
    code, _, errors = await glocal(tmp_path, "run", "--config", "nowhere.toml")
    assert code == 2
    assert "nowhere.toml: there is no such file" in errors


@pytest.mark.synapse
async def test_a_wrong_password_gives_exit_code_3(homeserver: Homeserver, tmp_path: Path) -> None:
    """A wrong password gives exit code 3, because a restart would not help."""
    login = await homeserver.register("glocal")
    written = SETTINGS.format(url=homeserver.url, user=login.user, password="wrong")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    store().url(tmp_path)
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 3
    assert login.user in errors
    assert "Traceback" not in errors


@pytest.mark.synapse
async def test_a_wrong_token_gives_exit_code_3(homeserver: Homeserver, tmp_path: Path) -> None:
    """A wrong token gives exit code 3, without a traceback."""
    login = await homeserver.register("glocal")
    written = SETTINGS.format(url=homeserver.url, user=login.user, password="x").replace("password", "token")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    store().url(tmp_path)
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 3
    assert "Traceback" not in errors


async def test_run_retries_an_unreachable_homeserver(tmp_path: Path) -> None:
    """The bot logs the unreachable homeserver, retries, and stops on a signal with exit code 0."""
    written = SETTINGS.format(url=f"http://127.0.0.1:{free_port()}", user="@glocal:a.example", password="x")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    store("sqlite").url(tmp_path)
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
