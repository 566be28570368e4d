"""The texts of a turn, in the language of its room or of an answer, with times in the room's zone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from bots.core.richtext import Moment, Rich, plain
from bots.dates import formatting
from bots.i18n import texts
from bots.ports import Capabilities
from bots.turn.context import Context


class TurnTexts(Context):
    """Writes texts and instants for the turn's room, and for the acting person."""

    def text(self, text_id: str, /, **args: object) -> Rich:
        """Return a text in the room's language and its platform's words, with datetimes in the room's zone."""
        locale = self.room_context.locale
        shown = self.format_args(args, locale)
        return texts.rich(locale, text_id, shown, vocabulary=self._capabilities_of(self.account).vocabulary)

    def answer_text(self, text_id: str, /, **args: object) -> Rich:
        """Return a text in the language of an answer and the words of the platform that it goes to."""
        locale = self.answer_locale
        shown = self.format_args(args, locale)
        return texts.rich(locale, text_id, shown, vocabulary=self._capabilities_of(self.value.account).vocabulary)

    def label(self, text_id: str, /, **args: object) -> str:
        """Return a text without markup, for buttons."""
        return plain(self.text(text_id, **args))

    def _capabilities_of(self, account: str) -> Capabilities:
        """Return the abilities of an account; a timer has none."""
        return self.capabilities_by_account.get(account) or Capabilities()

    def format_args(self, args: Mapping[str, object], locale: str) -> dict[str, object]:
        """Replace the datetimes among a text's arguments by moments."""
        return {name: self.moment(one, locale) if isinstance(one, datetime) else one for name, one in args.items()}

    def moment(
        self,
        at: datetime,
        locale: str | None = None,
        style: Literal["long", "short", "time"] = "long",
        *,
        named_zone: bool = False,
    ) -> Moment:
        """Return an instant in the room's zone and, unless `locale` is given, its language.

        Some platforms leave out this year, and the zone where the room is the community's own; not with `named_zone`.
        """
        context = self.room_context
        brief = self._capabilities_of(self.account).brief_moments
        elsewhere = context.community is None and context.home_community is None
        shown = formatting.format_instant(
            at, context.zone, locale or context.locale, style, year_of=self.now if brief else None,
            named_zone=named_zone or elsewhere or not brief,
        )  # fmt: skip
        return Moment(at, shown, "full" if style == "long" else style)
