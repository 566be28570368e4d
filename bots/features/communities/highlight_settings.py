"""Settings of what counts for a highlight: how many people, up to which age of a message, with which emoji."""

from __future__ import annotations

from typing import NamedTuple

import regex

from bots.commands import localization
from bots.commands.folding import fold, folded_words
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.sanitize import graphemes, normalize_emoji
from bots.dates import durations
from bots.dates.durations import Offset
from bots.features.communities.typed_numbers import number
from bots.i18n import answers, texts
from bots.turn.lead_text import describe_span
from storage.tables import Community, Network

ANY = "any"
"""The choice that sets no limit."""
NEVER = "never"
MAX_PEOPLE, MAX_EMOJI = 50, 10
LEAST_CARRY, MAX_CARRY = 3, 10000
_LONGEST = 200
_DAY_MINUTES = 1440
_OWN_EMOJI = regex.compile(r"<a?(:\w{2,32}:)[0-9]{1,20}>")
"""A server's own emoji, as it arrives if nothing replaced it by its name."""
_PICTURE = regex.compile(
    r"(?:[[\u2190-\U0010ffff]&&\p{Extended_Pictographic}]|[0-9#*]\u20e3|[\U0001f1e6-\U0001f1ff]{2}).{0,30}", regex.V1
)
_NAMED_EMOJI = regex.compile(r":\w{2,32}:")


class Threshold(NamedTuple):
    """How many people have to react: a number, or a share of the active members in percent."""

    people: int
    percent: int = 0

    def __str__(self) -> str:
        """Return it as people type it."""
        return f"{self.percent}%" if self.percent else str(self.people)


def parse_threshold(text: str) -> Threshold:
    """Return a number of people or a share ("5", "10%", "ten percent"). Raises Refusal("config-threshold")."""
    share = _share(text[:_LONGEST])
    if share is not None and 1 <= share <= 100:
        return Threshold(0, share)
    try:
        return Threshold(number(1, MAX_PEOPLE, "people")(text))
    except Refusal:
        raise Refusal("config-threshold", argument="value", given=text, most=MAX_PEOPLE) from None


def _share(text: str) -> int | None:
    """Return the percents in "10%", "10 %" or "10 percent" in any language, or None."""
    said = fold(text)
    word = next((one for one in ("%", *folded_words("words-percent")) if said.endswith(one)), None)
    if word is None:
        return None
    amount = said.removesuffix(word).strip()
    found = parse_int(amount)
    spoken = durations.read_amount(amount) if found is None and amount else None
    return found if found is not None else int(spoken) if spoken is not None and spoken == int(spoken) else None


def parse_carry(text: str) -> int:
    """Return how many people carry a highlight past a queue; 0 for never. Raises Refusal("config-number")."""
    if is_any(text) or localization.match_choice(text.strip(), "choice", (NEVER,)) is not None:
        return 0
    return number(LEAST_CARRY, MAX_CARRY, "people")(text)


def parse_age(text: str) -> int:
    """Return a length of time in minutes; 0 for any age. Raises Refusal("config-age")."""
    if is_any(text):
        return 0
    offset = durations.read_offset(fold(" ".join(text[:_LONGEST].split())))
    if offset is None or not offset.length:
        raise Refusal("config-age", argument="value", given=text)
    return offset.days * _DAY_MINUTES + offset.minutes


def parse_emoji(text: str) -> str:
    """Return normalized emoji with spaces between them; nothing for any. Raises Refusal("config-emoji")."""
    if is_any(text):
        return ""
    words = _OWN_EMOJI.sub(r" \1 ", text[:_LONGEST]).replace(",", " ").split()
    emojis = [emoji for word in words for emoji in ([word] if _NAMED_EMOJI.fullmatch(word) else graphemes(word))]
    found = list(dict.fromkeys(map(normalize_emoji, emojis)))
    if not found or len(found) > MAX_EMOJI or not all(map(_is_emoji, found)):
        raise Refusal("config-emoji", argument="value", given=text, limit=MAX_EMOJI)
    return " ".join(found)


def _is_emoji(emoji: str) -> bool:
    return bool(_NAMED_EMOJI.fullmatch(emoji) or _PICTURE.fullmatch(emoji))


def is_any(text: str) -> bool:
    """Return whether somebody typed "no limit": "any", "none" or "0"."""
    typed = text.strip()
    return typed in ("-", "0") or answers.match(typed, "none") is not None or _means_any(typed)


def _means_any(typed: str) -> bool:
    return localization.match_choice(typed, "choice", (ANY,)) is not None


def show_threshold(value: object, locale: str) -> str:
    """Return a threshold as people read it."""
    assert isinstance(value, Threshold)
    if value.percent:
        return texts.words(locale, "unit-percent", {"count": value.percent})
    return texts.words(locale, "unit-people", {"count": value.people})


def show_carry(value: object, locale: str) -> str:
    """Return how many people carry a highlight past a queue, as people read it."""
    people = int(str(value))
    return texts.words(locale, "unit-people", {"count": people}) if people else texts.words(locale, f"choice-{NEVER}")


def show_age(value: object, locale: str) -> str:
    """Return an age as people read it."""
    minutes = int(str(value))
    if not minutes:
        return texts.words(locale, f"choice-{ANY}")
    return describe_span(Offset(*divmod(minutes, _DAY_MINUTES)), locale)


def show_emoji(value: object, locale: str) -> str:
    """Return emoji as people read them."""
    return str(value) or texts.words(locale, f"choice-{ANY}")


def value_of(owner: Community | Network, column: str) -> object:
    """Return the present value of the setting with this column, as its parser returns values."""
    if isinstance(owner, Community) and column == "threshold":
        return Threshold(owner.threshold, owner.threshold_percent)
    return getattr(owner, column)


def assign(owner: Community | Network, column: str, value: object) -> None:
    """Store the new value of the setting with this column. A share leaves the number as it is."""
    if isinstance(owner, Community) and isinstance(value, Threshold):
        owner.threshold, owner.threshold_percent = value.people or owner.threshold, value.percent
    else:
        setattr(owner, column, value)
