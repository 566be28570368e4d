"""People manage whole chats: topics, titles, pins and migrations."""

from __future__ import annotations

from tests.standins.telegram import posting
from tests.standins.telegram.chats import Chat, Topic
from tests.standins.telegram.messages import Message
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.store import Store
from tests.standins.telegram.talking import Acting
from tests.standins.telegram.users import ANONYMOUS, Json


class Managing(Acting):
    """A person's actions on chats."""

    def open_topic(self, chat: int, name: str) -> int:
        """Create a topic in a forum, and return its id."""
        with self.store.lock:
            place = self.chat(chat)
            if not place.forum:
                raise Impossible(f"{place.title} has no topics")
            about = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
            number = place.last_message + 1
            place.topics[number] = Topic(
                number, name, Message(number, place, int(self.store.now()), about, self.account)
            )
            created = posting.service(self.store, place, self.account, about, thread=number)
            place.topics[number].created = created
            return number

    def close_topic(self, chat: int, thread: int) -> None:
        """Close a topic, in which only admins may write then."""
        self._topic(chat, thread, {"forum_topic_closed": {}}).closed = True

    def reopen_topic(self, chat: int, thread: int) -> None:
        """Reopen a topic."""
        self._topic(chat, thread, {"forum_topic_reopened": {}}).closed = False

    def close_general(self, chat: int) -> None:
        """Close the General topic, whose messages have no thread id."""
        self._general(chat, "forum_topic_closed", closed=True)

    def reopen_general(self, chat: int) -> None:
        """Reopen the General topic."""
        self._general(chat, "forum_topic_reopened", closed=False)

    def hide_general(self, chat: int) -> None:
        """Hide and close the General topic: https://core.telegram.org/bots/api#hidegeneralforumtopic"""
        self._general(chat, "general_forum_topic_hidden", closed=True)

    def unhide_general(self, chat: int) -> None:
        """Show the General topic again."""
        self._general(chat, "general_forum_topic_unhidden", closed=False)

    def _general(self, chat: int, told: str, *, closed: bool) -> None:
        with self.store.lock:
            place = self.chat(chat)
            if not place.forum:
                raise Impossible(f"{place.title} has no topics")
            posting.service(self.store, place, self.account, {told: {}})
            place.general_closed = closed

    def delete_topic(self, chat: int, thread: int) -> None:
        """Delete a topic with its messages, without an update."""
        with self.store.lock:
            place = self.chat(chat)
            place.topics[thread].deleted = True
            for message in place.messages.values():
                message.gone |= message.thread == thread

    def _topic(self, chat: int, thread: int, told: Json) -> Topic:
        with self.store.lock:
            place = self.chat(chat)
            if thread not in place.topics:
                raise Impossible(f"there is no topic {thread}")
            posting.service(self.store, place, self.account, told, thread=thread)
            return place.topics[thread]

    def rename(self, chat: int, title: str) -> None:
        """Change the chat's title."""
        with self.store.lock:
            place = self.chat(chat)
            place.title = title
            posting.service(self.store, place, self.account, {"new_chat_title": title})

    def pin(self, chat: int, message: int) -> None:
        """Pin a message."""
        with self.store.lock:
            told = {"pinned_message": self.message(chat, message).json(nested=True)}
            posting.service(self.store, self.chat(chat), self.account, told)

    def migrate(self, chat: int) -> int:
        """Migrate a basic group with updates in both chats, and return the supergroup's id."""
        with self.store.lock:
            place = self.chat(chat)
            moved = move(self.store, place)
            posting.service(self.store, place, self.account, {"migrate_to_chat_id": moved.id})
            posting.service(self.store, moved, ANONYMOUS, {"migrate_from_chat_id": place.id}, sender_chat=moved)
            return moved.id


def move(store: Store, place: Chat) -> Chat:
    """Migrate a basic group, and return the supergroup."""
    if place.kind != "group" or place.moved_to is not None:
        raise Impossible(f"{place.title} is no basic group")
    moved = store.add_chat("supergroup", str(place.title))
    moved.members = dict(place.members)
    place.moved_to = moved.id
    return moved
