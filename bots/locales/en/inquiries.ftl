# Answers to questions in everyday words.

inquiry-none = Nothing is planned at the moment.
inquiry-none-then = Nothing is planned then. What’s next:
inquiry-event = **{ $title }**
inquiry-line = **{ $title }**: { $when }
inquiry-no-place = I don’t know where yet. Ask whoever is organising it.
inquiry-more = `!event list` shows the rest.
inquiry-join = To say that you’re coming, press ✅ below the event, or reply to it with “coming”.
inquiry-vote = To vote, press an option below the poll, or react with its number. `!poll results` shows a poll again.
inquiry-vote-private = You vote in the room, right below the poll.
