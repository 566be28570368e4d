"""Buttons, selects and forms become Discord's components."""

from __future__ import annotations

import pytest

from adapters.discord.rendering.components import button_rows, modal, submitted_fields
from adapters.discord.rendering.payloads import edit, message, nonce, uploads
from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content, Field, Menu, NativePoll, PollOption, ShowForm
from bots.core.richtext import Mention, Text


def buttons(number: int) -> list[Button]:
    """Return a number of buttons."""
    return [Button(f"v:1:{n}", f"Option {n}", "✅") for n in range(number)]


@pytest.mark.parametrize(("number", "shape"), [(0, []), (1, [1]), (5, [5]), (6, [5, 1]), (25, [5] * 5)])
def test_up_to_25_buttons_in_rows(number: int, shape: list[int]) -> None:
    """Up to 25 buttons come in rows of five."""
    made = button_rows(buttons(number))
    assert [len(row["components"]) for row in made] == shape  # type: ignore[arg-type]  # a list of components


def test_more_buttons_become_selects() -> None:
    """More than 25 buttons become selects of 25 choices, each with the id of its button."""
    made = button_rows(buttons(30))
    selects = [row["components"][0] for row in made]  # type: ignore[index]  # a list of components
    assert [len(select["options"]) for select in selects] == [25, 5]
    assert selects[1]["options"][4]["value"] == "v:1:29"
    assert {select["custom_id"] for select in selects} == {"pick:0", "pick:1"}


def test_a_menu_is_one_select_above_the_other_buttons() -> None:
    """The options of a menu become one select, which people can empty again; the other buttons come below it."""
    options = [Button(f"pollm:1:{n}", f"Option {n}", "✅") for n in range(20)]
    made = button_rows([*options, Button("pollwhy:1", "Why", "💬")], Menu("polllist:1", "pollm:1", "Choose up to 3", 3))
    select, below = (row["components"][0] for row in made)  # type: ignore[index]  # a list of components
    assert (select["custom_id"], select["min_values"], select["max_values"]) == ("choose:polllist:1", 0, 3)
    assert (select["options"][19]["value"], select["placeholder"]) == ("19", "Choose up to 3")
    assert below["custom_id"] == "pollwhy:1"


def test_labels_are_cut_and_links_open_addresses() -> None:
    """A label has at most 80 characters, and a link has an address in place of an id."""
    row = button_rows([Button("v:1", "x" * 100, ""), Button("", "See", "🔗", url="https://a.example")])[0]["components"]
    assert isinstance(row, list)
    assert len(row[0]["label"]) == 80
    assert (row[1]["style"], row[1]["url"], "custom_id" in row[1]) == (5, "https://a.example", False)


def test_equal_buttons_are_merged() -> None:
    """Buttons with the same id become one, because Discord refuses duplicates."""
    made = button_rows([Button("v:1", "a", ""), Button("v:1", "b", "")])
    assert len(made[0]["components"]) == 1  # type: ignore[arg-type]  # a list of components


def test_a_form_and_its_submission() -> None:
    """A form becomes a modal, and its submission contains every field."""
    fields = (
        Field(id="name", label="L" * 60, value="Lyon", hint="H" * 200),
        Field(id="why", label="Why", long=True, required=False),
        Field(id="locale", label="Language", choices=(("en", "English"), ("fr", "français")), value="fr"),
    )
    content = Content((Text("late"),))
    form = ShowForm(
        room="1", user="2", token="t", form="command:setup", title="T" * 60, fields=fields, fallback=content
    )
    made = modal(form)
    labels = made["components"]
    assert isinstance(labels, list)
    assert (made["custom_id"], len(str(made["title"])), len(labels[0]["label"])) == ("command:setup", 45, 45)
    assert labels[0]["component"]["value"] == "Lyon"
    assert [option["default"] for option in labels[2]["component"]["options"]] == [False, True]
    came = submitted_fields(
        [
            {"type": 18, "component": {"type": 4, "custom_id": "name", "value": "Paris"}},
            {"type": 18, "component": {"type": 3, "custom_id": "locale", "values": []}},
            {"type": 1, "components": [{"type": 4, "custom_id": "why", "value": "so"}]},
        ]
    )
    assert came == {"name": "Paris", "locale": "", "why": "so"}


def test_only_mentioned_people_are_notified() -> None:
    """A message notifies only the mentioned people, shows no previews, and may reply to a deleted message."""
    made = message(Content((Mention("7", "Anna"), Text(" @everyone")), mentions=("7",)), reply_to="9").body
    assert made["allowed_mentions"] == {"parse": [], "users": ["7"], "replied_user": False}
    assert made["flags"] == 4
    assert made["message_reference"] == {"message_id": "9", "fail_if_not_exists": False}
    assert made["content"] == r"<@7> \@everyone"


def test_only_a_new_private_answer_is_flagged_as_private() -> None:
    """Only a new message has the flag of a private reply; an edit keeps links without previews."""
    assert message(Content((Text("x"),)), private=True).body["flags"] == 4 | 64
    assert edit(Content((Text("x"),)))["flags"] == 4


def test_a_native_poll() -> None:
    """A poll keeps Discord's length limits and has the longest duration."""
    poll = NativePoll("Q" * 400, (PollOption("0", "A" * 80), PollOption("1", "B")), 2)
    made = message(Content((), poll=poll)).body["poll"]
    assert isinstance(made, dict)
    assert len(made["question"]["text"]) == 300
    assert len(made["answers"][0]["poll_media"]["text"]) == 55
    assert (made["duration"], made["allow_multiselect"]) == (768, True)


def test_files_that_cannot_be_sent_are_left_out() -> None:
    """The payload leaves out unread and too large files and keeps the alt text of the others."""
    held = [Attachment(name=f"a/{n}.png", mime="image/png", size=3, alt="A tree") for n in range(3)]
    found = uploads(held, (b"abc", None, b"too large"), 5)
    assert [(one.name, one.data, one.alt) for one in found] == [("0.png", b"abc", "A tree")]
    made = message(Content((Text("x"),)), files=found).body["attachments"]
    assert made == [{"id": 0, "filename": "0.png", "description": "A tree"}]


def test_the_nonce_is_short_and_unique() -> None:
    """A nonce has at most 25 characters, and equal keys have equal nonces."""
    assert len(nonce("k" * 300)) <= 25
    assert nonce("a") == nonce("a") != nonce("b")
