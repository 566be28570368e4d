"""Values from rooms that the bot does not know, and half letters, never fail: they would fill the dead letters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from bots.core.inbound import (
    ButtonPressed,
    CommandInvoked,
    FormSubmitted,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessagePosted,
    ReactionAdded,
    RightsReported,
    RoomLost,
    Undecryptable,
    Value,
)
from bots.features.registry import FEATURES
from bots.i18n import texts
from bots.routing.router import Router
from tests.stage import RICH, Stage, staged

ROUTER = Router(FEATURES)
HALF = "\ud83d"


def everything(stage: Stage, room: str) -> list[Value]:
    """Return one of each command, button, form and other value, from a room."""
    common: Mapping[str, Any] = {
        "account": "memory", "room": room, "at": stage.clock.now(), "person": stage.platform.person("@eve", room)
    }  # fmt: skip
    values: list[Value] = []
    for command in ROUTER.declared_commands:
        example = command.name if command.hidden else texts.words("en", f"example-{command.slug}")[1:]
        for number, line in enumerate((command.name, example)):
            values.append(CommandInvoked(key=f"c{number}:{command.name}", line=line, message="m1", **common))
        values.append(
            FormSubmitted(key=f"f:{command.name}", form=f"command:{command.name}", fields={}, token="t", **common)
        )
    verbs = {*ROUTER.buttons, *ROUTER.releases, "form", "answer", "page", "nothing"}
    subjects = ("1", "x", "newcomers:1", "setup", "person:#1")
    values += [
        ButtonPressed(key=f"b:{verb}:{subject}", button=f"{verb}:{subject}", message="m1", token="t", **common)
        for verb in sorted(verbs)
        for subject in subjects
    ]
    return [
        *values,
        MessagePosted(key="p", message="m2", text="Hello", **common),
        ReactionAdded(key="r", message="m2", emoji="👍", reaction="r1", **common),
        MemberJoined(key="j", **common), MemberLeft(key="l", **common), JoinRequested(key="q", **common),
        Undecryptable(key="u", message="m3", **common),
        RoomLost(key="k", account="memory", room=room, at=stage.clock.now(), reason="removed"),
        RightsReported(key="rr", account="memory", room=room, at=stage.clock.now(), missing=(), subject="check"),
    ]  # fmt: skip


async def test_values_from_unknown_rooms_leave_no_dead_letters(tmp_path: Path) -> None:
    """Every command, button and other value from a room that the bot does not know is answered or ignored."""
    async with staged(tmp_path, RICH) as stage:
        for value in everything(stage, "#nowhere"):
            stage.platform.emit(value)
        await stage.settle()
        assert not [message.text for message in stage.shown("#nowhere") if "went wrong on my side" in message.text]


@pytest.mark.parametrize("room", ["#lyon", f"#no{HALF}where"])
async def test_half_letters_leave_no_dead_letters(tmp_path: Path, room: str) -> None:
    """A lone surrogate in a line, an answer, a name or an id is replaced, and everything else is handled."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        stage.platform.names["@eve"] = f"Eve {HALF}"
        for value in everything(stage, room):
            match value:
                case CommandInvoked():
                    value = structs.replace(value, line=f"{value.line} {HALF}")
                case MessagePosted():
                    value = structs.replace(value, text=f"Hello {HALF}", mentions=(HALF,))
                case ButtonPressed():
                    value = structs.replace(value, button=f"{value.button}{HALF}")
                case _:
                    pass
            stage.platform.emit(value)
        await stage.settle()
        assert not [message.text for message in stage.shown(room) if "went wrong on my side" in message.text]
