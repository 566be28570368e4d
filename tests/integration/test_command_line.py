"""The `glocal` command, run as an operator runs it."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.bulk_writes import insert_new
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import outbox
from storage.tables import DeadLetter
from tests.acceptance.mortal import SETTINGS
from tests.homeserver.synapse import Homeserver, free_port


async def glocal(folder: Path, *arguments: str, said: str = "", **environment: str) -> tuple[int, str, str]:
    """Exit code, output and errors. `said`: what is piped in."""
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
    """Exit code 2, the place and what to write, no traceback."""
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 2
    assert said in errors
    assert "Traceback" not in errors


async def test_a_secret_of_the_wrong_kind_is_not_shown(tmp_path: Path) -> None:
    """The mistake is named, what was typed is not."""
    (tmp_path / "glocal.toml").write_text("[discord]\ntoken = 98765\n", encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert (code, "line 2: discord.token" in errors, "98765" in errors) == (2, True, False)


async def test_an_empty_password_gives_way_to_a_token(tmp_path: Path) -> None:
    """`glocal init` leaves `password = ""`; a token from the environment is then the one secret."""
    (tmp_path / "glocal.toml").write_text(
        '[matrix]\nhomeserver = "https://a.example"\nuser = "@b:a.example"\npassword = ""\n', encoding="utf-8"
    )
    code, out, _ = await glocal(tmp_path, "config", GLOCAL_MATRIX__TOKEN="syt_x")
    assert (code, "matrix.token = ***" in out) == (0, True)


async def test_what_is_no_settings_file_or_no_database_is_said(tmp_path: Path) -> None:
    """A folder for a file, a file that is no database, one of a newer version: a sentence and exit code 2."""
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
    """A secret need not stand in the file."""
    (tmp_path / "glocal.toml").write_text('[log]\nlevel = "info"\n', encoding="utf-8")
    code, out, _ = await glocal(tmp_path, "config", GLOCAL_LOG__LEVEL="debug")
    assert code == 0
    assert "log.level = debug  (GLOCAL_LOG__LEVEL)" in out
    code, _, errors = await glocal(tmp_path, "config", GLOCAL_LOG__LEVEL="loud")
    assert code == 2
    assert "environment variable GLOCAL_LOG__LEVEL: log.level" in errors


async def test_init_writes_settings_for_the_owner_alone(tmp_path: Path) -> None:
    """They load; a second time they are not overwritten; the password is not shown."""
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
    """A folder that is not there, or a folder for a file: a sentence and exit code 2."""
    for where in (tmp_path / "nowhere" / "glocal.toml", tmp_path):
        code, _, errors = await glocal(tmp_path, "init", "-p", "discord", "--force", "--config", str(where))
        assert (code, "can't be written" in errors, "Traceback" in errors) == (2, True, False), where


async def test_init_without_a_terminal_says_what_to_give(tmp_path: Path) -> None:
    """Nobody can be asked: exit code 2 and the options; answers that are piped in are taken."""
    code, _, errors = await glocal(tmp_path, "init")
    assert (code, "--homeserver" in errors, "--platform" in errors, "Abort" in errors) == (2, True, True, False)
    assert not (tmp_path / "glocal.toml").exists()
    assert (await glocal(tmp_path, "init", said="https://a.example\n@glocal:a.example\n"))[0] == 0
    assert '"@glocal:a.example"' in (tmp_path / "glocal.toml").read_text(encoding="utf-8")


async def test_a_database_that_cannot_be_written_is_not_waited_for(tmp_path: Path) -> None:
    """What storage.url names is a folder: exit code 2, with the key and the file."""
    (tmp_path / "glocal.db").mkdir()
    code, _, errors = await glocal(tmp_path, "run", GLOCAL_TELEGRAM__TOKEN="1:a")
    assert (code, "Traceback" in errors) == (2, False)
    assert f"storage.url: {tmp_path / 'glocal.db'} can't be written: Is a directory" in errors


async def test_a_demo_whose_folder_cannot_be_used_says_so(tmp_path: Path) -> None:
    """A file of it cannot be written: exit code 1, which one, and what to do."""
    (tmp_path / "lock").mkdir()
    arguments = ("demo", "--no-browser", "--port", "0")
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path))
    assert (code, "Traceback" in errors) == (1, False)
    assert f"{tmp_path / 'lock'}: Is a directory" in errors
    assert "GLOCAL_DEMO_FOLDER names another folder" in errors


async def test_a_table_in_one_variable_is_told_how_to_be_given(tmp_path: Path) -> None:
    """A variable that should hold a whole table and cannot be read is named."""
    code, _, errors = await glocal(tmp_path, "config", GLOCAL_LOG='{"level":')
    assert (code, "environment variable GLOCAL_LOG: " in errors, "Traceback" in errors) == (2, True, False)


@pytest.mark.parametrize("port", ["-1", "65536"])
async def test_a_port_that_cannot_be_is_told(tmp_path: Path, port: str) -> None:
    """The option is named, and that this is none."""
    code, _, errors = await glocal(tmp_path, "demo", "--no-browser", "--port", port)
    assert (code, "--port" in errors, "Traceback" in errors) == (2, True, False)


@pytest.mark.parametrize("broken", ["glocal.db", "sandbox.db"])
async def test_a_demo_that_cannot_be_taken_up_says_how_to_begin_anew(tmp_path: Path, broken: str) -> None:
    """A kept conversation that is none, and a folder that cannot be."""
    (tmp_path / broken).write_bytes(b"not a database" * 100)
    arguments = ("demo", "--no-browser", "--port", "0")
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path))
    assert (code, "--reset" in errors, "Traceback" in errors) == (1, True, False)
    assert "storage.url" not in errors
    code, _, errors = await glocal(tmp_path, *arguments, GLOCAL_DEMO_FOLDER=str(tmp_path / broken / "inside"))
    assert (code, "GLOCAL_DEMO_FOLDER" in errors, "Traceback" in errors) == (1, True, False)


async def test_without_an_account_it_says_how_to_begin(tmp_path: Path) -> None:
    """Exit code 1 and the command that helps."""
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 1
    assert "glocal init" in errors
    code, _, errors = await glocal(tmp_path, "run", "--config", "nowhere.toml")
    assert code == 2
    assert "nowhere.toml: there is no such file" in errors


async def test_an_empty_database_is_shown_as_such(tmp_path: Path) -> None:
    """`outbox` and `deadletters` read while nothing runs."""
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    await upgrade(database.engine)
    await database.close()
    assert "The outbox is empty." in (await glocal(tmp_path, "outbox"))[1]
    assert "No dead letters." in (await glocal(tmp_path, "deadletters"))[1]


@pytest.mark.parametrize("command", ["outbox", "deadletters"])
async def test_looking_before_the_first_run(tmp_path: Path, command: str) -> None:
    """There is no database yet: a sentence, and no file is made."""
    code, _, errors = await glocal(tmp_path, command)
    assert code == 1
    assert "glocal run" in errors
    assert "Traceback" not in errors
    assert not (tmp_path / "glocal.db").exists()


@pytest.mark.synapse
async def test_a_wrong_password_ends_it_with_a_sentence(homeserver: Homeserver, tmp_path: Path) -> None:
    """Exit code 3: starting again would not help."""
    login = await homeserver.register("glocal")
    written = SETTINGS.format(url=homeserver.url, user=login.user, password="wrong")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 3
    assert login.user in errors
    assert "Traceback" not in errors


@pytest.mark.synapse
async def test_a_wrong_token_ends_it_with_a_sentence(homeserver: Homeserver, tmp_path: Path) -> None:
    """The same with a token."""
    login = await homeserver.register("glocal")
    written = SETTINGS.format(url=homeserver.url, user=login.user, password="x").replace("password", "token")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run")
    assert code == 3
    assert "Traceback" not in errors


async def test_a_homeserver_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    """It says so, tries again after growing pauses, and stops in good order when told to."""
    written = SETTINGS.format(url=f"http://127.0.0.1:{free_port()}", user="@glocal:a.example", password="x")
    (tmp_path / "glocal.toml").write_text(written, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "adapters.cli.main", "run", "--config", str(tmp_path / "glocal.toml"),
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    pauses: list[dict[str, object]] = []
    async with asyncio.timeout(60):
        while len(pauses) < 3:
            line = json.loads(await process.stderr.readline())
            if "unreachable" in line["event"]:
                pauses.append(line)
    process.terminate()
    _, rest = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in rest


async def test_brackets_are_shown_as_they_were_kept(tmp_path: Path) -> None:
    """What a platform answered, or an error said, is no markup."""
    (tmp_path / "glocal.toml").write_text("", encoding="utf-8")
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    await upgrade(database.engine)
    now = datetime(2026, 11, 25, tzinfo=UTC)
    async with database.transaction() as uow:
        row = outbox.row(key="k[/b]", account="telegram", room="-1", kind="Post", payload="{}", now=now)
        uow.defer(outbox.PUT, {**row, "state": "unknown", "detail": "can't parse [/b] or [red]", "attempts": 1})
        letter = {"key": "d1", "kind": "MessagePosted", "payload": "{}", "error": "no [/i] here", "at": now}
        uow.defer(insert_new(DeadLetter), letter)
    await database.close()
    _, out, errors = await glocal(tmp_path, "outbox", COLUMNS="160")
    assert ("can't parse [/b] or [red]" in out, "k[/b]" in out, errors) == (True, True, "")
    _, out, errors = await glocal(tmp_path, "deadletters", COLUMNS="160")
    assert ("no [/i] here" in out, errors) == (True, "")


async def test_what_nobody_knows_the_fate_of_is_shown(tmp_path: Path) -> None:
    """`glocal outbox` lists it with the reason; what is sent again says so."""
    (tmp_path / "glocal.toml").write_text("", encoding="utf-8")
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    await upgrade(database.engine)
    now = datetime(2026, 11, 25, tzinfo=UTC)
    async with database.transaction() as uow:
        for number, state, detail in ((1, "unknown", "the reply was lost"), (2, "pending", "fate unknown, sent again")):
            row = outbox.row(key=f"k{number}", account="telegram", room="-1", kind="Answer", payload="{}", now=now)
            uow.defer(outbox.PUT, {**row, "state": state, "detail": detail, "attempts": 1})
    await database.close()
    code, out, _ = await glocal(tmp_path, "outbox", COLUMNS="160")
    assert code == 0
    assert "unknown: 1" in out and "the reply was lost" in out and "fate unknown, sent again" in out
