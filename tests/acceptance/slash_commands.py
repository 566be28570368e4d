"""Slash commands, forms and scheduled events on the in-memory platform, and the people that use them."""

from __future__ import annotations

from bots.core.inbound import ChoiceMade, CommandInvoked, FormSubmitted, JoinRequested, MissingRight, RightsReported
from bots.core.outbound import ShowForm
from bots.ports import Capabilities, CommandNames
from tests.stage import Stage

SLASH_COMMANDS = Capabilities(
    prefix="/", command_names=CommandNames.ENGLISH, options=True, buttons=True, private_answers=True, forms=True,
    native_polls=True, scheduled_events=True, upload_bytes=1000, idempotent=True,
)  # fmt: skip


async def run_command(stage: Stage, user: str, line: str, room: str = "#lyon", **options: str) -> None:
    """Run a slash command as a member."""
    platform = stage.platform
    key = f"memory:slash{len(platform.log)}"
    platform.emit(
        CommandInvoked(
            key=key, account="memory", room=room, at=stage.clock.now(), person=platform.person(user, room), line=line,
            options=options, token=f"token-{key}",
        )
    )  # fmt: skip
    await stage.settle()


def latest_form(stage: Stage) -> ShowForm:
    """Return the form that the bot showed last."""
    return stage.platform.forms[-1]


async def submit_form(stage: Stage, user: str, room: str = "#lyon", **fields: str) -> None:
    """Submit the latest form as a member. Fields without a new value keep the one shown."""
    platform, shown = stage.platform, latest_form(stage)
    key = f"memory:form{len(platform.log)}"
    values = {field.id: field.value for field in shown.fields}
    platform.emit(
        FormSubmitted(
            key=key, account="memory", room=room, at=stage.clock.now(), person=platform.person(user, room),
            form=shown.form, fields={**values, **fields}, token=f"token-{key}",
        )
    )  # fmt: skip
    await stage.settle()


async def request_to_join(stage: Stage, user: str, room: str = "#lyon") -> None:
    """Ask to join a room as somebody whom the bot may write to in private."""
    platform = stage.platform
    platform.direct_rooms[user] = f"direct-{user}"
    platform.emit(
        JoinRequested(
            key=f"memory:ask{len(platform.log)}", account="memory", room=room, at=stage.clock.now(),
            person=platform.person(user, room), direct=f"direct-{user}",
        )
    )  # fmt: skip
    await stage.settle()


async def set_interest(stage: Stage, user: str, event: str, *, on: bool, room: str = "#lyon") -> None:
    """Mark a scheduled event as interesting for a member, or remove the mark."""
    platform = stage.platform
    platform.emit(
        ChoiceMade(
            key=f"memory:interest{len(platform.log)}", account="memory", room=room, at=stage.clock.now(),
            person=platform.person(user, room), message=event, choices=("interested",) if on else (),
        )
    )  # fmt: skip
    await stage.settle()


async def report_missing_right(stage: Stage, missing: MissingRight, room: str = "#lyon") -> None:
    """Report as the platform that the bot lacks a right from now on."""
    platform = stage.platform
    key = f"memory:rights{len(platform.log)}"
    platform.emit(RightsReported(key=key, account="memory", room=room, at=stage.clock.now(), missing=(missing,)))
    await stage.settle()
