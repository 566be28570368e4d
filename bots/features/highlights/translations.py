"""Members' translations of a highlight: where they are shown, and their end."""

from __future__ import annotations

from bots.core.outbound import Button
from bots.core.richtext import Break, Quote, Rich, with_spoilers
from bots.core.sanitize import display_name, strip_controls
from bots.core.truncation import truncate_rich
from bots.i18n.languages import supported
from bots.turn.turn import Turn
from storage.queries import erasure, translations
from storage.tables import Community, Highlight, Translation

CARD = "translation"
"""The kind of the note about a translation."""
SHOW_TIMER = "highlight-translation"
"""Shows a translation after the hold-back. Its subject: the translation."""


def words(translation: Translation) -> Rich:
    """Return what the translator wrote."""
    return with_spoilers(strip_controls(translation.text).strip())


async def beside(highlight: Highlight, original: Rich, length: int, turn: Turn) -> Rich:
    """Return what a room reads: the original, or the translation into its language with the original beneath."""
    found = await translations.shown_in(turn.uow, highlight.id, turn.room_context.locale)
    if found is None:
        return (Quote(truncate_rich(original, length)),)
    who = display_name(found.translator_name) if found.named else turn.label("translation-somebody")
    return (
        Quote(truncate_rich(words(found), length // 2)), Break(), *turn.text("translation-by", who=who), Break(),
        Quote(truncate_rich(original, length // 2)),
    )  # fmt: skip


async def button(highlight: Highlight, community: Community, turn: Turn) -> tuple[Button, ...]:
    """Return the button to translate a message, in rooms of another language where nobody did, if there are buttons."""
    locale = turn.room_context.locale
    wanted = highlight.text.strip() and not highlight.source and locale != supported(community.locale)
    if not wanted or not turn.capabilities.buttons or await translations.in_language(turn.uow, highlight.id, locale):
        return ()
    return (Button(f"hltranslate:{highlight.id}", turn.label("translation-button"), "🌐"),)


async def drop(translation: Translation, turn: Turn) -> None:
    """Delete a translation and the notes about it; the copies show the original alone."""
    card = f"{CARD}:{translation.id}"
    turn.cancel_timer(SHOW_TIMER, str(translation.id))
    idempotent = [account for account, can in turn.capabilities_by_account.items() if can.idempotent]
    await erasure.erase(turn.uow, [card], turn.now, idempotent)
    await turn.withdraw_card(card)
    turn.refresh_card(f"highlight:{translation.highlight_id}", rewrite=True)
    await turn.uow.delete(translation)
    turn.uow.forget("translations")


async def drop_all(highlight: Highlight, turn: Turn) -> None:
    """Delete all translations of a message that was taken back, or whose author changed it: they say what it said."""
    for translation in await translations.of_highlight(turn.uow, highlight.id):
        await drop(translation, turn)


async def drop_of_member(member: int, turn: Turn) -> None:
    """Delete all translations that a member wrote."""
    for translation in await translations.by_member(turn.uow, member):
        await drop(translation, turn)


async def hide_name(member: int, turn: Turn) -> None:
    """Show no longer that a member wrote a translation."""
    for translation in await translations.by_member(turn.uow, member):
        translation.named = False
        turn.refresh_card(f"highlight:{translation.highlight_id}")
        turn.refresh_card(f"{CARD}:{translation.id}")
