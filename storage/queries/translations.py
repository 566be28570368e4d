"""Queries about members' translations of highlights."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from storage.tables import Translation, TranslationState
from storage.unit_of_work import UnitOfWork


async def in_language(uow: UnitOfWork, highlight: int, locale: str) -> Translation | None:
    """Return a highlight's translation into a language, shown or not."""
    where = (Translation.highlight_id == highlight, Translation.locale == locale)
    return await uow.first(select(Translation).where(*where))


async def shown_in(uow: UnitOfWork, highlight: int, locale: str) -> Translation | None:
    """Return the translation that rooms of a language show."""
    key = ("translation", highlight, locale)
    found = await uow.remember(key, (Translation.__tablename__,), lambda: in_language(uow, highlight, locale))
    return found if found is not None and found.state == TranslationState.SHOWN else None


async def of_highlight(uow: UnitOfWork, highlight: int) -> Sequence[Translation]:
    """Return all translations of a highlight."""
    return await uow.all(select(Translation).where(Translation.highlight_id == highlight).order_by(col(Translation.id)))


async def by_member(uow: UnitOfWork, member: int) -> Sequence[Translation]:
    """Return all translations that a member wrote."""
    return await uow.all(select(Translation).where(Translation.translator_id == member).order_by(col(Translation.id)))
