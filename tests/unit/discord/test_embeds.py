"""Panels become embeds that fit Discord's limits, or plain messages where embeds are not allowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.discord.adapter import CAPABILITIES
from adapters.discord.rendering.components import button_rows
from adapters.discord.rendering.markdown import Names, markdown
from adapters.discord.rendering.payloads import EPHEMERAL, SUPPRESS_EMBEDS, Surroundings, edit, message
from bots.core.outbound import Button, Content, Tone
from bots.core.panel import Column, Panel, PanelTone
from bots.core.richtext import Bold, Code, Moment, Rich, Text
from tests.stage import staged

AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
COMING = Column((Text("✅ Coming (2)"),), ((Text("Anna"),), (Text("B*b"),)), (Text("✅ 2 coming: Anna, B*b"),))
PANEL = Panel(
    heading=(Bold((Text("Event 4: *Potluck*"),)),), body=((Text("📍 The garden"),),), columns=(COMING,),
    footer=((Text("One vote each."),), (Text("Only totals are shown."),)),
)  # fmt: skip


def panel_content(panel: Panel = PANEL) -> Content:
    """Return a content with a panel."""
    return Content(text=panel.flatten(), panel=panel)


def the_embed(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the only embed of a message."""
    [embed] = body["embeds"]
    return dict(embed)


def test_a_panel_becomes_an_embed() -> None:
    """An embed has a title, a body, columns with a name on each line, and small print as its footer."""
    body = edit(panel_content())
    embed = the_embed(body)
    assert (body["content"], body["flags"]) == ("", 0)
    assert embed["title"] == r"Event 4: \*Potluck\*"
    assert embed["description"] == "📍 The garden"
    assert embed["fields"] == [{"name": "✅ Coming (2)", "value": "Anna\nB\\*b", "inline": True}]
    assert embed["footer"] == {"text": "One vote each.\nOnly totals are shown."}


def test_the_colour_tells_whether_it_stands_open() -> None:
    """What is open, over and cancelled has three colours."""
    tones: tuple[PanelTone, ...] = ("open", "over", "cancelled")
    embeds = [the_embed(edit(panel_content(Panel(heading=(Text("x"),), tone=tone)))) for tone in tones]
    assert len({embed["color"] for embed in embeds}) == 3


def test_without_the_right_to_embed_it_is_a_message() -> None:
    """Where embeds are not allowed, the same words come as a message, with its footer as small print."""
    body = edit(panel_content(), Surroundings(embeds=False))
    assert (body["embeds"], body["flags"]) == ([], SUPPRESS_EMBEDS)
    lines = str(body["content"]).split("\n")
    assert lines[:3] == [r"**Event 4: \*Potluck\***", "📍 The garden", r"✅ 2 coming: Anna, B\*b"]
    assert lines[3:] == ["-# One vote each.", "-# Only totals are shown."]


def test_a_private_panel_shows_its_embed() -> None:
    """A private answer with a panel does not suppress its own embed; one with text suppresses previews of links."""
    assert message(panel_content(), private=True).body["flags"] == EPHEMERAL
    assert message(Content(text=(Text("hi"),)), private=True).body["flags"] == EPHEMERAL | SUPPRESS_EMBEDS


@pytest.mark.parametrize("word", ["x", "*", "👩‍👩‍👧‍👦", "https://example.org/ ", "\u202e"])
def test_the_longest_panel_fits(word: str) -> None:
    """Whatever people write, an embed keeps Discord's limits: 256, 4096, 256, 1024, 2048, and 6000 in all."""
    long: Rich = (Text(word * 4000),)
    column = Column(long, (long,) * 20, long)
    panel = Panel(heading=long, body=(long,) * 5, columns=(column,) * 4, footer=(long, long))
    embed = the_embed(edit(panel_content(panel)))
    fields = [(len(field["name"]), len(field["value"])) for field in embed["fields"]]
    assert len(fields) == 3
    assert all(name <= 256 and 0 < value <= 1024 for name, value in fields)
    lengths = [len(embed["title"]), len(embed["description"]), len(embed["footer"]["text"]), *map(sum, fields)]
    assert sum(lengths) <= 6000
    assert len(str(edit(panel_content(panel), Surroundings(embeds=False))["content"])) <= 2000


def test_coming_is_green_and_cannot_is_red() -> None:
    """Buttons have the colours of what they mean."""
    tones: tuple[Tone, ...] = ("good", "", "bad")
    row = button_rows([Button(f"a:{tone}", "Coming", "", tone=tone) for tone in tones])[0]["components"]
    assert [button["style"] for button in row] == [3, 2, 4]  # type: ignore[attr-defined]  # a list of components


async def test_a_yes_is_green_and_a_no_is_red(tmp_path: Path) -> None:
    """The bot's questions have the colours of Discord's own: for a draft, and before something that others notice."""
    async with staged(tmp_path, CAPABILITIES) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck friday 7pm at home")
        asked = [stage.last().content]
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(seconds=10)
        await stage.press("@mia", stage.sees("No one has answered"), "✅")
        await stage.say("@carla", "!event move 1 saturday")
        for content in (*asked, stage.last().content):
            assert content is not None
            (row,) = button_rows(content.buttons)
            assert [button["style"] for button in row["components"]] == [3, 4]  # type: ignore[attr-defined]  # a list


@pytest.mark.parametrize(
    ("form", "shown"),
    [("full", "<t:1777636800:F> (<t:1777636800:R>)"), ("short", "<t:1777636800:f>"), ("time", "<t:1777636800:t>")],
)
def test_moments_in_each_form(form: str, shown: str) -> None:
    """A full moment also says how far away it is; the end of an event is only an hour."""
    assert markdown((Moment(AT, "noon", form),)) == shown  # type: ignore[arg-type]  # one of the three forms


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("/event list", "</event list:7>"),
        ("/poll open", "</poll open:8>"),
        ("/event show number:4", "</event show:7> `number:4`"),
        ("/help", "`/help`"),
        ("/event", "`/event`"),
        ("event list", "`event list`"),
    ],
)
def test_commands_can_be_clicked(typed: str, shown: str) -> None:
    """A command that Discord knows becomes a mention that opens it; its arguments follow as code."""
    names = Names(commands={"event list": "7", "event show": "7", "poll open": "8"})
    assert markdown((Code(typed),), names) == shown
