"""Buttons, selects and modals as Discord's components. They keep working after a restart, since the ids are ours.

https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from discord.utils import as_chunks

from bots.core.outbound import Button, Field, Menu, ShowForm
from bots.core.sanitize import strip_controls, truncate

MAX_ROWS, PER_ROW, PER_SELECT = 5, 5, 25
SELECT_PREFIX = "pick:"
"""Prefix of the id of a select of one button. Its values are button ids."""
MENU_PREFIX = "choose:"
"""Prefix of the id of a menu's select, before the id of the menu. Its values are choices."""
_ROW, _BUTTON, _SELECT, _TEXT, _LABEL = 1, 2, 3, 4, 18
_SECONDARY, _SUCCESS, _DANGER, _LINK = 2, 3, 4, 5
_STYLES = {"good": _SUCCESS, "bad": _DANGER}
_EMOJI = {"✅": _SUCCESS, "❌": _DANGER}
"""A yes is green and a no is red, as in Discord's own dialogs, unless the button has a tone."""
_SHORT, _LONG = 1, 2
MAX_FIELDS = 5
Component = dict[str, object]


def button_rows(buttons: Sequence[Button], menu: Menu | None = None) -> list[Component]:
    """Return up to 25 buttons in rows of five. More become up to five selects, without the links.

    The options of a menu are one select above the other buttons.
    """
    shown = list({button.id or button.url: button for button in buttons}.values())
    options = [button for button in shown if menu is not None and menu.holds(button)]
    if menu is not None and 0 < len(options) <= PER_SELECT:
        rest = [button for button in shown if button not in options]
        return [{"type": _ROW, "components": [_menu(menu, options)]}, *button_rows(rest)][:MAX_ROWS]
    if len(shown) <= MAX_ROWS * PER_ROW:
        return [{"type": _ROW, "components": [_button(one) for one in row]} for row in as_chunks(shown, PER_ROW)]
    parts = enumerate(as_chunks((button for button in shown if button.id), PER_SELECT))
    return [{"type": _ROW, "components": [_select(number, part)]} for number, part in islice(parts, MAX_ROWS)]


def _menu(menu: Menu, buttons: Sequence[Button]) -> Component:
    """Return the select of a menu. Nobody has to choose, so that people can take back what they chose."""
    options = [{"value": button.id.removeprefix(f"{menu.options}:"), **_label(button, 100)} for button in buttons]
    return {
        "type": _SELECT, "custom_id": f"{MENU_PREFIX}{menu.id}", "options": options, "min_values": 0,
        "max_values": min(menu.most, len(options)), "placeholder": truncate(menu.hint, 150),
    }  # fmt: skip


def _button(button: Button) -> Component:
    target: Component = {"url": button.url} if button.url else {"custom_id": button.id}
    style = _STYLES[button.tone] if button.tone else _EMOJI.get(button.emoji, _SECONDARY)
    return {"type": _BUTTON, "style": _LINK if button.url else style, **_label(button, 80), **target}


def _select(number: int, buttons: Sequence[Button]) -> Component:
    options = [{"value": button.id, **_label(button, 100)} for button in buttons]
    return {"type": _SELECT, "custom_id": f"{SELECT_PREFIX}{number}", "options": options}


def _label(button: Button, length: int) -> Component:
    """Return the label and the emoji. Discord needs at least one of them."""
    label = truncate(" ".join(strip_controls(button.label).split()), length)
    emoji: Component = {"emoji": {"name": button.emoji}} if button.emoji else {}
    return emoji | ({"label": label} if label or not emoji else {})


def modal(form: ShowForm) -> Component:
    """Return a form as a modal: a label over each text box or select."""
    components = [_field(field) for field in form.fields[:MAX_FIELDS]]
    return {"custom_id": form.form, "title": truncate(form.title, 45), "components": components}


def _field(field: Field) -> Component:
    component = _select_box(field) if field.choices else _text_box(field)
    component |= {"custom_id": field.id, "required": field.required}
    component |= {"placeholder": truncate(field.hint, 100)} if field.hint else {}
    return {"type": _LABEL, "label": truncate(field.label, 45), "component": component}


def _text_box(field: Field) -> Component:
    length = 4000 if field.long else 400
    box: Component = {"type": _TEXT, "style": _LONG if field.long else _SHORT, "max_length": length}
    return box | ({"value": truncate(field.value, length)} if field.value else {})


def _select_box(field: Field) -> Component:
    options = [
        {"value": truncate(value, 100), "label": truncate(label, 100), "default": value == field.value}
        for value, label in field.choices[:PER_SELECT]
    ]
    return {"type": _SELECT, "options": options, **({} if field.required else {"min_values": 0})}


def submitted_fields(components: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """Return the values of a submitted modal by field id; "" for a select without a choice."""
    found: dict[str, str] = {}
    for component in components:
        inner = component.get("component")
        nested = component.get("components")
        for field in [inner] if isinstance(inner, dict) else nested if isinstance(nested, list) else []:
            values = field.get("values")
            value = values[0] if isinstance(values, list) and values else field.get("value")
            found[str(field["custom_id"])] = value if isinstance(value, str) else ""
    return found
