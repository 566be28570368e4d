"""Buttons, selects and modals as Discord's components. Their ids are ours, so that they work for ever.

https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bots.core.outbound import Button, Field, ShowForm
from bots.core.sanitize import clean, cut

ROWS, IN_ROW, IN_SELECT = 5, 5, 25
PICK = "pick:"
"""Begins the id of a select, whose values are the ids of buttons."""
_ROW, _BUTTON, _SELECT, _TEXT, _LABEL = 1, 2, 3, 4, 18
_SECONDARY, _LINK = 2, 5
_SHORT, _LONG = 1, 2
MOST_FIELDS = 5
Component = dict[str, object]


def rows(buttons: Sequence[Button]) -> list[Component]:
    """Up to 25 buttons, five a row; more of them are choices of selects, links left out. At most five rows."""
    shown = list({button.id or button.url: button for button in buttons}.values())
    if len(shown) <= ROWS * IN_ROW:
        return [{"type": _ROW, "components": [_button(one) for one in part]} for part in _parts(shown, IN_ROW)]
    choices = [button for button in shown if button.id]
    parts = list(_parts(choices, IN_SELECT))[:ROWS]
    return [{"type": _ROW, "components": [_select(number, part)]} for number, part in enumerate(parts)]


def _parts(buttons: Sequence[Button], size: int) -> Iterator[Sequence[Button]]:
    return (buttons[start : start + size] for start in range(0, len(buttons), size))


def _button(button: Button) -> Component:
    made: Component = {"type": _BUTTON, "style": _LINK if button.url else _SECONDARY, **_face(button, 80)}
    made.update({"url": button.url} if button.url else {"custom_id": button.id})
    return made


def _select(number: int, buttons: Sequence[Button]) -> Component:
    options = [{"value": button.id, **_face(button, 100)} for button in buttons]
    return {"type": _SELECT, "custom_id": f"{PICK}{number}", "options": options}


def _face(button: Button, length: int) -> Component:
    """Label and emoji; one of them has to be there."""
    label = cut(" ".join(clean(button.label).split()), length)
    face: Component = {"emoji": {"name": button.emoji}} if button.emoji else {}
    return face | ({"label": label} if label or not face else {})


def modal(form: ShowForm) -> Component:
    """A form in a window: a label over each text box or select."""
    labels = [_field(field) for field in form.fields[:MOST_FIELDS]]
    return {"custom_id": form.form, "title": cut(form.title, 45), "components": labels}


def _field(field: Field) -> Component:
    return {
        "type": _LABEL,
        "label": cut(field.label, 45),
        "component": _choice(field) if field.choices else _box(field),
    }


def _box(field: Field) -> Component:
    made: Component = {"type": _TEXT, "custom_id": field.id, "style": _LONG if field.long else _SHORT}
    made |= {"required": field.required, "max_length": 4000 if field.long else 400}
    made |= {"value": cut(field.value, 4000 if field.long else 400)} if field.value else {}
    return made | ({"placeholder": cut(field.hint, 100)} if field.hint else {})


def _choice(field: Field) -> Component:
    options = [
        {"value": cut(value, 100), "label": cut(label, 100), "default": value == field.value}
        for value, label in field.choices[:IN_SELECT]
    ]
    made: Component = {"type": _SELECT, "custom_id": field.id, "options": options, "required": field.required}
    made |= {} if field.required else {"min_values": 0}
    return made | ({"placeholder": cut(field.hint, 100)} if field.hint else {})


def filled(components: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """What was filled in, by field; what a select was left at counts as empty."""
    found: dict[str, str] = {}
    for component in components:
        inner = component.get("component")
        nested = component.get("components")
        for one in [inner] if isinstance(inner, dict) else nested if isinstance(nested, list) else []:
            values = one.get("values")
            given = values[0] if isinstance(values, list) and values else one.get("value")
            found[str(one["custom_id"])] = given if isinstance(given, str) else ""
    return found
