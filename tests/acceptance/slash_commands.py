"""A platform with slash commands, forms and buttons, and people who use them."""

from __future__ import annotations

from bots.core.inbound import ChoiceMade, CommandInvoked, FormSubmitted, JoinRequested, MissingRight, RightsReported
from bots.core.outbound import ShowForm
from bots.ports import Capabilities
from tests.stage import Stage

SLASH_COMMANDS = Capabilities(
    prefix="/", options=True, buttons=True, private_answers=True, forms=True, native_polls=True, scheduled_events=True,
    upload_bytes=1000, idempotent=True,
)  # fmt: skip


async def slash(stage: Stage, user: str, line: str, room: str = "#lyon", **options: str) -> None:
    """Somebody gives a slash command."""
    platform = stage.platform
    key = f"memory:slash{len(platform.log)}"
    platform.emit(
        CommandInvoked(
            key=key, account="memory", room=room, at=stage.clock.now(), person=platform.person(user, room), line=line,
            options=options, token=f"token-{key}",
        )
    )  # fmt: skip
    await stage.settle()


def form(stage: Stage) -> ShowForm:
    """The newest form that was shown."""
    return stage.platform.forms[-1]


async def fill_in(stage: Stage, user: str, room: str = "#lyon", **fields: str) -> None:
    """Somebody fills in the newest form; what is not named stays as it was shown."""
    platform, shown = stage.platform, form(stage)
    key = f"memory:form{len(platform.log)}"
    kept = {field.id: field.value for field in shown.fields}
    platform.emit(
        FormSubmitted(
            key=key, account="memory", room=room, at=stage.clock.now(), person=platform.person(user, room),
            form=shown.form, fields={**kept, **fields}, token=f"token-{key}",
        )
    )  # fmt: skip
    await stage.settle()


async def ask_in(stage: Stage, user: str, room: str = "#lyon") -> None:
    """Somebody asks to join, and may be written to in private."""
    platform = stage.platform
    platform.direct_rooms[user] = f"direct-{user}"
    platform.emit(
        JoinRequested(
            key=f"memory:ask{len(platform.log)}", account="memory", room=room, at=stage.clock.now(),
            person=platform.person(user, room), direct=f"direct-{user}",
        )
    )  # fmt: skip
    await stage.settle()


async def interest(stage: Stage, user: str, gathering: str, *, on: bool, room: str = "#lyon") -> None:
    """Somebody says, or no longer says, that a scheduled event interests them."""
    platform = stage.platform
    platform.emit(
        ChoiceMade(
            key=f"memory:interest{len(platform.log)}", account="memory", room=room, at=stage.clock.now(),
            person=platform.person(user, room), message=gathering, choices=("interested",) if on else (),
        )
    )  # fmt: skip
    await stage.settle()


async def lose_right(stage: Stage, missing: MissingRight, room: str = "#lyon") -> None:
    """The platform tells that the bot lacks a right from now on."""
    platform = stage.platform
    key = f"memory:rights{len(platform.log)}"
    platform.emit(RightsReported(key=key, account="memory", room=room, at=stage.clock.now(), missing=(missing,)))
    await stage.settle()
