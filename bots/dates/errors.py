"""How the calendar says what it could not read."""

from __future__ import annotations

from bots.core.refusal import Refusal


class CalendarProblem(Refusal):
    """Something about a date, a span or a zone can't be used; the slug is also the id of the sentence that says so."""

    @property
    def slug(self) -> str:
        """What is wrong: `date-past`, `zone-unknown`…"""
        return self.text_id
