"""`glocal communities`: its subcommands and options."""

from __future__ import annotations

from typing import Annotated

import typer

from adapters.cli.options import Config

communities_app = typer.Typer(help="List communities and their rooms; remove one, or move a room to another.")
Which = Annotated[str, typer.Argument(metavar="COMMUNITY", help="Its number or its name, from the list.")]


@communities_app.callback(invoke_without_command=True)
def communities(context: typer.Context, config: Config = None) -> None:
    """List communities and their rooms."""
    from adapters.cli.communities import show

    if context.invoked_subcommand is None:
        raise typer.Exit(show(config))


@communities_app.command("list")
def communities_list(config: Config = None) -> None:
    """List communities and their rooms."""
    from adapters.cli.communities import show

    raise typer.Exit(show(config))


@communities_app.command("remove")
def communities_remove(
    which: Which,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask first.")] = False,
    config: Config = None,
) -> None:
    """Remove a community: erase what it said, and tell its rooms. The rooms can be set up again."""
    from adapters.cli.communities import remove

    raise typer.Exit(remove(config, which, sure=yes))


@communities_app.command("move")
def communities_move(
    room: Annotated[str, typer.Argument(metavar="ROOM", help="The room's number, from the list.")],
    which: Which,
    config: Config = None,
) -> None:
    """Move a room to another community, and tell the room."""
    from adapters.cli.communities import move

    raise typer.Exit(move(config, room, which))
