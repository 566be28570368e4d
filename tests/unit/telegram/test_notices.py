"""Answers to presses are short notices that go away by themselves, where nothing has to be read."""

from __future__ import annotations

import pytest

from adapters.telegram.outbound.callback_answers import Toast, notice_of
from bots.core.outbound import Answer, Button, Content
from bots.core.richtext import Text


def answer(text: str, *, brief: bool = False, buttons: tuple[Button, ...] = ()) -> Answer:
    """Return an answer to a press."""
    return Answer(room="-1", user="7", token="t", brief=brief, content=Content((Text(text),), buttons=buttons))


@pytest.mark.parametrize(
    ("call", "notice"),
    [
        (answer("✅ The garden"), Toast("✅ The garden", stays=False)),
        (answer("x" * 59), Toast("x" * 59, stays=False)),
        (answer("x" * 60), Toast("x" * 60, stays=True)),
        (answer("x" * 200), Toast("x" * 200, stays=True)),
        (answer("x" * 60, brief=True), Toast("x" * 58 + "…", stays=False)),
        (answer("x" * 500, brief=True), Toast("x" * 58 + "…", stays=False)),
        (answer("🎉" * 101), None),
        (answer("x", buttons=(Button("a:1", "b", "✅"),)), None),
    ],
    ids=["short", "longest", "longer", "long", "brief", "brief and long", "too long", "buttons"],
)
def test_notice_of_an_answer(call: Answer, notice: Toast | None) -> None:
    """A notice under 60 units goes away by itself, also where the room shows the news; one over 200 is a message."""
    assert notice_of(call) == notice
