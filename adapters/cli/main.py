"""The `glocal` command. Each subcommand imports what it needs, so that `glocal --help` answers at once."""

from __future__ import annotations

import gc
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from adapters.cli.audit_commands import audit_app
from adapters.cli.community_commands import communities_app
from adapters.cli.options import Config
from adapters.cli.queue_commands import deadletters_app, outbox_app
from adapters.cli.roles import ProcessRole, part_of
from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.spared_libraries import without

app = typer.Typer(
    help="One bot for many local chat rooms, and a shared channel for what's worth telling.", no_args_is_help=True,
    pretty_exceptions_enable=False, add_completion=False,
)  # fmt: skip


class Platform(StrEnum):
    """The platforms on which the bot can have an account."""

    MATRIX = "matrix"
    DISCORD = "discord"
    TELEGRAM = "telegram"


def _print_version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """One bot for many local chat rooms, and a shared channel for what's worth telling."""


@app.command()
def run(
    new_database: Annotated[
        bool, typer.Option("--new-database", help="Start with an empty database, even if the account has run before.")
    ] = False,
    role: Annotated[
        list[ProcessRole] | None, typer.Option("--role", help="On PostgreSQL: do only this; repeat for several.")
    ] = None,
    account: Annotated[
        list[str] | None, typer.Option("--account", help="On PostgreSQL: hold only this account; repeat for several.")
    ] = None,
    config: Config = None,
) -> None:
    """Run the bot. Ctrl-C stops it."""
    gc.disable()  # until everything is loaded; see `freeze_loaded_objects`
    with without("rich", "twisted"):  # structlog would load both, 5 MB, for tracebacks and logs that we don't write
        from adapters.cli.run import run as start

    raise typer.Exit(start(config, part_of(role, account), new_database=new_database))


@app.command()
def init(
    homeserver: Annotated[str | None, typer.Option(help="For Matrix, such as https://matrix.example.org.")] = None,
    user: Annotated[str | None, typer.Option(help="For Matrix, such as @glocal:example.org.")] = None,
    platform: Annotated[
        list[Platform] | None, typer.Option("--platform", "-p", help="matrix, discord or telegram; repeat for several.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing settings file.")] = False,
    config: Config = None,
) -> None:
    """Create glocal.toml, or add a platform to it."""
    from adapters.cli.init import Wanted, write

    wanted = Wanted([str(one) for one in platform or ()], homeserver, user)
    raise typer.Exit(write(config, wanted, force=force))


@app.command("config")
def show_config(config: Config = None) -> None:
    """Show the settings in effect (without secrets) and where each comes from."""
    from adapters.cli.config import show

    raise typer.Exit(show(config))


app.add_typer(outbox_app, name="outbox")
app.add_typer(deadletters_app, name="deadletters")
app.add_typer(communities_app, name="communities")
app.add_typer(audit_app, name="audit")


@app.command()
def doctor(config: Config = None) -> None:
    """Check settings, files, database, clock, accounts and rooms, and say what to do."""
    from adapters.cli.doctor.command import examine

    raise typer.Exit(examine(config))


@app.command()
def status(config: Config = None) -> None:
    """Show how the bot is doing: accounts, queues, dead letters, last clean-up."""
    from adapters.cli.status import show

    raise typer.Exit(show(config))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The backup to write, such as glocal-backup.tar.gz.")],
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
    config: Config = None,
) -> None:
    """Back up database, keys and settings to one file. The bot may be running."""
    from adapters.cli.backup import backup as write

    raise typer.Exit(write(config, file, force=force))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file written by `glocal backup`.")], config: Config = None
) -> None:
    """Restore a backup. Existing files are put aside. Stop the bot first."""
    from adapters.cli.backup import restore as bring_back

    raise typer.Exit(bring_back(config, file))


@app.command()
def migrate(config: Config = None) -> None:
    """Upgrade the database's tables without starting the bot. `run` does it too."""
    from adapters.cli.copying import migrate as upgrade

    raise typer.Exit(upgrade(config))


@app.command()
def copy(
    to: Annotated[str, typer.Option(help="An empty database, such as postgresql://user@host/glocal.")],
    config: Config = None,
) -> None:
    """Copy everything into another database, such as from SQLite to PostgreSQL. Stop the bot first."""
    from adapters.cli.copying import copy as copy_all

    raise typer.Exit(copy_all(config, to))


@app.command()
def invite(
    platform: Annotated[Platform, typer.Argument(help="Only Discord has such a link.")] = Platform.DISCORD,
    config: Config = None,
) -> None:
    """Print the link that invites the bot, with exactly the permissions it needs."""
    from adapters.cli.invite import invite as show

    raise typer.Exit(show(config, str(platform)))


@app.command()
def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The page's port; if it is busy, the next free one.")
    ] = 8765,
    reset: Annotated[bool, typer.Option("--reset", help="Start over.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Try the network in a browser: no account, nothing to configure."""
    from adapters.cli.demo.command import demo as show

    raise typer.Exit(show(port=port, reset=reset, browser=browser))


@app.command()
def rehearse(file: Annotated[Path, typer.Argument(help="A written dialogue, as docs/tutorial explains.")]) -> None:
    """Play a written dialogue and print what the rooms show."""
    from adapters.cli.rehearse.command import rehearse as play

    raise typer.Exit(play(file))


@app.command()
def version() -> None:
    """Show the version."""
    from importlib.metadata import version as installed

    print(installed("glocal"))


def main() -> None:
    """Run the console script. Print mistakes in the settings without a traceback and exit with code 2.

    Whatever the umask, only the owner may read its files: databases, their WAL, keys, settings.
    """
    os.umask(0o077)
    try:
        app()
    except SettingsProblem as problem:
        for line in problem.lines:
            print(line, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
