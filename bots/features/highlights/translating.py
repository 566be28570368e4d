"""`translation`: a member translates a highlight, and the translation travels along."""

from __future__ import annotations

from datetime import timedelta

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Break, Quote
from bots.core.sanitize import display_name
from bots.core.truncation import truncate_rich
from bots.dialogs import prompts
from bots.features.highlights import commands, handlers, translations, views, withdrawal
from bots.i18n import languages
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import consents
from storage.queries import translations as stored
from storage.tables import Community, Highlight, HighlightState, RelayConsent, Room, Translation, TranslationState

_TRANSLATABLE = (HighlightState.HELD, HighlightState.PUBLISHED)


async def translate(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `translation LANGUAGE TEXT`, typed in reply to a message, its note, or a copy."""
    if call.reply_to is None:
        raise Refusal("translation-no-reply")
    highlight = await handlers.find_highlight(call, call.reply_to, turn)
    if highlight is None or highlight.state not in _TRANSLATABLE or highlight.source or highlight.conversation_id:
        raise Refusal("translation-nothing")
    locale, text = commands.translation_locale(args.text("language")), commands.translation_text(args.text("text"))
    community = await turn.uow.get(Community, highlight.community_id)
    assert community is not None, "communities keep their rows"
    await _check(highlight, community, locale, turn)
    await _add(highlight, community, locale, text, turn)
    turn.acknowledge("translation-noted")


async def _check(highlight: Highlight, community: Community, locale: str, turn: Turn) -> None:
    """Raise Refusal where the language is the original's, somebody else translated it, or nothing of theirs leaves."""
    name = languages.language(locale).name
    if locale == languages.supported(community.locale):
        raise Refusal("translation-same", argument="language", language=name)
    if await consents.of_member(turn.uow, turn.member_id, community.id) == RelayConsent.OFF:
        raise Refusal("translation-opted-out")
    known = await stored.in_language(turn.uow, highlight.id, locale)
    if known is not None and known.translator_id != turn.member_id:
        raise Refusal("translation-exists", language=name)
    if known is not None:
        await translations.drop(known, turn)


async def _add(highlight: Highlight, community: Community, locale: str, text: str, turn: Turn) -> None:
    """Store a translation, and announce it where it was written and beside the original."""
    shown_at = turn.now + timedelta(minutes=community.hold_back_minutes)
    name = turn.person_event().person.name
    row = Translation(
        highlight_id=highlight.id, locale=locale, text=text, translator_id=turn.member_id, translator_name=name,
        shown_at=shown_at, created_at=turn.now,
    )  # fmt: skip
    translation = await turn.uow.add(row)
    turn.schedule(translations.SHOW_TIMER, str(translation.id), translation.shown_at)
    home = await turn.uow.get(Room, highlight.room_id)
    for room in {turn.room.id: turn.room, **({home.id: home} if home is not None else {})}.values():
        card = f"{translations.CARD}:{translation.id}"
        await cards.post(render, card, await turn.for_room(room), key=f"{card}@{room.id}", silent=True)


async def show(timer: TimerFired, turn: Turn) -> None:
    """Show a translation in the rooms of its language, after the hold-back."""
    translation = await turn.uow.get(Translation, int(timer.subject))
    if translation is None or translation.state != TranslationState.HELD:
        return
    translation.state = TranslationState.SHOWN
    turn.uow.forget("translations")
    _refresh(translation, turn)


def _refresh(translation: Translation, turn: Turn) -> None:
    turn.refresh_card(f"highlight:{translation.highlight_id}")
    turn.refresh_card(f"{translations.CARD}:{translation.id}")


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the note about a translation, with buttons to take it back or to show the translator's name."""
    translation = await turn.uow.get(Translation, int(subject))
    if translation is None:
        return None
    held = translation.state == TranslationState.HELD
    text = turn.text(
        "translation-held" if held else "translation-shown",
        language=languages.language(translation.locale).name,
        who=display_name(translation.translator_name) if translation.named else turn.label("translation-somebody"),
        at=turn.moment(translation.shown_at, style="time"),
    )
    stop = Button(f"hltake:{translation.id}", turn.label("highlight-take-back"), "🚫")
    name = () if translation.named else (Button(f"hlsign:{translation.id}", turn.label("translation-name"), "🙋"),)
    quote = Quote(truncate_rich(translations.words(translation), views.MAX_QUOTE_LENGTH))
    return Content(text=(*text, Break(), quote), buttons=(*name, stop))


async def press_name(press: ButtonPressed, turn: Turn) -> None:
    """Show the translator's name, as they agree. Raises Refusal("translation-name-not-yours") for others."""
    translation = await turn.row_of_id(Translation, press.subject)
    if translation.translator_id != turn.member_id:
        raise Refusal("translation-name-not-yours")
    translation.named = True
    _refresh(translation, turn)
    turn.acknowledge("highlight-named")


async def release_name(press: ButtonPressed, turn: Turn) -> None:
    """Hide the translator's name again."""
    translation = await turn.uow.get(Translation, parse_int(press.subject))
    if translation is not None and translation.translator_id == turn.member_id:
        translation.named = False
        _refresh(translation, turn)


async def press_take_back(press: ButtonPressed, turn: Turn) -> None:
    """Take a translation back. Its translator may, and anybody who may stop the highlight."""
    translation = await turn.row_of_id(Translation, press.subject)
    highlight = await turn.row_of_id(Highlight, str(translation.highlight_id))
    if translation.translator_id != turn.member_id:
        await withdrawal.check_may_stop(highlight, turn)
    await translations.drop(translation, turn)
    turn.acknowledge("translation-taken-back")


async def press_translate(press: ButtonPressed, turn: Turn) -> None:
    """Ask for a translation into the room's language; the person's next message is the answer."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if highlight.state != HighlightState.PUBLISHED or press.message is None:
        raise Refusal("button-unknown")
    locale = turn.room_context.locale
    asked = {"values": {"language": locale}, "asking": commands.TRANSLATION_TEXT.name}
    state = {**asked, "message": None, "reply_to": press.message}
    await turn.open_dialog(prompts.COMMAND_DIALOG, commands.TRANSLATION.name, state, user=press.person.user)
    prompts.ask(commands.TRANSLATION_TEXT, turn, "ask-translation-text")
