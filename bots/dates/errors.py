"""The refusal of a date, a length or a zone."""

from __future__ import annotations

from bots.core.refusal import Refusal


class CalendarProblem(Refusal):
    """Something about a date, a length or a zone can't be used. `text_id` says what: `date-past`, `zone-unknown`…"""
