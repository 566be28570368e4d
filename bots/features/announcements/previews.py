"""What the author of an announcement sees: the words, who gets them and who doesn't, and when."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.richtext import Break, Rich, join
from bots.features.announcements import audience, network_tree, views
from bots.i18n import languages
from bots.turn import cards
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import announcements, recipients
from storage.queries.recipients import READY, Prospects
from storage.tables import Announcement, AnnouncementState, Community, Network, RecipientState

MAX_NAMES = 5
_LEFT_OUT = (RecipientState.DEAF, RecipientState.OFF, RecipientState.HOMELESS)
_MAX_OFFERED = 4
"""Languages for which the preview offers a text of their own."""


async def show(announcement: Announcement, turn: Turn) -> None:
    """Show the preview in private, or as a card that will show what became of the announcement."""
    if turn.answers_privately:
        content = await render(str(announcement.id), turn.in_language(turn.answer_locale))
        assert content is not None, "it was just stored"
        turn.answer_content(content)
    else:
        await cards.show_again(render, views.draft_of(announcement), turn)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the preview of an announcement, or its outcome."""
    announcement = await turn.uow.get(Announcement, int(subject))
    network = await turn.uow.get(Network, announcement.network_id) if announcement is not None else None
    if announcement is None or network is None:
        return None
    number = str(announcement.number)
    if announcement.state == AnnouncementState.SENT:
        counts = await recipients.count_by_state(turn.uow, announcement.id)
        text = turn.text(
            "announce-sent-card", number=number, at=announcement.sent_at, about=await views.excerpt(announcement, turn),
            count=counts.get(RecipientState.SHOWN, 0), total=sum(counts.values()),
        )  # fmt: skip
        return Content(text=text)
    if announcement.state not in (AnnouncementState.DRAFT, AnnouncementState.SCHEDULED):
        return Content(text=turn.text(f"announce-card-{announcement.state}", number=number))
    return await _preview(announcement, network, turn)


async def _preview(announcement: Announcement, network: Network, turn: Turn) -> Content:
    texts = await announcements.texts_of(turn.uow, announcement.id)
    reached = await network_tree.networks_reached(network, turn, deep=announcement.deep)
    chosen = audience.decode(announcement.audience)
    groups = await recipients.survey(turn.uow, chosen, [one.id for one in reached])
    here = _Preview(announcement, network, chosen, [one.id for one in reached], groups, turn)
    title = turn.text(f"announce-preview-{announcement.state}", number=str(announcement.number), network=network.name)
    lines = [title, *here.words(texts), await here.total(), *await here.by_language(texts), *await here.left_out()]
    lines += [*here.conditions(), *here.depth(reached), here.time()]
    return Content(text=join(lines), buttons=here.buttons(texts, has_parts=await here.has_parts()))


class _Preview:
    """The parts of a preview."""

    def __init__(
        self,
        announcement: Announcement,
        network: Network,
        chosen: recipients.RecipientFilter,
        networks: Collection[int],
        groups: Sequence[Prospects],
        turn: Turn,
    ) -> None:
        self.announcement, self.network, self.chosen, self.networks = announcement, network, chosen, networks
        self.groups, self.turn = groups, turn
        self.ready = [group for group in groups if group.state == READY]

    def words(self, texts: dict[str, str]) -> list[Rich]:
        """Return the text of each language, the main one first."""
        main = self.announcement.locale
        ordered = sorted(texts.items(), key=lambda item: (item[0] != main, item[0]))
        if len(ordered) == 1:
            return [(views.quote(ordered[0][1]),)]
        names = [self.turn.text("announce-preview-text", language=languages.language(code).name) for code, _ in ordered]
        return [(*name, Break(), views.quote(text)) for name, (_, text) in zip(names, ordered, strict=True)]

    async def total(self) -> Rich:
        """Return for how many communities it is, and which."""
        count = sum(group.count for group in self.ready)
        who = await audience.describe(self.chosen, self.networks, self.turn)
        return self.turn.text(
            "announce-preview-goes" if count else "announce-preview-nobody", count=count, audience=who
        )

    async def by_language(self, texts: dict[str, str]) -> list[Rich]:
        """Return the communities that get the text of each language."""
        lines = []
        for code in sorted(texts, key=lambda one: (one != self.announcement.locale, one)):
            theirs = {group.locale for group in self.ready if self._gets(group.locale, texts) == code}
            count = sum(group.count for group in self.ready if group.locale in theirs)
            if count:
                names = await self._names(READY, theirs, count)
                name = languages.language(code).name
                lines.append(self.turn.text("announce-preview-language", language=name, count=count, names=names))
        return lines

    def _gets(self, locale: str, texts: dict[str, str]) -> str:
        code = languages.supported(locale)
        return code if code in texts else self.announcement.locale

    async def left_out(self) -> list[Rich]:
        """Return who gets nothing, and why."""
        lines = []
        for state in _LEFT_OUT:
            groups = [group for group in self.groups if group.state == state]
            count = sum(group.count for group in groups)
            if count:
                names = await self._names(state, {group.locale for group in groups}, count)
                lines.append(self.turn.text(f"announce-out-{state}", count=count, names=names))
        return lines

    async def _names(self, state: str, locales: set[str], count: int) -> tuple[str, ...]:
        found = await recipients.names_of(
            self.turn.uow, self.chosen, self.networks, state, locales, MAX_NAMES + (count == MAX_NAMES + 1)
        )
        more = count - len(found)
        return (*found, self.turn.label("announce-more", count=more)) if more else tuple(found)

    def conditions(self) -> list[Rich]:
        """Return who decides first, and where it waits for the end of quiet hours."""
        asks = sum(group.count for group in self.ready if group.asks)
        lines = [self.turn.text("announce-preview-asks", count=asks, hours=self.network.answer_hours)] if asks else []
        quiet = sum(group.count for group in self.ready if self._is_quiet(group))
        if quiet:
            text_id = "announce-preview-urgent" if self.announcement.urgent else "announce-preview-quiet"
            lines.append(self.turn.text(text_id, count=quiet))
        elif self.announcement.urgent:
            lines.append(self.turn.text("announce-preview-urgent-only"))
        return lines

    def _is_quiet(self, group: Prospects) -> bool:
        clock = Community(name="", zone=group.zone, quiet_hours=group.quiet_hours, created_at=self.turn.now)
        return quiet_until(clock, self.announcement.due_at or self.turn.now) is not None

    def depth(self, reached: Sequence[Network]) -> list[Rich]:
        """Return through which networks it goes down."""
        if not self.announcement.deep:
            return []
        below = tuple(one.name for one in reached[1 : MAX_NAMES + 1])
        more = len(reached) - 1 - len(below)
        names = (*below, self.turn.label("announce-more", count=more)) if more else below
        return [self.turn.text("announce-preview-deep" if below else "announce-preview-shallow", names=names or ("–",))]

    def time(self) -> Rich:
        """Return when it goes out."""
        due, locale = self.announcement.due_at, self.turn.room_context.locale
        if due is None:
            return self.turn.text("announce-preview-now")
        return self.turn.text("announce-preview-at", at=self.turn.moment(due, locale, named_zone=True))

    async def has_parts(self) -> bool:
        """Return whether networks below listen, so that it could go deep."""
        return len(await network_tree.networks_reached(self.network, self.turn, deep=True)) > 1

    def buttons(self, texts: dict[str, str], *, has_parts: bool) -> tuple[Button, ...]:
        """Return what can be done with it."""
        announcement, turn, key = self.announcement, self.turn, self.announcement.id
        scheduled = announcement.state == AnnouncementState.SCHEDULED
        go = "announce-send-now" if scheduled else "announce-confirm" if announcement.due_at else "announce-send"
        lacking = [code for code in languages.codes() if code not in texts and self._speaks(code)][:_MAX_OFFERED]
        found = [
            Button(f"anngo:{key}", turn.label(go), "✅"),
            Button(f"annat:{key}", turn.label("announce-schedule"), "⏰"),
            Button(f"annedit:{key}", turn.label("announce-edit"), "✏️"),
            *(
                Button(
                    f"annlang:{key}:{code}", turn.label("announce-add", language=languages.language(code).name), emoji
                )
                for code, emoji in zip(lacking, CHOICE_EMOJI, strict=False)
            ),
            Button(f"annurgent:{key}", turn.label(f"announce-urgent-{_switch(not announcement.urgent)}"), "❗"),
        ]
        if has_parts:
            found.append(Button(f"anndeep:{key}", turn.label(f"announce-deep-{_switch(not announcement.deep)}"), "🌳"))
        drop = "announce-unschedule" if scheduled else "announce-discard"
        return (*found, Button(f"anndrop:{key}", turn.label(drop), "❌"))

    def _speaks(self, code: str) -> bool:
        return any(languages.supported(group.locale) == code for group in self.ready)

    @property
    def count(self) -> int:
        """How many communities would get it."""
        return sum(group.count for group in self.ready)


def _switch(on: bool) -> str:
    return "on" if on else "off"


async def count_ready(announcement: Announcement, network: Network, turn: Turn) -> int:
    """Return how many communities would get an announcement."""
    reached = await network_tree.networks_reached(network, turn, deep=announcement.deep)
    groups = await recipients.survey(turn.uow, audience.decode(announcement.audience), [one.id for one in reached])
    return sum(group.count for group in groups if group.state == READY)
